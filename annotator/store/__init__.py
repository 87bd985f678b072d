"""A project as one SQLite file: the only SQL in the program."""

from . import deleting, encrypting, keys, post, sweeping
from .assigned import Share
from .backup import Kept, back_up_while_open, backup, listing, restore, rotate, while_open
from .check import check, pages
from .claims import ClaimFilter, ClaimList, ClaimRow, ClaimSort, Grouping
from .deleting import erase_articles
from .deletions import Gone, OnDeleted
from .exchange import Arrived, BundleRefused, Merged
from .finding import Finding
from .kept import KeptFault, KeptFiles
from .loading import Barred, Loaded, Problem, barred
from .media import refuse_long_name
from .project import Store
from .queue import QueueFilter, QueueRow, Sort
from .repair import repair
from .rescue import Refuge, keep_waiting, refuge
from .sealed import kept_files_of
from .search import Hit, Search
from .sources import SourceRow
from .standing import Standing
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
    "Refuge",
    "Search",
    "Share",
    "Sort",
    "SourceRow",
    "Standing",
    "Store",
    "Teaching",
    "back_up_while_open",
    "backup",
    "barred",
    "check",
    "deleting",
    "encrypting",
    "erase_articles",
    "keep_waiting",
    "kept_files_of",
    "keys",
    "listing",
    "pages",
    "post",
    "refuge",
    "refuse_long_name",
    "repair",
    "restore",
    "rotate",
    "sweeping",
    "while_open",
]
