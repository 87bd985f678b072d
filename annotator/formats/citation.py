"""A source as people paste it: an address, a DOI, RIS, a BibTeX entry, or CSL-JSON as Zotero copies it.

Read into the fields of a `Source`; nothing is looked up anywhere.
"""

from __future__ import annotations

import itertools
import json
import re
from typing import Any, TypeAlias

from annotator.core.errors import UserError
from annotator.core.urls import looks_like_address

Fields: TypeAlias = dict[str, Any]
MOST_CHARACTERS = 1_000_000

_BEGINS = re.compile(r"@\w+\s*[{(]")
_ENTRY = re.compile(r"@(\w+)\s*[{(]\s*([^,{}()\s]*)\s*,")
_FIELD = re.compile(r"\s*,?\s*([\w-]+)\s*=\s*")
_RIS = re.compile(r"(?:^|(?<=\s))([A-Z][A-Z0-9])  -(?=\s|$)")
_RIS_BEGINS = re.compile(r"TY  - ?[A-Z]+")
_RIS_MEDIA = {
    "VIDEO": "video",
    "MPCT": "video",
    "ADVS": "video",
    "SOUND": "audio",
    "DATA": "web_table",
}
_RIS_MEDIA |= {"ART": "image", "FIGURE": "image", "MAP": "image"}
_OF_A_HOUSE = frozenset(
    ["BOOK", "RPRT", "THES", "GOVDOC", "GEN", "EBOOK", "STAND", "LEGAL", "PAMP", "DATA"]
)
_NOT_ENTRIES = frozenset({"comment", "preamble", "string"})
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_MEDIA = {"motion_picture": "video", "broadcast": "video", "song": "audio", "dataset": "web_table"}
_MEDIA |= {"graphic": "image", "figure": "image", "map": "image", "interview": "audio"}
_ACCENTS = {"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308"}
_ACCENTED = re.compile(r"\{?\\([`'^~\"])\s*\{?\\?([a-zA-Z])\}?\}?")


class BadCitation(UserError):
    """Something pasted as a reference that cannot be understood."""


def is_citation(text: str) -> bool:
    """Whether *text* is meant as one source or several, not as words to search for."""
    text = text.strip()
    is_entry = bool(_BEGINS.match(text) or _RIS_BEGINS.match(text))
    return looks_like_address(text) or is_entry or text.startswith(("{", "[{"))


def citations(text: str) -> list[Fields]:
    """The sources that a pasted *text* names, each as fields of a `Source`.

    Raises:
        BadCitation: it is neither an address nor RIS, BibTeX or CSL-JSON.
    """
    text = text.strip("\ufeff \t\r\n")
    if len(text) > MOST_CHARACTERS:
        raise BadCitation(
            "This is too long for a list of references",
            hint="Paste fewer of them at a time.",
        )
    if looks_like_address(text):
        return [{"url": text}]
    if _RIS_BEGINS.match(text):
        found = _ris(text)
    else:
        found = _csl(text) if text.startswith(("{", "[")) else _bibtex(text)
    if not found:
        raise BadCitation(
            "No outside source was found in this text",
            hint="Paste a link, a DOI, a RIS or BibTeX entry, or references copied as CSL-JSON.",
        )
    return found


# -- RIS -------------------------------------------------------------------------------------


def _ris(text: str) -> list[Fields]:
    """Each entry from its TY on; where the lines of it were run together, too."""
    parts = _RIS.split(text)
    entries: list[dict[str, list[str]]] = []
    for tag, value in zip(parts[1::2], parts[2::2], strict=True):
        if tag == "TY":
            entries.append({})
        if entries and (value := " ".join(value.split())):
            entries[-1].setdefault(tag, []).append(value)
    made = [_from_ris(entry) for entry in entries]
    return [fields for fields in made if fields.get("title") or fields.get("url")]


def _from_ris(entry: dict[str, list[str]]) -> Fields:
    def first(*tags: str) -> str:
        return next((entry[tag][0] for tag in tags if entry.get(tag)), "")

    kind = first("TY").upper()
    venue, house = first("T2", "JO", "JF", "JA", "BT"), first("PB")
    links = [link for tag in ("UR", "LK", "L2") for link in entry.get(tag, [])]
    names = [name for tag in ("AU", "A1") for name in entry.get(tag, [])]
    return _known(
        {
            "title": first("TI", "T1", "CT", "ST"),
            "url": next((each for each in links if each.startswith("http")), "")
            or _doi(first("DO")),
            "archived_url": next(
                (each for each in entry.get("L1", []) if each.startswith("http")), ""
            ),
            "publisher": (house or venue) if kind in _OF_A_HOUSE else (venue or house),
            "author": ", ".join(_given_first(name) for name in names),
            "published": _ris_date(first("DA") or first("PY", "Y1")),
            "accessed": _ris_date(first("Y2")),
            "language": first("LA"),
            "medium": _RIS_MEDIA.get(kind),
        }
    )


def _ris_date(value: str) -> str:
    """``2024/01/02/evening`` as ``2024-01-02``; what is written in another way stays as it is."""
    found = re.match(r"(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?(?![\d-])", value)
    if found is None:
        return value
    parts = itertools.takewhile(bool, found.groups())
    return "-".join(part.zfill(2) for part in parts)


# -- CSL-JSON --------------------------------------------------------------------------------


def _csl(text: str) -> list[Fields]:
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as err:
        raise BadCitation(
            "This looks like CSL-JSON and is not complete",
            hint="Copy the whole of it, from the first bracket to the last.",
        ) from err
    items = read if isinstance(read, list) else read.get("items", [read])
    if not isinstance(items, list):
        return []
    made = [_from_csl(item) for item in items if isinstance(item, dict)]
    return [fields for fields in made if fields.get("title") or fields.get("url")]


def _from_csl(item: dict[str, Any]) -> Fields:
    people = item.get("author") or []
    names = [_csl_name(each) for each in people if isinstance(each, dict)]
    fields = {
        "title": _word(item.get("title")),
        "url": _word(item.get("URL")) or _doi(_word(item.get("DOI"))),
        "archived_url": _word(item.get("archive_location"), only="http"),
        "publisher": _word(item.get("container-title")) or _word(item.get("publisher")),
        "author": ", ".join(name for name in names if name),
        "published": _csl_date(item.get("issued")),
        "accessed": _csl_date(item.get("accessed")),
        "language": _word(item.get("language")),
        "medium": _MEDIA.get(_word(item.get("type"))),
    }
    return _known(fields)


def _csl_name(name: dict[str, Any]) -> str:
    whole = " ".join(_word(name.get(part)) for part in ("given", "family")).strip()
    return whole or _word(name.get("literal"))


def _csl_date(date: object) -> str:
    """EDTF: ``2024-01-05``, ``2024-01`` or ``2024``."""
    if not isinstance(date, dict):
        return ""
    match date.get("date-parts"):
        case [[*parts], *_] if parts and all(str(part).isdigit() for part in parts):
            year, *rest = (int(part) for part in parts[:3])
            return "-".join([f"{year:04d}", *(f"{part:02d}" for part in rest)])
    return _word(date.get("raw"))


def _word(value: object, *, only: str = "") -> str:
    said = " ".join(value.split()) if isinstance(value, str) else ""
    return said if said.startswith(only) else ""


# -- BibTeX ----------------------------------------------------------------------------------


def _bibtex(text: str) -> list[Fields]:
    made: list[Fields] = []
    for entry in _ENTRY.finditer(text):
        if entry[1].lower() in _NOT_ENTRIES:
            continue
        made.append(_from_bibtex(_bibtex_fields(text, entry.end())))
    return [fields for fields in made if fields.get("title") or fields.get("url")]


def _bibtex_fields(text: str, at: int) -> dict[str, str]:
    """``name = {value}`` pairs from *at* up to the end of the entry."""
    found: dict[str, str] = {}
    while (name := _FIELD.match(text, at)) is not None:
        value, at = _bibtex_value(text, name.end())
        found.setdefault(name[1].lower(), _plain(value))
    return found


def _bibtex_value(text: str, at: int) -> tuple[str, int]:
    """What stands in braces, quotes or bare at *at*, and where it ends."""
    if at < len(text) and text[at] in '{"':
        closing, depth = ("}", 0) if text[at] == "{" else ('"', 0)
        for place in range(at + 1, len(text)):
            char = text[place]
            if text[place - 1] == "\\":
                continue
            if char == closing and depth == 0:
                return text[at + 1 : place], place + 1
            depth += (char == "{") - (char == "}")
        raise BadCitation(
            "The BibTeX entry is not complete",
            hint="Copy the whole of it, from the @ to the last brace.",
        )
    bare = re.compile(r"[^,}\s]*").match(text, at)
    assert bare is not None
    return bare[0], bare.end()


def _from_bibtex(entry: dict[str, str]) -> Fields:
    url = entry.get("url") or entry.get("howpublished", "")
    if (inside := re.search(r"https?://[^\s}]+", url)) is not None:
        url = inside[0]
    venue = (
        *("journal", "journaltitle", "newspaper", "booktitle", "website", "organization"),
        *("publisher", "institution", "school"),
    )
    names = re.split(r"\s+and\s+", entry.get("author", ""))
    return _known(
        {
            "title": entry.get("title"),
            "url": url if url.startswith("http") else _doi(entry.get("doi", "")),
            "publisher": next((entry[name] for name in venue if entry.get(name)), ""),
            "author": ", ".join(_given_first(name) for name in names if name),
            "published": entry.get("date") or _bibtex_date(entry),
            "accessed": entry.get("urldate"),
            "language": entry.get("langid"),
        }
    )


def _bibtex_date(entry: dict[str, str]) -> str:
    year, month = entry.get("year", ""), entry.get("month", "").lower()
    name, digits = re.search(r"[a-z]{3}", month), re.findall(r"\d+", month)
    number = _MONTHS.get(name[0], 0) if name else int(digits[0]) if digits else 0
    day = entry.get("day", "") or (digits[0] if name and digits else "")  # month = "5~" # jan
    if not year or not 1 <= number <= 12:
        return year
    return f"{year}-{number:02d}" + (
        f"-{int(day):02d}" if day.isdigit() and 0 < int(day) < 32 else ""
    )


def _given_first(name: str) -> str:
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma else name.strip()


def _plain(value: str) -> str:
    """A BibTeX value as people read it: no braces, accents on their letters."""
    import unicodedata

    value = _ACCENTED.sub(lambda m: m[2] + _ACCENTS[m[1]], value)
    value = re.sub(r"\\([&%$#_{}])", r"\1", value.replace("---", "—").replace("--", "–"))
    return " ".join(unicodedata.normalize("NFC", re.sub(r"[{}]", "", value)).split())


def _doi(doi: str) -> str:
    bare = re.sub(r"^(?:doi:\s*|https?://(?:dx\.)?doi\.org/)", "", doi.strip(), flags=re.I)
    return f"https://doi.org/{bare}" if bare else ""


def _known(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value}
