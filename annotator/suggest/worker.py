"""The suggester as a process: JSON lines on standard input and output.

First line out: ``{"ready": AUTHOR, "fault": ""}``; *fault* says why the trained model is not used.
A request is ``{"request": n, "article": {…}, "layer_id": "…"}``; long articles answer with ``{"request": n, "progress": 0.4}`` lines before the result
``{"request": n, "author": …, "seconds": …, "entities": […], "claims": […], "attributions": […]}``
or ``{"request": n, "error": "…"}``. A bad line is answered, never fatal. Ends at end of file.
"""

from __future__ import annotations

import sys
import time
from typing import Any, BinaryIO

import msgspec

from annotator.core.model import Article

from . import AUTHOR, encoder, pipeline_encoder, suggest


class Request(msgspec.Struct):
    article: Article
    layer_id: str
    request: Any = None


class _Number(msgspec.Struct):
    request: Any = None


def serve(lines: BinaryIO, out: BinaryIO) -> None:
    """Answer each line of *lines* on *out* until there are no more."""

    def say(**answer: Any) -> None:
        out.write(msgspec.json.encode(answer) + b"\n")
        out.flush()

    _warm_up()
    say(ready=AUTHOR, fault=_fault())
    for line in lines:
        if not line.strip():
            continue
        number: Any = None
        try:
            number = msgspec.json.decode(line, type=_Number).request
            request = msgspec.json.decode(line, type=Request)
        except msgspec.MsgspecError as err:
            say(request=number, error=f"not a request: {err}")
            continue
        try:
            say(request=number, **_answer(request, say))
        except Exception as err:  # this process must outlive any one article; the window shows it
            say(request=number, error=f"{type(err).__name__}: {err}")


def _answer(request: Request, say: Any) -> dict[str, Any]:
    began = time.perf_counter()
    made = suggest(
        request.article,
        layer_id=request.layer_id,
        progress=lambda part: say(request=request.request, progress=round(part, 3)),
    )
    return {
        "author": AUTHOR,
        "seconds": round(time.perf_counter() - began, 3),
        "entities": made.entities,
        "claims": made.claims,
        "attributions": made.attributions,
    }


def _fault() -> str:
    """Why the rules work alone, or nothing."""
    found = pipeline_encoder.heard[-1] if pipeline_encoder.heard else encoder.fault()
    return str(found) if found else ""


def _warm_up() -> None:
    """Load spaCy and the word lists before saying that we are ready."""
    suggest(Article(id="", title="", text="Roma.", sha256="", language="it"), layer_id="")


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
