"""Whether what was done is saved, and where the work goes on when the project's file is taken away.

Edits are saved as they are made. What cannot be saved just now (another program holds the project,
the disk is full) waits in order and is tried again; what was taken away is left for a copy with all
that is known. Nothing is shown as saved that is not.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTime
from PySide6.QtWidgets import QLabel, QWidget

from annotator.core.changes import Change
from annotator.core.errors import UserError
from annotator.services.session import Session
from annotator.store import FileState, RescuedProject, Store, keep_waiting, refuge
from annotator.store.database.errors import DiskFault, DiskFull, ProjectFault

from .article_list.panel import ArticleListPanel
from .background.maintenance import Maintenance
from .modes.annotate import AnnotateMode
from .settings import Settings
from .widgets.problem_bar import ProblemBar

_PATIENCE_MS = 40  # the window stands still no longer than that for another program's lock
_SETTLED_AFTER_S = 0.4
_AGAIN_AFTER_S = 2.0  # a place for a copy is looked for again


class SavedProject(Protocol):
    """What is used of the project that is open."""

    session: Session
    path: Path
    annotate_mode: AnnotateMode
    queue: ArticleListPanel
    maintenance: Maintenance

    def reload(self) -> None: ...
    def rest(self) -> None: ...


class _Opens(Protocol):
    def open(self, path: Path, *, analyst: str = "", again: bool = False) -> None: ...


class _Looks(Protocol):
    def look(self) -> None: ...


class SavingHost(Protocol):
    """What is used of the window."""

    settings: Settings
    problems: ProblemBar

    @property
    def open_project(self) -> SavedProject | None: ...
    @property
    def project(self) -> _Opens: ...
    @property
    def colleagues(self) -> _Looks: ...
    def show_error(self, error: UserError) -> None: ...
    def close(self) -> bool: ...


class Saving(QObject):
    """Looks after the saving of the project that is open in a window."""

    def __init__(self, host: SavingHost, window: QWidget, label: QLabel) -> None:
        """*window* is the parent of dialogs."""
        super().__init__(window)
        self._host = host
        self._window = window
        self._label = label
        self._said = ""  # what the bar says of waiting
        self._settled_at = 0.0
        self._tried_at = 0.0
        self._by_others = 0  # times that somebody else has written
        self._closing: QObject | None = None

    def follow(self, workspace: SavedProject) -> None:
        """Look after this project from now on."""
        workspace.session.waits = True
        workspace.session.store.wait_no_longer_than(_PATIENCE_MS)
        self._said = ""
        self._tried_at = 0.0
        self._label.setText(self.tr("Everything is saved"))
        workspace.annotate_mode.saved.connect(self._show)

    # -- what is said ----------------------------------------------------------------------

    def _show(self, change: Change) -> None:
        """Something was done: say that it is saved, or that it is not."""
        problems = self._host.problems
        if change.undoes:
            problems.inform("")  # what was said of it is true no more
        workspace = self._host.open_project
        if workspace is None:
            return
        if workspace.session.waiting:
            self._say_waiting(workspace)
        elif workspace.session.store.is_cut_off():
            self._label.setText(self.tr("Not saved"))
        else:
            time_ = QTime.currentTime().toString("HH:mm:ss")
            self._label.setText(self.tr("Saved {time}").format(time=time_))

    def _say_waiting(self, workspace: SavedProject) -> None:
        count = len(workspace.session.waiting)
        if workspace.session.store.is_cut_off():
            self._label.setText(self.tr("%n not saved yet", None, count))
            return  # what became of the file is said once it is known where the work goes on
        words = self._words_of(workspace)
        self._label.setText(f"{words[0]} · {self.tr('%n not saved yet', None, count)}")
        if not self._said:
            self._said = words[1].format(name=workspace.path.name)
            self._host.problems.complain(self._said, words[2])

    def _words_of(self, workspace: SavedProject) -> tuple[str, str, str]:
        """For the status bar, the bar over the article, and the hint in it."""
        if isinstance(workspace.session.hindrance, DiskFull):
            return (
                self.tr("Waiting for room on the disk"),
                self.tr("There is no room on the disk: what you do is not saved yet in {name}"),
                self.tr("Free some space: it is saved then, in order. You can go on meanwhile."),
            )
        if isinstance(workspace.session.hindrance, DiskFault):
            return (
                self.tr("Waiting for the disk"),
                self.tr("The disk does not take what you do: it is not saved yet in {name}"),
                self.tr(
                    "Check that the disk is connected: it is saved then, in order. You can go on"
                    " meanwhile."
                ),
            )
        return (
            self.tr("Waiting for another program"),
            self.tr("Another program is using {name}: what you do is not saved yet"),
            self.tr(
                "It is saved, in order, as soon as that program has finished. You can go on"
                " meanwhile."
            ),
        )

    # -- looking ---------------------------------------------------------------------------

    def look(self) -> None:
        """Some times a second: is the file still there, can what waits be saved, who else wrote?"""
        workspace = self._host.open_project
        if workspace is None or workspace.session.store.path is None:
            return
        store = workspace.session.store
        if store.is_cut_off():
            self._leave(workspace)
        elif workspace.session.waiting:
            self.catch_up(workspace)
        else:
            if store.changed_elsewhere():
                self._by_others += 1
                workspace.reload()
                self._host.colleagues.look()
            self._settle(store)
            workspace.maintenance.follow(store.session_edits.bulk + self._by_others)

    def _settle(self, store: Store) -> None:
        if not store.readonly and time.monotonic() - self._settled_at >= _SETTLED_AFTER_S:
            self._settled_at = time.monotonic()
            store.settle()

    def catch_up(self, workspace: SavedProject) -> bool:
        """Try to save what waits; whether nothing waits any more."""
        try:
            saved = workspace.session.catch_up()
        finally:
            if not workspace.session.waiting:
                self._host.problems.withdraw(self._said)
                self._said = ""
                workspace.reload()
        if workspace.session.waiting:
            self._say_waiting(workspace)
            return False
        for each in saved[-1:]:
            self._show(each)
        if self._closing is not None:
            self._host.close()
        return True

    # -- another file is there now ---------------------------------------------------------

    def _leave(self, workspace: SavedProject) -> None:
        """The file is not the one that was opened: go on where everything is."""
        self._label.setText(self.tr("Not saved"))
        if time.monotonic() - self._tried_at < _AGAIN_AFTER_S:
            return
        self._tried_at = time.monotonic()
        standing, name = workspace.session.store.standing, workspace.path.name
        workspace.rest()
        try:
            rescued_project = refuge(workspace.session.store, workspace.session.waiting)
        except UserError as fault:
            self._host.show_error(fault)
            return
        workspace.session.waiting.clear()
        self._go_on(workspace, rescued_project)
        self._tell_where(standing, name, workspace.path, rescued_project)

    def _go_on(self, workspace: SavedProject, found: RescuedProject) -> None:
        host, annotate_mode = self._host, workspace.annotate_mode
        article_id = annotate_mode.analyst_view.article.id if annotate_mode.analyst_view else ""
        current, was_in_review = annotate_mode.current_id, annotate_mode.review_mode.is_on
        host.problems.withdraw(self._said)
        host.project.open(found.path, analyst=workspace.session.analyst, again=True)
        there = host.open_project
        if there is not None and article_id in there.queue.ids() and not was_in_review:
            if (
                there.annotate_mode.analyst_view is None
                or there.annotate_mode.analyst_view.article.id != article_id
            ):
                there.annotate_mode.open(article_id)
            there.annotate_mode.point_at(current)
        time_ = QTime.currentTime().toString("HH:mm:ss")
        self._label.setText(self.tr("Saved {time}").format(time=time_))

    def _tell_where(
        self, standing: FileState, name: str, path: Path, found: RescuedProject
    ) -> None:
        problems = self._host.problems
        if found.left_out:
            problems.complain(
                self.tr("%n edit(s) did not fit and were left out", None, len(found.left_out)),
                self.tr("Look through what you did last."),
            )
        if not found.is_copy:
            problems.inform(
                self.tr("{name} was written anew by another program: everything is in it").format(
                    name=name
                )
                if found.path == path
                else self.tr("{name} is called {new} now, and you go on working in it").format(
                    name=name, new=found.path.name
                )
            )
            return
        where = self.tr("Everything is kept in {rescued}, and you go on working there.").format(
            rescued=self._place(path, found.path)
        )
        match standing:
            case FileState.GONE:
                what = self.tr("{name} was moved, renamed or deleted while it was open")
            case FileState.CUT_SHORT:
                what = self.tr("The end of {name} was cut off by another program while it was open")
            case FileState.LOG_TAKEN:
                what = self.tr("Another program took a part of {name} away while it was open")
            case _:
                what = self.tr("Another version of {name} was put in its place while it was open")
                where += " " + self.tr("Nothing of yours was written into the other version.")
        action = None
        if path.is_file():
            action = (
                self.tr("Open {name}").format(name=name),
                lambda: self._host.project.open(path),
            )
        problems.complain(what.format(name=name), where, action=action)

    def _place(self, path: Path, copy: Path) -> str:
        """The copy's name; with its folder, where that is another one."""
        return copy.name if copy.parent == path.absolute().parent else str(copy)

    # -- closing ---------------------------------------------------------------------------

    def may_close(self) -> bool:
        """Whether nothing waits; else the analyst is asked, and the window closes later."""
        workspace = self._host.open_project
        if workspace is None:
            return True
        if workspace.session.store.is_cut_off():
            self._tried_at = 0.0
            self._leave(workspace)
            workspace = self._host.open_project
            if workspace is None or not workspace.session.waiting:
                return True
        if not workspace.session.waiting or self.catch_up(workspace):
            return True
        if self._closing is None:
            self._ask(workspace)
        return False

    def _ask(self, workspace: SavedProject) -> None:
        from .dialogs.project.unsaved import UnsavedDialog

        dialog = UnsavedDialog(len(workspace.session.waiting), workspace.path.name, self._window)
        dialog.copy_asked.connect(self._close_with_copy)
        dialog.finished.connect(self._stay)
        self._closing = dialog
        dialog.open()

    def _stay(self) -> None:
        self._closing = None

    def _close_with_copy(self) -> None:
        workspace = self._host.open_project
        if workspace is None:
            return
        copy = keep_waiting(workspace.session.store, workspace.session.waiting).path
        workspace.session.waiting.clear()
        self._host.settings.last_project = str(copy.resolve())
        self._host.close()

    def let_go(self, workspace: SavedProject) -> None:
        """Another project takes this one's place: what waits is kept in a copy, at the latest."""
        workspace.session.waits = False
        self._host.problems.withdraw(self._said)
        self._said = ""
        try:
            workspace.session.catch_up()
        except UserError as fault:
            self._host.show_error(fault)
        if not workspace.session.waiting or workspace.session.store.is_cut_off():
            return
        try:
            copy = keep_waiting(workspace.session.store, workspace.session.waiting).path
        except ProjectFault as fault:
            self._host.show_error(fault)
            return
        workspace.session.waiting.clear()
        self._host.problems.complain(
            self.tr("What you did last could not be saved in {name}").format(
                name=workspace.path.name
            ),
            self.tr("It is in {copy}, with everything else.").format(copy=copy.name),
        )
