"""Desks with articles on them, for the dialogs that need some."""

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.ids import new_id
from annotator.core.model import Article, Entity, Layer
from annotator.core.text import sha256
from annotator.services.session import Session
from annotator.store import Store
from tests import notation


def seed(store: Store, *marked: str, author: str = "anna") -> Session:
    """A desk of *author* on *store*, who has marked the texts as the notation says."""
    store.load([_annotated_article(each, author) for each in marked], author=author, tool="test")
    return Session(store, author)


def _annotated_article(marked: str, author: str) -> AnnotatedArticle:
    text, spans = notation.parse(marked)
    article = Article(id=new_id(), title=text[:20], text=text, sha256=sha256(text))
    layer = Layer(
        id=new_id(),
        article_id=article.id,
        author=author,
        role="machine" if author.startswith("machine") else "analyst",
        created_at="2026-01-01T00:00:00.000Z",
    )
    entities = tuple(
        Entity(id=new_id(), layer_id=layer.id, span=span, label=label) for span, label in spans
    )
    return AnnotatedArticle(
        article=article, layers=(LayerContents(layer=layer, entities=entities),)
    )


def labels(session: Session) -> list[str]:
    """The labels of all entities, sorted."""
    found = [
        entity.label
        for annotated_article in session.store.annotated_articles()
        for layer in annotated_article.layers
        for entity in layer.entities
    ]
    return sorted(found)
