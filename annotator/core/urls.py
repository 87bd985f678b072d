"""Addresses of sources: what may be kept, how it is written, when two are the same.

An address is text here: nothing is ever fetched. Only ``http`` and ``https`` to a public host are
let in; what could mean this machine, a private network or another person's disk is refused, in
whatever way it is spelt (the host parser of the WHATWG URL standard reads ``0x7f.1`` as
127.0.0.1, so browsers do, too).
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from .errors import UserError

_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.I)
_BARE = re.compile(r"^[\w-]+(\.[\w-]+)+(:\d+)?([/?#]|$)")  # example.org/page, as people write it
_NUMBER = re.compile(r"^(0x[0-9a-f]*|\d+)$", re.I)
_PRIVATE = (".localhost", ".local", ".internal", ".lan", ".home", ".arpa", ".onion", ".invalid")
_TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|yclid|msclkid|igshid|mc_[ce]id|_ga|wt_mc|ref_src|ref_url)$", re.I
)
_PORTS = {"http": 80, "https": 443}
_ARCHIVES = (
    re.compile(r"^https?://web\.archive\.org/web/\d{4,14}[a-z_]*/(https?:/+.+)$", re.I),
    re.compile(r"^https?://archive\.(?:ph|today|is|li|vn|md|fo)/\d{4,14}/(https?:/+.+)$", re.I),
)
MOST_CHARACTERS = 4000


class BadAddress(UserError):
    """An address that is no public web page, or hides where it leads."""


def canonical(address: str) -> str:
    """*address* as it is kept: host in lower case and punycode, nothing that only tracks readers.

    A missing scheme becomes ``https``. Fragments are dropped, for they name a place and no page.

    Raises:
        BadAddress: it is not an address of a public web page.
    """
    address = address.strip()
    if not address or len(address) > MOST_CHARACTERS or not _is_clean(address):
        raise BadAddress(
            "This is no address of a web page",
            hint="Copy it from the address line of the browser. "
            "It has no spaces and no invisible characters.",
        )
    # "example.org:8080" begins like a scheme, too
    if _BARE.match(address) and not address.lower().startswith(("http:", "https:")):
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as err:
        raise _unreadable() from err
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise BadAddress(
            "Addresses that begin with {scheme} are not kept",
            hint="Only web pages (http and https) can be sources with an address.",
            scheme=f"{scheme}:" if scheme else f"“{address[:12]}”",
        )
    if "@" in parts.netloc or "\\" in address:
        raise BadAddress(
            "The address hides where it leads: what stands before the @ is a user’s name",
            hint="Copy the address of the page itself.",
        )
    host = _host(parts.hostname or "")
    netloc = host if port in (None, _PORTS[scheme]) else f"{host}:{port}"
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~") or "/"
    query = parts.query
    if any(_TRACKING.match(name) for name, _ in parse_qsl(query, keep_blank_values=True)):
        kept = [p for p in query.split("&") if not _TRACKING.match(p.partition("=")[0])]
        query = "&".join(kept)
    return urlunsplit((scheme, netloc, path, quote(query, safe="/%:@!$&'()*+,;=?~"), ""))


def true_host(address: str) -> str:
    """The host of a canonical address, as it is looked up: letters that only look like others
    stand out as punycode (``xn--…``)."""
    return urlsplit(address).hostname or ""


def spoken_host(address: str) -> str:
    """The host as its owner writes it (``università.it``); for people, beside `true_host`."""
    labels = []
    for label in true_host(address).split("."):
        try:
            labels.append(label.encode("ascii").decode("idna"))
        except UnicodeError:
            labels.append(label)
    return ".".join(labels)


def brief(address: str) -> str:
    """A canonical address for a heading: no scheme, ``www`` or percent signs, at most 100 letters."""
    parts = urlsplit(address)
    if not parts.netloc:
        return ""
    host = spoken_host(address).removeprefix("www.")
    words = host + unquote(parts.path).rstrip("/")
    return words if len(words) <= 100 else words[:99] + "…"


def is_mixed(address: str) -> bool:
    """Whether a part of the host mixes alphabets or is wholly of one that imitates Latin."""
    for label in spoken_host(address).split("."):
        scripts = {unicodedata.name(c, "?").split()[0] for c in label if c.isalpha()}
        if len(scripts) > 1 or scripts & {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}:
            return True
    return False


def same_page(address: str) -> str:
    """What is equal for two canonical addresses of one page: no scheme, ``www``, order of
    parameters, percent signs or last slash."""
    parts = urlsplit(address)
    host = parts.netloc.removeprefix("www.").removeprefix("m.")
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{host}{unquote(parts.path).rstrip('/')}?{query}"


def unarchived(address: str) -> str | None:
    """The page that an address in a web archive is a copy of; None where it is no archive's."""
    for archive in _ARCHIVES:
        if (match := archive.match(address)) is not None:
            return re.sub(r"^(https?):/+", r"\1://", match[1], flags=re.I)
    return None


def looks_like_address(text: str) -> bool:
    """Whether a pasted text is meant as an address, be it a good one or not."""
    text = text.strip()
    return bool(text) and len(text.split()) == 1 and bool(_SCHEME.match(text) or _BARE.match(text))


def _host(host: str) -> str:
    """A public host in ASCII."""
    try:
        ascii_host = host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError as err:
        raise _unreadable() from err
    if ":" in ascii_host or _NUMBER.match(ascii_host.rpartition(".")[2]):
        return _number(ascii_host)
    if "." not in ascii_host or f".{ascii_host}".endswith(_PRIVATE):
        raise _private(host)
    if not all(re.fullmatch(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?", p) for p in ascii_host.split(".")):
        raise _unreadable()
    return ascii_host


def _number(host: str) -> str:
    """A host given as a number: only four plain decimal ones, and only a public address."""
    try:
        number = ipaddress.ip_address(host)
    except ValueError as err:  # hexadecimal, octal, too short: nobody writes that in good faith
        raise _private(host) from err
    if not number.is_global or number.is_multicast:
        raise _private(host)
    return f"[{number}]" if number.version == 6 else str(number)


def _is_clean(text: str) -> bool:
    """No white space, no control or direction characters, nothing unassigned."""
    return not any(c.isspace() or unicodedata.category(c).startswith("C") for c in text)


def _unreadable() -> BadAddress:
    return BadAddress(
        "The name of the site in this address cannot be read",
        hint="Copy it from the address line of the browser.",
    )


def _private(host: str) -> BadAddress:
    return BadAddress(
        "{host} is not a public site",
        hint="A source is a page that readers can find. What is on your own network can be "
        "kept as a file.",
        host=host,
    )
