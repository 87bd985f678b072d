"""Addresses in web archives: the page that one is a copy of, and when the copy was made.

Most archives put the moment and the whole address of the page into theirs (Memento, RFC 7089, as
the Wayback Machine began it); some give a copy a short name that tells neither.
"""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import parse_qs, unquote, urlsplit

_TODAY = r"archive\.(?:ph|today|is|li|vn|md|fo|ec|st)"
_HOSTS = re.compile(
    rf"(?:www\.|m\.)?(?:{_TODAY}|web\.archive\.org|wayback\.archive\.org|web-beta\.archive\.org|perma\.cc"
    r"|ghostarchive\.org|(?:\w+\.)?webcitation\.org|freezepage\.com|(?:\w+\.)?megalodon\.jp"
    r"|(?:\w+\.)?archive-it\.org|arquivo\.pt|conifer\.rhizome\.org|(?:\w+\.)?webrecorder\.(?:io|net)"
    r"|webarchive\.[\w.-]+|(?:[\w-]+\.)?webarchive\.org\.uk|timetravel\.mementoweb\.org|vefsafn\.is"
    r"|swap\.stanford\.edu|webcache\.googleusercontent\.com|cc\.bingj\.com|archive\.wikiwix\.com"
    r"|(?:\w+\.)?haw\.nsk\.hr|langzeitarchivierung\.bib-bvb\.de|webharvest\.gov)",
    re.I,
)
#: …/20240105081500id_/https://…, …/2024*/…, …/2024.01.05-081500/…, …/newest/…, …/o/AbCdE/…
_WITHIN = re.compile(
    r"/(?:(?P<when>\d{4,14}|\d{4}\.\d\d\.\d\d-\d{4,6})(?:[a-z]{2}_|\*)?|\*|newest|oldest|latest|save"
    r"|wip|all|submit|o/[A-Za-z0-9]{4,6})/(?P<page>https?:/+\S+|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}"
    r"(?:[/?#:]\S*)?)$",
    re.I,
)
_SLASHES = re.compile(r"^(https?):/+", re.I)
_DAMAGED = re.compile(r"(?<=/)(https?):/(?=[^/])", re.I)
_CACHED = re.compile(r"cache:(?:[\w-]{8,}:)?(\S+)", re.I)
_ONLY_GHOST = re.compile(r"^/varchive/(?:youtube/\d+/)?([\w-]{11})$")


def is_archive(address: str) -> bool:
    """Whether an address leads into a web archive, and not to a page of its owner's."""
    return _HOSTS.fullmatch(urlsplit(address).hostname or "") is not None


def unarchived(address: str) -> str | None:
    """The page that an address in a web archive is a copy of; None where it does not say."""
    parts = urlsplit(address)
    if not is_archive(address):
        return None
    if (found := _WITHIN.search(_whole(address))) is not None:
        page = found["page"]
        return _SLASHES.sub(r"\1://", page) if _SLASHES.match(page) else f"http://{page}"
    for values in parse_qs(parts.query).values():  # archive.ph/?url=…, webcitation.org/query?url=…
        if (value := values[0]).startswith(("http://", "https://")):
            return value
        if (cached := _CACHED.match(value)) is not None:
            page = cached[1].split(" ")[0]
            return page if page.startswith("http") else f"http://{page}"
    if (video := _ONLY_GHOST.match(parts.path)) is not None and "ghostarchive" in parts.netloc:
        return f"https://www.youtube.com/watch?v={video[1]}"
    return None


def archived_at(address: str) -> str | None:
    """The moment of a copy as its address has it, ``2024-01-05T08:15:00Z``; a part where no more is said."""
    if not is_archive(address) or (found := _WITHIN.search(_whole(address))) is None:
        return None
    return moment_of_digits(re.sub(r"\D", "", found["when"] or ""))


def moment_of_digits(digits: str) -> str | None:
    """``20240105081500`` as ``2024-01-05T08:15:00Z``; None where it is no moment."""
    shapes = {4: "%Y", 6: "%Y%m", 8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
    kept = max((length for length in shapes if length <= len(digits)), default=0)
    try:
        when = datetime.strptime(digits[:kept], shapes[kept])
    except (ValueError, KeyError):
        return None
    if kept >= 12:
        return when.strftime("%Y-%m-%dT%H:%M:%SZ")
    return when.date().isoformat()[: {4: 4, 6: 7, 8: 10}[kept]]


def mended(address: str) -> str:
    """*address* with both slashes of the address in it: programs that tidy paths take one away."""
    return _DAMAGED.sub(r"\1://", address) if is_archive(address) else address


def _whole(address: str) -> str:
    """Without scheme and host, the page's own address readable even where it was encoded."""
    rest = address.split("://", 1)[-1]
    path = rest[rest.find("/") :] if "/" in rest else ""
    return unquote(path) if re.search(r"/https?%3a", path, re.I) else path
