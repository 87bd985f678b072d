"""What can be done with a whole project: open, import, export, back up, check, set up.

Dialogs are imported when they are opened: the window is up sooner.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.isolation.child import child
from annotator.services.session import default_scheme, open_session
from annotator.store import rotate
from annotator.store.database import keys
from annotator.store.database.connection import require_cipher
from annotator.store.database.keys import ProjectKey

from ..background.child_process import child_process
from ..command_table.command import Mode, command
from ..widgets.file_dialog import file_dialog
from .host import Host, opened

if TYPE_CHECKING:
    from ..dialogs.project.protect import Wanted

_ALWAYS = Mode.NONE | Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS
_OPEN = Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS


class ProjectCommands(QObject):
    """The window's dealings with files: commands, and what a widget asked for."""

    def __init__(self, host: Host, window: QWidget) -> None:
        """*window* is the parent of dialogs."""
        super().__init__(window)
        self._host = host
        self._window = window

    # -- opening ---------------------------------------------------------------------------

    @command("new_project", _ALWAYS)
    def new_project(self) -> None:
        self.ask_where(self.tr("New project"))

    def ask_where(self, title: str, then: Callable[[], None] | None = None) -> None:
        """Make a project in the place that is chosen, and *then* go on in it."""
        dialog = self._project_dialog(title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("vaglio")
        dialog.selectFile(self.tr("articles") + ".vaglio")
        dialog.fileSelected.connect(lambda path: self.make(path, then))
        dialog.open()

    @command("open_project", _ALWAYS)
    def open_project(self) -> None:
        dialog = self._project_dialog(self.tr("Open project"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.open(Path(path)))
        dialog.open()

    def _project_dialog(self, title: str) -> QFileDialog:
        last = self._host.settings.last_project
        folder = Path(last).parent if last else Path.home()
        dialog = file_dialog(self._window, title, folder)
        dialog.setNameFilters([self.tr("Vaglio projects (*.vaglio)"), self.tr("All files (*)")])
        return dialog

    def make(self, path: str, then: Callable[[], None] | None = None) -> None:
        """Make an empty project (or open the one that is there), and *then* go on in it."""
        self._show(Path(path), create=True, then=then)

    def open(self, path: Path, *, analyst: str = "", again: bool = False) -> None:
        """Open a project; *again* also where it is the one that is open."""
        self._show(path, analyst=analyst, again=again)

    def open_again(self) -> None:
        """The open project as it is now, from the beginning: its last article was deleted."""
        workspace = opened(self._host)
        self._host.show_desk(open_session(workspace.path, analyst=workspace.session.analyst))

    def _show(
        self,
        path: Path,
        *,
        create: bool = False,
        analyst: str = "",
        again: bool = False,
        then: Callable[[], None] | None = None,
    ) -> None:
        name = analyst or self._host.settings.author
        workspace = self._host.open_project
        if (
            not again
            and workspace is not None
            and workspace.is_on(path)
            and name == workspace.session.analyst
        ):
            if then is not None:  # it is open already
                then()
            return
        if keys.is_locked(path):
            self._unlock(path, analyst, then)
            return
        session = open_session(path, analyst=name, create=create)
        self._host.show_desk(session)
        settings = self._host.settings
        settings.last_project = str(path.resolve())
        recent = [str(path.resolve()), *settings.recent]
        settings.recent = list(dict.fromkeys(recent))[:10]
        if then is not None:
            then()

    def _unlock(self, path: Path, analyst: str, then: Callable[[], None] | None) -> None:
        from ..dialogs.project.passphrase import UnlockDialog

        def unlocked(with_words: bool) -> None:
            self._show(path, analyst=analyst, then=then)
            if with_words:  # the passphrase is forgotten: another one, at once
                self._protect("change", knows_passphrase=False)

        require_cipher()
        dialog = UnlockDialog(path, self._window)
        dialog.unlocked.connect(unlocked)
        dialog.open()

    # -- a passphrase ----------------------------------------------------------------------

    @command("protect", _OPEN)
    def protect(self) -> None:
        self._protect("protect")

    @command("change_passphrase", _OPEN)
    def change_passphrase(self) -> None:
        self._protect("change")

    @command("remove_passphrase", _OPEN)
    def remove_passphrase(self) -> None:
        self._protect("remove")

    def _protect(self, wanted: Wanted, *, knows_passphrase: bool = True) -> None:
        from ..dialogs.project.protect import ProtectDialog

        require_cipher()
        workspace = opened(self._host)
        path, analyst = workspace.path, workspace.session.analyst

        def ended(key: ProjectKey | None, said: str) -> None:
            if key is not None:
                keys.add(key)
            self._show(path, analyst=analyst)
            if said:
                self._host.inform(said)

        dialog = ProtectDialog(
            path, wanted, self._host.language, self._window, knows_passphrase=knows_passphrase
        )
        dialog.begun.connect(self._host.put_away)
        dialog.ended.connect(ended)
        dialog.open()

    # -- in and out ------------------------------------------------------------------------

    @command("export", _OPEN)
    def export(self) -> None:
        from ..dialogs.exporting.export import ExportDialog

        workspace = opened(self._host)
        here = (
            workspace.annotate_mode.analyst_view.article.id
            if workspace.annotate_mode.analyst_view
            else None
        )
        ExportDialog(workspace.session, here, workspace.queue.ids(), self._window).open()

    # -- care ------------------------------------------------------------------------------

    @command("back_up", _OPEN)
    def back_up(self) -> None:
        workspace = opened(self._host)
        made = rotate(workspace.path)
        self._host.inform(self.tr("Backed up to {path}").format(path=made))

    def back_up_behind(self) -> None:
        """The backup of what was done in this window, by a process that outlives it."""
        workspace = self._host.open_project
        if workspace is None or not workspace.has_worked:
            return
        if workspace.session.store.is_encrypted:  # a process that outlives the window gets no key
            rotate(workspace.path)
        else:
            child_process(
                child("annotator.cli:main", "backup", str(workspace.path))
            ).startDetached()

    @command("check_project", _OPEN)
    def check_project(self) -> None:
        from ..dialogs.project.check import CheckDialog

        workspace = opened(self._host)
        dialog = CheckDialog(workspace.path, self._window)
        dialog.open_asked.connect(lambda path: self.open(Path(path)))
        dialog.open()

    @command("agreement", _OPEN)
    def agreement(self) -> None:
        """How far colleagues agree."""
        from ..dialogs.quality.agreement import AgreementDialog

        workspace = opened(self._host)
        dialog = AgreementDialog(workspace.path, self._window)
        dialog.article_asked.connect(self._open_article)
        dialog.open()

    @command("progress", _OPEN)
    def progress(self) -> None:
        """How far the project is, and where the machine is weak."""
        from ..dialogs.project.project_progress import ProgressDialog

        workspace = opened(self._host)
        dialog = ProgressDialog(workspace.session.store, self._window)
        dialog.article_asked.connect(self._open_article)
        dialog.open()

    def _open_article(self, id_: str) -> None:
        """A dialog names an article."""
        workspace = opened(self._host)
        workspace.show_article()
        workspace.annotate_mode.open(id_)

    # -- setting up ------------------------------------------------------------------------

    @command("preferences", _ALWAYS)
    def preferences(self) -> None:
        from ..dialogs.settings.preferences import Preferences

        host, workspace = self._host, self._host.open_project
        scheme = workspace.session.scheme if workspace else default_scheme()
        dialog = Preferences(host.settings, scheme, host.language, self._window)
        dialog.changed.connect(host.preferences_changed)
        dialog.pipelines_changed.connect(host.pipelines_changed)
        dialog.open()

    @command("edit_scheme", _OPEN)
    def edit_scheme(self) -> None:
        from ..dialogs.labels.label_editor import SchemeEditor

        workspace = opened(self._host)
        dialog = SchemeEditor(workspace.session, workspace.language, self._window)
        dialog.scheme_changed.connect(self._host.scheme_changed)
        dialog.open()

    @command("practice", _OPEN)
    def project_settings(self) -> None:
        """How verdicts are given, in whose name they are published, how work is reviewed."""
        from ..dialogs.settings.project_settings import ProjectSettings

        workspace = opened(self._host)
        dialog = ProjectSettings(workspace.session, self._window)
        dialog.saved.connect(workspace.annotate_mode.tell)
        dialog.open()

    @command("learn_from_me", _OPEN)
    def learn_from_me(self) -> None:
        from ..dialogs.quality.learning import LearnDialog

        workspace = opened(self._host)
        dialog = LearnDialog(workspace.session, self._window)
        dialog.used.connect(workspace.relearn)
        dialog.open()

    @command("edit_keys", _ALWAYS)
    def edit_keys(self) -> None:
        from ..dialogs.settings.key_editor import KeyEditor

        host = self._host
        dialog = KeyEditor(
            host.settings.keys, host.label_keys(), self._window, commands=host.commands
        )
        dialog.keys_changed.connect(host.keys_changed)
        dialog.open()

    @command("about", _ALWAYS)
    def about(self) -> None:
        from ..dialogs.help.about import AboutDialog

        AboutDialog(self._window).open()
