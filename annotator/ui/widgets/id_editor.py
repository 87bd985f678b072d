"""A line for a knowledge-base id, with a button that shows where it leads."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from annotator.core.errors import UserError
from annotator.core.sources.knowledge_base import address_of, id_from

from .dialog import restyle
from .editors import LineEditor
from .open_address import OpenAddress


class IdEditor(QWidget):
    """What identifies nothing is marked and not saved; a Wikidata address becomes its number."""

    changed = Signal()
    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._saved: str | None = None
        self.line = LineEditor()
        self._open = QToolButton(self)
        self._open.setText("↗")
        self._open.setProperty("variant", "quiet")
        self._open.setToolTip(self.tr("Open the page in the browser…"))
        self._open.setAccessibleName(self.tr("Open the page in the browser…"))
        self._open.clicked.connect(self._show_page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self._open)
        self.setFocusProxy(self.line)
        self.line.typed.connect(self._hear)
        self.line.changed.connect(self.changed)

    def offer(self, offered: str) -> None:
        """What it may be, to be read in the empty line."""
        self.line.setPlaceholderText(offered)

    def value(self) -> str | None:
        """The id that is meant; what was there before while it is no id."""
        written = self.line.text().strip()
        if not written:
            return None
        try:
            return id_from(written)
        except UserError:
            return self._saved

    def show_value(self, value: str | None) -> None:
        self._saved = value
        if self.line.hasFocus() and self.value() == value:
            return
        self.line.show_value(value)
        self._mark()

    def _hear(self) -> None:
        self._mark()
        if not self.line.property("invalid"):
            self.typed.emit()

    def _mark(self) -> None:
        written = self.line.text().strip()
        try:
            address = address_of(id_from(written)) if written else None
            invalid = False
        except UserError:
            address, invalid = None, True
        self._open.setVisible(address is not None)
        if bool(self.line.property("invalid")) != invalid:
            self.line.setProperty("invalid", invalid)
            restyle(self.line)

    def _show_page(self) -> None:
        address = address_of(self.value() or "")
        if address is not None:
            OpenAddress(address, self.window()).open()
