"""``vaglio check``: whether all that is stored is as it was written."""

from __future__ import annotations

import argparse

from annotator.store import Store, repair
from annotator.store import check as check_store
from annotator.store.maintenance import sweep

from .options import add_json, add_project
from .output import DONE, PARTLY, clear, print_json, progress, say, say_how_to_restore
from .project import session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "--repair", action="store_true", help="mend what can be mended; deletes nothing"
    )
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    with Store.open(given.project, readonly=True) as store:
        is_pending = sweep.is_pending(store)
    if is_pending:
        session_of(given).store.close()
    with session_of(given, readonly=not given.repair).store as store:
        if given.repair:
            for done in repair(store)[0]:
                say(f"repaired: {done}")
        tell = progress(given)
        findings = check_store(
            store, on_progress=tell and (lambda done, total: tell(done / max(1, total), ""))
        )
        clear(given)
        for finding in findings:
            if given.json:
                print_json(finding)
            else:
                print(f"{finding.code}: {finding.what} ({finding.where}). {finding.hint}")
    if any(finding.code != "incomplete" for finding in findings) and not given.key_on_stdin:
        say_how_to_restore(given.project)
    if not findings and not given.json:
        say(f"{given.project}: everything is in order")
    return PARTLY if findings else DONE
