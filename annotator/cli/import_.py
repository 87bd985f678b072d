"""``vaglio import``: files in, after a look at them if one likes, under the labels of here."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeVar

import msgspec

from annotator.core.errors import UserError
from annotator.core.exchange.label_mapping import LabelMapping
from annotator.core.visible_text import visible_line
from annotator.formats import Report
from annotator.services.importing import ImportPlan, import_files, look
from annotator.services.results import Fault, ImportAnswer
from annotator.services.session import Session

from .options import add_json, add_project
from .output import DONE, PARTLY, clear, deletion_of, print_json, progress, say, say_lost
from .project import session_of

T = TypeVar("T")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files or folders")
    parser.add_argument("--preview", action="store_true", help="only say what would come")
    parser.add_argument(
        "--map",
        type=Path,
        metavar="FILE",
        help='JSON: {"PERSON": "PER", "MISC": ""}; or so of labels, relations, attributes, columns',
    )
    parser.add_argument(
        "--bring-back", action="store_true", help="also articles that were deleted here for good"
    )
    parser.add_argument("--plan", type=Path, metavar="FILE", help=argparse.SUPPRESS)
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    plan = _plan(given)
    session = session_of(given, create=True)
    if given.preview:
        return _preview(given, session, plan)
    with session.store:
        done = import_files(session, given.files, plan=plan, on_progress=progress(given))
        clear(given)
        for fault in done.faults:
            say(f"not imported: {fault}")
        for conflict in done.conflicts:
            say(f"left as it was: {conflict}")
        for gone in done.deleted:
            say(f"left out: {deletion_of(gone)}; --bring-back takes it in")
        answer = ImportAnswer(
            files=done.files,
            articles=done.articles_new,
            articles_known=done.articles_known,
            layers=done.layers_new,
            layers_known=done.layers_known,
            annotations=done.annotations,
            not_imported=[str(fault) for fault in done.faults],
            faults=[Fault.of(fault) for fault in done.faults],
            conflicts=done.conflicts,
            passed_over=done.skipped,
            deleted=done.deleted,
            uncarried=done.report.uncarried,
            lost=done.report.lost,
        )
        say_lost("not taken in", done.report)
        for name in done.skipped:
            say(f"passed over: {name} is of no kind that can be imported")
        if given.json:
            print_json(answer)
        else:
            say(
                f"Imported {done.articles_new} articles ({done.articles_known} were there already)"
                f" and {done.annotations} annotations from {done.files} files"
            )
    return PARTLY if done.faults or done.deleted else DONE


def _preview(given: argparse.Namespace, session: Session, plan: ImportPlan) -> int:
    """Say what would come; nothing is written."""
    with session.store:
        report = Report()
        found = look(session, given.files, plan=plan, report=report, on_progress=progress(given))
    clear(given)
    if given.json:
        print_json(found)
    else:
        for article in found.articles:
            known = (
                " (known)" if article.is_known else " (deleted for good)" if article.deleted else ""
            )
            particulars = [article.published, article.publisher, article.language]
            said = " · ".join(part for part in particulars if part)
            print(f"{visible_line(article.file)}: {visible_line(article.title)}{known}")
            print(
                f"    {said} · {article.characters:,} characters · {article.annotations} annotations"
            )
        for label, ours in found.labels.items():
            print(f"label {label}: {ours if ours is not None else 'kept as it is'}")
        for kind, terms in (("relation", found.relations), ("attribute", found.attributes)):
            for name, ours in terms.items():
                print(f"{kind} {name}: {f'{ours}, if you map it' if ours else 'no place for it'}")
        for name, ours in found.columns.items():
            print(f"column {name}: {ours or 'a detail'}")
        for fault in found.faults:
            say(f"cannot be imported: {fault.error}")
        say_lost("would not be taken in", report)
        say("Nothing was written: this is what would come")
    return PARTLY if found.faults else DONE


def _plan(given: argparse.Namespace) -> ImportPlan:
    """What ``--plan`` and ``--map`` want. Raises UserError where a file is not as it should be."""
    plan = _read(given.plan, ImportPlan) if given.plan else ImportPlan()
    if given.bring_back:
        plan = msgspec.structs.replace(plan, bring_all_back=True)
    if given.map:
        terms = plan.terms | _terms(given.map)
        plan = msgspec.structs.replace(plan, **msgspec.structs.asdict(terms))
    return plan


def _terms(path: Path) -> LabelMapping:
    """The terms of a file; one that leads words to words is about labels."""
    said = _read(path, dict[str, str | dict[str, str]])
    if any(isinstance(each, dict) for each in said.values()):
        return _read(path, LabelMapping)
    return LabelMapping(labels=_read(path, dict[str, str]))


def _read(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except OSError as err:
        raise UserError(
            "{file} cannot be read ({why})", file=path.name, why=err.strerror or str(err)
        ) from err
    except (msgspec.MsgspecError, UnicodeDecodeError) as err:
        raise UserError(
            "{file} is not as it should be ({why})",
            hint="A mapping is a JSON object from words to words, or four of them: labels, relations, "
            "attributes, columns. An empty word leaves something out.",
            file=path.name,
            why=str(err)[:200],
        ) from err
