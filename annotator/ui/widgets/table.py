"""A table that is read: no grid, no numbers beside the rows, nothing to write in its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget


class ReadOnlyTable(QTableWidget):
    """Column *wide* takes the room that the others leave.

    Those are as wide as their words, those in *fixed* so many pixels.
    """

    def __init__(
        self,
        name: str,
        heads: Sequence[str],
        *,
        wide: int = 0,
        fixed: Mapping[int, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """*name* is what a screen reader says."""
        super().__init__(0, len(heads), parent)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(heads))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setSelectionMode(self.SelectionMode.NoSelection)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        for column, px in (fixed or {}).items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, px)

    def fill(
        self, row: int, cells: Sequence[str], *, numbers_from: int = 99, bold: int = -1
    ) -> None:
        """Write a row; from column *numbers_from* on they are numbers, one column may be *bold*."""
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            if column >= numbers_from:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if column == bold:
                font = self.font()
                font.setBold(True)
                item.setFont(font)
            self.setItem(row, column, item)
