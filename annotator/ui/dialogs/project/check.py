"""Is the project whole? What a check found, repair, and the backups to go back to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from pathlib import Path

import msgspec
from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from annotator.core.errors import ProjectFault
from annotator.store import Finding, listing
from annotator.store.file.backup import BackupFile
from annotator.ui import translation

from ...widgets.dialog import button, line, rule
from ...widgets.job_dialog import JobDialog

_PATH = Qt.ItemDataRole.UserRole
#: What each code of a finding means, for people.
MEANING: dict[str, str] = {
    "unreadable": translation.note("Findings", "The file cannot be read to its end"),
    "pages": translation.note("Findings", "Pages of the file are damaged"),
    "foreign_key": translation.note("Findings", "A record names another one that is not there"),
    "link": translation.note("Findings", "A record names a claim that is not there"),
    "change_hash": translation.note("Findings", "A change in the history is not what was written"),
    "change_order": translation.note("Findings", "Changes in the history are not in their order"),
    "change_gap": translation.note("Findings", "A change is missing from the history"),
    "differs": translation.note("Findings", "A record is not what the history says"),
    "unlogged": translation.note("Findings", "A record is not in the history"),
    "base": translation.note("Findings", "Something is not what was imported"),
    "text": translation.note("Findings", "The text of an article is not what was imported"),
    "canonical": translation.note("Findings", "The text of an article is not in canonical form"),
    "characters": translation.note("Findings", "The length of a text is wrong"),
    "value": translation.note("Findings", "A record cannot be read"),
    "role": translation.note("Findings", "A layer has a role that does not fit its owner"),
    "span": translation.note("Findings", "An annotation lies outside of its text"),
    "tally": translation.note("Findings", "The counts in the list of articles are wrong"),
    "owner": translation.note("Findings", "Somebody changed a layer of somebody else"),
    "file_missing": translation.note("Findings", "A file kept as an outside source is gone"),
    "file_altered": translation.note(
        "Findings", "A file kept as an outside source is not what was kept"
    ),
    "search": translation.note("Findings", "The full-text index is not up to date"),
}


class CheckDialog(JobDialog):
    """Opened, it begins to check. Nothing is altered without being asked for."""

    open_asked = Signal(str)  # the path of a project: a copy made from a backup
    repaired = Signal()

    def __init__(self, project: Path, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Check project"), parent, width=600)
        self._project = project
        self._is_leaving = False
        self.findings: list[Finding] = []
        self._build()
        self._show_backups()

    def _build(self) -> None:
        self._title = line("", "title")
        self._said = line("")
        self._tree = QTreeWidget()
        self._tree.setHeaderHidden(True)
        self._tree.setMinimumHeight(150)
        self._tree.setAccessibleName(self.tr("What was found"))
        self._tree.hide()
        self._repair = button(self.tr("Repair"), self.repair)
        self._copy = button(self.tr("Copy the list"), self._copy_list)
        for each in (self._repair, self._copy):
            each.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._repair)
        row.addWidget(self._copy)
        row.addStretch(1)
        for widget in (self._title, self._said, self.bar):
            self.column.addWidget(widget)
        self.column.addWidget(self._tree, 1)
        self.column.addLayout(row)
        self.column.addWidget(rule())
        self.column.addWidget(line(self.tr("Backups"), "heading"))
        said = self.tr(
            "A backup opens as a copy beside the project; the project itself stays as it is."
        )
        self.column.addWidget(line(said, "muted"))
        self.backups = QListWidget()
        self.backups.setAccessibleName(self.tr("Backups, the newest first"))
        self.backups.setMinimumHeight(120)
        self.backups.itemActivated.connect(lambda _item: self.restore())
        self.column.addWidget(self.backups, 1)
        self._restore = button(self.tr("Open a copy"), self.restore)
        self._again = button(self.tr("Check again"), self.check)
        self._close = button(self.tr("Close"), self.reject)
        self.add_buttons(self._again, self._close, left=(self._restore,))

    def open(self) -> None:
        super().open()
        self.check()

    # -- checking --------------------------------------------------------------------------

    def check(self) -> None:
        """Look at everything; nothing is changed."""
        self._say(self.tr("Checking…"), self.tr("Texts, annotations, owners and the history."))
        self.run(["check", str(self._project), "--json"], self._checked)

    def repair(self) -> None:
        """Mend what can be mended; the command makes a backup first, and deletes nothing."""
        self._say(self.tr("Repairing…"), self.tr("A backup is made first; nothing is deleted."))
        self.run(["check", str(self._project), "--repair", "--json"], self._repaired)

    def is_idle(self, idle: bool) -> None:
        for each in (self._again, self._repair):
            each.setEnabled(idle)
        self._restore.setEnabled(False)
        if idle and self._is_leaving:
            super().reject()
        elif idle:
            self._show_backups()

    def _repaired(self, code: int, output: str) -> None:
        self.repaired.emit()
        self._checked(code, output)

    def _checked(self, code: int, output: str) -> None:
        if self._is_leaving:
            return
        found = _read(output)
        if not found and code != 0:
            self._say(self.tr("The project could not be checked"), "\n".join(self._heard[-3:]))
            return
        self.findings = found
        self._show_findings()

    def _show_findings(self) -> None:
        count = len(self.findings)
        if not count:
            self._say(
                self.tr("Everything is in order"),
                self.tr("All that is stored is as it was written."),
            )
        else:
            self._say(
                self.tr("%n thing(s) found", None, count),
                self.tr("Repair mends what can be mended without guessing, after a backup."),
            )
        done = [each for each in self._heard if each.startswith("repaired: ")]
        self._fill(done)
        for each in (self._tree, self._copy):
            each.setVisible(bool(count or done))
        self._repair.setVisible(bool(count))
        self.fit()

    def _fill(self, done: Iterable[str]) -> None:
        self._tree.clear()
        for code, group in groupby(sorted(self.findings, key=_by_code), key=_by_code):
            here = list(group)
            meaning = translation.translated("Findings", MEANING.get(code, here[0].what))
            top = QTreeWidgetItem(self._tree, [f"{meaning}  ({len(here)})"])
            for each in here[:200]:
                said = f"{each.what} ({each.where})"
                QTreeWidgetItem(top, [said]).setToolTip(0, f"{said}\n{each.hint}")
            top.setExpanded(len(here) <= 5)
        for said in done:
            mended = self.tr("Mended: {what}").format(what=said.removeprefix("repaired: "))
            QTreeWidgetItem(self._tree, [mended]).setToolTip(0, mended)

    def _say(self, title: str, said: str) -> None:
        self._title.setText(title)
        self._said.setText(said)

    @property
    def said(self) -> str:
        return f"{self._title.text()}. {self._said.text()}"

    def _copy_list(self) -> None:
        lines = [f"{finding.code}: {finding.what} ({finding.where})" for finding in self.findings]
        QGuiApplication.clipboard().setText("\n".join([*lines, *self._heard]))
        self._copy.setText(self.tr("Copied"))

    # -- backups ---------------------------------------------------------------------------

    def _show_backups(self) -> None:
        self.backups.clear()
        try:
            backups = listing(self._project)
        except ProjectFault as fault:
            backups = []
            self._heard.append(translation.said_of(fault))
        for kept in backups:
            item = QListWidgetItem(_when(kept), self.backups)
            item.setData(_PATH, str(kept.path))
            item.setToolTip(str(kept.path))
        is_any = self.backups.count() > 0
        if is_any:
            self.backups.setCurrentRow(0)
        else:
            item = QListWidgetItem(self.tr("There is none yet."), self.backups)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._restore.setEnabled(is_any and self._job is None)

    def restore(self) -> None:
        """Copy the chosen backup beside the project, under a name of its own, and open that."""
        item = self.backups.currentItem()
        if self._job is not None or self.backups.currentRow() < 0 or not item.data(_PATH):
            return
        kept = Path(item.data(_PATH))
        made = copy_name(self._project, kept)
        self._say(self.tr("Copying…"), str(made))
        words = ["backup", str(kept), "-o", str(made)]
        self.run(words, lambda code, _output: self._restored(code, made))

    def _restored(self, code: int, made: Path) -> None:
        if self._is_leaving:
            return
        if code != 0:
            self._say(self.tr("The backup could not be copied"), "\n".join(self._heard[-3:]))
            return
        self.accept()
        self.open_asked.emit(str(made))

    def reject(self) -> None:
        """Escape and Close: stop what runs first."""
        if self._job is not None:
            self._is_leaving = True
            self._close.setEnabled(False)
        super().reject()


def copy_name(project: Path, kept: Path) -> Path:
    """A file beside *project*, named after it and the time of the backup, that is not there."""
    at = datetime.fromtimestamp(kept.stat().st_mtime).strftime("%Y-%m-%d %H.%M")
    stem = f"{project.stem} {at}"
    path, number = project.with_name(f"{stem}{project.suffix}"), 2
    while path.exists():
        path, number = project.with_name(f"{stem} ({number}){project.suffix}"), number + 1
    return path


def _when(kept: BackupFile) -> str:
    """The time of a backup as people write it here, and its size."""
    at = QDateTime.fromString(kept.at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    locale = QLocale()
    said = locale.toString(at, QLocale.FormatType.ShortFormat) if at.isValid() else kept.at
    return f"{said}   ·   {locale.formattedDataSize(kept.size)}"


def _by_code(finding: Finding) -> str:
    return finding.code


def _read(output: str) -> list[Finding]:
    """The command's answer, a finding a line."""
    return [msgspec.json.decode(each, type=Finding) for each in output.splitlines() if each]
