"""Labelled data out of a project; with two cores, where it is much.

A helper process opens the project for reading, and writes every second portion of the articles
while this one writes the others. What comes out is, byte by byte, what one process writes.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import msgspec
from msgspec import Struct

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ExportFault
from annotator.core.model import Role, Status
from annotator.core.sources.verdict_policy import PRACTICE, practice_from
from annotator.formats import Report
from annotator.formats.pipe_frames import frame_of, put, widen
from annotator.isolation.child import child
from annotator.store import ArticleFilter, Store
from annotator.store.database import keys

from .. import formats

MUCH = 2000  # articles; for fewer, a second process is not worth its start
_AT_ONCE = 100  # articles in a portion: what comes of them fits in a pipe

Progress = Callable[[float, str], None]


class ExportSelection(Struct, frozen=True):
    """What to write: *layers* is mine, machine, gold, all or the name of an author."""

    format: str
    layers: str
    analyst: str
    statuses: tuple[Status, ...] | None = None
    variant: str = ""
    unfinished: bool = False

    def annotated_articles(
        self, store: Store, ids: Sequence[str] | None, report: Report
    ) -> Iterator[AnnotatedArticle]:
        """Articles with what is wanted of their layers; those left aside are counted."""
        by_role: dict[str, tuple[Role, ...]] = {"machine": ("machine",), "gold": ("gold",)}
        roles = by_role.get(self.layers)
        name = self.analyst if self.layers == "mine" else self.layers
        authors = None if self.layers == "all" or roles else (name,)
        for annotated_article in store.annotated_articles(
            ids, authors=authors, roles=roles, statuses=self.statuses
        ):
            if annotated_article.layers or self.layers == "all":
                yield annotated_article
            else:
                report.left_aside += 1


def export(
    store: Store,
    path: Path | None,
    selection: ExportSelection,
    ids: Sequence[str] | None,
    *,
    on_progress: Progress | None = None,
) -> Report:
    """Write *selection* of the articles named (None: all) to *path* (None: standard output).

    Raises ExportFault, also where there is nothing to write; then the old file is as it was.
    """
    total = len(ids) if ids is not None else store.article_count()

    def tell(written: int) -> None:
        if on_progress and written % (2 * _AT_ONCE) == 0:
            on_progress(min(1.0, written / max(1, total)), str(path or "-"))

    form = formats.formats().get(selection.format)
    if form is not None:
        _refuse_nothing(store, selection, ids)
    if (
        form
        and form.joins
        and not selection.variant
        and store.path
        and total >= MUCH
        and _cores() > 1
    ):
        ordered = ids if ids is not None else store.queue(ArticleFilter(analyst=selection.analyst))
        portions = [ordered[at : at + _AT_ONCE] for at in range(0, len(ordered), _AT_ONCE)]
        with _Helper(store.path, selection) as helper:
            parts = _parts(store, selection, portions, helper, tell)
            return formats.write_parts(parts, path, format=form.name)
    aside = Report()
    found = selection.annotated_articles(store, ids, aside)
    setting = store.setting(PRACTICE)
    verdict_policy = practice_from(setting.body if setting else None)
    report = formats.write(
        found,
        path,
        format=selection.format,
        verdict_policy=verdict_policy,
        variant=selection.variant,
        unfinished=selection.unfinished,
        on_progress=tell,
    )
    report.left_aside = aside.left_aside
    return report


def _refuse_nothing(store: Store, selection: ExportSelection, ids: Sequence[str] | None) -> None:
    """An empty file would take the place of a full one, and most formats have no word for nothing."""
    aside = Report()
    if next(selection.annotated_articles(store, ids, aside), None) is not None:
        return
    if not aside.left_aside:
        raise ExportFault(
            "There is nothing to export: no article was asked for that is here",
            hint="No file was written.",
        )
    raise ExportFault(
        "There is nothing to export: no article has work of {name}",
        hint="No file was written. Choose whose work is wanted (on the command line: --layer, and"
        " --author for who you are).",
        name=selection.analyst if selection.layers == "mine" else selection.layers,
    )


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _part(store: Store, selection: ExportSelection, ids: Sequence[str]) -> tuple[bytes, Report]:
    aside = Report()
    content, report = formats.part(
        selection.annotated_articles(store, ids, aside), format=selection.format
    )
    report.left_aside = aside.left_aside
    return content, report


def _parts(
    store: Store,
    selection: ExportSelection,
    portions: Sequence[Sequence[str]],
    helper: _Helper,
    tell: Callable[[int], None],
) -> Iterator[tuple[bytes, Report]]:
    """What comes of each portion, in order; the helper is always one ahead."""
    helper.ask(portions[0])
    for at in range(1, len(portions) + 1, 2):
        mine = _part(store, selection, portions[at]) if at < len(portions) else None
        theirs = helper.answer()
        if at + 1 < len(portions):
            helper.ask(portions[at + 1])
        yield theirs
        if mine is not None:
            yield mine
        tell((at + 1) * _AT_ONCE)


class _Helper:
    """The other process; a context manager."""

    def __init__(self, project: Path, selection: ExportSelection) -> None:
        started = child(f"{__name__}:serve")
        self._process = subprocess.Popen(
            started.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=started.environment,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in, self._out = self._process.stdin, self._process.stdout
        widen(self._out)
        self._put(os.fsencode(project.absolute()), msgspec.json.encode(selection))
        self._put(keys.lines())

    def __enter__(self) -> _Helper:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        for pipe in (self._in, self._out):
            with contextlib.suppress(OSError):
                pipe.close()
        self._process.wait()

    def ask(self, ids: Sequence[str]) -> None:
        self._put(msgspec.json.encode(ids))

    def answer(self) -> tuple[bytes, Report]:
        content, report = frame_of(self._out), frame_of(self._out)
        if content is None or report is None:
            raise ExportFault(
                "The export ended in the middle",
                hint="Run a check of the project: something in it cannot be read.",
            )
        return content, msgspec.msgpack.decode(report, type=Report)

    def _put(self, *bodies: bytes) -> None:
        with contextlib.suppress(BrokenPipeError):  # `answer` finds that nobody is there
            put(self._in, *bodies)


def serve() -> None:
    """Be the helper: the project, the selection, keys, then portions are asked for on standard input."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    source = sys.stdin.buffer
    project, selection, known = frame_of(source), frame_of(source), frame_of(source)
    if project is None or selection is None or known is None:
        return
    keys.receive(BytesIO(known))
    chosen = msgspec.json.decode(selection, type=ExportSelection)
    with Store.open(Path(os.fsdecode(project)), readonly=True) as store:
        while (asked := frame_of(source)) is not None:
            content, report = _part(store, chosen, msgspec.json.decode(asked, type=list[str]))
            put(out, content, msgspec.msgpack.encode(report))
