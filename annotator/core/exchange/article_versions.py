"""Articles that follow others: the same piece with another text, told by where it came from.

It is kept with the particulars of the articles: of which watched file each is, which one it
follows or is followed by, and what could not be placed in it of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from ..model import Article

WATCHED, FOLLOWS, FOLLOWED_BY, NOT_PLACED = "watched", "follows", "followed_by", "not_placed"
_ALIKE = 0.4  # share of words in common, from which on a text is another version
_FEW = 20  # articles of a file that are all compared
_MOST = 100_000  # characters of a text that are compared
_WORD = re.compile(r"\w{4,}")
MOST_TOLD = 500  # annotations that could not be placed


class EarlierVersion(Struct, frozen=True):
    """An article that came of a watched file, and that none follows."""

    id: str
    title: str
    url: str | None


def earlier_of(
    article: Article, earlier: Sequence[EarlierVersion], text_of: Callable[[str], str]
) -> EarlierVersion | None:
    """Which of the articles that a file had is *article* with another text.

    By its address; else the one of the same title, or of few the one with the most words in
    common, where the texts are alike enough. *text_of* is asked for the text of an id.
    """
    if article.url and (found := next((e for e in earlier if e.url == article.url), None)):
        return found
    near = [e for e in earlier if not (article.url and e.url)]
    named = [e for e in near if e.title == article.title]
    best, score = None, _ALIKE
    for each in named or (near if len(near) <= _FEW else []):
        common = alike(article.text, text_of(each.id))
        if common >= score:
            best, score = each, common
    return best


def alike(one: str, other: str) -> float:
    """The share of words that two texts have in common, of all words in them: 0 to 1."""
    mine, theirs = ({*_WORD.findall(text[:_MOST].lower())} for text in (one, other))
    return len(mine & theirs) / len(mine | theirs) if mine or theirs else 1.0


def follower(article: Article) -> str:
    """Id of the newer version of *article*; "" where there is none."""
    return str(article.metadata.get(FOLLOWED_BY) or "")


def not_placed(article: Article) -> list[str]:
    """The words of annotations that could not be placed in *article*."""
    said = article.metadata.get(NOT_PLACED)
    return [str(each) for each in said] if isinstance(said, list) else []
