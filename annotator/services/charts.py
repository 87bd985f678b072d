"""Pictures of agreement as SVG: on the screen, in a report, in a file. No script, no font of its own.

The blue and the orange are Okabe and Ito's, which colour-blind readers can tell apart, and every
bar and cell says its value in figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from msgspec import Struct

from annotator.core.metrics.agreement import Agreement
from annotator.core.metrics.intervals import Coefficient
from annotator.core.metrics.project_progress import ProjectProgress
from annotator.core.review.matching import NOTHING
from annotator.core.visible_text import visible_line

Words = Callable[[str], str]
"""From an English word to the one of the window."""


class ChartColours(Struct, frozen=True):
    """The colours of a picture."""

    text: str
    muted: str
    rule: str
    fill: str
    second: str
    page: str


LIGHT = ChartColours("#1B1E22", "#5F6770", "#D9DDE2", "#0072B2", "#E69F00", "#FFFFFF")
DARK = ChartColours("#E8EAED", "#9AA3AD", "#3A4048", "#56B4E9", "#E69F00", "#16191D")
_FONT = "font-family='Vaglio Sans' font-size='13'"
_LEFT, _WIDTH, _ROW, _CELL = 150, 640, 30, 64


def written(value: float | None) -> str:
    """0.873 as ``.87``, 0.9961 as ``.996``, and only what is one as ``1.0``; a dash where there is none."""
    if value is None:
        return "–"
    if value == 1:
        return "1.0"
    if value >= 0.995:
        return f"{int(value * 1000) / 1000:.3f}".replace("0.", ".", 1)
    return f"{value:.2f}".replace("0.", ".", 1)


def percent(share: float | None) -> str:
    """0.953 as ``95 %``, and only what is all of it as ``100 %``; a dash where there is none."""
    if share is None:
        return "–"
    return f"{round(100 * share) if share in (0, 1) else min(99, round(100 * share))} %"


def heat_map(found: Agreement, paint: ChartColours, words: Words = str) -> str:
    """Annotators by annotators: F1 of entities, same words and same label."""
    names = found.authors
    of = {frozenset((p.one, p.other)): p.exact for p in found.pairs}
    height = _ROW + len(names) * _ROW + 8
    width = max(_WIDTH, _LEFT + len(names) * (_CELL + 4))

    def parts() -> Iterator[str]:
        for column, name in enumerate(names):
            x = _LEFT + column * (_CELL + 4) + _CELL / 2
            yield _text(x, 20, _short(name, 9), paint.muted, anchor="middle")
        for row, name in enumerate(names):
            y = _ROW + row * _ROW
            yield _text(_LEFT - 10, y + 19, _short(name, 18), paint.text, anchor="end")
            for column, other in enumerate(names):
                x = _LEFT + column * (_CELL + 4)
                if row == column:
                    yield _box(x, y, _CELL, _ROW - 4, paint.rule)
                    continue
                each = of.get(frozenset((name, other)))
                yield from _cell(x, y, each.value if each else None, paint)

    return _svg(width, height, words("Agreement of each two annotators"), parts())


def label_bars(found: Agreement, paint: ChartColours, words: Words = str) -> str:
    """A bar for each label: F1, with its 95 % interval."""
    rows = [*found.labels.items(), (words("all labels"), found.exact)]
    if found.claims.n:
        rows.append((words("claims"), found.claims))
    return _bars(rows, paint, words("Agreement by label"))


def month_bars(found: Agreement, paint: ChartColours, words: Words = str) -> str:
    """A bar for each month: F1 of the articles begun in it."""
    return _bars(list(found.by_month.items()), paint, words("Agreement over time"))


def judged_bars(found: ProjectProgress, paint: ChartColours, words: Words = str) -> str:
    """What became of the suggestions under each label: accepted, amended, rejected."""
    room = _WIDTH - _LEFT - 150
    inks = (paint.fill, paint.second, paint.rule)

    def parts() -> Iterator[str]:
        for number, name in enumerate(("accepted", "amended", "rejected")):
            x = _LEFT + number * 130
            yield _box(x, 4, 12, 12, inks[number])
            yield _text(x + 18, 15, words(name), paint.muted)
        for number, (label, judged) in enumerate(found.judged.items()):
            y = 26 + number * 26
            left = float(_LEFT)
            yield _text(_LEFT - 10, y + 14, _short(label, 18), paint.text, anchor="end")
            counts = (judged.accepted, judged.amended, judged.rejected)
            for ink, count in zip(inks, counts, strict=True):
                wide = room * count / max(1, judged.total)
                if count:
                    yield _box(left, y + 2, max(0.0, wide - 1), 16, ink)
                left += wide
            said = f"{percent(judged.accepted_share)}   n = {judged.total}"
            yield _text(_LEFT + room + 10, y + 14, said, paint.muted)

    height = 32 + len(found.judged) * 26
    return _svg(_WIDTH, height, words("What became of the suggestions"), parts())


def confusion(found: Agreement, paint: ChartColours, words: Words = str) -> str:
    """Which label the one gives where the other gives another; darker is more often."""
    table = _both_ways(found.confusion)
    names = sorted({n for row in table for n in (row, *table[row])}, key=lambda n: (n == "", n))
    shown = [name or words("nothing") for name in names]
    cell = 52
    width = max(_WIDTH, _LEFT + len(names) * (cell + 2))

    def parts() -> Iterator[str]:
        for column, name in enumerate(shown):
            x = _LEFT + column * (cell + 2) + cell / 2
            yield _text(x, 20, _short(name, 8), paint.muted, anchor="middle", size=11)
        for row, name in enumerate(names):
            y = _ROW + row * 26
            yield _text(_LEFT - 10, y + 16, _short(shown[row], 18), paint.text, anchor="end")
            whole = sum(table.get(name, {}).values()) or 1
            for column, other in enumerate(names):
                count = table.get(name, {}).get(other, 0)
                x = _LEFT + column * (cell + 2)
                shade = count / whole if count else 0.0
                yield _box(x, y, cell, 24, paint.fill, opacity=0.06 + 0.6 * shade if count else 0)
                if name == other and name != NOTHING:
                    yield _frame(x, y, cell, 24, paint.muted)
                if count:
                    yield _text(x + cell / 2, y + 16, str(count), paint.text, anchor="middle")

    return _svg(width, _ROW + len(names) * 26 + 6, words("Which label for which"), parts())


def _both_ways(table: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Nobody is right here: what A calls X and B calls Y counts for both ways round."""
    found: dict[str, dict[str, int]] = {}
    for one, row in table.items():
        for other, count in row.items():
            for a, b in {(one, other), (other, one)}:
                found.setdefault(a, {})
                found[a][b] = found[a].get(b, 0) + count
    return found


def _bars(rows: Sequence[tuple[str, Coefficient]], paint: ChartColours, title: str) -> str:
    room = _WIDTH - _LEFT - 150

    def parts() -> Iterator[str]:
        for number, (name, each) in enumerate(rows):
            y = 6 + number * 26
            yield _text(_LEFT - 10, y + 14, _short(name, 18), paint.text, anchor="end")
            yield _box(_LEFT, y + 2, room, 16, paint.rule, opacity=0.5)
            if each.value is not None:
                yield _box(_LEFT, y + 2, max(0.0, each.value) * room, 16, paint.fill)
            if each.low is not None and each.high is not None:
                yield from _whisker(_LEFT, y + 10, each.low, each.high, room, paint)
            said = written(each.value)
            if each.low is not None:
                said += f"  [{written(each.low)}, {written(each.high)}]"
            yield _text(_LEFT + room + 10, y + 14, said, paint.muted)

    return _svg(_WIDTH, 12 + len(rows) * 26, title, parts())


def _whisker(
    x: float, y: float, low: float, high: float, room: float, paint: ChartColours
) -> Iterator[str]:
    start, end = x + max(0.0, low) * room, x + max(0.0, high) * room
    yield (
        f"<path d='M{start:.1f} {y} H{end:.1f} M{start:.1f} {y - 4} v8 M{end:.1f} {y - 4} v8'"
        f" stroke='{paint.text}' stroke-width='1.4' fill='none'/>"
    )


def _cell(x: float, y: float, value: float | None, paint: ChartColours) -> Iterator[str]:
    shade = 0.08 + 0.72 * max(0.0, value) if value is not None else 0.0
    yield _box(x, y, _CELL, _ROW - 4, paint.fill, opacity=shade)
    # on a dark cell the page's colour reads better than the text's
    ink = paint.page if shade > 0.55 else paint.text
    yield _text(x + _CELL / 2, y + 18, written(value), ink, anchor="middle")


def _short(name: str, letters: int) -> str:
    return name if len(name) <= letters else name[: letters - 1] + "…"


def _text(
    x: float, y: float, words: str, colour: str, *, anchor: str = "start", size: int = 13
) -> str:
    return (
        f"<text x='{x:.1f}' y='{y:.1f}' fill='{colour}' text-anchor='{anchor}' {_FONT}"
        f" style='font-size:{size}px'>{escape(visible_line(words))}</text>"
    )


def _box(x: float, y: float, wide: float, high: float, colour: str, *, opacity: float = 1) -> str:
    return (
        f"<rect x='{x:.1f}' y='{y:.1f}' width='{wide:.1f}' height='{high:.1f}' rx='4'"
        f" fill='{colour}' fill-opacity='{opacity:.2f}'/>"
    )


def _frame(x: float, y: float, wide: float, high: float, colour: str) -> str:
    return (
        f"<rect x='{x:.1f}' y='{y:.1f}' width='{wide:.1f}' height='{high:.1f}' rx='4'"
        f" fill='none' stroke='{colour}'/>"
    )


def _svg(width: float, height: float, title: str, parts: Iterator[str]) -> str:
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:.0f} {height:.0f}'"
        f" width='{width:.0f}' height='{height:.0f}' role='img'><title>{escape(title)}</title>"
        f"{''.join(parts)}</svg>"
    )
