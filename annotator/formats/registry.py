"""The way in and out: finds the format of a file, reads it whole or not at all, writes safely."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ExportFault, ImportFault
from annotator.core.exchange.label_mapping import ForeignLabels, LabelMapping
from annotator.core.sources.verdict_policy import VerdictPolicy

from .atomic_write import standard_output, written
from .file_per_article import ExportPart, joined
from .folder_walk import opened_within, real_path, walk
from .spec import (
    Format,
    FormatEntry,
    Progress,
    Reader,
    ReadRequest,
    Report,
    Writer,
    name_of,
    why_of,
)

INDEX = Path(__file__).with_name("index.json")  # made by ``python -m tools.formats_index``


@cache
def formats() -> dict[str, FormatEntry]:
    """Every format by its name, sorted, as the index has it: none is loaded."""
    entries = msgspec.json.decode(INDEX.read_bytes(), type=list[FormatEntry])
    return {entry.name: entry for entry in entries}


def load(name: str) -> Format:
    """The format of that name, from its module, which is imported now if it was not before."""
    module = importlib.import_module(f".{formats()[name].module}", __package__)
    loaded: Format = module.FORMAT
    return loaded


_FOR_SOURCES = {
    **dict.fromkeys((".csv", ".tsv", ".xlsx", ".xlsm", ".ods"), "articles.table.quotable"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".webp", ".gif"), "articles.picture"),
    **dict.fromkeys((".url", ".webloc", ".desktop"), "articles.web_link"),
}
"""What reads a file as a source where that is not what reads articles from it, by its suffix."""

UNREADABLE = "{file} cannot be read ({why})"
"""The message of a fault of the system, and not of what is in the file."""


def format_of(path: Path) -> Format:
    """The format that reads *path*: by its suffix, and where formats share one, by a look inside.

    Raises:
        ImportFault: no format reads such a file.
    """
    suffix = path.suffix.lower()
    fitting = [entry for entry in formats().values() if entry.reads and suffix in entry.suffixes]
    for entry in sorted(fitting, key=lambda entry: not entry.recognises):
        candidate = load(entry.name)
        if candidate.recognise is None or candidate.recognise(path):
            return candidate
    raise ImportFault(
        "{file} is of no kind that can be imported",
        hint="Files that end in {suffixes} can be.",
        file=name_of(path),
        suffixes=", ".join(sorted(readable_suffixes())),
    )


def read(
    path: Path,
    *,
    author: str,
    problems: Callable[[ImportFault], None],
    on_progress: Progress | None = None,
    report: Report | None = None,
    terms: LabelMapping | None = None,
    met: ForeignLabels | None = None,
    folder: Path | None = None,
    as_source: bool = False,
) -> Iterator[AnnotatedArticle]:
    """The articles of a file, one after the other; new layers belong to *author*.

    *as_source* reads for what the file proves and not for articles in it: a table as one text,
    a picture or a link for what it tells of itself.

    A file is imported whole or not at all: once *problems* has been called (at most
    ``MOST_FAULTS`` times a file), nothing more is yielded, and what was yielded of this file
    is to be dropped. *on_progress* is called with bytes read, *report* is told of what in the
    file has no place here; *terms* and *met* are those of `ReadRequest`. *folder* is where the file was found
    by looking through it: nothing outside it is read, also where a link leads there.
    """
    reading = ReadRequest(
        author,
        problems,
        on_progress,
        report or Report(),
        terms or LabelMapping(),
        ForeignLabels() if met is None else met,
    )
    is_empty = True
    try:
        for annotated_article in _annotated_articles(path, folder, reading, as_source=as_source):
            is_empty = False
            if not reading.faults:
                yield annotated_article
        if is_empty and not reading.faults and not reading.report.lost:
            raise ImportFault(
                "{file} holds no articles",
                hint="Check that it is the right file, and that it was written to its end.",
                file=name_of(path),
            )
    except ImportFault as fault:
        reading.refuse(fault)
    except OSError as err:
        reading.refuse(
            ImportFault(
                UNREADABLE,
                hint="See that the file is there and that you may read it.",
                file=name_of(path),
                why=why_of(err),
            )
        )


def _annotated_articles(
    path: Path, folder: Path | None, reading: ReadRequest, *, as_source: bool
) -> Iterator[AnnotatedArticle]:
    if as_source and (module := _FOR_SOURCES.get(path.suffix.lower())) is not None:
        yield from importlib.import_module(f".{module}", __package__).read(path, reading)
        return
    if folder is None:
        yield from reader_of(path)(path, reading)
        return
    with opened_within(path, folder, companions(path)) as at:
        yield from reader_of(at)(at, reading)


def write(
    annotated_articles: Iterable[AnnotatedArticle],
    path: Path | None,
    *,
    format: str,
    verdict_policy: VerdictPolicy | None = None,
    variant: str = "",
    unfinished: bool = False,
    on_progress: Progress | None = None,
) -> Report:
    """Write *annotated_articles* to *path* (None: standard output), one record for each article × layer.

    *verdict_policy* is how the newsroom judges, for the formats that publish in its name; *variant* is one of the format's. What lacks something
    that must be published is written only if it may be *unfinished*. The file appears complete or not at all; on failure the one that was there stays as it was.

    Raises:
        ExportFault: the file could not be written, or there is no such format or variant.
        Unfinished: something is missing, and the file was not to be written then.
    """
    writer = writer_of(format, verdict_policy or VerdictPolicy(), variant)
    report = Report(takes_unfinished=unfinished)
    counted = _counted(annotated_articles, report, on_progress)
    with written(path) if path is not None else standard_output() as out:
        writer(counted, out, report)
        if not report.lines and path is not None and not out.tell():
            why = report.lost[0].why if report.lost else ""
            raise ExportFault(
                "There is nothing to export: the layers asked for have nothing that {format} holds",
                hint="No file was written. {why}" if why else "No file was written.",
                format=format,
                why=why,
            )
    return report


def write_parts(parts: Iterable[tuple[bytes, Report]], path: Path | None, *, format: str) -> Report:
    """Write an export that was made in parts (see `part`), as `write` does."""
    report = Report()
    with written(path) if path is not None else standard_output() as out:
        if formats()[format].packed:
            joined(parts, out, report)
        else:
            for content, more in parts:
                out.write(content)
                report.add(more)
    return report


def part(annotated_articles: Iterable[AnnotatedArticle], *, format: str) -> tuple[bytes, Report]:
    """What a format that joins writes for *annotated_articles*."""
    out, report = ExportPart(), Report()
    writer_of(format, VerdictPolicy())(_counted(annotated_articles, report, None), out, report)
    return out.getvalue(), report


def writer_of(format: str, verdict_policy: VerdictPolicy, variant: str = "") -> Writer:
    """Raises ExportFault where there is no such format, or no such variant of it."""
    entry = formats().get(format)
    if entry is None or not entry.writes:
        raise ExportFault(
            "Nothing is known of an export format {format}",
            hint="Choose one of {names}.",
            format=format,
            names=", ".join(entry.name for entry in formats().values() if entry.writes),
        )
    chosen = load(format)
    if variant:
        if variant not in chosen.variants:
            raise ExportFault(
                "The format {format} has no variant {variant}",
                hint="It has these: {names}." if chosen.variants else "It has none.",
                format=format,
                variant=variant,
                names=", ".join(chosen.variants),
            )
        return chosen.variants[variant]
    if chosen.newsroom is not None:
        return chosen.newsroom(verdict_policy)
    assert chosen.writer is not None
    return chosen.writer


def arrivals(
    paths: Sequence[Path],
    *,
    skipped: Callable[[Path], None] | None = None,
    report: Report | None = None,
) -> list[Path]:
    """The files to read: those named, and in named folders all with a known suffix, sorted.

    Hidden files and folders are passed over; *skipped* hears of files in folders that no format
    reads, neither alone nor with another, *report* of links that lead out of the folders and of
    what is no file. A named file is always kept, so that `read` says what is wrong with it.
    """
    found: dict[Path, None] = {}
    passed: list[Path] = []
    seen: set[str] = set()
    roots = [Path(real_path(path)) for path in paths if path.is_dir()]
    for path in paths:
        if not path.is_dir():
            found.setdefault(path)
        elif real_path(path) not in seen:
            for file in _files_under(path, roots, seen, passed.append, report or Report()):
                found.setdefault(file)
    beside = {other for file in found for other in companions(file)}
    if skipped is not None:
        for file in passed:
            if file not in beside:
                skipped(file)
    return [file for file in found if file not in beside]


def companions(path: Path) -> tuple[Path, ...]:
    """The files that are read together with *path*."""
    suffix = path.suffix.lower()
    found: list[Path] = []
    for entry in formats().values():
        if entry.has_companions and suffix in entry.suffixes:
            beside = load(entry.name).companions
            assert beside is not None
            found += beside(path)
    return tuple(found)


def _files_under(
    folder: Path,
    roots: Sequence[Path],
    seen: set[str],
    skipped: Callable[[Path], None],
    report: Report,
) -> Iterator[Path]:
    suffixes = readable_suffixes()
    closed: list[Path] = []
    for file in walk(folder, roots, seen, report):
        if isinstance(file, OSError):
            closed.append(Path(file.filename))
        elif file.suffix.lower() in suffixes:
            yield file
        else:
            skipped(file)
    yield from closed


def readable_suffixes() -> set[str]:
    """What the names of files that can be imported end in."""
    return {suffix for entry in formats().values() if entry.reads for suffix in entry.suffixes}


def reader_of(path: Path) -> Reader:
    """What reads *path*; see `format_of`."""
    if not path.is_file():
        path.stat()  # says by an OSError that it is not there
        raise ImportFault(
            "{file} is not a file", hint="Choose a file, or a folder of files.", file=name_of(path)
        )
    reader = format_of(path).reader
    assert reader is not None
    return reader


def _counted(
    annotated_articles: Iterable[AnnotatedArticle], report: Report, on_progress: Progress | None
) -> Iterator[AnnotatedArticle]:
    for annotated_article in annotated_articles:
        yield annotated_article
        report.articles += 1
        if on_progress is not None:
            on_progress(report.articles)
