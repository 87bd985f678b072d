"""CoNLL-2003: a word a line, four columns, a label for each word in IOB2.

The columns are the word, what follows it, the claim, and the entity that it is in. The second is that
of the part of speech in the files of 2003: it is ``-X-`` where one space follows, and else says it as
CoNLL-U does; on the first word of an article it also says what the article is about. Readers of
CoNLL-2003 take the file as it is, and the exact text comes back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from annotator.core.annotated_article import AnnotatedArticle, LayerContents

from ...file_per_article import about_of
from ...spec import Format, Report
from ..shared import whitespace
from ..shared.escape import escaper
from ..shared.span_graph import CLAIM, FormatCapabilities, Node, graph_of
from ..shared.tokens import Tokens, sentence_starts
from .read import read

HOLDS = FormatCapabilities(
    interrupted=False,
    features=False,
    relations=False,
    why="The format holds one label for each word, and no more.",
)
_START = "-DOCSTART- -X- O O\n\n"
_PLAIN = "-X-"
_solid = escaper(r"\s")


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """An article for each layer; what one column cannot hold is told of in *report*."""
    for annotated_article in annotated_articles:
        for contents in annotated_article.layers or (None,):
            rows = _WrittenArticle(annotated_article, contents, report).rows()
            out.write((_START + "".join(rows) + "\n").encode())
            report.lines += 1


FORMAT = Format(
    name="conll",
    title="CoNLL-2003 (a word a line, IOB2)",
    use="A word a line with its label, as programs that learn names read it.",
    group="training",
    suffixes=(".conll", ".iob", ".iob2", ".bio", ".bilou", ".bioes"),
    reader=read,
    writer=write,
    joins=True,
    tried=("Label Studio 1.23.2", "Potato 2.12.1"),
)


class _WrittenArticle:
    """One article with one layer, word by word."""

    def __init__(
        self, annotated_article: AnnotatedArticle, contents: LayerContents | None, report: Report
    ) -> None:
        graph = graph_of(annotated_article, contents, report, HOLDS)
        self._text = annotated_article.article.text
        self._title = annotated_article.article.title
        self._report = report
        self._about = about_of(annotated_article, contents)
        self._tokens = Tokens(self._text, [node.spans[0] for node in graph.nodes])
        self._entities = ["O"] * len(self._tokens)
        self._claims = ["O"] * len(self._tokens)
        self._held: list[range] = []
        for node in sorted(graph.nodes, key=lambda node: -len(node.spans[0])):
            self._label(node)

    def rows(self) -> list[str]:
        text, starts = self._text, self._tokens.starts
        words, between = self._tokens.cut(text)
        said = {space: _solid(whitespace.after(space)) or _PLAIN for space in set(between)}
        spaces = [said[space] for space in between]
        spaces[0] = self._first(text[: starts[0]], spaces[0])
        columns = zip(words, spaces, self._claims, self._entities, strict=True)
        rows = [f"{word} {space} {claim} {entity}\n" for word, space, claim, entity in columns]
        for number in sentence_starts(text, self._tokens, self._held) - {0}:
            rows[number] = "\n" + rows[number]
        return rows

    def _first(self, before: str, space: str) -> str:
        """The second column of the first word."""
        told = msgspec.to_builtins(self._about) | ({"spaces_before": before} if before else {})
        said = [
            f"{_camel(name)}={_solid(whitespace.quoted(value))}" for name, value in told.items()
        ]
        return "|".join(said if space == _PLAIN else [*said, space])

    def _label(self, node: Node) -> None:
        column = self._claims if node.label == CLAIM else self._entities
        (span,) = node.spans
        found = self._tokens.within(span)
        if not found:
            self._drop(node, "The format holds words, and there are none in it.")
        elif any(column[number] != "O" for number in found):
            self._drop(node, "A word has one label in the format: the longer annotation is kept.")
        else:
            label = _solid(node.label)
            column[found[0]] = f"B-{label}"
            column[found[0] + 1 : found[-1] + 1] = [f"I-{label}"] * (len(found) - 1)
            self._held.append(found)
            if not self._tokens.covers(found, span):
                what, why = "white space around an annotation", "The format holds words only."
                self._report.lose(what, why, title=self._title, words=span.of(self._text))

    def _drop(self, node: Node, why: str) -> None:
        words = node.spans[0].of(self._text)
        self._report.lose("an annotation", why, title=self._title, words=words)
        self._report.carried -= 1


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))
