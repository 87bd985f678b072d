"""What one of several article views side by side shows of a review: one layer, or what was decided."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from annotator.core.highlight_layout import Highlight
from annotator.core.model import Entity
from annotator.core.review.differences import Difference, Mark
from annotator.core.review.review import Review
from annotator.core.scheme import Scheme

from .. import translation
from .review import ReviewPresenter, who

_STALE = translation.note("ReviewPresenter", "changed since")


class SidePresenter(ReviewPresenter):
    """The highlights and cards of layer *side*; None for the gold layer.

    Grey is what all say alike and what was decided; the colour of its layer has what is open.
    """

    def __init__(self, review: Review, scheme: Scheme, language: str, side: int | None) -> None:
        self._side = side
        super().__init__(review, scheme, language)
        claims = [each for each in review.differences if each.type == "claim"]
        # a claim has the same number in all views
        self._number = {id_: n for n, each in enumerate(claims, 1) for id_ in self._ids(each)}
        for mark, _, _ in self._shown:
            self._number.setdefault(mark.id, len(self._number) + 1)

    def _ids(self, difference: Difference) -> Iterable[str]:
        result = self._review.standing(difference).result
        return {*difference.ids, *([result.id] if result else [])}

    def _versions(self) -> Iterable[tuple[Mark, int, Difference]]:
        if self._side is None:
            for mark in self._review.in_gold.values():
                difference = self._review.difference_of(mark.id)
                yield mark, 0, difference or Difference("entity", ())
            return
        for at, difference in enumerate(self._review.differences):
            member = difference.members[self._side]
            state = self._review.standings[at].state
            is_alone = len(difference.members) == 1  # nobody else could agree
            is_quiet = difference.is_agreed and state != "stale" and not is_alone
            is_quiet = is_quiet or state == "decided"
            if member is not None:
                yield member, 0 if is_quiet else self._side + 1, difference

    def _chip(self, entity: Entity, layer: int, difference: Difference) -> Highlight:
        made = super()._chip(entity, layer, difference)
        return replace(made, label=entity.label, said=self._said(difference, layer))

    def _said(self, difference: Difference, layer: int) -> str:
        """The words after the label: that others have nothing there, or which fields differ."""
        if not layer:
            return ""
        parts = [who(difference)] if len(difference.members) > 1 else []
        if "attribute" in difference.how:
            parts.append(self.fields(difference))
        if self._review.standing(difference).state == "stale":
            parts.append(translation.translated("ReviewPresenter", _STALE))
        return " · ".join(part for part in parts if part)
