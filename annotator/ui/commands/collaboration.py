"""What can be done with colleagues: send, receive, share out, decide between two versions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from annotator.services.collaboration import Collaboration

from ..command_table.command import Mode, command
from ..widgets.file_dialog import file_dialog
from .host import Host, opened

_BUNDLE = ".vaglio-bundle"
_OPEN = Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS


class CollaborationCommands(QObject):
    """Work goes to colleagues and comes from them, also when it is dropped on the window."""

    def __init__(self, host: Host, window: QWidget) -> None:
        """*window* is the parent of dialogs."""
        super().__init__(window)
        self._host = host
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
        workspace = self._host.open_project
        count = len(Collaboration(workspace.session).unsettled()) if workspace else 0
        self.hint.setText(self.tr("%n layer(s) in two versions", None, count))
        self.hint.setVisible(count > 0)

    @command("send_work", _OPEN)
    def send_work(self) -> None:
        from ..dialogs.collaboration.send import SendDialog

        workspace = opened(self._host)
        here = (
            workspace.annotate_mode.analyst_view.article.id
            if workspace.annotate_mode.analyst_view
            else None
        )
        SendDialog(workspace.path, workspace.session.analyst, here, self._window).open()

    @command("receive_work", _OPEN)
    def receive_work(self) -> None:
        last = self._host.settings.received_folder
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
        from ..dialogs.collaboration.receive import ReceiveDialog

        workspace = opened(self._host)
        self._host.settings.received_folder = str(paths[0].resolve().parent)
        dialog = ReceiveDialog(workspace.path, workspace.session.analyst, paths, self._window)
        dialog.merged.connect(self._host.imported)
        dialog.decision_asked.connect(self.settle_versions)
        dialog.start()

    @command("share_out", _OPEN)
    def share_out(self) -> None:
        from ..dialogs.collaboration.assign import ShareDialog

        workspace = opened(self._host)
        dialog = ShareDialog(workspace.session, self._window)
        dialog.shared.connect(workspace.queue.refresh)
        dialog.open()

    @command("settle_versions", _OPEN)
    def settle_versions(self) -> None:
        """Decide which of the versions of a layer it is, or decide otherwise."""
        from ..dialogs.collaboration.layer_versions import VersionsDialog

        workspace = opened(self._host)
        dialog = VersionsDialog(workspace.session, self._window)
        dialog.decided.connect(self._decided)
        dialog.open()

    def _decided(self) -> None:
        opened(self._host).reload()
        self.look()

    @staticmethod
    def is_bundle(path: Path) -> bool:
        """By its name: what was dropped is work to merge, not articles to import."""
        return path.suffix == _BUNDLE
