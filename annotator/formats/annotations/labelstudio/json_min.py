"""Label Studio's JSON-MIN: a row for each annotation, its controls beside the data of the task.

A control with regions is a list of objects with ``start`` and ``end``; what is said of a region
with ``choices`` or the like stands under the name of its own control, at the same place. What is
written in a ``TextArea`` stands there without its place, and so among the data.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
from collections.abc import Iterator
from typing import Any

_BOOKS = {"id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time"}
_MARKS = (b'"annotation_id"', b'"annotator"')


def is_min(start: bytes) -> bool:
    """Whether the first bytes of a file are of such rows."""
    return all(mark in start for mark in _MARKS)


def is_min_table(start: bytes) -> bool:
    """Whether the first bytes of a table are of such rows, with what was marked in its cells."""
    head = start.lstrip(b"\xef\xbb\xbf").partition(b"\n")[0]
    names = {name.strip(b'" \r') for name in head.replace(b"\t", b",").split(b",")}
    return {b"annotation_id", b"annotator"} <= names


def json_of_table(content: bytes, suffix: str) -> bytes:
    """The same rows as JSON-MIN: a cell that holds JSON as what it holds."""
    csv.field_size_limit(len(content) + 1)
    lines = io.StringIO(content.decode("utf-8"), newline="")
    rows = csv.DictReader(lines, delimiter="\t" if suffix == ".tsv" else ",")
    made = [{name: _cell(words) for name, words in row.items() if name} for row in rows]
    return json.dumps(made, ensure_ascii=False).encode()


def _cell(words: Any) -> Any:
    if isinstance(words, str) and words[:1] in ("[", "{"):
        with contextlib.suppress(ValueError, RecursionError):
            return json.loads(words)
    return words


def tasks_of(rows: list[Any]) -> list[Any]:
    """The same as whole tasks; what are no such rows stays as it is."""
    if not all(
        isinstance(row, dict) and {"annotator", "annotation_id"} <= row.keys() for row in rows
    ):
        return rows
    tasks: dict[str, dict[str, Any]] = {}
    for row in rows:
        said = {name: regions for name, value in row.items() if (regions := _regions(value))}
        data = {k: v for k, v in row.items() if k not in said and k not in _BOOKS}
        task = tasks.setdefault(str(row.get("id")), {"data": data, "annotations": []})
        task["data"] = data | task["data"]
        work = {"completed_by": row.get("annotator"), "result": [*_results(said)]}
        task["annotations"].append(work)
    return [*tasks.values()]


def _regions(value: Any) -> list[dict[str, Any]]:
    """The places in the text that a control says something of; empty if it is none such."""
    listed = value if isinstance(value, list) else [value]
    are_places = all(isinstance(each, dict) and {"start", "end"} <= each.keys() for each in listed)
    return listed if are_places else []


def _results(said: dict[str, list[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """The regions, with ids, and then what is said of those at the same place."""
    ids: dict[tuple[Any, Any], str] = {}
    later: list[tuple[str, str, dict[str, Any]]] = []
    for name, regions in said.items():
        for number, region in enumerate(regions):
            kind = next((k for k in region if k not in ("start", "end", "text")), "labels")
            if kind not in ("labels", "hypertextlabels"):
                later.append((name, kind, region))
                continue
            id_ = f"{name}:{number}"
            ids.setdefault((region["start"], region["end"]), id_)
            yield {"id": id_, "from_name": name, "type": kind, "value": region}
    for name, kind, region in later:
        id_ = ids.get((region["start"], region["end"]), f"{name}?")
        yield {"id": id_, "from_name": name, "type": kind, "value": region}
