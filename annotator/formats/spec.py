"""What a format is, and what reading and writing report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

from msgspec import Struct, field

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.errors import ExportFault, ImportFault
from annotator.core.exchange.label_mapping import ForeignLabels, LabelMapping
from annotator.core.model import spans_of
from annotator.core.sources.verdict_policy import VerdictPolicy

# Called with how much is done: bytes of the file when reading, articles when writing. What it
# raises goes through (that is how to cancel); a half-written export is then taken away.
Progress: TypeAlias = Callable[[int], None]

MOST_FAULTS = 20  # told of one file; nothing of it is imported after the first
MOST_LISTED = 100  # losses of one kind that are named one by one; the rest is counted
_IN_TEXT = frozenset(["entities", "claims", "attributions"])
_NAMES = {
    "entities": "an entity",
    "claims": "a claim",
    "attributions": "an attribution",
    "evidence": "a piece of evidence",
    "verdicts": "a verdict",
    "judgements": "a judgement",
    "rulings": "a ruling",
}


def name_of(path: Path) -> str:
    """The name of a file for people; bytes in it that are no characters become question marks."""
    return path.name.encode(errors="replace").decode()


class Loss(Struct, frozen=True):
    """Something that a format could not carry: *what*, *where* (title and words), and *why*."""

    what: str
    where: str
    why: str


class Unfinished(ExportFault):
    """What is to be published lacks what its readers require: *report* names it."""

    def __init__(self, message: str, *, hint: str, report: Report, **fields: object) -> None:
        super().__init__(message, hint=hint, **fields)
        self.report = report


class Report(Struct):
    """What an export wrote and what the format could not carry.

    *carried* counts annotations; *lost* names at most ``MOST_LISTED`` losses of each kind, and
    *tally* counts all of them by (what, why). *missing* names what the readers of the format
    require, and nobody has filled in: nothing is written then, but where it *takes_unfinished*.
    """

    articles: int = 0
    left_aside: int = 0  # articles that have none of the layers asked for
    lines: int = 0
    carried: int = 0
    lost: list[Loss] = field(default_factory=list)
    tally: dict[tuple[str, str], int] = field(default_factory=dict)
    missing: list[Loss] = field(default_factory=list)
    takes_unfinished: bool = False

    def lose(self, what: str, why: str, *, title: str, words: str = "") -> None:
        """Note a loss in the article *title*; *what* and *why* are English, without fields."""
        seen = self.tally.get((what, why), 0)
        self.tally[what, why] = seen + 1
        if seen < MOST_LISTED:
            short = words if len(words) <= 60 else words[:59] + "…"
            self.lost.append(Loss(what, f"{title}: “{short}”" if words else title, why))

    def want(self, what: str, why: str, *, title: str, words: str) -> None:
        """Note something that must be there and is not; *what* and *why* as in `lose`."""
        short = words if len(words) <= 60 else words[:59] + "…"
        self.missing.append(Loss(what, f"{title}: “{short}”", why))

    def check_complete(self) -> None:
        """To be called before the first byte is written. Raises Unfinished."""
        if self.missing and not self.takes_unfinished:
            raise Unfinished(
                "Something is missing that must be published, in {count} places",
                hint="No file was written. Fill it in, or write it all the same (--unfinished).",
                report=self,
                count=len(self.missing),
            )

    def add(self, more: Report) -> None:
        """Take in what another part of the same export wrote."""
        self.articles += more.articles
        self.left_aside += more.left_aside
        self.lines += more.lines
        self.carried += more.carried
        listed = Counter((loss.what, loss.why) for loss in self.lost) if more.lost else Counter()
        for loss in more.lost:
            listed[loss.what, loss.why] += 1
            if listed[loss.what, loss.why] <= MOST_LISTED:
                self.lost.append(loss)
        for kind, count in more.tally.items():
            self.tally[kind] = self.tally.get(kind, 0) + count

    @property
    def uncarried(self) -> int:
        return sum(self.tally.values())


def why_of(err: Exception) -> str:
    """What is wrong with a file, in words for a person: never the name of an exception."""
    if isinstance(err, KeyError):
        return f"“{err.args[0]}” is missing" if err.args else "something is missing"
    if isinstance(err, OSError):
        return err.strerror or "the system does not let us"
    says_little = isinstance(err, TypeError | AttributeError | LookupError | AssertionError)
    words = "" if says_little else str(err)
    return words[:150] or "it is not made as such files are"


def lose_sources(
    report: Report, annotated_article: AnnotatedArticle, contents: LayerContents, why: str
) -> None:
    """Tell of every source that the layer's evidence names."""
    names = {source.id: source.title for source in annotated_article.sources}
    for id_ in sorted({each.source_id for each in contents.evidence}):
        report.lose(
            "a source", why, title=annotated_article.article.title, words=names.get(id_, "")
        )


def lose_others(
    report: Report,
    annotated_article: AnnotatedArticle,
    contents: LayerContents,
    fields: str,
    why: str,
) -> None:
    """Tell of every record in the layer's *fields*, a list of their names with spaces between."""
    for name in fields.split():
        for record in getattr(contents, name):
            spans = spans_of(record) if name in _IN_TEXT else ()
            words = spans[0].of(annotated_article.article.text) if spans else ""
            report.lose(_NAMES[name], why, title=annotated_article.article.title, words=words)


class ReadRequest(Struct):
    """One file being read: for whom, and whom to tell of faults, progress and losses.

    A fault is what is wrong with the file: nothing of it is imported. A loss, told to *report*,
    is something in it that has no place here, or does not fit its text: the rest is imported.
    *terms* are what words of a foreign scheme are here; *met* hears of those that there were.
    """

    author: str
    problems: Callable[[ImportFault], None]
    on_progress: Progress | None = None
    report: Report = field(default_factory=Report)
    terms: LabelMapping = LabelMapping()
    met: ForeignLabels = field(default_factory=ForeignLabels)
    is_packed: bool = False  # the file came out of an archive
    faults: int = 0

    def refuse(self, fault: ImportFault) -> None:
        """Tell of a fault and read on for more: nothing of the file will be imported."""
        self.faults += 1
        self.problems(fault)

    @property
    def is_hopeless(self) -> bool:
        return self.faults >= MOST_FAULTS

    def progress(self, done: int) -> None:
        if self.on_progress is not None:
            self.on_progress(done)


Reader: TypeAlias = Callable[[Path, ReadRequest], Iterator[AnnotatedArticle]]
Writer: TypeAlias = Callable[[Iterable[AnnotatedArticle], BinaryIO, Report], None]


Group: TypeAlias = Literal["vaglio", "publishing", "tools", "training", "fact-checking", "articles"]


class FormatDescription(Struct, frozen=True, kw_only=True):
    """What there is to say of a format without loading it.

    *title*, and *use* (what one writes it for, in a sentence), are English, for a dialog to
    translate; *group* is where it lists them. What is *packed* is written as a zip of files. A
    format *joins* if what it writes for some articles, then for others, is what it writes for all
    of them (of files in a zip: but for their numbers). *tried* are the tools, with their versions,
    that files were exchanged with.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    use: str = ""
    group: Group = "articles"
    packed: bool = False
    joins: bool = False
    tried: tuple[str, ...] = ()

    @property
    def suffix(self) -> str:
        """What the name of a file that is written ends in."""
        return ".zip" if self.packed else self.suffixes[0]


class Format(FormatDescription, frozen=True, kw_only=True):
    """A way to keep articles in files.

    *recognise* looks into a file whose suffix several formats share; a format without it takes
    what no other recognises. What a format writes in the name of a *newsroom* depends on how that
    judges: it makes the writer. *variants* are other ways to write the same, by name. *companions* names the files that are read with one and are none
    of their own.
    """

    reader: Reader | None = None
    writer: Writer | None = None
    newsroom: Callable[[VerdictPolicy], Writer] | None = None
    variants: Mapping[str, Writer] = {}
    recognise: Callable[[Path], bool] | None = None
    companions: Callable[[Path], tuple[Path, ...]] | None = None


class FormatEntry(FormatDescription, frozen=True, kw_only=True, omit_defaults=True):
    """A row of the index of formats: what is said of a format, and the *module* that has it."""

    module: str
    reads: bool = False
    writes: bool = False
    recognises: bool = False
    has_companions: bool = False
