"""schema.org ``ClaimReview`` as JSON-LD: what search engines and fact-check databases read.

Written only. All reviews are in one ``@graph``; each of them can also stand alone in its page.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.model import Evidence, Source, Verdict
from annotator.core.sources.verdict_policy import VerdictPolicy

from ..spec import Format, Report, Writer
from .checked import CheckedClaim, judged, lose_of_claim

_VALUES = {"supported": 5, "conflicting": 3, "refuted": 1}  # none for “not enough evidence”
_NAMES = {
    "supported": "Supported",
    "refuted": "Refuted",
    "conflicting": "Conflicting evidence",
    "not_enough_evidence": "Not enough evidence",
}


def writer(verdict_policy: VerdictPolicy) -> Writer:
    """Writes reviews in the name, and on the scale, of a newsroom."""

    def write(
        annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report
    ) -> None:
        graph = []
        for each, verdict in judged(annotated_articles, report):
            if not each.article.url:
                lose_of_claim(
                    report, each, "a verdict", "The article has no address, and a review needs one."
                )
                continue
            graph.append(review(each, verdict, verdict_policy))
            report.carried += 2
            _tell(report, each)
        report.lines += len(graph)
        whole = {"@context": "https://schema.org", "@graph": graph}
        out.write(msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n")

    return write


def review(each: CheckedClaim, verdict: Verdict, verdict_policy: VerdictPolicy) -> dict[str, Any]:
    """One ``ClaimReview``, without its context."""
    made = {
        "@type": "ClaimReview",
        "@id": f"urn:uuid:{verdict.id}",
        "datePublished": verdict.decided_at[:10] or None,
        "author": _organisation(verdict_policy),
        "claimReviewed": each.text,
        "reviewBody": verdict.justification,
        "reviewRating": _rating(verdict, verdict_policy),
        "itemReviewed": _claim(each),
        "citation": [_work(each.sources[e.source_id], e) for e in _cited(each)] or None,
    }
    return _without_none(made)


def _organisation(verdict_policy: VerdictPolicy) -> dict[str, Any] | None:
    if not verdict_policy.publisher:
        return None
    url = verdict_policy.publisher_url or None
    return _without_none({"@type": "Organization", "name": verdict_policy.publisher, "url": url})


def _rating(verdict: Verdict, verdict_policy: VerdictPolicy) -> dict[str, Any]:
    own = verdict_policy.rating(verdict.rating_name)
    value = own.value if own is not None and own.value is not None else _VALUES.get(verdict.label)
    if verdict.label == "not_enough_evidence":
        value = None  # a number would say how true it is, and that is not known
    made = {
        "@type": "Rating",
        "ratingValue": value,
        "bestRating": None if value is None else 5,
        "worstRating": None if value is None else 1,
        "alternateName": verdict.rating_name or _NAMES[verdict.label],
    }
    return _without_none(made)


def _claim(each: CheckedClaim) -> dict[str, Any]:
    article = each.article
    appearance = {
        "@type": "NewsArticle",
        "url": article.url,
        "headline": article.title,
        "datePublished": article.published,
        "author": {"@type": "Person", "name": article.author} if article.author else None,
        "publisher": {"@type": "Organization", "name": article.publisher}
        if article.publisher
        else None,
        "inLanguage": article.language if article.language != "und" else None,
    }
    made = {
        "@type": "Claim",
        "text": each.words,
        "datePublished": each.date,
        "author": _speaker(each),
        "appearance": _without_none(appearance),
    }
    return _without_none(made)


def _speaker(each: CheckedClaim) -> dict[str, Any] | None:
    """Who says it; an organisation unless it is known to be a person."""
    if not each.said or not each.speaker:
        return None
    nearest = each.said[0]
    is_person = nearest.agent_type in ("person", "expert")
    made = {
        "@type": "Person" if is_person else "Organization",
        "name": each.name_of(nearest) or each.speaker,
        "sameAs": _same_as(nearest.kb_id),
    }
    return _without_none(made)


def _same_as(kb_id: str | None) -> str | None:
    if kb_id and kb_id[0] == "Q" and kb_id[1:].isdigit():
        return f"http://www.wikidata.org/entity/{kb_id}"
    return kb_id


def _cited(each: CheckedClaim) -> list[Evidence]:
    """The evidence, once for each source, with the first of its quotes."""
    first: dict[str, Evidence] = {}
    for evidence in each.evidence:
        if evidence.source_id in each.sources:
            first.setdefault(evidence.source_id, evidence)
    return list(first.values())


def _work(source: Source, evidence: Evidence) -> dict[str, Any]:
    made = {
        "@type": "CreativeWork",
        "name": source.title,
        "url": source.url,
        "archivedAt": source.archived_url,
        "datePublished": source.published,
        "publisher": {"@type": "Organization", "name": source.publisher}
        if source.publisher
        else None,
        "text": evidence.quote or None,
    }
    return _without_none(made)


def _tell(report: Report, each: CheckedClaim) -> None:
    why = "A review names its outside sources, and not what each of them says of the claim."
    for _ in each.evidence:
        lose_of_claim(report, each, "a piece of evidence", why)
    for _ in each.said[1:]:
        lose_of_claim(report, each, "an attribution", "A claim has one author: who says it.")


def _without_none(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


FORMAT = Format(
    name="claimreview",
    title="schema.org ClaimReview (JSON-LD)",
    use="Verdicts as search engines read them. The article needs an address.",
    group="publishing",
    suffixes=(".jsonld",),
    newsroom=writer,
)
