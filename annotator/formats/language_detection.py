"""Which language a text is in.

Function words decide for the four languages that Vaglio works in: that takes a hundredth of a
millisecond, and needs no model. Only where they do not agree is py3langid asked, which loads numpy
and 100 MB, and takes a second the first time: the window asks it in the process of `formats.sandbox`.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

UNKNOWN = "und"
_LOOKED_AT = 1000  # characters, from the beginning
_SHORTEST = 20  # letters; less says nothing

# Frequent words that the other three languages do not have; a shared one would only blur.
_TELLING = {
    "it": "il gli di che è per non sono della dei delle degli nel nella alla dal dalla sul sulla "
    "anche più hanno questo questa come stato stata ma ed ai suo sua perché dopo essere due cui "
    "già così ancora secondo",
    "en": "the of and to that is was for with as his her on by at from this it be are has have had "
    "not but were which their an or its they said who will been would more after he she",
    "fr": "le les des et du une dans est pour qui sur au avec pas ce cette sont par plus ne aux "
    "leur ont été être mais nous vous ses ces après où même elle ils était deux aussi",
    "es": "el los las y en por para es se su al más pero sus este esta fue son entre también desde "
    "hasta muy sobre cuando hay todo años según ya está",
}
_TELLS = {word: tag for tag, words in _TELLING.items() for word in words.split()}


def detect(text: str) -> str:
    """BCP 47 tag of the language of *text*, or ``und`` where it is too short or unclear."""
    return told_by_words(text) or _by_model(text[:_LOOKED_AT])


def told_by_words(text: str) -> str | None:
    """As `detect`, at once and without a model; None where only that can tell."""
    head = text[:_LOOKED_AT]
    words = head.lower().split()
    if _letters(head[:60]) < _SHORTEST and _letters(head[:400]) < _SHORTEST:
        return UNKNOWN
    told = Counter(map(_TELLS.get, words))
    del told[None]
    (tag, most), (_, next_most) = [*told.most_common(2), (None, 0), (None, 0)][:2]
    if tag and most >= 5 and most >= 2 * next_most and most >= len(words) // 8:
        return tag
    return None


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _by_model(text: str) -> str:
    found, certainty = _identifier().classify(text)
    return str(found) if certainty >= 0.8 else UNKNOWN


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
