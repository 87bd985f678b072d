"""People, places and organisations by their shape and by the words around them."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from .context import Context
from .found import Mention, Word
from .gazetteer import find_names
from .lexicon import first_names, nationalities, surnames
from .phrases import phrase_at
from .propagate import propagate

_ROMAN = re.compile(r"[IVX]{1,6}")
_INITIAL = re.compile(r"[A-Z]\.?(?:[A-Z]\.)*")
_PROVINCE = re.compile(r"\s?\([A-Z]{2}\)")
_AGED = re.compile(r",? (?:di )?\d{1,3}(?:[- ]?(?:anni|enne)|,)|,? \(?\d{1,2} anni|, \d{2},")
_ARTICLES = frozenset(
    "il lo la i gli le l' del dello della dell' dei degli delle al allo alla all' ai agli alle dal dallo dalla dall' "
    "dai dagli dalle nel nello nella nell' sul sullo sulla sull' col the".split()
)
_WITH = frozenset("con secondo contro detto detta sfidare battendo con detti chiamato chiamata nome with against".split())
_BEFORE_PEOPLE = frozenset("by with and , that while against actor actress singer director".split())
_TO_A_PLACE = frozenset("nel nella nell' nello".split())

_PROVINCES = frozenset(
    "AG AL AN AO AR AP AT AV BA BT BL BN BG BI BO BZ BS BR CA CL CB CE CT CZ CH CO CS CR KR CN EN FM FE FI FG FC FR GE GO GR "
    "IM IS SP AQ LT LE LC LI LO LU MC MN MS MT ME MI MO MB NA NO NU OR PD PA PR PV PG PU PE PC PI PT PN PZ PO RG RA RC RE RI RN RM RO "
    "SA SS SV SI SR SO SU TA TE TR TO TP TN TV TS UD VA VE VB VC VR VV VI VT".split()
)

Scores = dict[str, tuple[float, str]]


@Language.factory("vaglio_names", default_config={"code": "it"})
def make_names(nlp: Language, name: str, code: str) -> Names:  # noqa: ARG001
    return Names(code)


class Names:
    """Adds names to ``doc.user_data["mentions"]``; ``doc.user_data["people"]`` may bring earlier ones."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __call__(self, doc: Doc) -> Doc:
        context = Context(doc, self.code)
        found = find_all(context)
        people = doc.user_data.get("people", {})
        doc.user_data.setdefault("mentions", []).extend(propagate(context, found, people))
        return doc


def find_all(context: Context) -> list[Mention]:
    """Every name of the text, in order, none overlapping."""
    listed = {m.start: m for m in find_names(context.text, context.words)}
    found: list[Mention] = []
    index = 0
    words = context.words
    while index < len(words):
        word = words[index]
        known = listed.get(word.start)
        phrase = phrase_at(context, index, listed)
        if known is not None and phrase is not None and known.end >= phrase.end:
            phrase = None
        if phrase is not None:
            found.append(phrase)
            index = _after(words, index, phrase.end)
            continue
        if not word.text[0].isupper():
            if known is not None:
                found.append(known)
                index = _after(words, index, known.end)
            else:
                index += 1
            continue
        opener = context.opens[index] and word.lower in context.cues("never_names")
        if known is None and opener:
            index += 1
            continue
        end = run_end(context, index)
        found += _run(context, index, end, listed)
        last = max([words[end - 1].end, *(m.end for m in found[-2:])])
        index = _after(words, index, last)
    return found


def _after(words: list[Word], index: int, offset: int) -> int:
    index += 1
    while index < len(words) and words[index].start < offset:
        index += 1
    return index


def run_end(context: Context, index: int) -> int:
    """Index after the capitalised words (and name particles between them) from *index* on."""
    particles = context.cues("particles")
    end = index + 1
    while end < len(context.words) and context.touches(end):
        word = context.words[end]
        glued = word.start == context.words[end - 1].end
        if word.text[0].isupper():
            if glued and context.words[end - 1].text[-1] not in "'’-.":
                break
            end += 1
        elif _is_hyphen(context, end) or (
            word.lower in particles
            and word.lower not in ("di", "del", "della", "dei", "degli", "la", "le", "lo", "dal", "dalla", "y", "d'", "dello", "da")
            and context.is_capital(end + 1)
            and context.touches(end + 1)
        ):
            end += 2
        else:
            break
    return min(end, len(context.words))


def _is_hyphen(context: Context, index: int) -> bool:
    """Whether a hyphen at *index* joins the words beside it: "Jong-un", "Wright-Phillips"."""
    words = context.words
    if words[index].text != "-" or index + 1 >= len(words) or index == 0:
        return False
    glued = words[index].start == words[index - 1].end and words[index + 1].start == words[index].end
    joins = glued and words[index - 1].text[0].isupper() and words[index + 1].text[0].isalpha()
    return joins and not (words[index - 1].text.isupper() and words[index + 1].text[0].islower())


def _run(context: Context, begin: int, end: int, listed: dict[int, Mention]) -> list[Mention]:
    """The names in one run of capitalised words."""
    words = context.words
    found: list[Mention] = []
    titled = False
    while begin < end:
        known = listed.get(words[begin].start)
        word = words[begin]
        if known is None and word.lower.rstrip(".") in context.cues("titles") and not _first_name_here(context, begin, end):
            titled, begin = True, begin + 1
        elif known is None and (
            word.lower in context.cues("ministries")
            or (
                word.lower in context.cues("never_names")
                and (context.opens[begin] or begin + 1 == end or word.lower in _ARTICLES)
            )
        ):
            titled = titled or word.lower in context.cues("ministries")
            begin += 1
        else:
            break
    while end > begin + 1 and words[end - 1].lower in context.cues("never_names"):
        if words[end - 1].start in listed or words[end - 1].text.isupper() and len(words[end - 1].text) > 1:
            break
        end -= 1
    if begin >= end:
        return found
    for at in range(begin, end):
        known = listed.get(words[at].start)
        if known is None:
            continue
        if known.start == words[begin].start and known.end >= words[end - 1].end:
            return [_weigh_known(context, begin, end, known, titled)]
        if _is_person(context, begin, end, titled):
            break
        if known.rank >= 5 or known.end - known.start > 3:
            return _around(context, begin, end, at, known, listed)
    made = _classify(context, begin, end, titled)
    return [made] if made else found


def _around(
    context: Context, begin: int, end: int, at: int, known: Mention, listed: dict[int, Mention]
) -> list[Mention]:
    """A run with a known name inside: one longer name, or the known one and what is beside it."""
    words = context.words
    if known.end < words[end - 1].end and at == begin:
        last = words[end - 1].lower
        if last in context.cues("org_suffixes"):
            return [Mention(words[begin].start, words[end - 1].end, "ORG", 0.6, "name: ends like an organisation", 6)]
        if context.code == "en" and last in context.cues("loc_suffixes"):
            return [Mention(words[begin].start, words[end - 1].end, "LOC", 0.6, "name: ends like a place", 6)]
    found = []
    if at > begin:
        found += _run(context, begin, at, {})
    found.append(known)
    rest = at
    while rest < end and words[rest].start < known.end:
        rest += 1
    if rest < end:
        found += _run(context, rest, end, listed)
    return found


def _first_name_here(context: Context, begin: int, end: int) -> bool:
    """Whether a title word ("Franco", "Regina") is rather the first name of a two-word name."""
    word = context.words[begin]
    return word.text in first_names() and end - begin == 2 and context.words[begin + 1].text in surnames()


def _is_person(context: Context, begin: int, end: int, titled: bool) -> bool:
    words = context.words[begin:end]
    if not 2 <= len(words) <= 4 or words[0].text not in first_names():
        return False
    return words[-1].lower not in context.cues("org_suffixes") and (
        titled or words[0].start not in () and _person(context, begin, end, titled)[0] >= 3
    )


def _weigh_known(context: Context, begin: int, end: int, known: Mention, titled: bool) -> Mention:
    """A known name, unless the words around say that a person bears it."""
    bracketed = context.lower(begin - 1) == "(" and context.lower(end) == ")"
    if bracketed and known_text(context, known) in _PROVINCES:
        return known._replace(label="LOC", confidence=0.7, why="rule: province code", subtype="region")
    if known.label not in ("LOC", "ORG", "PRODUCT", "WEAPON", "EVENT") or known.rank > 4:
        return known
    score, why = _person(context, begin, end, titled)
    text = known_text(context, known)
    is_name = text in first_names() or text in surnames()
    place = context.lower(begin - 1) in context.cues("loc_prepositions")
    if score >= 3 and not place and (is_name or known.confidence < 0.8):
        return known._replace(label="PER", confidence=0.6, why=why, subtype=None)
    if is_name and known.subtype == "town" and not place and context.lower(begin - 1) not in ("di",):
        return known._replace(label="PER", confidence=0.5, why="name: first name or surname", subtype=None)
    if context.opens[begin] and known.confidence < 0.6 and not context.seen_capital[text]:
        return known._replace(confidence=0.3)
    return known


def known_text(context: Context, mention: Mention) -> str:
    return context.text[mention.start : mention.end]


def _classify(context: Context, begin: int, end: int, titled: bool) -> Mention | None:
    """The best label of an unknown run of capitals, or None where nothing speaks for a name."""
    words = context.words[begin:end]
    single = len(words) == 1
    if _is_work(context, begin, end):
        return None
    suffixed = words[-1].lower in context.cues("org_suffixes")
    if context.code == "en" and not suffixed and any(w.text in nationalities("en") for w in words):
        return None
    if context.shouted[begin] and not context.seen_capital[words[0].text]:
        first = words[0].text in first_names() and 2 <= len(words) <= 3
        if not first:
            return None
    if single and not _worth(context, begin, titled):
        return None
    scores: Scores = {
        "PER": _person(context, begin, end, titled),
        "ORG": _organisation(context, begin, end),
        "LOC": _place(context, begin, end),
    }
    label = max(scores, key=lambda key: scores[key][0])
    score, why = scores[label]
    if score < 0.9:
        return None
    confidence = min(0.95, 0.45 + 0.08 * score)
    start = words[0].start
    if label == "PER" and context.lower(begin - 1) in context.cues("honorifics") and context.touches(begin):
        start = context.words[begin - 1].start
    return Mention(start, words[-1].end, label, round(confidence, 2), why, 3)


def _is_work(context: Context, begin: int, end: int) -> bool:
    """Whether quotation marks enclose the run: a title of a work, unless a first name begins it."""
    words = context.words
    before = words[begin - 1].text if begin else ""
    after = words[end].text if end < len(words) else ""
    return before in ("«", "“", '"', "‘") and after in ("»", "”", '"', "’") and words[begin].text not in first_names()


def _worth(context: Context, index: int, titled: bool) -> bool:
    """Whether one capitalised word may be a name at all."""
    word = context.words[index]
    if len(word.text) < 2 or word.lower in context.cues("never_names"):
        return False
    if not word.text[0].isalpha() or (_ROMAN.fullmatch(word.text) and len(word.text) < 4):
        return False
    if not context.opens[index] or titled:
        return True
    if word.lower in context.seen_low:
        return False
    if context.seen_capital[word.text]:
        return True
    if word.text.isupper():
        return len(word.text) > 2
    known = word.text in first_names() or word.text in surnames()
    return context.speaks(index + 1) and (known or context.lower(index + 1) in ("ha", "aveva", "has", "had", "said", "says"))


def _person(context: Context, begin: int, end: int, titled: bool) -> tuple[float, str]:
    words = context.words[begin:end]
    count = len(words)
    score, why = 0.0, "name: two or three capitals"
    first, last = words[0].text, words[-1].text
    before = context.lower(begin - 1)
    if titled or context.lower(begin - 1).rstrip(".") in context.cues("titles") and context.touches(begin):
        score, why = score + 3, "name: after a title"
    if context.lower(begin - 1) == "." and context.lower(begin - 2) in context.cues("titles"):
        score, why = score + 3, "name: after a title"
    if first in first_names():
        score += 3 if count > 1 else 1.5
        why = "name: first name" if score < 4 else why
    elif count > 1 and words[1].text in first_names():
        score += 1
    if last in surnames():
        score += 1
    if any(_INITIAL.fullmatch(w.text) for w in words[1:-1]):
        score += 2
    if count > 1 and _ROMAN.fullmatch(last) and first[0].isupper() and not first.isupper():
        score += 1.5
    if context.speaks(end) and count <= 3:
        score, why = score + 1.2, why if score else "name: before a verb of saying"
    if _AGED.match(context.text, words[-1].end, words[-1].end + 14):
        score, why = score + 3, "name: before an age"
    if count == 1 and not context.opens[begin] and not first.isupper() and before in _WITH:
        score += 0.35
    usual = 1.6 if context.code == "it" or before in _BEFORE_PEOPLE or context.opens[begin] else 0.7
    score += (0.6 if count == 1 else usual if count in (2, 3) else -1.0 if count > 4 else 0)
    if context.lower(begin - 1) in _ARTICLES and context.touches(begin):
        score -= 0.8 if count > 1 else 1.0
    if any(len(w.text) > 1 and w.text.isupper() and w.text.isalpha() and not _ROMAN.fullmatch(w.text) for w in words):
        score -= 2.5
    if any(c.isdigit() for w in words for c in w.text):
        score -= 2
    if last.lower() in context.cues("org_suffixes"):
        score -= 3
    return score, why


def _organisation(context: Context, begin: int, end: int) -> tuple[float, str]:
    words = context.words[begin:end]
    score, why = 0.0, "name: after an article"
    if len(words) == 1 and words[0].text.isupper() and 2 <= len(words[0].text) <= 7:
        score, why = score + 2.2, "name: acronym"
    if any(c.isupper() for c in words[0].text[1:]) and not words[0].text.isupper():
        score += 0.8
    if words[-1].lower in context.cues("org_suffixes"):
        score, why = score + 3.5, "name: ends like an organisation"
    if words[0].lower in context.cues("org_heads"):
        score, why = score + 2.5, "name: begins like an organisation"
    if context.lower(begin - 1) in context.cues("org_cues") and context.touches(begin):
        score, why = score + 3, "name: after the kind of organisation"
    if context.lower(begin - 1) in _ARTICLES and context.touches(begin):
        bare = len(words) == 1 and score == 0
        score += 0.3 if context.code == "en" else 0.8 if bare else 1.1
    if context.lower(begin - 1) in _TO_A_PLACE:
        score -= 0.5
    if any(w.text == "&" or w.text[0].isdigit() for w in words):
        score += 1
    return score, why


def _place(context: Context, begin: int, end: int) -> tuple[float, str]:
    words = context.words[begin:end]
    score, why = 0.0, "name: after a preposition of place"
    before = context.lower(begin - 1)
    if before in context.cues("loc_prepositions") and context.touches(begin):
        strong = before in ("a", "ad", "in", "presso", "near")
        score += (2.4 if strong else 0.8) if len(words) <= 3 else 1
    if before in _TO_A_PLACE and context.touches(begin):
        score += 1.2
    of = before in ("di", "d'", "of", "del", "della", "dell'")
    if (of and context.lower(begin - 2) in context.cues("loc_cues")) or before in context.cues("loc_cues"):
        score, why = score + 3.2, "name: after the kind of place"
    if context.code == "en" and words[-1].lower in context.cues("loc_suffixes") and len(words) > 1:
        score, why = score + 3.5, "name: ends like a place"
    if _PROVINCE.match(context.text, words[-1].end):
        score, why = score + 3.5, "name: before a province"
    if context.lower(begin - 1) == "(" and words[0].text in _PROVINCES and context.lower(end) == ")":
        score, why = score + 6, "rule: province code"
    if words[0].text in ("San", "Santa", "Sant'", "Monte", "Castel", "Villa", "Borgo", "Val", "New", "Port", "Saint"):
        score += 1.2
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1:
        score -= 1.5
    return score, why
