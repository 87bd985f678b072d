"""``vaglio show``: an article with its layers."""

from __future__ import annotations

import argparse

from annotator.core.visible_text import visible_line

from .options import add_json, add_project
from .output import DONE
from .project import article_named, session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "article", metavar="ARTICLE", help="id, number in the list, or part of the title"
    )
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    from annotator.formats import write

    with session_of(given).store as store:
        annotated_article = store.annotated_article(article_named(store, given.article))
        if given.json:
            write([annotated_article], None, format="jsonl")
            return DONE
        article = annotated_article.article
        title = visible_line(article.title)
        print(f"{title}\n{'-' * min(80, len(title))}")
        print(article.text)
        for contents in annotated_article.layers:
            print(f"\n{contents.layer.author} ({contents.layer.status})")
            for entity in contents.entities:
                span = entity.span
                print(f"  {span.start}-{span.end}  {entity.label:9s} {span.of(article.text)}")
            for claim in contents.claims:
                words = " ... ".join(s.of(article.text) for s in claim.spans)
                place = f"{claim.spans[0].start}-{claim.spans[-1].end}"
                print(f"  {place}  {claim.kind} {claim.check_worthiness}  {words}")
    return DONE
