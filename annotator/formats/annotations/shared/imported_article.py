"""An article as another tool has it, on its way in: its text, its offsets, and whose spans they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

import msgspec

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.model import Span

from ...new_article import MOST_CHARACTERS, article
from ...spec import ReadRequest
from .span_graph import Edge, SpanGraph
from .span_graph_import import layer_of

Unit: TypeAlias = Literal["points", "utf16"]
_ELSEWHERE = "Its words are not those of the text there."
_OUTSIDE = "It is not in the text."


class ImportedArticle:
    """The text is made canonical; spans are moved along, and refused where they do not fit.

    *unit* is what the offsets of the file count: code points, or UTF-16 units as Java and
    JavaScript do; see `unit_of`. *about* is what `new_article.article` takes.

    Raises:
        ValueError: the text is empty, or too long for one article.
    """

    def __init__(
        self, text: str, reading: ReadRequest, *, unit: Unit = "points", **about: Any
    ) -> None:
        if not text or text.isspace() or len(text) > MOST_CHARACTERS:
            raise ValueError("the text is empty, or too long for one article")
        canonical, self._places = texts.canonical_with_map(text)
        self._given = text
        self._units = texts.Utf16Map(text) if unit == "utf16" else None
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
        if self._units is not None and 0 <= start < end:
            start, end = self._units.to_points(start), self._units.to_points(end)
        if not 0 <= start < end <= len(self._given):
            self.lose(what, _OUTSIDE, shown)
            return None
        if words is not None and self._given[start:end] != words:
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


def unit_of(quoted: Iterable[tuple[str, int, int, str]]) -> Unit:
    """What the offsets of a file count, told by the words that it quotes.

    *quoted* are (text, start, end, words). Where both fit, or neither does, code points.
    """
    points = wide = 0
    of, units = "", texts.Utf16Map("")
    for text, start, end, words in quoted:
        if text is not of:
            of, units = text, texts.Utf16Map(text)
        is_point = text[start:end] == words
        is_wide = text[units.to_points(start) : units.to_points(end)] == words
        points += is_point and not is_wide
        wide += is_wide and not is_point
    return "utf16" if wide > points else "points"
