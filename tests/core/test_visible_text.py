"""What is hidden in foreign words is shown, and ordinary words of any script are left alone."""

from __future__ import annotations

import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import ImportFault
from annotator.core.terminal import Visible, exact
from annotator.core.visible_text import LINES, visible, visible_line

anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
hidden = st.text(
    st.sampled_from(
        "\x00\x07\x08\x1b\x7f\x85\x9b\xad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a"
        "\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufffe\ud800\ufe0f\U000e0041ab \n\r"
    )
)
NEVER = set("\x1b\x07\x08\r\x7f\x9b\u061c\u200b\u200e\u200f\u2028\u2029\ufeff") | set(
    map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)


@given(anything | hidden)
def test_nothing_that_acts_is_left(words):
    shown = visible(words)
    assert not NEVER & set(shown)
    assert {c for c in shown if unicodedata.category(c) in ("Cc", "Cs")} <= set(LINES)
    assert not {
        c for c in visible_line(words) if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")
    }
    shown.encode()


@given(anything | hidden)
def test_twice_is_once(words):
    assert visible(visible(words)) == visible(words)
    assert visible_line(visible_line(words)) == visible_line(words)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], max_codepoint=0x2FF)))
def test_plain_words_stay_as_they_are(words):
    assert visible_line(words) == words


@pytest.mark.parametrize(
    "words",
    [
        "Bollette, il gas cala: «perché?» — 3 %",
        "שלום עולם",
        "مرحبا بالعالم",
        "می‌خواهم",  # a zero-width non-joiner within a word of Persian
        "ශ්‍රී ලංකා",  # a joiner in the name of Sri Lanka
        "👩‍⚖️ 👨‍👩‍👧 ❤️‍🔥 1️⃣ 🏳️‍🌈",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # England
        "日本語の見出し",
        "Tiếng Việt",
    ],
)
def test_what_is_written_so_stays_as_it_is(words):
    assert visible_line(words) == words


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("\x1b[31mred", "⟨U+001B⟩[31mred"),
        ("gpj.\u202eexe", "gpj.⟨U+202E⟩exe"),
        ("Ros\u200bsi", "Ros⟨U+200B⟩si"),
        ("Ros\u200dsi", "Ros⟨U+200D⟩si"),
        ("\u200dsi", "⟨U+200D⟩si"),
        ("A\ufe0fB", "A⟨U+FE0F⟩B"),
        ("a\x9b31m", "a⟨U+009B⟩31m"),
        ("hid\U000e0041", "hid⟨U+E0041⟩"),
        ("half \ud800", "half ⟨U+D800⟩"),
    ],
)
def test_what_is_hidden_is_shown(words, shown):
    assert visible(words) == shown


def test_a_message_shows_a_name_of_many_lines_on_one():
    fault = ImportFault("{file} holds no text", file="a\nok: all is well\x1b[2J")
    assert str(fault) == "a⟨U+000A⟩ok: all is well⟨U+001B⟩[2J holds no text."


class Terminal(io.StringIO):
    encoding = "utf-8"

    def __init__(self, *, is_one: bool = True) -> None:
        super().__init__()
        self.is_one = is_one

    def isatty(self) -> bool:
        return self.is_one


@given(anything | hidden)
def test_json_on_a_terminal_is_harmless_and_the_same(words):
    line = json.dumps({"title": words}, ensure_ascii=False)
    shown = Terminal()
    exact(line, Visible(shown))
    assert visible(shown.getvalue()) == shown.getvalue()
    assert json.loads(shown.getvalue()) == {"title": words}


@given(st.text())
def test_json_in_a_pipe_is_byte_by_byte_as_promised(words):
    line = json.dumps({"title": words}, ensure_ascii=False)
    pipe = Terminal(is_one=False)
    exact(line, Visible(pipe))
    assert pipe.getvalue() == line + "\n"


def test_a_terminal_with_few_letters_is_written_to_all_the_same():
    under = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    print("perché \u202e\u4e00", file=Visible(under))
    under.flush()
    assert under.buffer.getvalue() == "perché \\u27e8U+202E\\u27e9\\u4e00\n".encode("latin-1")
