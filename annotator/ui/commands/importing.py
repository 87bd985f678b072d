"""Bringing articles in: files, folders, what was dropped, what is on the clipboard.

Where no project is open one is made first: all that is asked is where.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDate, QDir, QLocale, QMimeData, QObject, Qt, QTemporaryFile
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator import formats
from annotator.core.errors import UserError
from annotator.core.model import Deletion
from annotator.core.paths import samples
from annotator.formats.language_detection import UNKNOWN
from annotator.services import entity_linking
from annotator.services.importing import ImportPlan

from ..background.language_detection import tell_language
from ..command_table.command import Mode, command
from ..widgets.file_dialog import file_dialog
from .host import Host, OpenProject, opened
from .project import ProjectCommands

_OPEN = Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS
_ALWAYS = Mode.NONE | Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS


class ImportCommands(QObject):
    """From the clipboard and from files to the open project, or to a new one."""

    def __init__(self, host: Host, window: QWidget, project: ProjectCommands) -> None:
        """*window* is the parent of dialogs."""
        super().__init__(window)
        self._host = host
        self._window = window
        self._project = project
        self._pasted: list[Callable[[str], str]] = []  # kept when their language is known

    def _in_a_project(self, then: Callable[[], None]) -> None:
        """*then*, at once where a project is open; else in the new one whose place is asked for."""
        if self._host.open_project is None:
            self._project.ask_where(self.tr("Where shall the new project be?"), then)
        else:
            then()

    # -- files -----------------------------------------------------------------------------

    @command("import_files", _ALWAYS)
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

    @command("import_folder", _ALWAYS)
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
        self._host.settings.articles_folder = str(paths[0].resolve().parent)
        self._in_a_project(lambda: self._look_at(paths))

    def _look_at(self, paths: Sequence[Path]) -> None:
        settings = self._host.settings
        if not settings.preview_import:
            self._import(paths)
            return
        from ..dialogs.importing.preview import PreviewDialog

        def ask_again(wanted: bool) -> None:
            settings.preview_import = wanted

        workspace = opened(self._host)
        session, window = workspace.session, self._window
        dialog = PreviewDialog(
            workspace.path, session.analyst, paths, session.scheme, workspace.language, window
        )
        dialog.agreed.connect(lambda plan: self._import(paths, plan))
        dialog.asked_again.connect(ask_again)
        dialog.start()

    def _import(self, paths: Sequence[Path], plan: ImportPlan | None = None) -> None:
        """In a process of its own, with progress; then the first of what came is open."""
        from ..dialogs.importing.importing import ImportProgress

        workspace = opened(self._host)
        store = workspace.session.store
        last = store.last_article()
        progress = ImportProgress(
            workspace.path, workspace.session.analyst, paths, self._window, plan=plan
        )

        def first_new() -> str:
            """What is to be shown of the new articles, while this project is still the open one."""
            if not progress.summary.articles or self._host.open_project is not workspace:
                return ""
            first, shown = store.article_after(last), workspace.annotate_mode.analyst_view
            return "" if shown is not None and shown.article.id == first else first

        def ended(count: int) -> None:
            self._host.imported(count)
            if (first := first_new()) and not progress.was_long:
                self._open(first)

        def told(said: str) -> None:
            if first := first_new():
                act = (self.tr("Open the first"), lambda: self._open(first))
                self._host.problems.inform(said, action=act)
            else:
                self._host.inform(said)

        progress.imported.connect(ended)
        progress.told.connect(told)
        progress.start()

    def _open(self, article_id: str) -> None:
        workspace = opened(self._host)
        workspace.show_article()
        workspace.annotate_mode.open(article_id)

    def open_sample(self) -> None:
        """A project of one's own, made from the articles that ship with Vaglio."""
        path = Path.home() / "vaglio-sample.vaglio"
        is_new = not path.exists()
        self._project.make(str(path), (lambda: self._import(samples())) if is_new else None)

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

    # -- the clipboard ---------------------------------------------------------------------

    @command("paste_article", _ALWAYS)
    def paste_article(self) -> None:
        """The text on the clipboard becomes an article; so do files, and a page without its text."""
        held: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None: nothing is there
        paths = local_files(held)
        if paths:
            self.import_paths(paths)
        elif held and held.text().strip():
            text = held.text()
            self._in_a_project(lambda: self._paste_or_ask(text))
        elif held and held.html().strip():
            page = self._page_of(held.html())
            self._in_a_project(lambda: self._import([page]))
        else:
            raise UserError(
                "There is no text on the clipboard",
                hint="Copy the article's text, then paste it here",
            )

    def _page_of(self, html: str) -> Path:
        """*html* in a file that is read as any other page is: by a process that can do no harm."""
        name = self.tr("pasted")
        file = QTemporaryFile(f"{QDir.tempPath()}/{name}-XXXXXX.html", self)
        file.open()
        file.write(f'<!DOCTYPE html><meta charset="utf-8">{html}'.encode())
        file.close()
        return Path(file.fileName())

    def offer_paste(self, text: str) -> None:
        """Several lines were pasted into the search: no search is meant, most likely."""
        workspace = opened(self._host)
        if workspace.session.store.article_count() == 0:
            self._paste_or_ask(text)
            return
        self._host.problems.inform(
            self.tr("What was pasted has several lines; a search has one."),
            action=(self.tr("Import it as an article"), lambda: self._paste_or_ask(text)),
        )

    def _paste_or_ask(self, text: str) -> None:
        gone = opened(self._host).session.deletion_of(text)
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
            before = workspace.session.store.article_count()
            article_id = store(language)
            workspace.queue.refresh()
            self._open(article_id)
            if workspace.session.store.article_count() > before:
                self._host.inform(self.tr("%n article(s) imported", None, 1))
            else:
                self._host.inform(self.tr("This article was here already."))

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


def local_files(held: QMimeData | None) -> list[Path]:
    """The files and folders of this computer that are dropped or copied."""
    urls = held.urls() if held is not None else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
