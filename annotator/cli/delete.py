"""``vaglio delete``: articles out of a project for good."""

from __future__ import annotations

import argparse
import signal
import sys

import msgspec

from annotator.core.errors import ProjectFault, UserError
from annotator.services import deletion
from annotator.services.deletion import Progress
from annotator.services.results import DeletionPreview, DeletionResult
from annotator.services.session import Session
from annotator.store.maintenance import delete as records

from .options import add_json, add_project
from .output import DONE, PARTLY, clear, print_json, progress, say
from .project import article_named, session_of

_DONE_SHARE = 0.5  # from here on the articles are deleted, and cancelling would only leave traces


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "article",
        nargs="*",
        metavar="ARTICLE",
        help="id, number in the list, or part of the title; without one, list what was deleted",
    )
    parser.add_argument(
        "--reason", default="", metavar="TEXT", help="why; it stays, and goes to colleagues"
    )
    parser.add_argument("--yes", action="store_true", help="do not ask first")
    parser.add_argument("--backups", action="store_true", help="in the backups beside it as well")
    parser.add_argument(
        "--keep-sources", action="store_true", help="keep outside sources that only they use"
    )
    parser.add_argument("--preview", action="store_true", help="only say what would go")
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    session = session_of(given)
    with session.store as store:
        ids = list(dict.fromkeys(article_named(store, wanted) for wanted in given.article))
        if not ids:
            return _list(given, session)
        if given.preview:
            return _preview(given, deletion.outlook(session, ids))
        if not given.yes:
            _ask(deletion.outlook(session, ids))
        deletion_result = _delete(given, session, ids)
    if given.json:
        print_json(deletion_result)
    else:
        _say(deletion_result, given.backups)
    return DONE if deletion_result.is_swept and not deletion_result.missed else PARTLY


def _delete(given: argparse.Namespace, session: Session, ids: list[str]) -> DeletionResult:
    """Delete, and sweep up; where that has to wait, it is deleted all the same."""
    try:
        return deletion.delete(
            session,
            ids,
            reason=given.reason,
            keep_sources=given.keep_sources,
            in_backups=given.backups,
            on_progress=_until_it_is_done(progress(given)),
        )
    except (ProjectFault, KeyboardInterrupt) as fault:
        if not deletion.is_pending(session):  # else it was too late: they are deleted
            raise
        if isinstance(fault, ProjectFault):
            say(f"vaglio: {fault}")
        return DeletionResult(len(ids), missed=[])
    finally:
        clear(given)


def _until_it_is_done(tell: Progress | None) -> Progress:
    """As *tell*; once the articles are deleted, nothing cancels the sweeping any more."""

    def telling(share: float, what: str) -> None:
        if share >= _DONE_SHARE:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, signal.SIG_IGN)
        if tell is not None:
            tell(share, what)

    return telling


def _list(given: argparse.Namespace, session: Session) -> int:
    for each in records.deleted(session.store):
        if given.json:
            print_json(msgspec.to_builtins(each) | {"seen": len(each.seen)})
        else:
            kept = f" · let in again by {each.overruled_by}" if each.overruled_by else ""
            why = f" · {each.reason}" if each.reason else ""
            print(f"{each.at[:16]}  {each.by}  {each.article_id}{why}{kept}")
    return PARTLY if deletion.is_pending(session) else DONE


def _preview(given: argparse.Namespace, found: DeletionPreview) -> int:
    if given.json:
        print_json(found)
    else:
        _tell(found)
        say("Nothing was deleted: this is what would go")
    return DONE


def _tell(found: DeletionPreview) -> None:
    for title in found.titles:
        print(f"“{title}”")
    for name, count in sorted(found.annotations.items()):
        print(f"  {count} annotations and judgements of {name}")
    if found.suggestions:
        print(f"  {found.suggestions} suggestions of the machine")
    if found.verdicts:
        print(f"  {found.verdicts} verdicts among them")
    for title in found.sources:
        print(f"  the source “{title}”, which nothing else uses")


def _ask(found: DeletionPreview) -> None:
    """Have the person at the terminal say yes.

    Raises:
        UserError: they did not, or nobody is there.
    """
    _tell(found)
    if sys.stdin.isatty():
        said = input("Delete this for good? It cannot be undone. Type DELETE: ")
        if said.strip() == "DELETE":
            return
        raise UserError("Nothing was deleted")
    raise UserError("Nothing was deleted", hint="With --yes it is done without asking.")


def _say(done: DeletionResult, in_backups: bool) -> None:
    say(f"Deleted {done.articles} articles for good")
    if not done.is_swept:
        say("Traces of them are in the file until it is opened again with room on the disk")
    if in_backups:
        say(f"They were in {done.backups} of the backups, and are no longer")
        for name in done.missed:
            say(f"not reached: {name}")
    else:
        say("Backups were not touched; --backups does it there as well")
    say("Exports and bundles that were sent before, and colleagues' projects, still have them")
