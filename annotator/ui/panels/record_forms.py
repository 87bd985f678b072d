"""The fields of an entity, a claim and an attribution. Vocabularies come from the scheme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.core.changes import Change
from annotator.core.editing.analyst_view import AnalystView
from annotator.core.editing.speakers import known_as, speakers
from annotator.core.highlight_layout import in_text_order
from annotator.core.model import Attribution, Claim
from annotator.core.scheme import Scheme
from annotator.services.entity_linking import LinkCandidate

from ..command_table.key_hints import native
from ..presenters.telling import agent_name
from ..settings import Settings
from ..widgets.dialog import line
from ..widgets.editors import (
    ChoiceEditor,
    DegreeEditor,
    FlagEditor,
    LineEditor,
    ManyEditor,
    NameEditor,
    Option,
    TextEditor,
    choices,
)
from ..widgets.form import Amend, Fold, Form
from ..widgets.id_editor import IdEditor

_SHORT = 46  # characters of a claim in a list of claims


class EntityForm(Form):
    """Label, normal form, link, note."""

    def __init__(self, amend: Amend, scheme: Scheme, language: str) -> None:
        super().__init__(amend)
        offered = [
            Option(
                label.code,
                f"{label.code}   {label.named(language)}"
                + (f"   {label.key}" if label.key else ""),
                label.definition.to(language),
                label.colour,
            )
            for label in scheme.offered()
        ]
        self.add("label", self.tr("Label"), ChoiceEditor(offered))
        self.add(
            "subtype",
            self.tr("Subtype"),
            LineEditor(),
            tip=self.tr("A finer class of your own, such as GPE or NEWSPAPER"),
        )
        self.add(
            "normalized",
            self.tr("Normal form"),
            LineEditor(),
            tip=self.tr("The full name, or the date as 2024-01-04"),
        )
        self.add(
            "kb_id",
            self.tr("Link"),
            IdEditor(),
            tip=self.tr("A Wikidata number (Q…) or an address that identifies it"),
        )
        self.add("note", self.tr("Note"), TextEditor(), wide=True)
        self.add("unsure", "", FlagEditor(self.tr("Unsure: come back to it")))

    def offer_link(self, offered: Sequence[LinkCandidate]) -> None:
        """Say what the name was before, or is in the project's list."""
        editor = self.editor("kb_id")
        assert isinstance(editor, IdEditor)
        said = self.tr("{id}? Press {key} in the article")
        first = offered[0].kb_id if offered else ""
        editor.offer(said.format(id=first, key=native("link_entity")) if first else "")


class ClaimForm(Form):
    """What is claimed and how much it matters.

    ``left``: Return in the stand-alone form, back to the article.
    """

    def __init__(self, amend: Amend, scheme: Scheme, language: str) -> None:
        super().__init__(amend)
        text = TextEditor(most=8, is_one_paragraph=True)
        self.left = text.ended
        text.setPlaceholderText(self.tr("The claim in words that can be understood alone"))
        self.add("normalized_text", self.tr("Stand-alone form"), text, wide=True)
        self.rest = QWidget()  # below who says it: how much it matters, then what is rarely changed
        first, self.fold = QWidget(), Fold(self.tr("More about the claim"), is_open=_unfolds())
        column = QVBoxLayout(self.rest)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(first)
        column.addWidget(self.fold)
        self.continue_in(first)
        for code in ("check_worthiness", "kind", "cw_reasons", "certainty", "time_reference"):
            if code == "kind":
                self.continue_in(self.fold.body)
            attribute = scheme.attribute("claim", code)
            offered = choices(attribute, language)
            if code == "time_reference":
                offered.insert(0, Option(None, self.tr("not said")))
            made: QWidget
            if code == "check_worthiness":
                made = DegreeEditor(offered)
            elif code == "cw_reasons":
                made = ManyEditor(offered)
            else:
                made = ChoiceEditor(offered)
            self.add(
                code,
                attribute.name.to(language),
                made,
                tip=attribute.definition.to(language),
                wide=code == "cw_reasons",
            )
        verifiable = scheme.attribute("claim", "verifiable")
        flag = FlagEditor(verifiable.name.to(language), verifiable.definition.to(language))
        self.add("verifiable", "", flag)
        self.add(
            "claim_date",
            self.tr("Claimed on"),
            LineEditor(),
            tip=self.tr("When it was said, if not with the article: 2024-01-04, 2024-01 or 2024"),
        )
        self.add("part_of", self.tr("Part of"), ChoiceEditor())
        self.add("note", self.tr("Note"), TextEditor(), wide=True)
        self.add("unsure", "", FlagEditor(self.tr("Unsure: come back to it")))

    def show_claim(self, analyst_view: AnalystView, claim: Claim) -> None:
        """Show *claim*, with the other claims of the article to be a part of."""
        whole = self.editor("part_of")
        assert isinstance(whole, ChoiceEditor)
        names = claim_names(analyst_view)
        known = {c.id: c for c in analyst_view.shown_claims}
        offered = [Option(None, self.tr("no other claim"))]
        for each in in_text_order(analyst_view.shown_claims):
            is_own = not analyst_view.is_suggestion(each.id)
            if (is_own and not _is_inside(each, claim, known)) or each.id == claim.part_of:
                words = _short(analyst_view.words_of(each))
                offered.append(Option(each.id, f"{names[each.id]}   {words}"))
        whole.offer(offered)
        self.show_record(claim)


class AttributionForm(QFrame):
    """A card that says who asserts a claim, and how."""

    remove_asked = Signal(str)

    def __init__(self, amend: Amend, scheme: Scheme, language: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._who = QLabel(self)
        self._who.setProperty("role", "heading")
        self._who.setWordWrap(True)
        self._where = line("", "muted", self)
        self._remove = QToolButton(self)
        self._remove.setText("✕")
        self._remove.setProperty("variant", "quiet")
        self._remove.setToolTip(self.tr("Not who says this claim; other claims keep it"))
        self._remove.setAccessibleName(self.tr("Remove this attribution"))
        self._remove.clicked.connect(self._ask_to_remove)
        self._amend_record = amend
        self._analyst_view: AnalystView | None = None
        self.form = Form(self._amend, self)
        self.fold = Fold(self.tr("More about who says it"), is_open=_unfolds())
        self._add_fields(scheme, language)
        head = QHBoxLayout()
        head.addWidget(self._who, 1)
        head.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(self._where)
        column.addWidget(self.form)
        column.addWidget(self.fold)

    def _add_fields(self, scheme: Scheme, language: str) -> None:
        form = self.form
        form.add("agent", self.tr("Name"), NameEditor(), tip=self.tr("Who says it"))
        form.continue_in(self.fold.body)
        for code in (
            "agent_type",
            "anonymity",
            "type",
            "quote_mode",
            "author_stance",
            "certainty",
        ):
            attribute = scheme.attribute("attribution", code)
            caption = attribute.name.to(language)
            if code == "anonymity":
                caption = self.tr("Named")
            tip = attribute.definition.to(language)
            form.add(code, caption, ChoiceEditor(choices(attribute, language)), tip=tip)
        implicit = scheme.attribute("attribution", "source_implicit")
        flag = FlagEditor(implicit.name.to(language), implicit.definition.to(language))
        form.add("source_implicit", "", flag)
        form.add(
            "nested_in",
            self.tr("Reported by"),
            ChoiceEditor(),
            tip=self.tr("Who cites the speaker: “according to the Post, officials said”"),
        )

    def show_attribution(self, analyst_view: AnalystView, attribution: Attribution) -> None:
        """Show another attribution, or the same one anew."""
        self._who.setText(agent_name(analyst_view.article.text, attribution))
        text = analyst_view.article.text
        parts = []
        others = sum(1 for id_ in attribution.claims if analyst_view.markable(id_)) - 1
        if attribution.source_spans:
            words = " … ".join(span.of(text) for span in attribution.source_spans)
            parts.append(self.tr("Speaker: “{words}”").format(words=words))
        if attribution.cue_spans:
            words = " … ".join(span.of(text) for span in attribution.cue_spans)
            parts.append(self.tr("Cue: “{words}”").format(words=words))
        if others > 0:
            parts.append(
                self.tr("Says %n other claim(s), too: they keep it as it is", None, others)
            )
        self._where.setText("\n".join(parts))
        self._where.setVisible(bool(parts))
        self._analyst_view = analyst_view
        names = self.form.editor("agent")
        assert isinstance(names, NameEditor)
        names.offer(speaker.name for speaker in speakers(analyst_view))
        outer = self.form.editor("nested_in")
        assert isinstance(outer, ChoiceEditor)
        offered = [Option(None, self.tr("nobody else"))]
        offered += [
            Option(each.id, agent_name(analyst_view.article.text, each))
            for each in _could_report(analyst_view, attribution)
        ]
        outer.offer(offered)
        self.form.show_record(attribution)

    def _amend(self, id_: str, fields: dict[str, Any], visit: Change | None) -> Change | None:
        """A name that is known in the article brings its type and whether it is named."""
        if "agent" in fields and self._analyst_view is not None:
            speaker = known_as(self._analyst_view, fields["agent"])
            if speaker is not None and all(
                attribution.id != id_ for attribution in speaker.attributions
            ):
                fields = {**speaker.fields, **fields}
        return self._amend_record(id_, fields, visit)

    def _ask_to_remove(self) -> None:
        if self.form.record is not None:
            self.remove_asked.emit(self.form.record.id)


def claim_names(analyst_view: AnalystView) -> dict[str, str]:
    """Claims by id: C1, C2 … as in the margin of the article."""
    ordered = in_text_order(analyst_view.shown_claims)
    return {claim.id: f"C{number}" for number, claim in enumerate(ordered, 1)}


def captions(scheme: Scheme, language: str) -> dict[str, str]:
    """What each field of a record is called in lists of what was changed."""
    made = {
        "note": QCoreApplication.translate("Captions", "Note"),
        "unsure": QCoreApplication.translate("Captions", "Unsure"),
        "subtype": QCoreApplication.translate("Captions", "Subtype"),
        "normalized": QCoreApplication.translate("Captions", "Normal form"),
        "kb_id": QCoreApplication.translate("Captions", "Link"),
        "normalized_text": QCoreApplication.translate("Captions", "Stand-alone form"),
        "claim_date": QCoreApplication.translate("Captions", "Claimed on"),
        "part_of": QCoreApplication.translate("Captions", "Part of"),
        "agent": QCoreApplication.translate("Captions", "Who says it"),
        "nested_in": QCoreApplication.translate("Captions", "Reported by"),
        "label": QCoreApplication.translate("Captions", "Label"),
    }
    made.update(
        (attribute.code, attribute.name.to(language))
        for attribute in scheme.attributes
        if attribute.of in ("claim", "attribution")
    )
    return made


def _unfolds() -> bool:
    return Settings().more_fields


def _is_inside(each: Claim, claim: Claim, known: dict[str, Claim]) -> bool:
    """Whether *each* is *claim* or one of its parts, so that it cannot hold it."""
    seen: set[str] = set()
    here: Claim | None = each
    while here is not None and here.id not in seen:
        if here.id == claim.id:
            return True
        seen.add(here.id)
        here = known.get(here.part_of) if here.part_of else None
    return False


def _could_report(analyst_view: AnalystView, inner: Attribution) -> Iterable[Attribution]:
    """The analyst's other attributions, but none that stands inside *inner*; and what is there."""
    for attribution in analyst_view.attributions:
        here: Attribution | None = attribution
        seen: set[str] = set()
        while here is not None and here.id != inner.id and here.id not in seen:
            seen.add(here.id)
            found = analyst_view.get(here.nested_in) if here.nested_in else None
            here = found if isinstance(found, Attribution) else None
        if here is None:
            yield attribution
    outer = analyst_view.get(inner.nested_in) if inner.nested_in else None
    if isinstance(outer, Attribution) and outer not in analyst_view.attributions:
        yield outer


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else words[: _SHORT - 2].rsplit(" ", 1)[0] + " …"
