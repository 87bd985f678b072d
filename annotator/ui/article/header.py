"""Title and particulars of the open article, and the buttons that lead on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.editing.analyst_view import AnalystView
from annotator.core.exchange.article_versions import follower, not_placed
from annotator.core.model import Article
from annotator.ui.appearance import plain_text

from ..widgets.dialog import on_escape

_WIDE_PX = 560


class Header(QWidget):
    """What one reads above the article."""

    left = Signal()  # Esc: to the article

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counted = ("", 0)  # of the article with that id
        self._title = _Elided("title", self)
        self._particulars = _Elided("muted", self)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self._title)
        words.addWidget(self._particulars)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 14, 22, 6)
        row.setSpacing(8)
        row.addLayout(words, 1)
        self._inspector = self._button(self.tr("Inspector"))
        self._previous = self._button(self.tr("Previous article"))
        self._submit = self._button(self.tr("Submit"))
        self._submit.setProperty("variant", "primary")
        self._reopen = self._button(self.tr("Reopen"))
        for button in (self._inspector, self._previous, self._reopen, self._submit):
            row.addWidget(button)
        on_escape(self, self.left.emit)

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setMinimumHeight(30)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        return button

    def use(self, actions: Mapping[str, QAction]) -> None:
        """The buttons do what these do, and are greyed and ticked as they are."""
        self._followed = (
            (self._inspector, actions["toggle_inspector"]),
            (self._previous, actions["previous_article"]),
            (self._submit, actions["submit"]),
            (self._reopen, actions["reopen"]),
        )
        for button, action in self._followed:
            button.setCheckable(action.isCheckable())
            button.clicked.connect(action.trigger)
            action.changed.connect(self._follow)  # Qt itself ends it with the header
        self._follow()

    def _follow(self) -> None:
        """Each button as its action is; a greyed one's tool tip says why, else it has the key."""
        for button, action in self._followed:
            button.setEnabled(action.isEnabled())
            button.setChecked(action.isChecked())
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(key if action.isEnabled() else action.toolTip())

    @property
    def particulars(self) -> str:
        """What the second line says."""
        return self._particulars.toolTip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the title needs it more than the way back does."""
        super().resizeEvent(event)
        self._previous.setVisible(self.width() >= _WIDE_PX)

    def show_sheet(self, analyst_view: AnalystView, language_name: str) -> None:
        article = analyst_view.article
        self._title.say(article.title)
        is_done = analyst_view.status in ("submitted", "approved")
        if self._counted[0] != article.id:
            self._counted = (article.id, len(article.text.split()))
        words = self.tr("%n word(s)", None, self._counted[1])
        parts = [article.publisher, _date(article), language_name, words]
        if analyst_view.status == "changes_requested":
            parts.append(self.tr("changes requested"))
        elif is_done:
            parts.append(self.tr("submitted"))
        if follower(article):
            parts.append(self.tr("a newer version is here (Alt+V)"))
        elif lost := not_placed(article):
            parts.append(self.tr("%n annotation(s) not placed", None, len(lost)))
        self._particulars.say("  ·  ".join(part for part in parts if part))
        self._submit.setText(self.tr("Submit"))
        self._reopen.setText(self.tr("Reopen"))
        self._submit.setVisible(not is_done)
        self._reopen.setVisible(is_done)

    def show_review(self, title: str, said: str) -> None:
        """Colleagues' work is under review: the same two buttons judge it as a whole."""
        self._title.say(title)
        self._particulars.say(said)
        self._submit.setText(self.tr("Approve"))
        self._reopen.setText(self.tr("Ask for changes"))
        self._submit.show()
        self._reopen.show()


class _Elided(QLabel):
    """One line of plain text that gives way instead of widening the window."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        self._whole = words
        self.setToolTip(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        end = Qt.TextElideMode.ElideRight
        self.setText(plain_text.elided(self.fontMetrics(), self._whole, end, self.width()))


def _date(article: Article) -> str:
    """The date as people write it where they are; as it is where it is not a plain day."""
    if not article.published:
        return ""
    day = QDate.fromString(article.published[:10], Qt.DateFormat.ISODate)
    if not day.isValid():
        return article.published
    return QLocale().toString(day, "d MMMM yyyy")
