"""A project as one SQLite file: the only SQL in the program."""

from .database.filesystem import refuse_long_name
from .deletion.deletion_records import DeletedArticle, OnDeleted
from .file.attachments import KeptFault, KeptFiles
from .file.backup import (
    BackupFile,
    back_up_while_open,
    backup,
    listing,
    rotate,
    while_open,
)
from .file.encrypted_attachments import kept_files_of
from .file.file_state import FileState
from .maintenance.check import check, pages
from .maintenance.delete import erase_articles
from .maintenance.finding import Finding
from .maintenance.repair import repair
from .maintenance.rescue import RescuedProject, keep_waiting, refuge
from .project.bulk_load import BarredArticle, LoadResult, NotLoaded, barred
from .project.store import Store
from .queries.article_list import ArticleFilter, ArticleRow, Sort
from .queries.assignments import AnalystShare
from .queries.claims_list import ClaimFilter, ClaimList, ClaimRow, ClaimSort, Grouping
from .queries.full_text import FullTextSearch, SearchHit
from .queries.next_to_annotate import AnnotationValue, OrderedArticles
from .queries.sources import SourceRow
from .sharing.merge import BundleRefused
from .sharing.merge_result import ArrivedLayers, MergeResult

__all__ = [
    "AnalystShare",
    "AnnotationValue",
    "ArrivedLayers",
    "ArticleFilter",
    "ArticleRow",
    "BackupFile",
    "BarredArticle",
    "BundleRefused",
    "ClaimFilter",
    "ClaimList",
    "ClaimRow",
    "ClaimSort",
    "DeletedArticle",
    "FileState",
    "Finding",
    "FullTextSearch",
    "Grouping",
    "KeptFault",
    "KeptFiles",
    "LoadResult",
    "MergeResult",
    "NotLoaded",
    "OnDeleted",
    "OrderedArticles",
    "RescuedProject",
    "SearchHit",
    "Sort",
    "SourceRow",
    "Store",
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
    "rotate",
    "while_open",
]
