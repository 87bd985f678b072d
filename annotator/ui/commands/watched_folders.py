"""Watched folders: looked at every few seconds, beside the window; what is new is brought in."""

from __future__ import annotations

import threading
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import UserError
from annotator.core.exchange.article_versions import FOLLOWS, follower, not_placed
from annotator.core.model import Article
from annotator.services import watched_folders as watching
from annotator.services.results import WatchAnswer
from annotator.services.watched_folders import ChangedFiles, Stamp
from annotator.ui import translation

from ..background.command_process import CommandProcess
from ..command_table.command import Mode, Needs, all_of, command
from ..modes.annotate import AnnotateMode
from .surroundings import WindowServices

_EVERY_MS = 5000


class WatchedFolderCommands(QObject):
    """Looks in a thread, because a share that is gone can hold one up for minutes."""

    arrived = Signal(int)  # new articles, or versions of some
    looked = Signal(object)  # Found: how each watched path is
    _seen = Signal(object)

    def __init__(self, annotate_mode: AnnotateMode, path: Path, around: WindowServices) -> None:
        super().__init__(around.widget)
        self._annotate_mode = annotate_mode
        self._path = path
        self._around = around
        self._is_looking = False
        self._job: CommandProcess | None = None
        self._failed: dict[Path, Stamp] = {}  # what a command could not bring in
        self.found = ChangedFiles()
        self._seen.connect(self._hear)
        self._clock = QTimer(self, interval=_EVERY_MS)
        self._clock.timeout.connect(self.look)
        if annotate_mode.session.store.path is not None:
            self._clock.start()

    def stop(self) -> None:
        self._clock.stop()
        if self._job is not None:
            self._job.cancel()

    # -- looking -----------------------------------------------------------------------------

    def look(self) -> None:
        """Look now, if nothing looks or brings in already."""
        paths = watching.watched(self._annotate_mode.session)
        if self._is_looking or self._job is not None or not paths:
            return
        self._is_looking = True
        project = self._path

        def work() -> None:
            found = watching.look(paths, watching.seen(project))
            try:
                self._seen.emit(found)
            except RuntimeError:
                return  # the window was closed meanwhile

        threading.Thread(target=work, daemon=True).start()

    def _hear(self, found: ChangedFiles) -> None:
        self._is_looking = False
        self.found = found
        self.looked.emit(found)
        if found.new and found.new != self._failed and self._clock.isActive():
            self._failed = dict(found.new)
            self._bring_in()

    def _bring_in(self) -> None:
        words = [
            "watch",
            str(self._path),
            "--author",
            self._annotate_mode.session.analyst,
            "--once",
            "--json",
        ]
        self._job = CommandProcess(words, self)
        self._job.finished.connect(self._end)
        self._job.start()

    def _end(self, _code: int, output: str) -> None:
        self._job = None
        try:
            told = msgspec.json.decode(output, type=WatchAnswer)
        except msgspec.DecodeError:
            return  # cancelled, or the project is being written to: the next look tries again
        if told.articles:
            self._around.say(self._sentence(told))
            self.arrived.emit(told.articles)
        elif told.faults:
            self._around.say(translation.said_of(told.faults[0].error))

    def _sentence(self, told: WatchAnswer) -> str:
        fresh = told.articles - len(told.versions)
        parts = [self.tr("%n new article(s) in watched folders", None, fresh)] if fresh else []
        for version in told.versions[:1]:
            placed = self.tr("%n annotation(s) placed", None, version.placed)
            said = self.tr("New version of “{title}”: {placed}").format(
                title=version.title, placed=placed
            )
            lost = self.tr("%n not", None, len(version.lost)) if version.lost else ""
            parts.append(f"{said}, {lost}" if lost else said)
        if len(told.versions) > 1:
            parts.append(self.tr("and %n more new version(s)", None, len(told.versions) - 1))
        return " · ".join(parts)

    # -- actions -----------------------------------------------------------------------------

    def met(self) -> Needs:
        """What of the needs of commands is there."""
        analyst_view = self._annotate_mode.analyst_view
        return all_of(
            {
                Needs.OTHER_VERSION: bool(analyst_view and _other_version(analyst_view.article)),
                Needs.NOT_PLACED: bool(analyst_view and not_placed(analyst_view.article)),
            }
        )

    @command("watched_folders", Mode.ANNOTATE | Mode.REVIEW | Mode.CLAIMS)
    def watched_folders(self) -> None:
        from ..dialogs.importing.watched_folders import FoldersDialog

        dialog = FoldersDialog(self._annotate_mode.session, self._around.widget.window())
        self.looked.connect(dialog.show_found)
        dialog.changed.connect(self.look)
        dialog.show_found(self.found)
        self.look()
        dialog.open()

    @command("other_version", Mode.ANNOTATE | Mode.REVIEW)
    def other_version(self) -> None:
        """From an article to its newer version, or from this to the older one."""
        analyst_view = self._annotate_mode.analyst_view
        other = _other_version(analyst_view.article) if analyst_view else ""
        if not other:
            raise UserError(
                "There is one version of this article",
                hint="Another one comes when a watched file has another text.",
            )
        self._annotate_mode.open(other)

    @command("not_placed", Mode.ANNOTATE | Mode.REVIEW)
    def not_placed(self) -> None:
        """What could not be placed in this version of the article."""
        from ..dialogs.importing.not_placed import NotPlacedDialog

        analyst_view = self._annotate_mode.analyst_view
        lost = not_placed(analyst_view.article) if analyst_view else []
        if analyst_view is None or not lost:
            raise UserError(
                "Nothing of an older version is missing here",
                hint="What cannot be placed in a new version of an article is listed here.",
            )
        dialog = NotPlacedDialog(analyst_view.article.title, lost, self._around.widget.window())
        dialog.older_asked.connect(self.other_version)
        dialog.open()


def _other_version(article: Article) -> str:
    """The id of the newer version of an article, else of the older one; "" where there is none."""
    return str(follower(article) or article.metadata.get(FOLLOWS) or "")
