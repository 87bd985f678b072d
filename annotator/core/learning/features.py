"""What can be told of a suggestion from its record and the words around it, as named features.

What is learnt from an analyst's corrections weighs these. They need no model, so that weighing
costs next to nothing; a suggester that knows more (an encoder) says it by the confidence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from msgspec import Struct

from ..annotated_article import LayerContents
from ..model import Attribution, Claim, Entity

Features: TypeAlias = Mapping[str, float]
EntityTraits: TypeAlias = Callable[[str, Entity], Features]
ClaimTraits: TypeAlias = Callable[[str, Claim, "Attribution | None"], Features]

_WORD = re.compile(r"\w+")
_AROUND = 24  # characters in which the words before and after are looked for
_LEAST, _MOST = 0.01, 0.99  # of a confidence, whose odds are then finite
_MOST_WORDS = 40  # of a claim; a longer one tells no more


def odds(chance: float) -> float:
    """The log odds of a probability."""
    bounded = min(max(chance, _LEAST), _MOST)
    return math.log(bounded / (1 - bounded))


def entity_traits(text: str, entity: Entity) -> Features:
    """Label, shape, the words and their neighbours, the suggester's reason and confidence."""
    words = entity.span.of(text)
    label = entity.label
    before = _WORD.findall(text[max(0, entity.span.start - _AROUND) : entity.span.start])
    after = _WORD.search(text, entity.span.end, entity.span.end + _AROUND)
    source = entity.why.partition(":")[0] or "none"
    names = [
        f"label={label}",
        f"source={source}",
        f"{label} source={source}",
        f"{label} why={entity.why}",
        f"{label} words={words.casefold()}",
        f"{label} before={before[-1].casefold() if before else ''}",
        f"{label} after={after[0].casefold() if after else ''}",
        f"{label} subtype={entity.subtype}",
        f"{label} length={min(4, words.count(' ') + 1)}",
    ]
    if words.isupper():
        names.append(f"{label} capitals")
    if any(char.isdigit() for char in words):
        names.append(f"{label} digits")
    return _features(names, entity.confidence, label)


def claim_traits(text: str, claim: Claim, said: Attribution | None) -> Features:
    """Its fields, how it is attributed, its length, its place, and which words are in it."""
    words = [w.casefold() for s in claim.spans for w in _WORD.findall(s.of(text))]
    names = [
        f"kind={claim.kind}",
        f"certainty={claim.certainty}",
        f"time={claim.time_reference}",
        f"worth={claim.check_worthiness}",
        f"why={claim.why.partition(',')[0]}",
        f"length={min(6, len(words) // 5)}",
        f"first={words[0] if words else ''}",
        f"sign={text[claim.spans[-1].end : claim.spans[-1].end + 1].strip()}",
    ]
    names += [f"reason={cw_reason}" for cw_reason in claim.cw_reasons]
    names += [f"word={word}" for word in dict.fromkeys(words[:_MOST_WORDS])]
    if any(char.isdigit() for word in words for char in word):
        names.append("digits")
    if "\n" not in text[: claim.spans[0].start]:
        names.append("headline")
    if said is None:
        names.append("said by nobody")
    else:
        names += [f"quote={said.quote_mode}", f"who={said.agent_type} {said.anonymity}"]
        names.append(f"stance={said.author_stance}")
    return _features(names, claim.confidence, "claim")


def _features(names: Iterable[str], confidence: float | None, of: str) -> Features:
    made = dict.fromkeys(names, 1.0)
    if confidence is not None:
        made["odds"] = made[f"{of} odds"] = odds(confidence)
    return made


def speakers(contents: LayerContents) -> dict[str, Attribution]:
    """Who says each claim, by its id; the first who does."""
    attributions: dict[str, Attribution] = {}
    for attribution in contents.attributions:
        for claim_id in attribution.claims:
            attributions.setdefault(claim_id, attribution)
    return attributions


class FeatureExtractor(Struct, frozen=True):
    """Where the features come from: a suggester that knows more of a text may bring its own."""

    entity: EntityTraits = entity_traits
    claim: ClaimTraits = claim_traits


SIMPLE = FeatureExtractor()
