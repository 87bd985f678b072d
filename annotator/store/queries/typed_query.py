"""What somebody types as a query of FTS5."""

from __future__ import annotations

import re

TERM = re.compile(r"[^\W_]+", re.UNICODE)


def query_of(text: str) -> str:
    """*text* as a query of FTS5: each word quoted, so that nothing in it is an operator."""
    words = TERM.findall(text)
    if not words:
        return ""
    quoted = [f'"{word}"' for word in words]
    is_unfinished = text[-1:].isalnum()
    return " ".join(quoted) + ("*" if is_unfinished else "")
