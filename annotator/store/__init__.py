"""A project as one SQLite file: the only SQL in the program."""

from . import deleting, encrypting, keys, post, sweeping
from .assigned import Share
from .backup import Kept, backup, listing, restore, rotate
from .check import check, pages
from .claims import ClaimFilter, ClaimList, ClaimRow, ClaimSort, Grouping
from .deleting import erase_articles
from .deletions import Gone, OnDeleted
from .exchange import Arrived, BundleRefused, Merged
from .finding import Finding
from .kept import KeptFault, KeptFiles
from .loading import Barred, Loaded, Problem, barred
from .project import Store
from .queue import QueueFilter, QueueRow, Sort
from .repair import repair
from .sealed import kept_files_of
from .search import Hit, Search
from .sources import SourceRow
from .teaching import Lined, Teaching

__all__ = [
    "Arrived",
    "Barred",
    "BundleRefused",
    "ClaimFilter",
    "ClaimList",
    "ClaimRow",
    "ClaimSort",
    "Finding",
    "Gone",
    "Grouping",
    "Hit",
    "Kept",
    "KeptFault",
    "KeptFiles",
    "Lined",
    "Loaded",
    "Merged",
    "OnDeleted",
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
    "barred",
    "check",
    "deleting",
    "encrypting",
    "erase_articles",
    "kept_files_of",
    "keys",
    "listing",
    "pages",
    "post",
    "repair",
    "restore",
    "rotate",
    "sweeping",
]
