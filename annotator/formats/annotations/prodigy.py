"""Prodigy's JSON lines: a text with spans and relations, by a session, accepted or not.

Lines of one text by several sessions become one article with a layer for each. What a session
rejected was a proposal: it becomes a machine's layer and judgements on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.ids import new_id
from annotator.core.model import Judgement, Layer

from ..json_lines import LinePosition, first_text_objects, lines, parsed
from ..spec import Format, ReadRequest, Report, name_of, why_of
from .shared.flat_spans import about, split_about, without_trace
from .shared.imported_article import ImportedArticle, NoText
from .shared.span_graph import Edge, FormatCapabilities, Node, SpanGraph, graph_of

_HOLDS = FormatCapabilities(
    interrupted=False, why="Prodigy holds labelled spans and relations of a text."
)
_MARKS = ("answer", "_session_id", "_annotator_id", "_input_hash", "_task_hash", "_view_id")
_PROPOSED = "machine:prodigy@1"
_encoder = msgspec.json.Encoder()


# -- writing ---------------------------------------------------------------------------------


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """A line for each layer, as ``prodigy db-in`` takes them."""
    for annotated_article in annotated_articles:
        for contents in annotated_article.layers or (None,):
            out.write(_encoder.encode(_line(annotated_article, contents, report)) + b"\n")
            report.lines += 1


def _line(
    annotated_article: AnnotatedArticle, contents: LayerContents | None, report: Report
) -> dict[str, Any]:
    graph = graph_of(annotated_article, contents, report, _HOLDS)
    spans, places = [], {}
    for node in graph.nodes:
        (span,) = node.spans
        places[node.key] = {"start": span.start, "end": span.end, "label": node.label}
        made = {**places[node.key], "text": span.of(annotated_article.article.text), "id": node.key}
        spans.append(made | ({"features": node.features} if node.features else {}))
    relations = [
        {
            "head_span": places[edge.start],
            "child_span": places[edge.end],
            "head_id": edge.start,
            "child_id": edge.end,
            "label": edge.label,
        }
        for edge in graph.edges
    ]
    line: dict[str, Any] = {
        "text": annotated_article.article.text,
        "meta": about(annotated_article.article, contents),
    }
    if contents is None:  # nobody has looked
        return line | {"_session_id": None}
    if relations:
        line["relations"] = relations
    author = contents.layer.author
    whose = {"answer": "accept", "_session_id": author, "_annotator_id": author}
    return line | {"spans": spans} | whose


# -- reading ---------------------------------------------------------------------------------


def recognise(path: Path) -> bool:
    """Whether one of its first lines is one that Prodigy has saved."""
    return any(mark in line for line in first_text_objects(path) for mark in _MARKS)


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """An article for each run of lines with one text."""
    open_: _ProdigyArticle | None = None
    for raw, place in lines(path, reading):
        try:
            value = _checked(parsed(raw, place), place)
            if open_ is not None and value["text"] != open_.given:
                yield open_.annotated_article()
                open_ = None
            if open_ is None:
                open_ = _ProdigyArticle(value, reading)
            open_.take(value)
        except NoText:
            reading.report.lose("a row", "It has no text.", title=f"{name_of(path)}, {place.line}")
        except (ValueError, TypeError, KeyError, AttributeError) as err:
            reading.refuse(
                place.fault(
                    "{file}, line {line}: not as Prodigy writes it ({why})",
                    hint="Export it again with “prodigy db-out”.",
                    why=why_of(err),
                )
            )
            if reading.is_hopeless:
                return
            open_ = None
    if open_ is not None:
        yield open_.annotated_article()


def _checked(value: Any, place: LinePosition) -> dict[str, Any]:
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise place.fault(
            "{file}, line {line}: not an object with a text",
            hint="Each article is an object with the key text.",
        )
    return value


class _ProdigyArticle:
    """The lines of one text."""

    def __init__(self, value: dict[str, Any], reading: ReadRequest) -> None:
        self.given: str = value["text"]
        self._reading = reading
        meta = value.get("meta")
        known, rest = split_about(meta if isinstance(meta, dict) else {})
        kept = without_trace(rest)
        self._foreign = ImportedArticle(self.given, reading, metadata=kept, **known)
        self._rejected: dict[str, SpanGraph] = {}

    def take(self, value: dict[str, Any]) -> None:
        answer = value.get("answer", "accept")
        if answer == "ignore":
            self._foreign.lose("an answer", "It was passed over in Prodigy.", _who(value, ""))
            return
        for label in _whole(value):
            why = "It is said of the whole article, and not of words in it."
            self._foreign.lose("a label", why, label)
        graph = self._graph(value)
        who = _who(value, self._reading.author)
        if answer == "reject":
            whole = self._rejected.setdefault(who, SpanGraph())
            whole.nodes += graph.nodes
        elif "spans" in value or "relations" in value or _is_seen(value):
            self._foreign.add(who, graph)

    def _graph(self, value: dict[str, Any]) -> SpanGraph:
        nodes: list[Node] = []
        by_place: dict[tuple[Any, Any, Any], str] = {}
        for number, span in enumerate(value.get("spans") or ()):
            key = str(span.get("id") or number)
            found = self._foreign.span(span["start"], span["end"], span.get("text"))
            label = str(span.get("label") or "(no label)")
            if found is not None:
                features = span.get("features")
                said = features if isinstance(features, dict) else {}
                nodes.append(Node(key, label, (found,), {k: str(v) for k, v in said.items()}))
                by_place.setdefault((span["start"], span["end"], span.get("label")), key)
        edges = []
        for related in value.get("relations") or ():
            ends = [self._end(related, end, by_place, nodes) for end in ("head", "child")]
            if None not in ends:
                edges.append(Edge(str(ends[0]), str(ends[1]), str(related.get("label"))))
        return SpanGraph(nodes, edges)

    def _end(
        self,
        related: dict[str, Any],
        end: str,
        by_place: dict[tuple[Any, Any, Any], str],
        nodes: list[Node],
    ) -> str | None:
        """The key of what a relation begins or ends at, which need not be among the spans."""
        if (named := related.get(f"{end}_id")) is not None:
            return str(named)
        span = related.get(f"{end}_span")
        if not isinstance(span, dict):
            self._foreign.lose("a relation", "It does not say between what.", "")
            return None
        place = (span.get("start"), span.get("end"), span.get("label"))
        if place not in by_place:
            found = self._foreign.span(span["start"], span["end"])
            if found is None:
                return None
            by_place[place] = f"relation/{len(nodes)}"
            label = str(span.get("label") or "(no label)")
            nodes.append(Node(by_place[place], label, (found,)))
        return by_place[place]

    def annotated_article(self) -> AnnotatedArticle:
        if not self._rejected:
            return self._foreign.annotated_article()
        for graph in self._rejected.values():
            self._foreign.add(_PROPOSED, graph)
        made = self._foreign.annotated_article()
        proposed = next(c for c in made.layers if c.layer.author == _PROPOSED)
        layers = {c.layer.author: c for c in made.layers}
        for who in self._rejected:
            own = layers.get(who) or LayerContents(
                layer=Layer(
                    id=new_id(),
                    article_id=made.article.id,
                    author=who,
                    created_at=made.article.imported_at,
                )
            )
            layers[who] = _rejecting(own, proposed)
        ordered = tuple(sorted(layers.values(), key=lambda c: c.layer.id))
        return msgspec.structs.replace(made, layers=ordered)


def _rejecting(own: LayerContents, proposed: LayerContents) -> LayerContents:
    """*own* with a judgement that rejects each of what was *proposed*."""
    targets = [*proposed.entities, *proposed.claims]
    judgements = [
        Judgement(id=new_id(), layer_id=own.layer.id, target_id=target.id, decision="reject")
        for target in targets
    ]
    return msgspec.structs.replace(own, judgements=(*own.judgements, *judgements))


def _is_seen(value: dict[str, Any]) -> bool:
    """Whether somebody accepted a row as it is, with nothing in it: looked, and found nothing."""
    return value.get("answer") == "accept" and not any(_whole(value))


def _whole(value: dict[str, Any]) -> Iterator[str]:
    """What a line says of its whole text: the label in question, or the options that were chosen."""
    if isinstance(value.get("label"), str) and "spans" not in value:
        yield f"{value['label']}: {value.get('answer', 'accept')}"
    chosen = value.get("accept")
    yield from map(str, chosen if isinstance(chosen, list) else ())


def _who(value: dict[str, Any], author: str) -> str:
    """The session, which Prodigy calls DATASET-NAME, or who annotated."""
    for key in ("_annotator_id", "_session_id"):
        if isinstance(value.get(key), str) and value[key]:
            return str(value[key])
    return author


FORMAT = Format(
    name="prodigy",
    title="Prodigy JSON lines",
    use="Examples as prodigy db-in takes them, with relations.",
    group="tools",
    suffixes=(".jsonl",),
    reader=read,
    writer=write,
    recognise=recognise,
    joins=True,
    tried=("Potato 2.12.1",),
)
