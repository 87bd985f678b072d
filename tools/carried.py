"""What of an article with everything arrives through a format: found by writing it and reading it again.

Of a format that is only written, its own report says it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeAlias

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Claim, spans_of
from annotator.formats import FormatEntry, Report, read, write
from annotator.formats.annotations.shared.span_graph import features_of

ALL, SOME, NONE = "●", "◐", "–"
_Found: TypeAlias = set[Any]

#: What the losses of each kind are called in a report.
LOSSES = {
    "entities": ("an entity", "an annotation"),
    "claims": ("a claim", "which parts of a claim belong together"),
    "attributions": ("an attribution",),
    "details": ("details of an entity", "details of a claim", "details of an attribution"),
    "sources, verdicts": (
        *("a source", "a piece of evidence", "a verdict"),
        *("the stance of a piece of evidence", "the quote of a piece of evidence"),
    ),
    "review": ("a judgement", "a ruling"),
    "people": ("who annotated",),
}


def _entities(contents: LayerContents) -> Iterable[Any]:
    return ((entity.span, entity.label) for entity in contents.entities)


def _claims(contents: LayerContents) -> Iterable[Any]:
    for claim in contents.claims:
        yield claim.spans
        yield from claim.spans  # a part of one that is interrupted is some of it


def _attributions(contents: LayerContents) -> Iterable[Any]:
    spans: dict[str, Claim] = {claim.id: claim for claim in contents.claims}
    for said in contents.attributions:
        about = tuple(spans[id_].spans for id_ in said.claims)
        yield said.source_spans, said.cue_spans, said.content_spans, about


def _details(contents: LayerContents) -> Iterable[Any]:
    for record in (*contents.entities, *contents.claims, *contents.attributions):
        for name, value in features_of(record).items():
            yield spans_of(record)[:1], name, value


def _sources(contents: LayerContents) -> Iterable[Any]:
    yield from ((each.stance, each.quote) for each in contents.evidence)
    yield from ((each.label, each.justification) for each in contents.verdicts)


def _review(contents: LayerContents) -> Iterable[Any]:
    yield from (("judgement", each.decision) for each in contents.judgements)
    yield from (("ruling", each.outcome, each.reason) for each in contents.rulings)


def _people(contents: LayerContents) -> Iterable[Any]:
    yield contents.layer.author


_KINDS: dict[str, Callable[[LayerContents], Iterable[Any]]] = {
    "entities": _entities,
    "claims": _claims,
    "attributions": _attributions,
    "details": _details,
    "sources, verdicts": _sources,
    "review": _review,
    "people": _people,
}
KINDS = tuple(_KINDS)


def carried(format: FormatEntry, annotated_article: AnnotatedArticle) -> dict[str, str]:
    """For each of `KINDS` whether all, some or none of it arrives through *format*."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a" + format.suffix)
        report = write([annotated_article], path, format=format.name)
        if not format.reads:
            return {kind: _by_report(kind, annotated_article, report) for kind in KINDS}
        found = [*read(path, author="somebody", problems=_stop)]
    return {kind: _by_reading(get, annotated_article, found) for kind, get in _KINDS.items()}


def _by_reading(
    get: Callable[[LayerContents], Iterable[Any]],
    given: AnnotatedArticle,
    found: Iterable[AnnotatedArticle],
) -> str:
    wanted: _Found = {each for contents in given.layers for each in get(contents)}
    there: _Found = {each for back in found for contents in back.layers for each in get(contents)}
    if wanted <= there:
        return ALL
    return SOME if wanted & there else NONE


def _by_report(kind: str, given: AnnotatedArticle, report: Report) -> str:
    lost = sum(count for (what, _), count in report.tally.items() if what in LOSSES[kind])
    if not lost:
        return ALL
    there = sum(1 for contents in given.layers for _ in _KINDS[kind](contents))
    return SOME if lost < there else NONE


def _stop(fault: Exception) -> None:
    raise fault
