"""What one claim is to another: the same, one that says otherwise, or one on the same topic.

Boosted trees over what `comparison` and `alignment` tell; they are in ``resources/meaning/trees.json``,
fitted by ``tools/train/relations.py``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec

from annotator.core.meaning.comparison import SaysOtherwise, compare
from annotator.core.paths import RESOURCES
from annotator.core.sources.similar_claim import Relation

from .alignment import align
from .sentence_embeddings import SentenceEncoder, SentenceReading

TREES = RESOURCES / "meaning" / "trees.json"
_CONFLICTS = (
    "figure_differs", "bound_swap", "time_differs", "name_differs", "opposite", "turned_agreeing", "turned_bare",
    "quantity_differs", "plan_differs", "exchanged_names", "exchanged_words", "converse_alone",
)  # fmt: skip
_ALSO_NEAR = (
    "figure_differs",
    "turned_bare",
    "opposite",
    "plan_differs",
    "plan_alone",
    "quantity_alone",
    "only_alone",
    "figure_alone",
    "name_alone",
)
_NEAR = 0.45  # cosine that a claim that says the same has
TOPIC = 0.35  # cosine from which a claim is on the same topic
_REMEMBERED = 1000  # texts; each takes some 40 kB


class Trees(msgspec.Struct, frozen=True):
    """Boosted trees, one list of them a class (topic, same, otherwise), over *names* of signals.

    A tree is a value, or the place of a signal, a threshold, the tree up to it and the one above.
    """

    names: tuple[str, ...]
    start: tuple[float, float, float]
    trees: tuple[list[Any], list[Any], list[Any]]
    same_least: float  # chances from which a class is believed
    otherwise_least: float

    def chances(self, signals: Mapping[str, float]) -> tuple[float, float, float]:
        """How likely each class is; together 1."""
        values = [signals.get(name, 0.0) for name in self.names]
        odds = [
            start + sum(_leaf(tree, values) for tree in trees)
            for start, trees in zip(self.start, self.trees, strict=True)
        ]
        powers = [math.exp(each - max(odds)) for each in odds]
        topic, same, otherwise = (power / sum(powers) for power in powers)
        return topic, same, otherwise


def _leaf(tree: Any, values: Sequence[float]) -> float:
    while isinstance(tree, list):
        place, threshold, below, above = tree
        tree = below if values[place] <= threshold else above
    return float(tree)


class ClaimRelation(NamedTuple):
    """*relation* is None where the claims have nothing to do with one another."""

    relation: Relation | None
    differences: tuple[SaysOtherwise, ...]
    chance: float  # of saying the same


def signals_of(
    first: str, second: str, one: SentenceReading, two: SentenceReading
) -> tuple[dict[str, float], tuple[SaysOtherwise, ...]]:
    """Everything that is weighed, and what can be shown of it."""
    compared = compare(first, second)
    aligned = align(first, second, one, two)
    signals = {**compared.signals, **aligned.signals}
    conflicts = [name for name in _CONFLICTS if signals.get(name)]
    signals["conflict"] = float(bool(conflicts))
    signals["conflicts"] = float(min(3, len(conflicts)))
    near = max(0.0, signals["cosine"] - 0.5)
    signals["conflict_near"] = signals["conflict"] * near
    signals["peace_near"] = (1 - signals["conflict"]) * near
    alike = max(0.0, signals["shared_most"] - 0.5)
    signals["alike"] = alike
    other_word = (1 - signals["swap_none"]) * (1 - signals.get("swap_known", 0.0))
    signals["other_word"] = other_word
    signals["other_word_alike"] = alike * other_word
    signals["other_word_alike_best"] = alike * other_word * signals.get("swap_best", 0.0)
    apart = other_word * max(0.0, 0.7 - signals.get("swap_best", 0.0))
    signals["swap_apart"] = apart
    signals["swap_apart_alike"] = apart * alike * 4
    signals["other_first_alike"] = signals.get("other_first", 0.0) * alike
    signals["same_words"] = float(signals["left_most"] == 0 and not conflicts)
    signals["few_left"] = float(signals["left_most"] <= 1 and not conflicts and not other_word)
    for name in _ALSO_NEAR:
        signals[f"{name}_near"] = signals[name] * near
        signals[f"{name}_across"] = signals[name] * signals["across"]
    peace = 1 - signals["conflict"]
    anchors = [signals["figure_same"], signals["name_same"], signals["time_same"]]
    signals["anchors_peace"] = peace * sum(anchors)
    signals["anchored_near"] = peace * near * min(2.0, sum(anchors))
    signals["agreeing_peace"] = peace * signals["agreeing"]
    signals["agreeing_near"] = peace * near * signals["agreeing"]
    signals["anchored_agreeing"] = peace * signals["agreeing"] * min(2.0, sum(anchors))
    signals["unanchored"] = peace * float(not any(anchors))
    signals["unanchored_near"] = near * signals["unanchored"]
    signals["covered_peace"] = peace * signals.get("covered_least", 0.0)
    signals["plan_alike"] = signals["plan_alone"] * alike
    differences = compared.differences
    if not conflicts and any(aligned.swapped):
        differences = (*differences, SaysOtherwise("word", *aligned.swapped))
    return signals, differences


@cache
def learnt() -> Trees:
    """What ships."""
    return msgspec.json.decode(TREES.read_bytes(), type=Trees)


def relation_of(
    first: str, second: str, one: SentenceReading, two: SentenceReading
) -> ClaimRelation:
    """What *second* is to *first*."""
    if first.casefold().rstrip(". ") == second.casefold().rstrip(". "):
        return ClaimRelation("same", (), 1.0)
    signals, differences = signals_of(first, second, one, two)
    return judge(signals, differences, learnt())


class SecondLook:
    """Tells what claims are to one another; remembers the texts it has read last."""

    def __init__(self, encoder: SentenceEncoder) -> None:
        self._encoder = encoder
        self._read: dict[str, SentenceReading] = {}

    def relations(self, text: str, others: Sequence[str]) -> list[ClaimRelation]:
        """What each of *others* is to *text*."""
        wanted = dict.fromkeys([text, *others])
        known = {each: self._read.pop(each) for each in wanted if each in self._read}
        new = [each for each in wanted if each not in known]
        known |= zip(new, self._encoder.readings(new), strict=True)
        self._read |= known  # at the end: those read last are forgotten last
        for each in list(self._read)[: max(0, len(self._read) - _REMEMBERED)]:
            del self._read[each]
        return [relation_of(text, other, known[text], known[other]) for other in others]


def judge(
    signals: Mapping[str, float], differences: tuple[SaysOtherwise, ...], by: Trees
) -> ClaimRelation:
    """The relation that *by* sees in *signals*."""
    _, same, otherwise = by.chances(signals)
    if same >= by.same_least and signals["cosine"] >= _NEAR:
        return ClaimRelation("same", (), same)
    if otherwise >= by.otherwise_least:
        return ClaimRelation("otherwise", differences, same)
    return ClaimRelation("topic" if signals["cosine"] >= TOPIC else None, (), same)
