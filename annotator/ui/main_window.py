"""The main window: menus, keys, the open project, and what is said to the analyst."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import NothingToUndo, StaleEdit, UserError
from annotator.services.session import Session, default_scheme
from annotator.store.database.keys import forget as forget_key
from annotator.suggest import PipelineChoice
from annotator.ui.appearance import plain_text

from . import translation
from .appearance.stylesheet import stylesheet
from .appearance.theme import Theme, make_theme
from .claims_list.view import ClaimsListView
from .command_table import table
from .command_table.command import Command, CommandState, Mode, command
from .commands.collaboration import CollaborationCommands
from .commands.handlers import OF_A_PROJECT
from .commands.importing import ImportCommands, local_files
from .commands.menus import Menus
from .commands.pages import every_command
from .commands.palette import PaletteCommands
from .commands.project import ProjectCommands
from .commands.registry import Registry
from .dialogs.project.welcome import Welcome
from .saving import Saving
from .settings import Settings
from .widgets.dialog import Dialog
from .widgets.problem_bar import CrashBox, ProblemBar
from .widgets.suggestion_status import SuggestionStatus
from .workspace import Workspace

#: Whose methods carry out commands, besides the window's own.
HANDLERS: tuple[type, ...] = (
    *OF_A_PROJECT,
    *(ProjectCommands, ImportCommands, CollaborationCommands, PaletteCommands, Menus),
)
_POLL_MS = 250  # a colleague's (or a second window's) work is seen within a second
_ALWAYS = Mode.NONE | Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS


class MainWindow(QMainWindow):
    """One project in one window. What it can do is in `commands.table`."""

    theme_asked = Signal()

    def __init__(self, settings: Settings, *, language: str = "en") -> None:
        plain_text.install()  # before anything can show a word
        super().__init__()
        self._told_at_closing = ""  # why something typed cannot be saved
        self.settings = settings
        self.language = language
        self.theme = make_theme()
        self.workspace: Workspace | None = None
        self.registry = Registry(every_command(), (MainWindow, *HANDLERS), self)
        self.registry.state = self._state
        self.by_id = self.registry.actions
        self.project = ProjectCommands(self, self)
        self.importing = ImportCommands(self, self, self.project)
        self.colleagues = CollaborationCommands(self, self)
        self.palette_commands = PaletteCommands(self, self, self.registry)
        self.menus = Menus(self.registry, self)
        self._label_ids: list[str] = []
        self.setWindowTitle("Vaglio")
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(760, 480))
        self._build()
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self.saving.look)

    def _build(self) -> None:
        self.problems = ProblemBar(self)
        self._stack = QStackedWidget(self)
        self._welcome = Welcome(self.settings, self)
        self._welcome.new_asked.connect(self.project.new_project)
        self._welcome.open_asked.connect(self.project.open_project)
        self._welcome.sample_asked.connect(self.importing.open_sample)
        self._welcome.recent_asked.connect(lambda path: self.project.open(Path(path)))
        self._stack.addWidget(self._welcome)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(whole)
        # over the page, not in it: no word moves when something is said
        self.problems.setParent(whole)
        self.problems.hide()
        self.problems.lie_over(self._stack)
        self._told = QLabel(self)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._saved = QLabel(self)
        self.saving = Saving(self, self, self._saved)
        self._takes = QLabel(self)  # what the keys would take now
        self._takes.setTextFormat(Qt.TextFormat.PlainText)
        self._waiting = QLabel(self)
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self._told, 1)
        bar.addPermanentWidget(self._takes)
        bar.addPermanentWidget(self.colleagues.hint)
        bar.addPermanentWidget(self._waiting)
        bar.addPermanentWidget(self._saved)
        self._make_actions()

    # -- actions and keys ------------------------------------------------------------------

    def _make_actions(self) -> None:
        registry = self.registry
        registry.serve(self, self.project, self.importing, self.colleagues)
        registry.serve(self.palette_commands, self.menus)
        registry.bind(table.keys(self.settings.keys, registry.commands))
        registry.refused.connect(self._told.setText)
        for action in registry.both("paste_article"):  # of the keys of the article the one for here
            self._welcome.addAction(action)
        self.menus.fill()
        for action in registry.actions_in("window"):
            self.addAction(action)
        registry.refresh()

    def act(self, id_: str) -> None:
        """Carry out a command, as its key does."""
        self.registry.run(id_)

    def _state(self) -> CommandState:
        if self.workspace is not None:
            return self.workspace.handlers.state()
        return CommandState(on=frozenset({"dark"} if self.theme.dark else ()))

    @property
    def open_project(self) -> Workspace | None:
        return self.workspace

    @property
    def commands(self) -> Sequence[Command]:
        return self.registry.commands

    def keys_changed(self, changed: dict[str, str]) -> None:
        self.settings.keys = changed
        self.registry.bind(table.keys(changed, self.commands))
        self.menus.name()

    def label_keys(self) -> dict[str, str]:
        """The keys that labels have: code → key."""
        scheme = self.workspace.session.scheme if self.workspace else default_scheme()
        return {label.code: label.key for label in scheme.offered() if label.key}

    def _make_label_actions(self, workspace: Workspace) -> None:
        """A command for each label that has a key: `give_label`, with its code."""
        self.registry.drop_rows(self._label_ids)
        give = self.registry.row("give_label")
        rows = [
            replace(
                give,
                id=f"label:{code}",
                text=plain_text.caption(code),
                keys=(key,),
                calls=(give.id, code),
            )
            for code, key in self.label_keys().items()
        ]
        self._label_ids = self.registry.add_rows(rows)
        for id_ in self._label_ids:
            for action in self.registry.both(id_):
                workspace.view.addAction(action)
        self.registry.refresh()

    # -- the project -----------------------------------------------------------------------

    def start(self, path: Path | None, *, analyst: str = "") -> None:
        """Open the project given, else the last one, else say welcome."""
        if path is not None:
            self.project.open(path, analyst=analyst)
            return
        last = self.settings.last_project
        if last and Path(last).exists():
            self.project.open(Path(last), analyst=analyst)

    def show_desk(self, session: Session) -> None:
        """Put another project on the workspace."""
        self._put_away()
        workspace = Workspace(session, self.settings, self.theme, self.language, self.registry.run)
        self.workspace = workspace
        self.registry.serve(*workspace.handlers.all)
        self.registry.is_held_back = workspace.handlers.reading.ends_by
        workspace.bare.connect(lambda bare: self.menuBar().setHidden(bare))
        workspace.bare.connect(lambda bare: self.statusBar().setHidden(bare))
        workspace.header.use(self.by_id)
        workspace.state_changed.connect(self.registry.refresh)
        workspace.handlers.claims.made.connect(self._give_keys)
        workspace.told.connect(self._told.setText)
        workspace.informed.connect(self.inform)
        workspace.menu_wanted.connect(self._show_menu)
        workspace.key_offer.accepted.connect(self.scheme_changed)
        workspace.handlers.judging.takes_told.connect(self._takes.setText)
        workspace.queue.import_asked.connect(self.importing.import_files)
        workspace.queue.lines_pasted.connect(self.importing.offer_paste)
        SuggestionStatus(workspace.suggestion_queue, self._waiting, self.problems)
        workspace.suggestion_queue.choose(self.settings.pipelines)
        workspace.handlers.watching.arrived.connect(self.imported)
        workspace.handlers.deleting.emptied.connect(self.project.open_again)
        workspace.maintenance.damaged.connect(self._tell_damage)
        workspace.maintenance.failed.connect(self.show_error)
        for action in self.registry.actions_in("article"):
            workspace.view.addAction(action)
        workspace.view.offer_decisions(self.by_id["accept"], self.by_id["reject"])
        for action in self.registry.both("paste_article"):
            workspace.queue.addAction(action)
        escape = QAction(workspace)
        escape.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        escape.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.triggered.connect(self._escape)
        workspace.view.addAction(escape)
        self._make_label_actions(workspace)
        self.problems.lie_over(workspace.view)
        self._stack.addWidget(workspace)
        self._stack.setCurrentWidget(workspace)
        self.registry.refresh()
        self.theme_asked.emit()
        self.setWindowTitle(f"{workspace.path.stem} – {session.analyst} – Vaglio")
        self.saving.follow(workspace)
        for notice in session.store.notices:
            self.problems.complain(*translation.error_words(notice))
        workspace.queue.refresh()
        self._open_last(workspace)
        self.colleagues.look()
        self._poll.start()
        workspace.handlers.deleting.finish()
        workspace.suggestion_queue.look_ahead_soon()

    def _give_keys(self, claims: ClaimsListView) -> None:
        """In the list of claims the keys of the article work too, but for those of labels."""
        for action in self.registry.actions_in("article"):
            claims.table.addAction(action)

    def _open_last(self, workspace: Workspace) -> None:
        ids = workspace.queue.ids()
        last = self.settings.last_articles.get(str(workspace.path.resolve()), "")
        if ids:
            workspace.annotate_mode.open(last if last in ids else ids[0])
        elif workspace.session.store.article_count() == 0:
            workspace.queue.focus_import()

    def put_away(self) -> None:
        """Close the project, as if none had been opened."""
        self._put_away()
        self.setWindowTitle("Vaglio")
        self._saved.clear()
        self._takes.clear()

    def _put_away(self) -> None:
        self.importing.keep_pasted()
        workspace, self.workspace = self.workspace, None
        if workspace is None:
            return
        self._poll.stop()
        workspace.handlers.reading.read(False)
        self.registry.is_held_back = lambda _row: False
        for dialog in self.findChildren(QDialog):  # one that works on the project cannot go on
            if not isinstance(dialog, Dialog) or not dialog.outlives_project:
                dialog.close()
        self.saving.let_go(workspace)
        if workspace.annotate_mode.analyst_view is not None:
            places = self.settings.last_articles
            places[str(workspace.path.resolve())] = workspace.annotate_mode.analyst_view.article.id
            self.settings.last_articles = dict(list(places.items())[-50:])
        workspace.close_project()
        forget_key(workspace.path)
        self.registry.drop_rows(self._label_ids)
        self._label_ids = []
        self.registry.dismiss(*workspace.handlers.all)
        self.registry.refresh()
        self._stack.removeWidget(workspace)
        workspace.deleteLater()
        self.colleagues.look()

    def imported(self, count: int) -> None:
        """An import is done: show it, and let the machine read it."""
        workspace = self.workspace
        if workspace is None:  # closed meanwhile
            return
        workspace.queue.refresh()
        if count and workspace.annotate_mode.analyst_view is None:
            self._open_last(workspace)
        self.colleagues.look()
        workspace.suggestion_queue.look_ahead()

    # -- saying ----------------------------------------------------------------------------

    def show_error(self, error: UserError) -> None:
        """What happened and what to do, over the article; after a stale edit, what is true now."""
        message, hint = translation.error_words(error)
        if type(error) in (UserError, NothingToUndo):  # nothing is broken: something is lacking
            self.problems.inform(message, hint)
        else:
            self.problems.complain(message, hint)
        if isinstance(error, StaleEdit) and self.workspace is not None:
            self.workspace.reload()

    def show_crash(self, trace: str) -> None:
        CrashBox(trace, self).open()

    def _escape(self) -> None:
        """One level back: an error that was read, else what the workspace has open."""
        if not self.dismiss_error() and self.workspace is not None:
            self.workspace.escape()

    def dismiss_error(self) -> bool:
        """Take an error away that was read; whether there was one."""
        return self.problems.dismiss_error()

    def inform(self, said: str) -> None:
        self.problems.inform(said)

    def pipelines_changed(self, choice: PipelineChoice) -> None:
        """Another pipeline reads from now on, the open article first."""
        if self.workspace is not None:
            self.workspace.suggestion_queue.choose(choice)
            analyst_view = self.workspace.annotate_mode.analyst_view
            if analyst_view is not None and self.settings.suggest_on_open:
                self.workspace.suggestion_queue.read(analyst_view.article)

    def _tell_damage(self, said: str) -> None:
        self.problems.complain(
            self.tr("The project file is damaged: {said}").format(said=said),
            self.tr("Go back to a backup, or let the check repair what can be repaired."),
            action=(self.tr("Check…"), self.project.check_project),
        )

    def _show_menu(self, at: QPoint) -> None:
        if self.workspace is not None:
            offered = self.workspace.session.scheme.offered()
            self.menus.context_menu(at, offered, self.language)

    @command("cheat_sheet", _ALWAYS)
    def cheat_sheet(self) -> None:
        from .dialogs.help.cheat_sheet import CheatSheet

        keys = table.keys(self.settings.keys, self.commands)
        scheme = self.workspace.session.scheme if self.workspace else default_scheme()
        names = {label.code: label.named(self.language) for label in scheme.offered()}
        CheatSheet(keys, self.label_keys(), self, label_names=names, commands=self.commands).open()

    @command("close", _ALWAYS)
    def close_window(self) -> None:
        self.close()

    # -- look ------------------------------------------------------------------------------

    def label_colours(self) -> dict[str, str]:
        scheme = self.workspace.session.scheme if self.workspace else default_scheme()
        return {label.code: label.colour for label in scheme.labels}

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setStyleSheet(stylesheet(theme))
        if self.workspace is not None:
            self.workspace.set_theme(theme)

    @command("toggle_dark", _ALWAYS)
    def toggle_dark(self) -> None:
        self.settings.theme = "light" if self.theme.dark else "dark"
        self.theme_asked.emit()

    def scheme_changed(self) -> None:
        self.theme_asked.emit()
        if self.workspace is not None:
            self._make_label_actions(self.workspace)
            self.workspace.reload()

    def preferences_changed(self) -> None:
        self.theme_asked.emit()
        if self.workspace is not None:
            self.workspace.show_sizes()

    # -- coming and going ------------------------------------------------------------------

    def restore(self) -> None:
        """The size and place of last time."""
        if not self.restoreGeometry(self.settings.geometry):
            room = self.screen().availableSize()
            self.resize(min(1440, room.width() - 2), min(900, room.height() - 40))

    def closeEvent(self, event: QCloseEvent) -> None:
        try:
            self.importing.keep_pasted()
        except UserError as fault:  # another program holds the file: what was pasted still waits
            self.show_error(fault)
            event.ignore()
            return
        if not self._may_leave_fields() or not self.saving.may_close():
            event.ignore()
            return
        self.settings.geometry = bytes(self.saveGeometry().data())
        self.project.back_up_behind()
        self._put_away()
        event.accept()

    def _may_leave_fields(self) -> bool:
        """Whether what is typed is saved; what cannot be is told of once before it is given up."""
        if self.workspace is None:
            return True
        try:
            self.workspace.inspector.flush()
        except UserError as fault:
            if str(fault) != self._told_at_closing:
                self._told_at_closing = str(fault)
                self.show_error(fault)
                return False
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = local_files(event.mimeData())
        projects = [path for path in paths if path.suffix == ".vaglio"]
        if projects:
            self.project.open(projects[0])
        elif bundles := [path for path in paths if self.colleagues.is_bundle(path)]:
            self.colleagues.receive(bundles)
        elif paths:
            self.importing.import_paths(paths)
