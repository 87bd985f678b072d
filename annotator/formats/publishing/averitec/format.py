"""AVeriTeC JSON (Schlichtkrull et al. 2023): claims with questions, answers and a verdict.

Read and written. A claim that is read becomes an article of its own text, with one claim that is
all of it; what has no place in a project is kept in the article's metadata.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.ids import new_id
from annotator.core.model import (
    AnswerType,
    Attribution,
    Claim,
    Evidence,
    Layer,
    Medium,
    Source,
    Span,
    Verdict,
    role_of,
    with_,
)

from ...json_lines import MOST_BYTES, LinePosition, parsed
from ...new_article import article
from ...spec import Format, ReadRequest, Report, why_of
from ..checked import CheckedClaim, judged, lose_of_claim
from . import terms

_MORE = "averitec_all"  # of claims of the same words, what is kept of each
_OWN = "averitec"  # key of the metadata
_KEPT = (
    "required_reannotation",
    "fact_checking_article",
    "location_ISO_code",
    "cached_original_claim_url",
)
_LOOK = 1 << 16


class AveritecAnswer(Struct, omit_defaults=True):
    answer: str
    answer_type: str
    source_url: str | None = ""
    source_medium: str | None = ""
    boolean_explanation: str | None = None
    cached_source_url: str | None = None


class AveritecQuestion(Struct):
    question: str
    answers: list[AveritecAnswer]


class AveritecClaim(Struct):
    """A claim as AVeriTeC has it."""

    claim: str
    required_reannotation: bool = False
    label: str | None = None
    justification: str | None = None
    claim_date: str | None = None
    speaker: str | None = None
    original_claim_url: str | None = None
    fact_checking_article: str | None = None
    reporting_source: str | None = None
    location_ISO_code: str | None = None
    claim_types: list[str] = []
    fact_checking_strategies: list[str] = []
    questions: list[AveritecQuestion] = []
    cached_original_claim_url: str | None = None


# -- writing ---------------------------------------------------------------------------------


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """One array of the claims that have a verdict."""
    found = []
    for each, verdict in judged(annotated_articles, report):
        found.append(_plain(entry(each, verdict)))
        report.carried += 2 + len(each.evidence) + len(each.said)
        _tell(report, each)
    report.lines += len(found)
    out.write(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")


def entry(each: CheckedClaim, verdict: Verdict) -> AveritecClaim:
    kept = each.article.metadata.get(_OWN)
    kept = kept if isinstance(kept, dict) else {}
    known: dict[str, Any] = {name: kept.get(name) for name in _KEPT}
    known["required_reannotation"] = bool(known["required_reannotation"])
    types = [terms.KINDS.get(each.claim.kind, terms.EVENT)]
    listed = kept.get("claim_types")
    if isinstance(listed, list) and (listed[:1] == types or not listed):
        types = [str(name) for name in listed]
    return AveritecClaim(
        claim=each.text,
        label=terms.LABELS[verdict.label],
        justification=verdict.justification,
        claim_date=terms.day_first(each.date),
        speaker=each.speaker or kept.get("speaker"),
        original_claim_url=each.article.url,
        reporting_source=each.article.publisher,
        claim_types=types,
        fact_checking_strategies=[terms.STRATEGIES[s] for s in verdict.strategies],
        questions=[
            AveritecQuestion(asked, [_answer(e, each.sources[e.source_id]) for e in found])
            for asked, found in each.questions
        ],
        **known,
    )


def _answer(evidence: Evidence, source: Source) -> AveritecAnswer:
    is_none = evidence.answer_type == "unanswerable" and not source.url
    # What the article's own metadata say has no address: AVeriTeC writes the word instead.
    named = source.title if source.medium == "metadata" else None
    return AveritecAnswer(
        answer=evidence.answer or evidence.quote,
        answer_type=terms.ANSWERS[evidence.answer_type],
        source_url=source.url or named or "",
        source_medium="" if is_none else terms.MEDIA[source.medium],
        boolean_explanation=evidence.note if evidence.answer_type == "boolean" else None,
        cached_source_url=source.archived_url or (named if not source.url else None),
    )


def _plain(made: AveritecClaim) -> dict[str, Any]:
    """As the published files have it: a source's address and medium also where they are empty."""
    value: dict[str, Any] = msgspec.to_builtins(made)
    for question in value["questions"]:
        for answer in question["answers"]:
            answer.setdefault("source_url", "")
            answer.setdefault("source_medium", "")
    return value


def _tell(report: Report, each: CheckedClaim) -> None:
    if each.claim.kind not in terms.KINDS:
        why = "AVeriTeC has no such kind of claim: it is written as Event/Property Claim."
        lose_of_claim(report, each, "the kind of a claim", why)
    for evidence in each.evidence:
        if not evidence.question.strip():
            why = "It answers no question, and AVeriTeC holds answers: the question is empty there."
            lose_of_claim(report, each, "the question of a piece of evidence", why)
        if evidence.stance != "context":
            why = "AVeriTeC does not say what a source makes of the claim."
            lose_of_claim(report, each, "the stance of a piece of evidence", why)
        if evidence.answer and evidence.quote and evidence.answer != evidence.quote:
            why = "AVeriTeC has one text for an answer: the quote is left out."
            lose_of_claim(report, each, "the quote of a piece of evidence", why)


# -- reading ---------------------------------------------------------------------------------


def recognise(path: Path) -> bool:
    """Whether it begins as an AVeriTeC file does."""
    with path.open("rb") as file:
        start = file.read(_LOOK)
    return b'"claim"' in start and (b'"questions"' in start or b'"claim_types"' in start)


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    place = LinePosition(path, 1)
    if path.stat().st_size > 2 * MOST_BYTES:
        raise place.fault(
            "{file} is too big for one JSON value", hint="Cut it into files of at most 64 MB."
        )
    content = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    waiting: dict[str, list[AnnotatedArticle]] = {}  # by their words: two can say the same
    for number, value in enumerate(_listed(parsed(content, place), place), 1):
        try:
            made = msgspec.convert(value, AveritecClaim)
            found = annotated_article(made, reading.author)
            waiting.setdefault(found.article.sha256, []).append(found)
        except (msgspec.ValidationError, ValueError, KeyError) as err:
            reading.refuse(
                place.fault(
                    "{file}: claim {number} is not as AVeriTeC has them ({why})",
                    hint="See “AVeriTeC” in the description of the formats.",
                    number=number,
                    why=why_of(err),
                )
            )
            if reading.is_hopeless:
                return
    yield from map(_together, waiting.values())


def _together(annotated_articles: Sequence[AnnotatedArticle]) -> AnnotatedArticle:
    """Claims of the same words as one article, in one layer; what is kept of each in its metadata."""
    first, *others = annotated_articles
    if not others:
        return first
    [whole] = first.layers
    kept = [first.article.metadata[_OWN]]
    sources = list(first.sources)
    for other in others:
        [contents] = other.layers
        moved = [with_(record, layer_id=whole.layer.id) for record in contents.records()]
        whole = LayerContents(
            layer=whole.layer,
            claims=(*whole.claims, *(r for r in moved if isinstance(r, Claim))),
            attributions=(*whole.attributions, *(r for r in moved if isinstance(r, Attribution))),
            evidence=(*whole.evidence, *(r for r in moved if isinstance(r, Evidence))),
            verdicts=(*whole.verdicts, *(r for r in moved if isinstance(r, Verdict))),
        )
        kept.append(other.article.metadata[_OWN])
        sources += other.sources
    article_ = with_(first.article, metadata=first.article.metadata | {_OWN: kept[0], _MORE: kept})
    return AnnotatedArticle(article=article_, layers=(whole,), sources=tuple(sources))


def _listed(value: Any, place: LinePosition) -> list[Any]:
    if not isinstance(value, list):
        raise place.fault("{file} is no list of claims", hint="AVeriTeC files are one JSON array.")
    return value


def annotated_article(made: AveritecClaim, author: str) -> AnnotatedArticle:
    """The article that a claim becomes. Raises ValueError where it says nothing."""
    text = texts.canonical(made.claim)
    if not text.strip():
        raise ValueError("its text is empty")
    kept: dict[str, Any] = {name: getattr(made, name) for name in _KEPT}
    kept["claim_types"] = made.claim_types
    if not made.speaker:
        kept["speaker"] = made.speaker  # "" or null: both say that nobody is known
    about = article(
        text,
        publisher=made.reporting_source,
        url=made.original_claim_url,
        metadata={_OWN: kept},
        is_canonical=True,
    )
    layer = Layer(
        id=new_id(),
        article_id=about.id,
        author=author,
        role=role_of(author),
        created_at=about.imported_at,
    )
    claim = Claim(
        id=new_id(),
        layer_id=layer.id,
        spans=(Span(0, len(text)),),
        normalized_text=text,
        kind=terms.kind_of(made.claim_types),
        claim_date=terms.year_first(made.claim_date),
    )
    sources, evidence = _evidence(made, claim)
    contents = LayerContents(
        layer=layer,
        claims=(claim,),
        attributions=_said(made, claim),
        evidence=tuple(evidence),
        verdicts=_verdicts(made, claim),
    )
    return AnnotatedArticle(article=about, layers=(contents,), sources=tuple(sources))


def _said(made: AveritecClaim, claim: Claim) -> tuple[Attribution, ...]:
    if not made.speaker:
        return ()
    attribution = Attribution(
        id=new_id(),
        layer_id=claim.layer_id,
        claims=(claim.id,),
        content_spans=claim.spans,
        agent=made.speaker,
        source_implicit=True,
    )
    return (attribution,)


def _verdicts(made: AveritecClaim, claim: Claim) -> tuple[Verdict, ...]:
    if made.label is None:
        return ()
    verdict = Verdict(
        id=new_id(),
        layer_id=claim.layer_id,
        claim_id=claim.id,
        label=terms.label_of(made.label),
        justification=made.justification or "",
        strategies=tuple(terms.strategy_of(name) for name in made.fact_checking_strategies),
    )
    return (verdict,)


def _evidence(made: AveritecClaim, claim: Claim) -> tuple[list[Source], list[Evidence]]:
    """The answers as evidence; a source for each page, and one for all that were not found."""
    sources: dict[tuple[object, ...], Source] = {}
    evidence = []
    for group, question in enumerate(made.questions, 1):
        for answer in question.answers:
            key = (answer.source_url, answer.source_medium, answer.cached_source_url)
            if key not in sources:
                sources[key] = _source(answer)
            kind: AnswerType = terms.answer_type_of(answer.answer_type)
            evidence.append(
                Evidence(
                    id=new_id(),
                    layer_id=claim.layer_id,
                    claim_id=claim.id,
                    source_id=sources[key].id,
                    stance="context",  # AVeriTeC does not say
                    group=group,
                    question=question.question,
                    answer=answer.answer,
                    answer_type=kind,
                    quote=answer.answer if kind == "extractive" else "",
                    note=answer.boolean_explanation or "",
                )
            )
    return list(sources.values()), evidence


def _source(answer: AveritecAnswer) -> Source:
    url, cached = terms.address(answer.source_url), terms.address(answer.cached_source_url)
    medium: Medium = terms.medium_of(answer.source_medium)
    title = terms.title_of(url) or (answer.source_url or "").strip()[:100] or "(no source)"
    return Source(id=new_id(), title=title, url=url, archived_url=cached, medium=medium)


FORMAT = Format(
    name="averitec",
    title="AVeriTeC claims, questions and verdicts (JSON)",
    use="Claims with a verdict, to train and measure fact-checkers.",
    group="fact-checking",
    suffixes=(".json",),
    reader=read,
    writer=write,
    recognise=recognise,
)
