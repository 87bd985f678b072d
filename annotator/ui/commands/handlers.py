"""Those who carry out the commands of an open project, each with what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QStackedWidget

from annotator.core.editing.judging import Shown

from ..appearance.theme import Theme
from ..article.decision_strip import DecisionStrip
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
from .decisions import DecisionCommands
from .deletion import DeletionCommands
from .evidence import EvidenceCommands
from .judging import JudgingCommands
from .navigation import NavigationCommands
from .reading import ReadingCommands
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
    *(ReadingCommands, JudgingCommands, DecisionCommands),
)

_KINDS = {"both": Shown.BOTH, "names": Shown.NAMES, "claims_alone": Shown.CLAIMS}


@dataclass(frozen=True)
class WorkspaceParts:
    """What an open project is made of in the window."""

    annotate_mode: AnnotateMode
    view: ArticleView
    sides: SideBySide
    header: Header
    label_bar: LabelBar
    queue: ArticleListPanel
    find_bar: FindBar
    decisions: DecisionStrip
    inspector: Inspector
    suggestion_queue: SuggestionQueue
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
    def show_bare(self, bare: bool) -> None: ...


class Handlers:
    """Made with the project, gone with it."""

    def __init__(
        self, around: WindowServices, parts: WorkspaceParts, widget: WorkspaceWidget
    ) -> None:
        annotate_mode, view = parts.annotate_mode, parts.view
        self._around = around
        self._parts = parts
        self._widget = widget
        is_encrypted = annotate_mode.session.store.is_encrypted  # as long as it is open
        self._protection = Needs.PASSPHRASE if is_encrypted else Needs.UNPROTECTED
        self.claims = ClaimsListCommands(annotate_mode, view, parts.stack, around)
        shaping = ClaimCommands(annotate_mode, view, around)
        self.judging = JudgingCommands(
            annotate_mode, view, around, label_bar=parts.label_bar, tell=widget.tell
        )
        self._annotation = AnnotationCommands(
            annotate_mode, view, around, self.judging, shaping.is_ready
        )
        self._decisions = DecisionCommands(annotate_mode, view, parts.decisions, around)
        self._review = ReviewCommands(annotate_mode.review_mode, view, around)
        self.evidence = EvidenceCommands(
            annotate_mode, view, around, lambda files, claim_id: self.archived.keep(files, claim_id)
        )
        self.archived = ArchivedSourceCommands(
            annotate_mode, widget.path, around, self.evidence, lambda: widget.theme
        )
        self.watching = WatchedFolderCommands(annotate_mode, widget.path, around)
        self.deleting = DeletionCommands(
            annotate_mode, widget.path, parts.queue, around, refresh_claims=self.claims.refresh
        )
        self.similar = SimilarClaimsCommands(
            annotate_mode, around, repaint=widget.repaint_article, open_claim=self.claims.open
        )
        self.reviewing = ReviewWorkspace(
            annotate_mode,
            around,
            sides=parts.sides,
            header=parts.header,
            label_bar=parts.label_bar,
            queue=parts.queue,
            inspector=parts.inspector,
            tell=widget.tell,
            share_width=widget.share_width,
            show_article=widget.show_article,
        )
        navigation = NavigationCommands(
            annotate_mode,
            parts.queue,
            parts.find_bar,
            around,
            show_article=widget.show_article,
            show_queue=widget.show_queue,
            inspector=parts.inspector,
        )
        view_commands = ViewCommands(
            around,
            queue=parts.queue,
            inspector=parts.inspector,
            show_article=widget.show_article,
            show_queue=widget.show_queue,
            show_inspector=widget.show_inspector,
            resize_text=widget.resize_text,
            show_sizes=widget.show_sizes,
        )
        self.reading = ReadingCommands(annotate_mode, view, parts.queue, around, widget.show_bare)
        suggestions = SuggestionCommands(annotate_mode, parts.suggestion_queue, around)
        self.all: tuple[object, ...] = (
            *(view_commands, self.claims, shaping, self._annotation, self._review, self.evidence),
            *(self.archived, self.watching, self.deleting, self.similar, self.reviewing),
            *(navigation, suggestions, self.reading, self.judging, self._decisions),
        )

    def decide(self, id_: str, command_id: str) -> None:
        """A button at a suggestion was pressed: its key would do the same."""
        mode, view = self._parts.annotate_mode, self._parts.view
        view.choose(None)
        if mode.current_id != id_:
            mode.point_at(id_)
        self._around.run(command_id)
        view.setFocus()

    def stop(self) -> None:
        """Let none of them read the file any more."""
        for each in (self.watching, self.deleting, self.claims, self.similar):
            each.stop()

    def state(self) -> CommandState:
        """What is in the middle, what of the needs of commands is there, which toggles are on."""
        annotate_mode, on = self._parts.annotate_mode, self._on()
        met = self._protection
        if self.claims.is_on:
            return CommandState(Mode.CLAIMS, met | self.claims.met(), on)
        met |= self.watching.met()
        if annotate_mode.review_mode.is_on:
            return CommandState(Mode.REVIEW, met | self._review.met(), on)
        met |= (
            self._decisions.met()
            | self._annotation.met()
            | self.archived.met()
            | self.similar.met()
        )
        return CommandState(Mode.ANNOTATE, met, on, self.judging.takes())

    def _on(self) -> frozenset[str]:
        annotate_mode, parts, settings = (
            self._parts.annotate_mode,
            self._parts,
            self._around.settings,
        )
        is_annotating = not (self.claims.is_on or annotate_mode.review_mode.is_on)
        shown = annotate_mode.judging.shown
        there = {
            "compact": settings.compact,
            "side_by_side": settings.side_by_side,
            "decisions": settings.decisions,
            "dark": self._widget.theme.dark,
            "queue": not parts.queue.isHidden(),
            "inspector": not parts.inspector.isHidden(),
            "review": annotate_mode.review_mode.is_on,
            "reading": self.reading.is_reading,
            "claims": self.claims.is_on,
            "sticky_label": is_annotating and bool(annotate_mode.sticky_label),
            "doubtful_first": is_annotating and annotate_mode.judging.doubtful_first,
            **{name: is_annotating and shown == kind for name, kind in _KINDS.items()},
            "unsure": is_annotating
            and annotate_mode.current is not None
            and annotate_mode.current.unsure,
        }
        return frozenset(name for name, is_on in there.items() if is_on)
