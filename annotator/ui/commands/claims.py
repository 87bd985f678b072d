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
from ..command_table.key_hints import native
from ..modes.annotate import AnnotateMode
from ..view import ArticleView
from ..widgets.link_picker import NONE, OPEN, LinkPicker
from ..widgets.open_address import OpenAddress
from .surroundings import WindowServices


class ClaimCommands(QObject):
    """Makes, cuts, joins and attributes claims of the open article."""

    def __init__(
        self, annotate_mode: AnnotateMode, view: ArticleView, around: WindowServices
    ) -> None:
        super().__init__(around.widget)
        self._annotate_mode = annotate_mode
        self._view = view
        self._around = around
        self._warned: tuple[str, frozenset[str]] = ("", frozenset())  # article and open claims
        view.linked.connect(self._attribute)

    # -- claims ----------------------------------------------------------------------------

    @command("claim", Mode.ANNOTATE)
    def claim(self) -> None:
        """A claim of the clause around the selection."""
        self._annotate_mode.claim()

    @command("extend_claim", Mode.ANNOTATE)
    def extend_claim(self) -> None:
        self._annotate_mode.extend_claim()

    @command("source", Mode.ANNOTATE)
    def source(self) -> None:
        """The selection (or the current entity) says the current claim."""
        self._annotate_mode.source()

    def _attribute(self, from_id: str, to_id: str) -> None:
        """Drag from a claim to who says it, or the other way round."""
        analyst_view = self._annotate_mode.analyst_view
        if analyst_view is None or self._annotate_mode.review_mode.is_on:
            return
        ends = [analyst_view.markable(from_id), analyst_view.markable(to_id)]
        claim = next((e for e in ends if isinstance(e, Claim)), None)
        entity = next((e for e in ends if isinstance(e, Entity)), None)
        if claim is None or entity is None:
            raise UserError(
                "Only a claim and the name of who says it can be linked",
                hint="Drag from a claim's card to an entity",
            )
        self._annotate_mode.point_at(claim.id)
        self._annotate_mode.selection = entity.span
        self._around.run("source")

    @command("cue", Mode.ANNOTATE)
    def cue(self) -> None:
        """The selection is the word that attributes the current claim."""
        self._annotate_mode.cue()

    @command("article_itself", Mode.ANNOTATE)
    def article_itself(self) -> None:
        """Nobody is named who says the current claim."""
        self._annotate_mode.article_itself()

    @command("claim_exact", Mode.ANNOTATE)
    def claim_exact(self) -> None:
        """A claim of exactly the selected characters."""
        self._annotate_mode.claim(exact=True)

    @command("split_claim", Mode.ANNOTATE)
    def split_claim(self) -> None:
        """Two claims of the current one, cut at the caret or where the selection begins."""
        self._split(keep_whole=False)

    @command("split_into_parts", Mode.ANNOTATE)
    def split_into_parts(self) -> None:
        """The same, but the current claim stays as the compound of the two."""
        self._split(keep_whole=True)

    def _split(self, *, keep_whole: bool) -> None:
        annotate_mode = self._annotate_mode
        analyst_view, claim = self._sheet_and_claim()
        at = (
            annotate_mode.selection.start
            if annotate_mode.selection
            else _word_start(analyst_view.article.text, annotate_mode.caret)
        )
        made, second = claim_edits.split(analyst_view, claim.id, at, keep_whole=keep_whole)
        annotate_mode.save(made)
        self._settle(second)

    @command("join_claims", Mode.ANNOTATE)
    def join_claims(self) -> None:
        """The current claim and the next one (or the one that is selected) become one."""
        annotate_mode = self._annotate_mode
        analyst_view, claim = self._sheet_and_claim()
        other = self._other(analyst_view, claim)
        if other is None:
            raise UserError(
                "There is no claim to join this one with",
                hint="Select words of the other one, or go to the first of two.",
            )
        annotate_mode.save(claim_edits.join(analyst_view, claim.id, other.id))
        self._settle(analyst_view.copies.get(claim.id, annotate_mode.current_id))

    def _other(self, analyst_view: AnalystView, claim: Claim) -> Claim | None:
        selection = self._annotate_mode.selection
        if selection is not None:
            at = (
                c for c in analyst_view.shown_claims if any(s.overlaps(selection) for s in c.spans)
            )
            return next((c for c in at if c.id != claim.id), None)
        found = next_of(analyst_view.shown_claims, claim)
        ordered = [each.id for each in in_text_order(analyst_view.shown_claims)]
        is_after = found is not None and ordered.index(found.id) > ordered.index(claim.id)
        return found if is_after and isinstance(found, Claim) else None

    @command("nest_claim", Mode.ANNOTATE)
    def nest_claim(self) -> None:
        """The current claim is a part of the one around it, or of none any more."""
        analyst_view, claim = self._sheet_and_claim()
        self._annotate_mode.save(claim_edits.nest(analyst_view, claim.id))

    @command("reported_by", Mode.ANNOTATE)
    def reported_by(self) -> None:
        """The selection reports what the source of the current claim says."""
        annotate_mode = self._annotate_mode
        analyst_view, claim, words = (
            annotate_mode.analyst_view,
            annotate_mode.claim_meant,
            annotate_mode.words_meant,
        )
        if analyst_view is None or claim is None or words is None:
            raise UserError(
                "Nobody is selected who could report it",
                hint="Select who cites the speaker (“the Post”), then press Shift+S.",
            )
        annotate_mode.save(claim_edits.report(analyst_view, claim.id, words))
        self._settle(analyst_view.copies.get(claim.id, claim.id))

    def _settle(self, id_: str) -> None:
        self._view.set_selection(None)
        self._annotate_mode.selection = None
        self._annotate_mode.point_at(id_)

    def _sheet_and_claim(self) -> tuple[AnalystView, Claim]:
        annotate_mode = self._annotate_mode
        if annotate_mode.analyst_view is None or not isinstance(annotate_mode.current, Claim):
            raise UserError(
                "This needs a claim, and none is chosen",
                hint="Click a claim’s card or go to one with Space, then try again.",
            )
        return annotate_mode.analyst_view, annotate_mode.current

    # -- before submitting -----------------------------------------------------------------

    def is_ready(self, analyst_view: AnalystView) -> bool:
        """Whether every claim can be read by itself; the first time it is said and shown.

        Asked again about the same claims, they are let through.
        """
        ordered = in_text_order(analyst_view.claims)
        unread = [claim for claim in ordered if is_open(claim)]
        other = [c for c in ordered if self._annotate_mode.of_other_words(c) and c not in unread]
        left = [claim for claim in ordered if claim in unread or claim in other]
        asked = (analyst_view.article.id, frozenset(claim.id for claim in left))
        if not left or self._warned == asked:
            return True
        self._warned = asked
        self._annotate_mode.point_at(left[0].id)
        self._around.turn_to("fields")  # the keys stay with the article: nobody chose a field
        said = []
        if unread:
            said.append(
                self.tr(
                    "%n claim(s) cannot be read without the article: the stand-alone form is empty, "
                    "or has something in brackets.",
                    None,
                    len(unread),
                )
            )
        if other:
            said.append(
                self.tr(
                    "%n claim(s) have a stand-alone form that was written for other words.",
                    None,
                    len(other),
                )
            )
        said.append(self.tr("{key} again submits as it is.").format(key=native("submit")))
        self._around.say(" ".join(said))
        return False

    # -- names -----------------------------------------------------------------------------

    @command("link_entity", Mode.ANNOTATE)
    def link_entity(self) -> None:
        """Ask what the current entity stands for; what it was before is offered first."""
        annotate_mode = self._annotate_mode
        if annotate_mode.analyst_view is None or not isinstance(annotate_mode.current, Entity):
            raise UserError(
                "Only an entity stands for something, and none is chosen",
                hint="Click a name that is labelled, or go to one with Space.",
            )
        offered = entity_linking.offers(
            self._annotate_mode.session, annotate_mode.analyst_view, annotate_mode.current
        )
        words = annotate_mode.analyst_view.words_of(annotate_mode.current)
        picker = LinkPicker(words, offered, annotate_mode.current.kb_id, self._around.widget)
        picker.chosen.connect(self._link)
        picker.open()

    def _link(self, chosen: str) -> None:
        annotate_mode = self._annotate_mode
        if annotate_mode.analyst_view is None:
            return
        if chosen.startswith(OPEN):
            self.open_id(chosen.removeprefix(OPEN))
            return
        wanted = None if chosen == NONE else chosen
        annotate_mode.save(
            entity_linking.link(annotate_mode.analyst_view, annotate_mode.current_id, wanted)
        )

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
