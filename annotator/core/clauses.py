"""Where clauses begin and end, roughly: so that a claim made of a selection is a whole clause.

The suggester has finer rules and reads the article first; what it found is used where it covers
the selection. These are for all else, and for languages that it does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from .model import Span
from .text import paragraph_at, sentences, trim, word_set, words

_OPENING, _CLOSING = frozenset("«“„‘("), frozenset("»”’)")
_QUOTES = frozenset('"')
_MARKS = frozenset(";:–—")
_JOINING = word_set("e ed ma o però and but or")
_LEADING = _JOINING | {"che", "that", "mentre", "while"}
_AFTER_COMMA = _JOINING | word_set(
    "mentre perché poiché giacché sebbene benché anche while because although though whereas so"
)
_FINITE = word_set(
    "è ha hanno ho sono era erano fu furono sarà saranno sarebbe non si avrebbe avrebbero "
    "avrà può possono deve devono potrebbe dovrebbe is are was were has have had will would "
    "did does can could may might must not"
)
_REPORTING = word_set(
    "detto dice dicono disse dissero dichiarato dichiara affermato afferma affermano "
    "sostenuto sostiene sostengono spiegato spiega aggiunto aggiunge riferito riferisce "
    "annunciato annuncia ritiene ritengono crede credono pensa temono teme assicurato "
    "assicura scritto scrive ricordato ricorda ammesso ammette negato nega accusato "
    "promesso promette said says say told tells claimed claims stated states added adds "
    "argued argues believes believe reported reports announced wrote writes insisted warned "
    "warns denied denies promised"
)
_SOURCES_FIRST = word_set("secondo stando according")
_EDGES = " \t\n.;,:»”\"'’«“„‘–—()"
_PERFECT = ("aver", "avere", "esser", "essere")
_INFINITIVE = ("are", "ere", "ire", *_PERFECT)
# What an edge stops at on its way by clauses, besides what surely parts them.
_STOPS = _OPENING | _CLOSING | _QUOTES | _MARKS | frozenset(",")
_SUBORDINATING = _AFTER_COMMA | word_set(
    "che quando dove cui quale quali se come affinché finché mentre ma però that which who whom "
    "whose when where if as since until unless but"
)


def clause_at(text: str, span: Span, found: Iterable[Sequence[Span]] = ()) -> Span:
    """The clause around *span*, or the clauses that it reaches into.

    *found* are the spans of claims that the machine found: the shortest that covers *span* is the
    clause. Conjunctions at the beginning and marks at the ends are left out.
    """
    hulls = [Span(spans[0].start, spans[-1].end) for spans in found if len(spans) == 1]
    around = [hull for hull in hulls if hull.covers(span)]
    if around:
        return min(around, key=len)
    within = [s for s in sentences(text) if s.overlaps(span)]
    if not within:
        return span
    whole = Span(within[0].start, within[-1].end)
    starts, ends = _edges(text, whole)
    start = max((at for at in starts if at <= span.start), default=whole.start)
    end = min((at for at in ends if at >= span.end), default=whole.end)
    made, kept = neat(text, Span(start, end)), neat(text, span)
    if made is None or (kept is not None and not made.overlaps(kept)):
        return span  # a conjunction alone was selected: it is what is meant
    return made


def by_clause(
    text: str, span: Span, *, edge: str, outwards: bool, found: Iterable[Sequence[Span]] = ()
) -> Span:
    """*span* with its ``start`` or ``end`` *edge* at the next boundary further out or in.

    Clauses begin and end at marks, at words that join or subordinate, and where one of the claims
    *found* does; beyond its sentence an edge goes on into the next one of the paragraph. Itself
    where there is none.
    """
    is_end = edge == "end"
    at = span.end if is_end else span.start
    hulls = [Span(spans[0].start, spans[-1].end) for spans in found if spans]
    places = {hull.end if is_end else hull.start for hull in hulls}
    around = paragraph_at(text, at)
    for each in sentences(around.of(text)):
        part = Span(each.start + around.start, each.end + around.start)
        cleaned = (neat(text, stretch) for stretch in _stretches(text, part))
        places |= {(c.end if is_end else c.start) for c in cleaned if c is not None}
    forwards = is_end == outwards
    ahead = [p for p in places if (p > at if forwards else p < at)]
    ahead = [p for p in ahead if (span.start < p if is_end else p < span.end)]
    if not ahead:
        return span
    to = min(ahead) if forwards else max(ahead)
    return Span(span.start, to) if is_end else Span(to, span.end)


def _stretches(text: str, sentence: Span) -> list[Span]:
    """The sentence cut at every mark and before every word that joins or subordinates."""
    cuts = {sentence.start, sentence.end, *_edges(text, sentence)[0]}
    for word in words(text, sentence.start, sentence.end):
        low = word.of(text).lower()
        if low in _STOPS:
            cuts.add(word.end)
        elif low in _SUBORDINATING:
            cuts.add(word.start)
    ordered = sorted(cuts)
    return [Span(a, b) for a, b in pairwise(ordered) if a < b]


def neat(text: str, span: Span) -> Span | None:
    """*span* without marks at its ends, nor a conjunction at its beginning; None if nothing is left."""
    start, end = span.start, span.end
    while True:
        while start < end and text[start] in _EDGES:
            start += 1
        first = next(iter(words(text, start, end)), None)
        if first is None or first.of(text).lower() not in _LEADING or first.end >= end:
            break
        start = first.end
    while end > start and text[end - 1] in _EDGES and not text[start:end].endswith("%"):
        end -= 1
    return trim(text, start, end)


def _edges(text: str, whole: Span) -> tuple[set[int], set[int]]:
    """Where clauses may begin, and where they may end, in the sentences *whole*."""
    starts, ends = {whole.start}, {whole.end}
    inside = list(words(text, whole.start, whole.end))
    lows = [word.of(text).lower() for word in inside]
    leads = bool(lows) and lows[0] in _SOURCES_FIRST
    for at, low in enumerate(lows):
        before = lows[at - 1] if at else ""
        after = lows[at + 1] if at + 1 < len(lows) else ""
        if not _parts(low, before, after, is_first_comma=leads and low == ","):
            continue
        leads = leads and low != ","
        if at:
            ends.add(inside[at - 1].end)
        if after:
            starts.add(inside[at + 1].start)
    return starts, ends


def _parts(low: str, before: str, after: str, *, is_first_comma: bool) -> bool:
    """Whether the word *low* between two others parts clauses."""
    if low in _OPENING | _CLOSING | _QUOTES | _MARKS:
        return True
    if low == ",":
        return is_first_comma or after in _AFTER_COMMA or after in _REPORTING or after in _FINITE
    if low in _JOINING:
        return after in _FINITE or after in ("che", "that")
    if low in ("che", "that"):
        return before in _REPORTING
    if low != "di":
        return False
    return after in _PERFECT or (before in _REPORTING and after.endswith(_INFINITIVE))
