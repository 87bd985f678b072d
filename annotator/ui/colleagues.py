"""What can be done with colleagues: send, receive, share out, decide between two versions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QToolButton

from annotator.exchanging import Exchange

from .files import file_dialog

if TYPE_CHECKING:
    from .window import MainWindow

_BUNDLE = ".vaglio-bundle"


class Colleagues(QObject):
    """Each method is an action, or what was dropped on the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.hint = QToolButton(window)  # in the status bar, while something waits for a decision
        self.hint.setProperty("variant", "quiet")
        self.hint.setProperty("small", True)
        self.hint.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hint.setToolTip(self.tr("Somebody went on with the same layer in two places: decide"))
        self.hint.clicked.connect(lambda: self.settle_versions())
        self.hint.hide()

    def look(self) -> None:
        """Say in the status bar of how many layers there are two versions."""
        bench = self._window.bench
        count = len(Exchange(bench.desk).unsettled()) if bench else 0
        self.hint.setText(self.tr("%n layer(s) in two versions", None, count))
        self.hint.setVisible(count > 0)

    def send_work(self) -> None:
        from .dialogs.send import SendDialog

        bench = self._window.bench_or_fault()
        here = bench.pen.sheet.article.id if bench.pen.sheet else None
        SendDialog(bench.path, bench.desk.analyst, here, self._window).open()

    def receive_work(self) -> None:
        last = self._window.settings.text("received_folder")
        dialog = file_dialog(
            self._window, self.tr("Receive work"), Path(last) if last else Path.home()
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Work of colleagues (*.vaglio-bundle *.vaglio *.jsonl)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.filesSelected.connect(lambda paths: self.receive([Path(path) for path in paths]))
        dialog.open()

    def receive(self, paths: Sequence[Path]) -> None:
        """Show what comes; on a press, bring it in."""
        from .dialogs.receive import ReceiveDialog

        bench = self._window.bench_or_fault()
        self._window.settings.set("received_folder", str(paths[0].resolve().parent))
        dialog = ReceiveDialog(bench.path, bench.desk.analyst, paths, self._window)
        dialog.merged.connect(self._window.imported)
        dialog.decision_asked.connect(self.settle_versions)
        dialog.start()

    def share_out(self) -> None:
        from .dialogs.share import ShareDialog

        bench = self._window.bench_or_fault()
        dialog = ShareDialog(bench.desk, self._window)
        dialog.shared.connect(bench.queue.refresh)
        dialog.open()

    def settle_versions(self) -> None:
        """Decide which of the versions of a layer it is, or decide otherwise."""
        from .dialogs.versions import VersionsDialog

        bench = self._window.bench_or_fault()
        dialog = VersionsDialog(bench.desk, self._window)
        dialog.decided.connect(self._decided)
        dialog.open()

    def _decided(self) -> None:
        self._window.bench_or_fault().reload()
        self.look()

    @staticmethod
    def is_bundle(path: Path) -> bool:
        """By its name: what was dropped is work to merge, not articles to import."""
        return path.suffix == _BUNDLE
