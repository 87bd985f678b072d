"""doccano's JSON lines: a text and ``label``, a list of ``[start, end, label]``.

Written only: `flat` reads these lines too. doccano keeps the other keys as metadata.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from ..core.dossier import Dossier
from .contract import Format, Report
from .flatten import about, flat_spans

_encoder = msgspec.json.Encoder()


def write(dossiers: Iterable[Dossier], out: BinaryIO, report: Report) -> None:
    """A line for each layer; the project in doccano must allow overlapping spans."""
    for dossier in dossiers:
        for contents in dossier.layers or (None,):
            spans = flat_spans(dossier, contents, report)
            line = {
                "text": dossier.article.text,
                "label": [(span.start, span.end, span.label) for span in spans],
                **about(dossier.article, contents),
            }
            out.write(_encoder.encode(line))
            out.write(b"\n")
            report.lines += 1


FORMAT = Format(
    name="doccano",
    title="doccano JSON lines",
    use="Text and labels, for a project in doccano.",
    group="tools",
    suffixes=(".jsonl",),
    writer=write,
    joins=True,
)
