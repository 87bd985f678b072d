"""The middle of the window: the article with what stands above it, and below it three first lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ..command_table.key_hints import native
from ..modes.annotate import AnnotateMode
from ..settings import Settings
from ..widgets.dialog import button, line

_ENOUGH = 3  # decisions, and the lines have said what they had to say


class Introduction(QFrame):
    """What is dashed, and the first keys, under the first article that somebody ever opens.

    It stands below, so that no word moves when it goes; gone once, it never comes back.
    """

    def __init__(self, settings: Settings, annotate_mode: AnnotateMode, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._decisions = 0
        self.setProperty("role", "introduction")
        self._lines = [line("", "", self) for _ in range(3)]
        words = QVBoxLayout()
        words.setSpacing(2)
        for each in self._lines:
            words.addWidget(each)
        away = button(self.tr("Understood"), self.dismiss, self)
        away.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 10, 22, 10)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()
        annotate_mode.article_opened.connect(self._offer)
        annotate_mode.saved.connect(self._count_decision)

    @property
    def words(self) -> list[str]:
        return [each.text() for each in self._lines]

    def _offer(self) -> None:
        """An article was opened: is it the first?"""
        if self._settings.introduced:
            return
        accept, reject = native("accept"), native("reject")
        said = (
            self.tr("Dashed is what the machine suggests, solid is what you have decided."),
            self.tr("{accept} accepts the suggestion that you are at, {reject} rejects it; both go on.")
            .format(accept=accept, reject=reject),
            self.tr("What it missed: select the words, then press the key of a label. {help}: all keys.")
            .format(help=native("cheat_sheet")),
        )  # fmt: skip
        for each, words in zip(self._lines, said, strict=True):
            each.setText(words)
        self.show()

    def _count_decision(self) -> None:
        """Something was decided: whoever does so has understood."""
        self._decisions += 1
        if self._decisions >= _ENOUGH and self.isVisible():
            self.dismiss()

    def dismiss(self) -> None:
        self._settings.introduced = True
        self.hide()


class ArticlePage(QWidget):
    """One column: the bars *above*, a hairline, the *article*, and what may stand *below* it.

    A bar that goes while the keys are in it leaves them to the article, not to the next bar.
    """

    left = Signal()

    def __init__(
        self,
        above: Sequence[QWidget],
        article: QWidget,
        below: Sequence[QWidget],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._around = (*above, *below)
        self._hidden: list[QWidget] | None = None  # None: everything is shown
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in above:
            column.addWidget(each)
        hairline = QFrame(self)
        hairline.setObjectName("hairline")
        hairline.setFixedHeight(1)
        column.addWidget(hairline)
        column.addWidget(article, 1)
        for each in below:
            column.addWidget(each)
        for each in self._around:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Hide
            and isinstance(watched, QWidget)
            and watched.isHidden()
            and watched.isAncestorOf(QApplication.focusWidget() or self)
        ):
            self.left.emit()
        return super().eventFilter(watched, event)

    def show_bare(self, bare: bool) -> None:
        """Hide what is around the article, or show again what of it was hidden."""
        if bare:
            shown = [each for each in self._around if not each.isHidden()]
            self._hidden = list(dict.fromkeys([*(self._hidden or []), *shown]))
            for each in shown:
                each.hide()
        elif self._hidden is not None:
            for each in self._hidden:
                each.show()
            self._hidden = None
