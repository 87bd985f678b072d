"""What each colleague says of one difference, and the button that takes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.model import Attribution, Claim, Entity, Evidence, Verdict, spans_of
from annotator.core.review.differences import Difference, Mark
from annotator.core.review.review import Review
from annotator.core.scheme import Scheme
from annotator.ui.appearance import plain_text

from .. import translation
from ..appearance.label_colours import theme_now
from ..presenters.review import LETTERS, field_name
from ..widgets.chips import KeyCap, smaller
from ..widgets.dialog import button, line

_SHORT = 160  # characters of an annotation's words
SIDE_KEYS = ("A", "B", "Alt+3")
"""The keys that take the first three layers; further ones have a button."""


_REASONS = {
    "boundary": translation.note("Review", "begins or ends elsewhere"),
    "label": translation.note("Review", "another label"),
    "not_named": translation.note("Review", "not an entity of the scheme"),
    "not_checkable": translation.note("Review", "nothing that can be checked"),
    "attribution": translation.note("Review", "somebody else says it"),
    "attribute": translation.note("Review", "another value of a field"),
    "missed": translation.note("Review", "was overlooked"),
    "duplicate": translation.note("Review", "marked twice"),
    "guideline": translation.note("Review", "the guideline is unclear"),
    "claim_rejected": translation.note("Review", "its claim was not taken"),
}


def reason_words(code: str) -> str:
    """What a reason's code is called; "" for none."""
    return translation.translated("Review", _REASONS.get(code, code)) if code else ""


class Badge(QWidget):
    """The letter of a layer in its colour, as the article shows it."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.setFixedSize(QSize(20, 20))
        self.setAccessibleName(LETTERS[number])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme_now().layer(self._number + 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.tint)
        painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        painter.setPen(ink.strong)
        painter.setFont(smaller(self.font(), QFont.Weight.DemiBold))
        plain_text.draw(painter, self.rect(), Qt.AlignmentFlag.AlignCenter, LETTERS[self._number])


class SideVersion(QFrame):
    """One layer's version."""

    def __init__(
        self,
        number: int,
        author: str,
        says: list[str],
        take: Callable[[], object],
        *,
        is_taken: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.says = says
        self.setProperty("role", "card")
        name = QLabel(self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setText(author)
        name.setProperty("role", "heading")
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Badge(number, self))
        head.addWidget(name, 1)
        if number < len(SIDE_KEYS):
            head.addWidget(KeyCap(SIDE_KEYS[number], self))
        self.take = button(
            QCoreApplication.translate("Review", "Taken" if is_taken else "Take"), take, self
        )
        self.take.setEnabled(not is_taken)
        self.take.setAccessibleName(
            QCoreApplication.translate("Review", "Take what {author} says").format(author=author)
        )
        head.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 8, 8)
        column.setSpacing(3)
        column.addLayout(head)
        for index, said in enumerate(says):
            column.addWidget(line(said, "" if index == 0 else "muted", self))


def said_by(
    review: Review, difference: Difference, member: Mark | None, scheme: Scheme, language: str
) -> list[str]:
    """What a layer has there, in lines: the words, then each field that somebody has otherwise."""
    if member is None:
        return [QCoreApplication.translate("Review", "nothing here")]
    text = review.article.text
    lines = [words_of(member, text)]
    match member:
        case Entity():
            label = scheme.label(member.label)
            lines.append(f"{label.code} · {label.named(language)}")
        case Evidence():
            source = next((s for s in review.sources if s.id == member.source_id), None)
            lines.append(source.title if source else member.source_id)
        case _:
            pass
    for field in difference.fields:
        name = field_name(scheme, difference.type, field, language)
        value = value_words(scheme, difference.type, field, getattr(member, field), language)
        lines.append(f"{name}: {value}")
    if member.note:
        lines.append(f"“{member.note}”")
    return lines


def words_of(member: Mark, text: str) -> str:
    match member:
        case Entity() | Claim() | Attribution():
            said = " … ".join(span.of(text) for span in spans_of(member)) or member_name(member)
        case Evidence():
            said = member.quote or member.answer or member.question
        case Verdict():
            said = member.justification
    return said if len(said) <= _SHORT else said[:_SHORT].rsplit(" ", 1)[0] + " …"


def member_name(member: Mark) -> str:
    return member.agent if isinstance(member, Attribution) else ""


def value_words(scheme: Scheme, of: str, field: str, value: object, language: str) -> str:
    if value in (None, "", ()):
        return "–"
    try:
        attribute = scheme.attribute(of, field)
    except KeyError:
        return str(value)
    codes = value if isinstance(value, tuple) else (attribute.read(value),)
    return ", ".join(attribute.value(str(code)).name.to(language) for code in codes)
