"""``vaglio compare``: what layers say otherwise, place by place."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from typing import Any

from annotator.core.errors import UserError
from annotator.core.review.differences import Difference
from annotator.core.review.review import Review
from annotator.core.visible_text import visible_line
from annotator.services.review import NotYetSubmitted, Reviews

from .options import add_articles, add_json, add_project
from .output import DONE, print_json, say
from .project import articles_named, session_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "--layers", required=True, metavar="NAMES", help="whose: names, machine, gold"
    )
    add_articles(parser)
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    names = [name for name in given.layers.split(",") if name]
    if len(set(names)) < 2:
        raise UserError("Two layers or more are compared", hint="For instance --layers anna,bruno")
    counts: Counter[str] = Counter()
    compared = hidden = 0
    session = session_of(given)
    with session.store as store:
        reviews = Reviews(session)
        ids = articles_named(store, given) or reviews.to_review()
        for id_ in ids:
            try:
                review = reviews.review(id_, names)
            except NotYetSubmitted:
                hidden += 1
                continue
            if len(review.layers) < 2:
                continue
            compared += 1
            if given.json:
                print_json(_for_scripts(review))
            else:
                _tell(review, counts)
    if not given.json:
        _sum_up(compared, counts)
    if hidden:
        say(f"{hidden} articles are not shown before you have submitted your own work on them")
    return DONE


def _for_scripts(review: Review) -> dict[str, object]:
    text = review.article.text
    return {
        "article": review.article.id,
        "title": review.article.title,
        "sha256": review.article.sha256,
        "layers": review.authors,
        "agreed": sum(difference.is_agreed for difference in review.differences),
        "differences": [
            _parts(difference, review.authors, text)
            for difference in review.differences
            if not difference.is_agreed
        ],
    }


def _parts(each: Difference, authors: tuple[str, ...], text: str) -> dict[str, Any]:
    span = each.span
    return {
        "type": each.type,
        "how": each.how,
        "fields": each.fields,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "text": span.of(text) if span else "",
        "members": dict(zip(authors, each.members, strict=True)),
    }


def _tell(review: Review, counts: Counter[str]) -> None:
    text = review.article.text
    print(f"{visible_line(review.article.title)} ({' – '.join(review.authors)})")
    for difference in review.differences:
        counts["agree" if difference.is_agreed else ", ".join(difference.how)] += 1
        if difference.is_agreed:
            continue
        words = " ".join(difference.span.of(text).split()) if difference.span else ""
        who = ", ".join(
            f"{author} {in_a_word(mark, difference.fields)}"
            for author, mark in zip(review.authors, difference.members, strict=True)
        )
        print(f"  {difference.type}: {', '.join(difference.how)}  “{words[:60]}”  {who}")


def in_a_word(mark: Any, fields: Iterable[str] = ()) -> str:
    """What an annotation is, in a word, and its values of *fields*; a dash for none."""
    if mark is None:
        return "–"
    word = str(getattr(mark, "label", "") or getattr(mark, "kind", "") or "✓")
    values = ", ".join(f"{name} = {_value(getattr(mark, name))}" for name in fields)
    return f"{word} ({values})" if values else word


def _value(value: object) -> str:
    if isinstance(value, tuple):
        value = " + ".join(map(str, value))
    return visible_line(str(value)) if value not in (None, "") else "–"


def _sum_up(articles: int, counts: Counter[str]) -> None:
    print(f"{articles} articles, {counts.total()} places, {counts.pop('agree', 0)} agreed")
    for how, count in counts.most_common():
        print(f"  {how}: {count}")
