"""The main window: menus, keys, the open project, and what is said to the analyst."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QIcon,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import StaleEdit, UserError
from annotator.desk import Desk, default_scheme
from annotator.places import RESOURCES
from annotator.store.keys import forget as forget_key
from annotator.suggest import Choice
from annotator.ui import plain

from . import actions, words
from .bench import Bench
from .colleagues import Colleagues
from .dialogs.dialog import Dialog
from .dialogs.problem import CrashBox, ProblemBar
from .dialogs.welcome import Welcome
from .machine_notes import MachineNotes
from .project import Project
from .saving import Saving
from .settings import Settings
from .stylesheet import stylesheet
from .theme import Theme, make_theme

_POLL_MS = 250  # a colleague's (or a second window's) work is seen within a second


class MainWindow(QMainWindow):
    """One project in one window. What it can do is in `actions.ROWS`."""

    theme_asked = Signal()

    def __init__(self, settings: Settings, *, language: str = "en") -> None:
        plain.install()  # before anything can show a word
        super().__init__()
        self.settings = settings
        self.language = language
        self.theme = make_theme()
        self.bench: Bench | None = None
        self.project = Project(self)
        self.colleagues = Colleagues(self)
        self.by_id: dict[str, QAction] = {}
        self._label_actions: list[QAction] = []
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
        self._welcome.sample_asked.connect(self.project.open_sample)
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
        self.problems.shown.connect(self._place_problems)
        self._told = QLabel(self)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._saved = QLabel(self)
        self.saving = Saving(self, self._saved)
        self._waiting = QLabel(self)
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self._told, 1)
        bar.addPermanentWidget(self.colleagues.hint)
        bar.addPermanentWidget(self._waiting)
        bar.addPermanentWidget(self._saved)
        self._make_actions()

    def _place_problems(self) -> None:
        """Along the lower edge of the article (of the window, where none is open)."""
        room = self._stack.rect()
        if self.bench is not None and self.bench.view.isVisible():
            view = self.bench.view
            room = QRect(view.mapTo(self._stack, QPoint(0, 0)), view.size())
        height = self.problems.sizeHint().height()
        self.problems.setGeometry(
            room.left(), room.top() + room.height() - height, room.width(), height
        )
        self.problems.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_problems()

    # -- actions and keys ------------------------------------------------------------------

    def _make_actions(self) -> None:
        menus: dict[str, QMenu] = {}
        keys = actions.keys(self.settings.table("keys"))
        for row in actions.ROWS:
            action = QAction(actions.said(row.text), self)
            action.setObjectName(row.id)
            action.setShortcuts([QKeySequence(key) for key in keys[row.id]])
            if row.icon:
                action.setIcon(QIcon(str(RESOURCES / "icons" / f"{row.icon}.svg")))
                action.setIconVisibleInMenu(False)
            if row.where == "article":
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, id_=row.id: self.act(id_))
            self.by_id[row.id] = action
            if row.menu not in menus:
                menus[row.menu] = self.menuBar().addMenu(actions.said(row.menu))
            menus[row.menu].addAction(action)
        self._allow()

    def act(self, id_: str) -> None:
        """Do an action by its id: a method of the window, the project, the deeds, the bench or the pen."""
        if id_.startswith("label:"):
            self.bench_or_fault().label(id_.removeprefix("label:"))
            return
        if id_.startswith("article:"):
            self.bench_or_fault().pen.open(id_.removeprefix("article:"))
            return
        self._deed(id_)()

    def _deed(self, id_: str) -> Callable[[], object]:
        bench = self.bench
        theirs = (
            (
                *bench.claims.hands(id_),
                *bench.reviewing.hands(id_),
                bench.deeds,
                bench.linking,
                bench.keeping,
                bench.deleting,
                bench.watching,
                bench.remembering,
                bench.shaping,
                bench,
                bench.pen,
            )
            if bench
            else ()
        )
        for target in (self, self.project, self.colleagues, *theirs):
            deed = getattr(target, id_, None)
            if callable(deed):
                return deed  # type: ignore[no-any-return] # found by its name in the table
        self.bench_or_fault()
        raise LookupError(id_)

    def _allow(self) -> None:
        """Grey what needs an open project."""
        free = {"new_project", "open_project", "preferences", "close", "find_action", "cheat_sheet"}
        free |= {"about", "edit_keys", "toggle_dark"}
        for id_, action in self.by_id.items():
            action.setEnabled(self.bench is not None or id_ in free)
        if self.bench is not None:
            is_encrypted = self.bench.desk.store.is_encrypted
            self.by_id["protect"].setEnabled(not is_encrypted)
            self.by_id["change_passphrase"].setEnabled(is_encrypted)
            self.by_id["remove_passphrase"].setEnabled(is_encrypted)

    def keys_changed(self, changed: dict[str, str]) -> None:
        self.settings.set("keys", changed)
        for id_, each in actions.keys(changed).items():
            self.by_id[id_].setShortcuts([QKeySequence(key) for key in each])

    def label_keys(self) -> dict[str, str]:
        """The keys that labels have: code → key."""
        scheme = self.bench.desk.scheme if self.bench else default_scheme()
        return {label.code: label.key for label in scheme.offered() if label.key}

    def _make_label_actions(self) -> None:
        bench = self.bench_or_fault()
        for action in self._label_actions:
            bench.view.removeAction(action)
            action.deleteLater()
        self._label_actions = []
        for code, key in self.label_keys().items():
            action = QAction(plain.caption(code), self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, c=code: bench.label(c))
            bench.view.addAction(action)
            self._label_actions.append(action)

    # -- the project -----------------------------------------------------------------------

    def start(self, path: Path | None, *, analyst: str = "") -> None:
        """Open the project given, else the last one, else say welcome."""
        if path is not None:
            self.project.open(path, analyst=analyst)
            return
        last = self.settings.text("last_project")
        if last and Path(last).exists():
            self.project.open(Path(last), analyst=analyst)

    def show_desk(self, desk: Desk) -> None:
        """Put another project on the bench."""
        self._put_away()
        bench = Bench(desk, self.settings, self.theme, self.language)
        self.bench = bench
        bench.told.connect(self._told.setText)
        bench.informed.connect(self.inform)
        bench.action_asked.connect(self.act)
        bench.menu_wanted.connect(self._show_menu)
        bench.queue.import_asked.connect(self.project.import_files)
        MachineNotes(bench.suggesting, self._waiting, self.problems)
        bench.suggesting.choose(self.settings.pipelines)
        bench.watching.arrived.connect(self.imported)
        bench.deleting.emptied.connect(self.project.open_again)
        bench.care.damaged.connect(self._tell_damage)
        bench.care.failed.connect(self.show_error)
        for row in actions.ROWS:
            if row.where == "article":
                bench.view.addAction(self.by_id[row.id])
        escape = QAction(bench)
        escape.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        escape.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.triggered.connect(self._escape)
        bench.view.addAction(escape)
        self._make_label_actions()
        self._stack.addWidget(bench)
        self._stack.setCurrentWidget(bench)
        self._allow()
        self.theme_asked.emit()
        self.setWindowTitle(f"{bench.path.stem} – {desk.analyst} – Vaglio")
        self.saving.follow(bench)
        for notice in desk.store.notices:
            self.problems.complain(*words.error_words(notice))
        bench.queue.refresh()
        self._open_last(bench)
        self.colleagues.look()
        self._poll.start()
        bench.deleting.finish()
        bench.suggesting.look_ahead_soon()

    def _open_last(self, bench: Bench) -> None:
        ids = bench.queue.ids()
        last = self.settings.table("last_articles").get(str(bench.path.resolve()), "")
        if ids:
            bench.pen.open(last if last in ids else ids[0])

    def put_away(self) -> None:
        """Close the project, as if none had been opened."""
        self._put_away()
        self._allow()
        self.setWindowTitle("Vaglio")
        self._saved.clear()

    def _put_away(self) -> None:
        bench, self.bench = self.bench, None
        if bench is None:
            return
        self._poll.stop()
        for dialog in self.findChildren(QDialog):  # one that works on the project cannot go on
            if not isinstance(dialog, Dialog) or not dialog.outlives_project:
                dialog.close()
        self.saving.let_go(bench)
        if bench.pen.sheet is not None:
            places = self.settings.table("last_articles")
            places[str(bench.path.resolve())] = bench.pen.sheet.article.id
            self.settings.set("last_articles", dict(list(places.items())[-50:]))
        bench.close_project()
        forget_key(bench.path)
        self._stack.removeWidget(bench)
        bench.deleteLater()
        self.colleagues.look()

    def bench_or_fault(self) -> Bench:
        if self.bench is None:
            raise UserError("No project is open", hint="Open one or make a new one first")
        return self.bench

    def imported(self, count: int) -> None:
        """An import is done: show it, and let the machine read it."""
        bench = self.bench
        if bench is None:  # closed meanwhile
            return
        bench.queue.refresh()
        if count and bench.pen.sheet is None:
            self._open_last(bench)
        self.colleagues.look()
        bench.suggesting.look_ahead()

    # -- saying ----------------------------------------------------------------------------

    def show_error(self, error: UserError) -> None:
        """What happened and what to do, over the article; after a stale edit, what is true now."""
        message, hint = words.error_words(error)
        self.problems.complain(message, hint)
        if isinstance(error, StaleEdit) and self.bench is not None:
            self.bench.reload()

    def show_crash(self, trace: str) -> None:
        CrashBox(trace, self).open()

    def _escape(self) -> None:
        """One level back: an error that was read, else what the bench has open."""
        if not self.problems.dismiss_error():
            self.bench_or_fault().escape()

    def inform(self, said: str) -> None:
        self.problems.inform(said)

    def pipelines_changed(self, choice: Choice) -> None:
        """Another pipeline reads from now on, the open article first."""
        if self.bench is not None:
            self.bench.suggesting.choose(choice)
            sheet = self.bench.pen.sheet
            if sheet is not None and self.settings.flag("suggest_on_open"):
                self.bench.suggesting.read(sheet.article)

    def _tell_damage(self, said: str) -> None:
        self.problems.complain(
            self.tr("The project file is damaged: {said}").format(said=said),
            self.tr("Go back to a backup, or let the check repair what can be repaired."),
            action=(self.tr("Check…"), self.project.check_project),
        )

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.bench_or_fault().fill_menu(menu, self.by_id)
        menu.popup(at)

    def find_action(self) -> None:
        from .finding import open_palette

        open_palette(self)

    def cheat_sheet(self) -> None:
        from .dialogs.cheat_sheet import CheatSheet

        keys = actions.keys(self.settings.table("keys"))
        CheatSheet(keys, self.label_keys(), self).open()

    # -- look ------------------------------------------------------------------------------

    def label_colours(self) -> dict[str, str]:
        scheme = self.bench.desk.scheme if self.bench else default_scheme()
        return {label.code: label.colour for label in scheme.labels}

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setStyleSheet(stylesheet(theme))
        if self.bench is not None:
            self.bench.set_theme(theme)

    def toggle_dark(self) -> None:
        self.settings.set("theme", "light" if self.theme.dark else "dark")
        self.theme_asked.emit()

    def scheme_changed(self) -> None:
        self.theme_asked.emit()
        if self.bench is not None:
            self._make_label_actions()
            self.bench.reload()

    def preferences_changed(self) -> None:
        self.theme_asked.emit()
        if self.bench is not None:
            self.bench.show_sizes()

    # -- coming and going ------------------------------------------------------------------

    def restore(self) -> None:
        """The size and place of last time."""
        if not self.restoreGeometry(self.settings.geometry):
            room = self.screen().availableSize()
            self.resize(min(1440, room.width() - 2), min(900, room.height() - 40))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.saving.may_close():
            event.ignore()
            return
        self.settings.set_geometry(self.saveGeometry())
        self.project.back_up_behind()
        self._put_away()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        projects = [path for path in paths if path.suffix == ".vaglio"]
        if projects:
            self.project.open(projects[0])
        elif bundles := [path for path in paths if self.colleagues.is_bundle(path)]:
            self.colleagues.receive(bundles)
        elif paths:
            self.project.import_paths(paths)
