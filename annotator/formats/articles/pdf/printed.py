"""Web pages that were printed into a PDF: the address and the moment that a browser puts on each sheet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from ..dates import moment_of
from .layout import TextLine

_EDGE = 4  # lines from the top and from the bottom of a sheet that may be its margins
_URL = re.compile(r"(?:https?://|(?<![\w@.])www\.)[^\s<>\"]+", re.I)
_SHEET = re.compile(
    r"(?:^|\s)(?:(?:page|pagina|seite|p\.|pag\.)\s*)?\d{1,4}\s*(?:/|of|di|von|sur|de)\s*\d{1,4}(?:\s|$)",
    re.I,
)
_STAMP = re.compile(
    r"(?<![\d/.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2}),?\s+(?:alle\s+|ore\s+|at\s+|um\s+)?(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?:\s*([AP])\.?M\.?)?",
    re.I,
)
_ISO = re.compile(
    r"(?<!\d)\d{4}-\d\d-\d\d[T ,]+\d\d:\d\d(?::\d\d)?\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?"
)
_IN_WORDS = re.compile(
    r"(?:\w+,?\s+)?(?:\d{1,2}\s+[^\W\d]{3,}\.?|[^\W\d]{3,}\.?\s+\d{1,2}),?\s+\d{4}(?:[\s,]+(?:at|alle|ore|um|à)?\s*\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[AP]M)?)",
    re.I,
)
_BROWSERS = re.compile(
    r"skia/pdf|firefox|mozilla|chrome|safari|quartz pdfcontext|wkhtmltopdf|headless|weasyprint|prince|edge",
    re.I,
)


class PageMargins(Struct, frozen=True):
    """What stands on the margins; None where nothing does."""

    url: str | None = None
    captured: str | None = None
    title: str | None = None


def printed_page(
    sheets: Sequence[Sequence[TextLine]], producer: str, made: datetime | None
) -> PageMargins:
    """The address that stands on the margins of the sheets of a printed page, and when it was printed.

    The moment on the sheet has no seconds: where the file says of itself that it was *made* that
    day, that is more exact.
    """
    edges = [_edges(lines) for lines in sheets if lines]
    addresses = Counter(
        url for lines in edges for url in {u for line in lines for u in _urls(line)}
    )
    stamp = next((found for lines in edges for line in lines if (found := _stamp(line))), None)
    is_numbered = any(_SHEET.search(line) for lines in edges for line in lines)
    is_printed = bool(stamp) or is_numbered or bool(_BROWSERS.search(producer))
    url, times = next(iter(addresses.most_common(1)), (None, 0))
    if url is None or not is_printed or (len(edges) > 1 and times * 2 < len(edges)):
        return PageMargins()
    title = next((said for lines in edges for line in lines if (said := _title(line))), None)
    exact = moment_of(made) if made is not None else None
    if exact and (stamp is None or (made is not None and made.date().isoformat() == stamp[:10])):
        stamp = exact
    return PageMargins(url, stamp, title)


def without_margins(lines: Sequence[TextLine]) -> list[TextLine]:
    """A sheet of a printed page without what the browser put on its margins."""
    edges = [row for row in _edge_rows(lines) if _is_margin(_words(row))]
    heights = {round(line.y) for row in edges for line in row}
    return [line for line in lines if round(line.y) not in heights]


def _is_margin(line: str) -> bool:
    return bool(_urls(line) or _stamp(line) or not _bare(line))


def _title(line: str) -> str | None:
    """What stands beside the address or the moment on a margin."""
    bare = _bare(line)
    is_title = (_urls(line) or _stamp(line)) and sum(map(str.isalpha, bare)) > 3
    return bare if is_title else None


def _bare(line: str) -> str:
    """A line without address, moment and number of the sheet."""
    for pattern in (_URL, _ISO, _STAMP, _SHEET):
        line = pattern.sub(" ", line)
    return " ".join(line.split())


def _edges(lines: Sequence[TextLine]) -> list[str]:
    return [_words(row) for row in _edge_rows(lines)]


def _words(row: Sequence[TextLine]) -> str:
    return "   ".join(line.text for line in sorted(row, key=lambda line: line.x0))


def _edge_rows(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """The lines at the top and the bottom of a sheet, what stands at one height together."""
    rows: dict[int, list[TextLine]] = {}
    for line in lines:
        rows.setdefault(round(line.y), []).append(line)
    ordered = [rows[y] for y in sorted(rows)]
    return ordered if len(ordered) <= 2 * _EDGE else ordered[:_EDGE] + ordered[-_EDGE:]


def _urls(line: str) -> list[str]:
    found = [hit.rstrip(".,;)") for hit in _URL.findall(line) if not hit.endswith(("…", "..."))]
    # in a margin the address stands alone, or with the number of the sheet or the title
    return [
        hit if "://" in hit else f"https://{hit}"
        for hit in found
        if len(hit) * 3 >= len(line.strip()) or _SHEET.search(line) or _stamp(line)
    ]


def _stamp(line: str) -> str | None:
    if (hit := _ISO.search(line)) is not None:
        return moment_of(hit[0].replace(",", " "))
    if (hit := _STAMP.search(line)) is None:
        written = _IN_WORDS.search(line)
        return moment_of(written[0]) if written else None
    one, _, two, year, hours, minutes, seconds, half = hit.groups()
    is_month_first = (half is not None and int(one) <= 12) or int(two) > 12
    month, day = (int(one), int(two)) if is_month_first else (int(two), int(one))
    hour = int(hours) % 12 + (12 if half.upper() == "P" else 0) if half else int(hours)
    whole = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return datetime(whole, month, day, hour, int(minutes), int(seconds or 0)).isoformat()
    except ValueError:
        return None
