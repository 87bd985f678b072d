"""How strongly a run of capitals reads as a person, an organisation, a place; weights set by hand."""

from __future__ import annotations

import re

from ..language.mention import word_set
from ..language.word_lists import first_names, surnames
from .context import WordContext

_PLACE_FIRST = word_set("San Santa Sant' Monte Castel Villa Borgo Val New Port Saint")
_ROMAN = re.compile(r"[IVX]{1,6}")
_INITIAL = re.compile(r"[A-Z]\.?(?:[A-Z]\.)*")
_PROVINCE = re.compile(r"\s?\([A-Z]{2}\)")
_AGED = re.compile(r",? (?:di )?\d{1,3}(?:[- ]?(?:anni|enne)|,)|,? \(?\d{1,2} anni|, \d{2},")
_ARTICLES = word_set(
    "il lo la i gli le l' del dello della dell' dei degli delle al allo alla all' ai agli alle dal dallo dalla dall' "
    "dai dagli dalle nel nello nella nell' sul sullo sulla sull' col the"
)
_WITH = word_set(
    "con secondo contro detto detta sfidare battendo con detti chiamato chiamata nome with against"
)
_BEFORE_PEOPLE = word_set("by with and , that while against actor actress singer director")
_TO_A_PLACE = word_set("nel nella nell' nello")
_PROVINCES = word_set(
    "AG AL AN AO AR AP AT AV BA BT BL BN BG BI BO BZ BS BR CA CL CB CE CT CZ CH CO CS CR KR CN EN FM FE FI FG FC FR GE GO GR "
    "IM IS SP AQ LT LE LC LI LO LU MC MN MS MT ME MI MO MB NA NO NU OR PD PA PR PV PG PU PE PC PI PT PN PZ PO RG RA RC RE RI RN RM RO "
    "SA SS SV SI SR SO SU TA TE TR TO TP TN TV TS UD VA VE VB VC VR VV VI VT"
)


def person_score(context: WordContext, begin: int, end: int, titled: bool) -> tuple[float, str]:
    words = context.words[begin:end]
    count = len(words)
    score, why = 0.0, "name: two or three capitals"
    first, last = words[0].text, words[-1].text
    before = context.lower(begin - 1)
    if titled or (
        context.lower(begin - 1).rstrip(".") in context.cues("titles") and context.touches(begin)
    ):
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
    score += 0.6 if count == 1 else usual if count in (2, 3) else -1.0 if count > 4 else 0
    if context.lower(begin - 1) in _ARTICLES and context.touches(begin):
        score -= 0.8 if count > 1 else 1.0
    if any(
        len(w.text) > 1 and w.text.isupper() and w.text.isalpha() and not _ROMAN.fullmatch(w.text)
        for w in words
    ):
        score -= 2.5
    if any(c.isdigit() for w in words for c in w.text):
        score -= 2
    if last.lower().rstrip(".") in context.cues("org_suffixes"):
        score -= 3
    return score, why


def organisation_score(context: WordContext, begin: int, end: int) -> tuple[float, str]:
    words = context.words[begin:end]
    score, why = 0.0, "name: after an article"
    if len(words) == 1 and words[0].text.isupper() and 2 <= len(words[0].text) <= 7:
        score, why = score + 2.2, "name: acronym"
    if any(c.isupper() for c in words[0].text[1:]) and not words[0].text.isupper():
        score += 0.8
    if words[-1].lower.rstrip(".") in context.cues("org_suffixes"):
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


def place_score(context: WordContext, begin: int, end: int) -> tuple[float, str]:
    words = context.words[begin:end]
    score, why = 0.0, "name: after a preposition of place"
    before = context.lower(begin - 1)
    if before in context.cues("loc_prepositions") and context.touches(begin):
        strong = before in ("a", "ad", "in", "presso", "near")
        score += (2.4 if strong else 0.8) if len(words) <= 3 else 1
    if before in _TO_A_PLACE and context.touches(begin):
        score += 1.2
    of = before in ("di", "d'", "of", "del", "della", "dell'")
    if (of and context.lower(begin - 2) in context.cues("loc_cues")) or before in context.cues(
        "loc_cues"
    ):
        score, why = score + 3.2, "name: after the kind of place"
    if context.code == "en" and words[-1].lower in context.cues("loc_suffixes") and len(words) > 1:
        score, why = score + 3.5, "name: ends like a place"
    if _PROVINCE.match(context.text, words[-1].end):
        score, why = score + 3.5, "name: before a province"
    if (
        context.lower(begin - 1) == "("
        and words[0].text in _PROVINCES
        and context.lower(end) == ")"
    ):
        score, why = score + 6, "rule: province code"
    if words[0].text in _PLACE_FIRST:
        score += 1.2
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1:
        score -= 1.5
    return score, why
