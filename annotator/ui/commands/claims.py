"""The shape of claims, chains of sources, and what names stand for: what the keys do about them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.core.editing import claim_edits
from annotator.core.editing.analyst_view import AnalystView, next_of
from annotator.core.editing.standalone_claim import is_open
from annotator.core.errors import UserError
from annotator.core.highlight_layout import in_text_order
from annotator.core.model import Claim, Entity
from annotator.core.text import word_at
from annotator.services import entity_linking

from ..command_table.command import Mode, command
from ..modes.annotate import AnnotateMode
from ..view import ArticleView
from ..widgets.link_picker import NONE, OPEN, LinkPicker
from ..widgets.open_address import OpenAddress
from .surroundings import WindowServices


class ClaimCommands(QObject):
    """Makes, cuts, joins and attributes claims of the open article."""

    def __init__(self, pen: AnnotateMode, view: ArticleView, around: WindowServices) -> None:
        super().__init__(around.widget)
        self._pen = pen
        self._view = view
        self._around = around
        self._warned: tuple[str, frozenset[str]] = ("", frozenset())  # article and open claims
        view.linked.connect(self._attribute)

    # -- claims ----------------------------------------------------------------------------

    @command("claim", Mode.ANNOTATE)
    def claim(self) -> None:
        """A claim of the clause around the selection."""
        self._pen.claim()

    @command("extend_claim", Mode.ANNOTATE)
    def extend_claim(self) -> None:
        self._pen.extend_claim()

    @command("source", Mode.ANNOTATE)
    def source(self) -> None:
        """The selection (or the current entity) says the current claim."""
        self._pen.source()

    def _attribute(self, from_id: str, to_id: str) -> None:
        """Drag from a claim to who says it, or the other way round."""
        sheet = self._pen.sheet
        if sheet is None or self._pen.referee.is_on:
            return
        ends = [sheet.markable(from_id), sheet.markable(to_id)]
        claim = next((e for e in ends if isinstance(e, Claim)), None)
        entity = next((e for e in ends if isinstance(e, Entity)), None)
        if claim is None or entity is None:
            raise UserError(
                "Only a claim and the name of who says it can be linked",
                hint="Drag from a claim's card to an entity",
            )
        self._pen.point_at(claim.id)
        self._pen.selection = entity.span
        self._around.run("source")

    @command("cue", Mode.ANNOTATE)
    def cue(self) -> None:
        """The selection is the word that attributes the current claim."""
        self._pen.cue()

    @command("claim_exact", Mode.ANNOTATE)
    def claim_exact(self) -> None:
        """A claim of exactly the selected characters."""
        self._pen.claim(exact=True)

    @command("split_claim", Mode.ANNOTATE)
    def split_claim(self) -> None:
        """Two claims of the current one, cut at the caret or where the selection begins."""
        self._split(keep_whole=False)

    @command("split_into_parts", Mode.ANNOTATE)
    def split_into_parts(self) -> None:
        """The same, but the current claim stays as the compound of the two."""
        self._split(keep_whole=True)

    def _split(self, *, keep_whole: bool) -> None:
        pen = self._pen
        sheet, claim = self._sheet_and_claim()
        at = pen.selection.start if pen.selection else _word_start(sheet.article.text, pen.caret)
        made, second = claim_edits.split(sheet, claim.id, at, keep_whole=keep_whole)
        pen.save(made)
        self._settle(second)

    @command("join_claims", Mode.ANNOTATE)
    def join_claims(self) -> None:
        """The current claim and the next one (or the one that is selected) become one."""
        pen = self._pen
        sheet, claim = self._sheet_and_claim()
        other = self._other(sheet, claim)
        if other is None:
            raise UserError(
                "There is no claim to join this one with",
                hint="Select words of the other one, or go to the first of two.",
            )
        pen.save(claim_edits.join(sheet, claim.id, other.id))
        self._settle(sheet.copies.get(claim.id, pen.current_id))

    def _other(self, sheet: AnalystView, claim: Claim) -> Claim | None:
        selection = self._pen.selection
        if selection is not None:
            at = (c for c in sheet.shown_claims if any(s.overlaps(selection) for s in c.spans))
            return next((c for c in at if c.id != claim.id), None)
        found = next_of(sheet.shown_claims, claim)
        ordered = [each.id for each in in_text_order(sheet.shown_claims)]
        is_after = found is not None and ordered.index(found.id) > ordered.index(claim.id)
        return found if is_after and isinstance(found, Claim) else None

    @command("nest_claim", Mode.ANNOTATE)
    def nest_claim(self) -> None:
        """The current claim is a part of the one around it, or of none any more."""
        sheet, claim = self._sheet_and_claim()
        self._pen.save(claim_edits.nest(sheet, claim.id))

    @command("reported_by", Mode.ANNOTATE)
    def reported_by(self) -> None:
        """The selection reports what the source of the current claim says."""
        pen = self._pen
        sheet, claim, words = pen.sheet, pen.claim_meant, pen.words_meant
        if sheet is None or claim is None or words is None:
            raise UserError(
                "Nobody is selected who could report it",
                hint="Select who cites the source (“the Post”), then press Shift+S.",
            )
        pen.save(claim_edits.report(sheet, claim.id, words))
        self._settle(sheet.copies.get(claim.id, claim.id))

    def _settle(self, id_: str) -> None:
        self._view.set_selection(None)
        self._pen.selection = None
        self._pen.point_at(id_)

    def _sheet_and_claim(self) -> tuple[AnalystView, Claim]:
        pen = self._pen
        if pen.sheet is None or not isinstance(pen.current, Claim):
            raise UserError(
                "This needs a claim, and none is chosen",
                hint="Click a claim’s card or go to one with Space, then try again.",
            )
        return pen.sheet, pen.current

    # -- before submitting -----------------------------------------------------------------

    def is_ready(self, sheet: AnalystView) -> bool:
        """Whether every claim can be read by itself; the first time it is said and shown.

        Asked again about the same claims, they are let through.
        """
        left = [claim for claim in in_text_order(sheet.claims) if is_open(claim)]
        asked = (sheet.article.id, frozenset(claim.id for claim in left))
        if not left or self._warned == asked:
            return True
        self._warned = asked
        self._pen.point_at(left[0].id)
        self._around.run("edit_fields")
        said = self.tr(
            "%n claim(s) cannot be read without the article: the stand-alone form is empty, or has "
            "something in brackets. Ctrl+Enter again submits them as they are.",
            None,
            len(left),
        )
        self._around.say(said)
        return False

    # -- names -----------------------------------------------------------------------------

    @command("link_entity", Mode.ANNOTATE)
    def link_entity(self) -> None:
        """Ask what the current entity stands for; what it was before is offered first."""
        pen = self._pen
        if pen.sheet is None or not isinstance(pen.current, Entity):
            raise UserError(
                "Only an entity stands for something, and none is chosen",
                hint="Click a name that is labelled, or go to one with Space.",
            )
        offered = entity_linking.offers(self._pen.desk, pen.sheet, pen.current)
        words = pen.sheet.words_of(pen.current)
        picker = LinkPicker(words, offered, pen.current.kb_id, self._around.widget)
        picker.chosen.connect(self._link)
        picker.open()

    def _link(self, chosen: str) -> None:
        pen = self._pen
        if pen.sheet is None:
            return
        if chosen.startswith(OPEN):
            self.open_id(chosen.removeprefix(OPEN))
            return
        wanted = None if chosen == NONE else chosen
        pen.save(entity_linking.link(pen.sheet, pen.current_id, wanted))

    def open_id(self, id_: str) -> None:
        """Show where an id leads; the browser opens only when that is wanted."""
        from annotator.core.sources.knowledge_base import address_of

        address = address_of(id_)
        if address is None:
            raise UserError(
                "“{id}” leads to no page", hint="It only tells what is meant.", id=id_[:60]
            )
        OpenAddress(address, self._around.widget).open()


def _word_start(text: str, caret: int) -> int:
    """*caret*, or the beginning of the word that it is in."""
    word = word_at(text, caret)
    return word.start if word is not None and word.start < caret < word.end else caret
