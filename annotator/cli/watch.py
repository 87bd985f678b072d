"""``vaglio watch``: folders and files that stay in step with the project."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from annotator.core.errors import UserError
from annotator.formats import Report
from annotator.services.results import Fault, WatchAnswer
from annotator.services.session import Session
from annotator.services.watched_folders import (
    BroughtIn,
    Stamp,
    bring_in,
    look,
    seen,
    unwatch,
    watch,
    watched,
)

from .options import add_json, add_project
from .output import DONE, PARTLY, clear, deletion_of, print_json, progress, say, say_lost
from .project import session_of

_EVERY = 5  # seconds
_REST = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="watch this as well")
    parser.add_argument(
        "--remove", action="append", default=[], type=Path, metavar="PATH", help="no longer"
    )
    parser.add_argument("--list", action="store_true", help="only say what is watched")
    parser.add_argument("--once", action="store_true", help="look once, and end")
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    session = session_of(given)
    with session.store:
        for path in given.remove:
            if not unwatch(session, path):
                raise UserError("{path} is not watched", path=str(path))
        for path in given.paths:
            watch(session, path)
        if given.list or (given.remove and not given.once):
            return _list(given, session)
        if not watched(session):
            raise UserError("Nothing is watched", hint="Name a folder: vaglio watch PROJECT FOLDER")
        if given.once:
            return _once(given, session, Report(), {})[0]
        say("Looking every few seconds; Ctrl+C ends it")
        said, tried = Report(), dict[Path, Stamp]()
        while True:
            said = _once(given, session, said, tried)[1]
            time.sleep(_EVERY)


def _list(given: argparse.Namespace, session: Session) -> int:
    found = look(watched(session), {})
    if given.json:
        paths = [{"path": str(p), "files": n} for p, n in found.files.items()]
        gone = [{"path": str(p), "files": None} for p in found.unreachable]
        print_json({"watched": paths + gone})
        return DONE
    for path, count in found.files.items():
        print(f"{path} ({count} files)")
    say_lost("passed over", found.passed_over)
    for path in found.unreachable:
        print(f"{path} (cannot be reached now)")
    return DONE


def _once(
    given: argparse.Namespace, session: Session, said: Report, tried: dict[Path, Stamp]
) -> tuple[int, Report]:
    """Look, and bring in what is new; a file that is just being written is waited for once.

    Returns the exit code, and what was passed over: that is told unless it is what was *said*. What
    was *tried* before and is as it was then is not tried again.
    """
    assert session.store.path is not None
    found = look(watched(session), seen(session.store.path))
    if found.growing and given.once:
        time.sleep(_REST)
        found = look(watched(session), seen(session.store.path))
    new = {path: stamp for path, stamp in found.new.items() if tried.get(path) != stamp}
    tried |= new
    brought_in = bring_in(session, new, on_progress=progress(given))
    if found.passed_over != said:
        brought_in.imported.report.add(found.passed_over)
    clear(given)
    if given.json:
        done = brought_in.imported
        print_json(
            WatchAnswer(
                files=done.files,
                articles=done.articles_new,
                annotations=done.annotations,
                faults=[Fault.of(fault) for fault in done.faults],
                lost=done.report.lost,
                versions=brought_in.versions,
                growing=found.growing,
                unreachable=[str(path) for path in found.unreachable],
            )
        )
    else:
        _say(brought_in)
    return PARTLY if brought_in.imported.faults else DONE, found.passed_over


def _say(done: BroughtIn) -> None:
    if done.imported.articles_new:
        say(f"{done.imported.articles_new} articles came in")
    for fault in done.imported.faults:
        say(f"not imported: {fault}")
    for gone in done.imported.deleted:
        say(f"left out: {deletion_of(gone)}")
    say_lost("not taken in", done.imported.report)
    for version in done.versions:
        say(f"new version of “{version.title}”: {version.placed} annotations placed")
        for words in version.lost:
            say(f"    not placed: {words}")
        if version.others:
            say(f"    with the old one stays the work of {', '.join(version.others)}")
