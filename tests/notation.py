"""Annotated text as one can read it: ``[Mario Rossi|PER] says {it rains|CLAIM}.``

Offsets cannot be read, so tests write brackets: ``[words|LABEL]`` is an entity, and
``{words|CLAIM}`` a claim; they may nest.
"""

from __future__ import annotations

from annotator.core.model import Span

_OPEN, _CLOSE = "[{", "]}"


def parse(marked: str) -> tuple[str, list[tuple[Span, str]]]:
    """The bare text and its labelled spans, in order of their ends."""
    text: list[str] = []
    starts: list[int] = []
    found: list[tuple[Span, str]] = []
    at = 0
    while at < len(marked):
        char = marked[at]
        if char in _OPEN:
            starts.append(len(text))
        elif char == "|" and starts:
            end = min(i for i in (marked.find(c, at) for c in _CLOSE) if i >= 0)
            found.append((Span(starts.pop(), len(text)), marked[at + 1 : end]))
            at = end
        else:
            text.append(char)
        at += 1
    return "".join(text), found


def show(text: str, spans: list[tuple[Span, str]]) -> str:
    """The reverse of `parse`: entities in square brackets, ``CLAIM`` in curly ones."""
    marks: list[tuple[int, int, int, str]] = []
    for span, label in spans:
        opening, closing = ("{", "}") if label == "CLAIM" else ("[", "]")
        marks.append((span.start, 1, -span.end, opening))
        marks.append((span.end, 0, -span.start, f"|{label}{closing}"))
    out = list(text)
    for at, _, _, mark in sorted(marks, reverse=True):
        out.insert(at, mark)
    return "".join(out)
