"""An article, its layers and changes without a store: for tests of what verbs do."""

from __future__ import annotations

import re

from annotator.core.annotated_article import AnnotatedArticle, LayerContents, place_of
from annotator.core.changes import Change
from annotator.core.editing.analyst_view import AnalystView
from annotator.core.ids import new_id
from annotator.core.model import (
    Article,
    Attribution,
    Claim,
    Entity,
    Evidence,
    Judgement,
    Layer,
    Verdict,
)
from annotator.core.text import sha256
from tests import notation

ANALYST = "anna"
MACHINE = "machine:test@1"


def article(text: str) -> Article:
    return Article(id=new_id(), title="", text=text, sha256=sha256(text))


def machine_layer(of: Article, spans: list, *, at: str = "1", **more) -> LayerContents:
    layer = Layer(id=new_id(), article_id=of.id, author=MACHINE, role="machine", created_at=at)
    entities, claims = [], []
    for span, label in spans:
        if label == "CLAIM":
            claims.append(Claim(id=new_id(), layer_id=layer.id, spans=(span,), origin="machine"))
        else:
            entities.append(
                Entity(id=new_id(), layer_id=layer.id, span=span, label=label, origin="machine")
            )
    return LayerContents(layer=layer, entities=tuple(entities), claims=tuple(claims), **more)


def suggested(marked: str) -> AnalystView:
    """A sheet on which everything marked is a suggestion, and nothing was done yet."""
    text, spans = notation.parse(marked)
    made = article(text)
    return AnalystView(
        AnnotatedArticle(article=made, layers=(machine_layer(made, spans),)), ANALYST
    )


def after(analyst_view: AnalystView, change: Change) -> AnalystView:
    """The sheet with *change* done to the analyst's layer, each `before` checked."""
    records = {}
    if analyst_view.mine:
        records = {r.id: r for r in analyst_view.mine.records()} | {
            analyst_view.mine.layer.id: analyst_view.mine.layer
        }
    for edit in change.edits:
        assert records.get(edit.record.id) == edit.before
        if edit.after is None:
            del records[edit.record.id]
        else:
            records[edit.record.id] = edit.after
    layers = [c for c in (*analyst_view._earlier, analyst_view.machine) if c]
    if layer := next((r for r in records.values() if isinstance(r, Layer)), None):
        assert all(getattr(r, "layer_id", layer.id) == layer.id for r in records.values())
        layers.append(contents_of(layer, list(records.values())))
    return AnalystView(
        AnnotatedArticle(article=analyst_view.article, layers=tuple(layers)), analyst_view.analyst
    )


def contents_of(layer: Layer, records: list) -> LayerContents:
    def every(kind):
        return tuple(sorted((r for r in records if isinstance(r, kind)), key=place_of))

    return LayerContents(
        layer=layer,
        entities=every(Entity),
        claims=every(Claim),
        attributions=every(Attribution),
        evidence=every(Evidence),
        verdicts=every(Verdict),
        judgements=every(Judgement),
    )


def mine(analyst_view: AnalystView) -> str:
    """The analyst's own layer in notation."""
    return notation.show(
        analyst_view.article.text, _marks(analyst_view.entities, analyst_view.claims)
    )


def waiting(analyst_view: AnalystView) -> str:
    """What is still suggested, in notation."""
    entities = [s for s in analyst_view.suggestions if isinstance(s, Entity)]
    claims = [s for s in analyst_view.suggestions if isinstance(s, Claim)]
    return notation.show(analyst_view.article.text, _marks(entities, claims))


def span(analyst_view: AnalystView, words: str):
    from annotator.core.model import Span

    return Span(*re.search(re.escape(words), analyst_view.article.text).span())


def find(analyst_view: AnalystView, words: str, kind: type = Entity) -> str:
    """The id of the annotation over *words*, own or suggested."""
    for each in analyst_view.in_order:
        if isinstance(each, kind) and analyst_view.words_of(each) == words:
            return each.id
    raise AssertionError(f"nothing on {words!r}")


def _marks(entities, claims):
    return [(e.span, e.label) for e in entities] + [(s, "CLAIM") for c in claims for s in c.spans]
