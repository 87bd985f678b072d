"""W3C Web Annotation as JSON-LD: an annotation for each span, both selectors. Written only.

Positions count Unicode code points, as the recommendation asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

import msgspec

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Annotation, Article, Attribution, Claim, Entity, Span

from ..spec import Format, Report, lose_others

_AROUND = 32  # characters before and after, by which a quote is found in another edition
_WHY = "A web annotation is about words of the article."
_CLAIM_FIELDS = ("kind", "certainty", "time_reference", "normalized_text")
_SAID_FIELDS = ("agent", "agent_type", "anonymity", "type", "quote_mode", "author_stance")


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """One page of annotations; one a line, so that a large file can be looked at."""
    out.write(b'{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[')
    between = b"\n"
    for annotated_article in annotated_articles:
        for contents in annotated_article.layers:
            for item in items(annotated_article.article, contents):
                out.write(between + msgspec.json.encode(item))
                between = b",\n"
                report.lines += 1
            report.carried += len(contents.entities) + len(contents.claims)
            report.carried += len(contents.attributions)
            others = "evidence verdicts judgements rulings"
            lose_others(report, annotated_article, contents, others, _WHY)
    out.write(b"\n]}\n")


def items(article: Article, contents: LayerContents) -> Iterator[dict[str, Any]]:
    """The annotations of a layer; an interrupted claim has a target for each part."""
    for entity in contents.entities:
        yield _item(article, contents, entity, entity.id, (entity.span,), _of_entity(entity))
    for claim in contents.claims:
        yield _item(article, contents, claim, claim.id, claim.spans, _of_claim(claim))
    for attribution in contents.attributions:
        for name, spans in (
            ("SOURCE", attribution.source_spans),
            ("CUE", attribution.cue_spans),
            ("CONTENT", attribution.content_spans),
        ):
            if spans:
                key = f"{attribution.id}:{name.lower()}"
                yield _item(article, contents, attribution, key, spans, _of_said(attribution, name))


def _item(
    article: Article,
    contents: LayerContents,
    annotation: Annotation,
    key: str,
    spans: Sequence[Span],
    bodies: list[dict[str, str]],
) -> dict[str, Any]:
    source = article.url or f"urn:uuid:{article.id}"
    author = contents.layer.author
    if annotation.note:
        bodies = [*bodies, _text("commenting", annotation.note)]
    return {
        "id": f"urn:uuid:{key}" if ":" not in key else f"urn:vaglio:{key}",
        "type": "Annotation",
        "motivation": "classifying",
        "creator": {
            "type": "Software" if contents.layer.role == "machine" else "Person",
            "name": author,
        },
        "body": bodies,
        "target": [{"source": source, "selector": _selectors(article.text, s)} for s in spans],
    }


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def _of_entity(entity: Entity) -> list[dict[str, str]]:
    bodies = [_text("classifying", entity.label)]
    if entity.kb_id:
        is_item = entity.kb_id[0] == "Q" and entity.kb_id[1:].isdigit()
        uri = f"http://www.wikidata.org/entity/{entity.kb_id}" if is_item else entity.kb_id
        bodies.append({"type": "SpecificResource", "purpose": "identifying", "source": uri})
    return bodies


def _of_claim(claim: Claim) -> list[dict[str, str]]:
    bodies = [_text("classifying", "CLAIM")]
    for name in _CLAIM_FIELDS:
        if value := getattr(claim, name):
            bodies.append(_text("describing", f"{name}: {value}"))
    bodies.append(_text("describing", f"check_worthiness: {claim.check_worthiness}"))
    return bodies


def _of_said(said: Attribution, name: str) -> list[dict[str, str]]:
    bodies = [_text("classifying", name)]
    for claim in said.claims:
        uri = f"urn:uuid:{claim}"
        bodies.append({"type": "SpecificResource", "purpose": "linking", "source": uri})
    for field in _SAID_FIELDS:
        if value := getattr(said, field):
            bodies.append(_text("describing", f"{field}: {value}"))
    return bodies


def _text(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


FORMAT = Format(
    name="webannotation",
    title="W3C Web Annotation (JSON-LD)",
    use="Every marked span, for other programs on the web.",
    group="tools",
    suffixes=(".jsonld",),
    writer=write,
)
