"""Where several layers of one article agree, and how they differ where they do not.

Every annotation is in exactly one difference (superseded verdicts are history, and in none).
Free words (notes, stand-alone forms, justifications, questions and answers) are shown but not
compared: no two people write the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, Literal, TypeAlias, get_args

from msgspec import Struct

from ..annotated_article import LayerContents
from ..changes import digest_records
from ..model import Attribution, Claim, Entity, Evidence, Source, Span, Verdict, spans_of
from . import grouping
from .grouping import Group, GroupedAnnotation, Names

Mark: TypeAlias = Entity | Claim | Attribution | Evidence | Verdict
Type = Literal["entity", "claim", "attribution", "evidence", "verdict"]
How = Literal["missing", "boundary", "label", "attribute", "link"]
TYPES: tuple[Type, ...] = get_args(Type)

ATTRIBUTES: Mapping[Type, tuple[str, ...]] = {
    "entity": ("subtype", "normalized", "kb_id"),
    "claim": (
        "verifiable",
        "kind",
        "check_worthiness",
        "cw_reasons",
        "certainty",
        "time_reference",
        "claim_date",
    ),
    "attribution": (
        "agent",
        "agent_type",
        "anonymity",
        "kb_id",
        "type",
        "quote_mode",
        "author_stance",
        "certainty",
        "source_implicit",
    ),
    "evidence": ("stance", "answer_type", "quote"),
    "verdict": ("rating_name", "strategies"),
}
"""The fields whose values are compared, beside spans, labels and links."""

_IN_ANY_ORDER = ("cw_reasons", "strategies")
_values = {type_: attrgetter(*fields) for type_, fields in ATTRIBUTES.items()}


class Difference(Struct, frozen=True):
    """What the layers say of one thing: a member for each layer, None where it has none.

    *how* is empty where they agree; *fields* are the attributes whose values differ. *span* goes
    from the first to the last word that it is about (of its claim, for what hangs on one); None
    where that is nowhere in the text.
    """

    type: Type
    members: tuple[Mark | None, ...]
    how: tuple[How, ...] = ()
    fields: tuple[str, ...] = ()
    span: Span | None = None

    @property
    def is_agreed(self) -> bool:
        return not self.how

    @property
    def present(self) -> tuple[Mark, ...]:
        """The members there are, in the order of the layers."""
        return tuple(member for member in self.members if member is not None)

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(member.id for member in self.present)

    @property
    def key(self) -> str:
        """Stands for the members as they are: another one as soon as any of them is edited.

        It does not depend on the order of the layers.
        """
        return digest_records(self.present)[:32]


def compare(layers: Sequence[LayerContents], *, sources: Iterable[Source] = ()) -> list[Difference]:
    """The differences of *layers* of one article, in text order, claims before what hangs on them.

    *sources* tells which of the sources that evidence names are one document in two projects.
    """
    comparing = _Comparing(len(layers))
    comparing.take("entity", grouping.entities(layers))
    comparing.take("claim", grouping.claims(layers))
    comparing.take("attribution", grouping.attributions(layers))
    comparing.take("evidence", grouping.evidence(layers, comparing.names, sources))
    comparing.take("verdict", grouping.verdicts(layers, comparing.names))
    return sorted(comparing.made, key=comparing.place)


class _Comparing:
    """Groups made into differences, type by type; what hangs on others comes after them."""

    def __init__(self, count: int) -> None:
        self.made: list[Difference] = []
        self.names: dict[str, str] = {}
        self._count = count
        self._claims: dict[str, Span | None] = {}

    def take(self, type_: Type, groups: list[Group]) -> None:
        for group in groups:
            name = min(item.mark.id for item in group.values())
            for item in group.values():
                self.names[item.mark.id] = name
        for group in groups:
            marks = [item.mark for item in group.values()]
            fields = _differing(type_, marks) if len(marks) > 1 else ()
            how = _how(list(group.values()), fields, self.names, self._count)
            members = tuple(group[at].mark if at in group else None for at in range(self._count))
            span = self._span(marks)
            self.made.append(Difference(type_, members, how, fields, span))
            if type_ == "claim":
                self._claims.update((mark.id, span) for mark in marks)

    def place(self, each: Difference) -> tuple[int, int, int, str]:
        """Sort key: text order, outer before inner, what hangs on claims after the last of them."""
        spans = [self._claims.get(id_) for mark in each.present for id_ in claims_of(mark)]
        last = max((s for s in spans if s is not None), key=_start_and_end, default=each.span)
        start, end = _start_and_end(last) if last else (-1, 0)
        return (start, end, TYPES.index(each.type), min(mark.id for mark in each.present))

    def _span(self, marks: list[Mark]) -> Span | None:
        if isinstance(marks[0], Entity) and len(marks) == 1:
            return marks[0].span
        spans: list[Span] = []
        for mark in marks:
            if isinstance(mark, Evidence | Verdict):
                spans += filter(None, [self._claims.get(mark.claim_id)])
            elif isinstance(mark, Attribution):
                spans += filter(None, [self._claims.get(id_) for id_ in mark.claims])
                spans += spans_of(mark) if not mark.claims else ()
            else:
                spans += spans_of(mark)
        if not spans:
            return None
        return Span(min(s.start for s in spans), max(s.end for s in spans))


def _start_and_end(span: Span) -> tuple[int, int]:
    return (span.start, -span.end)


def claims_of(mark: Mark) -> tuple[str, ...]:
    """The claims that *mark* hangs on."""
    match mark:
        case Attribution(claims=claims):
            return claims
        case Evidence(claim_id=claim_id) | Verdict(claim_id=claim_id):
            return (claim_id,)
    return ()


# ---- how they differ


def _differing(type_: Type, marks: list[Any]) -> tuple[str, ...]:
    first, *others = map(_values[type_], marks)
    if all(other == first for other in others):
        return ()
    return tuple(
        field for field in ATTRIBUTES[type_] if len({_value(mark, field) for mark in marks}) > 1
    )


def _value(mark: Any, field: str) -> Any:
    value = getattr(mark, field)
    return frozenset(value) if field in _IN_ANY_ORDER else value


def _how(
    items: list[GroupedAnnotation], fields: tuple[str, ...], names: Names, count: int
) -> tuple[How, ...]:
    found: list[How] = []
    if len(items) < count:
        found.append("missing")
    if len(items) > 1:
        first, *others = items
        if any(other.parts != first.parts for other in others):
            found.append("boundary")
        if isinstance(first.mark, Entity | Verdict) and any(
            other.mark.label != first.mark.label for other in others
        ):
            found.append("label")
        if fields:
            found.append("attribute")
        linked = _linked(first.mark, names)
        if linked and any(_linked(other.mark, names) != linked for other in others):
            found.append("link")
    return tuple(found)


def _linked(mark: Mark, names: Names) -> tuple[object, ...]:
    """What an annotation hangs on, in words that all layers share."""
    if isinstance(mark, Claim):
        return (names.get(mark.part_of or "", mark.part_of),)
    if isinstance(mark, Attribution):
        claims = frozenset(names.get(id_, id_) for id_ in mark.claims)
        return (claims, names.get(mark.nested_in or "", mark.nested_in))
    return ()


def says(mark: Mark) -> tuple[object, ...]:
    """What an annotation says apart from its links and its free words; to be held against another."""
    values = tuple(_value(mark, field) for field in ATTRIBUTES[type_of(mark)])
    label = mark.label if isinstance(mark, Entity | Verdict) else None
    return (type_of(mark), label, parts_of(mark), values)


def parts_of(mark: Mark) -> tuple[tuple[Span, ...], ...]:
    """The spans of an annotation by role; none of what has no place in the text."""
    match mark:
        case Entity(span=span):
            return ((span,),)
        case Claim(spans=spans):
            return (spans,)
        case Attribution():
            return (mark.source_spans, mark.cue_spans, mark.content_spans)
    return ()


def type_of(mark: Mark) -> Type:
    return _TYPE_OF[type(mark)]


_TYPE_OF: dict[type[Any], Type] = dict(zip(get_args(Mark), TYPES, strict=True))
