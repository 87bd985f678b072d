"""Giving articles to analysts: even shares, and some articles to two, so that they can be compared."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence

from ..exchange.work_package import Assignment


def assign(
    articles: Sequence[str], people: Sequence[str], *, overlap: float, seed: int
) -> dict[str, tuple[str, ...]]:
    """For each article (any name that is the same everywhere) who is to label it.

    *overlap* (0 to 1) of the articles go to two people. Nobody gets more than one article more
    than anybody else, and the pairs of people change. The same seed gives the same result,
    whatever the order of the articles.
    """
    if not people or not 0 <= overlap <= 1:
        raise ValueError("nobody to give articles to, or a share that is none")
    drawn = random.Random(seed)
    ordered = sorted(articles)
    drawn.shuffle(ordered)
    names = sorted(set(people))
    double = round(overlap * len(ordered)) if len(names) > 1 else 0
    load = dict.fromkeys(names, 0)
    together: dict[frozenset[str], int] = {}
    made: dict[str, tuple[str, ...]] = {}
    for at, article in enumerate(ordered):
        first = min(names, key=lambda name: (load[name], name))
        load[first] += 1
        chosen = [first]
        if at < double:
            rest = [name for name in names if name != first]
            second = min(
                rest,
                key=lambda name: (load[name], together.get(frozenset((first, name)), 0), name),
            )
            load[second] += 1
            pair = frozenset((first, second))
            together[pair] = together.get(pair, 0) + 1
            chosen.append(second)
        made[article] = tuple(sorted(chosen))
    return made


def hand_over(
    people: Mapping[str, tuple[str, ...]], giver: str, articles: Collection[str], to: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """*people* (names by article) with *articles* of *giver* given to others, evenly.

    An article that all of *to* have already stays with them alone.
    """
    load = dict.fromkeys(sorted(set(to) - {giver}), 0)
    if not load:
        raise ValueError("nobody to give articles to")
    made = dict(people)
    for article in sorted(set(articles)):
        rest = tuple(name for name in made.get(article, ()) if name != giver)
        if len(rest) == len(made.get(article, ())):
            continue
        free = [name for name in load if name not in rest]
        if free:
            name = min(free, key=lambda each: (load[each], each))
            load[name] += 1
            rest = tuple(sorted((*rest, name)))
        made[article] = rest
    return {article: names for article, names in made.items() if names}


def newer(one: Assignment | None, two: Assignment | None) -> Assignment | None:
    """Of two assignments the one that was made later."""
    known = [each for each in (one, two) if each is not None]
    return max(known, key=lambda each: (each.at, each.by), default=None)


def articles_of(assignment: Assignment, name: str) -> list[str]:
    """The articles, by the hash of their texts, that *name* is to label."""
    return [sha256 for sha256, names in assignment.people.items() if name in names]
