"""A project as one SQLite file: the only SQL in the program."""

from .backup import backup, listing, restore, rotate
from .loading import Loaded, Problem
from .project import Store
from .queue import QueueFilter, QueueRow, Sort
from .search import Hit, Search

__all__ = [
    "Hit",
    "Loaded",
    "Problem",
    "QueueFilter",
    "QueueRow",
    "Search",
    "Sort",
    "Store",
    "backup",
    "listing",
    "restore",
    "rotate",
]
