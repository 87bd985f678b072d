"""Those who carry out the commands of an open project, each with what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QStackedWidget

from ..appearance.theme import Theme
from ..article.find_bar import FindBar
from ..article.header import Header
from ..article.inspector import Inspector
from ..article.label_bar import LabelBar
from ..article.side_by_side import SideBySide
from ..article_list.panel import ArticleListPanel
from ..background.suggestion_queue import SuggestionQueue
from ..command_table.command import CommandState, Mode, Needs
from ..modes.annotate import AnnotateMode
from ..view import ArticleView
from .annotation import AnnotationCommands
from .archived_sources import ArchivedSourceCommands
from .claims import ClaimCommands
from .claims_list import ClaimsListCommands
from .deletion import DeletionCommands
from .evidence import EvidenceCommands
from .navigation import NavigationCommands
from .review import ReviewCommands
from .review_workspace import ReviewWorkspace
from .similar_claims import SimilarClaimsCommands
from .suggestions import SuggestionCommands
from .surroundings import WindowServices
from .view import ViewCommands
from .watched_folders import WatchedFolderCommands

OF_A_PROJECT: tuple[type, ...] = (
    *(ViewCommands, ReviewWorkspace, AnnotationCommands, ClaimCommands, EvidenceCommands),
    *(ReviewCommands, ArchivedSourceCommands, SimilarClaimsCommands, NavigationCommands),
    *(SuggestionCommands, WatchedFolderCommands, ClaimsListCommands, DeletionCommands),
)


@dataclass(frozen=True)
class WorkspaceParts:
    """What an open project is made of in the window."""

    pen: AnnotateMode
    view: ArticleView
    sides: SideBySide
    header: Header
    label_bar: LabelBar
    queue: ArticleListPanel
    find_bar: FindBar
    inspector: Inspector
    suggesting: SuggestionQueue
    stack: QStackedWidget


class WorkspaceWidget(Protocol):
    """What of the widget around all that is used."""

    path: Path
    theme: Theme

    def repaint_article(self) -> None: ...
    def show_article(self) -> None: ...
    def show_queue(self, visible: bool) -> None: ...
    def show_inspector(self, visible: bool) -> None: ...
    def share_width(self) -> None: ...
    def resize_text(self, steps: int) -> None: ...
    def show_sizes(self) -> None: ...
    def tell(self, said: str) -> None: ...


class Handlers:
    """Made with the project, gone with it."""

    def __init__(
        self, around: WindowServices, parts: WorkspaceParts, workspace: WorkspaceWidget
    ) -> None:
        pen, view = parts.pen, parts.view
        self._around = around
        self._parts = parts
        self._workspace = workspace
        is_encrypted = pen.desk.store.is_encrypted  # as long as it is open
        self._protection = Needs.PASSPHRASE if is_encrypted else Needs.UNPROTECTED
        self.claims = ClaimsListCommands(pen, view, parts.stack, around)
        shaping = ClaimCommands(pen, view, around)
        self._annotation = AnnotationCommands(pen, view, around, shaping.is_ready)
        self._review = ReviewCommands(pen.referee, view, around)
        self.evidence = EvidenceCommands(
            pen, view, around, lambda files, claim_id: self.archived.keep(files, claim_id)
        )
        self.archived = ArchivedSourceCommands(
            pen, workspace.path, around, self.evidence, lambda: workspace.theme
        )
        self.watching = WatchedFolderCommands(pen, workspace.path, around)
        self.deleting = DeletionCommands(
            pen, workspace.path, parts.queue, around, refresh_claims=self.claims.refresh
        )
        self.similar = SimilarClaimsCommands(
            pen, around, repaint=workspace.repaint_article, open_claim=self.claims.open
        )
        self.reviewing = ReviewWorkspace(
            pen,
            around,
            sides=parts.sides,
            header=parts.header,
            label_bar=parts.label_bar,
            queue=parts.queue,
            inspector=parts.inspector,
            tell=workspace.tell,
            share_width=workspace.share_width,
            show_article=workspace.show_article,
        )
        navigation = NavigationCommands(
            pen,
            parts.queue,
            parts.find_bar,
            around,
            show_article=workspace.show_article,
            show_queue=workspace.show_queue,
            inspector=parts.inspector,
        )
        view_commands = ViewCommands(
            around,
            queue=parts.queue,
            inspector=parts.inspector,
            show_article=workspace.show_article,
            show_queue=workspace.show_queue,
            show_inspector=workspace.show_inspector,
            resize_text=workspace.resize_text,
            show_sizes=workspace.show_sizes,
        )
        suggestions = SuggestionCommands(pen, parts.suggesting, around)
        self.all: tuple[object, ...] = (
            *(view_commands, self.claims, shaping, self._annotation, self._review, self.evidence),
            *(self.archived, self.watching, self.deleting, self.similar, self.reviewing),
            *(navigation, suggestions),
        )

    def stop(self) -> None:
        """Let none of them read the file any more."""
        for each in (self.watching, self.deleting, self.claims, self.similar):
            each.stop()

    def state(self) -> CommandState:
        """What is in the middle, what of the needs of commands is there, which toggles are on."""
        pen, on = self._parts.pen, self._on()
        met = self._protection
        if self.claims.is_on:
            return CommandState(Mode.CLAIMS, met | self.claims.met(), on)
        met |= self.watching.met()
        if pen.referee.is_on:
            return CommandState(Mode.REVIEW, met | self._review.met(), on)
        met |= self._annotation.met() | self.archived.met() | self.similar.met()
        return CommandState(Mode.ANNOTATE, met, on)

    def _on(self) -> frozenset[str]:
        pen, parts, settings = self._parts.pen, self._parts, self._around.settings
        is_annotating = not (self.claims.is_on or pen.referee.is_on)
        there = {
            "compact": settings.flag("compact"),
            "side_by_side": settings.flag("side_by_side"),
            "dark": self._workspace.theme.dark,
            "queue": not parts.queue.isHidden(),
            "inspector": not parts.inspector.isHidden(),
            "review": pen.referee.is_on,
            "claims": self.claims.is_on,
            "sticky_label": is_annotating and bool(pen.sticky_label),
            "unsure": is_annotating and pen.current is not None and pen.current.unsure,
        }
        return frozenset(name for name, is_on in there.items() if is_on)
