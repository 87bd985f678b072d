"""The window is to be closed, and another program still keeps the last edits from being saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...widgets.dialog import Dialog, button, line


class UnsavedDialog(Dialog):
    """While it is open the window waits to be closed; Enter and Escape go back to work."""

    copy_asked = Signal()  # close now, and keep the edits in a copy of the project

    def __init__(self, count: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Not saved yet"), parent, width=520)
        said = self.tr("%n edit(s) of {name} are not saved yet", None, count)
        self.column.addWidget(line(said.format(name=name), "title"))
        self.column.addWidget(
            line(
                self.tr(
                    "Another program is using the project. As soon as it has finished, they are"
                    " saved and Vaglio closes by itself. Or Vaglio closes now and keeps them in a"
                    " copy beside the project, with everything else, and opens that copy next"
                    " time."
                )
            )
        )
        self.add_buttons(
            button(self.tr("Go on working"), self.reject),
            left=(button(self.tr("Close and keep a copy"), self._copy),),
        )

    def _copy(self) -> None:
        self.copy_asked.emit()
        self.accept()
