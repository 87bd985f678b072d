"""Runs of capitalised words: where they end and what names are in them."""

from __future__ import annotations

import re

from ..language.mention import Mention, word_set
from ..language.word_lists import first_names, nationalities, surnames
from .context import WordContext
from .name_scores import organisation_score, person_score, place_score

_NOT_FOREIGN = word_set("di del della dei degli la le lo dal dalla y d' dello da")
_ROMAN = re.compile(r"[IVX]{1,6}")
_ARTICLES = word_set(
    "il lo la i gli le l' del dello della dell' dei degli delle al allo alla all' ai agli alle dal dallo dalla dall' "
    "dai dagli dalle nel nello nella nell' sul sullo sulla sull' col the"
)
_PROVINCES = word_set(
    "AG AL AN AO AR AP AT AV BA BT BL BN BG BI BO BZ BS BR CA CL CB CE CT CZ CH CO CS CR KR CN EN FM FE FI FG FC FR GE GO GR "
    "IM IS SP AQ LT LE LC LI LO LU MC MN MS MT ME MI MO MB NA NO NU OR PD PA PR PV PG PU PE PC PI PT PN PZ PO RG RA RC RE RI RN RM RO "
    "SA SS SV SI SR SO SU TA TE TR TO TP TN TV TS UD VA VE VB VC VR VV VI VT"
)
Scores = dict[str, tuple[float, str]]


_LONGEST_RUN = 14  # words; a longer one is a list or a heading


def run_end(context: WordContext, index: int) -> int:
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
            and word.lower not in _NOT_FOREIGN
            and context.is_capital(end + 1)
            and context.touches(end + 1)
        ):
            end += 2
        else:
            break
    return min(end, len(context.words), index + _LONGEST_RUN)


def _is_hyphen(context: WordContext, index: int) -> bool:
    """Whether a hyphen at *index* joins the words beside it: "Jong-un", "Wright-Phillips"."""
    words = context.words
    if words[index].text != "-" or index + 1 >= len(words) or index == 0:
        return False
    glued = (
        words[index].start == words[index - 1].end and words[index + 1].start == words[index].end
    )
    joins = glued and words[index - 1].text[0].isupper() and words[index + 1].text[0].isalpha()
    return joins and not (words[index - 1].text.isupper() and words[index + 1].text[0].islower())


def names_in_run(
    context: WordContext, begin: int, end: int, listed: dict[int, Mention]
) -> list[Mention]:
    """The names in one run of capitalised words."""
    words = context.words
    mentions: list[Mention] = []
    titled = False
    while begin < end:
        known = listed.get(words[begin].start)
        word = words[begin]
        if (
            known is None
            and word.lower.rstrip(".") in context.cues("titles")
            and not _first_name_here(context, begin, end)
        ):
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
        if words[end - 1].start in listed or (
            words[end - 1].text.isupper() and len(words[end - 1].text) > 1
        ):
            break
        end -= 1
    if begin >= end:
        return mentions
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
    mention = _classify(context, begin, end, titled)
    return [mention] if mention else mentions


def _around(
    context: WordContext, begin: int, end: int, at: int, known: Mention, listed: dict[int, Mention]
) -> list[Mention]:
    """A run with a known name inside: one longer name, or the known one and what is beside it."""
    words = context.words
    if known.end < words[end - 1].end and at == begin:
        last = words[end - 1].lower
        if last in context.cues("org_suffixes"):
            return [
                Mention(
                    words[begin].start,
                    words[end - 1].end,
                    "ORG",
                    0.6,
                    "name: ends like an organisation",
                    6,
                )
            ]
        if context.code == "en" and last in context.cues("loc_suffixes"):
            return [
                Mention(
                    words[begin].start, words[end - 1].end, "LOC", 0.6, "name: ends like a place", 6
                )
            ]
    found = []
    if at > begin:
        found += names_in_run(context, begin, at, {})
    found.append(known)
    rest = at
    while rest < end and words[rest].start < known.end:
        rest += 1
    if rest < end:
        found += names_in_run(context, rest, end, listed)
    return found


def _first_name_here(context: WordContext, begin: int, end: int) -> bool:
    """Whether a title word ("Franco", "Regina") is rather the first name of a two-word name."""
    word = context.words[begin]
    return (
        word.text in first_names()
        and end - begin == 2
        and context.words[begin + 1].text in surnames()
    )


def _is_person(context: WordContext, begin: int, end: int, titled: bool) -> bool:
    words = context.words[begin:end]
    if not 2 <= len(words) <= 4 or words[0].text not in first_names():
        return False
    return words[-1].lower.rstrip(".") not in context.cues("org_suffixes") and (
        titled or (person_score(context, begin, end, titled)[0] >= 3)
    )


def _weigh_known(
    context: WordContext, begin: int, end: int, known: Mention, titled: bool
) -> Mention:
    """A known name, unless the words around say that a person bears it."""
    bracketed = context.lower(begin - 1) == "(" and context.lower(end) == ")"
    if bracketed and known_text(context, known) in _PROVINCES:
        return known._replace(
            label="LOC", confidence=0.7, why="rule: province code", subtype="region"
        )
    if known.label not in ("LOC", "ORG", "PRODUCT", "WEAPON", "EVENT") or known.rank > 4:
        return known
    score, why = person_score(context, begin, end, titled)
    text = known_text(context, known)
    is_name = text in first_names() or text in surnames()
    place = context.lower(begin - 1) in context.cues("loc_prepositions")
    if score >= 3 and not place and (is_name or known.confidence < 0.8):
        return known._replace(label="PER", confidence=0.6, why=why, subtype=None)
    if (
        is_name
        and known.subtype == "town"
        and not place
        and context.lower(begin - 1) not in ("di",)
    ):
        return known._replace(
            label="PER", confidence=0.5, why="name: first name or surname", subtype=None
        )
    if context.opens[begin] and known.confidence < 0.6 and not context.seen_capital[text]:
        return known._replace(confidence=0.3)
    return known


def known_text(context: WordContext, mention: Mention) -> str:
    text: str = context.text[mention.start : mention.end]
    return text


def _classify(context: WordContext, begin: int, end: int, titled: bool) -> Mention | None:
    """The best label of an unknown run of capitals, or None where nothing speaks for a name."""
    words = context.words[begin:end]
    single = len(words) == 1
    if _is_work(context, begin, end):
        return None
    suffixed = words[-1].lower.rstrip(".") in context.cues("org_suffixes")
    if context.code == "en" and not suffixed and any(w.text in nationalities("en") for w in words):
        return None
    if context.shouted[begin] and not context.seen_capital[words[0].text]:
        first = words[0].text in first_names() and 2 <= len(words) <= 3
        if not first:
            return None
    if single and not _worth(context, begin, titled):
        return None
    scores: Scores = {
        "PER": person_score(context, begin, end, titled),
        "ORG": organisation_score(context, begin, end),
        "LOC": place_score(context, begin, end),
    }
    label = max(scores, key=lambda key: scores[key][0])
    score, why = scores[label]
    if score < 0.9:
        return None
    confidence = min(0.95, 0.45 + 0.08 * score)
    start = words[0].start
    if (
        label == "PER"
        and context.lower(begin - 1) in context.cues("honorifics")
        and context.touches(begin)
    ):
        start = context.words[begin - 1].start
    return Mention(start, words[-1].end, label, round(confidence, 2), why, 3)


def _is_work(context: WordContext, begin: int, end: int) -> bool:
    """Whether quotation marks enclose the run: a title of a work, unless a first name begins it."""
    words = context.words
    before = words[begin - 1].text if begin else ""
    after = words[end].text if end < len(words) else ""
    return (
        before in ("«", "“", '"', "‘")
        and after in ("»", "”", '"', "’")
        and words[begin].text not in first_names()
    )


def _worth(context: WordContext, index: int, titled: bool) -> bool:
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
    return context.speaks(index + 1) and (
        known or context.lower(index + 1) in ("ha", "aveva", "has", "had", "said", "says")
    )
