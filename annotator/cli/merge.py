"""``vaglio merge``: colleagues' work, brought in after a look at it if one likes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from annotator.services.collaboration import Collaboration, ReceivedFiles
from annotator.services.results import FileFault, MergeAnswer, ReceivedFile
from annotator.store import BarredArticle, DeletedArticle, MergeResult

from .options import add_json, add_project
from .output import DONE, PARTLY, clear, print_json, progress, say
from .project import finish_deletions, session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--dry-run", action="store_true", help="only say what would come")
    decided = parser.add_mutually_exclusive_group()
    decided.add_argument(
        "--delete-too",
        dest="on_deleted",
        action="store_const",
        const="delete",
        help="delete all that colleagues deleted, also what they did not know the work on",
    )
    decided.add_argument(
        "--keep-deleted",
        dest="on_deleted",
        action="store_const",
        const="keep",
        help="keep here what colleagues deleted",
    )
    parser.set_defaults(on_deleted="ask")
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    session = session_of(given)
    with session.store:
        receipt = Collaboration(session).receive(
            given.files,
            dry_run=given.dry_run,
            on_deleted=given.on_deleted,
            on_progress=progress(given),
        )
        if not given.dry_run:
            finish_deletions(session)
    clear(given)
    for refused in receipt.refused:
        say(f"not merged: {refused}")
    if given.json:
        print_json(_answer(receipt, dry_run=given.dry_run))
    else:
        for file in receipt.files:
            print("\n".join(report(file)))
        if given.dry_run:
            say("Nothing was written: this is what would come")
    undecided = any(file.undecided for file in receipt.files)
    return PARTLY if receipt.refused or undecided else DONE


def _answer(receipt: ReceivedFiles, *, dry_run: bool) -> MergeAnswer:
    return MergeAnswer(
        dry_run=dry_run,
        files=receipt.files,
        not_merged=[str(refused) for refused in receipt.refused],
        faults=[FileFault.of(each.fault, file=each.file) for each in receipt.refused],
    )


def report(each: ReceivedFile) -> Iterator[str]:
    """What a file brought, in lines for people."""
    made = f" (from {each.made_by}, {each.made_at[:16]})" if each.made_by else ""
    yield f"{each.file}{made}"
    yield f"  articles: {each.articles_new} new, {each.articles_known} known"
    for author, came in sorted(each.layers.items()):
        yield (
            f"  layers of {author}: {came.new} new, {came.newer} newer, {came.known} known,"
            f" {came.rivals} in two versions"
        )
    if each.assignment:
        yield "  who labels which article"
    for title, author in each.rivals:
        yield f"  two versions by {author}: “{title}”; both are kept (see vaglio versions)"
    for ours, theirs in each.other_texts:
        yield f"  another text of article {ours}: it came as {theirs} (see vaglio reanchor)"
    yield from _told_of_deletions(each)
    if each.unknown_labels:
        yield f"  labels that the scheme does not have: {', '.join(each.unknown_labels)}"
    for title in each.kept:
        yield f"  the source “{title}” is here with other fields, and was left as it is"
    if each.machine_layers:
        yield f"  {each.machine_layers} layers of machines were left aside"
    if each.is_unrelated:
        yield "  none of the articles here is in it: is it of another project?"
    if not each.is_new:
        yield "  nothing that is not here already"


def _told_of_deletions(merged: MergeResult) -> Iterator[str]:
    for gone in merged.deleted:
        yield f"  “{gone.title}” {_by(gone)}: it is deleted here too"
    for gone in merged.undecided:
        yield (
            f"  “{gone.title}” {_by(gone)}, without knowing of the work of"
            f" {', '.join(gone.unseen)}: it stays until you decide, with --delete-too or --keep-deleted"
        )
    for gone in merged.overruled:
        yield f"  “{gone.title}” {_by(gone)}: it stays here, as you decided"
    for out in merged.left_out:
        yield f"  “{out.title}” {_by(out)}, and is not brought back"


def _by(gone: DeletedArticle | BarredArticle) -> str:
    why = f" ({gone.reason})" if gone.reason else ""
    return f"was deleted for good by {gone.by} on {gone.at[:10]}{why}"
