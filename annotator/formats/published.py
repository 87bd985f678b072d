"""What is published about formats: the JSON Schema of a native line, the table in the docs.

``python -m annotator.formats.published`` writes both anew; tests compare.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec

from ..places import RESOURCES
from . import formats, wire

SCHEMA = RESOURCES / "jsonl.schema.json"
DOCS = RESOURCES.parent / "docs" / "formats.md"
_TABLE = re.compile(r"(?<=<!-- formats -->\n).*?(?=<!-- end of formats -->)", re.S)


def schema() -> dict[str, Any]:
    """JSON Schema, draft 2020-12, of one line; what it cannot say is in ``docs/formats.md``."""
    (made,), parts = msgspec.json.schema_components([wire.Line], ref_template="#/$defs/{name}")
    line = parts.pop(made["$ref"].rpartition("/")[2])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:vaglio:jsonl:1",
        "title": f"A line of {wire.VERSION}: one article and one layer of annotations",
        **{key: value for key, value in line.items() if key != "title"},
        "$defs": {name: parts[name] for name in sorted(parts)},
    }


def schema_text() -> str:
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"


def docs_text(docs: str) -> str:
    """*docs* with the table of the formats that there are."""
    rows = ["| name | what | files | reads | writes |", "| --- | --- | --- | --- | --- |"]
    for each in formats().values():
        files = ", ".join(f"`{suffix}`" for suffix in each.suffixes)
        reads, writes = ("yes" if can else "no" for can in (each.reads, each.writes))
        rows.append(f"| `{each.name}` | {each.title} | {files} | {reads} | {writes} |")
    return _TABLE.sub(lambda _: "\n".join(rows) + "\n", docs)


def _publish(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _publish(SCHEMA, schema_text())
    _publish(DOCS, docs_text(DOCS.read_text("utf-8")))
