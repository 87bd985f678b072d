"""What was said before: found for the current claim, shown beside it, its evidence carried over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator import claiming
from annotator.core.echo import Echo
from annotator.core.errors import UserError
from annotator.core.model import Claim

from .echoes import Echoes

if TYPE_CHECKING:
    from .bench import Bench

_MOST = 5  # that are shown


class Remembering(QObject):
    """Joins the pen, the process that searches by meaning, and the panels of one bench."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._asked: tuple[str, str] = ("", "")  # the claim and its text
        path = bench.desk.store.path
        self._echoes = Echoes(path, bench.desk.analyst, self) if path is not None else None
        if self._echoes is not None:
            self._echoes.found.connect(self._hear)
            bench.pen.current_changed.connect(self._wonder)
            bench.pen.sheet_changed.connect(lambda _: self._wonder(bench.pen.current_id))
            bench.pen.article_opened.connect(lambda _: self._forget())
        bench.pen.carry_asked.connect(self.carry_over)
        bench.pen.claim_wanted.connect(self.show_claim)

    def stop(self) -> None:
        if self._echoes is not None:
            self._echoes.stop()

    # -- asking ----------------------------------------------------------------------------

    def _wonder(self, id_: str) -> None:
        """A claim has become the current one, or says something else now."""
        sheet = self._bench.pen.sheet
        claim = sheet.markable(id_) if sheet else None
        if sheet is None or not isinstance(claim, Claim) or self._echoes is None:
            return
        if not self._bench.settings.flag("suggest_on_open"):
            return
        text = claim.normalized_text or sheet.words_of(claim)
        if (id_, text) != self._asked:
            self._asked = (id_, text)
            self._echoes.ask(id_, sheet.article.id, text)

    def _forget(self) -> None:
        self._asked = ("", "")
        if self._echoes is not None:
            self._echoes.forget()

    def _hear(self, claim_id: str, found: list[Echo]) -> None:
        self.show_echoes(claim_id, found)

    def show_echoes(self, claim_id: str, found: list[Echo]) -> None:
        """These claims say what the one with *claim_id* says, or nearly so."""
        pen = self._bench.pen
        pen.echoes[claim_id] = claiming.said_before(self._bench.desk, found, most=_MOST)
        pen.echoes_found.emit(claim_id)
        if pen.sheet is not None and not pen.referee.is_on:
            self._bench.view.set_marks(*self._bench.marks(pen.sheet))

    # -- actions ---------------------------------------------------------------------------

    def carry_evidence(self) -> None:
        """The evidence of the nearest claim that has some becomes the current one's, too."""
        found = self._bench.pen.echoes.get(self._bench.pen.current_id, ())
        checked = next((each for each in found if each.row.evidence), None)
        if checked is None:
            raise UserError(
                "Nothing that was said before has evidence to carry over",
                hint="Go to a claim; what was said before stands on the Evidence page.",
            )
        self.carry_over(checked.row.id)

    def carry_over(self, from_claim: str) -> None:
        """Copy the evidence of another claim to the current one, as one step."""
        pen = self._bench.pen
        if pen.sheet is None or not isinstance(pen.current, Claim):
            return
        claim_id = pen.current_id
        echoes = pen.echoes.get(claim_id, ())
        made = claiming.carry_over(self._bench.desk, pen.sheet, claim_id, from_claim)
        pen.save(made)
        pen.reload()  # the sources that the evidence names
        own = pen.sheet.copies.get(claim_id, claim_id)
        pen.echoes[own] = echoes
        pen.point_at(own)
        self._bench.show_inspector(True)
        self._bench.inspector.turn_to("evidence")
        count = sum(getattr(edit.after, "source_id", None) is not None for edit in made.edits)
        self._bench.informed.emit(self.tr("%n piece(s) of evidence carried over", None, count))

    def show_claim(self, id_: str) -> None:
        """Open another claim in its article."""
        rows = self._bench.desk.store.claims.rows([id_])
        if rows:
            self._bench.claims.open(rows[0])
