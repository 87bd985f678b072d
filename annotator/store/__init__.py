"""A project as one SQLite file: the only SQL in the program."""

from .database.filesystem import refuse_long_name
from .deletion.deletion_records import Gone, OnDeleted
from .file.attachments import KeptFault, KeptFiles
from .file.backup import Kept, back_up_while_open, backup, listing, restore, rotate, while_open
from .file.encrypted_attachments import kept_files_of
from .file.file_state import Standing
from .maintenance.check import check, pages
from .maintenance.delete import erase_articles
from .maintenance.finding import Finding
from .maintenance.repair import repair
from .maintenance.rescue import Refuge, keep_waiting, refuge
from .project.bulk_load import Barred, Loaded, Problem, barred
from .project.store import Store
from .queries.article_list import QueueFilter, QueueRow, Sort
from .queries.assignments import Share
from .queries.claims_list import ClaimFilter, ClaimList, ClaimRow, ClaimSort, Grouping
from .queries.full_text import Hit, Search
from .queries.next_to_annotate import Lined, Teaching
from .queries.sources import SourceRow
from .sharing.merge import Arrived, BundleRefused, Merged

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
    "erase_articles",
    "keep_waiting",
    "kept_files_of",
    "listing",
    "pages",
    "refuge",
    "refuse_long_name",
    "repair",
    "restore",
    "rotate",
    "while_open",
]
