"""CoNLL-U: ten columns, sentences with their texts, and in MISC what follows a word and what it begins.

``Spans=3:2:PER`` on a word says that annotation 3, a ``PER``, begins there and has two words; several
are parted by ``;``, and one that is interrupted is there for each of its parts. Comments before the
first sentence say the rest: ``# span.3.kb_id = Q1``, ``# relation = 4 SAID_BY 5``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import msgspec

from annotator.core.annotated_article import AnnotatedArticle, LayerContents

from ...file_per_article import about_of
from ...spec import Format, Report
from ...text_lines import rows
from ..shared import whitespace
from ..shared.escape import escaper, on_a_line
from ..shared.span_graph import FormatCapabilities, Node, graph_of
from ..shared.tokens import Tokens, sentence_starts
from .read import is_row, read

HOLDS = FormatCapabilities(
    why="The format holds labelled words, relations between them, and what is said of each."
)
_EMPTY = "\t_" * 7  # nobody has parsed them
_in_a_list = escaper(r"[\s|;]")
_solid = escaper(r"\s")


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """A document for each article × layer."""
    for annotated_article in annotated_articles:
        for contents in annotated_article.layers or (None,):
            lines = _SentenceArticle(annotated_article, contents, report).lines()
            out.write("".join(lines).encode())
            report.lines += 1


def recognise(path: Path) -> bool:
    """Whether a file is CoNLL-U by its name, or has its ten columns."""
    if path.suffix.lower() == ".conllu":
        return True
    first = next((row for row in rows(path) if row and not row.isspace() and row[0] != "#"), "")
    return is_row(first)


FORMAT = Format(
    name="conllu",
    title="CoNLL-U (words, with spans in MISC)",
    use="A word a line; claims and who says them stand in its last column.",
    group="training",
    suffixes=(".conllu", ".conll"),
    reader=read,
    writer=write,
    recognise=recognise,
    joins=True,
    tried=("Potato 2.12.1", "conllu 6.0.0", "pyconll 3.3.1"),
)


class _SentenceArticle:
    """One article with one layer, sentence by sentence."""

    def __init__(
        self, annotated_article: AnnotatedArticle, contents: LayerContents | None, report: Report
    ) -> None:
        self._graph = graph_of(annotated_article, contents, report, HOLDS)
        self._text = annotated_article.article.text
        self._title = annotated_article.article.title
        self._report = report
        self._name = _solid(contents.layer.id if contents else annotated_article.article.id)
        self._about = msgspec.to_builtins(about_of(annotated_article, contents))
        self._tokens = Tokens(self._text, [s for node in self._graph.nodes for s in node.spans])
        self._begun: dict[int, list[str]] = {}  # what begins at a word
        self._numbers: dict[str, int] = {}
        for node in self._graph.nodes:
            self._place(node)

    def lines(self) -> list[str]:
        text, starts = self._text, self._tokens.starts
        words, between = self._tokens.cut(text)
        said = {space: _solid(whitespace.after(space)) or "_" for space in set(between)}
        misc = [said[space] for space in between]
        for number, begun in self._begun.items():
            spans = f"Spans={';'.join(begun)}"
            misc[number] = spans if misc[number] == "_" else f"{misc[number]}|{spans}"
        if before := text[: starts[0]]:
            said_before = f"SpacesBefore={_solid(whitespace.quoted(before))}"
            misc[0] = said_before if misc[0] == "_" else f"{said_before}|{misc[0]}"
        lines = [f"# newdoc id = {self._name}\n", *self._comments()]
        firsts = sorted(sentence_starts(text, self._tokens, ()))
        for number, (first, after) in enumerate(
            zip(firsts, [*firsts[1:], len(words)], strict=True), 1
        ):
            if first and "\n" in between[first - 1]:
                lines.append("# newpar\n")
            spaced = [
                w + " " if s else w
                for w, s in zip(words[first:after], between[first:after], strict=True)
            ]
            lines.append(
                f"# sent_id = {self._name}-{number}\n# text = {''.join(spaced).rstrip(' ')}\n"
            )
            lines += [
                f"{place}\t{word}{_EMPTY}\t{said_}\n"
                for place, (word, said_) in enumerate(
                    zip(words[first:after], misc[first:after], strict=True), 1
                )
            ]
            lines.append("\n")
        return lines

    def _comments(self) -> list[str]:
        """What the article is about, the details of its annotations, and their relations."""
        told = [f"# {name} = {on_a_line(value)}\n" for name, value in self._about.items()]
        for node in self._graph.nodes:
            if (number := self._numbers.get(node.key)) is not None:
                told += [
                    f"# span.{number}.{name} = {on_a_line(value)}\n"
                    for name, value in node.features.items()
                ]
        for edge in self._graph.edges:
            start, end = self._numbers.get(edge.start), self._numbers.get(edge.end)
            if start is not None and end is not None:
                told.append(f"# relation = {start} {edge.label} {end}\n")
        return told

    def _place(self, node: Node) -> None:
        parts = [(span, self._tokens.within(span)) for span in node.spans]
        if not any(found for _, found in parts):
            why = "The format holds words, and there are none in it."
            self._lose("an annotation", why, node)
            self._report.carried -= 1
            return
        number = self._numbers[node.key] = len(self._numbers) + 1
        label = _in_a_list(node.label)
        for span, found in parts:
            if found:
                said = f"{number}:{len(found)}:{label}"
                self._begun.setdefault(found[0], []).append(said)
            if not found or not self._tokens.covers(found, span):
                self._lose("white space around an annotation", "The format holds words only.", node)

    def _lose(self, what: str, why: str, node: Node) -> None:
        words = node.spans[0].of(self._text)
        self._report.lose(what, why, title=self._title, words=words)
