"""``vaglio versions``: what one person made of a layer in two places, and which of them it is to be."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from msgspec import Struct

from annotator.core.errors import UserError
from annotator.core.review.differences import Difference
from annotator.services.collaboration import Collaboration, LayerVersion

from .compare import in_a_word
from .options import add_json, add_project
from .output import DONE, print_json, say
from .project import session_of

_MOST = 20  # differences of a layer that are printed
_WHICH = {"shown": "shown now", "rival": "open", "kept": "decided against"}


class _RivalVersions(Struct, frozen=True):
    """A layer with more than one version."""

    article_id: str
    title: str
    author: str
    versions: Sequence[LayerVersion]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("--take", metavar="ID", help="decide for this version; the others are kept")
    parser.add_argument(
        "--newest", action="store_true", help="decide for the newest version of every layer"
    )
    parser.add_argument("--of", default="", metavar="NAME", help="with --newest: of NAME alone")
    parser.add_argument("--all", action="store_true", help="also what was decided already")
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    session = session_of(given)
    with session.store:
        exchange = Collaboration(session)
        if given.take:
            _take(exchange, given.take)
            return DONE
        if given.newest:
            count = exchange.take_newest(given.of)
            say(f"Layers that are now their newest version: {count}; the others are kept (--all)")
            return DONE
        places = list(_places(exchange, decided=given.all))
        for place in places:
            if given.json:
                print_json(_for_scripts(exchange, place))
            else:
                print("\n".join(_told(exchange, place)))
    if not places and not given.json:
        say("There is one version of every layer: nothing is to be decided")
    return DONE


def _places(exchange: Collaboration, *, decided: bool) -> Iterator[_RivalVersions]:
    """The layers that wait for a decision, and with *decided* those that had one."""
    found = exchange.unsettled() + (exchange.decided() if decided else [])
    for article_id, author in found:
        made = exchange.versions(article_id, author)
        if not decided:
            made = [version for version in made if version.which != "kept"]
        title = exchange.store.annotated_article(article_id).article.title
        yield _RivalVersions(article_id, title, author, made)


def _take(exchange: Collaboration, id_: str) -> None:
    found = [
        (place, version)
        for place in _places(exchange, decided=True)
        for version in place.versions
        if version.id.startswith(id_)
    ]
    if len(found) != 1:
        raise UserError(
            "No version is called {id}" if not found else "More than one version begins with {id}",
            hint="“vaglio versions PROJECT --all” lists them.",
            id=id_,
        )
    [(place, version)] = found
    exchange.settle(place.article_id, place.author, version.contents)
    others = len(place.versions) - 1
    say(f"The layer of {place.author} on “{place.title}” is now version {version.id}")
    say(f"What was decided against ({others}) is kept: --take ID goes back to it")


def _told(exchange: Collaboration, place: _RivalVersions) -> Iterator[str]:
    """The versions of a layer and what they say otherwise, in lines for people."""
    yield f"“{place.title}” by {place.author}"
    for version in place.versions:
        contents = version.contents
        counts = f"{len(contents.entities)} entities, {len(contents.claims)} claims"
        when = version.at[:16].replace("T", " ")
        yield f"  {version.id}  {_WHICH[version.which]:15}  {when}  {contents.layer.status}, {counts}"
    review = exchange.differences(place.article_id, place.versions)
    differing = [each for each in review.differences if not each.is_agreed]
    for difference in differing[:_MOST]:
        yield f"    {_difference(difference, place, review.article.text)}"
    if len(differing) > _MOST:
        yield f"    and {len(differing) - _MOST} more"
    if not differing:
        yield "    they mark the same; what differs is in notes, forms or judgements"


def _difference(each: Difference, place: _RivalVersions, text: str) -> str:
    words = " ".join(each.span.of(text).split()) if each.span else ""
    who = ", ".join(
        f"{version.id[:4]} {in_a_word(mark)}"
        for version, mark in zip(place.versions, each.members, strict=True)
    )
    return f"{each.type}: {', '.join(each.how)}  “{words[:60]}”  {who}"


def _for_scripts(exchange: Collaboration, place: _RivalVersions) -> dict[str, object]:
    review = exchange.differences(place.article_id, place.versions)
    return {
        "article": place.article_id,
        "title": place.title,
        "author": place.author,
        "versions": [
            {
                "id": version.id,
                "which": version.which,
                "at": version.at,
                "status": version.contents.layer.status,
                "entities": len(version.contents.entities),
                "claims": len(version.contents.claims),
            }
            for version in place.versions
        ],
        "differences": sum(not difference.is_agreed for difference in review.differences),
    }
