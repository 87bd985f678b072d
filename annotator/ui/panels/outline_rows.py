"""What the outline lists: every claim, and entities that are written alike as one row."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from annotator.core.editing.analyst_view import AnalystView
from annotator.core.editing.speakers import speakers
from annotator.core.highlight_layout import in_text_order
from annotator.core.model import Attribution, Claim, Entity
from annotator.core.scheme import Scheme
from annotator.core.text import fold

from ..presenters import article as article_presenter

_SPEAKER = "#6D3FC0"  # of a speaker's words, as their underline
_SHORT = 200  # characters of a claim that are listed


class OutlineRow(Struct, frozen=True):
    """A claim, or all mentions of an entity with one label."""

    ids: tuple[str, ...]  # in text order
    suggested: tuple[str, ...]  # those of them that wait for a decision
    start: int
    paragraph: int
    words: str
    label: str  # code of the label; of the kind for a claim
    label_name: str
    colour: str
    ref: str = ""  # C1, C2 …; "" for entities
    who: str = ""
    worthiness: int = 0
    unsure: bool = False
    is_speaker: bool = False  # somebody who says the claims *ids*

    @property
    def is_claim(self) -> bool:
        return bool(self.ref)

    @property
    def key(self) -> tuple[str, ...]:
        """What it stays recognisable by when the article has changed."""
        return (self.words, self.label) if not self.ref else (self.words, "claim")

    def says(self, typed: str) -> bool:
        """Whether *typed* (folded) is in what the row shows."""
        return all(part in fold(self._said) for part in typed.split())

    @property
    def _said(self) -> str:
        return f"{self.ref} {self.words} {self.label} {self.label_name} {self.who}"


def outline_rows(analyst_view: AnalystView, scheme: Scheme, language: str) -> list[OutlineRow]:
    """Everything own and suggested, in text order."""
    made = [*_claims(analyst_view, scheme, language), *_entities(analyst_view, scheme, language)]
    made.sort(key=lambda row: (row.start, row.is_claim))
    return [replace(row, paragraph=number) for row, number in _numbered(analyst_view, made)]


def speaker_rows(analyst_view: AnalystView, scheme: Scheme, language: str) -> list[OutlineRow]:
    """Everybody who says something, with what they say."""
    anonymity = scheme.attribute("attribution", "anonymity")
    types = scheme.attribute("attribution", "agent_type")
    made = []
    for speaker in speakers(analyst_view):
        claims = [id_ for id_ in speaker.claims if analyst_view.markable(id_) is not None]
        kind = types.value(speaker.agent_type).name.to(language)
        row = OutlineRow(
            ids=tuple(claims),
            suggested=(),
            start=0,
            paragraph=0,
            words=speaker.name,
            label=anonymity.value(speaker.anonymity).name.to(language),
            label_name=kind,
            colour=_SPEAKER,
            is_speaker=True,
        )
        if claims:
            made.append(row)
    return made


def _numbered(
    analyst_view: AnalystView, rows: list[OutlineRow]
) -> Iterable[tuple[OutlineRow, int]]:
    """Each row with the number of its paragraph, empty lines not counted."""
    at = 0
    ends = list(_ends(analyst_view.article.text))
    for row in rows:
        while at < len(ends) and ends[at] <= row.start:
            at += 1
        yield row, at + 1


def _ends(text: str) -> Iterable[int]:
    """Where each paragraph that is not empty ends."""
    start = 0
    for line in text.split("\n"):
        start += len(line) + 1
        if line.strip():
            yield start


def _claims(analyst_view: AnalystView, scheme: Scheme, language: str) -> Iterable[OutlineRow]:
    kinds = scheme.attribute("claim", "kind")
    said_by: dict[str, list[Attribution]] = {}
    for attribution in analyst_view.shown_attributions:
        for claim_id in attribution.claims:
            said_by.setdefault(claim_id, []).append(attribution)
    for number, claim in enumerate(in_text_order(analyst_view.shown_claims), 1):
        yield _claim_row(
            analyst_view,
            claim,
            number,
            said_by.get(claim.id, []),
            kinds.value(claim.kind).name.to(language),
        )


def _claim_row(
    analyst_view: AnalystView, claim: Claim, number: int, said_by: list[Attribution], kind: str
) -> OutlineRow:
    words = analyst_view.words_of(claim)
    return OutlineRow(
        ids=(claim.id,),
        suggested=(claim.id,) if analyst_view.is_suggestion(claim.id) else (),
        start=claim.spans[0].start,
        paragraph=0,
        words=words if len(words) <= _SHORT else words[: _SHORT - 2].rsplit(" ", 1)[0] + " …",
        label=claim.kind,
        label_name=kind,
        colour="",
        ref=f"C{number}",
        who=article_presenter.agents(analyst_view.article.text, said_by),
        worthiness=claim.check_worthiness,
        unsure=claim.unsure,
    )


def _entities(analyst_view: AnalystView, scheme: Scheme, language: str) -> Iterable[OutlineRow]:
    alike: dict[tuple[str, str], list[Entity]] = {}
    for entity in sorted(analyst_view.shown_entities, key=lambda e: e.span):
        alike.setdefault((analyst_view.words_of(entity), entity.label), []).append(entity)
    for (words, code), mentions in alike.items():
        label = scheme.label(code)
        yield OutlineRow(
            ids=tuple(e.id for e in mentions),
            suggested=tuple(e.id for e in mentions if analyst_view.is_suggestion(e.id)),
            start=mentions[0].span.start,
            paragraph=0,
            words=words,
            label=label.code,
            label_name=label.named(language),
            colour=label.colour,
            unsure=any(e.unsure for e in mentions),
        )


def spoken(row: OutlineRow) -> str:
    """The row for a screen reader: ``suggested entity Russia, place, paragraph 1``."""
    parts = []
    if row.is_claim:
        what = QCoreApplication.translate("OutlineRow", "suggested claim {ref}: {words}")
        if not row.suggested:
            what = QCoreApplication.translate("OutlineRow", "claim {ref}: {words}")
        parts.append(what.format(ref=row.ref, words=row.words))
        said = QCoreApplication.translate("OutlineRow", "said by {who}")
        parts.append(said.format(who=row.who))
        parts.append(row.label_name)
        degree = QCoreApplication.translate("OutlineRow", "priority {degree} of 3")
        parts.append(degree.format(degree=row.worthiness))
    elif row.is_speaker:
        claims = QCoreApplication.translate("OutlineRow", "says %n claim(s)", None, len(row.ids))
        return ", ".join((row.words, row.label, row.label_name, claims))
    else:
        what = QCoreApplication.translate("OutlineRow", "suggested entity {words}")
        if len(row.suggested) < len(row.ids):
            what = QCoreApplication.translate("OutlineRow", "entity {words}")
        parts.append(what.format(words=row.words))
        parts.append(row.label_name)
        if len(row.ids) > 1:
            times = QCoreApplication.translate("OutlineRow", "%n time(s)", None, len(row.ids))
            parts.append(times)
        if 0 < len(row.suggested) < len(row.ids):
            left = len(row.suggested)
            parts.append(QCoreApplication.translate("OutlineRow", "%n to judge", None, left))
    if row.unsure:
        parts.append(QCoreApplication.translate("OutlineRow", "unsure"))
    where = QCoreApplication.translate("OutlineRow", "paragraph {number}")
    parts.append(where.format(number=row.paragraph))
    return ", ".join(parts)
