"""What many formats have no place for, told of item by item."""

from __future__ import annotations

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import spans_of

from .spec import Report

_IN_TEXT = frozenset(["entities", "claims", "attributions"])
_NAMES = {
    "entities": "an entity",
    "claims": "a claim",
    "attributions": "an attribution",
    "evidence": "a piece of evidence",
    "verdicts": "a verdict",
    "judgements": "a judgement",
    "rulings": "a ruling",
}


def lose_sources(
    report: Report, annotated_article: AnnotatedArticle, contents: LayerContents, why: str
) -> None:
    """Tell of every source that the layer's evidence names."""
    names = {source.id: source.title for source in annotated_article.sources}
    for id_ in sorted({each.source_id for each in contents.evidence}):
        report.lose(
            "a source", why, title=annotated_article.article.title, words=names.get(id_, "")
        )


def lose_others(
    report: Report,
    annotated_article: AnnotatedArticle,
    contents: LayerContents,
    fields: str,
    why: str,
) -> None:
    """Tell of every record in the layer's *fields*, a list of their names with spaces between."""
    for field in fields.split():
        for record in getattr(contents, field):
            spans = spans_of(record) if field in _IN_TEXT else ()
            words = spans[0].of(annotated_article.article.text) if spans else ""
            report.lose(_NAMES[field], why, title=annotated_article.article.title, words=words)
