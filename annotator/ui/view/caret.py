"""Where the keys move the caret: pure functions over a column."""

from __future__ import annotations

from PySide6.QtCore import Qt

from annotator.core.text import words

from .layout import TextColumn

_SIDEWAYS = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
_LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_WINDOW = 600  # code points looked at for the next word

UPRIGHT = frozenset({*_LINES, *PAGES})  # keep to one x
MOVES = UPRIGHT | {*_SIDEWAYS, Qt.Key.Key_Home, Qt.Key.Key_End}


def moved(
    column: TextColumn, caret: int, key: Qt.Key, *, by_word: bool, wish: float, page: float
) -> int:
    """The caret after *key* (one of `MOVES`).

    *by_word* is Ctrl: words for arrows, the whole article for Home and End. *wish* is the x that
    going up and down keeps to, *page* the height of the view in pixels.
    """
    if key in _SIDEWAYS:
        is_back = _SIDEWAYS[key] != column.laid(column.block_at(caret)).is_rtl
        if by_word:
            return word_before(column.text, caret) if is_back else word_after(column.text, caret)
        return column.step(caret, back=is_back)
    if key in _LINES:
        return by_line(column, caret, _LINES[key], wish)
    if key in PAGES:
        _, y = column.point(caret)
        return column.position(wish, y + PAGES[key] * max(column.m.line, page - column.m.line))
    is_home = key == Qt.Key.Key_Home
    if by_word:
        return column.blocks[0].start if is_home else column.blocks[-1].end
    return line_edge(column, caret, start=is_home)


def by_line(column: TextColumn, caret: int, step: int, wish: float) -> int:
    """One line up or down, at x *wish*; the caret itself at the first and the last."""
    index, line = column.line_of(caret)
    line += step
    if line < 0:
        if index == 0:
            return caret
        index -= 1
        line = column.laid(index).lines - 1
    elif line >= column.laid(index).lines:
        if index + 1 == len(column.blocks):
            return caret
        index, line = index + 1, 0
        column.laid(index)
    return column.position_on(index, line, wish)


def line_edge(column: TextColumn, caret: int, *, start: bool) -> int:
    index, number = column.line_of(caret)
    block = column.laid(index)
    if block.layout is None or block.lines == 0:
        return block.start
    line = block.layout.lineAt(number)
    if start:
        return block.start + block.units.to_points(line.textStart())
    end = block.start + block.units.to_points(line.textStart() + line.textLength())
    is_wrapped = number < block.lines - 1
    return column.step(end, back=True) if is_wrapped else end


def word_after(text: str, at: int) -> int:
    """The start of the next word; the end of the text after the last."""
    for word in words(text, at, min(len(text), at + _WINDOW)):
        if word.start > at and text[word.start].isalnum():
            return word.start
    return min(len(text), at + _WINDOW)


def word_before(text: str, at: int) -> int:
    """The start of this word, or of the one before it."""
    low = max(0, at - _WINDOW)
    starts = [w.start for w in words(text, low, at) if w.start < at and text[w.start].isalnum()]
    return starts[-1] if starts else low
