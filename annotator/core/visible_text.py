"""Words of somebody else as they are shown: nothing hidden in them, and nothing that acts.

A title, a name or a path can hold characters that no eye sees and that do something all the same:
an escape sequence repaints the terminal, a bidi override shows ``exe.txt`` for ``txt.exe``, a
zero-width space makes two names of what looks like one. They are drawn as signs instead. The text
of an article in the article view is another matter: see `ui/view/blocks.py`.
"""

from __future__ import annotations

import re

#: What lines of a longer text consist of, beside what can be seen.
LINES = "\n\t"

_CONTROLS = "\x00-\x1f\x7f-\x9f"
# line and paragraph separators among them: what lies between two of them looks like a line of ours
_BIDI = "\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
_WITHOUT_WIDTH = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
_NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"

# What is written with joiners: Arabic to Thaana, India to Myanmar, Khmer and Mongolian.
_JOINING = "\u0620-\u08ff\u0900-\u109f\u1780-\u17b3\u17b6-\u180a\u1820-\u18af"
_PICTURE = "\u2190-\u2bff\U0001f000-\U0001fbff"
_VARIED = r"#*0-9©®\u2010-\u2027\u2030-\u205e\u2100-\u3163\u3165-\u9fff\U0001f000-\U0001fbff"

_FOUND = re.compile(
    # in their places these are a part of what is seen: a flag, a family, a word of Persian
    f"(?P<right>\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{{3,6}}\U000e007f"
    f"|(?<=[{_PICTURE}\ufe0f])\u200d(?=[{_PICTURE}])"
    f"|(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}])"
    f"|(?<=[{_VARIED}])[\ufe00-\ufe0f])"
    f"|[{_CONTROLS}{_BIDI}{_WITHOUT_WIDTH}{_NO_CHARACTERS}]"
)


def visible(words: str, *, keep: str = LINES) -> str:
    """*words* with a sign for each character that is hidden or acts, but for those in *keep*.

    It is its number: ⟨U+202E⟩. Doing it twice is doing it once.
    """
    if words.isprintable() and words.isascii():
        return words

    def shown(found: re.Match[str]) -> str:
        hidden = found[0]
        return hidden if found["right"] or hidden in keep else _sign(hidden)

    return _FOUND.sub(shown, words)


def visible_line(words: str) -> str:
    """As `visible`, on one line: for a title in a list, or a name within a message."""
    return visible(words, keep="")


def _sign(hidden: str) -> str:
    return f"⟨U+{ord(hidden):04X}⟩"  # the pictures of controls (␛) are in few fonts
