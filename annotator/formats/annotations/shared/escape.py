"""Words where a format has no room for every character: that one as ``_x0020_``, and back again.

The numbers are those of Unicode, in hexadecimal, as spreadsheets write them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_NUMBER = re.compile("_x([0-9a-f]{4,6})_")


def _number(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04x}_"


def escaper(unwelcome: str) -> Callable[[str], str]:
    """What writes words without the characters that the pattern *unwelcome* matches one by one."""
    pattern = re.compile(f"{unwelcome}|_(?=x[0-9a-f]{{4}})")
    return lru_cache(2000)(lambda words: pattern.sub(_number, words))


#: For a line of a text file: no line ends and tabs, and no white space at its ends.
on_a_line = escaper(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|^\s|\s$")


def unescaped(words: str) -> str:
    """Undoes every `escaper`; what stands for no character stays."""
    return _NUMBER.sub(_character, words) if "_x" in words else words


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    is_half = 0xD800 <= number <= 0xDFFF
    return found[0] if is_half or number > 0x10FFFF else chr(number)
