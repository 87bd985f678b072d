"""``vaglio export``: labelled data, in one of the formats."""

from __future__ import annotations

import argparse
from pathlib import Path

from annotator.core.errors import UserError
from annotator.formats import Unfinished
from annotator.services.exporting import ExportSelection
from annotator.services.exporting import export as export_articles
from annotator.services.results import ExportAnswer
from annotator.store import ArticleFilter

from .options import add_articles, add_json, add_project
from .output import DONE, PARTLY, clear, print_json, progress, say, say_lost
from .project import articles_named, session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "--format",
        default="jsonl",
        metavar="FORMAT",
        help="jsonl (default), flat, docbin, claimreview, report-html …: see docs/formats.md",
    )
    parser.add_argument(
        "--layer", default="mine", metavar="LAYER", help="mine, machine, gold, all or a name"
    )
    parser.add_argument("--status", help="only articles whose layer of yours has this status")
    parser.add_argument(
        "--variant",
        default="",
        metavar="NAME",
        help="another form of the format: see docs/formats.md",
    )
    parser.add_argument(
        "--unfinished",
        action="store_true",
        help="write reviews that lack what must be published, too; what it is, is told all the same",
    )
    add_articles(parser)
    parser.add_argument(
        "--articles-in", type=Path, metavar="FILE", help="only those whose ids a file lists"
    )
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="- is standard output"
    )
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    path = None if str(given.output) == "-" else given.output
    with session_of(given).store as store:
        ids = articles_named(store, given) or None
        if given.articles_in:
            ids = given.articles_in.read_text(encoding="utf-8").split()
        if ids is None and given.status:
            ids = store.queue(ArticleFilter(analyst=given.author, status=given.status))
        if given.layer not in ("mine", "machine", "gold", "all", *store.authors()):
            raise UserError(
                "Nobody called {name} has a layer here",
                hint="There are layers of {names}",
                name=given.layer,
                names=", ".join(store.authors()) or "nobody",
            )
        selection = ExportSelection(
            given.format,
            given.layer,
            given.author,
            variant=given.variant,
            unfinished=given.unfinished,
        )
        refused: Unfinished | None = None
        try:
            report = export_articles(store, path, selection, ids, on_progress=progress(given))
        except Unfinished as err:
            refused, report = err, err.report
    clear(given)
    for each in report.missing:
        say(f"missing: {each.where}: {each.what}: {each.why}")
    if refused is not None:
        say(str(refused))
    else:
        say_lost("not carried", report)
    if given.json:
        answer = ExportAnswer(
            path=str(path) if path else "-",
            uncarried=report.uncarried,
            articles=report.articles,
            left_aside=report.left_aside,
            lines=report.lines,
            carried=report.carried,
            lost=report.lost,
            missing=report.missing,
            written=refused is None,
        )
        print_json(answer, aside=path is None)
    elif path is not None and refused is None:
        say(f"Wrote {report.carried} annotations to {path}")
        if report.left_aside:
            say(f"{report.left_aside} articles have no such layer and are not in it")
    return PARTLY if report.missing else DONE
