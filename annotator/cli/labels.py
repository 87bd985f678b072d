"""``vaglio labels``: the labels of a project, and codebooks of other programs."""

from __future__ import annotations

import argparse
from pathlib import Path

from annotator.formats import Report
from annotator.formats.annotations.refi.codebook import read_codebook, taken_in, write_codebook
from annotator.services.session import default_scheme

from .options import add_json, add_project
from .output import DONE, print_json, say, say_lost
from .project import session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "--from",
        dest="take",
        type=Path,
        metavar="FILE",
        help="add the codes of a .qdc or .qdpx that are not there",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write a codebook: .qdc")
    parser.add_argument(
        "--language", default="en", choices=["en", "it"], help="of names (default: %(default)s)"
    )
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    session = session_of(given, readonly=given.take is None)
    report = Report()
    with session.store:
        before = session.scheme
        if given.take is not None:
            codes = read_codebook(given.take, report)
            colours = [label.colour for label in default_scheme().labels]
            session.set_scheme(taken_in(before, codes, colours))
        scheme, used = session.scheme, session.store.labels_in_use()
        if given.output is not None:
            chosen = (label for label in scheme.labels if label.kind == "entity")
            report.add(write_codebook(chosen, given.output, language=given.language))
    new = [label.code for label in scheme.labels if label not in before.labels]
    rows = [
        {
            "code": label.code,
            "name": label.named(given.language),
            "kind": label.kind,
            "key": label.key,
            "colour": label.colour,
            "retired": label.retired,
            "used": used.get(label.code, 0),
        }
        for label in scheme.labels
    ]
    if given.json:
        print_json({"labels": rows, "new": new, "lost": report.lost})
        return DONE
    if given.take is None and given.output is None:
        for row in rows:
            print(f"{row['key'] or ' '}  {row['code']:14} {row['name']} ({row['used']})")
    elif given.take is not None:
        say(f"{len(new)} labels are new: {', '.join(new)}" if new else "No label is new")
    if given.output is not None:
        say(f"Wrote {given.output}")
    say_lost("not taken along", report)
    return DONE
