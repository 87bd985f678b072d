"""What a claim states beside its subject: figures, times, names, negation, direction, modality."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from .figures import Figure, figures
from .word_patterns import Found, Token, function_words, opposites, places, small_words, tokens

_MONTHS_IT = function_words("months_it")
_MONTHS_EN = function_words("months_en")
_DAYS_IT = function_words("days_it")
_DAYS_EN = function_words("days_en")
_SEASONS = {
    "primavera": 1,
    "spring": 1,
    "estate": 2,
    "summer": 2,
    "autunno": 3,
    "autumn": 3,
    "inverno": 4,
    "winter": 4,
}
CALENDAR = frozenset((*_MONTHS_IT, *_MONTHS_EN, *_DAYS_IT, *_DAYS_EN, *_SEASONS))
UNITS = {  # in days
    "giorno": 1, "giorni": 1, "day": 1, "days": 1, "settimana": 7, "settimane": 7, "week": 7, "weeks": 7,
    "mese": 30.4, "mesi": 30.4, "month": 30.4, "months": 30.4, "anno": 365, "anni": 365, "year": 365, "years": 365,
    "decennio": 3650, "decade": 3650, "quinquennio": 1825, "secolo": 36500, "century": 36500, "secoli": 36500, "centuries": 36500,
    "semestre": 182.5, "trimestre": 91.2, "biennio": 730, "triennio": 1095,
    "ora": 1 / 24, "ore": 1 / 24, "hour": 1 / 24, "hours": 1 / 24, "minuti": 1 / 1440, "minutes": 1 / 1440,
}  # fmt: skip
_ONE = frozenset(function_words("one"))
STOP = frozenset(function_words("stop"))
_TO = frozenset(function_words("to"))
_BY = frozenset(function_words("by"))
_OTHER = frozenset(function_words("other"))
_SKIPPED = frozenset(function_words("skipped"))
_PASSIVE = frozenset(function_words("passive"))
_SHORT = frozenset(("un", "who", "ai"))
_NAME = re.compile(r"[A-ZÀ-Ý]")


class Item(NamedTuple):
    """A content word, name or figure: *key* is what it is compared by, *role* what stands before it."""

    key: str
    word: str
    at: int
    role: str
    is_name: bool


class SentenceFacts(NamedTuple):
    """What `facts` found in a text."""

    text: str
    tokens: tuple[Token, ...]
    figures: tuple[Figure, ...]
    spans_days: tuple[float, ...]
    times: Mapping[str, frozenset[int]]
    places: frozenset[str]
    items: tuple[Item, ...]
    axes: Mapping[str, int]
    negations: int
    denials: int
    small: frozenset[str]
    is_plan: bool
    is_done: bool
    is_passive: bool
    language: str

    def word(self, start: int, end: int) -> str:
        """The words [start, end) as written."""
        last = self.tokens[end - 1]
        return self.text[self.tokens[start].start : last.start + len(last.word)]


@lru_cache(maxsize=4096)
def facts(text: str) -> SentenceFacts:
    """The facts of *text*, a claim in Italian or English."""
    read = tuple(tokens(text))
    folded = [token.folded for token in read]
    numbers = figures(folded)
    days, numbers = _days(folded, numbers)
    small = small_words().of(folded)
    kinds = frozenset(each.key for each in small)
    named = [each for each in places().of(folded) if _is_place(each.key, read[each.start])]
    turning = opposites().of(folded)
    taken = {at for figure in numbers for at in range(figure.start, figure.end)}
    return SentenceFacts(
        text=text,
        tokens=read,
        figures=tuple(numbers),
        spans_days=tuple(days),
        times=_times(folded),
        places=frozenset(each.key for each in named),
        items=tuple(_items(read, taken, named)),
        axes=_axes(turning),
        negations=_negations(folded, small, turning),
        denials=_apart([each for each in small if each.key == "deny"]),
        small=kinds,
        is_plan="plan" in kinds or any(map(is_future, folded)),
        is_done="done" in kinds
        or _is_perfect(folded)
        or any(word.endswith("ed") and len(word) > 4 for word in folded),
        is_passive=bool(_PASSIVE & set(folded)) and bool(_BY & set(folded)),
        language=_language(folded),
    )


def _is_place(key: str, first: Token) -> bool:
    """Whether an entry of the list of places is one here: "US" but not "us", "russa" but not "poles"."""
    if key in _SHORT or first.folded == "us":
        return first.word.isupper()
    return bool(_NAME.match(first.word)) or (len(first.word) > 4 and first.word[-1] in "aeio")


def _apart(found: Sequence[Found]) -> int:
    """How many there are of which none begins within another."""
    ends = [0, *(each.end for each in found)]
    return sum(each.start >= end for each, end in zip(found, ends, strict=False))


def is_future(word: str) -> bool:
    """An Italian future: "perderà", "saranno"."""
    return len(word) > 4 and (word.endswith(("rà", "ranno")) and word not in ("città",))


def _is_perfect(folded: Sequence[str]) -> bool:
    """An Italian perfect with *essere*: "è atterrata", "si sono dimessi"."""
    return any(
        first in ("è", "sono")
        and second[:-1].endswith(("at", "it", "ut", "t", "s"))
        and second[-1] in "aoie"
        for first, second in pairwise(folded)
        if len(second) > 4
    )


def _language(folded: Sequence[str]) -> str:
    english = sum(
        word
        in (
            "the",
            "of",
            "has",
            "was",
            "were",
            "to",
            "and",
            "by",
            "is",
            "are",
            "have",
            "for",
            "not",
            "will",
            "from",
            "been",
            "at",
            "on",
        )
        for word in folded
    )
    italian = sum(
        word
        in (
            "il",
            "la",
            "di",
            "che",
            "è",
            "ha",
            "del",
            "della",
            "dei",
            "per",
            "si",
            "i",
            "le",
            "gli",
            "non",
            "nel",
            "al",
            "da",
            "un",
            "una",
            "sono",
            "hanno",
            "a",
            "in",
            "dell'",
            "l'",
        )
        for word in folded
    )
    return "en" if english >= italian and english else "it"


def _days(folded: Sequence[str], numbers: Sequence[Figure]) -> tuple[list[float], list[Figure]]:
    """Spans of time in days, and the figures that are left."""
    days = []
    left = list(numbers)
    for at, word in enumerate(folded):
        unit = UNITS.get(word)
        if unit is None:
            continue
        own = next(
            (
                f
                for f in left
                if f.end in (at, at - 1) and f.kind in ("count", "share") and f.value < 1000
            ),
            None,
        )
        if (
            own is not None
            and (own.kind == "count" or own.value == 0.5)
            and not (at and folded[at - 1] in ("di", "of"))
        ):
            if own.end == at - 1 and folded[at - 1] not in (
                "a",
                "di",
                "of",
                "ultimi",
                "last",
                "light",
            ):
                continue
            days.append(own.value * unit)
            left.remove(own)
        elif at and (folded[at - 1] in _ONE or unit in (3650, 1825, 36500)):
            days.append(float(unit))
    return days, left


def _times(folded: Sequence[str]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for at, word in enumerate(folded):
        for name, lists in (("month", (_MONTHS_IT, _MONTHS_EN)), ("weekday", (_DAYS_IT, _DAYS_EN))):
            for names in lists:
                if word in names and not (
                    word == "may"
                    and not (
                        at
                        and folded[at - 1]
                        in (
                            "in",
                            "since",
                            "by",
                            "of",
                            "on",
                            "until",
                            "between",
                            "and",
                            "from",
                            "last",
                            "to",
                        )
                    )
                ):
                    found.setdefault(name, set()).add(names.index(word) + 1)
        if word in _SEASONS:
            found.setdefault("season", set()).add(_SEASONS[word])
    return {name: frozenset(values) for name, values in found.items()}


def _negations(folded: Sequence[str], small: Sequence[Found], turning: Sequence[Found]) -> int:
    """How many times the claim is turned round; "non … nessuno" does it once."""
    within = {
        at for each in turning if each.end > each.start + 1 for at in range(each.start, each.end)
    }
    at = sorted({each.start for each in small if each.key == "not"} - within)
    count = 0
    last = -10
    words = [folded[place] for place in at]
    for place, word in zip(at, words, strict=True):
        if word == "mai" and not count and "più" in folded[max(0, place - 4) : place]:
            continue  # the hottest ever
        is_second = word.startswith(
            ("nessun", "alcun", "mai", "nulla", "niente", "any", "né", "neanche", "ever")
        )
        if word.startswith(("alcuni", "alcune")):
            continue
        if word.startswith("alcun") and count == 0:
            continue
        if word in ("né", "nor", "any") and count:
            continue
        if word == "no" and place + 1 < len(folded) and folded[place + 1] in ("longer",):
            count += 1
            continue
        if word in ("non", "not") and folded[place + 1 : place + 2] in (["solo"], ["only"]):
            continue
        if is_second and count and place - last < 12:
            continue
        count += 1
        last = place
    return count


def _axes(found: Sequence[Found]) -> dict[str, int]:
    """The poles that occur; an axis with both poles is left out."""
    sums: dict[str, set[int]] = {}
    for each in found:
        sums.setdefault(each.key[:-1], set()).add({"+": 1, "-": -1, "=": 2}[each.key[-1]])
    return {axis: min(poles, key=abs) for axis, poles in sums.items() if len(poles) == 1}


def _items(read: Sequence[Token], taken: set[int], named: Sequence[Found]) -> list[Item]:
    made: list[Item] = []
    place_at = {each.start: each for each in named}
    skip = 0
    for at, token in enumerate(read):
        if at < skip or at in taken:
            continue
        if at in place_at:
            place = place_at[at]
            skip = place.end
            made.append(Item(f"@{place.key}", token.word, at, _role(read, at, made), True))
            continue
        word = token.folded
        if word in STOP or not word[0].isalpha() or len(word) < 2:
            continue
        is_name = bool(_NAME.match(token.word)) and (at > 0 or token.word[1:2].isupper())
        if is_name and at and read[at - 1].word in ("%",):
            is_name = False
        if word in _MONTHS_IT + _MONTHS_EN + _DAYS_IT + _DAYS_EN:
            is_name = False
        made.append(Item(_stem(word), token.word, at, _role(read, at, made), is_name))
    return made


def _role(read: Sequence[Token], at: int, made: Sequence[Item]) -> str:
    """By what preposition a word hangs: "to", "by", "other", or "" for none."""
    if (at + 1 < len(read) and read[at + 1].folded == "'s") or read[at].folded in CALENDAR:
        return "other"
    if (
        made
        and made[-1].at == at - 1
        and made[-1].word[0].isupper() == read[at - 1].word[0].isupper()
    ):
        return made[-1].role if made[-1].is_name else _hung(read, at)
    return _hung(read, at)


def _hung(read: Sequence[Token], at: int) -> str:
    before = at - 1
    while before >= 0 and (read[before].folded in _SKIPPED):
        before -= 1
    word = read[before].folded if before >= 0 else ""
    if word in _TO:
        return "to"
    if word in _BY:
        return "by"
    return "other" if word in _OTHER else ""


def _stem(word: str) -> str:
    word = word.rstrip("'")
    for ending in ("'s",):
        word = word.removesuffix(ending)
    if len(word) > 5:
        return word[: max(5, len(word) - 3)]
    return word[:4] if len(word) == 5 else word


def fits(one: Item, two: Item) -> bool:
    """Whether two items may be the same word or name in another form."""
    if one.key == two.key:
        return True
    if one.key.startswith("@") or two.key.startswith("@"):
        return False
    short, long = sorted((one.word.casefold(), two.word.casefold()), key=len)
    common = 0
    while common < len(short) and short[common] == long[common]:
        common += 1
    if one.is_name and two.is_name:
        return (common >= 4 and common >= 0.6 * len(short)) or SequenceMatcher(
            None, short, long
        ).ratio() >= 0.8
    return (common >= 4 and common >= 0.75 * len(short)) or (
        common >= 5 and common >= 0.55 * len(long)
    )
