"""schema.org ``ClaimReview`` as JSON-LD: what fact-check databases and search engines read.

Written only. All reviews are in one ``@graph``; each of them can also stand alone in its page.
What Google requires of a review and is not there is named claim by claim, before anything is
written; what it recommends is told. Appearances are those among the articles that are exported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

import msgspec

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.model import Article, Attribution, Evidence, Source, Verdict
from annotator.core.sources.independence import registered
from annotator.core.sources.verdict_policy import VerdictPolicy
from annotator.core.text import fold
from annotator.core.urls import true_host

from ..spec import Format, Report, Writer
from .checked import CheckedClaim, checked, judged, lose_of_claim
from .report.words import ReportWords, credit, words_for

_VALUES = {"supported": 5, "conflicting": 3, "refuted": 1}  # none for “not enough evidence”
_ORGANISATIONS = ("organization", "government", "media", "document")
_URL = "the address of the published fact-check"
_AUTHOR = "the publisher of the fact-check"


def writer(verdict_policy: VerdictPolicy) -> Writer:
    """Writes reviews in the name, and on the scale, of a newsroom."""

    def write(
        annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report
    ) -> None:
        appearances: dict[str, dict[str, Article]] = {}
        found = list(judged(_noting(annotated_articles, appearances), report))
        graph = []
        for each, verdict in found:
            articles = list(appearances[_same(each)].values())
            graph.append(review(each, verdict, verdict_policy, articles))
            report.carried += 2
            _require(report, each, verdict, verdict_policy)
            _recommend(report, each, verdict, verdict_policy)
            _tell(report, each)
        report.check_complete()
        report.lines += len(graph)
        whole = {"@context": "https://schema.org", "@graph": graph}
        out.write(msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n")

    return write


def review(
    each: CheckedClaim,
    verdict: Verdict,
    verdict_policy: VerdictPolicy,
    articles: Sequence[Article] = (),
) -> dict[str, Any]:
    """One ``ClaimReview``, without its context; *articles* are all that the claim appears in."""
    language = verdict_policy.language or each.article.language
    words = words_for(language)
    first = each.correction_of or verdict
    made = {
        "@type": "ClaimReview",
        "@id": f"urn:uuid:{verdict.id}",
        "url": verdict.published_url or None,
        "datePublished": first.decided_at[:10] or None,
        "dateModified": (verdict.decided_at[:10] or None) if first is not verdict else None,
        "inLanguage": language if language != "und" else None,
        "author": _organisation(verdict_policy),
        "claimReviewed": each.text,
        "reviewBody": verdict.justification,
        "reviewRating": _rating(verdict, verdict_policy, words),
        "itemReviewed": _claim(each, articles or [each.article], words),
        "citation": [_work(each.sources[e.source_id], e) for e in _cited(each)] or None,
    }
    return _without_none(made)


# -- what is missing ---------------------------------------------------------------------------


def _require(report: Report, each: CheckedClaim, verdict: Verdict, policy: VerdictPolicy) -> None:
    """Name what no reader of reviews does without."""
    title, words = each.article.title, each.words
    address = verdict.published_url
    if not address:
        why = "Write under the verdict where it is published."
        report.want(_URL, why, title=title, words=words)
    elif policy.publisher_url and _site(address) != _site(policy.publisher_url):
        why = "It is not on the site of the publisher, and Google takes no review from elsewhere."
        report.want(_URL, why, title=title, words=words)
    if not policy.publisher:
        why = "Write the newsroom’s name in the project settings."
        report.want(_AUTHOR, why, title=title, words=words)


def _recommend(report: Report, each: CheckedClaim, verdict: Verdict, policy: VerdictPolicy) -> None:
    """Tell of what should be there; a review can do without."""
    if not policy.publisher_url:
        why = "It is not in the project settings."
        lose_of_claim(report, each, "the publisher’s address", why)
    if not verdict.decided_at:
        lose_of_claim(report, each, "the date of a verdict", "It is not known when it was given.")
    if not each.date:
        lose_of_claim(report, each, "the date of a claim", "It is not known when it was made.")
    if not each.speaker:
        lose_of_claim(report, each, "the author of a claim", "It is not known who says it.")
    if not each.article.url:
        lose_of_claim(report, each, "the appearance of a claim", "The article has no address.")


def _site(address: str) -> str:
    return registered(true_host(address))


# -- where it appears --------------------------------------------------------------------------


def _noting(
    annotated_articles: Iterable[AnnotatedArticle], appearances: dict[str, dict[str, Article]]
) -> Iterator[AnnotatedArticle]:
    """The articles, while it is noted which of them have the same claim."""
    for annotated_article in annotated_articles:
        for contents in annotated_article.layers:
            for each in checked(annotated_article, contents):
                known = appearances.setdefault(_same(each), {})
                known[each.article.id] = msgspec.structs.replace(each.article, text="")
        yield annotated_article


def _same(each: CheckedClaim) -> str:
    return fold(each.text).strip(" .")


def _appearance(article: Article) -> dict[str, Any]:
    made = {
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
    return _without_none(made)


def _organisation(verdict_policy: VerdictPolicy) -> dict[str, Any] | None:
    if not verdict_policy.publisher:
        return None
    url = verdict_policy.publisher_url or None
    return _without_none({"@type": "Organization", "name": verdict_policy.publisher, "url": url})


def _rating(verdict: Verdict, verdict_policy: VerdictPolicy, words: ReportWords) -> dict[str, Any]:
    own = verdict_policy.rating(verdict.rating_name)
    value = own.value if own is not None and own.value is not None else _VALUES.get(verdict.label)
    if verdict.label == "not_enough_evidence":
        value = None  # a number would say how true it is, and that is not known
    made = {
        "@type": "Rating",
        "ratingValue": value,
        "bestRating": None if value is None else 5,
        "worstRating": None if value is None else 1,
        "alternateName": verdict.rating_name or words.verdicts[verdict.label],
    }
    return _without_none(made)


def _claim(each: CheckedClaim, articles: Sequence[Article], words: ReportWords) -> dict[str, Any]:
    """The claim: by whom, who passes it on, and where it appears, the first known place first."""
    ordered = sorted(articles, key=lambda article: article.published or "9999")
    chain = next(iter(each.chains), [])
    passing_on = [who for said in chain[1:] if (who := _who(said, each, words))]
    made = {
        "@type": "Claim",
        "text": each.words,
        "datePublished": each.date,
        "author": _who(chain[0], each, words) if chain else None,
        "contributor": passing_on or None,
        "creditText": credit(each, words) or None,
        "appearance": _one_or_all([_appearance(article) for article in ordered]),
        "firstAppearance": _appearance(ordered[0]) if ordered[0].published else None,
    }
    return _without_none(made)


def _one_or_all(values: list[dict[str, Any]]) -> Any:
    return values[0] if len(values) == 1 else values


def _who(said: Attribution, each: CheckedClaim, words: ReportWords) -> dict[str, Any] | None:
    name = each.name_of(said)
    if not name:
        return None
    about = {"anonymous": words.anonymous, "collective": words.collective}
    made = {
        "@type": "Person" if _is_person(said, each) else "Organization",
        "name": name,
        "sameAs": _same_as(said.kb_id),
        "description": about.get(said.anonymity),
    }
    return _without_none(made)


def _is_person(said: Attribution, each: CheckedClaim) -> bool:
    """By what is said of them, then by the name that is marked; who is not named is somebody."""
    if said.agent_type in ("person", "expert"):
        return True
    if said.agent_type == "media":
        return False
    named = {
        entity.label
        for entity in each.entities
        if any(span.covers(entity.span) for span in said.source_spans)
    }
    if "PER" in named or said.anonymity != "named":
        return True
    return said.agent_type not in _ORGANISATIONS and "ORG" not in named


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
    why = "A review names its sources, and not what each of them says of the claim."
    for _ in each.evidence:
        lose_of_claim(report, each, "a piece of evidence", why)
    for chain in each.chains[1:]:
        for _ in chain:
            lose_of_claim(report, each, "an attribution", "A claim has one author: who says it.")


def _without_none(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


FORMAT = Format(
    name="claimreview",
    title="schema.org ClaimReview (JSON-LD)",
    use="Verdicts as fact-check databases read them. Each needs the address where it is published.",
    group="publishing",
    suffixes=(".jsonld",),
    newsroom=writer,
)
