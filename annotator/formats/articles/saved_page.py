"""What a saved web page tells of itself: whence it is, who published it and when, and when it was saved.

Browsers, SingleFile and its like, and web archives each write it in a way of their own. An address
in an archive leads to the page that was archived; what a page says of when it was altered is not
when it was published.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from msgspec import Struct

from annotator.core.sources.publisher_names import name_of, shortens
from annotator.core.urls import archived_at, is_archive, unarchived
from annotator.core.web_archives import mended, moment_of_digits

from .dates import day_of, moment_of
from .markup import root_of_page

_MOST_JSON = 2_000_000
_MOST_DEEP = 12
_COMMENTS = (  # each names the address, or the moment, or both
    re.compile(r"<!--\s*Page saved with SingleFile\b.{0,200}?\burl:\s*(?P<url>\S+)(?:.{0,4000}?saved date:\s*(?P<when>[^\n\r<]{8,100}?)\s*(?:-->|[\r\n]))?", re.S),
    re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>\S+?)\s*-->"),
    re.compile(r"<!--\s*Saved from (?P<url>https?://\S+) at (?P<when>\S+) using monolith", re.I),
    re.compile(r"<!--\s*Mirrored from (?P<url>\S+) by HTTrack[^,]*,\s*(?P<when>[^>]{10,60}?)\s*-->"),
    re.compile(r"<!--\s*(?:This page was |Page |Web page )?(?:saved|archived|captured|retrieved)\s+(?:from\s+)?(?P<url>https?://\S+)(?:\s+(?:on|at)\s+(?P<when>[^>\n]{8,60}?))?(?:\s+using[^>\n]*)?\s*-->", re.I),
    re.compile(r"FILE ARCHIVED ON (?P<when>\d\d:\d\d:\d\d \w{3} \d\d, \d{4})(?P<url>)"),
    re.compile(r"__wm\.wombat\(\s*[\"'](?P<url>https?:[^\"']+)[\"']\s*,\s*[\"'](?P<when>\d{14})"),
    re.compile(r"wbinfo\.url\s*=\s*[\"'](?P<url>https?:[^\"']+)[\"'].{0,2000}?wbinfo\.timestamp\s*=\s*[\"'](?P<when>\d{14})", re.S),
)  # fmt: skip
_TOOLBAR = re.compile(
    r"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.*?<!-- END WAYBACK TOOLBAR INSERT -->", re.S
)
_REWRITTEN = re.compile(r"^/web/\d{4,14}[a-z_]*/https?:/")
_ORIGINAL = re.compile(
    r"\b(?:live page|original (?:page|url|address|site)|view live|source url|saved from|pagina originale"
    r"|archived from|original)\b",
    re.I,
)
_ARTICLES = re.compile(r"(?:Article|Posting|Report|Review|WebPage|VideoObject|Dataset|Book)$")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.issued",
    "dc.date.issued", "dcterms.issued", "dcterms.date", "dcterms.created", "dc.date.created", "dc.date",
    "citation_publication_date", "citation_online_date", "citation_date", "parsely-pub-date", "sailthru.date",
    "article.published", "cxenseparse:recs:publishtime", "publication_date", "publish-date", "publishdate",
    "pubdate", "original-publish-date", "savepage-pubdate", "bt:pubdate", "dateissued", "datecreated", "date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified",
    "dc.date.modified", "lastmod", "revised", "updated_time", "article:modified",
)  # fmt: skip
_PUBLISHERS = ("og:site_name", "citation_journal_title", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher", "application-name", "apple-mobile-web-app-title")  # fmt: skip


class PageDetails(Struct, kw_only=True):
    """What is known; *captured* is a moment in ISO 8601, or the day where no more is said."""

    url: str | None = None
    archived_url: str | None = None
    captured: str | None = None
    publisher: str | None = None
    published: str | None = None
    title: str | None = None  # of the window of a browser
    modified: tuple[str, ...] = ()


def without_toolbar(page: str) -> str:
    """*page* as it was before an archive put its bar on top."""
    return _TOOLBAR.sub("", page)


def details_of(page: str, *, url: str | None = None, saved: str | None = None) -> PageDetails:
    """What *page* tells; *url* and *saved* are what is told of it from outside (MHTML, WARC)."""
    told = _Told(page)
    comments = list(_said_in_comments(page))
    outside = [each for each, _ in comments if each] + ([url] if url else [])
    base = next((u for u in outside if urlsplit(u).scheme), None) or told.base
    candidates = [_joined(each, base) for each in (*told.addresses, *outside, told.base or "")]
    addresses = list(dict.fromkeys(filter(None, candidates)))
    made = PageDetails(
        published=told.published,
        modified=told.modified,
        publisher=told.publisher,
        title=told.title,
    )
    copies = [mended(each) for each in addresses if is_archive(each)]
    # the longest of them names the page as well
    made.archived_url = max(
        copies, key=lambda each: (bool(unarchived(each)), bool(archived_at(each))), default=None
    )
    pages = [each for each in addresses if not is_archive(each)]
    originals = list(filter(None, map(unarchived, copies)))
    if copies and not originals:
        pages = [*(each for each in told.originals if not is_archive(each)), *pages]
    made.url = _best([*pages, *originals]) if not originals else _best([*originals, *pages])
    moments = [archived_at(copy) for copy in copies] + [each for _, each in reversed(comments)]
    if copies:
        moments.append(told.archive_time)
    made.captured = max((m for m in [*moments, saved] if m), key=_exactness, default=None)
    day = (made.captured or "")[:10]
    if copies and told.is_only_time and told.published == day:
        made.published, made.modified = (
            None,
            (*made.modified, day),
        )  # it is when the archive made it
    if made.publisher and _is_archive_name(made.publisher):
        made.publisher = None
    return made


def site_in_title(title: str | None, url: str | None) -> str | None:
    """The name of the site at the end of a title (“… | The Harbour Times”), where the host says the same."""
    last = re.split(r"\s+[|–—·-]\s+", title or "")[-1].strip()
    host = urlsplit(url or "").hostname or ""
    if not host or last == (title or "").strip() or not 2 < len(last) <= 60:
        return None
    labels = [label.replace("-", "") for label in host.split(".")[:-1] if len(label) > 2]
    forms = name_of(last).forms
    return (
        last if any(label in forms or shortens(label, name_of(last)) for label in labels) else None
    )


def _exactness(moment: str) -> int:
    return min(len(moment), 16)


def _best(addresses: list[str]) -> str | None:
    """The first; but what only leads to the front page of a site is not whence an article is."""
    if not addresses:
        return None
    if urlsplit(addresses[0]).path in ("", "/"):
        host = urlsplit(addresses[0]).netloc
        deeper = (
            a for a in addresses if urlsplit(a).netloc == host and urlsplit(a).path not in ("", "/")
        )
        return next(deeper, addresses[0])
    return addresses[0]


def _joined(address: str, base: str | None) -> str | None:
    """An address in full; what an archive rewrote leads into it."""
    address = address.strip()
    if (_REWRITTEN.match(address) and not (base or "").startswith("http")) or (
        _REWRITTEN.match(address) and not is_archive(base or "")
    ):
        base = "https://web.archive.org/"
    if address and base and not re.match(r"[a-z][a-z0-9+.-]*:", address, re.I):
        address = urljoin(base, address)
    return address if re.match(r"https?:/+[^\s/]", address, re.I) else None


def _said_in_comments(page: str) -> Iterator[tuple[str, str | None]]:
    """Addresses and moments that whoever saved the page wrote into it."""
    ends = page if len(page) <= 400_000 else page[:200_000] + page[-200_000:]
    for pattern in _COMMENTS:
        if (found := pattern.search(ends)) is not None:
            url, when = found["url"], found["when"] if "when" in found.re.groupindex else None
            if "HTTrack" in found[0] and url and "://" not in url:
                url = f"http://{url}"
            exact = (
                moment_of_digits(when)
                if when and when.isdigit()
                else moment_of(when, is_utc=not url)
            )
            yield url, exact


def _is_archive_name(name: str) -> bool:
    plain = name.casefold().strip()
    return plain in (
        "wayback machine",
        "internet archive",
        "archive.today",
        "perma.cc",
        "perma",
        "ghostarchive",
    ) or ("." in plain and " " not in plain and is_archive(f"https://{plain}/"))


class _Told:
    """What the head, the marked-up parts and the JSON-LD of a page say."""

    def __init__(self, page: str) -> None:
        root = root_of_page(page)
        self.meta: dict[str, list[str]] = {}
        self.items: dict[str, list[str]] = {}
        self.canonical: list[str] = []
        self.others: list[str] = []
        self.originals: list[str] = []
        self.base: str | None = None
        self.archive_time: str | None = None
        self.title: str | None = None
        self._articles: list[dict[str, Any]] = []
        self._publishers: list[str] = []
        if root is not None:
            for element in root.iter():
                if isinstance(element.tag, str):
                    self._hear(element)
        self.addresses = [*self.canonical, *self._of_articles("mainEntityOfPage", "url"), *self._meta("og:url", "al:web:url", "twitter:url", "savepage-url"), *self.others]  # fmt: skip
        self.modified = tuple(filter(None, map(day_of, [*self._of_articles("dateModified"), *self._meta(*_MODIFIED), *self.items.get("datemodified", [])])))  # fmt: skip
        published = [*self._of_articles("datePublished"), *self._meta(*_PUBLISHED[:-1]), *self.items.get("datepublished", []), *self.items.get("datecreated", []), *self._meta(_PUBLISHED[-1])]  # fmt: skip
        self.is_only_time = not published and bool(self.items.get("pubdate"))
        published += self.items.get("pubdate", [])
        self.published = next(filter(None, map(day_of, published)), None)
        names = [*self._meta(_PUBLISHERS[0]), *self._publishers, *self._meta(*_PUBLISHERS[1:])]
        self.publisher = next(
            (name.lstrip("@") for name in names if name and len(name) <= 200), None
        )

    def _meta(self, *names: str) -> list[str]:
        return [value for name in names for value in self.meta.get(name, [])]

    def _hear(self, element: Any) -> None:
        name = element.tag.lower()
        if name == "title":
            self.title = self.title or " ".join("".join(element.itertext()).split())[:500]
        elif name == "meta":
            value = (element.get("content") or "").strip()
            for key in ("property", "name", "http-equiv", "itemprop"):
                if value and (said := (element.get(key) or "").lower()):
                    (self.items if key == "itemprop" else self.meta).setdefault(said, []).append(
                        value
                    )
        elif name == "link":
            self._hear_link((element.get("rel") or "").lower().split(), element.get("href") or "")
        elif name == "base":
            self.base = (
                element.get("href")
                if re.match(r"https?:", element.get("href") or "")
                else self.base
            )
        elif name == "script":
            if (
                "ld+json" in (element.get("type") or "").lower()
                and len(element.text or "") <= _MOST_JSON
            ):
                self._hear_json(element.text or "")
        else:
            self._hear_part(element, name)

    def _hear_link(self, rel: list[str], href: str) -> None:
        if "canonical" in rel and href:
            self.canonical.append(href)
        elif {"bookmark", "shortlink", "memento"} & set(rel) and is_archive(href):
            self.others.append(href)
        elif "original" in rel:
            self.originals.append(href)

    def _hear_part(self, element: Any, name: str) -> None:
        item = (element.get("itemprop") or "").lower()
        if item in ("datepublished", "datemodified", "datecreated", "pubdate"):
            value = element.get("datetime") or element.get("content") or "".join(element.itertext())
            self.items.setdefault(item, []).append(value.strip()[:100])
        if name == "time" and element.get("datetime"):
            value = element.get("datetime")
            self.archive_time = self.archive_time or moment_of(value, is_utc=True)
            if element.get("pubdate") is not None and item != "pubdate":
                self.items.setdefault("pubdate", []).append(value)
        address = (
            element.get("value")
            if name == "input"
            else element.get("href")
            if name == "a"
            else None
        )
        if address and re.match(r"https?://", address):
            words = (
                " ".join("".join(element.itertext()).split())[:80]
                + " "
                + (element.get("title") or "")
            )
            is_field = name == "input" and (
                element.get("name") in ("q", "url") or element.get("readonly") is not None
            )
            if is_field or (name == "a" and (_ORIGINAL.search(words) or words.strip() == address)):
                self.originals.append(address)
        elif (
            name in ("p", "div", "span", "td", "li", "dd")
            and element.text
            and len(element.text) < 400
        ):
            found = re.search(
                r"\b(?:captured|archived|saved|created)(?:\s+(?:on|at|il|am|le))?:?\s+(.{8,60})",
                element.text,
                re.I,
            )
            self.archive_time = self.archive_time or (
                moment_of(found[1].strip(), is_utc=True) if found else None
            )

    def _hear_json(self, words: str) -> None:
        try:
            told = json.loads(words.strip().removeprefix("<![CDATA[").removesuffix("]]>"))
        except (ValueError, RecursionError):
            return
        for each in _objects(told):
            kind = each.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(k, str) and _ARTICLES.search(k) for k in kinds):
                is_article = any(isinstance(k, str) and k != "WebPage" for k in kinds)
                self._articles.insert(0 if is_article else len(self._articles), each)
                publisher = each.get("publisher")
                publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
                name = publisher.get("name") if isinstance(publisher, dict) else publisher
                if isinstance(name, str):
                    self._publishers.append(name)

    def _of_articles(self, *keys: str) -> list[str]:
        found = []
        for key in keys:
            for each in self._articles:
                value = each.get(key)
                value = value.get("@id") or value.get("url") if isinstance(value, dict) else value
                if isinstance(value, str) and value.strip():
                    found.append(value.strip())
        return found


def _objects(told: Any, deep: int = 0) -> Iterator[dict[str, Any]]:
    if deep > _MOST_DEEP:
        return
    if isinstance(told, dict):
        yield told
        for value in told.values():
            yield from _objects(value, deep + 1)
    elif isinstance(told, list):
        for value in told:
            yield from _objects(value, deep + 1)
