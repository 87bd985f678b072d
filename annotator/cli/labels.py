"""``vaglio labels``: the labels of a project, and codebooks of other programs."""

from __future__ import annotations

import argparse

from annotator.formats import Report
from annotator.formats.annotations.refi.codebook import read_codebook, taken_in, write_codebook
from annotator.services.session import default_scheme

from .commands import desk_of
from .telling import DONE, print_json, say, say_lost


def labels(given: argparse.Namespace) -> int:
    session = desk_of(given, readonly=given.take is None)
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
