"""``vaglio about``: title, publisher, date and the like of an article."""

from __future__ import annotations

import argparse

from annotator.core.article_details import FIELDS, edit_article
from annotator.core.visible_text import visible_line

from .options import add_json, add_project
from .output import DONE, print_json
from .project import article_named, session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("article", metavar="ARTICLE")
    for name in ("title", "publisher", "written-by", "published", "url", "language"):
        parser.add_argument(f"--{name}", metavar="TEXT")
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    session = session_of(given)
    with session.store as store:
        article = session.article(article_named(store, given.article))
        given.author, by = given.written_by, given.author  # --author is who you are
        said = {n: v for n in FIELDS if (v := getattr(given, n)) is not None}
        if said:
            session.do(edit_article(article, by=by, **said))
            article = session.article(article.id)
        known = {name: getattr(article, name) for name in FIELDS}
    if given.json:
        print_json(known)
    else:
        for name, value in known.items():
            print(f"{name:10s} {visible_line(value or '')}")
    return DONE
