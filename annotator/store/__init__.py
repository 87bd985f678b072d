"""A project as one SQLite file: the only SQL in the program."""

from . import post
from .assigned import Share
from .backup import Kept, backup, listing, restore, rotate
from .check import check, pages
from .claims import ClaimFilter, ClaimList, ClaimRow, ClaimSort, Grouping
from .exchange import Arrived, BundleRefused, Merged
from .finding import Finding
from .kept import KeptFault, KeptFiles
from .loading import Loaded, Problem
from .project import Store
from .queue import QueueFilter, QueueRow, Sort
from .repair import repair
from .search import Hit, Search
from .sources import SourceRow
from .teaching import Lined, Teaching

__all__ = [
    "Arrived",
    "BundleRefused",
    "ClaimFilter",
    "ClaimList",
    "ClaimRow",
    "ClaimSort",
    "Finding",
    "Grouping",
    "Hit",
    "Kept",
    "KeptFault",
    "KeptFiles",
    "Lined",
    "Loaded",
    "Merged",
    "Problem",
    "QueueFilter",
    "QueueRow",
    "Search",
    "Share",
    "Sort",
    "SourceRow",
    "Store",
    "Teaching",
    "backup",
    "check",
    "listing",
    "pages",
    "post",
    "repair",
    "restore",
    "rotate",
]
