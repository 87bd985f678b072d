"""Figures of a claim as values: however they are written, in Italian or English, rounded or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from .word_patterns import function_words

Kind = Literal["count", "share", "year", "times"]

_UNITS_IT = function_words("units_it")
_UNITS_EN = function_words("units_en")
_TENS_IT = function_words("tens_it")
_TENS_EN = function_words("tens_en")
_WORDS: dict[str, float] = (
    {word: number for names in (_UNITS_IT, _UNITS_EN) for number, word in enumerate(names, 1)}
    | {
        word: 10.0 * number
        for names in (_TENS_IT, _TENS_EN)
        for number, word in enumerate(names, 2)
    }
    | {
        "dozen": 12,
        "dozzina": 12,
        "decina": 10,
        "ventina": 20,
        "trentina": 30,
        "quarantina": 40,
        "cinquantina": 50,
        "centinaio": 100,
        "zero": 0,
    }
)
_SCALES: dict[str, float] = {
    "cento": 100, "hundred": 100, "hundreds": 100, "mila": 1e3, "mille": 1e3, "thousand": 1e3, "k": 1e3,
    "milione": 1e6, "milioni": 1e6, "million": 1e6, "mln": 1e6, "m": 1e6, "mn": 1e6,
    "miliardo": 1e9, "miliardi": 1e9, "billion": 1e9, "bn": 1e9, "mld": 1e9, "trillion": 1e12,
}  # fmt: skip
_PARTS: dict[str, float] = {
    "metà": 0.5, "half": 0.5, "mezzo": 0.5, "mezza": 0.5, "terzo": 1 / 3, "terzi": 1 / 3, "third": 1 / 3, "thirds": 1 / 3,
    "quarto": 0.25, "quarti": 0.25, "quarter": 0.25, "quarters": 0.25, "quinto": 0.2, "quinti": 0.2, "fifth": 0.2, "fifths": 0.2,
    "sesto": 1 / 6, "sixth": 1 / 6, "settimo": 1 / 7, "ottavo": 0.125, "eighth": 0.125, "nono": 1 / 9, "decimo": 0.1, "decimi": 0.1,
    "tenth": 0.1, "tenths": 0.1, "ventesimo": 0.05, "twentieth": 0.05, "centesimo": 0.01, "hundredth": 0.01,
}  # fmt: skip
_ONES = frozenset(("un", "uno", "una", "un'", "one", "a", "an"))
_TIMES: dict[str, float] = {
    "doppio": 2, "raddopp": 2, "double": 2, "doubl": 2, "twice": 2, "triplo": 3, "triplic": 3, "triple": 3, "tripl": 3,
    "quadruplic": 4, "quadrupl": 4,
}  # fmt: skip
_HALVED = ("dimezz", "halv")
_PERCENT = frozenset(("%", "percent", "percento"))
_CENTURY = re.compile(r"(1[6-9]|20)\d\d")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_IT_NUMBER = re.compile(
    r"(?:(?P<t>.*?)(?:mila|mille))?(?:(?P<h>due|tre|quattro|cinque|sei|sette|otto|nove)?(?P<c>cento))?(?P<r>.*)"
)


class Figure(NamedTuple):
    """A value of a claim: words [start, end). A share lies between 0 and 1."""

    value: float
    kind: Kind
    start: int
    end: int
    is_round: bool  # a fraction, or a figure with one digit that is not 0

    def agrees(self, other: Figure, *, loose: bool) -> bool:
        """Whether both may be the same figure; *loose* where either is called approximate."""
        if self.kind != other.kind:
            return self._is_growth_of(other) or other._is_growth_of(self)
        if self.kind == "year":
            return self.value == other.value
        gap = abs(self.value - other.value)
        most = max(abs(self.value), abs(other.value))
        if gap < 1e-9 * most or gap < 1e-9:
            return True
        if self.kind == "share":
            fine = 0.035 if loose else 0.011 if self.is_round or other.is_round else 0.0
            return gap <= min(fine, 0.15 * most) + 1e-9
        share = 0.12 if loose else 0.0
        return most >= 10 and gap <= share * most

    def _is_growth_of(self, other: Figure) -> bool:
        """Doubled is 100 per cent more; twice is two times."""
        if self.kind != "times":
            return False
        if other.kind == "count":
            return self.value == other.value
        return other.kind == "share" and abs(self.value - 1 - other.value) < 0.011


def figures(folded: Sequence[str]) -> list[Figure]:
    """The figures among the words *folded*, in order."""
    found: list[Figure] = []
    at = 0
    while at < len(folded):
        figure = _figure(folded, at)
        if figure is None:
            at += 1
        else:
            found.append(figure)
            at = figure.end
    return found


def _figure(words: Sequence[str], at: int) -> Figure | None:
    stem = next((v for k, v in _TIMES.items() if words[at].startswith(k)), None)
    if stem is not None:
        return Figure(stem, "times", at, at + 1, is_round=True)
    if words[at].startswith(_HALVED):
        return Figure(0.5, "share", at, at + 1, is_round=True)
    found = _fraction(words, at) or _written(words, at)
    return _points(words, found) if found else None


def _points(words: Sequence[str], found: Figure) -> Figure:
    """Half a point, three percentage points: hundredths."""
    end = found.end
    while end < len(words) and words[end] in ("a", "di", "of", "percentage"):
        end += 1
    if (
        end < len(words)
        and words[end] in ("punto", "punti", "point", "points")
        and found.value < 100
    ) and found.kind in ("count", "share"):
        end += words[end + 1 : end + 2] in (["percentuale"], ["percentuali"])
        return found._replace(value=found.value / 100, kind="share", end=end + 1)
    return found


def _fraction(words: Sequence[str], at: int) -> Figure | None:
    """A half, two thirds, one in four, sette su dieci."""
    word = words[at].rstrip("'")
    if word in ("metà", "half"):
        return _scaled_part(words, at, at + 1, 0.5)
    if word in ("mezzo", "mezza") and at + 1 < len(words):
        return _scaled_part(words, at, at + 1, 0.5)
    ones = 1.0 if words[at] in _ONES else _number(words[at])
    nxt = words[at + 1] if at + 1 < len(words) else ""
    if ones is not None and 0 < ones < 20 and nxt in _PARTS and nxt not in ("mezzo", "mezza"):
        if nxt in ("secondo", "second"):
            return None
        return _scaled_part(words, at, at + 2, ones * _PARTS[nxt])
    whole = _ratio(words, at, ones)
    if whole is not None:
        return whole
    return None


def _scaled_part(words: Sequence[str], start: int, end: int, part: float) -> Figure:
    """A part of a million is a count, of all else a share."""
    at = end
    while at < len(words) and words[at] in ("a", "di", "of"):
        at += 1
    if at < len(words) and words[at] in _SCALES and _SCALES[words[at]] >= 1e3 and at - end <= 1:
        return Figure(part * _SCALES[words[at]], "count", start, at + 1, is_round=True)
    return Figure(part, "share", start, end, is_round=True)


def _ratio(words: Sequence[str], at: int, first: float | None) -> Figure | None:
    if first is None or first <= 0 or words[at] in ("a", "an"):
        return None
    for place in range(at + 1, min(at + 6, len(words) - 1)):
        word = words[place]
        if word not in ("su", "in", "out", "every", "ogni"):
            continue
        after = place + 1
        if word == "out":
            if words[after] != "of":
                continue
            after += 1
        if after < len(words) and words[after] in ("ogni", "every"):
            after += 1
        second = _number(words[after]) if after < len(words) else None
        if second is not None and first < second <= 100 and second == int(second):
            near = place <= at + 2 or word in ("su", "out")
            if near and not _CENTURY.fullmatch(words[after]):
                return Figure(first / second, "share", at, after + 1, is_round=second <= 12)
        return None
    return None


def _written(words: Sequence[str], at: int) -> Figure | None:
    """A number with its scale and its percent sign."""
    word = words[at]
    end = at + 1
    value = _number(word)
    if value is None and word in _ONES and end < len(words) and words[end] in _SCALES:
        value = 1.0
    if value is None and word in ("mille", "thousand", "centinaia"):
        value = {"mille": 1000.0, "thousand": 1000.0}.get(word)
    if value is None:
        return None
    if _CENTURY.fullmatch(word) and (
        end >= len(words) or (words[end] not in _SCALES and words[end] not in _PERCENT)
    ):
        before = words[at - 1] if at else ""
        if before not in ("€", "$", "£"):
            return Figure(value, "year", at, end, is_round=False)
    while end < len(words):
        if words[end] in ("and", "e") and end + 1 < len(words):
            more = words[end + 1]
            if words[end - 1] in _SCALES and more in ("mezzo", "mezza"):
                value += 0.5 * _SCALES[words[end - 1]]
                end += 2
                continue
            if more in ("a", "mezzo", "mezza") and _is_half_of_scale(words, end):
                value += 0.5
                end += 3 if more == "a" else 2
                continue
            small = _number(more)
            after = words[end + 2 : end + 3]
            if (
                _SCALES.get(words[end - 1], 0) >= 1e6
                and small
                and after in (["mila"], ["thousand"])
            ):
                value += 1000 * small
                end += 3
                continue
            if words[end - 1] in ("hundred", "thousand") and small is not None:
                value += small
                end += 2
                continue
            break
        if words[end] in _SCALES and not (words[end] in ("m", "k") and not word[0].isdecimal()):
            if words[end] == "cento" and words[end - 1] == "per":
                break
            value *= _SCALES[words[end]]
            end += 1
            continue
        small = _number(words[end])
        if (
            small is not None
            and words[end - 1] in ("hundred", "thousand", "cento")
            and small < 1000
            and not words[end][0].isdecimal()
        ):
            value += small
            end += 1
            continue
        break
    digits = f"{value:.0f}".strip("0")
    is_round = len(digits) <= 1
    if end < len(words) and words[end] in _PERCENT:
        return Figure(value / 100, "share", at, end + 1, is_round=is_round)
    if end + 1 < len(words) and (words[end], words[end + 1]) in (("per", "cento"), ("per", "cent")):
        return Figure(value / 100, "share", at, end + 2, is_round=is_round)
    if end < len(words) and words[end] in ("volte", "times") and value < 20:
        return Figure(value, "times", at, end + 1, is_round=True)
    only = at > 0 and words[at - 1] in ("only", "just", "solo", "soltanto")
    if word in ("one", "uno") and end == at + 1 and not only:
        return None  # a pronoun more often than a figure
    return Figure(value, "count", at, end, is_round=is_round)


def _is_half_of_scale(words: Sequence[str], at: int) -> bool:
    """Whether "and a half million" or "e mezzo" follows."""
    return words[at + 1] in ("mezzo", "mezza") or words[at + 2 : at + 3] == ["half"]


def _number(word: str) -> float | None:
    """The value of one word: 3.300, 0,7, twenty-one, trecento, quarantacinquemila."""
    if word[:1].isdecimal():
        return _digits(word)
    if word in _WORDS:
        return _WORDS[word]
    if "-" in word:
        parts = [_WORDS.get(part) for part in word.split("-")]
        if len(parts) == 2 and None not in parts:
            return sum(part for part in parts if part is not None)
        return None
    return _italian(word)


def _digits(word: str) -> float | None:
    if ":" in word:
        return None
    if _GROUPED.fullmatch(word):
        return float(re.sub(r"[.,]", "", word))
    if re.fullmatch(r"\d+[.,]\d+", word):
        return float(word.replace(",", "."))
    return float(word) if word.isdecimal() else None


def _italian(word: str) -> float | None:
    """Italian numbers are written as one word."""
    word = word.rstrip("'").replace("tré", "tre")
    if word in ("mille", "cento"):
        return 1000.0 if word == "mille" else 100.0
    if not word.endswith(("mila", "cento")) and len(word) < 6:
        return None
    found = _IT_NUMBER.fullmatch(word)
    if found is None:
        return None
    total = 0.0
    if "mila" in word or word.startswith("mille"):
        thousands = _below_hundred_or_more(found["t"]) if found["t"] else 1.0
        if thousands is None:
            return None
        total += 1000 * thousands
    if found["c"]:
        total += 100 * (_WORDS[found["h"]] if found["h"] else 1)
    if found["r"]:
        rest = _below_hundred(found["r"])
        if rest is None:
            return None
        total += rest
    return total or None


def _below_hundred_or_more(word: str) -> float | None:
    found = _IT_NUMBER.fullmatch(word)
    if found and found["c"]:
        rest = _below_hundred(found["r"]) if found["r"] else 0.0
        return None if rest is None else 100 * (_WORDS[found["h"]] if found["h"] else 1) + rest
    return _below_hundred(word)


def _below_hundred(word: str) -> float | None:
    if word in _WORDS:
        return _WORDS[word]
    for number, ten in enumerate(_TENS_IT, 2):
        for stem in (ten, ten[:-1]):
            rest = word[len(stem) :]
            if word.startswith(stem) and rest in _UNITS_IT[:9]:
                return 10 * number + _WORDS[rest]
    return None
