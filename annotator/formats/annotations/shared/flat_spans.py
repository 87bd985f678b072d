"""A layer as labelled spans and no more, for formats that know nothing else."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Annotation, Article, Claim, Entity, Span

from ...new_article import PARTICULARS
from ...spec import Report, lose_others, lose_sources

CLAIM = "CLAIM"
_TRACE = frozenset(["article", "sha256", "layer", "annotator", "status"])
_SPANS_ONLY = "The format holds start, end and label of spans."


class FlatSpan(Struct, gc=False, order=True):
    start: int
    end: int
    label: str


def _details(kind: type[Annotation]) -> attrgetter[tuple[object, ...]]:
    """Fields that a flat span leaves out; all have defaults."""
    names = [f.name for f in fields(kind) if not f.required]
    return attrgetter(*(name for name in names if name != "origin"))


_of_entity, _of_claim = _details(Entity), _details(Claim)
_bare_entity = _of_entity(Entity(id="", layer_id="", span=Span(0, 1), label=""))
_bare_claim = _of_claim(Claim(id="", layer_id="", spans=(Span(0, 1),)))


def flat_spans(
    annotated_article: AnnotatedArticle, contents: LayerContents | None, report: Report
) -> list[FlatSpan]:
    """Entities and claims of a layer as spans in text order; the rest goes to *report*."""
    if contents is None:
        return []
    text, title = annotated_article.article.text, annotated_article.article.title
    spans: list[tuple[int, int, str]] = []
    for entity in contents.entities:
        spans.append((entity.span.start, -entity.span.end, entity.label))
        if _of_entity(entity) != _bare_entity:
            words = entity.span.of(text)
            report.lose("details of an entity", _SPANS_ONLY, title=title, words=words)
    for claim in contents.claims:
        spans += [(span.start, -span.end, CLAIM) for span in claim.spans]
        _tell_of_claim(claim, report, title=title, text=text)
    report.carried += len(contents.entities) + len(contents.claims)
    lose_sources(report, annotated_article, contents, _SPANS_ONLY)
    others = "attributions evidence verdicts judgements rulings"
    lose_others(report, annotated_article, contents, others, _SPANS_ONLY)
    spans.sort()
    return [FlatSpan(start, -end, label) for start, end, label in spans]


def about(article: Article, contents: LayerContents | None) -> dict[str, str]:
    """What a training tool shows beside the text, and what leads back to the project."""
    told = {name: getattr(article, name) for name in PARTICULARS}
    told |= {"article": article.id, "sha256": article.sha256}
    if contents is not None:
        layer = contents.layer
        told |= {"layer": layer.id, "annotator": layer.author, "status": layer.status}
    return {name: value for name, value in told.items() if value is not None}


def split_about(told: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What another tool keeps of an article: the particulars, and whatever else is there."""
    known = {name: told[name] for name in PARTICULARS if isinstance(told.get(name), str)}
    return known, {name: value for name, value in told.items() if name not in known}


def without_trace(told: dict[str, Any]) -> dict[str, Any]:
    """*told* without what leads back to a project (see `about`)."""
    return {name: value for name, value in told.items() if name not in _TRACE}


def _tell_of_claim(claim: Claim, report: Report, *, title: str, text: str) -> None:
    words = claim.spans[0].of(text)
    if len(claim.spans) > 1:
        why = "The format has no interrupted spans: each part is a span of its own."
        report.lose("which parts of a claim belong together", why, title=title, words=words)
    if _of_claim(claim) != _bare_claim:
        report.lose("details of a claim", _SPANS_ONLY, title=title, words=words)
