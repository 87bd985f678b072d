"""The JSON Schema of a native line, as published in ``resources/jsonl.schema.json``.

``python -m annotator.formats.schema`` writes it anew; a test compares.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from ..places import RESOURCES
from . import wire

PUBLISHED = RESOURCES / "jsonl.schema.json"


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


if __name__ == "__main__":
    PUBLISHED.write_text(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n", "utf-8")
