"""Dates as other programs write them → the day, in ISO 8601."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

_ISO = re.compile(r"(?:D:)?(\d{4})(?:[-/.]?(\d\d)(?:[-/.]?(\d\d))?)?(?:\D.*|\d{2,6}\D?.*)?", re.S)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\D.*)?", re.S)
#: "5 gennaio 2024", "Friday, 5 Jan 2024 at six"; "January 5, 2024".
_WRITTEN = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|er|[º°.])?\s+(?:de\s+)?([^\W\d]{3,})\.?,?\s+"
    r"(?:de[l]?\s+)?(\d{4})(?:\D.*)?",
    re.S,
)
_MONTH_FIRST = re.compile(
    r"([^\W\d]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\D.*)?", re.S
)
#: Beginnings of the names of months in Italian, English, French and Spanish, without accents.
_MONTHS = (
    "gen jan ene", "feb fev", "mar", "apr avr abr", "mag may mai", "giu jun juin", "lug jul juil",
    "ago aug aou", "set sep", "ott oct", "nov", "dic dec",
)  # fmt: skip
_MONTH_OF = {start: n for n, names in enumerate(_MONTHS, 1) for start in names.split()}
_EARLIEST = 1400


def day_of(value: Any) -> str | None:
    """``2024-01-05`` (``2024-01``, ``2024`` where no more is said), or None where it is no date.

    Of numbers with slashes or dots the day comes first, unless it cannot.
    """
    if isinstance(value, datetime | date):
        return _day(value.year, value.month, value.day)
    if not isinstance(value, str):
        return None
    value = value.strip()
    if found := _ISO.fullmatch(value):
        return _day(*(int(part) if part else None for part in found.groups()))
    if found := _DAY_FIRST.fullmatch(value):
        one, two, year = (int(part) for part in found.groups())
        return _day(year, two, one) or _day(year, one, two)
    return _written_out(value) or _of_mail(value)


def _written_out(value: str) -> str | None:
    """Of a date with the name of its month."""
    if found := _WRITTEN.fullmatch(value):
        day, name, year = found.groups()
    elif found := _MONTH_FIRST.fullmatch(value):
        name, day, year = found.groups()
    else:
        return None
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    month = _MONTH_OF.get(plain[:3]) or _MONTH_OF.get(plain[:4])
    return _day(int(year), month, int(day)) if month else None


def _day(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    if year is None or not _EARLIEST <= year <= datetime.now(UTC).year + 2:
        return None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    parts = (f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None))
    return "-".join(parts)


def _of_mail(value: str) -> str | None:
    try:
        found = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _day(found.year, found.month, found.day)
