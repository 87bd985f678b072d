"""Dates as other programs write them → the day, in ISO 8601."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
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
_STAMP = re.compile(
    r"(?:D:)?(\d{4})[-:/.]?(\d\d)[-:/.]?(\d\d)[T ]?(\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?\s*"
    r"(Z|UTC|GMT|[+-]\d\d'?:?(?:\d\d)?'?)?"
)
_OF_JAVASCRIPT = re.compile(
    r"\w{3} (\w{3}) (\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d)(?: (?:GMT|UTC)?([+-]\d{4}|Z|GMT|UTC))?"
)
_CLOCK = re.compile(
    r"(?<![\d:.])(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?:\.\d+)?(?!\d|[./]\d)\s*([ap]\.?m\.?)?\s*(UTC|GMT|Z|[+-]\d\d:?\d\d)?(?!\w)",
    re.I,
)


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


def moment_of(value: Any, *, is_utc: bool = False) -> str | None:
    """``2024-01-05T08:15:00Z``; without the Z where no zone is said, the day where no time is.

    *is_utc* is the zone where none is said. None where it is no date.
    """
    if isinstance(value, datetime):
        return _moment(value, is_utc=is_utc)
    if not isinstance(value, str) or not value.strip():
        return None
    words = " ".join(value.split())
    for read in (_iso, _of_programs, _with_clock):
        if (found := read(words)) is not None:
            return _moment(found, is_utc=is_utc)
    return day_of(words)


def _moment(when: datetime, *, is_utc: bool) -> str | None:
    if _day(when.year, when.month, when.day) is None:
        return None
    if when.tzinfo is None and not is_utc:
        return when.strftime("%Y-%m-%dT%H:%M:%S")
    if when.tzinfo is not None:
        try:
            when = when.astimezone(UTC)
        except (OverflowError, ValueError):
            return None
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _iso(words: str) -> datetime | None:
    """ISO 8601, and as EXIF and PDF write it: ``2024:01:05 10:00:00``, ``D:20240105100000+02'00'``."""
    found = _STAMP.fullmatch(words)
    if found is None:
        return None
    *numbers, zone = found.groups()
    try:
        made = datetime(*(int(number or 0) for number in numbers))  # type: ignore[arg-type]
        return made if not zone else made.replace(tzinfo=_zone(zone))
    except ValueError:
        return None


def _of_programs(words: str) -> datetime | None:
    """As JavaScript and mail write it: ``Fri Jan 05 2024 11:30:54 GMT+0200 (Central …)``."""
    if found := _OF_JAVASCRIPT.match(words):
        name, day, year, clock, zone = found.groups()
        month = _MONTH_OF.get(name.lower()[:3])
        try:
            hours, minutes, seconds = (int(part) for part in clock.split(":"))
            made = datetime(int(year), month or 0, int(day), hours, minutes, seconds)
            return made.replace(tzinfo=_zone(zone)) if zone else made
        except ValueError:
            return None
    if not re.search(r"\d:\d\d", words):
        return None
    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _with_clock(words: str) -> datetime | None:
    """A date in words with the time before or after it: ``08:15:00 Jan 05, 2024``."""
    clock = _CLOCK.search(words)
    if clock is None:
        return None
    rest = " ".join((words[: clock.start()] + " " + words[clock.end() :]).split())
    rest = re.sub(
        r"^(?:at|alle|ore|on|il|um|à)\s|[\s,]+(?:at|alle|ore|on|um|à|h)?[\s,]*$|^[\s,]+",
        "",
        rest,
        flags=re.I,
    )
    day = day_of(rest)
    if day is None or len(day) < 10:
        return None
    hours, minutes, seconds, half, zone = clock.groups()
    hour = int(hours) % 12 + (12 if half.lower().startswith("p") else 0) if half else int(hours)
    try:
        made = datetime.fromisoformat(day).replace(
            hour=hour, minute=int(minutes), second=int(seconds or 0)
        )
        return made.replace(tzinfo=_zone(zone)) if zone else made
    except ValueError:
        return None


def _zone(written: str) -> timezone:
    digits = re.sub(r"[^\d+-]", "", written)
    if not digits or digits in "+-":
        return UTC
    sign = -1 if digits[0] == "-" else 1
    digits = digits.lstrip("+-").ljust(4, "0")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:4])))


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
