"""What one sees while no project is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.paths import RESOURCES
from annotator.ui.appearance import plain_text
from annotator.ui.settings import Settings

from ...command_table.key_hints import native
from ...widgets.dialog import button, line, restyle

_SHOWN = 6


class Welcome(QWidget):
    """Begin, open, try. Files that are dropped are the window's affair."""

    new_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()
    recent_asked = Signal(str)  # a project's path

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._recent_title = line(self.tr("Recent projects"), "heading")
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addLayout(self._head())
        column.addSpacing(6)
        column.addLayout(self._ways())
        column.addSpacing(10)
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        column.addSpacing(10)
        hint = self.tr(
            "Or drop articles (PDF, Word, web pages, plain text and others), a folder or a project "
            "here, or copy a text and press {paste}."
        ).format(paste=native("paste_article"))
        column.addWidget(line(hint, "muted"))
        middle = QWidget()
        middle.setLayout(column)
        middle.setFixedWidth(560)
        across = QHBoxLayout(self)
        across.addStretch(1)
        across.addWidget(middle, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        self.refresh()

    def _head(self) -> QHBoxLayout:
        mark = QLabel()
        mark.setPixmap(QIcon(str(RESOURCES / "icons" / "vaglio.svg")).pixmap(QSize(56, 56)))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(line("Vaglio", "title"))
        words.addWidget(
            line(self.tr("Label entities and claims in news, and say who asserts them."))
        )
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(mark)
        row.addLayout(words, 1)
        return row

    def _ways(self) -> QHBoxLayout:
        self._new = button(self.tr("New project…"), self.new_asked.emit)
        self._new.setProperty("variant", "primary")
        self._open = button(self.tr("Open project…"), self.open_asked.emit)
        self._sample = button(self.tr("Try it on sample articles"), self.sample_asked.emit)
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in (self._new, self._open, self._sample):
            each.setMinimumHeight(36)
            row.addWidget(each)
        row.addStretch(1)
        return row

    # -- recent projects -------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        super().showEvent(event)

    def refresh(self) -> None:
        """Read the list again; a project that is gone is grey, and can be taken away."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        paths = self._settings.recent[:_SHOWN]
        for path in paths:
            self._recent.addWidget(self._line(Path(path)))
        self._recent_title.setVisible(bool(paths))

    def _line(self, path: Path) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        is_there = path.exists()
        name = QPushButton(plain_text.caption(path.stem))
        name.setProperty("variant", "quiet")
        name.setEnabled(is_there)
        name.setToolTip(str(path))
        name.clicked.connect(lambda _=False, p=str(path): self.recent_asked.emit(p))
        place = _short(path.parent) if is_there else self.tr("not there any more")
        where = line(place, "muted")
        where.setWordWrap(False)
        where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(name)
        row.addWidget(where, 1)
        if not is_there:
            away = QToolButton()
            away.setText(self.tr("Remove"))
            away.setProperty("variant", "quiet")
            said = self.tr("Remove {name} from this list; no file is touched")
            away.setToolTip(said.format(name=path.stem))
            away.setAccessibleName(away.toolTip())
            away.clicked.connect(lambda _=False, p=str(path): self.forget(p))
            row.addWidget(away)
        restyle(name)
        return holder

    def forget(self, path: str) -> None:
        """Take a project off the list; no file is touched."""
        left = [each for each in self._settings.recent if each != path]
        self._settings.recent = left
        self.refresh()


def _short(folder: Path) -> str:
    """The folder as people say it: ``~`` for their own."""
    home = Path.home()
    if not folder.is_relative_to(home):
        return str(folder)
    return str(Path("~") / folder.relative_to(home))
