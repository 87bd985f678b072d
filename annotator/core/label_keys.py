"""Which label deserves a digit: the one that is used much and has none, for one that is not.

Keys are what hands know by heart, so none is ever changed here: `wanted` says what might be offered,
and only who agrees gets it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct

from .scheme import Label, Scheme, rekey

_ENOUGH = 10  # uses of a label, before it is worth a key
_TIMES = 3  # as often as the label that would give its key away


class KeyOffer(Struct, frozen=True):
    """*label* could have *key*, which *loser* has; *rank* is 2 for the second most used label."""

    label: str
    key: str
    loser: str
    rank: int
    uses: int
    loser_uses: int


def wanted(
    scheme: Scheme, used: Mapping[str, int], declined: Collection[str] = ()
) -> KeyOffer | None:
    """The label that is used most of those without a key, where a label with one is used far less.

    *used* counts names by label, *declined* are labels that were offered a key before.
    """
    offered = scheme.offered()
    ranked = sorted(offered, key=lambda label: -used.get(label.code, 0))
    without = [label for label in ranked if not label.key and label.code not in declined]
    keyed = [label for label in offered if label.key]
    if not without or not keyed:
        return None
    label, loser = without[0], min(reversed(keyed), key=lambda each: used.get(each.code, 0))
    uses, fewer = used.get(label.code, 0), used.get(loser.code, 0)
    if uses < _ENOUGH or uses < _TIMES * fewer:
        return None
    return KeyOffer(
        label.code, _key(loser), loser.code, 1 + ranked.index(label), uses, loser_uses=fewer
    )


def given(scheme: Scheme, offer: KeyOffer) -> Scheme:
    """The scheme with the key handed over."""
    return rekey(rekey(scheme, offer.loser, None), offer.label, offer.key)


def _key(label: Label) -> str:
    assert label.key is not None
    return label.key
