"""Which folders and files are watched, how each is, and others to watch."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, Signal
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from annotator.core.errors import UserError
from annotator.services import watched_folders
from annotator.services.session import Session
from annotator.services.watched_folders import ChangedFiles
from annotator.ui import translation
from annotator.ui.widgets.file_dialog import file_dialog

from ...widgets.dialog import Dialog, button, line


class FoldersDialog(Dialog):
    """Every choice counts at once."""

    changed = Signal()  # other paths are watched now

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Watched folders"), parent, width=640)
        self._session = session
        self._found = ChangedFiles()
        said = self.tr(
            "New articles in these folders and feed files come into the project by themselves while it "
            "is open. A text that has changed comes as a new version, with your annotations where their "
            "words are found again. Nothing is fetched from the network, and nothing is ever removed."
        )
        self.column.addWidget(line(said))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Watched folders and files"))
        self.list.setMinimumHeight(160)
        self.list.currentRowChanged.connect(lambda _row: self._allow())
        self.column.addWidget(self.list, 1)
        self.note = line("", "muted")
        self.column.addWidget(self.note)
        self._remove = button(self.tr("&Remove"), self.remove)
        self.add_buttons(
            self._remove,
            button(self.tr("Close"), self.accept),
            left=(
                button(self.tr("Add a &folder…"), self.ask_folder),
                button(self.tr("Add a f&ile…"), self.ask_file),
            ),
        )
        self.show_paths()

    def show_found(self, found: ChangedFiles) -> None:
        """How the watched paths are now."""
        self._found = found
        self.show_paths()

    def show_paths(self) -> None:
        """What is watched, and what was found there."""
        row = self.list.currentRow()
        found = self._found
        self.note.setToolTip("")
        self.list.clear()
        for path in watched_folders.watched(self._session):
            if path in found.unreachable:
                state = self.tr("cannot be reached now")
            elif path in found.files:
                state = self.tr("%n file(s)", None, found.files[path])
            else:
                state = self.tr("not looked at yet")
            item = QListWidgetItem(f"{QDir.toNativeSeparators(str(path))}  ·  {state}")
            item.setToolTip(str(path))
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        if not self.list.count():
            self.note.setText(self.tr("No folder is watched. Add one to begin."))
        elif found.growing:
            self.note.setText(self.tr("%n file(s) still being written", None, found.growing))
        elif found.passed_over.uncarried:
            told = self.tr(
                "Passed over, because it leads out of the folder or is no file: %n thing(s)",
                None,
                found.passed_over.uncarried,
            )
            self.note.setText(told)
            self.note.setToolTip("\n".join(loss.where for loss in found.passed_over.lost[:20]))
        else:
            self.note.setText("")
        self._allow()

    def _allow(self) -> None:
        self._remove.setEnabled(self.list.currentRow() >= 0)

    # -- changing ----------------------------------------------------------------------------

    def ask_folder(self) -> None:
        self._ask(QFileDialog.FileMode.Directory)

    def ask_file(self) -> None:
        self._ask(QFileDialog.FileMode.ExistingFile)

    def _ask(self, mode: QFileDialog.FileMode) -> None:
        dialog = file_dialog(self, self.tr("What is to be watched"), Path.home())
        dialog.setFileMode(mode)
        dialog.fileSelected.connect(lambda path: self.add(Path(path)))
        dialog.open()

    def add(self, path: Path) -> None:
        try:
            watched_folders.watch(self._session, path)
        except UserError as fault:
            self.note.setText(translation.said_of(fault))
            return
        self.show_paths()
        self.changed.emit()

    def remove(self) -> None:
        """Watch the chosen one no longer; what came of it stays."""
        paths = watched_folders.watched(self._session)
        row = self.list.currentRow()
        if 0 <= row < len(paths):
            watched_folders.unwatch(self._session, paths[row])
            self.show_paths()
