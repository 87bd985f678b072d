"""Whether two sources are independent: nothing ties them, and of both it is known who publishes them.

A tie is the publisher's name or site, in whatever spelling or edition, a person or body that is
author here and publisher there, an account, one page or one file. On platforms where everybody
publishes, the account is the publisher. Nothing is looked up: see `publisher_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from ..errors import Notification
from ..model import Source
from ..platforms import Place, is_platform, is_shortener, place_of
from ..text import fold
from ..urls import BadAddress, brief, canonical, is_archive, same_page, unarchived
from .publisher_names import (
    Name,
    handle_forms,
    houses,
    is_generic,
    is_one_name,
    name_of,
    shipped_houses,
    shortens,
    site_forms,
    sites_in,
    whole_forms,
)

_AUTHORS = re.compile(r"\s*(?:[;&/|]|,(?!\s*(?:jr|sr|ph\.?d)\b)|\s(?:and|e|et|und|y)\s)\s*", re.I)
_BY = re.compile(r"^(?:by|di|da|a cura di|von|par|por|foto|photo)\s+", re.I)
_NOBODY = frozenset(
    [
        "redazione",
        "staff",
        "editor",
        "editors",
        "editorial",
        "team",
        "admin",
        "administrator",
        "newsroom",
        "desk",
        "anonymous",
        "anonimo",
        "unknown",
        "sconosciuto",
        "autore",
        "author",
        "guest",
        "agenzie",
        "agencies",
        "wires",
        "online",
        "web",
        "webmaster",
    ]
)
#: Under these, each name is somebody else's: the institutions of a union, the offices of a state.
_UMBRELLAS = frozenset(
    [
        "europa.eu",
        "admin.ch",
        "bund.de",
        "gc.ca",
        "gov.pl",
        "gouv.qc.ca",
        "gelocal.it",
        "indiatimes.com",
        "go.com",
        "uol.com.br",
        "ca.gov",
    ]
)
#: Prefixes of DOIs under which anybody deposits.
_DEPOSITS = frozenset(
    [
        "10.48550",
        "10.5281",
        "10.2139",
        "10.6084",
        "10.31219",
        "10.31234",
        "10.17605",
        "10.1101",
        "10.21203",
        "10.20944",
    ]
)
_ARCHIVE_NAMES = frozenset(
    ["archive today", "archive ph", "archive is", "perma cc", "permacc", "ghostarchive", "wayback machine", "internet archive", "web archive", "waybackmachine", "internetarchive", "archivetoday", "archiveph", "archiveis"]
)  # fmt: skip


class Publisher(Struct, frozen=True):
    """Whom a source speaks for, as far as it says: what is compared."""

    name: Name | None = None
    site: str = ""  # the part of the host that one owner has registered
    label: str = ""  # its name without the suffix
    is_office: bool = False  # it is registered under one of a state
    place: Place | None = None
    authors: tuple[Name, ...] = ()
    page: str = ""

    @property
    def is_known(self) -> bool:
        account = self.place.account if self.place else ""
        return bool(self.name or self.site or account or self.authors)

    @property
    def shown(self) -> str:
        account = (
            f"{self.place.account} ({self.place.platform})"
            if self.place and self.place.account
            else ""
        )
        said = self.name.shown if self.name else self.site or account
        return said or (self.authors[0].shown if self.authors else "")


class Together(Struct, frozen=True):
    """What belongs together in a project, beside what is known to: lines of names and sites."""

    lines: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def publisher(source: Source) -> Publisher:
    """Whom *source* speaks for."""
    address = _original(source)
    host = urlsplit(address).hostname or "" if address else ""
    place = place_of(address) if address else None
    name = _publisher_name(source.publisher)
    site = label = ""
    is_office = False
    if name is not None and (told := sites_in(source.publisher or "")) is not None:
        address = address or f"https://{told}/"
        host = host or told
    doi = re.search(r"^https?://(?:dx\.)?doi\.org/(10\.\d{4,9})/", address or "")
    if doi is not None:
        site = label = "" if doi[1] in _DEPOSITS else doi[1]
    elif host and place is None and not is_shortener(host) and not is_archive(address or ""):
        site = registered(host)
        label, _, suffix = site.partition(".")
        is_office = suffix.startswith(("gov", "gouv", "gob", "go.", "admin", "mil"))
        is_of_a_place = (
            suffix.count(".") == 1 and not is_office and suffix == _suffixes().publicsuffix(host)
        )
        if is_of_a_place:  # comune.roma.it
            label += f".{suffix.split('.')[0]}" if len(suffix.split(".")[0]) > 3 else ""
    authors = tuple(name_of(each) for each in _authors(source.author))
    page = same_page(address) if address and not _says_nothing(address) else ""
    return Publisher(name, site, label, is_office, place, authors, page)


def registered(host: str) -> str:
    """The part of a host that one owner has registered: ``dati.istat.it`` is ``istat.it``."""
    found: str | None = _suffixes().privatesuffix(host)
    if found in _UMBRELLAS and host != found:
        labels = host.removeprefix("www.").split(".")
        return ".".join(labels[-1 - found.count(".") - 1 :])
    return found or host


def tie(one: Source, other: Source, together: Together | None = None) -> Notification | None:
    """What ties two sources, in a sentence that names both; None where nothing does."""
    said: dict[str, Any] = {"one": one.title, "other": other.title}
    if one.sha256 and one.sha256 == other.sha256:
        return Notification("“{one}” and “{other}” are one and the same file", **said)
    here, there = publisher(one), publisher(other)
    if here.page and here.page == there.page:
        page = brief(one.url or one.archived_url or "")
        return Notification(
            "“{one}” and “{other}” are copies of one page, {page}", page=page, **said
        )
    account = _one_account(here, there)
    if account:
        return Notification(
            "“{one}” and “{other}” are of one account, {account}", account=account, **said
        )
    if here.site and here.site == there.site:
        return Notification("“{one}” and “{other}” are on one site, {site}", site=here.site, **said)
    if here.label and here.label == there.label and _has_moved(here.site, there.site):
        return Notification("“{one}” and “{other}” are on one site, {site}", site=here.site, **said)
    if here.name and there.name and is_one_name(here.name, there.name):
        return Notification(
            "“{one}” and “{other}” have one publisher, {name}", name=here.shown, **said
        )
    for mine, theirs in ((here, there), (there, here)):
        if mine.name and _is_site_of(mine.name, theirs):
            return Notification(
                "“{one}” and “{other}” have one publisher: {name} is at {site}",
                name=mine.name.shown,
                site=theirs.site or (theirs.place.account if theirs.place else ""),
                **said,
            )
    if _has_own_account(here, there) or _has_own_account(there, here):
        return Notification(
            "“{one}” and “{other}” have one publisher: an account of {site}",
            site=here.site or there.site,
            **said,
        )
    if (author := _one_author(here, there, said)) is not None:
        return author
    for house in (*houses((together or Together()).lines), *shipped_houses()):
        if _is_of(here, house) and _is_of(there, house):
            return Notification(
                "“{one}” and “{other}” belong together: {name} and {publisher} are one publisher",
                name=here.shown,
                publisher=there.shown,
                **said,
            )
    return None


def _has_moved(one: str, other: str) -> bool:
    """Whether a site is the other's among those of the state: ``istat.it`` and ``istat.gov.it``."""
    short, long = sorted((one.partition(".")[2], other.partition(".")[2]), key=len)
    return long in (f"gov.{short}", f"gouv.{short}", f"gob.{short}")


def unknown(source: Source, beside: Source) -> Notification | None:
    """That nobody knows who publishes *source*; None where it is known."""
    if publisher(source).is_known:
        return None
    return Notification(
        "It is not known who publishes “{one}”, so that it is no second publisher beside “{other}”",
        one=source.title,
        other=beside.title,
    )


def independent(one: Source, other: Source) -> Notification:
    """That nothing ties two sources, in a sentence that names both."""
    return Notification(
        "“{one}” ({publisher}) and “{other}” ({name}) have publishers that nothing ties together",
        one=one.title,
        publisher=publisher(one).shown,
        other=other.title,
        name=publisher(other).shown,
    )


def _original(source: Source) -> str | None:
    """The page of a source, where its address is known, canonical and out of the archive."""
    for address in (source.url, source.archived_url):
        try:
            found = canonical(address) if address else None
            if found and (page := unarchived(found)):
                found = canonical(page)
        except BadAddress:
            continue
        if found:
            return found
    return None


def _says_nothing(address: str) -> bool:
    """Whether an address is of no page of its own: the front page of a site."""
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def _publisher_name(written: str | None) -> Name | None:
    """The name of a publisher; None where it is that of a platform or an archive."""
    if not written or not written.strip(" .-–—?"):
        return None
    plain = " ".join(re.findall(r"\w+", fold(written)))
    if is_platform(plain) or is_platform(fold(written).strip()) or plain in _ARCHIVE_NAMES:
        return None
    if (site := sites_in(written)) is not None and (
        is_archive(f"https://{site}/") or is_shortener(site) or place_of(f"https://{site}/")
    ):
        return None
    return name_of(written) if plain not in _NOBODY else None


def _authors(written: str | None) -> list[str]:
    """Who wrote something, one by one, without those who are nobody in particular."""
    turned = re.fullmatch(r"([^\W\d_][\w'’-]+), ([\w.'’ -]+)", (written or "").strip())
    written = f"{turned[2]} {turned[1]}" if turned and len(turned[2].split()) <= 2 else written
    parts = [_BY.sub("", part).strip() for part in _AUTHORS.split(written or "")]
    parts += [re.sub(r"(?i)\s*\bredazione\b\s*", " ", p).strip() for p in parts if " " in p]
    parts = [p for p in dict.fromkeys(parts) if len(p) >= 3 and fold(p) not in _NOBODY]
    return [p for p in parts if not all(word in _NOBODY for word in fold(p).split())]


def _one_account(here: Publisher, there: Publisher) -> str:
    """The account that two sources are of; on two networks the same name is perhaps one person."""
    mine, theirs = here.place, there.place
    if mine is None or theirs is None or not mine.account or not theirs.account:
        return ""
    if mine.platform == theirs.platform:
        return mine.account if mine.account == theirs.account else ""
    one, other = (re.sub(r"[\W_]", "", p.account.partition("@")[0]) for p in (mine, theirs))
    return mine.account if one == other and len(one) >= 5 and not is_generic(one) else ""


def _is_site_of(name: Name, of: Publisher) -> bool:
    """Whether a publisher's name is that of a site, or of an account."""
    if of.label:
        forms = site_forms(of.label)
        if name.forms & forms or (of.is_office and name.bodies & forms):
            return True
        return shortens(of.label.replace("-", "").replace(".", ""), name, is_site=True)
    if of.place and of.place.account:
        return bool(name.forms & handle_forms(of.place.account.partition("@")[0]))
    return False


def _has_own_account(of: Publisher, there: Publisher) -> bool:
    """Whether an account is that of the site of the other."""
    if not of.label or there.place is None or not there.place.account:
        return False
    handle, _, home = there.place.account.partition("@")
    if of.site in (registered(handle) if "." in handle else "", home and registered(home)):
        return True
    forms = site_forms(of.label)
    return bool(forms & handle_forms(handle)) and not all(map(is_generic, forms))


def _is_of(found: Publisher, house: tuple[frozenset[str], tuple[str, ...]]) -> bool:
    """Whether a publisher is one of those that stand on a line."""
    forms, sites = house
    if found.site and any(
        found.site == site or f".{found.site}".endswith(f".{site}") or (_inside(found, site))
        for site in sites
    ):
        return True
    if found.name and found.name.forms & forms:
        return True
    if found.place and found.place.account:
        handle = found.place.account.partition("@")[0]
        return bool(handle_forms(handle) & forms) or any(site == handle for site in sites)
    return not found.name and not found.site and any(a.forms & forms for a in found.authors)


def _inside(found: Publisher, site: str) -> bool:
    """Whether a line names a part of the site: the page has to be under it."""
    host = found.page.split("/")[0].split("?")[0]
    return site.endswith(f".{found.site}") and f".{host}".endswith(f".{site}")


def _one_author(here: Publisher, there: Publisher, said: dict[str, Any]) -> Notification | None:
    """A person or body that is author here and publisher there, or author of both."""
    for mine, theirs, one, other in (
        (here, there, said["one"], said["other"]),
        (there, here, said["other"], said["one"]),
    ):
        for author in mine.authors:
            house = _house_of(author.shown)
            is_theirs = (theirs.name and author.forms & theirs.name.forms) or (
                theirs.label and author.forms & site_forms(theirs.label)
            )
            is_account = (
                theirs.place
                and theirs.place.account
                and author.forms & handle_forms(theirs.place.account.partition("@")[0])
            )
            if is_theirs or is_account or any(_is_of(theirs, each) for each in house):
                return Notification(
                    "{name} is the author of “{one}” and publishes “{other}”",
                    name=author.shown,
                    one=one,
                    other=other,
                )
    for author in here.authors:
        if any(is_one_name(author, each) for each in there.authors):
            return Notification(
                "“{one}” and “{other}” have one author, {name}", name=author.shown, **said
            )
    return None


@lru_cache(maxsize=1024)
def _house_of(name: str) -> Sequence[tuple[frozenset[str], tuple[str, ...]]]:
    """The lines on which an author's name stands."""
    forms = whole_forms(name)
    return [house for house in shipped_houses() if house[0] & forms]


@cache
def _suffixes() -> Any:
    """The Public Suffix List as the library ships it; read with the first address that needs it."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


def components(sources: Iterable[Source], together: Together | None = None) -> list[list[Source]]:
    """*sources* in groups that nothing ties to one another; those of unknown publishers in none."""
    groups: list[list[Source]] = []
    for source in sources:
        if not publisher(source).is_known:
            continue
        tied = [g for g in groups if any(tie(source, each, together) for each in g)]
        groups = [g for g in groups if g not in tied]
        groups.append([source, *(each for g in tied for each in g)])
    return groups
