"""Title and particulars of the open article, and the buttons that lead on."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.model import Article
from annotator.core.sheet import Sheet


class Header(QWidget):
    """What one reads above the article."""

    asked = Signal(str)  # id of an action

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _elided("title")
        self._particulars = _elided("muted")
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self._title)
        words.addWidget(self._particulars)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 14, 22, 6)
        row.setSpacing(8)
        row.addLayout(words, 1)
        self._inspector = self._button(self.tr("Inspector"), "toggle_inspector", "F4")
        self._inspector.setCheckable(True)
        self._previous = self._button(self.tr("Previous"), "previous_article", "Ctrl+PgUp")
        self._submit = self._button(self.tr("Submit"), "submit", "Ctrl+Enter")
        self._submit.setProperty("variant", "primary")
        self._reopen = self._button(self.tr("Reopen"), "reopen", "")
        for button in (self._inspector, self._previous, self._reopen, self._submit):
            row.addWidget(button)

    def _button(self, words: str, action: str, key: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setToolTip(key)
        button.setMinimumHeight(30)
        button.clicked.connect(lambda: self.asked.emit(action))
        return button

    def show_inspector_is_open(self, is_open: bool) -> None:
        self._inspector.setChecked(is_open)

    def show_sheet(self, sheet: Sheet, language_name: str) -> None:
        article = sheet.article
        self._title.setText(article.title)
        self._title.setToolTip(article.title)
        is_done = sheet.status in ("submitted", "approved")
        words = self.tr("%n word(s)", None, len(article.text.split()))
        parts = [article.publisher, _date(article), language_name, words]
        if sheet.status == "changes_requested":
            parts.append(self.tr("changes requested"))
        elif is_done:
            parts.append(self.tr("submitted"))
        self._particulars.setText("  ·  ".join(part for part in parts if part))
        self._submit.setVisible(not is_done)
        self._reopen.setVisible(is_done)


def _elided(role: str) -> QLabel:
    """A one-line label that gives way instead of widening the window; plain text only."""
    from PySide6.QtCore import Qt

    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return label


def _date(article: Article) -> str:
    """The date as people write it where they are; as it is where it is not a plain day."""
    from PySide6.QtCore import QDate, Qt

    if not article.published:
        return ""
    day = QDate.fromString(article.published[:10], Qt.DateFormat.ISODate)
    if not day.isValid():
        return article.published
    return QLocale().toString(day, "d MMMM yyyy")
