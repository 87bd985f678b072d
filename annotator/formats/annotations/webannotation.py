"""W3C Web Annotation as JSON-LD: an annotation for each span, both selectors. Written only.

Positions count Unicode code points, as the recommendation asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO
from uuid import NAMESPACE_URL, uuid5

import msgspec

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Annotation, Article, Attribution, Claim, Entity, Span

from ..spec import Format, Report, lose_others

_AROUND = 32  # characters before and after, by which a quote is found in another edition
_WHY = "A web annotation is about words of the article."
_CLAIM_FIELDS = ("kind", "certainty", "time_reference", "check_worthiness")
_SAID_FIELDS = ("agent", "agent_type", "anonymity", "type", "quote_mode", "author_stance")


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """One page of annotations; one a line, so that a large file can be looked at.

    The page is known by the articles and layers on it: written again, it has the same id.
    """
    out.write(b'{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[')
    between = b"\n"
    page = uuid5(NAMESPACE_URL, "https://www.w3.org/ns/oa#AnnotationPage")
    for annotated_article in annotated_articles:
        for contents in annotated_article.layers:
            page = uuid5(page, contents.layer.id)
            for item in items(annotated_article.article, contents):
                out.write(between + msgspec.json.encode(item))
                between = b",\n"
                report.lines += 1
            report.carried += len(contents.entities) + len(contents.claims)
            report.carried += len(contents.attributions)
            others = "evidence verdicts judgements rulings"
            lose_others(report, annotated_article, contents, others, _WHY)
    out.write(f'\n],"id":"urn:uuid:{page}"}}\n'.encode())


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
        "id": f"urn:uuid:{key}" if ":" not in key else f"urn:uuid:{uuid5(NAMESPACE_URL, key)}",
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
    if claim.normalized_text:
        bodies.append(_text("describing", claim.normalized_text))
    return [*bodies, _fields(claim, _CLAIM_FIELDS)]


def _of_said(said: Attribution, name: str) -> list[dict[str, str]]:
    bodies = [_text("classifying", name)]
    for claim in said.claims:
        uri = f"urn:uuid:{claim}"
        bodies.append({"type": "SpecificResource", "purpose": "linking", "source": uri})
    return [*bodies, _fields(said, _SAID_FIELDS)]


def _text(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _fields(annotation: Annotation, names: Sequence[str]) -> dict[str, str]:
    """What else is said of it, as JSON: a program reads it without taking words apart."""
    said = {name: value for name in names if (value := getattr(annotation, name)) not in (None, "")}
    value = msgspec.json.encode(said).decode()
    return _text("describing", value) | {"format": "application/json"}


FORMAT = Format(
    name="webannotation",
    title="W3C Web Annotation (JSON-LD)",
    use="Every marked span, for other programs on the web.",
    group="tools",
    suffixes=(".jsonld",),
    writer=write,
)
