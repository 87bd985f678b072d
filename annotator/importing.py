"""Bringing files in: looked at first, under the labels of here, each file wholly or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct, field

from . import formats
from .core.about import edit_article
from .core.changes import Edit, change
from .core.dossier import Dossier
from .core.errors import ImportFault, ProjectFault, UserError
from .core.mapping import MAPPING, mapped, mapping_from, proposed, unknown
from .core.model import Article, Entity, Setting, with_
from .formats import Report
from .store import Loaded

if TYPE_CHECKING:
    from .desk import Desk

Progress = Callable[[float, str], None]
MOST_SHOWN = 200  # articles in a look at what would come
_MOST_CHARACTERS = 4000  # of each of them


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
    report: Report = field(default_factory=Report)  # what in them has no place here


class Plan(Struct, frozen=True, kw_only=True):
    """What a person wants to be otherwise than the files say.

    *labels* leads foreign labels to those of here (see `core.mapping`); *everywhere* are
    particulars of all articles, *articles* of single ones, by the SHA-256 of their text.
    """

    labels: dict[str, str] = {}
    everywhere: dict[str, str] = {}
    articles: dict[str, dict[str, str]] = {}


class Shown(Struct, kw_only=True):
    """An article as it would come in; *text* is its beginning."""

    file: str
    sha256: str
    title: str
    language: str
    text: str
    characters: int
    annotations: int
    is_known: bool
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None


class Look(Struct):
    """What some files would bring: at most `MOST_SHOWN` articles, and then *is_cut*.

    *labels* are those that the scheme does not know, with what each probably is ("": left out,
    None: nothing comes to mind).
    """

    articles: list[Shown] = []
    labels: dict[str, str | None] = {}
    faults: list[ImportFault] = []
    skipped: list[str] = []
    report: Report = field(default_factory=Report)
    is_cut: bool = False


def look(desk: Desk, paths: Sequence[Path], *, on_progress: Progress | None = None) -> Look:
    """Read files without bringing anything in."""
    found = Look(articles=[], labels={}, faults=[], skipped=[])
    labels: set[str] = set()
    files = formats.arrivals(paths, skipped=lambda path: found.skipped.append(path.name))
    with formats.Parser() as parser:
        for number, path in enumerate(files):
            if on_progress:
                on_progress(number / len(files), path.name)
            dossiers = parser.read(
                path, author=desk.analyst, problems=found.faults.append, report=found.report
            )
            for dossier in dossiers:
                labels.update(e.label for c in dossier.layers for e in c.entities)
                found.articles.append(_shown(desk, dossier, path))
                if len(found.articles) >= MOST_SHOWN:
                    found.is_cut = True
                    break
            if found.is_cut:
                break
    scheme = desk.scheme
    remembered = remembered_mapping(desk)
    for label in unknown(labels, scheme):
        found.labels[label] = remembered.get(label, proposed(label, scheme))
    return found


def import_files(
    desk: Desk,
    paths: Sequence[Path],
    *,
    author: str | None = None,
    plan: Plan | None = None,
    on_progress: Progress | None = None,
) -> Imported:
    """Import files and folders; they are parsed in a process of their own (`formats.apart`).

    Labels that the plan names are remembered in the project, and those remembered are applied.
    """
    plan = plan or Plan()
    if plan.labels:
        _remember(desk, plan.labels)
    plan = msgspec.structs.replace(plan, labels=remembered_mapping(desk))
    done = Imported(faults=[], conflicts=[], skipped=[])
    files = formats.arrivals(paths, skipped=lambda path: done.skipped.append(path.name))
    sizes = [_size(path) for path in files]
    whole = max(1, sum(sizes))
    with formats.Parser() as parser:
        for index, path in enumerate(files):
            before = sum(sizes[:index])

            def tell(read: int, *, path: Path = path, before: int = before) -> None:
                if on_progress:
                    on_progress(min(1.0, (before + read) / whole), path.name)

            tell(0)
            report = Report()
            try:
                faults: list[ImportFault] = []
                dossiers = parser.read(
                    path,
                    author=author or desk.analyst,
                    problems=faults.append,
                    on_progress=tell,
                    report=report,
                )
                wanted = (_planned(each, plan, report) for each in dossiers)
                loaded = desk.store.load(
                    _all_or_nothing(wanted, faults), author=author or desk.analyst, tool="import"
                )
            except _FileRefused as refused:
                done.faults += refused.faults
            except UserError as fault:
                done.faults.append(_as_fault(fault, path))
            else:
                _add(done, loaded)
                done.report.add(report)
    return done


def remembered_mapping(desk: Desk) -> dict[str, str]:
    """What foreign labels are here, as was decided before in this project."""
    setting = desk.store.setting(MAPPING)
    return mapping_from(setting.body if setting else None)


def _remember(desk: Desk, labels: Mapping[str, str]) -> None:
    old = desk.store.setting(MAPPING)
    body: dict[str, Any] = {"labels": {**remembered_mapping(desk), **labels}}
    after = with_(old, body=body) if old else Setting(id=MAPPING, body=body)
    if after != old:
        desk.store.apply(change("set_mapping", [Edit(old, after)], by=desk.analyst))


def _planned(dossier: Dossier, plan: Plan, report: Report) -> Dossier:
    """*dossier* as the plan wants it."""

    def lose(label: str, entity: Entity) -> None:
        why = "Its label is left out, as was decided for this project."
        words = f"{label}: {entity.span.of(dossier.article.text)}"
        report.lose("an entity", why, title=dossier.article.title, words=words)

    said = plan.everywhere | plan.articles.get(dossier.article.sha256, {})
    if said:
        edited = edit_article(dossier.article, by="", **said)
        for edit in edited.edits:
            assert isinstance(edit.after, Article)
            dossier = msgspec.structs.replace(dossier, article=edit.after)
    return mapped(dossier, plan.labels, lose) if plan.labels else dossier


def _shown(desk: Desk, dossier: Dossier, path: Path) -> Shown:
    article = dossier.article
    return Shown(
        file=path.name,
        sha256=article.sha256,
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        published=article.published,
        url=article.url,
        language=article.language,
        text=article.text[:_MOST_CHARACTERS],
        characters=len(article.text),
        annotations=sum(1 for contents in dossier.layers for _ in contents.records()),
        is_known=desk.store.article_by_sha256(article.sha256) is not None,
    )


class _FileRefused(Exception):
    """A line of the file was bad: roll back what came before it."""

    def __init__(self, faults: list[ImportFault]) -> None:
        super().__init__()
        self.faults = faults


def _all_or_nothing(dossiers: Iterable[Dossier], faults: list[ImportFault]) -> Iterator[Dossier]:
    yield from dossiers
    if faults:
        raise _FileRefused(faults)


def _as_fault(error: UserError, path: Path) -> ImportFault:
    """What the store said of a file (a full disk, a span outside the text), with its name."""
    if isinstance(error, ImportFault):
        return error
    if isinstance(error, ProjectFault):
        raise error
    return ImportFault("{file}: {said}", file=path.name, said=str(error).rstrip("."))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _add(done: Imported, loaded: Loaded) -> None:
    done.files += 1
    done.articles_new += loaded.articles_new
    done.articles_known += loaded.articles_known
    done.layers_new += loaded.layers_new
    done.layers_known += loaded.layers_known
    done.annotations += loaded.annotations
    done.conflicts += [str(each) for each in loaded.conflicts]
