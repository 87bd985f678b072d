"""What was said before: found for the current claim, shown beside it, its evidence carried over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.core.errors import UserError
from annotator.core.model import Claim, Evidence
from annotator.core.sources.similar_claim import SimilarClaim
from annotator.services import claims_list
from annotator.services.claims_list import EarlierClaim
from annotator.store import ClaimRow

from ..background.similar_claims_process import SimilarClaimsProcess
from ..command_table.command import Mode, Needs, all_of, command
from ..modes.annotate import AnnotateMode
from .surroundings import WindowServices

_MOST = 5  # that are shown


class SimilarClaimsCommands(QObject):
    """Joins the open article, the process that searches by meaning, and the pages beside it."""

    def __init__(
        self,
        pen: AnnotateMode,
        around: WindowServices,
        *,
        repaint: Callable[[], None],
        open_claim: Callable[[ClaimRow], None],
    ) -> None:
        super().__init__(around.widget)
        self._pen = pen
        self._around = around
        self._repaint = repaint
        self._open_claim = open_claim
        self._asked: tuple[str, str] = ("", "")  # the claim and its text
        path = pen.desk.store.path
        self._echoes = (
            SimilarClaimsProcess(path, pen.desk.analyst, self) if path is not None else None
        )
        if self._echoes is not None:
            self._echoes.found.connect(self._hear)
            self._echoes.failed.connect(self._say_why)
            pen.current_changed.connect(self._wonder)
            pen.sheet_changed.connect(lambda _: self._wonder(pen.current_id))
            pen.article_opened.connect(lambda _: self._forget())
        pen.carry_asked.connect(self.carry_over)
        pen.claim_wanted.connect(self.show_claim)

    def stop(self) -> None:
        if self._echoes is not None:
            self._echoes.stop()

    # -- asking ----------------------------------------------------------------------------

    def _wonder(self, id_: str) -> None:
        """A claim has become the current one, or says something else now."""
        sheet = self._pen.sheet
        claim = sheet.markable(id_) if sheet else None
        if sheet is None or not isinstance(claim, Claim) or self._echoes is None:
            return
        if not self._around.settings.flag("suggest_on_open"):
            return
        text = claim.normalized_text or sheet.words_of(claim)
        if (id_, text) != self._asked:
            self._asked = (id_, text)
            self._echoes.ask(id_, sheet.article.id, text)

    def _say_why(self, why: str) -> None:
        said = self.tr("What was said before is not searched for any more")
        self._around.say(f"{said}: {why}" if why else said)

    def _forget(self) -> None:
        self._asked = ("", "")
        if self._echoes is not None:
            self._echoes.forget()

    def _hear(self, claim_id: str, found: list[SimilarClaim]) -> None:
        self.show_echoes(claim_id, found)

    def show_echoes(self, claim_id: str, found: list[SimilarClaim]) -> None:
        """These claims say what the one with *claim_id* says, or nearly so."""
        pen = self._pen
        pen.echoes[claim_id] = claims_list.said_before(self._pen.desk, found, most=_MOST)
        pen.echoes_found.emit(claim_id)
        self._repaint()

    # -- actions ---------------------------------------------------------------------------

    def met(self) -> Needs:
        """What of the needs of commands is there."""
        return all_of({Needs.SIMILAR_CLAIM: self._checked() is not None})

    def _checked(self) -> EarlierClaim | None:
        """The nearest claim with evidence of those found for the current one."""
        found = self._pen.echoes.get(self._pen.current_id, ())
        return next((each for each in found if each.row.evidence), None)

    @command("carry_evidence", Mode.ANNOTATE)
    def carry_evidence(self) -> None:
        """The evidence of the nearest claim that has some becomes the current one's, too."""
        checked = self._checked()
        if checked is None:
            raise UserError(
                "Nothing that was said before has evidence to carry over",
                hint="Go to a claim; what was said before stands on the Evidence page.",
            )
        self.carry_over(checked.row.id)

    def carry_over(self, from_claim: str) -> None:
        """Copy the evidence of another claim to the current one, as one step."""
        pen = self._pen
        if pen.sheet is None or not isinstance(pen.current, Claim):
            return
        claim_id = pen.current_id
        echoes = pen.echoes.get(claim_id, ())
        made = claims_list.carry_over(self._pen.desk, pen.sheet, claim_id, from_claim)
        pen.save(made)
        pen.reload()  # the sources that the evidence names
        own = pen.sheet.copies.get(claim_id, claim_id)
        pen.echoes[own] = echoes
        pen.point_at(own)
        self._around.turn_to("evidence")
        count = sum(isinstance(edit.after, Evidence) for edit in made.edits)
        self._around.say(self.tr("%n piece(s) of evidence carried over", None, count))

    def show_claim(self, id_: str) -> None:
        """Open another claim in its article."""
        rows = self._pen.desk.store.claims.rows([id_])
        if rows:
            self._open_claim(rows[0])
