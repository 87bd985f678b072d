"""Label Studio's JSON: tasks with the annotations of several people and the predictions of machines.

A region of type ``labels`` is a node; what is said of it (``choices``, ``textarea``, ``number``,
``rating``) is a feature under the name of its control, ``relation`` results are relations. Newer
front ends count code points, older ones UTF-16 units: a file's own quoted words tell. Of a text
with markup (``HyperText``) the words on the page are the text, in which its regions are counted.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.ids import new_id
from annotator.core.model import is_machine

from ...json_lines import MOST_BYTES, LinePosition, elements_of, parsed
from ...new_article import PARTICULARS
from ...spec import Format, ReadRequest, Report, name_of, why_of
from ..shared.counting import Counting, counting_of, is_same
from ..shared.flat_spans import split_about
from ..shared.imported_article import ImportedArticle, NoText
from ..shared.span_graph import Edge, FormatCapabilities, Node, SpanGraph, graph_of
from .json_min import is_min, is_min_table, json_of_table, tasks_of

_HOLDS = FormatCapabilities(
    interrupted=False, why="Label Studio holds labelled spans and relations of a text."
)
_LOOK = 1 << 16
_NUMBER_ONLY = "The file has its number only; export a snapshot with the whole of it."
_NAME, _TO = "label", "text"  # of the control and the object in the labelling config
#: The beginning of a file of tasks, annotated or not.
_TASK = re.compile(rb'(?:\xef\xbb\xbf)?\s*\[?\s*\{\s*(?:"id"\s*:\s*\d+\s*,\s*)?"data"\s*:\s*\{')
_TABLES = (".csv", ".tsv")  # JSON-MIN as rows, what was marked as JSON in a cell
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|/data/)\S+")
_NUMBERED = re.compile(r",\s*\d+$")
_SAID = {"choices": "choices", "textarea": "text", "number": "number", "rating": "rating"}


# -- writing ---------------------------------------------------------------------------------


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """An array of tasks, one a line; people's layers are annotations, machines' predictions."""
    out.write(b"[")
    between = b"\n"
    for number, annotated_article in enumerate(annotated_articles, 1):
        out.write(between + msgspec.json.encode(_task(number, annotated_article, report)))
        between = b",\n"
        report.lines += 1
    out.write(b"\n]\n")


def _task(number: int, annotated_article: AnnotatedArticle, report: Report) -> dict[str, Any]:
    article = annotated_article.article
    known = {name: value for name in PARTICULARS if (value := getattr(article, name)) is not None}
    annotations: list[dict[str, Any]] = []
    predictions: list[dict[str, Any]] = []
    for contents in annotated_article.layers:
        made = _work(annotated_article, contents, report)
        (predictions if is_machine(contents.layer.author) else annotations).append(made)
    return {
        "id": number,
        "data": {"text": article.text, **known},
        "annotations": annotations,
        "predictions": predictions,
    }


def _work(
    annotated_article: AnnotatedArticle, contents: LayerContents, report: Report
) -> dict[str, Any]:
    graph = graph_of(annotated_article, contents, report, _HOLDS)
    result: list[dict[str, Any]] = []
    for node in graph.nodes:
        result += _regions(node, annotated_article.article.text)
    for edge in graph.edges:
        related = {"from_id": edge.start, "to_id": edge.end, "type": "relation"}
        result.append({**related, "direction": "right", "labels": [edge.label]})
    layer = contents.layer
    if is_machine(layer.author):
        return {"model_version": layer.author.removeprefix("machine:"), "result": result}
    made = {"result": result, "was_cancelled": False, "ground_truth": layer.role == "gold"}
    if "@" in layer.author:
        return {"completed_by": {"email": layer.author}, **made}
    why = "Label Studio knows people by their e-mail address: it will be whoever imports the file."
    report.lose("who annotated", why, title=annotated_article.article.title, words=layer.author)
    return {"created_username": layer.author, **made}  # for us: Label Studio passes it over


def _regions(node: Node, text: str) -> Iterator[dict[str, Any]]:
    (span,) = node.spans
    place = {"start": span.start, "end": span.end, "text": span.of(text)}
    common = {"id": node.key, "to_name": _TO}
    labelled = {"labels": [node.label]}
    yield {**common, "from_name": _NAME, "type": "labels", "value": place | labelled}
    for name, value in node.features.items():
        said = {**place, "text": [value]}
        yield {**common, "from_name": name, "type": "textarea", "value": said}


# -- reading ---------------------------------------------------------------------------------


def recognise(path: Path) -> bool:
    """Whether it begins as an export of Label Studio does; the text can come after a long list."""
    with path.open("rb") as file:
        start = file.read(_LOOK)
    if path.suffix.lower() in _TABLES:
        return is_min_table(start)
    if not start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"[", b"{")):
        return False
    annotated = b'"annotations"' in start and (b'"result"' in start or b'"completed_by"' in start)
    is_task = _TASK.match(start) or (b'"data"' in start and b'"predictions"' in start)
    return bool(annotated or is_min(start) or is_task)


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    place = LinePosition(path, 1)
    size = path.stat().st_size
    if size > 16 * MOST_BYTES:
        raise place.fault(
            "{file} is too big for one JSON value", hint="Export fewer tasks at a time."
        )
    content = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    if path.suffix.lower() in _TABLES:
        content = json_of_table(content, path.suffix.lower())
    tasks = _Tasks(content, place)
    counting = counting_of(_quoted(tasks))
    for number, task in enumerate(tasks, 1):
        try:
            yield _annotated_article(task, counting, reading)
        except NoText:
            reading.report.lose("a task", "It has no text.", title=f"{name_of(path)}, {number}")
        except (ValueError, TypeError, KeyError, AttributeError) as err:
            reading.refuse(
                place.fault(
                    "{file}: task {number} is not as Label Studio writes them ({why})",
                    hint="Export it again as JSON, with the texts in it.",
                    number=number,
                    why=why_of(err),
                )
            )
            if reading.is_hopeless:
                return
        reading.progress(size * number // len(tasks))


class _Tasks:
    """The tasks of a file, each parsed when it is asked for; rows of JSON-MIN all at once."""

    def __init__(self, content: bytes, place: LinePosition) -> None:
        self._place = place
        self._raw = elements_of(content, place)
        self._made = tasks_of([*self._parsed()]) if is_min(content[:_LOOK]) else None

    def __len__(self) -> int:
        return len(self._raw if self._made is None else self._made)

    def __iter__(self) -> Iterator[Any]:
        return self._parsed() if self._made is None else iter(self._made)

    def _parsed(self) -> Iterator[Any]:
        return (parsed(bytes(each), self._place) for each in self._raw)


def _quoted(tasks: Iterable[Any]) -> Iterator[tuple[str, int, int, str]]:
    """Some of the words that the file quotes, with what it says of their place."""
    found = (quote for task in tasks if isinstance(task, dict) for quote in _quotes(task))
    yield from itertools.islice(found, 2000)


def _quotes(task: dict[str, Any]) -> Iterator[tuple[str, int, int, str]]:
    name, text = _text_of(task)
    if not name:
        return
    for result in _results(task):
        value = result.get("value")
        if isinstance(value, dict) and isinstance(value.get("text"), str):
            start, end = _place_of(value)
            if isinstance(start, int) and isinstance(end, int) and 0 <= start < end:
                yield text, start, end, value["text"]


def _results(task: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for part in ("annotations", "completions", "predictions"):
        for each in task.get(part) or ():
            if isinstance(each, dict):
                yield from (r for r in each.get("result") or () if isinstance(r, dict))


def _text_of(task: dict[str, Any]) -> tuple[str, str]:
    """The name and the value of what was labelled: what regions point to, else the longest text."""
    data = task.get("data")
    texts = {k: v for k, v in data.items() if isinstance(v, str)} if isinstance(data, dict) else {}
    wanted = ("text", *(str(result.get("to_name")) for result in _results(task)))
    longest = max(texts, key=lambda name: len(texts[name]), default="")
    name = next((name for name in wanted if name in texts), "")
    if not name and texts:  # where the words that it quotes are, else the longest
        name = max(texts, key=lambda each: (_fitting(task, texts[each]), each == longest))
    text = texts.get(name, "")
    has_markup = any(result.get("type") == "hypertextlabels" for result in _results(task))
    return name, _words_of(text) if has_markup else text


def _fitting(task: dict[str, Any], text: str) -> int:
    """How many regions of a task quote words that stand in this text at their place."""
    values = [r["value"] for r in _results(task) if isinstance(r.get("value"), dict)]
    places = [(*_place_of(value), value.get("text")) for value in values]
    return sum(
        isinstance(start, int)
        and isinstance(end, int)
        and isinstance(words, str)
        and is_same(text[start:end], words)
        for start, end, words in places
    )


def _words_of(markup: str) -> str:
    """What a page shows, as a browser counts it: all its text and nothing between."""
    from lxml import html

    return str(html.fragment_fromstring(markup, create_parent=True).text_content())


def _place_of(value: dict[str, Any]) -> tuple[Any, Any]:
    """Where a region begins and ends; of one in markup, in the words on the page."""
    whole = value.get("globalOffsets")
    told = whole if isinstance(whole, dict) else value
    return told.get("start"), told.get("end")


def _annotated_article(task: Any, counting: Counting, reading: ReadRequest) -> AnnotatedArticle:
    if not isinstance(task, dict):
        raise ValueError("it is no object")
    name, text = _text_of(task)
    if not name:
        raise ValueError("there is no text in its data")
    if _ADDRESS.fullmatch(text):
        raise ValueError(f"its text is not in it, but at {text[:100]}")
    data = task.get("data")
    rest = {k: v for k, v in data.items() if k != name} if isinstance(data, dict) else {}
    known, rest = split_about(rest)
    kept: dict[str, Any] = {"label_studio": rest} if rest else {}
    if counting.unit == "utf16":
        kept["offsets"] = "UTF-16"
    foreign = ImportedArticle(text, reading, counting=counting, metadata=kept, **known)
    works = task.get("annotations") or task.get("completions") or []
    for work in works:
        if isinstance(work, int):
            foreign.lose("an annotation", _NUMBER_ONLY, str(work))
            continue
        if work.get("was_cancelled"):
            foreign.lose("an annotation", "It was skipped in Label Studio.", _who(work, reading))
            continue
        foreign.add(_who(work, reading), _graph(work, foreign))
    for work in _predictions(task.get("predictions") or [], works):
        if isinstance(work, int):
            foreign.lose("a prediction", _NUMBER_ONLY, str(work))
            continue
        version = str(work.get("model_version") or "label-studio@1")
        author = version if "@" in version else f"{version}@1"
        foreign.add(f"machine:{author}", _graph(work, foreign))
    return foreign.annotated_article()


def _predictions(listed: list[Any], works: list[Any]) -> Iterator[Any]:
    """Those of a task; of one that is there by its number, what an annotation has that began so."""
    begun = [work.get("prediction") for work in works if isinstance(work, dict)]
    known = {each.get("id"): each for each in begun if isinstance(each, dict)}
    for each in listed:
        yield known.get(each, each) if isinstance(each, int) else each


def _who(work: dict[str, Any], reading: ReadRequest) -> str:
    """Whose work it is: an e-mail address or a name; a bare number says too little."""
    by = work.get("completed_by")
    if isinstance(by, dict):
        names = " ".join(filter(None, (by.get("first_name"), by.get("last_name"))))
        by = by.get("email") or names or by.get("id")
    shown = work.get("created_username")
    if not isinstance(by, str) and isinstance(shown, str):  # " anna@example.org, 3"
        by = _NUMBERED.sub("", shown).strip() or by
    if by == "gold" and not work.get("ground_truth"):
        return reading.author
    if isinstance(by, str) and by:
        return by
    return f"annotator {by}" if isinstance(by, int) else reading.author


def _graph(work: dict[str, Any], foreign: ImportedArticle) -> SpanGraph:
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    said: dict[str, dict[str, str]] = {}
    for result in work.get("result") or ():
        kind = result.get("type")
        value = result.get("value") or {}
        key = str(result.get("id") or new_id())
        if kind == "relation":
            for label in result.get("labels") or ["related"]:
                edges.append(Edge(str(result["from_id"]), str(result["to_id"]), str(label)))
        elif kind in ("labels", "hypertextlabels"):
            for node in _labelled(key, value, foreign):
                nodes[node.key] = node
        elif kind in _SAID:
            given = value.get(_SAID[kind])
            words = [str(each) for each in (given if isinstance(given, list) else [given])]
            said.setdefault(key, {})[str(result.get("from_name"))] = " ".join(words)
        else:
            foreign.lose("an annotation", "Its type is not one of a text.", str(kind))
    for key, features in said.items():
        if key in nodes:
            nodes[key] = msgspec.structs.replace(nodes[key], features=features)
        else:
            why = "It is said of the whole article, and not of words in it."
            for name, told in features.items():
                foreign.lose("an attribute", why, f"{name}={told}")
    return SpanGraph(list(nodes.values()), edges)


def _labelled(key: str, value: dict[str, Any], foreign: ImportedArticle) -> Iterator[Node]:
    """A node for each label of a region; what Label Studio saves as 0-based text offsets."""
    (start, end), words = _place_of(value), value.get("text")
    if not isinstance(start, int) or not isinstance(end, int):
        foreign.lose("an annotation", "It is not in the text.", str(words or ""))
        return
    span = foreign.span(start, end, words if isinstance(words, str) else None)
    labels = value.get("labels") or value.get("hypertextlabels") or ["(no label)"]
    for number, label in enumerate(labels):
        if span is not None:
            yield Node(f"{key}#{number}" if number else key, str(label), (span,))


FORMAT = Format(
    name="labelstudio",
    title="Label Studio JSON",
    use="Tasks with everybody's annotations, to be imported in Label Studio.",
    group="tools",
    tried=("Label Studio 1.23.2",),
    suffixes=(".json", *_TABLES),
    reader=read,
    writer=write,
    recognise=recognise,
)
