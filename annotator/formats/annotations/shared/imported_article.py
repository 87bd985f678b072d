"""An article as another tool has it, on its way in: its text, its offsets, and whose spans they are."""

from __future__ import annotations

from typing import Any

import msgspec

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.model import Span

from ...new_article import MOST_CHARACTERS, article
from ...spec import ReadRequest
from .counting import PLAIN, Counting, OffsetMap, Unit, is_same
from .span_graph import Edge, SpanGraph
from .span_graph_import import layer_of

_ELSEWHERE = "Its words are not those of the text there."
_OUTSIDE = "It is not in the text."


class NoText(ValueError):
    """There is nothing to be an article: the text is empty."""


class ImportedArticle:
    """The text is made canonical; spans are moved along, and refused where they do not fit.

    *counting* is what the offsets of the file count, or *unit*, where the format says it. *about*
    is what `new_article.article` takes.

    Raises:
        NoText: the text is empty.
        ValueError: it is too long for one article.
    """

    def __init__(
        self,
        text: str,
        reading: ReadRequest,
        *,
        unit: Unit = "points",
        counting: Counting = PLAIN,
        **about: Any,
    ) -> None:
        if not text or text.isspace():
            raise NoText("the text is empty")
        if len(text) > MOST_CHARACTERS:
            raise ValueError("the text is too long for one article")
        canonical, self._places = texts.canonical_with_map(text)
        self._given = text
        counting = counting if unit == "points" else Counting(unit)
        self._offsets = None if counting.is_plain else OffsetMap(text, counting)
        self.article = article(canonical, is_canonical=True, **about)
        self._reading = reading
        self._graphs: dict[str, SpanGraph] = {}

    @property
    def text(self) -> str:
        """As it is stored."""
        return self.article.text

    def span(
        self, start: int, end: int, words: str | None = None, *, what: str = "an annotation"
    ) -> Span | None:
        """A span of the file as one of the article; None, and told of, where it does not fit.

        *words* are what the file says that stands there.
        """
        shown = words or f"{start}-{end}"
        if self._offsets is not None and 0 <= start <= end:
            start, end = self._offsets.span(start, end)
        if not 0 <= start < end <= len(self._given):
            self.lose(what, _OUTSIDE, shown)
            return None
        if words is not None and not is_same(self._given[start:end], words):
            self.lose(what, _ELSEWHERE, shown)
            return None
        if self._places is not None:
            start, end = self._places[start], self._places[end]
            if start == end:
                self.lose(what, _OUTSIDE, shown)
                return None
        return Span(start, end)

    def add(self, author: str, graph: SpanGraph) -> None:
        """What *author* said; several graphs of one author become one layer.

        An empty graph is a layer too: somebody looked and found nothing.
        """
        whole = self._graphs.setdefault(author, SpanGraph())
        if not whole.nodes:
            whole.nodes += graph.nodes
            whole.edges += graph.edges
            return
        part = f"{len(whole.nodes)}/"
        whole.nodes += [msgspec.structs.replace(n, key=part + n.key) for n in graph.nodes]
        whole.edges += [
            Edge(part + edge.start, part + edge.end, edge.label) for edge in graph.edges
        ]

    def lose(self, what: str, why: str, words: str = "") -> None:
        """Tell of something in this article that could not be taken in."""
        self._reading.report.lose(what, why, title=self.article.title, words=words)

    def annotated_article(self) -> AnnotatedArticle:
        layer_contents = [
            layer_of(
                graph,
                article_id=self.article.id,
                author=author,
                text=self.text,
                title=self.article.title,
                reading=self._reading,
                created_at=self.article.imported_at,
            )
            for author, graph in self._graphs.items()
        ]
        return AnnotatedArticle(
            article=self.article, layers=tuple(sorted(layer_contents, key=lambda c: c.layer.id))
        )
