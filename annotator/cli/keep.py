"""``vaglio keep``: saved pages, PDFs, tables, pictures, links and references as sources of the project, and what is kept."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from annotator.core.errors import UserError
from annotator.core.sources.archived_file import ArchivedFile
from annotator.formats import name_of
from annotator.services.archived_sources import ArchivedSource, ArchivedSources
from annotator.services.results import Fault, FileFault, KeepFaults, KeptFile

from .options import add_json, add_project
from .output import DONE, PARTLY, clear, print_json, progress, say
from .project import session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--source", metavar="ID", help="the outside source whose file it is")
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    session = session_of(given)
    faults: list[tuple[str, UserError]] = []
    tell = progress(given)
    with session.store:
        keeper = ArchivedSources(session)
        for number, path in enumerate(given.files):
            if tell is not None:
                tell(number / len(given.files), name_of(path))
            try:
                kept = keeper.keep(path, source_id=given.source)
            except UserError as fault:
                faults.append((name_of(path), fault))
            else:
                _say(kept, name_of(path), as_json=given.json)
                for added in kept.others:
                    _say(
                        ArchivedSource(added, ArchivedFile("", "", 0)),
                        name_of(path),
                        as_json=given.json,
                    )
    clear(given)
    for _, refused in faults:
        say(f"not kept: {refused}")
    if given.json:
        print_json(KeepFaults([FileFault.of(fault, file=name) for name, fault in faults]))
    return PARTLY if faults else DONE


def _say(kept: ArchivedSource, name: str, *, as_json: bool) -> None:
    source = kept.added.source
    if as_json:
        print_json(
            KeptFile(
                file=name,
                source=msgspec.to_builtins(source),
                is_new=kept.added.change is not None,
                characters=len(kept.saved.text),
                pages=len(kept.saved.pages),
                unread=Fault.of(kept.unread) if kept.unread else None,
            )
        )
        return
    words = f"{len(kept.saved.text):,} characters" if kept.saved.text else "no words"
    say(f"Kept {name} as the source “{source.title}” ({words})")
    if kept.unread is not None:
        say(f"its words could not be read: {kept.unread}")
