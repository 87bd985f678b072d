"""What can be done with a whole project: open, import, export, back up, check, set up.

Dialogs are imported when they are opened: the window is up sooner.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator import formats
from annotator.core.errors import UserError
from annotator.core.model import Deletion
from annotator.core.paths import samples
from annotator.formats.language_detection import UNKNOWN
from annotator.isolation.child import child
from annotator.services import entity_linking
from annotator.services.importing import ImportPlan
from annotator.services.session import default_scheme, open_session
from annotator.store import rotate
from annotator.store.database import keys
from annotator.store.database.connection import require_cipher
from annotator.store.database.keys import ProjectKey

from ..background.child_process import child_process
from ..background.language_detection import tell_language
from ..command_table.command import Mode, command
from ..widgets.file_dialog import file_dialog
from .host import Host, OpenProject, opened

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
        self._pasted: list[Callable[[str], str]] = []  # kept when their language is known

    # -- opening ---------------------------------------------------------------------------

    @command("new_project", _ALWAYS)
    def new_project(self) -> None:
        dialog = self._project_dialog(self.tr("New project"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("vaglio")
        dialog.selectFile(self.tr("articles") + ".vaglio")
        dialog.fileSelected.connect(self.make)
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

    def make(self, path: str) -> None:
        """Make an empty project (or open the one that is there)."""
        self._show(Path(path), create=True)

    def open(self, path: Path, *, analyst: str = "", again: bool = False) -> None:
        """Open a project; *again* also where it is the one that is open."""
        self._show(path, analyst=analyst, again=again)

    def open_again(self) -> None:
        """The open project as it is now, from the beginning: its last article was deleted."""
        workspace = opened(self._host)
        self._host.show_desk(open_session(workspace.path, analyst=workspace.session.analyst))

    def open_sample(self) -> None:
        """A project of one's own, made from the articles that ship with Vaglio."""
        path = Path.home() / "vaglio-sample.vaglio"
        is_new = not path.exists()
        self._show(path, create=True)
        if is_new:
            self._import(samples())

    def _show(
        self, path: Path, *, create: bool = False, analyst: str = "", again: bool = False
    ) -> None:
        name = analyst or self._host.settings.author
        workspace = self._host.open_project
        if (
            not again
            and workspace is not None
            and workspace.is_on(path)
            and name == workspace.session.analyst
        ):
            return  # it is open already
        if keys.is_locked(path):
            self._unlock(path, analyst)
            return
        session = open_session(path, analyst=name, create=create)
        self._host.show_desk(session)
        settings = self._host.settings
        settings.last_project = str(path.resolve())
        recent = [str(path.resolve()), *settings.recent]
        settings.recent = list(dict.fromkeys(recent))[:10]

    def _unlock(self, path: Path, analyst: str) -> None:
        from ..dialogs.project.passphrase import UnlockDialog

        def unlocked(with_words: bool) -> None:
            self._show(path, analyst=analyst)
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

    @command("import_files", _OPEN)
    def import_files(self) -> None:
        suffixes = sorted(formats.readable_suffixes())
        dialog = file_dialog(self._window, self.tr("Import articles"), self._articles_folder())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        known = " ".join(f"*{suffix}" for suffix in suffixes)
        dialog.setNameFilters(
            [self.tr("Articles ({suffixes})").format(suffixes=known), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(lambda paths: self.import_paths([Path(p) for p in paths]))
        dialog.open()

    @command("import_folder", _OPEN)
    def import_folder(self) -> None:
        dialog = file_dialog(self._window, self.tr("Import a folder"), self._articles_folder())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self.import_paths([Path(path)]))
        dialog.open()

    def _articles_folder(self) -> Path:
        """Where articles were taken from last."""
        return Path(self._host.settings.articles_folder or Path.home())

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import what is agreed to after a look at it, or at once where no look is wanted."""
        settings = self._host.settings
        workspace = opened(self._host)
        settings.articles_folder = str(paths[0].resolve().parent)
        if not settings.preview_import:
            self._import(paths)
            return
        from ..dialogs.importing.preview import PreviewDialog

        def ask_again(wanted: bool) -> None:
            settings.preview_import = wanted

        session, window = workspace.session, self._window
        dialog = PreviewDialog(
            workspace.path, session.analyst, paths, session.scheme, workspace.language, window
        )
        dialog.agreed.connect(lambda plan: self._import(paths, plan))
        dialog.asked_again.connect(ask_again)
        dialog.start()

    def _import(self, paths: Sequence[Path], plan: ImportPlan | None = None) -> None:
        """In a process of its own, with progress; the article list shows what has come."""
        from ..dialogs.importing.importing import ImportProgress

        workspace = opened(self._host)
        progress = ImportProgress(
            workspace.path, workspace.session.analyst, paths, self._window, plan=plan
        )
        progress.imported.connect(self._host.imported)
        progress.told.connect(self._host.inform)
        progress.start()

    @command("import_names", _OPEN)
    def import_names(self) -> None:
        """A list of names with their ids becomes the project's own."""
        workspace = opened(self._host)
        dialog = file_dialog(
            self._window, self.tr("Import a list of names"), self._articles_folder()
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Lists (*.csv *.tsv *.txt)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda path: self._read_names(workspace, Path(path)))
        dialog.open()

    def _read_names(self, workspace: OpenProject, path: Path) -> None:
        list_read_result = entity_linking.read_list(workspace.session, path)
        said = self.tr("%n name(s) of {file} are offered from now on", None, list_read_result.names)
        said = said.format(file=path.name)
        if list_read_result.faults:
            lines = ", ".join(str(number) for number in list_read_result.faults[:8])
            left = self.tr("left out, for want of a name or an id: line {lines}")
            said = f"{said} · {left.format(lines=lines)}"
        workspace.annotate_mode.tell(list_read_result.change)
        self._host.inform(said)

    @command("paste_article", _OPEN)
    def paste_article(self) -> None:
        """The text on the clipboard becomes an article."""
        workspace = opened(self._host)
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            raise UserError(
                "There is no text on the clipboard",
                hint="Copy the article's text, then paste it here",
            )
        gone = workspace.session.deletion_of(text)
        if gone is not None:
            self._ask_to_bring_back(text, gone)
            return
        self._paste(text)

    def _ask_to_bring_back(self, text: str, gone: Deletion) -> None:
        """A text that was deleted for good comes back only by a decision."""
        day = QLocale().toString(QDate.fromString(gone.at[:10], Qt.DateFormat.ISODate))
        said = self.tr("{who} deleted this article for good on {day}")
        self._host.problems.complain(
            said.format(who=gone.by, day=day),
            self.tr("Reason: {reason}").format(reason=gone.reason) if gone.reason else "",
            action=(self.tr("Bring it back"), lambda: self._paste(text, bring_back=True)),
        )

    def _paste(self, text: str, *, bring_back: bool = False) -> None:
        workspace = opened(self._host)
        self._host.dismiss_error()  # that there was no text, perhaps

        def keep(language: str) -> None:
            if store not in self._pasted:
                return  # the project was closed meanwhile, and the article kept then
            self._pasted.remove(store)
            article_id = store(language)
            workspace.queue.refresh()
            workspace.show_article()
            workspace.annotate_mode.open(article_id)

        def store(language: str) -> str:
            return workspace.session.import_text(text, language=language, bring_back=bring_back)

        self._pasted.append(store)
        if tell_language(text, keep, self._window):
            self._host.inform(self.tr("Finding out which language the text is in…"))

    def keep_pasted(self) -> None:
        """Keep what was pasted and whose language is not known yet: the project closes."""
        while self._pasted:
            self._pasted[0](UNKNOWN)
            del self._pasted[0]

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
