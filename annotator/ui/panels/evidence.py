"""What sources say of the current claim, and the verdict on it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.changes import Change
from annotator.core.editing import evidence_edits
from annotator.core.editing.analyst_view import AnalystView
from annotator.core.model import Claim, Evidence, Verdict, with_
from annotator.core.scheme import Scheme
from annotator.core.sources.verdict_policy import Ruled
from annotator.core.urls import BadAddress
from annotator.ui.translation import error_words

from ..appearance.label_colours import theme_now
from ..command_table.key_hints import key_of, native
from ..modes.annotate import AnnotateMode
from ..widgets.chips import KeyCap, LabelChip
from ..widgets.dialog import button, line, rule
from ..widgets.open_address import OpenAddress
from .evidence_card import EvidenceCard
from .panel import Panel
from .record_forms import claim_names
from .similar_claims import SimilarClaimsList
from .verdict_box import VerdictBox

_LONG = 280  # characters of the claim that are shown


class EvidencePanel(Panel):
    """Follows the current claim; an entity leaves the claim before it in sight."""

    name = "evidence"
    order = 15

    def __init__(self, annotate_mode: AnnotateMode, parent: QWidget | None = None) -> None:
        super().__init__(annotate_mode, parent)
        self._language = QLocale().name()
        self._analyst_view: AnalystView | None = None
        self._claim_id = ""
        self._wanted = ""  # evidence that is to have the focus once it is shown
        self._cards: list[EvidenceCard] = []
        self._scheme: Scheme | None = None
        self.verdict: VerdictBox
        self.similar_claims: SimilarClaimsList
        self._body = QWidget(self)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(14, 12, 12, 16)
        self._column.setSpacing(9)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._body)
        self._empty = self._how_to_begin()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._scroll)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._build_head()
        annotate_mode.echoes_found.connect(self._show_echoes)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("EvidencePanel", "Evidence")

    def _how_to_begin(self) -> QWidget:
        made = QWidget(self)
        column = QVBoxLayout(made)
        column.setContentsMargins(20, 24, 20, 20)
        column.setSpacing(8)
        column.addWidget(line(self.tr("No claim is chosen"), "heading", made))
        said = self.tr(
            "Click a claim’s card, or select words and press {claim}. Then {link} links a source "
            "that supports or refutes it, and {verdict} gives the verdict."
        ).format(
            claim=native("claim"), link=native("link_evidence"), verdict=native("give_verdict")
        )
        column.addWidget(line(said, "muted", made))
        column.addStretch(1)
        return made

    def _build_head(self) -> None:
        self._ref = LabelChip("", "#000000", self._body)
        self._kind = line("", "muted", self._body)
        self._words = line("", "heading", self._body)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._ref)
        top.addWidget(self._kind, 1)
        self._column.addLayout(top)
        self._column.addWidget(self._words)
        self._column.addWidget(rule(self._body))
        self._echo_place = QVBoxLayout()
        self._column.addLayout(self._echo_place)
        self.link = button(self.tr("Link a source…"), self._ask_to_link, self._body)
        self._column.addLayout(_heading(self.tr("Evidence"), self.link, "link_evidence"))
        self._none = line("", "muted", self._body)
        self._none.setText(
            self.tr(
                "Nothing is linked yet. Find a source by its name, paste its link, or drag it "
                "from the sources onto the claim."
            )
        )
        self._column.addWidget(self._none)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._column.addLayout(self._list)
        self._column.addWidget(rule(self._body))
        self._column.addLayout(_heading(self.tr("Verdict"), None, "give_verdict"))
        self._verdict_place = QVBoxLayout()
        self._column.addLayout(self._verdict_place)
        self._column.addStretch(1)

    # -- showing ---------------------------------------------------------------------------

    def show_sheet(self, analyst_view: AnalystView | None) -> None:
        here = self._analyst_view
        if here is not None and (
            analyst_view is None or here.article.id != analyst_view.article.id
        ):
            self.flush()
            self._claim_id = ""
        self._analyst_view = analyst_view
        self._use_scheme()
        self._show()

    def show_current(self, id_: str) -> None:
        found = self._analyst_view.markable(id_) if self._analyst_view else None
        if isinstance(found, Claim) and id_ != self._claim_id:
            self.flush()
            self._claim_id = id_
        elif not id_:
            self._claim_id = ""
        self._show()

    def point_at(self, evidence_id: str) -> None:
        """Bring a piece of evidence into sight and put the cursor on what it says."""
        self._wanted = evidence_id
        self._focus_wanted()

    def focus_verdict(self) -> None:
        """Put the cursor on the verdict."""
        if self._scheme is not None and self._stack.currentWidget() is self._scroll:
            self.verdict.setFocus()
            self._scroll.ensureWidgetVisible(self.verdict)

    def _use_scheme(self) -> None:
        scheme = self.annotate_mode.session.scheme
        if scheme == self._scheme:
            return
        if self._scheme is not None:
            self.verdict.deleteLater()
            self.similar_claims.deleteLater()
            for card in self._cards:
                card.deleteLater()
            self._cards = []
        self._scheme = scheme
        self.verdict = VerdictBox(scheme, self._language, self._body)
        self.verdict.given.connect(self._decide)
        self.verdict.withdrawn.connect(self._withdraw)
        self.verdict.published.connect(self._publish)
        self._verdict_place.addWidget(self.verdict)
        self.similar_claims = SimilarClaimsList(scheme, self._language, self._body)
        self.similar_claims.carry_asked.connect(self.annotate_mode.carry_asked)
        self.similar_claims.open_asked.connect(self.annotate_mode.claim_wanted)
        self._echo_place.addWidget(self.similar_claims)

    def _show(self) -> None:
        claim = self._claim()
        if claim is None or self._analyst_view is None or self._scheme is None:
            for card in self._cards:
                card.show_evidence(None, None)
            self._stack.setCurrentWidget(self._empty)
            return
        analyst_view = self._analyst_view
        self._show_claim(analyst_view, claim)
        self._show_cards(analyst_view, claim)
        self._show_echoes(claim.id)
        verdicts = analyst_view.verdicts_of(claim.id)
        self.verdict.show_claim(
            claim.id,
            verdicts,
            self.annotate_mode.session.source_library.verdict_policy,
            self._ruling,
        )
        self._stack.setCurrentWidget(self._scroll)
        self.setFocusProxy(self._cards[0] if analyst_view.evidence_of(claim.id) else self.link)
        self._focus_wanted()

    def _show_claim(self, analyst_view: AnalystView, claim: Claim) -> None:
        assert self._scheme is not None
        self._ref.show_label(claim_names(analyst_view)[claim.id], theme_now().claim.strong.name())
        kind = self._scheme.attribute("claim", "kind").value(claim.kind).name
        self._kind.setText(kind.to(self._language))
        words = claim.normalized_text or analyst_view.words_of(claim)
        short = words if len(words) <= _LONG else words[: _LONG - 2].rsplit(" ", 1)[0] + " …"
        self._words.setText(short)

    def _show_cards(self, analyst_view: AnalystView, claim: Claim) -> None:
        assert self._scheme is not None
        linked = analyst_view.evidence_of(claim.id)
        while len(self._cards) < len(linked):
            card = EvidenceCard(self._amend, self._scheme, self._language)
            card.remove_asked.connect(self._unlink)
            card.open_asked.connect(self._open)
            card.source_asked.connect(self.annotate_mode.source_shown)
            card.read_asked.connect(self.annotate_mode.source_read)
            self._cards.append(card)
            self._list.addWidget(card)
        for number, card in enumerate(self._cards):
            is_used = number < len(linked)
            each = linked[number] if is_used else None
            source = analyst_view.source(each.source_id) if each else None
            checked = self.annotate_mode.keeper.check(each, source) if each and source else None
            card.show_evidence(each, source, checked)
            card.setVisible(is_used)
        self._none.setVisible(not linked)

    def _show_echoes(self, claim_id: str) -> None:
        """What was said before, as far as it has been found; nothing while it is looked for."""
        if self._scheme is not None and claim_id == self._claim_id:
            self.similar_claims.show_found(self.annotate_mode.similar_claims.get(claim_id, ()))

    def _claim(self) -> Claim | None:
        """The claim, or the own copy that a suggestion has become."""
        analyst_view = self._analyst_view
        if analyst_view is None or not self._claim_id:
            return None
        self._claim_id = analyst_view.copies.get(self._claim_id, self._claim_id)
        found = analyst_view.markable(self._claim_id)
        if not isinstance(found, Claim):
            return None
        is_there = analyst_view.is_suggestion(found.id) or found.id in analyst_view.mine_by_id
        return found if is_there else None

    def _focus_wanted(self) -> None:
        card = next((c for c in self._cards if c.id and c.id == self._wanted), None)
        if card is not None and self.isVisible():
            self._wanted = ""
            card.setFocus()
            # once it has been given its place
            QTimer.singleShot(0, card, lambda: self._scroll.ensureWidgetVisible(card))

    # -- doing -----------------------------------------------------------------------------

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        for card in self._cards:
            card.flush()
        if self._scheme is not None:
            self.verdict.flush()

    def leave(self) -> None:
        try:
            self.flush()
        finally:
            self._analyst_view = None  # nothing more is saved: see `_amend`
            for card in self._cards:
                card.show_evidence(None, None)

    def _amend(self, id_: str, fields: dict[str, Any], visit: Change | None) -> Change | None:
        """Save fields; also when another article has been opened since they were typed."""
        here = self._analyst_view
        if here is None:
            return None
        fields = self._with_place(here, id_, fields)
        there = self.annotate_mode.analyst_view
        session = self.annotate_mode.session
        if there is not None and there.article.id == here.article.id:
            wanted = evidence_edits.amend_evidence(there, id_, **fields)
            return self.annotate_mode.save(session.going_on(wanted, visit))
        there = session.analyst_view(here.article.id)
        return session.do(evidence_edits.amend_evidence(there, id_, **fields))

    def _with_place(self, here: AnalystView, id_: str, fields: dict[str, Any]) -> dict[str, Any]:
        """With a quotation that stands in the kept file, its place too, where none is given."""
        known = here.mine_by_id.get(id_)
        if not fields.get("quote") or not isinstance(known, Evidence) or known.locator:
            return fields
        source = here.source(known.source_id)
        quoted = with_(known, quote=fields["quote"])
        checked = self.annotate_mode.keeper.check(quoted, source) if source is not None else None
        if checked is None or not checked.locator:
            return fields
        return {"locator": checked.locator} | fields

    def _ask_to_link(self) -> None:
        self.annotate_mode.link_asked.emit()

    def _unlink(self, id_: str) -> None:
        if self.annotate_mode.analyst_view is not None:
            self.annotate_mode.save(evidence_edits.unlink(self.annotate_mode.analyst_view, [id_]))

    def _open(self, address: str) -> None:
        OpenAddress(address, self.window()).open()

    def _ruling(self, fields: dict[str, Any]) -> Ruled | None:
        if self._analyst_view is None:
            return None
        wanted = Verdict(id="", layer_id="", claim_id=self._claim_id, **fields)
        return evidence_edits.ruling(
            self._analyst_view, self.annotate_mode.session.source_library.verdict_policy, wanted
        )

    def _decide(self, fields: dict[str, Any]) -> None:
        if self.annotate_mode.analyst_view is not None:
            verdict_policy = self.annotate_mode.session.source_library.verdict_policy
            self.annotate_mode.save(
                evidence_edits.decide(
                    self.annotate_mode.analyst_view, verdict_policy, self._claim_id, **fields
                )
            )

    def _publish(self, address: str) -> None:
        if self.annotate_mode.analyst_view is not None:
            try:
                change = evidence_edits.publish(
                    self.annotate_mode.analyst_view, self._claim_id, address
                )
            except BadAddress as err:
                self.verdict.complain("\n".join(filter(None, error_words(err))))
            else:
                self.annotate_mode.save(change)

    def _withdraw(self) -> None:
        if self.annotate_mode.analyst_view is not None:
            self.annotate_mode.save(
                evidence_edits.withdraw(self.annotate_mode.analyst_view, self._claim_id)
            )


def _heading(words: str, pressed: QPushButton | None, action_id: str) -> QHBoxLayout:
    """A heading with a button at its right and the key for it."""
    row = QHBoxLayout()
    row.setSpacing(6)
    label = QLabel(words)
    label.setProperty("role", "heading")
    row.addWidget(label, 1)
    if pressed is not None:
        row.addWidget(pressed)
    row.addWidget(KeyCap(key_of(action_id)))
    return row
