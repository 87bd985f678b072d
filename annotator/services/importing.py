"""Bringing files in: looked at first, under the labels of here, each file wholly or not at all."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct, field

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.article_details import edit_article
from annotator.core.changes import Edit, change
from annotator.core.errors import ImportFault, ProjectFault, UserError
from annotator.core.exchange.label_mapping import (
    MAPPING,
    ForeignLabels,
    LabelMapping,
    mapped,
    proposed,
    proposed_attribute,
    proposed_relation,
    terms_from,
    unknown,
)
from annotator.core.model import Article, Entity, Setting, with_
from annotator.formats import Report, name_of
from annotator.store import BarredArticle, LoadResult, barred
from annotator.store.maintenance import delete

from .. import formats
from .results import ArticlePreview, Fault, PreviewAnswer

if TYPE_CHECKING:
    from .session import Session

Progress = Callable[[float, str], None]
Arrange = Callable[[AnnotatedArticle, Path], AnnotatedArticle]
MOST_SHOWN = 200  # articles in a look at what would come
MOST_CHARACTERS = 20_000  # of each of them


class Imported(Struct):
    """What an import did, file by file; *faults* are the files that could not be read."""

    files: int = 0
    articles_new: int = 0
    articles_known: int = 0
    layers_new: int = 0
    layers_known: int = 0
    annotations: int = 0
    faults: list[ImportFault] = []
    conflicts: list[str] = []
    skipped: list[str] = []  # files in folders of a kind that is not read
    deleted: list[BarredArticle] = []  # articles that were deleted here for good, and were left out
    report: Report = field(default_factory=Report)  # what in them has no place here


class ImportPlan(Struct, frozen=True, kw_only=True):
    """What a person wants to be otherwise than the files say.

    *labels*, *relations*, *attributes* and *columns* are those of a `LabelMapping`; *everywhere* are
    particulars of all articles, *articles* of single ones, by the SHA-256 of their text, with
    another ``text`` where it is wanted. Of articles without annotations, *without* is taken out
    wherever it stands. *leave_out* are not wanted, by their SHA-256; *bring_back* are wanted though
    they were deleted here for good, and with *bring_all_back* all of these are.
    """

    labels: dict[str, str] = {}
    relations: dict[str, str] = {}
    attributes: dict[str, str] = {}
    columns: dict[str, str] = {}
    everywhere: dict[str, str] = {}
    articles: dict[str, dict[str, str]] = {}
    without: tuple[str, ...] = ()
    leave_out: frozenset[str] = frozenset()
    bring_back: frozenset[str] = frozenset()
    bring_all_back: bool = False

    def brings_back(self, sha256: str) -> bool:
        """Whether a text is wanted though it was deleted here for good."""
        return self.bring_all_back or sha256 in self.bring_back

    @property
    def terms(self) -> LabelMapping:
        return LabelMapping(self.labels, self.relations, self.attributes, self.columns)


def look(
    session: Session,
    paths: Sequence[Path],
    *,
    plan: ImportPlan | None = None,
    report: Report | None = None,
    on_progress: Progress | None = None,
) -> PreviewAnswer:
    """Read files, as *plan* wants their columns, without bringing anything in.

    *report* hears of what in them has no place here.
    """
    preview, report = PreviewAnswer(), report or Report()
    labels: set[str] = set()
    met = ForeignLabels()
    remembered = remembered_terms(session)
    terms = LabelMapping(columns=(remembered | (plan or ImportPlan()).terms).columns)
    files = formats.arrivals(
        paths,
        skipped=lambda path: preview.passed_over.append(name_of(path)),
        report=report,
    )
    folder_of = formats.folders_walked(paths)
    with formats.Parser(files) as parser:
        for number, path in enumerate(files):
            if on_progress:
                on_progress(number / len(files), name_of(path))
            annotated_articles = parser.read(
                path,
                author=session.analyst,
                problems=lambda fault: preview.faults.append(Fault.of(fault)),
                report=report,
                terms=terms,
                met=met,
                folder=folder_of(path),
            )
            for annotated_article in annotated_articles:
                labels.update(e.label for c in annotated_article.layers for e in c.entities)
                if len(preview.articles) >= MOST_SHOWN:
                    preview.is_cut = True
                    break
                preview.articles.append(_shown(session, annotated_article, path))
            if preview.is_cut:
                break
    _propose(preview, session, labels, met, remembered)
    preview.uncarried, preview.lost = report.uncarried, report.lost
    return preview


def _propose(
    found: PreviewAnswer,
    session: Session,
    labels: set[str],
    met: ForeignLabels,
    remembered: LabelMapping,
) -> None:
    """What the foreign words are: as was decided before, else what comes to mind."""
    scheme = session.scheme
    for label in unknown(labels, scheme):
        found.labels[label] = remembered.labels.get(label, proposed(label, scheme))
    for name in sorted(met.relations):
        found.relations[name] = remembered.relations.get(name, proposed_relation(name))
    for name in sorted(met.attributes):
        found.attributes[name] = remembered.attributes.get(name, proposed_attribute(name))
    found.columns = met.columns


def import_files(
    session: Session,
    paths: Sequence[Path],
    *,
    author: str | None = None,
    plan: ImportPlan | None = None,
    arrange: Arrange | None = None,
    on_progress: Progress | None = None,
    found_in: Sequence[Path] = (),
) -> Imported:
    """Import files and folders; they are parsed in a process of their own (`formats.sandbox`).

    *arrange* has the last word on each annotated article. Files in the folders *found_in* were found by
    looking through those, and not named by a person: they are not left by a link.

    Terms that the plan names are remembered in the project, and those remembered are applied.
    """
    plan = plan or ImportPlan()
    terms = remembered_terms(session) | plan.terms
    _remember(session, terms)
    imported = Imported(faults=[], conflicts=[], skipped=[], deleted=[])
    files = formats.arrivals(
        paths, skipped=lambda path: imported.skipped.append(name_of(path)), report=imported.report
    )
    folder_of = formats.folders_walked(found_in or paths)
    sizes = [_size(path) for path in files]
    whole = max(1, sum(sizes))
    with formats.Parser(files) as parser:
        for index, path in enumerate(files):
            before = sum(sizes[:index])

            def tell(read: int, *, path: Path = path, before: int = before) -> None:
                if on_progress:
                    on_progress(min(1.0, (before + read) / whole), name_of(path))

            tell(0)
            report = Report()
            try:
                faults: list[ImportFault] = []
                annotated_articles = parser.read(
                    path,
                    author=author or session.analyst,
                    problems=faults.append,
                    on_progress=tell,
                    report=report,
                    terms=terms,
                    folder=folder_of(path),
                )
                wanted = _wanted(annotated_articles, plan, terms.labels, report)
                if arrange is not None:
                    wanted = map(arrange, wanted, itertools.repeat(path))
                loaded = session.store.load(
                    _all_or_nothing(_brought_back(session, wanted, plan), faults),
                    author=author or session.analyst,
                    tool="import",
                )
            except _FileRefused as refused:
                imported.faults += refused.faults
            except UserError as fault:
                imported.faults.append(_as_fault(fault, path))
            else:
                _add(imported, loaded)
                imported.report.add(report)
    return imported


def remembered_terms(session: Session) -> LabelMapping:
    """What foreign words are here, as was decided before in this project."""
    setting = session.store.setting(MAPPING)
    return terms_from(setting.body if setting else None)


def _remember(session: Session, terms: LabelMapping) -> None:
    old = session.store.setting(MAPPING)
    if terms == terms_from(old.body if old else None):
        return
    body: dict[str, Any] = msgspec.to_builtins(terms)
    after = with_(old, body=body) if old else Setting(id=MAPPING, body=body)
    session.store.apply(change("set_mapping", [Edit(old, after)], by=session.analyst))


def _wanted(
    annotated_articles: Iterable[AnnotatedArticle],
    plan: ImportPlan,
    labels: Mapping[str, str],
    report: Report,
) -> Iterator[AnnotatedArticle]:
    """*annotated_articles* as the plan wants them, without those that it leaves out."""
    for annotated_article in annotated_articles:
        if annotated_article.article.sha256 not in plan.leave_out:
            yield _planned(annotated_article, plan, labels, report)


def _brought_back(
    session: Session, annotated_articles: Iterable[AnnotatedArticle], plan: ImportPlan
) -> Iterator[AnnotatedArticle]:
    """*annotated_articles*; of those whose text was deleted here for good, what is wanted again is let in."""
    for annotated_article in annotated_articles:
        sha256 = annotated_article.article.sha256
        if plan.brings_back(sha256):
            delete.overrule(session.store, [sha256], by=session.analyst)
        yield annotated_article


def _planned(
    annotated_article: AnnotatedArticle, plan: ImportPlan, labels: Mapping[str, str], report: Report
) -> AnnotatedArticle:
    """*annotated_article* as the plan wants it."""
    title = annotated_article.article.title

    def leave_out(label: str, entity: Entity) -> None:
        why = "Its label is left out, as was decided for this project."
        words = f"{label}: {entity.span.of(annotated_article.article.text)}"
        report.lose("an entity", why, title=title, words=words)

    said = plan.everywhere | plan.articles.get(annotated_article.article.sha256, {})
    text = said.pop("text", None)
    if said:
        edited = edit_article(annotated_article.article, by="", **said)
        for edit in edited.edits:
            assert isinstance(edit.after, Article)
            annotated_article = msgspec.structs.replace(annotated_article, article=edit.after)
    if text is not None or plan.without:
        annotated_article = _reworded(annotated_article, text, plan.without, report)
    return mapped(annotated_article, labels, leave_out) if labels else annotated_article


def _reworded(
    annotated_article: AnnotatedArticle, text: str | None, without: Sequence[str], report: Report
) -> AnnotatedArticle:
    """*annotated_article* with another text; one with annotations keeps its own."""
    article = annotated_article.article
    made = article.text if text is None else texts.canonical(text)
    for words in without:
        made = made.replace(words, "")
    made = made.strip("\n") if made != article.text else made
    if made == article.text:
        return annotated_article
    if annotated_article.layers or not made or made.isspace():
        why = "There are annotations of the text as it is, or nothing would be left of it."
        report.lose("a correction of the text", why, title=article.title)
        return annotated_article
    article = with_(article, text=made, sha256=texts.sha256(made))
    return msgspec.structs.replace(annotated_article, article=article)


def _shown(session: Session, annotated_article: AnnotatedArticle, path: Path) -> ArticlePreview:
    article = annotated_article.article
    gone = delete.deletion_of(session.store, article.sha256)
    return ArticlePreview(
        deleted=barred(article, gone) if gone else None,
        file=name_of(path),
        sha256=article.sha256,
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        published=article.published,
        url=article.url,
        language=article.language,
        text=article.text[:MOST_CHARACTERS],
        characters=len(article.text),
        annotations=sum(1 for contents in annotated_article.layers for _ in contents.records()),
        is_known=session.store.article_by_sha256(article.sha256) is not None,
    )


class _FileRefused(Exception):
    """A line of the file was bad: roll back what came before it."""

    def __init__(self, faults: list[ImportFault]) -> None:
        super().__init__()
        self.faults = faults


def _all_or_nothing(
    annotated_articles: Iterable[AnnotatedArticle], faults: list[ImportFault]
) -> Iterator[AnnotatedArticle]:
    yield from annotated_articles
    if faults:
        raise _FileRefused(faults)


def _as_fault(error: UserError, path: Path) -> ImportFault:
    """What the store said of a file (a full disk, a span outside the text), with its name."""
    if isinstance(error, ImportFault):
        return error
    if isinstance(error, ProjectFault):
        raise error
    return ImportFault("{file}: {said}", file=name_of(path), said=str(error).rstrip("."))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _add(done: Imported, loaded: LoadResult) -> None:
    done.files += 1
    done.articles_new += loaded.articles_new
    done.articles_known += loaded.articles_known
    done.layers_new += loaded.layers_new
    done.layers_known += loaded.layers_known
    done.annotations += loaded.annotations
    done.deleted += loaded.deleted
    done.conflicts += [str(conflict) for conflict in loaded.conflicts]
