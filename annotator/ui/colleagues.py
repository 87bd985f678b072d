"""What can be done with colleagues: send, receive, share out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from .files import file_dialog

if TYPE_CHECKING:
    from .window import MainWindow

_BUNDLE = ".vaglio-bundle"


class Colleagues(QObject):
    """Each method is an action, or what was dropped on the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

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
        dialog.start()

    def share_out(self) -> None:
        from .dialogs.share import ShareDialog

        bench = self._window.bench_or_fault()
        dialog = ShareDialog(bench.desk, self._window)
        dialog.shared.connect(bench.queue.refresh)
        dialog.open()

    @staticmethod
    def is_bundle(path: Path) -> bool:
        """By its name: what was dropped is work to merge, not articles to import."""
        return path.suffix == _BUNDLE
