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
        annotate_mode: AnnotateMode,
        around: WindowServices,
        *,
        repaint: Callable[[], None],
        open_claim: Callable[[ClaimRow], None],
    ) -> None:
        super().__init__(around.widget)
        self._annotate_mode = annotate_mode
        self._around = around
        self._repaint = repaint
        self._open_claim = open_claim
        self._asked: tuple[str, str] = ("", "")  # the claim and its text
        path = annotate_mode.session.store.path
        self._similar_claims_process = (
            SimilarClaimsProcess(path, annotate_mode.session.analyst, self)
            if path is not None
            else None
        )
        if self._similar_claims_process is not None:
            self._similar_claims_process.found.connect(self._hear)
            self._similar_claims_process.failed.connect(self._say_why)
            annotate_mode.current_changed.connect(self._wonder)
            annotate_mode.sheet_changed.connect(lambda _: self._wonder(annotate_mode.current_id))
            annotate_mode.article_opened.connect(lambda _: self._forget())
        annotate_mode.carry_asked.connect(self.carry_over)
        annotate_mode.claim_wanted.connect(self.show_claim)

    def stop(self) -> None:
        if self._similar_claims_process is not None:
            self._similar_claims_process.stop()

    # -- asking ----------------------------------------------------------------------------

    def _wonder(self, id_: str) -> None:
        """A claim has become the current one, or says something else now."""
        analyst_view = self._annotate_mode.analyst_view
        claim = analyst_view.markable(id_) if analyst_view else None
        if (
            analyst_view is None
            or not isinstance(claim, Claim)
            or self._similar_claims_process is None
        ):
            return
        if not self._around.settings.suggest_on_open:
            return
        text = claim.normalized_text or analyst_view.words_of(claim)
        if (id_, text) != self._asked:
            self._asked = (id_, text)
            self._similar_claims_process.ask(id_, analyst_view.article.id, text)

    def _say_why(self, why: str) -> None:
        said = self.tr("What was said before is not searched for any more")
        self._around.say(f"{said}: {why}" if why else said)

    def _forget(self) -> None:
        self._asked = ("", "")
        if self._similar_claims_process is not None:
            self._similar_claims_process.forget()

    def _hear(self, claim_id: str, found: list[SimilarClaim]) -> None:
        self.show_echoes(claim_id, found)

    def show_echoes(self, claim_id: str, found: list[SimilarClaim]) -> None:
        """These claims say what the one with *claim_id* says, or nearly so."""
        annotate_mode = self._annotate_mode
        annotate_mode.similar_claims[claim_id] = claims_list.said_before(
            self._annotate_mode.session, found, most=_MOST
        )
        annotate_mode.echoes_found.emit(claim_id)
        self._repaint()

    # -- actions ---------------------------------------------------------------------------

    def met(self) -> Needs:
        """What of the needs of commands is there."""
        return all_of({Needs.SIMILAR_CLAIM: self._checked() is not None})

    def _checked(self) -> EarlierClaim | None:
        """The nearest claim with evidence of those found for the current one."""
        found = self._annotate_mode.similar_claims.get(self._annotate_mode.current_id, ())
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
        annotate_mode = self._annotate_mode
        if annotate_mode.analyst_view is None or not isinstance(annotate_mode.current, Claim):
            return
        claim_id = annotate_mode.current_id
        similar_claims = annotate_mode.similar_claims.get(claim_id, ())
        made = claims_list.carry_over(
            self._annotate_mode.session, annotate_mode.analyst_view, claim_id, from_claim
        )
        annotate_mode.save(made)
        annotate_mode.reload()  # the sources that the evidence names
        own = annotate_mode.analyst_view.copies.get(claim_id, claim_id)
        annotate_mode.similar_claims[own] = similar_claims
        annotate_mode.point_at(own)
        self._around.turn_to("evidence")
        count = sum(isinstance(edit.after, Evidence) for edit in made.edits)
        said = self.tr("%n piece(s) of evidence carried over", None, count)
        self._around.say(f"{said}: {self.tr('its stance is for you to say')}")

    def show_claim(self, id_: str) -> None:
        """Open another claim in its article."""
        rows = self._annotate_mode.session.store.claims.rows([id_])
        if rows:
            self._open_claim(rows[0])
