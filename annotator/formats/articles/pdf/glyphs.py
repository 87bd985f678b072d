"""What a page of a PDF draws: pieces of text and where they stand."""

from __future__ import annotations

import copy
import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from msgspec import Struct

MOST_PIECES = 300_000  # of a page
MOST_FORMS = 2_000  # drawn on a page; a form may draw others
_DEEPEST = 20  # forms in each other
_TIDY = str.maketrans(
    {**dict.fromkeys("\0\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029", " "), "\ufeff": ""}
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)

_Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class TextRun(Struct, frozen=True, gc=False):
    """Text on a baseline: from *x0* to *x1* at height *y* (upwards), in points."""

    x0: float
    x1: float
    y: float
    size: float
    text: str


@dataclass
class _State:
    """What ``q`` keeps and ``Q`` brings back."""

    ctm: _Matrix = _SAME
    font: Any = None
    size: float = 0.0
    between: float = 0.0
    between_words: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


class PageText(Struct, frozen=True):
    """The pieces of a page, by the way up they stand; the side with most text first.

    Those of each side are turned so that they read from left to right. *unread* counts the times
    that something was written in a font whose letters cannot be told.
    """

    sides: list[list[TextRun]]
    unread: int


def drawn_on(page: Any) -> PageText:
    """What a `pypdf` page draws."""
    turned: dict[int, list[TextRun]] = {}
    letters: Counter[int] = Counter()
    painter = _TextOperators(page)
    for turn, piece in painter.pieces():
        turned.setdefault(turn, []).append(piece)
        letters[turn] += len(piece.text)
    return PageText([turned[turn] for turn, _ in letters.most_common()], painter.unread)


class _TextOperators:
    """Follows the operators of a page's content as far as text depends on them."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._state = _State()
        self._kept: list[_State] = []
        self._start = self._now = _SAME  # of the line, and of what is shown next
        self._marked: list[bool] = []  # whether marked content is a running head
        self._forms = 0
        self.unread = 0
        self._made: list[tuple[int, TextRun]] = []

    def pieces(self) -> list[tuple[int, TextRun]]:
        """Each piece with how many quarters it is turned to the left."""
        contents = self._page.get("/Contents")
        if contents is not None:
            self._draw(contents.get_object(), _resources(self._page), 0)
        return self._made

    def _draw(self, contents: Any, resources: Any, depth: int) -> None:
        from pypdf.generic import ContentStream

        fonts = _Fonts(resources)
        stream = ContentStream(contents, self._page.pdf, "bytes")
        for operands, operator in stream.operations:
            if operator == b"Do":
                self._draw_form(operands, resources, depth)
            elif operator == b"Tf" and len(operands) > 1:
                self._state.font = fonts.get(operands[0])
                self._state.size = _number(operands[1])
            elif does := _DOES.get(operator):
                does(self, operands)
            if len(self._made) > MOST_PIECES:
                return

    def _draw_form(self, operands: Any, resources: Any, depth: int) -> None:
        forms = _dictionary(resources, "/XObject")
        form: Any = forms.get(operands[0]) if operands and forms is not None else None
        form = form.get_object() if form is not None else None
        self._forms += 1
        if (
            not hasattr(form, "get_data")
            or form.get("/Subtype") != "/Form"
            or depth >= _DEEPEST
            or self._forms > MOST_FORMS
        ):
            return
        before, kept = copy.copy(self._state), self._kept
        self._kept = []
        if (matrix := _matrix(form.get("/Matrix"))) is not None:
            self._state.ctm = _times(matrix, self._state.ctm)
        self._draw(form, _resources(form) or resources, depth + 1)
        self._state, self._kept = before, kept

    def _keep(self, _: Any) -> None:
        if len(self._kept) < 1000:
            self._kept.append(copy.copy(self._state))

    def _bring_back(self, _: Any) -> None:
        if self._kept:
            self._state = self._kept.pop()

    def _transform(self, operands: Any) -> None:
        if (matrix := _matrix(operands)) is not None:
            self._state.ctm = _times(matrix, self._state.ctm)

    def _begin(self, _: Any) -> None:
        self._start = self._now = _SAME

    def _place(self, operands: Any) -> None:
        if (matrix := _matrix(operands)) is not None:
            self._start = self._now = matrix

    def _move(self, operands: Any) -> None:
        if len(operands) > 1:
            shift = (1.0, 0.0, 0.0, 1.0, _number(operands[0]), _number(operands[1]))
            self._start = self._now = _times(shift, self._start)

    def _move_leading(self, operands: Any) -> None:
        if len(operands) > 1:
            self._state.leading = -_number(operands[1])
            self._move(operands)

    def _next_line(self, _: Any) -> None:
        self._move((0.0, -self._state.leading))

    def _show_next(self, operands: Any) -> None:
        self._next_line(operands)
        self._show(operands[-1:])

    def _show_spaced(self, operands: Any) -> None:
        if len(operands) > 2:
            self._state.between_words = _number(operands[0])
            self._state.between = _number(operands[1])
            self._show_next(operands)

    def _show_parts(self, operands: Any) -> None:
        for part in operands[0] if operands and isinstance(operands[0], list) else ():
            if isinstance(part, int | float):
                self._advance(-part / 1000 * self._state.size * self._state.stretch)
            else:
                self._show((part,))

    def _show(self, operands: Any) -> None:
        state = self._state
        value = operands[0] if operands else b""
        if not value or not isinstance(value, bytes):
            return
        if state.font is None:
            self.unread += 1
            return
        text, width = _read(state, value)
        whole = _times(self._now, state.ctm)
        self._advance(width)
        if text.strip() and not any(self._marked):
            self._put(text, width, whole)

    def _put(self, text: str, width: float, whole: _Matrix) -> None:
        a, b, c, d, e, f = whole
        rise = self._state.rise
        x, y = e + rise * c, f + rise * d
        size = abs(self._state.size) * math.hypot(c, d)
        across = width * math.hypot(a, b)
        if not math.isfinite(x + y + size + across) or max(abs(x), abs(y), size) > 1e6:
            return
        turn = round(math.atan2(b, a) / (math.pi / 2)) % 4
        x, y = ((x, y), (y, -x), (-x, -y), (-y, x))[turn]
        self._made.append((turn, TextRun(x, x + max(across, 0.0), y, size or 1.0, text)))

    def _advance(self, by: float) -> None:
        self._now = _times((1.0, 0.0, 0.0, 1.0, by, 0.0), self._now)

    def _mark(self, operands: Any) -> None:
        about: Any = operands[1] if len(operands) > 1 else None
        about = about.get_object() if hasattr(about, "get_object") else about
        is_running = (
            bool(operands)
            and operands[0] == "/Artifact"
            and isinstance(about, dict)
            and about.get("/Type") == "/Pagination"
        )
        self._marked.append(is_running)

    def _unmark(self, _: Any) -> None:
        if self._marked:
            self._marked.pop()


def _setting(name: str, scale: float = 1.0) -> Callable[[_TextOperators, Any], None]:
    def set_it(painter: _TextOperators, operands: Any) -> None:
        if operands:
            setattr(painter._state, name, _number(operands[0]) * scale)

    return set_it


_DOES: dict[bytes, Callable[[_TextOperators, Any], None]] = {
    b"q": _TextOperators._keep,
    b"Q": _TextOperators._bring_back,
    b"cm": _TextOperators._transform,
    b"BT": _TextOperators._begin,
    b"Tm": _TextOperators._place,
    b"Td": _TextOperators._move,
    b"TD": _TextOperators._move_leading,
    b"T*": _TextOperators._next_line,
    b"Tj": _TextOperators._show,
    b"TJ": _TextOperators._show_parts,
    b"'": _TextOperators._show_next,
    b'"': _TextOperators._show_spaced,
    b"BMC": _TextOperators._mark,
    b"BDC": _TextOperators._mark,
    b"EMC": _TextOperators._unmark,
    b"Tc": _setting("between"),
    b"Tw": _setting("between_words"),
    b"Tz": _setting("stretch", 0.01),
    b"TL": _setting("leading"),
    b"Ts": _setting("rise"),
}


class _Fonts:
    """The fonts of a page or form by their names, read when first used."""

    def __init__(self, resources: Any) -> None:
        self._resources: Any = _dictionary(resources, "/Font")
        self._read: dict[str, Any] = {}

    def get(self, name: str) -> Any:
        """None where there is none, or one whose letters cannot be told."""
        if name not in self._read:
            self._read[name] = self._font(name)
        return self._read[name]

    def _font(self, name: str) -> Any:
        # The library keeps it private; the version is pinned, and tests read the real thing.
        from pypdf.generic._font import Font

        found: Any = self._resources.get(name) if self._resources is not None else None
        found = found.get_object() if found is not None else None
        if not isinstance(found, dict):
            return None
        font = Font.from_font_resource(found)  # type: ignore[arg-type]  # it is one of its dictionaries
        return font if font.interpretable else None


def _read(state: _State, value: bytes) -> tuple[str, float]:
    """The letters of *value* and how wide they are, in units of the text's space."""
    font = state.font
    if isinstance(font.encoding, str):
        raw = value.decode(font.encoding, "replace")
        letters: Iterator[str] = iter(raw)
    else:
        raw = value.decode("latin-1")
        letters = (font.encoding.get(byte, chr(byte)) for byte in value)
    text = "".join(font.character_map.get(letter, letter) for letter in letters).translate(_TIDY)
    spaces = raw.count(font.space_char)
    ems = spaces * font.space_width + sum(
        font.get_text_width(each) for each in raw if each != font.space_char
    )
    width = ems / 1000 * state.size + len(raw) * state.between + spaces * state.between_words
    return text, width * state.stretch


def _resources(of: Any) -> Any:
    """The resources of a page, inherited ones too, or of a form."""
    for _ in range(_DEEPEST):
        found = _dictionary(of, "/Resources")
        parent = of.get("/Parent")
        if found is not None or parent is None:
            return found
        of = parent.get_object()
        if not isinstance(of, dict):
            return None
    return None


def _dictionary(of: Any, key: str) -> Any:
    found = of.get(key) if isinstance(of, dict) else None
    found = found.get_object() if found is not None else None
    return found if isinstance(found, dict) else None


def _number(value: Any) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _matrix(operands: Any) -> _Matrix | None:
    if not isinstance(operands, list | tuple) or len(operands) < 6:
        return None
    a, b, c, d, e, f = (_number(operand) for operand in operands[:6])
    return (a, b, c, d, e, f)


def _times(one: _Matrix, two: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    k, m, n, o, p, q = two
    return (
        a * k + b * n,
        a * m + b * o,
        c * k + d * n,
        c * m + d * o,
        e * k + f * n + p,
        e * m + f * o + q,
    )
