"""Knowledge-base ids of names: how they are written, and the project's own list of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct

from ..errors import UserError
from ..model import Setting, with_
from ..urls import BadAddress, canonical

GAZETTEER = "gazetteer"
MOST = 50_000
_WIKIDATA = "https://www.wikidata.org/wiki/"
_QID = re.compile(r"[Qq][1-9]\d{0,11}")
_ENTITY = re.compile(
    r"https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/(?:Special:EntityPage/)?(Q\d+)(?:[#?].*)?"
)
_URI = re.compile(r"[a-z][a-z0-9+.-]{1,20}:[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_NEVER = ("javascript", "data", "file", "vbscript", "blob", "about")


class KnowledgeBase(Struct, frozen=True):
    """Ids by name, as names are compared (`key`)."""

    ids: Mapping[str, tuple[str, ...]] = {}


def key(name: str) -> str:
    """What names are compared by: one line, no case."""
    return " ".join(name.split()).casefold()


def id_from(written: str) -> str:
    """The id that somebody means: a Wikidata number (from its page's address, too), or any URI.

    Raises:
        UserError: it is neither, or an address that is not to be opened.
    """
    written = written.strip()
    if _QID.fullmatch(written):
        return written.upper()
    if found := _ENTITY.fullmatch(written):
        return found[1]
    scheme = written.partition(":")[0].lower()
    if scheme in ("http", "https"):
        return canonical(written)
    if _URI.fullmatch(written) and scheme not in _NEVER:
        return written
    raise UserError(
        "“{written}” identifies nothing",
        hint="Write a Wikidata number such as Q220, or a whole address.",
        written=written[:60],
    )


def address_of(id_: str) -> str | None:
    """The page that *id_* leads to; None where it leads to none that may be opened."""
    if _QID.fullmatch(id_):
        return _WIKIDATA + id_.upper()
    try:
        return canonical(id_) if id_.lower().startswith(("http:", "https:")) else None
    except BadAddress:
        return None


def gazetteer_from(setting: Setting | None) -> KnowledgeBase:
    return msgspec.convert(setting.body, KnowledgeBase) if setting else KnowledgeBase()


def with_names(known: Setting | None, entries: Iterable[tuple[str, str]]) -> Setting:
    """The list with more names; a name may have several ids, which are then offered and not taken.

    Raises:
        UserError: there are more names than a project is to carry.
    """
    ids = {name: list(each) for name, each in gazetteer_from(known).ids.items()}
    for name, id_ in entries:
        there = ids.setdefault(key(name), [])
        if id_ not in there:
            there.append(id_)
    if len(ids) > MOST:
        raise UserError(
            "{count} names are too many for a project’s list",
            hint="Keep at most {most}: those that your articles are about.",
            count=len(ids),
            most=MOST,
        )
    body = {"ids": dict(sorted(ids.items()))}
    return with_(known, body=body) if known else Setting(id=GAZETTEER, body=body)
