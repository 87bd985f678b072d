"""The article as one column of blocks, each laid out by Qt when it is first needed.

Offsets are code points of the article everywhere but inside a block, where `Utf16Map` turns them
into the units that Qt counts. Until a block is laid out its height is estimated, so a text of a
million characters opens at once; text goes into Qt and is never read back.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import OrderedDict
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from annotator.core.text import Utf16Map, drawable

from .blocks import Block, begins_rtl, cut, disarmed, has_rtl
from .metrics import Metrics

KEPT = 400  # blocks that stay laid out
TOP, BOTTOM = 20.0, 60.0


class LinePiece(NamedTuple):
    """The part of a range that stands on one line (in a text with two directions, one of them)."""

    line: int
    left: float
    right: float
    is_start: bool
    is_end: bool


class TextColumn:
    """The blocks of a text set in one width: where everything is, in pixels from its top left."""

    def __init__(self, text: str, m: Metrics, width: float) -> None:
        self.text = text
        self.m = m
        self.width = width
        self.font = m.serif()
        self.blocks = cut(text, m)
        self.starts = [block.start for block in self.blocks]
        self._tops: list[float] | None = None
        self._recent: OrderedDict[int, None] = OrderedDict()
        self._measured = 0  # blocks before it have their exact heights
        self._options = {rtl: _option(m, rtl=rtl) for rtl in (False, True)}
        self._estimate()

    def _estimate(self) -> None:
        a_line = max(4, int(self.width / self.m.letter))
        pitch = self.m.line
        for block in self.blocks:
            block.height = math.ceil((block.end - block.start) / a_line) * pitch + block.gap

    # -- blocks ------------------------------------------------------------------------------

    def tops(self) -> list[float]:
        """Where each block begins, and where the last ends."""
        if self._tops is None:
            self._tops = list(accumulate((b.height for b in self.blocks), initial=TOP))
        return self._tops

    def height(self) -> float:
        return self.tops()[-1] + BOTTOM

    def block_at(self, position: int) -> int:
        """Index of the block that holds *position*, or is the last before it."""
        return max(0, bisect_right(self.starts, position) - 1)

    def block_at_y(self, y: float) -> int:
        return min(len(self.blocks) - 1, max(0, bisect_right(self.tops(), y) - 1))

    def laid(self, index: int) -> Block:
        """The block, laid out. May change its height, and so every top below it."""
        block = self.blocks[index]
        if block.layout is not None:
            self._recent.move_to_end(index)
            return block
        self._lay_out(block)
        self._recent[index] = None
        if len(self._recent) > KEPT:
            oldest, _ = self._recent.popitem(last=False)
            self.blocks[oldest].layout = self.blocks[oldest].ops = None
        return block

    def measure(self, index: int) -> float:
        """Exact height of a block, without keeping it laid out."""
        block = self.blocks[index]
        if block.layout is None:
            self._lay_out(block)
            block.layout = None
        return block.height

    def measure_more(self) -> bool:
        """Measure one more block; False when all are."""
        if self._measured < len(self.blocks):
            self.measure(self._measured)
            self._measured += 1
        return self._measured < len(self.blocks)

    def _lay_out(self, block: Block) -> None:
        text = self.text[block.start : block.end]
        if not text.isascii():
            block.units = Utf16Map(text)
            block.is_mixed = has_rtl(text)
            block.is_rtl = block.is_mixed and begins_rtl(text)
        if not text.isprintable():
            text = drawable(disarmed(text))
        layout = QTextLayout(text, self.font)
        layout.setTextOption(self._options[block.is_rtl])
        layout.setCacheEnabled(True)
        layout.beginLayout()
        y, pitch, lines = self.m.label_row, self.m.line, 0
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width)
            line.setPosition(QPointF(0, y))
            y += pitch
            lines += 1
        layout.endLayout()
        block.layout, block.lines, block.ops = layout, lines, None
        height = lines * pitch + block.gap
        if height != block.height:
            block.height = height
            self._tops = None

    def laid_out(self) -> list[int]:
        """Indexes of the blocks that are laid out."""
        return list(self._recent)

    # -- positions and points ----------------------------------------------------------------

    def pieces(self, index: int, start: int, end: int) -> list[LinePiece]:
        """Where [start, end) stands in a block, line by line; nothing where it stands elsewhere."""
        block = self.laid(index)
        layout = block.layout
        first = block.units.to_units(max(start, block.start) - block.start)
        last = block.units.to_units(min(end, block.end) - block.start)
        if first >= last or layout is None:
            return []
        starts_here, ends_here = start >= block.start, end <= block.end
        line_pieces: list[LinePiece] = []
        first_line = max(0, layout.lineForTextPosition(first).lineNumber())
        for number in range(first_line, block.lines):
            line = layout.lineAt(number)
            begin = line.textStart()
            finish = begin + line.textLength()
            if begin >= last:
                break
            a, b = max(first, begin), min(last, finish)
            is_start, is_end = a == first and starts_here, b == last and ends_here
            if block.is_mixed:
                runs = _runs(line, a, b)
                one = len(runs) == 1
                line_pieces += [
                    LinePiece(number, x, y, one and is_start, one and is_end) for x, y in runs
                ]
            else:
                left, right = _x(line, a), _x(line, b)
                if b == finish:  # the space that a line ends with hangs outside
                    right = min(right, line.naturalTextRect().right())
                line_pieces.append(LinePiece(number, left, max(left, right), is_start, is_end))
        return line_pieces

    def line_of(self, position: int) -> tuple[int, int]:
        """(block, line in it) of a position."""
        index = self.block_at(position)
        block = self.laid(index)
        unit = block.units.to_units(min(position, block.end) - block.start)
        if block.layout is None or block.lines == 0:
            return index, 0
        line = block.layout.lineForTextPosition(unit)
        return index, line.lineNumber() if line.isValid() else block.lines - 1

    def point(self, position: int) -> tuple[float, float]:
        """Left edge and top of the letters at *position*: x in the column, y from the top."""
        index, number = self.line_of(position)
        block = self.laid(index)
        x = 0.0
        if block.layout is not None and block.lines:
            unit = block.units.to_units(min(position, block.end) - block.start)
            x = _caret_x(block, block.layout.lineAt(number), unit)
        return x, self.tops()[index] + number * self.m.line + self.m.label_row

    def line_at(self, y: float) -> tuple[int, int]:
        """(block, line in it) at a height; the nearest where there is none."""
        index = self.block_at_y(y)
        block = self.laid(index)
        index = self.block_at_y(y)  # laying it out may have moved its end
        block = self.laid(index)
        number = int((y - self.tops()[index]) // self.m.line)
        return index, max(0, min(block.lines - 1, number))

    def position(self, x: float, y: float) -> int:
        """The place between two characters that is nearest to a point."""
        index, number = self.line_at(y)
        return self.position_on(index, number, x)

    def position_on(self, index: int, number: int, x: float) -> int:
        block = self.laid(index)
        if block.layout is None or block.lines == 0:
            return block.start
        line = block.layout.lineAt(number)
        unit = line.xToCursor(x)
        if block.is_mixed:
            unit = _nearest(block, line, x, unit)
        end = line.textStart() + line.textLength()
        at = block.start + block.units.to_points(unit)
        if unit == end and number < block.lines - 1 and self.text[at - 1].isspace():
            # After the space a line ends with is the start of the next: stay on this line.
            at -= 1
        return at

    def character(self, x: float, y: float) -> int | None:
        """The character under a point of the letters; None beside the text."""
        index, number = self.line_at(y)
        block = self.laid(index)
        top = self.tops()[index] + number * self.m.line
        if block.layout is None or block.lines == 0 or not top <= y < top + self.m.line:
            return None
        line = block.layout.lineAt(number)
        rect = line.naturalTextRect()
        if not rect.left() - 2 <= x <= rect.right() + 2:
            return None
        unit = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        unit = min(unit, line.textStart() + line.textLength() - 1)
        return min(block.start + block.units.to_points(unit), block.end - 1)

    def step(self, position: int, *, back: bool) -> int:
        """The next place for the caret, never inside an emoji or an accented letter."""
        index = self.block_at(position)
        block = self.laid(index)
        if block.layout is None or position > block.end:
            return block.end if back else self._start_after(index)
        if back and position == block.start:
            return self._end_before(index)
        if not back and position >= block.end:
            return self._start_after(index)
        unit = block.units.to_units(position - block.start)
        go = block.layout.previousCursorPosition if back else block.layout.nextCursorPosition
        return block.start + block.units.to_points(go(unit))

    def _start_after(self, index: int) -> int:
        if index + 1 < len(self.blocks):
            return self.starts[index + 1]
        return self.blocks[index].end

    def _end_before(self, index: int) -> int:
        if index == 0:
            return self.blocks[0].start
        before = self.blocks[index - 1]
        # a cut of one paragraph ends where the next begins: one further back
        return before.end if before.end < self.starts[index] else self.step(before.end, back=True)


def _option(m: Metrics, *, rtl: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    direction = Qt.LayoutDirection
    option.setTextDirection(direction.RightToLeft if rtl else direction.LeftToRight)
    option.setTabStopDistance(4 * m.letter)
    return option


def _x(line: QTextLine, unit: int) -> float:
    # PySide returns (x, position) where C++ has an in-out argument.
    return float(line.cursorToX(unit)[0])  # type: ignore[index]


def _caret_x(block: Block, line: QTextLine, unit: int) -> float:
    x = _x(line, unit)
    # Before a line's first letter, when that goes from right to left, Qt answers the line's width.
    return min(x, line.naturalTextRect().right()) if block.is_mixed else x


def _nearest(block: Block, line: QTextLine, x: float, guess: int) -> int:
    """The place on a line of two directions that is drawn nearest to *x*.

    Qt's own answer is off by one for narrow letters, and names the other side of a run where
    the directions change.
    """
    units = range(line.textStart(), line.textStart() + line.textLength() + 1)
    layout = block.layout
    return min(
        (unit for unit in units if layout is None or layout.isValidCursorPosition(unit)),
        key=lambda unit: (abs(_caret_x(block, line, unit) - x), unit != guess),
        default=guess,
    )


def _runs(line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
    """Visual stretches of a logical range where two directions mix, from left to right."""
    merged: list[tuple[float, float]] = []
    rects = [run.boundingRect() for run in line.glyphRuns(first, last - first)]
    for left, right in sorted((rect.left(), rect.right()) for rect in rects):
        if merged and left <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], right)
        else:
            merged.append((left, right))
    return merged
