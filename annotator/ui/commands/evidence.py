"""From a claim to its sources and its verdict: what the keys and the mouse do about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QDropEvent

from annotator.core.editing import evidence_edits
from annotator.core.errors import UserError
from annotator.core.model import Claim, Source
from annotator.formats.citation import citations, is_citation

from ..command_table.command import Mode, command
from ..modes.annotate import AnnotateMode
from ..panels.evidence import EvidencePanel
from ..panels.source_list import MIME
from ..panels.sources import Sources, dropped_files, dropped_text
from ..view import ArticleView
from ..widgets.source_picker import FILE, NEW, SourcePicker
from .surroundings import WindowServices

Keep = Callable[[Sequence[Path], str], None]
"""Keeps files as sources, for the claim with that id."""

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class EvidenceCommands(QObject):
    """Joins the open article's claims with the sources of the project."""

    def __init__(
        self, annotate_mode: AnnotateMode, view: ArticleView, around: WindowServices, keep: Keep
    ) -> None:
        super().__init__(around.widget)
        self._annotate_mode = annotate_mode
        self._view = view
        self._around = around
        self._keep = keep
        annotate_mode.link_asked.connect(self.link_evidence)
        annotate_mode.source_chosen.connect(self.link_source)
        annotate_mode.source_shown.connect(self.show_source)
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    # -- actions -----------------------------------------------------------------------------

    @command("link_evidence", Mode.ANNOTATE)
    def link_evidence(self) -> None:
        """Ask which source bears on the current claim."""
        self.claim_or_fault()
        picker = SourcePicker(self._annotate_mode.session.source_library, self._around.widget)
        picker.chosen.connect(self._link_picked)
        picker.open()

    @command("give_verdict", Mode.ANNOTATE)
    def give_verdict(self) -> None:
        """Show the evidence of the current claim, with the cursor on the verdict."""
        self.claim_or_fault()
        self._panel().focus_verdict()

    def show_source(self, id_: str) -> None:
        panel = self._around.turn_to("sources")
        if isinstance(panel, Sources):
            panel.show_source(id_)

    # -- linking -----------------------------------------------------------------------------

    def link_source(self, id_: str, claim_id: str = "", **fields: str) -> None:
        """Link a source of the project to a claim, the current one unless it is named.

        *fields* are of the evidence.
        """
        found = self._annotate_mode.session.source_library.get(id_)
        if found is not None:
            self._link(found, claim_id or self.claim_or_fault().id, is_new=False, **fields)

    def link_text(self, text: str, claim_id: str = "") -> None:
        """Link what a pasted *text* names: an address, a reference, else a title."""
        claim_id = claim_id or self.claim_or_fault().id
        for fields in citations(text) if is_citation(text) else [{"title": text}]:
            made = evidence_edits.source(**fields)
            known = self._annotate_mode.session.source_library.known(made)
            self._link(known or made, claim_id, is_new=known is None)

    def _link_picked(self, chosen: str) -> None:
        if chosen == FILE:
            self._around.run("keep_file")
        elif chosen.startswith(NEW):
            self.link_text(chosen.removeprefix(NEW))
        else:
            self.link_source(chosen)

    def _link(self, source: Source, claim_id: str, *, is_new: bool, **fields: str) -> None:
        annotate_mode = self._annotate_mode
        assert annotate_mode.analyst_view is not None
        # a suggested claim is accepted by the link of before: then its copy is meant
        claim_id = annotate_mode.analyst_view.copies.get(claim_id, claim_id)
        made, evidence_id = evidence_edits.link(
            annotate_mode.analyst_view, claim_id, source, is_new=is_new, **fields
        )
        annotate_mode.save(made)
        annotate_mode.point_at(annotate_mode.analyst_view.copies.get(claim_id, claim_id))
        self._panel().point_at(evidence_id)

    def claim_or_fault(self) -> Claim:
        """The current claim. Raises UserError where none is chosen."""
        current = self._annotate_mode.current
        if not isinstance(current, Claim):
            raise UserError(
                "Outside sources and verdicts belong to a claim, and none is chosen",
                hint="Click a claim’s card or go to one with Space, then try again.",
            )
        return current

    def _panel(self) -> EvidencePanel:
        panel = self._around.turn_to("evidence")
        assert isinstance(panel, EvidencePanel)
        return panel

    # -- dropping ----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A source (or a link) dragged over the article: a claim under it takes it."""
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        mime = event.mimeData()
        files = dropped_files(mime)
        claim_id = self._claim_under(event.position())
        if not mime.hasFormat(MIME) and not dropped_text(mime) and not (files and claim_id):
            return super().eventFilter(watched, event)
        self._view.hover(claim_id)
        if event.type() == QEvent.Type.DragEnter or claim_id:
            event.acceptProposedAction()
        else:
            event.ignore()
        if event.type() == QEvent.Type.Drop and claim_id:
            self._view.hover("")
            if files:
                self._keep(files, claim_id)
            elif mime.hasFormat(MIME):
                self.link_source(bytes(mime.data(MIME).data()).decode().split("\n")[0], claim_id)
            else:
                self.link_text(dropped_text(mime), claim_id)
        return True

    def _claim_under(self, at: QPointF) -> str:
        if self._annotate_mode.review_mode.is_on:  # what is shown then is nobody's to link
            return ""
        analyst_view = self._annotate_mode.analyst_view
        owners = self._view.hit(at).owners
        claims = (o for o in owners if analyst_view and isinstance(analyst_view.markable(o), Claim))
        return next(claims, "")
