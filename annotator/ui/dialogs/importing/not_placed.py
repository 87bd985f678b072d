"""The annotations of an older version whose words the newer one does not have."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QWidget

from ...widgets.dialog import Dialog, button, line


class NotPlacedDialog(Dialog):
    """A list to read, with the way to the older version, where they still are."""

    older_asked = Signal()

    def __init__(self, title: str, lost: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What could not be placed"), parent, width=560)
        said = self.tr(
            "The text of “{title}” has changed. These annotations were not found in it again; in the "
            "older version they are as they were. Mark here what still holds."
        )
        self.column.addWidget(line(said.format(title=title)))
        self.list = QListWidget()
        self.list.addItems([" ".join(each.split()) for each in lost])
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Annotations that were not placed"))
        self.list.setMinimumHeight(200)
        self.column.addWidget(self.list, 1)
        older = button(self.tr("To the older version"), self._go)
        self.add_buttons(button(self.tr("Close"), self.accept), left=(older,))

    def _go(self) -> None:
        self.accept()
        self.older_asked.emit()
