"""Names of publishers, compared: in which spellings, shortened forms and sites one is the same.

What the words mean is data: ``resources/media/``. Nothing is ever looked up anywhere else.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from ..paths import RESOURCES
from ..text import fold

_FOLDER = RESOURCES / "media"
_SITE = re.compile(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})/?", re.I)
_SITE_ENDING = re.compile(
    r"\.(?:it|com|org|net|info|eu|co\.uk|uk|fr|de|es|ch|tv|news|online|gov|int)$"
)
_DOI = re.compile(r"10\.\d{4,9}")
_DOTTED = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")
_APART = re.compile(r"\s+[-–—|/•·:]\s+|\s*[|•]\s*|[()\[\]]")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class _Words(Struct, frozen=True):
    legal: frozenset[str]
    articles: frozenset[str]
    joining: frozenset[str]
    generic: frozenset[str]
    kinds: frozenset[str]
    editions: frozenset[str]


class Name(Struct, frozen=True):
    """A name in the forms under which it is compared: without spaces, and as *words* to shorten.

    *bodies* are those of an office without what kind of office it is, as in ``salute.gov.it``.
    """

    shown: str
    forms: frozenset[str]
    words: tuple[tuple[str, ...], ...]
    bodies: frozenset[str]


@cache
def _words() -> _Words:
    told = tomllib.loads((_FOLDER / "words.toml").read_text("utf-8"))
    return _Words(**{name: frozenset(told[name].split()) for name in _Words.__struct_fields__})


@lru_cache(maxsize=2048)
def name_of(written: str) -> Name:
    """*written* (``La Repubblica S.p.A.``, ``ANSA.it``) in the forms in which it is compared."""
    plain = fold(written).strip(" .,;\"'«»“”")
    wholes = [plain, *(part for part in _APART.split(plain) if _says_who(part))]
    words = [split for whole in dict.fromkeys(wholes) if (split := _split(whole))]
    is_listed = bool(words) and bool(_forms(words[0]) & _listed())
    for split in () if is_listed else tuple(words):  # what goes by a name of its own is no edition
        if (core := _core(split)) not in words:
            words.append(core)
    if words and not is_listed and (edition := _without_place(words[0])):
        words.append(edition)
    forms = frozenset(form for each in words for form in _forms(each))
    bodies = frozenset(form for each in words for form in _forms(_body(each)))
    return Name(written, forms, tuple(words), bodies)


def site_forms(label: str) -> frozenset[str]:
    """The forms of the name of a site, ``ilpost`` of ilpost.it, without what is often added."""
    made = {label.replace("-", "").replace(".", "")}
    if made & _listed():  # abcnews is not ABC
        return frozenset(made)
    for pattern in (
        r"^(?:il|la|lo|le|gli|the|l)(?=\w{4})",
        r"(?<=\w{3})(?:news|online|tv|web|italia)$",
    ):
        made |= {re.sub(pattern, "", form) for form in made}
    return frozenset(
        form for form in made if form and (form == label or form not in _words().generic)
    )


def handle_forms(handle: str) -> frozenset[str]:
    """The forms of an account's name: ``Agenzia_Ansa``, ``istat_it``, ``@RaiNews``."""
    words = [word for word in re.split(r"[\W_]+", fold(handle)) if word]
    core = _core(tuple(words)) if words else ()
    made = {"".join(words), "".join(core)}
    compact = "".join(words)
    for end in ("official", "ufficiale", "news", "italia", "it", "real"):
        made |= {compact.removesuffix(end), compact.removeprefix(end)}
    return frozenset(form for form in made if len(form) >= 3 and form not in _words().generic)


def shortens(short: str, name: Name, *, is_site: bool = False) -> bool:
    """Whether *short* is made of the beginnings of the words of *name*: ``wsj``, ``nytimes``.

    Of a site the beginnings may be of any length: ``unibo``, ``polimi``.
    """
    if not (2 if is_site else 3) <= len(short) <= 20:
        return False
    for words in name.words:
        said = [word for word in words if word not in _words().joining]
        for each in (said, list(words)):
            if len(said) < 2:
                continue
            is_long = is_site and len(short) >= 4
            if _initials(short, each) or (
                is_long and (_begins(short, each) or _is_university(short, each))
            ):
                return True
    return False


def is_one_name(one: Name, other: Name) -> bool:
    """Whether two names are those of one publisher, as far as names tell."""
    return bool(one.forms & other.forms) or _is_short_for(one, other) or _is_short_for(other, one)


def _is_short_for(one: Name, other: Name) -> bool:
    """Whether one name is the initials of the other, and is written as initials are."""
    letters = [char for char in one.shown if char.isalpha()]
    if len(letters) > 8 or sum(char.isupper() for char in letters) * 3 < len(letters) * 2:
        return False
    return any(shortens(form, other) for form in one.forms)


def _initials(short: str, words: list[str]) -> bool:
    """Whether it is a letter of each word, the last of them perhaps in full."""
    for kept in range(len(words) - 1):
        cut = len(words) - kept
        made = "".join(word[0] for word in words[:cut]) + "".join(words[cut:])
        if made.replace("-", "") == short:
            return True
    return False


def sites_in(written: str) -> str | None:
    """The site that a publisher's name is: ``www.ilpost.it``; None where it is a name."""
    found = _SITE.fullmatch(written.strip())
    return found[1].lower() if found and "." in found[1] else None


def houses(lines: Iterable[str]) -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """Of each line what belongs together: forms of its names, and its sites."""
    made = []
    for line in lines:
        items = [item.strip() for item in line.split(",") if item.strip()]
        if line.lstrip().startswith("#") or not items:
            continue
        sites = tuple(
            i.lower() for i in items if (sites_in(i) and i == i.lower()) or _DOI.fullmatch(i)
        )
        names = [item for item in items if item.lower() not in sites or not _DOI.match(item)]
        made.append((frozenset(form for item in names for form in whole_forms(item)), sites))
    return tuple(made)


@cache
def shipped_houses() -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """What belongs together without anybody's doing."""
    return houses((_FOLDER / "belong_together.txt").read_text("utf-8").splitlines())


@cache
def _listed() -> frozenset[str]:
    """The forms of all names that are known."""
    return frozenset().union(*(forms for forms, _ in shipped_houses()))


def whole_forms(written: str) -> frozenset[str]:
    """Of a whole name only, with its article and without: what a list of names means."""
    split = _split(fold(written))
    return _forms(split) if split else frozenset()


def is_generic(form: str) -> bool:
    return form in _words().generic or form in _words().editions


def _says_who(part: str) -> bool:
    """Whether a part of a name is one itself, and no edition, section or place."""
    words = _WORD.findall(part)
    known = _words().editions | _words().generic | _words().joining
    return bool(words) and len(part) >= 3 and not all(word in known for word in words)


def _split(plain: str) -> tuple[str, ...]:
    """The words of a folded name, without its legal form."""
    plain = _SITE_ENDING.sub("", plain.strip())
    plain = _DOTTED.sub(lambda found: found[0].replace(".", "") + " ", plain).replace("&", " and ")
    words = _WORD.findall(plain.replace(".", " "))
    while len(words) > 1 and (
        words[-1] in _words().legal or words[-1] in ("and", "e", "und", "et")
    ):
        words.pop()
    return tuple(words)


def _core(words: Sequence[str]) -> tuple[str, ...]:
    """*words* without edition, place and what kind of thing it is; all of them where no name is left."""
    told = _words()
    left = [*words]
    if len(left) > 1 and left[0] in told.articles:
        left = left[1:]
    end = len(left)
    while end > 1 and left[end - 1] in told.editions:
        end -= 1
        if (
            left[end - 1] in told.joining and end > 1
        ):  # Comune di Roma is another one than di Milano
            is_said = end > 2 and left[end - 2] in ("edizione", "redazione", "edition")
            if not is_said:
                return tuple(left)
            end -= 2
    start = 0
    while start < end - 1 and left[start] in told.kinds and left[start + 1] not in told.joining:
        start += 1
    core = left[start:end]
    is_name = any(word not in told.generic | told.editions | told.joining for word in core)
    return tuple(core) if is_name and len("".join(core)) >= 3 else tuple(left)


def _without_place(words: tuple[str, ...]) -> tuple[str, ...]:
    """Of an edition (“ABC Sevilla”) the words of what it is one of, where that is known by name."""
    for count in (1, 2, 3):
        rest = words[:-count]
        is_name = len(rest) > 1 or (bool(rest) and rest[0] not in _words().generic)
        if is_name and rest[-1] not in _words().joining and " ".join(words[-count:]) in _places():
            return rest if _forms(rest) & _listed() else ()
    return ()


@cache
def _places() -> frozenset[str]:
    """Names of places, folded."""
    lines = (RESOURCES / "suggest" / "places.txt").read_text("utf-8").splitlines()
    return frozenset(fold(line.partition("\t")[0]) for line in lines if not line.startswith("#"))


def _body(words: Sequence[str]) -> tuple[str, ...]:
    """Of the name of an office what it is for: ``Ministero della Salute`` → ``salute``."""
    told = _words()
    start = 0
    while start < len(words) - 1 and (words[start] in told.generic or words[start] in told.joining):
        start += 1
    return tuple(words[start:])


def _forms(words: Sequence[str]) -> frozenset[str]:
    """Written together, with its article and without, and without the small words between."""
    told = _words()
    bare = words[1:] if len(words) > 1 and words[0] in told.articles else words
    said = [word for word in bare if word not in told.joining]
    made = {"".join(words), "".join(bare), "".join(said)}
    if bare and bare[0] in ("citta", "comune", "municipio"):
        made.add("comune" + "".join(said[1:]))
    return frozenset(form.replace("-", "") for form in made if form)


def _is_university(short: str, words: list[str]) -> bool:
    """Whether a site is called as those of universities are: ``unipd``, ``unito``."""
    place = words[-1]
    if not short.startswith("uni") or not words[0].startswith("univ") or short[3:4] != place[:1]:
        return False
    letters = iter(place)
    return all(letter in letters for letter in short[3:])


def _begins(short: str, words: list[str]) -> bool:
    """Whether *short* is a beginning of each of *words*, one after the other, none left out."""
    if not words:
        return not short
    first, *rest = words
    most = min(len(first), len(short) - len(rest))
    return any(short[:n] == first[:n] and _begins(short[n:], rest) for n in range(most, 0, -1))
