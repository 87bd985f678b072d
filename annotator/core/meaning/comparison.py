"""Two claims side by side: where what they state beside their subject differs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from .figures import Figure
from .sentence_facts import CALENDAR, UNITS, Item, SentenceFacts, facts, fits, is_future
from .word_patterns import opposites, small_words

DifferenceKind = Literal[
    "figure", "date", "name", "negation", "direction", "roles", "quantity", "plan", "word"
]
_QUANTITIES = ("all", "most", "some", "few", "none")
_CONVERSE = ("buy",)


class SaysOtherwise(Struct, frozen=True):
    """What one claim says and the other does not, in their own words; either may be empty."""

    kind: DifferenceKind
    first: str
    second: str


class Comparison(NamedTuple):
    """*signals* are what a second look weighs, *differences* what it can show."""

    signals: dict[str, float]
    differences: tuple[SaysOtherwise, ...]


def compare(first: str, second: str) -> Comparison:
    """How the claims *first* and *second* differ, as far as words tell."""
    one, two = facts(first), facts(second)
    signals: dict[str, float] = {}
    differences: list[SaysOtherwise] = []
    _figures(one, two, signals, differences)
    _times(one, two, signals, differences)
    matched = _matched(one.items, two.items)
    _names(one, two, matched, signals, differences)
    _polarity(one, two, signals, differences)
    _quantities(one, two, signals, differences)
    _plans(one, two, signals, differences)
    _roles(one, two, matched, signals, differences)
    whole = max(1, min(len(one.items), len(two.items)))
    most = max(1, max(len(one.items), len(two.items)))
    signals["shared_least"] = len(matched) / whole
    signals["shared_most"] = len(matched) / most
    signals["across"] = float(one.language != two.language)
    signals["length"] = min(len(one.tokens), len(two.tokens)) / max(
        len(one.tokens), len(two.tokens), 1
    )
    return Comparison(signals, tuple(differences))


def _figures(
    one: SentenceFacts, two: SentenceFacts, signals: dict[str, float], out: list[SaysOtherwise]
) -> None:
    loose = "about" in one.small or "about" in two.small
    left_one, left_two = _unmatched(one.figures, two.figures, loose=loose)
    left_one, left_two = _without_ratio(left_one, left_two)
    left_two, left_one = _without_ratio(left_two, left_one)
    matched = len(one.figures) - len(left_one)
    signals["figure_same"] = float(matched > 0)
    complements = [
        (a, b) for a in left_one for b in left_two
        if a.kind == b.kind == "share" and abs(a.value + b.value - 1) < 0.012
    ]  # fmt: skip
    signals["figure_complement"] = float(bool(complements))
    signals["figure_differs"] = float(bool(left_one and left_two))
    signals["figure_alone"] = float(bool(left_one) != bool(left_two))
    if left_one and left_two:
        a, b = min(
            ((a, b) for a in left_one for b in left_two),
            key=lambda pair: (pair[0].kind != pair[1].kind, abs(pair[0].start - pair[1].start)),
        )
        kind: DifferenceKind = "date" if a.kind == b.kind == "year" else "figure"
        out.append(SaysOtherwise(kind, one.word(a.start, a.end), two.word(b.start, b.end)))
    signals["bound_swap"] = float(_bound_swapped(one, two))


def _bound_swapped(one: SentenceFacts, two: SentenceFacts) -> bool:
    """Whether the same two figures stand the other way round."""
    first = [figure for figure in one.figures if figure.kind == "count"]
    second = [figure for figure in two.figures if figure.kind == "count"]
    if len(first) != 2 or len(second) != 2 or first[0].value == first[1].value:
        return False
    if not (first[0].agrees(second[1], loose=False) and first[1].agrees(second[0], loose=False)):
        return False
    heads = (
        [_head(one, first[0]), _head(one, first[1])],
        [_head(two, second[0]), _head(two, second[1])],
    )
    pair = [heads[0][0], heads[1][0]]
    apart = heads[0][0] and heads[0][1] and not fits(heads[0][0], heads[0][1])
    return bool(apart and pair[0] and pair[1] and fits(pair[0], pair[1]))


def _head(of: SentenceFacts, figure: Figure) -> Item | None:
    return next((item for item in of.items if item.at >= figure.end), None)


def _unmatched(
    one: Sequence[Figure], two: Sequence[Figure], *, loose: bool
) -> tuple[list[Figure], list[Figure]]:
    left = list(two)
    alone = []
    for figure in one:
        other = next((f for f in left if figure.agrees(f, loose=loose)), None)
        if other is None:
            alone.append(figure)
        else:
            left.remove(other)
    alone = [f for f in alone if not any(f.agrees(g, loose=loose) for g in two)]
    left = [f for f in left if not any(f.agrees(g, loose=loose) for g in one)]
    return alone, left


def _without_ratio(shares: list[Figure], counts: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Without what is "seven out of ten" on one side, and "of ten … seven" on the other."""
    numbers = [figure for figure in counts if figure.kind == "count"]
    for share in shares:
        if share.kind != "share":
            continue
        for low in numbers:
            for high in numbers:
                if low.value < high.value and abs(low.value / high.value - share.value) < 0.006:
                    return (
                        [f for f in shares if f is not share],
                        [f for f in counts if f is not low and f is not high],
                    )
    return shares, counts


def _times(
    one: SentenceFacts, two: SentenceFacts, signals: dict[str, float], out: list[SaysOtherwise]
) -> None:
    differs = 0.0
    for name in {**one.times, **two.times}:
        a, b = one.times.get(name, frozenset()), two.times.get(name, frozenset())
        if a and b and a != b:
            differs = 1.0
            out.append(SaysOtherwise("date", _time_word(one), _time_word(two)))
    if one.spans_days and two.spans_days:
        alone = [d for d in one.spans_days if not any(_alike(d, e) for e in two.spans_days)]
        other = [d for d in two.spans_days if not any(_alike(d, e) for e in one.spans_days)]
        if alone and other:
            differs = 1.0
            out.append(SaysOtherwise("date", _span_word(one, two), _span_word(two, one)))
    signals["time_differs"] = differs
    signals["time_same"] = float(any(one.times.get(k) == two.times.get(k) for k in one.times))


def _alike(a: float, b: float) -> bool:
    return abs(a - b) <= 0.03 * max(a, b)


def _time_word(of: SentenceFacts) -> str:
    return next((token.word for token in of.tokens if token.folded in CALENDAR), "")


def _span_word(of: SentenceFacts, other: SentenceFacts) -> str:
    theirs = {token.folded for token in other.tokens}
    at = next((n for n, t in enumerate(of.tokens) if t.folded in UNITS and n), None)
    if at is None:
        return ""
    start = at - 1
    if of.tokens[start].folded in theirs and of.tokens[at].folded in theirs:
        return of.tokens[at].word
    return of.word(start, at + 1)


def _matched(one: Sequence[Item], two: Sequence[Item]) -> list[tuple[Item, Item]]:
    left = list(two)
    pairs = []
    for item in one:
        other = next((each for each in left if fits(item, each)), None)
        if other is not None:
            left.remove(other)
            pairs.append((item, other))
    return pairs


def _names(
    one: SentenceFacts, two: SentenceFacts, matched: Sequence[tuple[Item, Item]],
    signals: dict[str, float], out: list[SaysOtherwise],
) -> None:  # fmt: skip
    of_one = {pair[0].at for pair in matched}
    of_two = {pair[1].at for pair in matched}
    alone = [
        i for i in one.items
        if i.is_name and i.at not in of_one and not any(fits(i, j) for j in two.items)
    ]  # fmt: skip
    other = [
        i for i in two.items
        if i.is_name and i.at not in of_two and not any(fits(i, j) for j in one.items)
    ]  # fmt: skip
    places_one = [i for i in alone if i.key.startswith("@")]
    places_two = [i for i in other if i.key.startswith("@")]
    signals["place_differs"] = float(bool(places_one and places_two))
    signals["name_differs"] = float(bool(alone and other))
    signals["name_alone"] = float(bool(alone) != bool(other))
    signals["name_same"] = float(any(a.is_name for a, _ in matched))
    if alone and other:
        a = (places_one if places_one and places_two else alone)[0]
        b = (places_two if places_one and places_two else other)[0]
        out.append(SaysOtherwise("name", a.word, b.word))


def _polarity(
    one: SentenceFacts, two: SentenceFacts, signals: dict[str, float], out: list[SaysOtherwise]
) -> None:
    turned = (one.negations + one.denials - two.negations - two.denials) % 2 == 1
    shared = {axis for axis in one.axes if axis in two.axes}
    opposite = [axis for axis in shared if one.axes[axis] != two.axes[axis]]
    agreeing = [axis for axis in shared if one.axes[axis] == two.axes[axis]]
    opposite = [axis for axis in opposite if axis not in _CONVERSE]
    signals["agreeing"] = float(bool(agreeing or opposite) and turned == bool(opposite))
    signals["opposite"] = float(bool(opposite) and not turned)
    signals["opposites"] = float(min(3, len(opposite)) * (not turned))
    signals["turned_agreeing"] = float(turned and bool(agreeing) and not opposite)
    signals["turned_bare"] = float(turned and not agreeing and not opposite)
    signals["turned_pole"] = float(signals["turned_bare"] and one.axes.keys() != two.axes.keys())
    signals["negation_both"] = float(bool(one.negations and two.negations))
    if opposite and turned:
        return
    if opposite:
        words = [_pole_word(side, opposite) for side in (one, two)]
        out.append(SaysOtherwise("direction", *words))
    if turned:
        out.append(SaysOtherwise("negation", _negation_word(one), _negation_word(two)))


def _pole_word(of: SentenceFacts, axes: Sequence[str]) -> str:
    folded = [token.folded for token in of.tokens]
    for found in opposites().of(folded):
        if found.key[:-1] in axes:
            return of.word(found.start, found.end)
    return ""


def _negation_word(of: SentenceFacts) -> str:
    folded = [token.folded for token in of.tokens]
    for found in small_words().of(folded):
        if found.key in ("not", "deny"):
            return of.word(found.start, found.end)
    return ""


def _quantities(
    one: SentenceFacts, two: SentenceFacts, signals: dict[str, float], out: list[SaysOtherwise]
) -> None:
    a = {q for q in _QUANTITIES if q in one.small}
    b = {q for q in _QUANTITIES if q in two.small}
    differs = bool(a and b and not a & b)
    signals["quantity_differs"] = float(differs)
    signals["quantity_alone"] = float(bool(a) != bool(b))
    signals["only_alone"] = float(("only" in one.small) != ("only" in two.small))
    if differs:
        out.append(SaysOtherwise("quantity", _small_word(one, a), _small_word(two, b)))


def _small_word(of: SentenceFacts, kinds: set[str]) -> str:
    folded = [token.folded for token in of.tokens]
    found = next((f for f in small_words().of(folded) if f.key in kinds), None)
    return of.word(found.start, found.end) if found else ""


def _plans(
    one: SentenceFacts, two: SentenceFacts, signals: dict[str, float], out: list[SaysOtherwise]
) -> None:
    differs = one.is_plan != two.is_plan
    signals["plan_differs"] = float(differs and (two.is_done if one.is_plan else one.is_done))
    signals["plan_alone"] = float(differs)
    if signals["plan_differs"]:
        out.append(SaysOtherwise("plan", _plan_word(one), _plan_word(two)))


def _plan_word(of: SentenceFacts) -> str:
    return (
        _small_word(of, {"plan"})
        or next((token.word for token in of.tokens if is_future(token.folded)), "")
        or _small_word(of, {"done"})
    )


def _roles(
    one: SentenceFacts, two: SentenceFacts, matched: Sequence[tuple[Item, Item]],
    signals: dict[str, float], out: list[SaysOtherwise],
) -> None:  # fmt: skip
    first, second = _subject(one, [a for a, _ in matched]), _subject(two, [b for _, b in matched])
    exchanged = False
    if first is not None and second is not None:
        fellow = next(b for a, b in matched if a is first)
        exchanged = fellow is not second
    converse = any(one.axes.get(axis, 0) * two.axes.get(axis, 0) == -1 for axis in _CONVERSE)
    both_names = bool(
        exchanged and first and second
        and _is_name(first, matched) and _is_name(second, matched)
    )  # fmt: skip
    named = [(a, b) for a, b in matched if a.is_name or b.is_name]
    crossed = any(
        (a.role, c.role) == (d.role, b.role) and {a.role, c.role} in ({"", "to"}, {"to", "by"})
        for n, (a, b) in enumerate(named)
        for c, d in named[n + 1 :]
    )
    signals["exchanged_names"] = float((both_names or crossed) and not converse)
    signals["exchanged_converse"] = float((both_names or crossed) and converse)
    signals["converse_alone"] = float(converse and not (exchanged or crossed))
    signals["exchanged_words"] = float(
        exchanged
        and not both_names
        and first is not None
        and second is not None
        and _is_turned(first, second, matched, is_english=one.language == "en")
        and one.language == two.language
        and one.is_passive == two.is_passive
        and len(matched) >= 0.8 * max(1, min(len(one.items), len(two.items)))
    )
    signals["passive_differs"] = float(one.is_passive != two.is_passive)
    if signals["exchanged_names"] or signals["exchanged_words"] or signals["converse_alone"]:
        out.append(
            SaysOtherwise("roles", first.word if first else "", second.word if second else "")
        )


def _is_turned(
    first: Item, second: Item, matched: Sequence[tuple[Item, Item]], *, is_english: bool
) -> bool:
    """Whether what does something here has it done to it there, and the other way round.

    In Italian the subject may follow the verb, so the order alone says nothing.
    """
    there = next(b for a, b in matched if a is first)
    here = next(a for a, b in matched if b is second)
    if there.role and here.role:
        return True
    return is_english and not there.role and not here.role


def _is_name(item: Item, matched: Sequence[tuple[Item, Item]]) -> bool:
    """Whether a word is a name here or in the other claim; the first word of a sentence may be one."""
    return any((a.is_name or b.is_name) for a, b in matched if item in (a, b))


def _subject(of: SentenceFacts, items: Sequence[Item]) -> Item | None:
    """Which of the words that both claims have does what is said."""
    ordered = sorted(items, key=lambda item: item.at)
    if of.is_passive:
        found = next((item for item in ordered if item.role == "by"), None)
        if found is not None:
            return found
    return next((item for item in ordered if item.role == ""), None)
