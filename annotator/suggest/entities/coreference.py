"""Names agree within an article: a surname after the full name, an acronym after the long form."""

from __future__ import annotations

from collections import Counter, defaultdict

from ..language.mention import Mention
from ..language.word_lists import surnames
from .context import WordContext


def propagate(
    context: WordContext, found: list[Mention], people: dict[str, float]
) -> list[Mention]:
    """*found* with labels made consistent and lone mentions of known people added.

    *people* maps the last names met so far to a confidence; it is read and added to, so that the
    next piece of a long article knows them.
    """
    _learn(context, found, people)
    found = [_relabel(context, mention, people) for mention in found]
    found = _agree(context, found)
    return sorted(found + _lone(context, found, people))


def _learn(context: WordContext, found: list[Mention], people: dict[str, float]) -> None:
    for mention in found:
        if mention.label == "PER" and mention.confidence >= 0.6:
            parts = context.text[mention.start : mention.end].split()
            if len(parts) > 1 and len(parts[-1]) > 2 and parts[-1][0].isupper():
                people[parts[-1]] = max(people.get(parts[-1], 0), mention.confidence)
                if len(parts) > 2 and parts[-2] in (
                    "De",
                    "Di",
                    "Del",
                    "D'",
                    "Al",
                    "La",
                    "Lo",
                    "von",
                    "van",
                ):
                    people[" ".join(parts[-2:])] = mention.confidence


def _relabel(context: WordContext, mention: Mention, people: dict[str, float]) -> Mention:
    """A lone surname is the person, also where a list or the shape said otherwise."""
    text = context.text[mention.start : mention.end]
    if mention.label == "PER" or text not in people or " " in text:
        return mention
    if mention.confidence >= 0.85 and text not in surnames():
        return mention
    return mention._replace(
        label="PER", confidence=0.75, why="name: surname of a person named before", subtype=None
    )


def _agree(context: WordContext, found: list[Mention]) -> list[Mention]:
    """Unlisted names that are written alike get the label that most of their mentions have."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in found:
        votes[context.text[mention.start : mention.end]][mention.label] += int(
            100 * mention.confidence
        )
    agreed = []
    for mention in found:
        tally = votes[context.text[mention.start : mention.end]]
        label = tally.most_common(1)[0][0]
        if label != mention.label and not mention.why.startswith("word list"):
            mention = mention._replace(label=label, subtype=None)
        agreed.append(mention)
    return agreed


def _lone(context: WordContext, found: list[Mention], people: dict[str, float]) -> list[Mention]:
    """Surnames, and unlisted names met elsewhere, that stand where no heuristic saw them."""
    taken = {m.start for m in found}
    covered = sorted((m.start, m.end) for m in found)
    known = {
        context.text[m.start : m.end]: m
        for m in found
        if m.confidence >= 0.55 and m.end - m.start > 2
    }
    added = []
    at = 0
    for index, word in enumerate(context.words):
        while at < len(covered) and covered[at][1] <= word.start:
            at += 1
        inside = at < len(covered) and covered[at][0] <= word.start
        if inside or word.start in taken or not word.text[0].isupper():
            continue
        if word.text in people:
            added.append(
                Mention(
                    word.start, word.end, "PER", 0.8, "name: surname of a person named before", 3
                )
            )
        elif word.text in known and context.opens[index] and word.lower not in context.seen_low:
            same = known[word.text]
            added.append(
                Mention(
                    word.start, word.end, same.label, 0.6, "name: met elsewhere in the article", 3
                )
            )
    return added
