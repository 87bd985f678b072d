"""A project as one SQLite file: the only SQL in the program."""

from .backup import Kept, backup, listing, restore, rotate
from .check import Finding, check, pages
from .claims import ClaimFilter, ClaimList, ClaimRow, ClaimSort, Grouping
from .loading import Loaded, Problem
from .project import Store
from .queue import QueueFilter, QueueRow, Sort
from .repair import repair
from .search import Hit, Search
from .sources import SourceRow
from .teaching import Lined, Teaching

__all__ = [
    "ClaimFilter",
    "ClaimList",
    "ClaimRow",
    "ClaimSort",
    "Finding",
    "Grouping",
    "Hit",
    "Kept",
    "Lined",
    "Loaded",
    "Problem",
    "QueueFilter",
    "QueueRow",
    "Search",
    "Sort",
    "SourceRow",
    "Store",
    "Teaching",
    "backup",
    "check",
    "listing",
    "pages",
    "repair",
    "restore",
    "rotate",
]
