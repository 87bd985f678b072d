"""The fields of the current annotation, all of them, each saved as soon as it is edited."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.changes import Change
from annotator.core.editing import annotation_edits, attribution_edits
from annotator.core.editing.analyst_view import AnalystView, Markable
from annotator.core.model import Attribution, Claim, Entity, spans_of
from annotator.core.scheme import Scheme
from annotator.services.entity_linking import offers
from annotator.ui.presenters.suggestion_reasons import reason

from ..appearance.label_colours import theme_now
from ..command_table.key_hints import key_of, native
from ..modes.annotate import AnnotateMode
from ..settings import Settings
from ..widgets.chips import KeyCap, LabelChip
from ..widgets.dialog import line, rule
from ..widgets.form import tab_through
from .panel import Panel
from .record_forms import AttributionForm, ClaimForm, EntityForm, claim_names

_LONG = 320  # characters of an annotation's words that are shown


class FieldsPanel(Panel):
    """Follows the current annotation; what is typed is saved to the one it was typed for."""

    name = "fields"
    order = 10

    def __init__(self, annotate_mode: AnnotateMode, parent: QWidget | None = None) -> None:
        super().__init__(annotate_mode, parent)
        self._analyst_view: AnalystView | None = None
        self._id = ""
        self._scheme: Scheme | None = None
        self._language = QLocale().name()
        self._attributions: list[AttributionForm] = []
        self._empty = _how_to_begin(
            self.tr("Nothing is chosen"),
            self.tr(
                "Click an annotation in the article, or press {next} for the next suggestion. "
                "To make a new one, select words and press a label’s key, or {claim} for a claim."
            ).format(next=native("next_undecided"), claim=native("claim")),
        )
        self._head = Heading(self)
        self._head.accept.clicked.connect(self._accept)
        self._head.reject.clicked.connect(self._reject)
        self._body = QWidget(self)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(14, 12, 12, 16)
        self._column.setSpacing(10)
        self._column.addWidget(self._head)
        self._column.addWidget(rule(self))
        self._forms = QVBoxLayout()
        self._forms.setSpacing(10)
        self._column.addLayout(self._forms)
        self._below = QVBoxLayout()  # what comes after who says a claim
        self._column.addLayout(self._below)
        self._column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._body)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._scroll)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("FieldsPanel", "Fields")

    # -- showing ---------------------------------------------------------------------------

    def show_sheet(self, analyst_view: AnalystView | None) -> None:
        here, there = self._analyst_view, analyst_view
        if here is not None and (there is None or here.article.id != there.article.id):
            self.flush()  # while the old article is still known
        self._analyst_view = analyst_view
        self._use_scheme()
        self._show()

    def show_current(self, id_: str) -> None:
        if id_ != self._id:
            self.flush()
        self._id = id_
        self._show()

    def _use_scheme(self) -> None:
        """Build the forms, and again where the labels have been edited."""
        scheme = self.annotate_mode.session.scheme
        if scheme == self._scheme:
            return
        for layout in (self._forms, self._below):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
        self._scheme = scheme
        self.entity_form = EntityForm(self._amend, scheme, self._language)
        self.claim_form = ClaimForm(self._amend, scheme, self._language)
        self.claim_form.left.connect(self.left)
        self._said = QLabel(self.tr("Who says it"), self)
        self._said.setProperty("role", "heading")
        self._other_words = _Notice(self)
        self._other_words.confirm.clicked.connect(self._confirm_form)
        self._itself = QToolButton(self)
        self._itself.setText(self.tr("The article itself says it"))
        self._itself.setToolTip(
            self.tr("Nobody is named who says this claim ({key})").format(
                key=native("article_itself")
            )
        )
        self._itself.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._itself.clicked.connect(self.annotate_mode.article_itself)
        self._nobody = line(
            self.tr(
                "The article itself: nobody is named. If somebody says it, select who and "
                "press {source}, then the words that attribute it and press {cue}."
            ).format(source=native("source"), cue=native("cue")),
            "muted",
            self,
        )
        self._attributions = []
        above = (self._other_words, self.entity_form, self.claim_form, self._said, self._nobody)
        for widget in above:
            self._forms.addWidget(widget)
        self._forms.addWidget(self._itself, 0, Qt.AlignmentFlag.AlignLeft)
        self._below.addWidget(self.claim_form.rest)
        self.claim_form.fold.toggled.connect(self._unfold)

    def _unfold(self, is_open: bool) -> None:
        """Show what is rarely changed, or hide it; remembered for the next time."""
        Settings().more_fields = is_open
        for fold in (self.claim_form.fold, *(card.fold for card in self._attributions)):
            fold.unfold(is_open)

    def _show(self) -> None:
        """Bring everything on the page in step with the analyst's view and the current annotation."""
        analyst_view = self._analyst_view
        found = _standing(analyst_view, self._id) if analyst_view else None
        if analyst_view is None or found is None or self._scheme is None:
            if self._scheme is not None:
                self._let_go()
            self._stack.setCurrentWidget(self._empty)
            self.setFocusProxy(self._empty)
            return
        self._head.show_annotation(analyst_view, found, self._scheme, self._language)
        is_claim = isinstance(found, Claim)
        self.entity_form.show_record(found if isinstance(found, Entity) else None)
        if isinstance(found, Entity):
            is_open = found.kb_id is None
            self.entity_form.offer_link(
                offers(self.annotate_mode.session, analyst_view, found) if is_open else ()
            )
        if isinstance(found, Claim):
            self.claim_form.show_claim(analyst_view, found)
        else:
            self.claim_form.show_record(None)
        self.entity_form.setVisible(not is_claim)
        self.claim_form.setVisible(is_claim)
        self.claim_form.rest.setVisible(is_claim)
        self._show_attributions(analyst_view, found)
        written = self.annotate_mode.of_other_words(found) if isinstance(found, Claim) else None
        self._other_words.setVisible(written is not None)
        if written is not None:
            text = analyst_view.article.text
            self._other_words.tell(" … ".join(span.of(text) for span in written.spans))
        first = "normalized_text" if is_claim else "label"
        form = self.claim_form if is_claim else self.entity_form
        self.setFocusProxy(form.editor(first))
        self._stack.setCurrentWidget(self._scroll)

    def _show_attributions(self, analyst_view: AnalystView, found: Markable) -> None:
        is_claim = isinstance(found, Claim)
        wanted = analyst_view.attributions_of(found.id) if is_claim else ()
        assert self._scheme is not None
        while len(self._attributions) < len(wanted):
            card = AttributionForm(self._amend, self._scheme, self._language)
            card.remove_asked.connect(self._remove_attribution)
            card.fold.toggled.connect(self._unfold)
            self._attributions.append(card)
            self._forms.insertWidget(self._forms.indexOf(self._itself), card)
            tab_through((self.claim_form, *self._attributions, self._itself, self.claim_form.rest))
        for number, card in enumerate(self._attributions):
            if number < len(wanted):
                card.show_attribution(analyst_view, wanted[number])
            else:
                card.form.show_record(None)
            card.setVisible(number < len(wanted))
        self._said.setVisible(is_claim)
        self._nobody.setVisible(is_claim and not wanted)
        self._itself.setVisible(bool(wanted))

    def _let_go(self) -> None:
        for form in (self.entity_form, self.claim_form, *(c.form for c in self._attributions)):
            form.show_record(None)

    # -- editing ---------------------------------------------------------------------------

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        if self._scheme is not None:
            for form in (self.entity_form, self.claim_form, *(c.form for c in self._attributions)):
                form.flush()

    def leave(self) -> None:
        if self._scheme is None:
            return
        try:
            self.flush()
        finally:
            self._analyst_view = None  # nothing more is saved: see `_amend`
            self._let_go()

    def _amend(self, id_: str, fields: dict[str, Any], visit: Change | None) -> Change | None:
        """Save fields; also when another article has been opened since they were typed."""
        here = self._analyst_view
        if here is None:
            return None
        article_id = here.article.id
        if (
            self.annotate_mode.analyst_view is not None
            and self.annotate_mode.analyst_view.article.id == article_id
        ):
            return self.annotate_mode.amend(id_, of=self._id, after=visit, **fields)
        session = self.annotate_mode.session
        there = session.analyst_view(article_id)
        if isinstance(there.get(id_), Attribution):
            return session.do(attribution_edits.amend(there, self._id, id_, **fields))
        return session.do(annotation_edits.amend(there, id_, **fields))

    def _confirm_form(self) -> None:
        found = _standing(self._analyst_view, self._id) if self._analyst_view else None
        if isinstance(found, Claim):
            self.annotate_mode.confirm_form(found)

    def _remove_attribution(self, id_: str) -> None:
        self.annotate_mode.detach(id_)

    def _accept(self) -> None:
        self.flush()
        self.annotate_mode.accept()

    def _reject(self) -> None:
        self.annotate_mode.reject()
        if self._head.isVisible():
            self._head.reject.setFocus()  # it was taken away while nothing was current


class _Notice(QFrame):
    """That the stand-alone form was written for other words, and that it fits all the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._said = line("", "error", self)
        self._words = line("", "muted", self)
        self.confirm = QToolButton(self)
        self.confirm.setText(self.tr("It fits these words, too"))
        self.confirm.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._said.setText(self.tr("The stand-alone form was written for other words:"))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(5)
        column.addWidget(self._said)
        column.addWidget(self._words)
        column.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignLeft)

    def tell(self, words: str) -> None:
        self._words.setText(_quoted(words))


class Heading(QWidget):
    """What is current: its words, who suggested it and why, and the two answers to that."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chip = LabelChip("", "#000000", self)
        self._kind = QLabel(self)
        self._kind.setProperty("role", "muted")
        self._words = line("", "heading", self)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._why = line("", "muted", self)
        self.accept = _answer(self.tr("Accept"), self)
        self.reject = _answer(self.tr("Reject"), self)
        self._keys = KeyCap(key_of("accept"), self), KeyCap("", self)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._chip)
        top.addWidget(self._kind, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button, key in zip((self.accept, self.reject), self._keys, strict=True):
            buttons.addWidget(button)
            buttons.addWidget(key)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._words)
        column.addWidget(self._why)
        column.addLayout(buttons)

    def show_annotation(
        self, analyst_view: AnalystView, found: Markable, scheme: Scheme, language: str
    ) -> None:
        is_suggested = analyst_view.is_suggestion(found.id)
        state = self.tr("suggested") if is_suggested else self.tr("yours")
        if isinstance(found, Entity):
            label = scheme.label(found.label)
            self._chip.show_label(label.code, label.colour)
            name = label.named(language)
        else:
            self._chip.show_label(
                claim_names(analyst_view)[found.id], theme_now().claim.strong.name()
            )
            name = self.tr("Claim")
        self._kind.setText(f"{name} · {state}")
        text = analyst_view.article.text
        words = "\n".join(_quoted(span.of(text)) for span in spans_of(found))
        self._words.setText(words)
        self._why.setText(self._reason(found))
        self._why.setVisible(bool(found.why or found.confidence is not None))
        many = len(analyst_view.alike(found.id)) if is_suggested else 0
        accept = self.tr("Accept")
        self.accept.setText(f"{accept} ({many})" if many > 1 else accept)
        self.accept.setVisible(is_suggested)
        self._keys[0].setVisible(is_suggested)
        self.reject.setText(self.tr("Reject") if is_suggested else self.tr("Remove"))
        self._keys[1].set_keys(key_of("reject" if is_suggested else "remove"))

    def _reason(self, found: Markable) -> str:
        parts = []
        if found.why:
            parts.append(self.tr("Suggested by {reason}").format(reason=reason(found.why)))
        if found.confidence is not None:
            share = f"{found.confidence:.0%}"
            parts.append(self.tr("confidence {share}").format(share=share))
        return " · ".join(parts)


def _answer(words: str, parent: QWidget) -> QToolButton:
    made = QToolButton(parent)
    made.setText(words)
    made.setMinimumWidth(76)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def _how_to_begin(title: str, words: str) -> QWidget:
    """A page for where there is nothing to show."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(20, 24, 20, 20)
    column.setSpacing(8)
    column.addWidget(line(title, "heading", made))
    column.addWidget(line(words, "muted", made))
    column.addStretch(1)
    return made


def _standing(analyst_view: AnalystView, id_: str) -> Markable | None:
    """The annotation, or the own copy that a suggestion has just become."""
    mine: tuple[Markable, ...] = (*analyst_view.entities, *analyst_view.claims)
    for own in mine:
        if own.derived_from == id_:
            return own
    found = analyst_view.markable(id_)
    return found if found is not None and _is_there(analyst_view, found) else None


def _is_there(analyst_view: AnalystView, found: Markable) -> bool:
    """Not a suggestion that was rejected."""
    return (
        analyst_view.is_suggestion(found.id)
        or found in analyst_view.entities
        or found in analyst_view.claims
    )


def _quoted(words: str) -> str:
    short = words if len(words) <= _LONG else words[: _LONG - 2].rsplit(" ", 1)[0] + " …"
    return f"“{short}”"
