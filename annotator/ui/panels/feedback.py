"""What a reviewer decided about the analyst's own work: to adopt with a click, or to answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.core.editing.analyst_view import AnalystView
from annotator.core.errors import UserError
from annotator.core.model import Claim, Entity
from annotator.core.review.differences import Mark
from annotator.core.review.feedback import Feedback
from annotator.core.scheme import Scheme
from annotator.services.review import Reviews

from ..presenters.review import field_name
from ..widgets.dialog import button, line
from .review_sides import reason_words, words_of

_MOST = 60  # cards made at once; the rest follow when these are dealt with


class FeedbackList(QWidget):
    """Cards, one for each decision that differs from the own work or says something about it."""

    chosen = Signal(str)  # the own annotation that a card is about
    adopted = Signal()

    def __init__(self, reviews: Reviews, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reviews = reviews
        self._scheme = scheme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._shown: tuple[Feedback, ...] = ()

    def show_sheet(self, analyst_view: AnalystView | None) -> int:
        """The cards of an article; returns how many there are."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if analyst_view is None or analyst_view.mine is None:
            return 0
        found = self._reviews.feedback(analyst_view.article.id)
        if found.remark is not None and found.remark.comment:
            said = f"{found.remark.by}: “{found.remark.comment}”"
            self._column.addWidget(line(said, "heading", self))
        wanting = [each for each in found.all if each.wants_change]
        if len(wanting) > 1:
            words = self.tr("Adopt all %n", None, len(wanting))
            self._column.addWidget(button(words, lambda: self._adopt(analyst_view, wanting), self))
        for each in found.all[:_MOST]:
            self._column.addWidget(self._card(analyst_view, each))
        return len(found.all)

    def _card(self, analyst_view: AnalystView, each: Feedback) -> QWidget:
        card = QFrame(self)
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        text, language = analyst_view.article.text, QLocale().name()
        column.addWidget(line(self._told(each, text), "", card))
        for field in each.difference.fields:
            name = field_name(self._scheme, each.difference.type, field, language)
            column.addWidget(line(f"{name}: {_value(each.gold, field)}", "muted", card))
        if each.ruling is not None:
            parts = [each.ruling.by, reason_words(each.ruling.reason)]
            parts.append(f"“{each.ruling.comment}”" if each.ruling.comment else "")
            column.addWidget(line(" · ".join(p for p in parts if p), "muted", card))
        for answer in each.answers:
            column.addWidget(line(f"{answer.author}: “{answer.comment}”", "muted", card))
        column.addLayout(self._row(analyst_view, each, card))
        return card

    def _told(self, each: Feedback, text: str) -> str:
        """What was decided, in one line."""
        if each.gold is None:
            assert each.mine is not None
            return self.tr("Not taken: {words}").format(words=_named(each.mine, text))
        if each.mine is None:
            return self.tr("Missed: {words}").format(words=_named(each.gold, text))
        if not each.wants_change:
            return self.tr("Taken as it is: {words}").format(words=_named(each.gold, text))
        return self.tr("{mine} became {gold}").format(
            mine=_named(each.mine, text), gold=_named(each.gold, text)
        )

    def _row(self, analyst_view: AnalystView, each: Feedback, card: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if each.wants_change:
            row.addWidget(button(self.tr("Adopt"), lambda: self._adopt(analyst_view, [each]), card))
        if each.mine is not None:
            id_ = each.mine.id
            row.addWidget(button(self.tr("Show"), lambda: self.chosen.emit(id_), card))
        field = QLineEdit(card)
        field.setPlaceholderText(self.tr("Answer…"))
        field.setAccessibleName(self.tr("Answer to the reviewer"))
        field.returnPressed.connect(self._answering(analyst_view, each, field))
        row.addWidget(field, 1)
        return row

    def _answering(
        self, analyst_view: AnalystView, each: Feedback, field: QLineEdit
    ) -> Callable[[], None]:
        def answer() -> None:
            if each.ruling is not None and field.text().strip():
                self._reviews.answer(analyst_view.article.id, each.ruling, field.text().strip())
                self.adopted.emit()

        return answer

    def _adopt(self, analyst_view: AnalystView, wanted: list[Feedback]) -> None:
        if analyst_view.status in ("submitted", "approved"):
            raise UserError(
                "This article is submitted", hint="Reopen it if you want to change something"
            )
        self._reviews.adopt(analyst_view.article.id, wanted)
        self.adopted.emit()


def _named(mark: Mark, text: str) -> str:
    """The words, with the label of an entity."""
    words = words_of(mark, text)
    if isinstance(mark, Entity):
        return f"“{words}” {mark.label}"
    if isinstance(mark, Claim):
        return f"“{words}”"
    return words


def _value(mark: Mark | None, field: str) -> str:
    value = getattr(mark, field, None)
    if isinstance(value, tuple):
        return ", ".join(value) or "–"
    return str(value) if value not in (None, "") else "–"
