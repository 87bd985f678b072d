"""Read the articles of ``resources/corpus`` with their claims and attributions marked by hand.

The format is described in ``resources/corpus/README.md``.

    python -m tools.train.corpus resources/corpus

says what is wrong with the files there and counts what is in them.
"""

from __future__ import annotations

import argparse
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from annotator.core import model

Place = tuple[int, int]  # code points of the article's text, end exclusive
BREAK = "\n\n"
_JOINED = 3  # words between two claims of one speaker that still make one content
HELD_OUT_EVERY = 4  # of each file, the fourth, eighth … article is never trained on


@dataclass
class Claim:
    """A claim with its parts in text order."""

    places: list[Place]
    by: tuple[str, ...] = ()
    kind: str = "event_property"
    worth: int = 1
    certainty: str = "asserted"
    time: str = "past"
    reasons: tuple[str, ...] = ()


@dataclass
class Attribution:
    """Who says it; *within* is the attribution whose content this one stands in."""

    source: list[Place] = field(default_factory=list)
    cue: list[Place] = field(default_factory=list)
    content: list[Place] = field(default_factory=list)
    within: str | None = None
    same_as: str | None = None  # whose speaker is meant where none is named
    agent: str | None = None
    who: str = "unknown"
    anonymity: str = "named"
    mode: str = "indirect"
    stance: str = "neutral"


@dataclass
class Article:
    id: str
    language: str
    genre: str
    text: str
    claims: dict[str, Claim]
    attributions: dict[str, Attribution]
    is_held_out: bool = False


def read(path: Path) -> list[Article]:
    """The articles of a corpus file.

    Raises:
        ValueError: a mark is not one that the format knows.
    """
    articles = [_article(element) for element in ET.parse(path).getroot().iter("article")]
    for number, article in enumerate(articles, 1):
        article.is_held_out = number % HELD_OUT_EVERY == 0
    return articles


def read_all(folder: Path) -> list[Article]:
    """The first labelling of every article in *folder*; ``second-*.xml`` are other labellings."""
    files = sorted(file for file in folder.glob("*.xml") if not file.name.startswith("second"))
    return [article for file in files for article in read(file)]


def _article(element: ET.Element) -> Article:
    pieces: list[str] = []
    made = Article(
        element.get("id", ""), element.get("language", "it"), element.get("genre", ""), "", {}, {}
    )
    for block in element:
        if pieces:
            pieces.append(BREAK)
        _read(block, pieces, made)
    made.text = "".join(pieces)
    _contents(made)
    return made


def _read(element: ET.Element, pieces: list[str], into: Article) -> None:
    """Add the text of *element* to *pieces* and its marks to *into*, depth first."""
    start = sum(map(len, pieces))
    if element.tag == "c":  # before those inside, so that the outer of two comes first
        _claim(element, into)
    pieces.append(element.text or "")
    for child in element:
        _read(child, pieces, into)
        pieces.append(child.tail or "")
    place = (start, sum(map(len, pieces)))
    match element.tag:
        case "c":
            into.claims[element.attrib["n"]].places.append(place)
        case "s" | "q" | "x":
            _attribution(element, place, into)
        case "p" | "title":
            pass
        case _:
            raise ValueError(f"{into.id}: <{element.tag}> is no mark of the corpus")


def _claim(element: ET.Element, into: Article) -> None:
    given = element.attrib
    if given["n"] not in into.claims:
        into.claims[given["n"]] = Claim(
            [],
            tuple(given.get("by", "").split()),
            given.get("kind", "event_property"),
            int(given.get("worth", "1")),
            given.get("certainty", "asserted"),
            given.get("time", "past"),
            tuple(given.get("reasons", "").split()),
        )


def _attribution(element: ET.Element, place: Place, into: Article) -> None:
    given = element.attrib
    made = into.attributions.setdefault(given["a"], Attribution())
    if element.tag == "s":
        made.source.append(place)
        made.who = given.get("who", made.who)
        made.anonymity = given.get("anonymity", made.anonymity)
        made.agent = given.get("agent", made.agent)
    elif element.tag == "q":
        made.cue.append(place)
        made.within = given.get("in", made.within)
        made.same_as = given.get("implicit", made.same_as)
        made.mode = given.get("mode", made.mode)
        made.stance = given.get("stance", made.stance)
    else:
        made.content.append(place)


def _contents(article: Article) -> None:
    """Give each attribution the claims it says as content, neighbours joined."""
    for number, attribution in article.attributions.items():
        said = [p for c in article.claims.values() if number in c.by for p in c.places]
        marks = [p for a in article.attributions.values() for p in (*a.source, *a.cue)]
        attribution.content = list(
            _joined(sorted({*attribution.content, *said}), marks, article.text)
        )


def _joined(places: Iterable[Place], marks: list[Place], text: str) -> Iterator[Place]:
    """*places* in order, those joined that only a few words part and none of *marks*."""
    last: Place | None = None
    for place in places:
        if last is not None and place[0] <= last[1]:
            last = (last[0], max(last[1], place[1]))
            continue
        if last is not None:
            gap = text[last[1] : place[0]]
            near = len(gap.split()) <= _JOINED and not set(".!?\n") & set(gap)
            if near and not any(last[1] <= a < place[0] for a, _ in marks):
                last = (last[0], place[1])
                continue
            yield last
        last = place
    if last is not None:
        yield last


_CLAIM_VALUES = {
    "kind": get_args(model.Kind),
    "certainty": get_args(model.Certainty),
    "time": get_args(model.TimeReference),
}
_ATTRIBUTION_VALUES = {
    "who": get_args(model.AgentType),
    "anonymity": get_args(model.Anonymity),
    "mode": get_args(model.QuoteMode),
    "stance": get_args(model.AuthorStance),
}


def faults(article: Article) -> Iterator[str]:
    """What is wrong with *article*, in words."""
    said = article.attributions
    for number, claim in article.claims.items():
        for name, allowed in _CLAIM_VALUES.items():
            if getattr(claim, name) not in allowed:
                yield f"claim {number}: {name} {getattr(claim, name)}"
        if not 0 <= claim.worth <= 3:
            yield f"claim {number}: worth {claim.worth}"
        unknown = {*claim.by} - {*said} | {*claim.reasons} - {*get_args(model.Reason)}
        yield from (f"claim {number}: {each} is not known" for each in sorted(unknown))
    for number, each in said.items():
        for name, allowed in _ATTRIBUTION_VALUES.items():
            if getattr(each, name) not in allowed:
                yield f"attribution {number}: {name} {getattr(each, name)}"
        if not each.source and not each.cue:
            yield f"attribution {number}: neither source nor cue"
        unknown = {each.within, each.same_as} - {*said, None}
        yield from (f"attribution {number}: {other} is not known" for other in sorted(unknown))
    marked = [p for c in article.claims.values() for p in c.places]
    marked += [p for a in said.values() for p in (*a.source, *a.cue, *a.content)]
    for start, end in marked:
        text = article.text[start:end]
        if text != text.strip() or not text:
            yield f"white space at the end of a mark, or nothing in it: {text!r}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    for article in read_all(args.folder):
        for fault in faults(article):
            print(article.id, fault)
        counts[f"{article.language} articles"] += 1
        counts[f"{article.language} held out"] += article.is_held_out
        counts[f"{article.language} words"] += len(article.text.split())
        counts[f"{article.language} claims"] += len(article.claims)
        counts[f"{article.language} attributions"] += len(article.attributions)
    print(dict(counts))


if __name__ == "__main__":
    main()
