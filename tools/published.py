"""What is published about formats: the JSON Schema of a native line, the tables in the docs.

``python -m tools.published`` writes both anew; tests compare. What a format carries is found by
trying it (see `carried`), how fast it is by ``benchmarks/formats.py``, which keeps its figures in
``benchmarks/formats.json``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from annotator.core.paths import RESOURCES
from annotator.formats import FormatEntry, formats
from annotator.formats.annotations.native import records
from tests.formats.samples import full

from .carried import KINDS, carried

SCHEMA = RESOURCES / "jsonl.schema.json"
DOCS = RESOURCES.parent / "docs" / "formats.md"
FIGURES = RESOURCES.parent / "benchmarks" / "formats.json"
_TABLE = re.compile(r"(?<=<!-- formats -->\n).*?(?=<!-- end of formats -->)", re.S)
OF_ANNOTATIONS = ("vaglio", "tools", "training")
_FOR_READERS = ("publishing", "fact-checking")


# -- the schema ----------------------------------------------------------------------------------


def schema() -> dict[str, Any]:
    """JSON Schema, draft 2020-12, of one line; what it cannot say is in ``docs/formats.md``."""
    (made,), parts = msgspec.json.schema_components([records.Line], ref_template="#/$defs/{name}")
    line = parts.pop(made["$ref"].rpartition("/")[2])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:vaglio:jsonl:1",
        "title": f"A line of {records.VERSION}: one article and one layer of annotations",
        **{key: value for key, value in line.items() if key != "title"},
        "$defs": {name: parts[name] for name in sorted(parts)},
    }


def schema_text() -> str:
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"


# -- the tables ----------------------------------------------------------------------------------


def docs_text(docs: str) -> str:
    """*docs* with the tables of the formats that there are."""
    made = "\n\n".join(
        "\n".join(part) for part in _parts(msgspec.json.decode(FIGURES.read_bytes()))
    )
    return _TABLE.sub(lambda _: made + "\n", docs)


def _parts(figures: dict[str, Any]) -> Iterator[Iterable[str]]:
    known = formats().values()
    speeds = figures["formats"]
    yield [
        "**Annotations.** What arrives: ● all of it, ◐ some, – nothing (and the report says so)."
    ]
    yield _annotations([f for f in known if f.group in OF_ANNOTATIONS], speeds)
    yield [
        "**For readers, spreadsheets and fact-checkers.** Each has its own idea of what there is."
    ]
    yield _for_readers([f for f in known if f.group in _FOR_READERS], speeds)
    yield ["**Articles**, read only."]
    yield _articles([f for f in known if f.group == "articles"], speeds)
    yield [
        "Written from a project, read without storing."
        f" Seconds for {figures['articles']:,} articles of {figures['characters']:,.0f} characters with"
        f" {figures['annotations']} annotations, and the most memory in MB; in brackets with"
        f" {figures['fewer']:,} articles. Of formats for articles, seconds for {figures['fewer']:,}."
        f" Measured by `python benchmarks/formats.py` on {figures['machine']}; the same work took up"
        f" to {figures['noise']:.0%} longer in another turn."
    ]


def _annotations(listed: list[FormatEntry], speeds: dict[str, Any]) -> Iterator[str]:
    names = [
        "name",
        "what",
        "files",
        "in",
        "out",
        *KINDS,
        "written",
        "MB",
        "read",
        "MB",
        "tried with",
    ]
    yield from _head(names)
    for each in listed:
        there = carried(each, full())
        speed = speeds.get(each.name, {})
        yield _row(
            f"`{each.name}`",
            each.title,
            _files(each),
            *_ways(each),
            *there.values(),
            *_measured(speed.get("write")),
            *_measured(speed.get("read")),
            ", ".join(each.tried),
        )


def _for_readers(listed: list[FormatEntry], speeds: dict[str, Any]) -> Iterator[str]:
    yield from _head(["name", "what", "files", "in", "out", "what for", "written", "MB"])
    for each in listed:
        seconds, memory = _measured(speeds.get(each.name, {}).get("write"))
        yield _row(
            f"`{each.name}`", each.title, _files(each), *_ways(each), each.use, seconds, memory
        )


def _articles(listed: list[FormatEntry], speeds: dict[str, Any]) -> Iterator[str]:
    yield from _head(["name", "what", "files", "read"])
    for each in listed:
        found = speeds.get(each.name, {}).get("read")
        seconds = f"{found['fewer_seconds']:.1f}" if found else ""
        yield _row(f"`{each.name}`", each.title, _files(each), seconds)


def _ways(format: FormatEntry) -> tuple[str, str]:
    return ("yes" if format.reads else "no", "yes" if format.writes else "no")


def _files(format: FormatEntry) -> str:
    return ", ".join(f"`{suffix}`" for suffix in format.suffixes)


def _measured(found: dict[str, Any] | None) -> tuple[str, str]:
    """Seconds, and the memory with many articles and with fewer."""
    if found is None:
        return "", ""
    if "seconds" not in found:
        return f"({found['fewer_seconds']:.1f})", f"({found['fewer_mb']:.0f})"
    return f"{found['seconds']:.1f}", f"{found['mb']:.0f} ({found['fewer_mb']:.0f})"


def _head(names: list[str]) -> Iterator[str]:
    yield _row(*names)
    yield _row(*("---" for _ in names))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def publish() -> None:
    """Write the schema and the tables of the docs anew."""
    for path, text in ((SCHEMA, schema_text()), (DOCS, docs_text(DOCS.read_text("utf-8")))):
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    publish()
