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
from collections.abc import Callable
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from .errors import UserError
from .platforms import place_of
from .web_archives import archived_at, is_archive, mended, unarchived

__all__ = [
    "BadAddress", "archived_at", "brief", "canonical", "direct", "is_archive", "is_mixed", "looks_like_address", "mark_of",
    "same_page", "spoken_host", "true_host", "unarchived",
]  # fmt: skip

_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.I)
_BARE = re.compile(r"^[\w-]+(\.[\w-]+)+(:\d+)?([/?#]|$)")  # example.org/page, as people write it
_NUMBER = re.compile(r"^(0x[0-9a-f]*|\d+)$", re.I)
_PRIVATE = (".localhost", ".local", ".internal", ".lan", ".home", ".arpa", ".onion", ".invalid")
_TRACKING = re.compile(
    r"^(utm_\w+|pk_\w+|piwik_\w+|mtm_\w+|at_(?:medium|campaign|link_\w+|format|ptr_name|bbc_team|custom\d)|fbclid|gclid|gbraid"
    r"|wbraid|dclid|yclid|ysclid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|mc_[ce]id|_ga|_gl|wt_mc|wt\.mc_id|ref_src"
    r"|ref_url|si|feature|__cft__(?:\[\d+\])?|__tn__|__xts__(?:\[\d+\])?|__eep__|mibextid|rdid|sfnsn|extid|paipv|eav"
    r"|cmpid|cmp|ocid|ito|guccounter|guce_referrer\w*|smid|smtyp|mkt_tok|_hs(?:enc|mi)|oly_(?:enc|anon)_id|vero_id"
    r"|ns_(?:mchannel|source|campaign|linkname|fee)|refresh_ce(?:-cp)?|ftcamp|spm|scid|trk|trackingid|lipi|xmt|slof|share_id"
    r"|is_from_webapp|sender_device|_r|_t|xtor|amp_js_v|amp_gsa|usqp|__twitter_impression|__s|_openstat|srsltid|dicbo)$",
    re.I,
)
#: What only tracks on one site: on others the same name may say which page is meant.
_TRACKING_OF = {
    "x.com": {"s", "t", "ref"},
    "twitter.com": {"s", "t", "ref"},
    "t.me": {"single", "comment", "embed"},
    "telegram.me": {"single", "comment", "embed"},
    "facebook.com": {"ref", "refid", "refsrc", "hc_ref", "fref", "comment_tracking", "notif_id", "notif_t", "locale", "d", "vh"},
    "instagram.com": {"hl", "img_index", "ig_rid", "ig_mid"},
    "tiktok.com": {"lang", "is_copy_url", "q", "t"},
    "youtube.com": {"ab_channel", "pp", "app"},
    "linkedin.com": {"original_referer", "rcm"},
    "reddit.com": {"context", "rdt", "share_id"},
}  # fmt: skip
#: What on a platform says where in a video one is, and not which: left in the address, as a place.
_MOMENT = frozenset(["t", "start", "time_continue"])
_AMP = frozenset(["amp", "outputtype", "amp_latest_update_time"])
_DOI = re.compile(r"^(?:doi:\s*|(?:https?://)?(?:dx\.|www\.)?doi\.org/)?(10\.\d{4,9}/\S+)$", re.I)
_PORTS = {"http": 80, "https": 443}
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
    if (doi := _DOI.match(address)) is not None:
        address = f"https://doi.org/{doi[1]}"
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
            hint="Only web pages (http and https) can be outside sources with an address.",
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
    if is_archive(f"https://{host}/"):  # the address of the page in it is part of the name
        query = quote(parts.query, safe="/%:@!$&'()*+,;=?~")
        return mended(urlunsplit((scheme, netloc, path, query, "")))
    query = _without(parts.query, lambda name: _is_tracking(name, host))
    made = urlunsplit((scheme, netloc, path, quote(query, safe="/%:@!$&'()*+,;=?~"), ""))
    through = direct(made)
    return made if through is None else canonical(through)


def direct(address: str) -> str | None:
    """Where an address leads that only passes on (a search engine, an AMP cache); None for others."""
    parts = urlsplit(address)
    host, path = parts.hostname or "", unquote(parts.path)
    asked = dict(parse_qsl(parts.query))
    if (names := _PASSING.get(host.removeprefix("www."))) is None and _SEARCH.fullmatch(host):
        names = _PASSING["google.com"]
    if names is not None and (names[0] == "" or path.startswith(names[0])):
        for name in names[1:]:
            if re.match(r"https?://[^\s/]", asked.get(name, "")):
                return asked[name]
    cached = re.match(r"^/amp/(?:s/)?([\w-]+\.[\w.-]+/?.*)$", path)
    if host.endswith("cdn.ampproject.org"):
        cached = re.match(r"^/[cvir]/(?:s/)?([\w-]+\.[\w.-]+/?.*)$", path)
    elif not (_SEARCH.fullmatch(host) or host.endswith("bing.com")):
        cached = None
    if cached is not None:
        return f"https://{cached[1]}" + (f"?{parts.query}" if parts.query else "")
    if host.endswith(".translate.goog"):
        name = host.removesuffix(".translate.goog").replace("--", "\0").replace("-", ".")
        query = _without(parts.query, lambda name: name.startswith("_x_tr"))
        return urlunsplit(("https", name.replace("\0", "-"), parts.path, query, ""))
    return None


_SEARCH = re.compile(r"(?:www\.)?google(?:\.\w{2,3}){1,2}")
_PASSING = {  # the beginning of the path, and the parameters that say where it leads
    "google.com": ("/url", "q", "url"),
    "l.facebook.com": ("/l.php", "u"),
    "lm.facebook.com": ("/l.php", "u"),
    "l.instagram.com": ("", "u"),
    "l.messenger.com": ("/l.php", "u"),
    "l.threads.com": ("", "u"),
    "l.threads.net": ("", "u"),
    "youtube.com": ("/redirect", "q"),
    "out.reddit.com": ("", "url"),
    "vk.com": ("/away.php", "to"),
    "t.umblr.com": ("/redirect", "z"),
    "duckduckgo.com": ("/l/", "uddg"),
    "bing.com": ("/news/apiclick.aspx", "url"),
    "translate.google.com": ("/translate", "u"),
    "slack-redir.net": ("/link", "url"),
    "linkedin.com": ("/redir", "url"),
    "exit.sc": ("", "url"),
}


def _is_tracking(name: str, host: str) -> bool:
    site = ".".join(host.split(".")[-2:])
    return bool(_TRACKING.match(name)) or name.lower() in _TRACKING_OF.get(site, ())


def _without(query: str, is_left_out: Callable[[str], bool]) -> str:
    """A query without some of its parameters, the others as they are written."""
    parts = query.split("&") if query else []
    if not any(is_left_out(unquote(part.partition("=")[0])) for part in parts):
        return query
    return "&".join(p for p in parts if not is_left_out(unquote(p.partition("=")[0])))


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
    parameters, percent signs or last slash; neither whether it is for telephones (m., AMP) nor,
    of a post on a platform, by which of its domains one got there."""
    place = place_of(address)
    if place is not None and place.post:
        return f"{place.platform}#{place.post}"
    parts = urlsplit(address)
    host = _SMALL.sub("", parts.netloc).replace(".m.", ".", 1)
    if (
        place is not None
        and place.account
        and place.platform in ("x.com", "telegram", "blogspot.com")
    ):
        host = (
            f"{place.platform}@{place.account}" if "blogspot" in place.platform else place.platform
        )
    path = _AMP_PATH.sub("", unquote(parts.path)).rstrip("/")
    is_left_out = _AMP | (_MOMENT if place is not None else frozenset())
    asked = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode(sorted(pair for pair in asked if pair[0].lower() not in is_left_out))
    return f"{host}{path}?{query}"


def mark_of(address: str) -> str:
    """Words that are in every address of the page that a canonical *address* is of."""
    place = place_of(address)
    if place is not None and (place.post or place.account):
        return place.post or place.account.partition("@")[0]
    return _SMALL.sub("", true_host(address)).replace(".m.", ".", 1)


_SMALL = re.compile(r"^(?:(?:www\d?|m|mobile|mobi|amp|touch|wap|edition)\.)+(?=[^.]+\.)")
_AMP_PATH = re.compile(r"/amp(?=/|$)|\.amp(?=\.html?$|$)")


def looks_like_address(text: str) -> bool:
    """Whether a pasted text is meant as an address, be it a good one or not."""
    text = text.strip()
    is_one = bool(text) and len(text.split()) == 1
    return is_one and bool(_SCHEME.match(text) or _BARE.match(text) or _DOI.match(text))


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
        hint="An outside source is a page that readers can find. What is on your own network "
        "can be kept as a file.",
        host=host,
    )
