"""The suggester as a process: JSON lines on standard input and output.

``--team JSON`` says which installed pipelines read which languages (`PipelineChoice`).
First line out: ``{"ready": AUTHOR, "fault": ""}``; *fault* says why the trained model is not used.
A request is ``{"request": n, "article": {…}, "layer_id": "…"}``; long articles answer with
``{"request": n, "progress": 0.4}`` lines before the result
``{"request": n, "author": …, "seconds": …, "entities": […], "claims": […], "attributions": […]}``
or ``{"request": n, "error": "…"}``. A bad line is answered, never fatal. Ends at end of file.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import Any, BinaryIO

import msgspec

from annotator.core.model import Article

from ..model import encoder
from ..pipelines import trained
from ..pipelines.selection import PipelineChoice, SuggesterSelection, team
from .suggestions import suggest


class WorkerRequest(msgspec.Struct):
    article: Article
    layer_id: str
    request: Any = None
    is_secret: bool = False  # of an encrypted project: nothing of it is kept outside


class _Number(msgspec.Struct):
    request: Any = None


def serve(lines: BinaryIO, out: BinaryIO, who: SuggesterSelection | None = None) -> None:
    """Answer each line of *lines* on *out* until there are no more."""
    who = who or SuggesterSelection()

    def say(**answer: Any) -> None:
        out.write(msgspec.json.encode(answer) + b"\n")
        out.flush()

    _warm_up()
    say(ready=who.author_of(_TRIAL), fault=_fault())
    for line in lines:
        if not line.strip():
            continue
        number: Any = None
        try:
            number = msgspec.json.decode(line, type=_Number).request
            request = msgspec.json.decode(line, type=WorkerRequest)
        except msgspec.MsgspecError as err:
            say(request=number, error=f"not a request: {err}")
            continue
        try:
            say(request=number, **_answer(request, who, say))
        except Exception as err:  # this process must outlive any one article; the window shows it
            say(request=number, error=f"{type(err).__name__}: {err}")


def _answer(request: WorkerRequest, who: SuggesterSelection, say: Any) -> dict[str, Any]:
    began = time.perf_counter()
    made = suggest(
        request.article,
        layer_id=request.layer_id,
        by=who.of(request.article),
        progress=lambda part: say(request=request.request, progress=round(part, 3)),
        is_secret=request.is_secret,
    )
    return {
        "author": who.author_of(request.article),
        "seconds": round(time.perf_counter() - began, 3),
        "entities": made.entities,
        "claims": made.claims,
        "attributions": made.attributions,
    }


def _fault() -> str:
    """Why the rules work alone, or nothing."""
    found = trained.heard[-1] if trained.heard else encoder.fault()
    return str(found) if found else ""


_TRIAL = Article(id="", title="", text="Roma.", sha256="", language="und")


def _warm_up() -> None:
    """Load spaCy and the word lists before saying that we are ready."""
    suggest(_TRIAL, layer_id="")


def main() -> None:
    parser = argparse.ArgumentParser(prog="vaglio suggester")
    parser.add_argument("--team", default="{}", metavar="JSON")
    given = parser.parse_args()
    choice = msgspec.json.decode(given.team, type=PipelineChoice)
    serve(sys.stdin.buffer, sys.stdout.buffer, team(choice))


if __name__ == "__main__":
    main()
