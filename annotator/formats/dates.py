"""Dates as other programs write them → the day, in ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

_ISO = re.compile(r"(?:D:)?(\d{4})(?:[-/.]?(\d\d)(?:[-/.]?(\d\d))?)?(?:\D.*|\d{2,6}\D?.*)?", re.S)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\D.*)?", re.S)
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
    return _of_mail(value)


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
