"""Articles, layers and changes for the tests of the store."""

from __future__ import annotations

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.changes import Change, Edit, change
from annotator.core.ids import new_id, now
from annotator.core.model import Article, Claim, Entity, Judgement, Layer, with_
from annotator.store import Store
from tests.notation import parse

SAMPLE = "{[Mario Rossi|PER] vive a [Roma|LOC]|CLAIM}, dice l’[ANSA|ORG]."


def article_of(text: str, **fields: object) -> Article:
    made = Article(id=new_id(), title=texts.guess_title(text), text=text, sha256=texts.sha256(text))
    return with_(made, imported_at=now(), **fields)


def annotations_of(marked: str, layer_id: str, **fields: object) -> tuple[str, list, list]:
    """The text of *marked*, its entities and its claims."""
    text, found = parse(marked)
    entities = [
        Entity(id=new_id(), layer_id=layer_id, span=span, label=label, **fields)
        for span, label in sorted(found)
        if label != "CLAIM"
    ]
    claims = [
        Claim(id=new_id(), layer_id=layer_id, spans=(span,), **fields)
        for span, label in sorted(found)
        if label == "CLAIM"
    ]
    return text, entities, claims


def annotated_article_of(marked: str, author: str = "anna") -> AnnotatedArticle:
    """An article with one layer by *author*, as *marked* says."""
    layer_id = new_id()
    text, entities, claims = annotations_of(marked, layer_id)
    article = article_of(text)
    layer = Layer(id=layer_id, article_id=article.id, author=author, created_at=now())
    contents = LayerContents(layer=layer, entities=tuple(entities), claims=tuple(claims))
    return AnnotatedArticle(article=article, layers=(contents,))


def load(store: Store, *annotated_articles: AnnotatedArticle) -> None:
    store.load(annotated_articles, author="anna", tool="test")


def suggest(store: Store, marked: str, author: str = "machine:rules@1") -> tuple[Article, Layer]:
    """The article of *marked*, loaded if it is new, with what a machine marked in it."""
    layer_id = new_id()
    text, entities, claims = annotations_of(marked, layer_id, origin="machine")
    article = store.article_by_sha256(texts.sha256(text))
    if article is None:
        article = article_of(text)
        load(store, AnnotatedArticle(article=article))
    layer = store.save_suggestions(
        article.id, author, entities, claims, layer_id=layer_id, seconds=0.1
    )
    return article, layer


def own_layer(store: Store, article: Article, author: str = "anna") -> Layer:
    """The layer of *author* there, made if need be."""
    if (known := store.layer(article.id, author)) is not None:
        return known
    layer = Layer(id=new_id(), article_id=article.id, author=author, created_at=now())
    store.apply(change("begin", [Edit(None, layer)], by=author, article_id=article.id))
    return layer


def accepting(layer: Layer, *targets: Entity | Claim, decision: str = "accept") -> Change:
    """The change by which the owner of *layer* takes over, or only judges, *targets*."""
    edits = []
    for target in targets:
        if decision == "accept":
            copy = with_(target, id=new_id(), layer_id=layer.id, derived_from=target.id)
            edits.append(Edit(None, copy))
        judged = Judgement(id=new_id(), layer_id=layer.id, target_id=target.id, decision=decision)
        edits.append(Edit(None, judged))
    return change(decision, edits, by=layer.author, article_id=layer.article_id)


def relabelling(layer: Layer, entity: Entity, label: str) -> Change:
    edits = [Edit(entity, with_(entity, label=label))]
    return change("relabel", edits, by=layer.author, article_id=layer.article_id)
