"""From a review to what the article view shows: grey where all agree, colour where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.core.highlight_layout import (
    Highlight,
    HighlightShape,
    in_stroke_order,
    in_text_order,
    lanes_of,
)
from annotator.core.model import Attribution, Claim, Entity, Span
from annotator.core.review.differences import Difference, Mark, type_of
from annotator.core.review.review import Review
from annotator.core.scheme import Scheme
from annotator.ui.view import ClaimCard

from .. import translation
from . import article as article_presenter

LETTERS = "ABCDEFGHI"
"""What the layers under review are called, in their order."""
_STALE = translation.note("ReviewPresenter", "changed since")
_ONLY = translation.note("ReviewPresenter", "only {who}")
_NOT = translation.note("ReviewPresenter", "not {who}")


def letters(numbers: Iterable[int]) -> str:
    """``A, C`` for the first and third layer."""
    return ", ".join(LETTERS[number] for number in numbers)


def have(difference: Difference) -> list[int]:
    """The numbers of the layers that have it."""
    return [at for at, member in enumerate(difference.members) if member is not None]


def who(difference: Difference) -> str:
    """``only A``, ``not C``; "" where all have it."""
    numbers = have(difference)
    lack = [at for at in range(len(difference.members)) if at not in numbers]
    if not lack:
        return ""
    if len(lack) < len(numbers):
        return translation.translated("ReviewPresenter", _NOT).format(who=letters(lack))
    return translation.translated("ReviewPresenter", _ONLY).format(who=letters(numbers))


class ReviewPresenter:
    """The highlights and cards of one review."""

    def __init__(self, review: Review, scheme: Scheme, language: str) -> None:
        self._review = review
        self._scheme = scheme
        self._language = language
        self._shown = list(self._versions())
        claims = [(mark, at) for mark, at, _ in self._shown if isinstance(mark, Claim)]
        ordered = in_text_order([claim for claim, _ in claims])
        self._number = {claim.id: n for n, claim in enumerate(ordered, 1)}
        hulls = [Span(c.spans[0].start, c.spans[-1].end) for c in ordered]
        self._lane = dict(zip((c.id for c in ordered), lanes_of(hulls), strict=True))

    def _versions(self) -> Iterable[tuple[Mark, int, Difference]]:
        """What is drawn of each difference: the mark, the layer it is of (0: everybody's)."""
        yield from self._differing()
        for mark in self._review.in_gold.values():
            if self._review.difference_of(mark.id) is None:  # that nobody else has, or has any more
                yield mark, 0, Difference(type_of(mark), ())

    def _differing(self) -> Iterable[tuple[Mark, int, Difference]]:
        standings = self._review.standings
        for number, difference in enumerate(self._review.differences):
            standing = standings[number]
            if standing.state == "decided":
                if standing.result is not None:
                    yield standing.result, 0, difference
            elif difference.is_agreed and standing.state != "stale":
                yield difference.present[0], 0, difference
            else:
                yield from self._sides(difference)

    def _sides(self, difference: Difference) -> Iterable[tuple[Mark, int, Difference]]:
        """One for each different place in the text; those who mark the same words are drawn once."""
        seen: set[object] = set()
        for at in have(difference):
            member = difference.members[at]
            assert member is not None
            place = _place(member)
            if place not in seen:
                seen.add(place)
                yield member, at + 1, difference

    # -- highlights ---------------------------------------------------------------------------

    def marks(self) -> list[Highlight]:
        highlights: list[Highlight] = []
        for mark, layer, difference in self._shown:
            match mark:
                case Entity():
                    highlights.append(self._chip(mark, layer, difference))
                case Claim():
                    highlights += self._brackets(mark, layer)
                case Attribution():
                    highlights += _underlines(mark, layer)
        highlights.sort(key=in_stroke_order)
        return highlights

    def _brackets(self, claim: Claim, layer: int) -> Iterable[Highlight]:
        last = len(claim.spans) - 1
        for index, span in enumerate(claim.spans):
            yield Highlight(
                span.start,
                span.end,
                HighlightShape.BRACKET,
                claim.id,
                "claim",
                lane=self._lane[claim.id],
                is_first=index == 0,
                is_last=index == last,
                muted=not layer,
                layer=layer,
                ref=f"C{self._number[claim.id]}",
            )

    def _chip(self, entity: Entity, layer: int, difference: Difference) -> Highlight:
        # of two versions that overlap the first says what there is to say of both
        is_first = not layer or difference.present[0] is entity
        differs = bool(layer) and "label" in difference.how
        return Highlight(
            entity.span.start,
            entity.span.end,
            HighlightShape.CHIP,
            entity.id,
            entity.label,
            label=entity.label if is_first and not differs else "",
            muted=not layer,
            layer=layer,
            said=self._said(difference, layer) if is_first else "",
        )

    def _said(self, difference: Difference, layer: int) -> str:
        """The words after the label: who has it, or what the others call it."""
        if not layer:
            return ""
        parts = [who(difference)]
        if "boundary" in difference.how:
            parts.append(self._extents(difference))
        if "label" in difference.how:
            parts.append(self._labels(difference))
        elif "attribute" in difference.how:
            parts.append(self.fields(difference))
        if self._review.standing(difference).state == "stale":
            parts.append(translation.translated("ReviewPresenter", _STALE))
        return " · ".join(part for part in parts if part)

    def _extents(self, difference: Difference) -> str:
        """``A | B``: those who mark the same words together."""
        places: dict[object, list[int]] = {}
        for at, member in enumerate(difference.members):
            if member is not None:
                places.setdefault(_place(member), []).append(at)
        return " | ".join(letters(numbers) for numbers in places.values())

    def _labels(self, difference: Difference) -> str:
        """``A PER, B ORG``."""
        return ", ".join(
            f"{LETTERS[at]} {member.label}"
            for at, member in enumerate(difference.members)
            if isinstance(member, Entity)
        )

    def fields(self, difference: Difference) -> str:
        """The names of the fields whose values differ."""
        return ", ".join(
            field_name(self._scheme, difference.type, field, self._language)
            for field in difference.fields
        )

    # -- cards -----------------------------------------------------------------------------

    def cards(self) -> list[ClaimCard]:
        return [
            self._card(mark, layer, difference)
            for mark, layer, difference in self._shown
            if isinstance(mark, Claim)
        ]

    def _card(self, claim: Claim, layer: int, difference: Difference) -> ClaimCard:
        said_by = self._attributions(claim)
        text = self._review.article.text
        said = ""
        if layer:
            differs = [self._said(difference, layer)]
            if "attribute" not in difference.how and difference.fields:
                differs.append(self.fields(difference))
            said = " · ".join(part for part in differs if part)
        return ClaimCard(
            owner=claim.id,
            ref=f"C{self._number[claim.id]}",
            start=claim.spans[0].start,
            title=article_presenter.agents(text, said_by),
            detail=article_presenter.manner(
                text, claim, said_by, self._find, self._scheme, self._language
            ),
            worthiness=claim.check_worthiness,
            layer=layer,
            said=said,
            muted=not layer,
        )

    def _find(self, id_: str) -> Mark | None:
        return self._review.originals.get(id_) or self._review.in_gold.get(id_)

    def _attributions(self, claim: Claim) -> list[Attribution]:
        layers = [*self._review.layers, *filter(None, [self._review.gold])]
        mine = next((c for c in layers if c.layer.id == claim.layer_id), None)
        return [a for a in mine.attributions if claim.id in a.claims] if mine else []


def field_name(scheme: Scheme, of: str, field: str, language: str) -> str:
    """What people call a field; its code where the scheme has no word for it."""
    try:
        return scheme.attribute(of, field).name.to(language).lower()
    except KeyError:
        return translation.translated("Fields", _OTHER_FIELDS.get(field, field))


_OTHER_FIELDS = {
    "subtype": translation.note("Fields", "subtype"),
    "normalized": translation.note("Fields", "normal form"),
    "kb_id": translation.note("Fields", "link"),
    "agent": translation.note("Fields", "name of who says it"),
    "source_implicit": translation.note("Fields", "speaker left out"),
    "claim_date": translation.note("Fields", "date of the claim"),
    "quote": translation.note("Fields", "quotation"),
    "rating_name": translation.note("Fields", "rating"),
}


def _place(mark: Mark) -> object:
    match mark:
        case Entity(span=span):
            return span
        case Claim(spans=spans):
            return spans
        case Attribution():
            return (mark.source_spans, mark.cue_spans)
    return mark.id


def _underlines(attribution: Attribution, layer: int) -> Iterable[Highlight]:
    pairs: Sequence[tuple[HighlightShape, tuple[Span, ...]]] = (
        (HighlightShape.DOUBLE, attribution.source_spans),
        (HighlightShape.DOTTED, attribution.cue_spans),
    )
    for shape, spans in pairs:
        for span in spans:
            yield Highlight(
                span.start,
                span.end,
                shape,
                attribution.id,
                "attribution",
                muted=not layer,
                layer=layer,
            )
