"""Two claims read by the encoder, word by word: what of one has its like in the other, and what has not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.meaning.sentence_facts import STOP, SentenceFacts, facts, fits
from annotator.core.meaning.word_patterns import opposites

from .sentence_embeddings import SentenceReading

if TYPE_CHECKING:
    from .decoding import Floats

_CONTENT = 0.15  # what a word must weigh to count as one


class Alignment(NamedTuple):
    """*signals* are what a second look weighs; *swapped* a word of each that stand in the same place."""

    signals: dict[str, float]
    swapped: tuple[str, str]


def align(first: str, second: str, one: SentenceReading, two: SentenceReading) -> Alignment:
    """How the words of two claims fit together."""
    import numpy as np

    cosine = float(one.vector @ two.vector)
    table = one.of_words @ two.of_words.T
    signals = {
        "cosine": cosine,
        "cosine_60": max(0.0, cosine - 0.6),
        "cosine_75": max(0.0, cosine - 0.75),
        "cosine_88": max(0.0, cosine - 0.88),
    }
    if not table.size:
        return Alignment(signals, ("", ""))
    shares = _content(one), _content(two)
    best_one, best_two = table.max(axis=1), table.max(axis=0)
    covered = [
        float((share * best).sum() / max(share.sum(), 1e-6))
        for share, best in zip(shares, (best_one, best_two), strict=True)
    ]
    signals["covered_least"] = min(covered)
    signals["covered_most"] = max(covered)
    worst = [
        float(np.sort(share * (1 - best))[::-1][:2].sum())
        for share, best in zip(shares, (best_one, best_two), strict=True)
    ]
    signals["worst_least"], signals["worst_most"] = min(worst), max(worst)
    left = _left(facts(first), facts(second)), _left(facts(second), facts(first))
    signals["left_least"] = float(min(3, min(map(len, left))))
    signals["left_most"] = float(min(5, max(map(len, left))))
    signals["other_first"] = float(_other_first(facts(first), facts(second), left))
    swapped = ("", "")
    rows = [n for n, word in enumerate(one.words) if word.casefold().rstrip("'’") in left[0]]
    columns = [n for n, word in enumerate(two.words) if word.casefold().rstrip("'’") in left[1]]
    signals["swap_none"] = float(not (rows and columns))
    if rows and columns:
        part = table[np.ix_(rows, columns)]
        row, column = np.unravel_index(int(part.argmax()), part.shape)
        swapped = one.words[rows[row]], two.words[columns[column]]
        signals["swap_best"] = float(part.max())
        signals["swap_worst"] = float(min(part.max(axis=1).min(), part.max(axis=0).min()))
        signals["swap_known"] = float(_is_known(*swapped))
        signals["swap_one"] = float(len(rows) == 1 or len(columns) == 1)
        signals["swap_one_best"] = signals["swap_one"] * signals["swap_best"]
    return Alignment(signals, swapped)


def _other_first(
    one: SentenceFacts, two: SentenceFacts, left: tuple[Sequence[str], Sequence[str]]
) -> bool:
    """Whether both begin with a word that the other has not, in one language."""
    if one.language != two.language or not one.items or not two.items:
        return False
    firsts = [facts.items[0].word.casefold().rstrip("'") for facts in (one, two)]
    return firsts[0] in left[0] and firsts[1] in left[1] and not _is_known(*firsts)


def _is_known(first: str, second: str) -> bool:
    """Whether both words stand at one pole of an axis of the lists."""
    keys = [{found.key for found in opposites().of([word.casefold()])} for word in (first, second)]
    return bool(keys[0] & keys[1])


def _content(read: SentenceReading) -> Floats:
    import numpy as np

    kept = [
        share if word.casefold().rstrip("'’") not in STOP and any(map(str.isalnum, word)) else 0.0
        for word, share in zip(read.words, read.weights, strict=True)
    ]
    return np.array(kept, np.float32)


def _left(one: SentenceFacts, two: SentenceFacts) -> Sequence[str]:
    """The content words of *one* that are not in *two* in any form; figures are looked at elsewhere."""
    return [
        item.word.casefold().rstrip("'")
        for item in one.items
        if not any(fits(item, other) for other in two.items)
    ]
