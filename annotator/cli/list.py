"""``vaglio list``: the articles of a project."""

from __future__ import annotations

import argparse

from annotator.core.visible_text import visible_line
from annotator.store import ArticleFilter

from .options import add_json, add_project
from .output import DONE, print_json
from .project import session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "--status", choices=["new", "draft", "submitted", "changes_requested", "approved"]
    )
    parser.add_argument("--language", metavar="CODE")
    parser.add_argument("--label", metavar="LABEL", help="only articles with this label")
    parser.add_argument("--undecided", action="store_true", help="only with unjudged suggestions")
    parser.add_argument(
        "--to-review", action="store_true", help="only those that colleagues have submitted"
    )
    parser.add_argument("--assigned", action="store_true", help="only those that were given to you")
    parser.add_argument(
        "--order",
        default="imported",
        choices=["imported", "newest", "title", "published", "undecided", "teaching"],
        help="teaching: first what pays most to annotate next (default: %(default)s)",
    )
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    with session_of(given).store as store:
        wanted = ArticleFilter(
            analyst=given.author,
            status=given.status,
            language=given.language,
            label=given.label,
            undecided=given.undecided,
            assigned=given.assigned,
            to_review=given.to_review,
            sort=given.order,
        )
        ids = store.queue(wanted)
        for start in range(0, len(ids), 500):
            for row in store.rows(ids[start : start + 500], given.author):
                if given.json:
                    print_json(row)
                else:
                    counts = f"{row.entities:4d} {row.claims:4d} {row.undecided:4d}"
                    title = visible_line(row.title)
                    print(f"{row.id}  {row.status:9s} {row.language:3s} {counts}  {title}")
    return DONE
