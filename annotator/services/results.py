"""What long commands answer: printed as JSON by the command line, decoded by the window.

The names of the fields and their order are a promise to scripts.
"""

from __future__ import annotations

from typing import Any, Self, TypeAlias

from msgspec import Struct

from annotator.core.errors import UserError
from annotator.core.meaning.comparison import SaysOtherwise
from annotator.core.sources.similar_claim import Relation
from annotator.formats import Loss
from annotator.store import BarredArticle, MergeResult

_Template: TypeAlias = str  # a message that the catalogue has from where it was written


class Fault(Struct):
    """Why something could not be done, in parts that the window translates."""

    message: str
    hint: str = ""
    fields: dict[str, str] = {}

    @classmethod
    def of(cls, error: UserError, **more: Any) -> Self:
        fields = {name: str(value) for name, value in error.fields.items()}
        return cls(error.message, error.hint, fields, **more)

    @property
    def error(self) -> UserError:
        return _error(self.message, self.hint, self.fields)


def _error(message: _Template, hint: _Template, fields: dict[str, str]) -> UserError:
    return UserError(message, hint=hint, **fields)


class FileFault(Fault):
    """Why nothing of a file was taken."""

    file: str = ""


class SaidBefore(Struct):
    """``vaglio said-before``: a claim, one that stands before it, and what that is to it.

    *differences* are the words of the claim, then those of the other; *score* is a cosine.
    """

    claim: str
    other: str
    relation: Relation
    differences: list[SaysOtherwise]
    score: float
    claim_text: str = ""
    other_text: str = ""


class ImportAnswer(Struct):
    """``vaglio import``: what came in, and what did not."""

    files: int = 0
    articles: int = 0
    articles_known: int = 0
    layers: int = 0
    layers_known: int = 0
    annotations: int = 0
    not_imported: list[str] = []
    faults: list[Fault] = []
    conflicts: list[str] = []
    passed_over: list[str] = []
    deleted: list[BarredArticle] = []  # articles that were deleted here for good
    uncarried: int = 0
    lost: list[Loss] = []  # what had no place here; the first hundred of a kind

    def plus(self, other: ImportAnswer) -> ImportAnswer:
        return ImportAnswer(*(getattr(self, f) + getattr(other, f) for f in self.__struct_fields__))


class ArticlePreview(Struct, kw_only=True):
    """An article as it would come in; *text* is its beginning."""

    file: str
    sha256: str
    title: str
    language: str
    text: str
    characters: int
    annotations: int
    is_known: bool
    deleted: BarredArticle | None = None  # it was deleted here for good
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None


class PreviewAnswer(Struct):
    """``vaglio import --preview``: what would come, the first articles of it where it *is_cut*.

    *labels*, *relations* and *attributes* are those that Vaglio does not know, with what each
    probably is ("": left out, None: nothing comes to mind); *columns* of tables have what each was
    taken for ("": a detail).
    """

    articles: list[ArticlePreview] = []
    labels: dict[str, str | None] = {}
    relations: dict[str, str | None] = {}
    attributes: dict[str, str | None] = {}
    columns: dict[str, str] = {}
    faults: list[Fault] = []
    passed_over: list[str] = []
    uncarried: int = 0
    lost: list[Loss] = []
    is_cut: bool = False


class ArticleVersion(Struct, frozen=True):
    """A new version of an article: how much was *placed* in it, and the words of what was not."""

    old: str
    new: str
    title: str
    placed: int
    lost: list[str]
    others: list[str]  # whose annotations stay with the old one


class WatchAnswer(Struct):
    """``vaglio watch --once``: what was new or changed in the watched folders."""

    files: int
    articles: int
    annotations: int
    faults: list[Fault]
    lost: list[Loss]
    versions: list[ArticleVersion]
    growing: int
    unreachable: list[str]


class RuleAnswer(Struct):
    """Whether the evidence rule is met, and why, in one sentence; *hint* is what to do where not."""

    met: bool
    why: str
    hint: str = ""

    @classmethod
    def of(cls, met: bool, why: UserError) -> Self:
        fields = why.shown_fields()
        return cls(met, why.message.format(**fields), why.hint.format(**fields))


class ClaimEvidence(Struct):
    """How much evidence a claim has, and whom it comes from."""

    count: int
    publishers: list[str]


class ClaimLine(Struct):
    """A line of ``vaglio claims``: a claim as the claims desk shows it. *state* is ``unchecked``,
    ``evidence`` or ``judged``; *who* is "" where the article itself says it.
    """

    id: str
    article: str
    title: str
    text: str
    who: str
    priority: int
    kind: str
    owner: str
    state: str
    evidence: ClaimEvidence
    verdict: str
    rule: RuleAnswer


class KeptFile(Struct):
    """A line of ``vaglio keep``: a file that is a source now."""

    file: str
    source: dict[str, Any]
    is_new: bool
    characters: int
    pages: int
    unread: Fault | None


class KeepFaults(Struct):
    """The last line of ``vaglio keep``: the files that are no source now."""

    faults: list[FileFault]


class ExportAnswer(Struct):
    """``vaglio export``: what was written, what the format could not carry, and what is missing.

    *missing* is what must be published and is not there; without --unfinished nothing was written.
    """

    path: str
    uncarried: int
    articles: int
    left_aside: int
    lines: int
    carried: int
    lost: list[Loss]
    missing: list[Loss] = []
    written: bool = True


class SentBundle(Struct, frozen=True):
    """``vaglio bundle``: what is in the bundle; *layers* counts them by author."""

    path: str
    articles: int
    layers: dict[str, int]
    changes: int
    sources: int


class ReceivedFile(MergeResult):
    """What one file of a colleague brought, or would bring."""

    file: str = ""
    made_by: str = ""
    made_at: str = ""
    unknown_labels: list[str] = []  # that the scheme here does not have; they are kept all the same
    is_unrelated: bool = False  # articles are here, and not one of them is in the file
    is_new: bool = False


class MergeAnswer(Struct):
    """``vaglio merge``: what came, file by file, or with *dry_run* would come."""

    dry_run: bool
    files: list[ReceivedFile]
    not_merged: list[str]
    faults: list[FileFault]


class DeletionPreview(Struct, frozen=True, kw_only=True):
    """``vaglio delete --preview``: what would go with some articles.

    *annotations* counts the records of each person; *sources* are the titles of those that only
    these articles use, *files* how many of them have a kept file.
    """

    titles: list[str]
    annotations: dict[str, int]
    suggestions: int
    verdicts: int
    sources: list[str]
    files: int
    backups: int


class DeletionResult(Struct):
    """``vaglio delete``: what went; *missed* are backups that could not be reached."""

    articles: int = 0
    changes: int = 0
    sources: int = 0
    backups: int = 0
    missed: list[str] = []
    is_swept: bool = False  # else traces stay in the file until it is opened again
