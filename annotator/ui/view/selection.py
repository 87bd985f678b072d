"""What a drag means: pure functions from places in the text to spans."""

from __future__ import annotations

from annotator.core.model import Span
from annotator.core.text import sentences, snap, trim, word_at

from .layout import TextColumn


def dragged(text: str, anchor: int, at: int, *, exact: bool = False) -> Span | None:
    """What somebody marks who drags from *anchor* to *at*: whole words, or with *exact* letters."""
    low, high = min(anchor, at), max(anchor, at)
    return trim(text, low, high) if exact else snap(text, low, high)


def edge_moved(text: str, span: Span, edge: str, at: int, *, exact: bool = False) -> Span:
    """*span* with its ``start`` or ``end`` at the word boundary nearest to *at*.

    The other end stays, and at least one character remains.
    """
    if not exact and (word := word_at(text, at)) is not None and word.start < at < word.end:
        at = word.start if at - word.start < word.end - at else word.end
    if edge == "start":
        moved = trim(text, min(at, span.end), span.end)
        return moved if moved is not None else trim(text, span.end - 1, span.end) or span
    moved = trim(text, span.start, max(at, span.start))
    return moved if moved is not None else trim(text, span.start, span.start + 1) or span


def sentence_at(column: TextColumn, at: int) -> Span | None:
    """The sentence of the paragraph around *at*."""
    block = column.blocks[column.block_at(at)]
    for sentence in sentences(column.text[block.start : block.end]):
        span = Span(sentence.start + block.start, sentence.end + block.start)
        if at <= span.end:
            return span
    return None
