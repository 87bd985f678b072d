"""The word lists of ``resources/suggest/``, read once and kept."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from annotator.core.paths import RESOURCES

from .mention import word_set

_FOLDER = RESOURCES / "suggest"
_HEAD = re.compile(r"\[(.+)\]")
_FIRST_WORD = re.compile(r"['+]?\w+")


class ListedName(NamedTuple):
    """What a word list knows of a name."""

    label: str
    subtype: str


def _lines(name: str) -> Iterator[str]:
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def sections(name: str) -> Iterator[tuple[str, str]]:
    """(heading, item) for each item of a list with ``[heading]`` lines and ``;`` between items."""
    head = ""
    for line in _lines(name):
        if found := _HEAD.fullmatch(line):
            head = found[1]
            continue
        for item in line.split(";"):
            if item := item.strip():
                yield head, item


@cache
def names() -> dict[str, ListedName]:
    """Every known place, institution, product …, as written."""
    listed_names: dict[str, ListedName] = {}
    for line in _lines("places.txt"):
        name, kind = line.split("\t")
        if kind != "town" or name.lower() not in cue_words("it", "never_names"):
            listed_names[name] = ListedName("LOC", kind)
    for head, name in sections("names.txt"):
        label, subtype = head.split()
        listed_names[name] = ListedName(label, subtype)
        if _is_acronym(name) and label == "ORG":
            listed_names.setdefault(name.capitalize(), ListedName(label, subtype))
    return listed_names


def _is_acronym(name: str) -> bool:
    """Whether *name* may also be written like a word: "Onu" for "ONU", but no "Ira" for "IRA"."""
    return name.isupper() and name.isalpha() and 3 <= len(name) <= 6 and name not in _ONLY_CAPITALS


_ONLY_CAPITALS = word_set(
    "ETA IRA DIS SEC TIM ATM MIT RAND CIO UCI FIS ASI AISI EMA DIA ROS RIS NAS SEL ABI"
)


@cache
def name_lengths() -> dict[str, tuple[int, ...]]:
    """First word of a name → lengths in characters of the names that begin so, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in names():
        if first := _FIRST_WORD.match(name):
            lengths.setdefault(first[0], set()).add(len(name))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


@cache
def first_names() -> frozenset[str]:
    return frozenset(_lines("first_names.txt"))


@cache
def surnames() -> frozenset[str]:
    return frozenset(_lines("surnames.txt"))


@cache
def nationalities(language: str) -> frozenset[str]:
    """Adjectives and nouns of nations, peoples, faiths and parties, all forms."""
    listed = [item for head, item in sections("norp.txt") if head == language]
    if language != "it":
        return frozenset(listed)
    return frozenset(form for item in listed for form in _italian_forms(item))


def _italian_forms(adjective: str) -> Iterator[str]:
    """Masculine and feminine, singular and plural, of an Italian adjective."""
    stem, end = adjective[:-1], adjective[-1]
    yield adjective
    if adjective.endswith(("co", "go")):
        soft = adjective in _SOFT
        yield from (stem + "a", stem + ("i" if soft else "hi"), stem + "he")
    elif adjective.endswith("ga"):
        yield from (stem + "i", stem + "he")
    elif end == "o":
        yield from (stem + "a", stem + "i", stem + "e")
    elif end == "a":
        yield from (stem + "i", stem + "e")
    elif end == "e":
        yield stem + "i"


_SOFT = word_set(
    "greco britannico slovacco cecoslovacco nipponico baltico asiatico cattolico islamico ebraico "
    "ispanico"
)


@cache
def cues(language: str) -> dict[str, Any]:
    """The words that introduce names, speech and opinion, as in ``cues_LANGUAGE.toml``."""
    path: Path = _FOLDER / f"cues_{language}.toml"
    with path.open("rb") as file:
        return tomllib.load(file)


@cache
def cue_words(language: str, key: str) -> frozenset[str]:
    """The words of list *key*, which the file keeps as one string with blanks or ``;`` between."""
    value = str(cues(language)[key])
    if ";" in value:
        return frozenset(item.strip() for item in value.split(";") if item.strip())
    return frozenset(value.split())
