"""What an export wrote, and what its format could not carry."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from annotator.services.results import ExportAnswer
from annotator.ui import translation

from ...widgets.dialog import line


class ExportOutcome(QWidget):
    """The end of an export."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = line(self.tr("Exported"), "title")
        self._said = line("")
        self._path = line("", "muted")
        self._lost = line("", "heading")
        self.losses = QTreeWidget()
        self.losses.setHeaderHidden(True)
        self.losses.setMinimumHeight(160)
        self.losses.setAccessibleName(self.tr("What the format could not carry"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for each in (self._title, self._said, self._path, self._lost):
            column.addWidget(each)
        column.addWidget(self.losses, 1)
        self._column = column

    def show_report(self, path: Path, report: ExportAnswer) -> None:
        counts = (
            self.tr("%n article(s)", None, report.articles),
            self.tr("%n record(s)", None, report.lines),
            self.tr("%n annotation(s)", None, report.carried),
        )
        said = self.tr("Written: {what}.").format(what=", ".join(counts))
        if report.left_aside:
            aside = self.tr("%n article(s) have no such work yet.", None, report.left_aside)
            said = f"{said} {aside}"
        self._said.setText(said)
        self._path.setText(str(path))
        is_whole = not report.uncarried
        self._lost.setText(
            self.tr("Nothing was left out.")
            if is_whole
            else self.tr("The format could not carry %n thing(s):", None, report.uncarried)
        )
        self.losses.setVisible(not is_whole)
        self._fill(report)
        if is_whole:
            self._column.addStretch(1)

    def _fill(self, report: ExportAnswer) -> None:
        self.losses.clear()
        ordered = sorted(report.lost, key=lambda loss: (loss.what, loss.why))
        for (what, why), group in groupby(ordered, key=lambda loss: (loss.what, loss.why)):
            said = (
                f"{translation.translated('Losses', what)}: {translation.translated('Losses', why)}"
            )
            top = QTreeWidgetItem(self.losses, [said])
            top.setToolTip(0, said)
            for loss in group:
                QTreeWidgetItem(top, [loss.where]).setToolTip(0, loss.where)
            top.setExpanded(self.losses.topLevelItemCount() == 1)

    @property
    def said(self) -> str:
        return f"{self._said.text()} {self._lost.text()}"
