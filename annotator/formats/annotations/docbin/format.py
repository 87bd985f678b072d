"""spaCy's DocBin: one Doc an article × layer, for training.

``doc.ents`` has the longest entities that do not overlap; ``doc.spans`` has all ``entities``,
``claims``, ``sources``, ``cues`` and ``contents``, each span with the id of its annotation (the
parts of an interrupted claim share one). ``doc.user_data["vaglio"]`` is the native line, so
nothing is lost. Where an annotation begins or ends inside a token, the token is cut there and
listed in ``doc.user_data["vaglio_cut"]``, so that every span is exact.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeAlias

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Span

from ...spec import Format, ReadRequest, Report
from ..native.format import encoder, lines_of
from ..shared.flat_spans import CLAIM

_ATTRIBUTES = ("ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID")


class _Token(NamedTuple):
    """Half-open in the text; *is_spaced*: one space follows that is no token of its own."""

    start: int
    end: int
    is_spaced: bool


class _Marked(NamedTuple):
    span: Span
    label: str
    owner: str
    kb_id: str = ""


_Groups: TypeAlias = dict[str, list[_Marked]]


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """A DocBin of all, held in memory to the end: that is how spaCy makes them."""
    from spacy.tokens import DocBin

    tokenizer_of = cache(_tokenizer)  # for this export only: its vocabulary grows with every id
    made = DocBin(attrs=_ATTRIBUTES, store_user_data=True)
    for annotated_article in annotated_articles:
        tokenizer = tokenizer_of(annotated_article.article.language.partition("-")[0])
        layers = sorted(annotated_article.layers, key=lambda c: c.layer.id)
        for contents, line in zip(layers or (None,), lines_of(annotated_article), strict=True):
            doc = _doc(tokenizer, annotated_article.article.text, _groups(contents))
            doc.user_data["vaglio"] = encoder.encode(line).decode()
            made.add(doc)
            report.lines += 1
            report.carried += 0 if contents is None else sum(1 for _ in contents.records())
    out.write(made.to_bytes())


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """An article for each document; see `docbin_in`."""
    from . import read as docbin_in

    yield from docbin_in.read(path, reading)


FORMAT = Format(
    name="docbin",
    title="spaCy training data",
    use="To train a spaCy model. It needs spaCy to be read.",
    group="training",
    suffixes=(".spacy",),
    reader=read,
    writer=write,
    tried=("spaCy 3.8.18",),
)


def _tokenizer(language: str) -> Any:
    """The tokenizer of *language*, or where spaCy has none, of any."""
    import spacy

    try:
        return spacy.blank(language).tokenizer
    except (ImportError, ValueError):
        return spacy.blank("xx").tokenizer


def _groups(contents: LayerContents | None) -> _Groups:
    groups: _Groups = {"entities": [], "claims": [], "sources": [], "cues": [], "contents": []}
    if contents is None:
        return groups
    for entity in contents.entities:
        marked = _Marked(entity.span, entity.label, entity.id, entity.kb_id or "")
        groups["entities"].append(marked)
    for claim in contents.claims:
        groups["claims"] += [_Marked(span, CLAIM, claim.id) for span in claim.spans]
    for attribution in contents.attributions:
        groups["sources"] += [
            _Marked(s, "SOURCE", attribution.id) for s in attribution.source_spans
        ]
        groups["cues"] += [_Marked(s, "CUE", attribution.id) for s in attribution.cue_spans]
        groups["contents"] += [
            _Marked(s, "CONTENT", attribution.id) for s in attribution.content_spans
        ]
    return groups


def _doc(tokenizer: Any, text: str, groups: _Groups) -> Any:
    from spacy.tokens import Doc, SpanGroup
    from spacy.tokens import Span as TokenSpan
    from spacy.util import filter_spans

    usual = [_Token(t.idx, t.idx + len(t), bool(t.whitespace_)) for t in tokenizer(text)]
    tokens = list(_cut(usual, [m.span for marked in groups.values() for m in marked]))
    first = {token.start: index for index, token in enumerate(tokens)}
    after = {token.end: index for index, token in enumerate(tokens, 1)}
    doc = Doc(
        tokenizer.vocab,
        words=[text[token.start : token.end] for token in tokens],
        spaces=[token.is_spaced for token in tokens],
    )
    for name, marked in groups.items():
        spans = [
            TokenSpan(
                doc, first[m.span.start], after[m.span.end], m.label, kb_id=m.kb_id, span_id=m.owner
            )
            for m in marked
        ]
        doc.spans[name] = SpanGroup(doc, name=name, spans=spans)
    doc.ents = filter_spans(doc.spans["entities"])
    cut = sorted(set(usual).difference(tokens))
    doc.user_data["vaglio_cut"] = [[token.start, token.end] for token in cut]
    return doc


def _cut(tokens: Iterable[_Token], spans: Iterable[Span]) -> Iterator[_Token]:
    """*tokens*, with more of them where a span begins or ends inside one or its space."""
    starts, ends = {s.start for s in spans}, {s.end for s in spans}
    marks = sorted(starts | ends)
    for token in tokens:
        inside = marks[bisect_right(marks, token.start) : bisect_left(marks, token.end)]
        space_is_marked = token.is_spaced and (token.end in starts or token.end + 1 in ends)
        start = token.start
        for mark in inside:
            yield _Token(start, mark, False)
            start = mark
        yield _Token(start, token.end, token.is_spaced and not space_is_marked)
        if space_is_marked:
            yield _Token(token.end, token.end + 1, False)
