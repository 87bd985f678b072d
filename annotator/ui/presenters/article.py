"""From an analyst's view to what the article view shows: highlights, cards, arcs and tool tips."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from annotator.core.editing.analyst_view import AnalystView
from annotator.core.editing.judging import Shown
from annotator.core.highlight_layout import (
    Highlight,
    doubt,
    highlights,
    in_stroke_order,
    in_text_order,
)
from annotator.core.meaning.comparison import DifferenceKind, SaysOtherwise
from annotator.core.model import Attribution, Claim, Entity, Span
from annotator.core.scheme import Scheme
from annotator.services.claims_list import EarlierClaim
from annotator.ui import translation
from annotator.ui.view import Arc, ClaimCard

from .suggestion_reasons import suggested_by
from .telling import Telling, agent_name, paragraph_of

_DIFFERENCES_SHOWN = 2
Echoes: TypeAlias = Mapping[str, Sequence[EarlierClaim]]
"""By claim: where else it was said."""


_OTHERWISE = translation.note("Differences", "says otherwise")
_DIFFERENCES: dict[DifferenceKind, str] = {
    "figure": translation.note("Differences", "figure"),
    "date": translation.note("Differences", "date"),
    "name": translation.note("Differences", "name"),
    "negation": translation.note("Differences", "negation"),
    "direction": translation.note("Differences", "opposite"),
    "roles": translation.note("Differences", "who does it"),
    "quantity": translation.note("Differences", "how many"),
    "plan": translation.note("Differences", "plan or done"),
    "word": translation.note("Differences", "another word"),
}


def said_otherwise(differences: Sequence[SaysOtherwise]) -> str:
    """That a claim says otherwise, and with which words: those here, then those there."""
    said = translation.translated("Differences", _OTHERWISE)
    shown = []
    for each in differences[:_DIFFERENCES_SHOWN]:
        name = translation.translated("Differences", _DIFFERENCES[each.kind])
        words = f" {each.first or '–'} ≠ {each.second or '–'}" if each.first or each.second else ""
        shown.append(f"{name}{words}")
    return f"{said}: {'; '.join(shown)}" if shown else said


class ArticlePresenter:
    """The highlights and cards of one article, made anew only where something differs."""

    def __init__(self, scheme: Scheme, language: str) -> None:
        self.scheme = scheme
        self.language = language
        self._highlights: dict[str, tuple[Entity, bool, Highlight]] = {}
        self._cards: dict[str, tuple[tuple[object, ...], ClaimCard]] = {}

    def marks(self, analyst_view: AnalystView, shown: Shown = Shown.BOTH) -> list[Highlight]:
        """Everything own and suggested of the kinds *shown*, as highlights in text order."""
        made: list[Highlight] = []
        if shown != Shown.NAMES:
            made = highlights(
                (),
                analyst_view.shown_claims,
                analyst_view.shown_attributions,
                suggested=analyst_view.suggested_ids,
            )
        if shown == Shown.CLAIMS:
            return made
        known, self._highlights = self._highlights, {}
        for entities, suggested in (
            (analyst_view.entities, False),
            (analyst_view.suggested_entities, True),
        ):
            for entity in entities:
                old = known.get(entity.id)
                if old is None or old[0] is not entity or old[1] != suggested:
                    ids = (entity.id,) if suggested else ()
                    old = (entity, suggested, highlights((entity,), suggested=ids)[0])
                self._highlights[entity.id] = old
                made.append(old[2])
        made.sort(key=in_stroke_order)
        return made

    def cards(
        self,
        analyst_view: AnalystView,
        similar_claims: Echoes | None = None,
        is_of_other_words: Callable[[Claim], object] = lambda _: None,
    ) -> list[ClaimCard]:
        """A card for each claim, numbered as its highlights are; *similar_claims* is what was said before.

        *is_of_other_words*: whether the stand-alone form of a claim was written for others.
        """
        said_by: dict[str, list[Attribution]] = {}
        for attribution in analyst_view.shown_attributions:
            for claim_id in attribution.claims:
                said_by.setdefault(claim_id, []).append(attribution)
        checked = evidence_counts(analyst_view)
        known, self._cards = self._cards, {}
        ordered = in_text_order(analyst_view.shown_claims)
        numbers = {claim.id: number for number, claim in enumerate(ordered, 1)}
        for number, claim in enumerate(ordered, 1):
            of = said_by.get(claim.id, [])
            is_open = analyst_view.is_suggestion(claim.id)
            said = self._said_before((similar_claims or {}).get(claim.id, ()))
            whole = numbers.get(claim.part_of or "")
            stands = self._standing(*checked[claim.id]) if claim.id in checked else said
            if is_of_other_words(claim):
                note = QCoreApplication.translate(
                    "ArticlePresenter", "form written for other words"
                )
                stands = f"{note} · {stands}" if stands else note
            outer = [analyst_view.get(each.nested_in or "") for each in of]
            shows = (number, claim, *of, *outer, is_open, checked.get(claim.id), stands, whole)
            old = known.get(claim.id)
            if old is None or not _same(old[0], shows):
                card = self._card(analyst_view, claim, number, of, stands)
                if claim.id not in checked:
                    card = replace(card, extra=untouched(claim if is_open else None))
                old = (shows, _part_of(card, whole) if whole else card)
            self._cards[claim.id] = old
        return [card for _, card in self._cards.values()]

    def _card(
        self,
        analyst_view: AnalystView,
        claim: Claim,
        number: int,
        said_by: list[Attribution],
        said: str,
    ) -> ClaimCard:
        text, telling = analyst_view.article.text, Telling(analyst_view, self.scheme, self.language)
        return ClaimCard(
            owner=claim.id,
            ref=f"C{number}",
            start=claim.spans[0].start,
            title=agents(text, said_by),
            detail=manner(text, claim, said_by, analyst_view.get, self.scheme, self.language),
            told=tuple(telling.card(claim, said_by)),
            said=said,
            worthiness=claim.check_worthiness,
            suggested=analyst_view.is_suggestion(claim.id),
            unsure=claim.unsure,
        )

    def _said_before(self, found: Sequence[EarlierClaim]) -> str:
        """That it was said before, with the verdict that it was given there; or otherwise, and how."""
        near = [each.row for each in found if each.echo.relation == "same"]
        if not near:
            otherwise = next((e.echo for e in found if e.echo.relation == "otherwise"), None)
            return said_otherwise(otherwise.differences) if otherwise else ""
        said = QCoreApplication.translate("ArticlePresenter", "said before")
        label = next((row.verdict for row in near if row.verdict), "")
        if not label:
            return said
        verdict = self.scheme.attribute("verdict", "label").value(label).name.to(self.language)
        return f"{said} · {verdict}"

    def _standing(self, count: int, label: str) -> str:
        """How far a claim is checked: the verdict, the pieces of evidence."""
        pieces = QCoreApplication.translate(
            "ArticlePresenter", "%n piece(s) of evidence", None, count
        )
        if not label:
            return pieces
        verdict = self.scheme.attribute("verdict", "label").value(label).name.to(self.language)
        return f"{verdict} · {pieces}"


def _part_of(card: ClaimCard, whole: int) -> ClaimCard:
    """*card* with the number of the compound claim that its claim is a part of."""
    said = QCoreApplication.translate("ArticlePresenter", "part of {claim}").format(
        claim=f"C{whole}"
    )
    return replace(card, detail=f"{said} · {card.detail}")


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether two lists show the very same records (and equal figures)."""
    return len(one) == len(other) and all(
        a is b or (not isinstance(a, Claim | Attribution) and a == b)
        for a, b in zip(one, other, strict=True)
    )


def evidence_counts(analyst_view: AnalystView) -> dict[str, tuple[int, str]]:
    """For claims with evidence or a verdict: how many pieces, and the newest verdict."""
    found: dict[str, tuple[int, str]] = {}
    if analyst_view.mine is not None:
        for evidence in analyst_view.mine.evidence:
            count, verdict = found.get(evidence.claim_id, (0, ""))
            found[evidence.claim_id] = (count + 1, verdict)
        for each in analyst_view.mine.verdicts:
            found[each.claim_id] = (found.get(each.claim_id, (0, ""))[0], each.label)
    return found


def agents(text: str, attributions: list[Attribution]) -> str:
    """Who says it: the agents' names, or that it is the article's own."""
    names = [agent_name(text, attribution) for attribution in attributions]
    if not names:
        return QCoreApplication.translate("ArticlePresenter", "the article itself")
    return ", ".join(dict.fromkeys(names))


def manner(
    text: str,
    claim: Claim,
    attributions: list[Attribution],
    find: Callable[[str], object],
    scheme: Scheme,
    language: str,
) -> str:
    """How it is said: mode, the chain of sources, certainty; *find* gives an annotation by its id."""
    if not attributions:
        parts = [QCoreApplication.translate("ArticlePresenter", "unattributed")]
    else:
        first = attributions[0]
        parts = [
            scheme.attribute("attribution", "quote_mode").value(first.quote_mode).name.to(language)
        ]
        outer = find(first.nested_in) if first.nested_in else None
        if isinstance(outer, Attribution):
            via = QCoreApplication.translate("ArticlePresenter", "via {agent}")
            parts.append(via.format(agent=agent_name(text, outer)))
        elif first.source_implicit:
            parts.append(QCoreApplication.translate("ArticlePresenter", "dropped subject"))
        elif first.cue_spans:
            cue = QCoreApplication.translate("ArticlePresenter", "cue “{words}”")
            parts.append(cue.format(words=first.cue_spans[0].of(text)))
        if first.author_stance != "neutral":
            stance = scheme.attribute("attribution", "author_stance").value(first.author_stance)
            parts.append(stance.name.to(language))
    if claim.certainty != "asserted":
        parts.append(
            scheme.attribute("claim", "certainty").value(claim.certainty).name.to(language)
        )
    return " · ".join(parts)


def untouched(suggested: Claim | None) -> str:
    """What can be done with a claim that has neither evidence nor a verdict, *suggested* or not."""
    if suggested is None:
        return QCoreApplication.translate("ArticlePresenter", "no evidence yet – E links a source")
    said = QCoreApplication.translate("ArticlePresenter", "suggested – A accepts, X rejects")
    sure = doubt(suggested)
    return f"{_doubtful(sure)} – {said}" if sure else said


def _doubtful(sure: str) -> str:
    return QCoreApplication.translate("ArticlePresenter", "doubtful, {share}").format(share=sure)


def arcs(analyst_view: AnalystView, id_: str) -> list[Arc]:
    """From the current claim to who says it (solid) and to the cue (dotted)."""
    claim = analyst_view.markable(id_)
    if not isinstance(claim, Claim):
        return []
    begin = claim.spans[0]
    made: list[Arc] = []
    for attribution in analyst_view.attributions_of(id_):
        made += [Arc(begin, span, dotted=False) for span in attribution.source_spans]
        made += [Arc(begin, span, dotted=True) for span in attribution.cue_spans]
        outer = analyst_view.get(attribution.nested_in) if attribution.nested_in else None
        if isinstance(outer, Attribution):
            origin = (attribution.source_spans or (begin,))[0]
            made += [Arc(origin, span, dotted=False) for span in outer.source_spans]
    return made


def lit(analyst_view: AnalystView, id_: str) -> tuple[set[str], list[Arc]]:
    """What belongs together with an annotation: the claim, who says it, who reports that; its arcs."""
    found = analyst_view.get(id_)
    if isinstance(found, Claim):
        claims, said = [id_], list(analyst_view.attributions_of(id_))
    elif isinstance(found, Attribution):
        inner = [a for a in analyst_view.shown_attributions if a.nested_in == id_]
        claims = list(dict.fromkeys(c for a in (found, *inner) for c in a.claims))
        said = [a for c in claims for a in analyst_view.attributions_of(c)]
    else:
        return {id_}, []
    ids = {id_, *claims, *(a.id for a in said), *(a.nested_in for a in said if a.nested_in)}
    return ids, [arc for claim_id in claims for arc in arcs(analyst_view, claim_id)]


def tooltip(analyst_view: AnalystView, scheme: Scheme, language: str, id_: str) -> str:
    """What an annotation is and why it is there; plain text."""
    found = analyst_view.get(id_)
    if isinstance(found, Entity):
        label = scheme.label(found.label)
        lines = [f"{analyst_view.words_of(found)} — {label.named(language)} ({label.code})"]
    elif isinstance(found, Claim):
        lines = Telling(analyst_view, scheme, language).whole(found)
    elif isinstance(found, Attribution):
        lines = [agent_name(analyst_view.article.text, found)]
    else:
        return ""
    if isinstance(found, Entity):
        lines += Telling(analyst_view, scheme, language).whole(found)[1:]
    if why := suggested_by(found):
        lines.append(why)
    if found.note:
        lines.append(found.note)
    return "\n".join(lines)


def described(analyst_view: AnalystView, scheme: Scheme, language: str, id_: str) -> str:
    """One line for the status bar and the screen reader: what is current, and where."""
    found = analyst_view.markable(id_)
    if found is None:
        return ""
    words = _short(analyst_view.words_of(found))
    place = _first(found)
    paragraph = paragraph_of(analyst_view.article.text, place.start)
    if isinstance(found, Entity):
        name = scheme.label(found.label).named(language)
    else:
        order = [claim.id for claim in in_text_order(analyst_view.shown_claims)]
        if id_ not in order:  # judged a moment ago
            return ""
        number = order.index(id_) + 1
        name = QCoreApplication.translate(
            "ArticlePresenter", "claim {number} of {total}, {agents}"
        ).format(
            number=number,
            total=len(order),
            agents=agents(analyst_view.article.text, list(analyst_view.attributions_of(id_))),
        )
    if analyst_view.is_suggestion(id_):
        state = QCoreApplication.translate("ArticlePresenter", "suggested")
        sure = doubt(found)
        name = f"{name} ({state}, {_doubtful(sure)})" if sure else f"{name} ({state})"
    more = Telling(analyst_view, scheme, language).short(found)
    where = QCoreApplication.translate(
        "ArticlePresenter", "characters {start}–{end}, paragraph {number}"
    ).format(start=place.start, end=place.end, number=paragraph)
    return " · ".join(part for part in (f"{name}: “{words}”", more, where) if part)


def _first(found: Entity | Claim) -> Span:
    return found.span if isinstance(found, Entity) else found.spans[0]


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:57].rsplit(" ", 1)[0] + " …"
