"""From a claim to its sources and its verdict: what the keys and the mouse do about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from annotator.core import evidence
from annotator.core.errors import UserError
from annotator.core.model import Claim, Source
from annotator.formats.citation import citations, is_citation

from .dialogs.source_picker import FILE, NEW, SourcePicker
from .panels.evidence import EvidencePanel
from .panels.source_list import MIME
from .panels.sources import Sources, dropped_files, dropped_text

if TYPE_CHECKING:
    from .bench import Bench

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Linking(QObject):
    """Joins the pen, the sources and the evidence of one bench."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        pen = bench.pen
        pen.link_asked.connect(self.link_evidence)
        pen.source_chosen.connect(self.link_source)
        pen.source_shown.connect(self.show_source)
        bench.view.viewport().setAcceptDrops(True)
        bench.view.viewport().installEventFilter(self)

    # -- actions -----------------------------------------------------------------------------

    def link_evidence(self) -> None:
        """Ask which source bears on the current claim."""
        self.claim_or_fault()
        picker = SourcePicker(self._bench.desk.library, self._bench.window())
        picker.chosen.connect(self._link_picked)
        picker.open()

    def give_verdict(self) -> None:
        """Show the evidence of the current claim, with the cursor on the verdict."""
        self.claim_or_fault()
        self._panel().focus_verdict()

    def show_sources(self) -> None:
        """Show the sources of the project, with the cursor in the search."""
        self._turn_to("sources").setFocus()

    def show_source(self, id_: str) -> None:
        panel = self._turn_to("sources")
        if isinstance(panel, Sources):
            panel.show_source(id_)

    # -- linking -----------------------------------------------------------------------------

    def link_source(self, id_: str, claim_id: str = "", **fields: str) -> None:
        """Link a source of the project to a claim, the current one unless it is named.

        *fields* are of the evidence.
        """
        found = self._bench.desk.library.get(id_)
        if found is not None:
            self._link(found, claim_id or self.claim_or_fault().id, is_new=False, **fields)

    def link_text(self, text: str, claim_id: str = "") -> None:
        """Link what a pasted *text* names: an address, a reference, else a title."""
        claim_id = claim_id or self.claim_or_fault().id
        for fields in citations(text) if is_citation(text) else [{"title": text}]:
            made = evidence.source(**fields)
            known = self._bench.desk.library.known(made)
            self._link(known or made, claim_id, is_new=known is None)

    def _link_picked(self, chosen: str) -> None:
        if chosen == FILE:
            self._bench.keeping.keep_file()
        elif chosen.startswith(NEW):
            self.link_text(chosen.removeprefix(NEW))
        else:
            self.link_source(chosen)

    def _link(self, source: Source, claim_id: str, *, is_new: bool, **fields: str) -> None:
        pen = self._bench.pen
        assert pen.sheet is not None
        # a suggested claim is accepted by the link of before: then its copy is meant
        claim_id = pen.sheet.copies.get(claim_id, claim_id)
        made, evidence_id = evidence.link(pen.sheet, claim_id, source, is_new=is_new, **fields)
        pen.save(made)
        pen.point_at(pen.sheet.copies.get(claim_id, claim_id))
        self._panel().point_at(evidence_id)

    def claim_or_fault(self) -> Claim:
        """The current claim. Raises UserError where none is chosen."""
        current = self._bench.pen.current
        if not isinstance(current, Claim):
            raise UserError(
                "Sources and verdicts belong to a claim, and none is chosen",
                hint="Click a claim’s card or go to one with Space, then try again.",
            )
        return current

    def _panel(self) -> EvidencePanel:
        panel = self._turn_to("evidence")
        assert isinstance(panel, EvidencePanel)
        return panel

    def _turn_to(self, name: str) -> QWidget:
        self._bench.show_inspector(True)
        self._bench.inspector.turn_to(name)
        panel = self._bench.inspector.panel(name)
        assert panel is not None
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
        self._bench.view.hover(claim_id)
        if event.type() == QEvent.Type.DragEnter or claim_id:
            event.acceptProposedAction()
        else:
            event.ignore()
        if event.type() == QEvent.Type.Drop and claim_id:
            self._bench.view.hover("")
            if files:
                self._bench.keeping.keep(files, claim_id)
            elif mime.hasFormat(MIME):
                self.link_source(bytes(mime.data(MIME).data()).decode().split("\n")[0], claim_id)
            else:
                self.link_text(dropped_text(mime), claim_id)
        return True

    def _claim_under(self, at: QPointF) -> str:
        sheet = self._bench.pen.sheet
        owners = self._bench.view.hit(at).owners
        claims = (o for o in owners if sheet and isinstance(sheet.markable(o), Claim))
        return next(claims, "")
