"""What the encoder says of each word, column by column.

A *tagger* gives tags ("begins here", "goes on") to words; a *judge* gives one label to a run of
words, from the mean of its columns over them.
"""

from __future__ import annotations

from typing import get_args

from msgspec import Struct

from annotator.core import model
from annotator.core.learning.learned_model import FeatureWeights

KINDS = ("PER", "LOC", "ORG")
TAGS = ("O", *(f"{head}-{kind}" for kind in KINDS for head in "BI"))
SPAN_TAGS = ("O", "B", "I")

TAGGERS: dict[str, tuple[str, ...]] = {
    "names": TAGS,
    "claims": (*SPAN_TAGS, "R"),  # R: goes on after an interruption
    "sources": SPAN_TAGS,
    "cues": SPAN_TAGS,
    "contents": SPAN_TAGS,
}
JUDGES: dict[str, tuple[str, ...]] = {
    # of a sentence
    "claim": ("no", "yes"),
    "worthy": ("no", "yes"),
    "debate": ("NFS", "UFS", "CFS"),  # ClaimBuster: no fact, an unimportant one, a check-worthy one
    "tone": ("SUBJ", "OBJ"),
    # of a claim
    "kind": get_args(model.Kind),
    "certainty": get_args(model.Certainty),
    "time": get_args(model.TimeReference),
    "worth": ("0", "1", "2", "3"),
}
HEADS = TAGGERS | JUDGES


def columns() -> dict[str, slice]:
    """Where each head's scores stand in a row of the encoder's output."""
    places, at = {}, 0
    for name, labels in HEADS.items():
        places[name] = slice(at, at + len(labels))
        at += len(labels)
    return places


WIDTH = sum(len(labels) for labels in HEADS.values())


class BinaryHead(Struct, frozen=True):
    """Weights of a yes-or-no question, and the probability from which on they say yes."""

    weights: FeatureWeights
    threshold: float = 0.5
