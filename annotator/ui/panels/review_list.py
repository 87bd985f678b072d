"""All differences of a review in the order of the text, with what was decided of each."""

from __future__ import annotations

from typing import Any, TypeAlias

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.core.model import Claim, Entity, Evidence, Verdict, spans_of
from annotator.core.review.differences import Difference, Mark, Type
from annotator.core.review.review import Review, State
from annotator.core.scheme import Scheme
from annotator.ui.appearance import plain_text

from .. import translation
from ..appearance.label_colours import theme_now
from ..presenters.review import who
from ..widgets.chips import smaller

Index: TypeAlias = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_HEIGHT = 30
_TYPES: dict[Type, str] = {
    "entity": translation.note("Review", "entity"),
    "claim": translation.note("Review", "claim"),
    "attribution": translation.note("Review", "speaker or cue"),
    "evidence": translation.note("Review", "evidence"),
    "verdict": translation.note("Review", "verdict"),
}
_STATES: dict[State, str] = {
    "open": translation.note("Review", "open"),
    "later": translation.note("Review", "put off"),
    "decided": translation.note("Review", "decided"),
    "stale": translation.note("Review", "changed since"),
}


class ReviewLine(Struct, frozen=True):
    """One row: a difference in words."""

    id: str
    state: State
    label: str
    words: str
    who: str
    is_agreed: bool


class ReviewList(QListView):
    """Says which difference was chosen, by the id of one of its members."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = ReviewModel()
        self.setModel(self._lines)
        self.setUniformItemSizes(True)
        self.setStyleSheet("QListView, QListView:focus { border: none; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_ReviewDelegate(self))
        self.setAccessibleName(self.tr("Differences"))
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_review(self, review: Review, current: Difference | None, scheme: Scheme) -> None:
        lines = review_lines(review, scheme)
        if lines != self._lines.lines:
            self._lines.show_lines(lines)
        ids = current.ids if current else frozenset()
        row = next((at for at, each in enumerate(lines) if each.id in ids), -1)
        if row >= 0:
            index = self._lines.index(row, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        found = index.data(LINE)
        if isinstance(found, ReviewLine):
            self.chosen.emit(found.id)


def review_lines(review: Review, scheme: Scheme) -> list[ReviewLine]:
    """Every difference in words, in text order."""
    made: list[ReviewLine] = []
    for number, difference in enumerate(review.differences):
        shown = review.standings[number].result or difference.present[0]
        made.append(
            ReviewLine(
                id=difference.present[0].id,
                state=review.standings[number].state,
                label=_label(shown, difference, scheme),
                words=_words(shown, review.article.text),
                who=who(difference),
                is_agreed=difference.is_agreed,
            )
        )
    return made


def _label(mark: Mark, difference: Difference, scheme: Scheme) -> str:
    if isinstance(mark, Entity):
        labels = [m.label for m in difference.present if isinstance(m, Entity)]
        return " / ".join(dict.fromkeys(scheme.label(label).code for label in labels))
    return type_name(difference.type)


def type_name(type_: Type) -> str:
    """What an annotation of a difference's type is called."""
    return translation.translated("Review", _TYPES[type_])


def _words(mark: Mark, text: str) -> str:
    if isinstance(mark, Evidence):
        return mark.quote or mark.answer
    if isinstance(mark, Verdict):
        return mark.justification
    spans = spans_of(mark)
    said = " … ".join(span.of(text) for span in spans)
    if isinstance(mark, Claim | Entity) or said:
        return said
    return mark.agent


class ReviewModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[ReviewLine] = []

    def show_lines(self, lines: list[ReviewLine]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        each = self.lines[index.row()]
        if role == LINE:
            return each
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            state = translation.translated("Review", _STATES[each.state])
            return " · ".join(p for p in (each.label, each.words, each.who, state) if p)
        if role == Qt.ItemDataRole.ToolTipRole:
            return each.words
        return None


class _ReviewDelegate(plain_text.PlainDelegate):
    """A dot for the state, the label, the words, and who has it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        each: ReviewLine = index.data(LINE)
        theme = theme_now()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(8, 1, -8, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.highlight())
            painter.drawRoundedRect(box, 5, 5)
        _paint_state(painter, box, each)
        font = smaller(option.font)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        inner = box.adjusted(24, 0, -8, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.muted)
        plain_text.draw(painter, inner, middle, each.label)
        left = metrics.horizontalAdvance(each.label) + 8
        right = metrics.horizontalAdvance(each.who) + 8 if each.who else 0.0
        plain_text.draw(painter, inner, middle | Qt.AlignmentFlag.AlignRight, each.who)
        painter.setPen(theme.muted if each.is_agreed else theme.text)
        place = inner.adjusted(left, 0, -right, 0)
        said = plain_text.elided(metrics, each.words, Qt.TextElideMode.ElideRight, place.width())
        plain_text.draw(painter, place, middle, said)
        painter.restore()


def _paint_state(painter: QPainter, box: QRectF, each: ReviewLine) -> None:
    """Full: decided. Ring: open. Half: put off. A red ring: changed since."""
    theme = theme_now()
    dot = QRectF(box.left() + 8, box.center().y() - 4, 8, 8)
    colour = theme.claim.line if each.state == "stale" else theme.muted
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if each.state == "decided":
        painter.setBrush(colour)
    painter.drawEllipse(dot)
    if each.state == "later":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(dot, 90 * 16, 180 * 16)
