"""Where a sentence says that somebody says something: cue, content and source as word ranges."""

from __future__ import annotations

from typing import NamedTuple

from ..language.clauses import SentenceWords
from ..language.mention import word_set

_NOW = word_set("ieri oggi tuttavia intanto however meanwhile yesterday today")
_NO_SPEAKER = word_set("non si there it what which this that questo ciò cosa")
_ENDS_PHRASE = word_set("e and a al alla in on con ai as to per")
_PREPOSITIONS = word_set("in on a al alla con ai as to per")

Words = tuple[int, int]


class SpeechMatch(NamedTuple):
    """One attribution within a sentence, as half-open ranges of word indexes.

    *content* is None where it lies outside the sentence; *before* says that it is the sentence (or
    the quotation) before this one, *onward* that it goes on after this one. *places* is the content
    in code points of the text, where it is known that way.
    """

    cue: Words | None
    source: Words | None
    content: Words | None
    pattern: str
    confidence: float
    verb: str = ""
    before: bool = False
    onward: bool = False
    implicit: bool = False
    direct: bool = False
    places: tuple[tuple[int, int], ...] = ()


def strip(sentence: SentenceWords, begin: int, end: int) -> Words | None:
    """[begin, end) without marks and stray conjunctions at its ends."""
    drop = {
        ",",
        ";",
        ":",
        "–",
        "—",
        "-",
        "«",
        "»",
        "“",
        "”",
        '"',
        "e",
        "ma",
        "and",
        "but",
        ".",
        "(",
        ")",
        "...",
    }
    while begin < end and sentence.low(begin) in drop:
        begin += 1
    while end > begin and sentence.low(end - 1) in drop:
        end -= 1
    return (begin, end) if begin < end else None


def subject_before(sentence: SentenceWords, cue: int, floor: int) -> Words | None:
    """The noun phrase that ends just before the verb at *cue*, not before *floor*."""
    end = cue
    skip = sentence.cues("adverbs") | (
        sentence.cues("pronouns") if sentence.code == "it" else frozenset()
    )
    while end > floor and sentence.low(end - 1) in skip:
        end -= 1
    if end > floor and sentence.low(end - 1) in ("che", "who", "which"):
        end -= 1
        if end > floor and sentence.low(end - 1) == ",":
            end -= 1
    begin = end
    stops = sentence.cues("relatives") | {
        ";",
        ":",
        "«",
        "»",
        "“",
        "”",
        '"',
        "–",
        "—",
        "(",
        "e",
        "ma",
        "mentre",
        "and",
        "but",
        "while",
        "as",
    }
    commas = 0
    while begin > floor:
        lower = sentence.low(begin - 1)
        if lower in stops or begin - 1 in sentence.verbs:
            if (
                lower in ("e", "and")
                and begin - 2 >= floor
                and sentence.words[begin - 2].text[0].isupper()
                and begin < end
                and _name_like(sentence, begin)
            ):
                begin -= 1
                continue
            break
        if lower == ",":
            commas += 1
            if begin == end:  # "X, capo di Y, ha detto": the comma that closes an aside
                opening = _comma_before(sentence, begin - 1, floor)
                if opening is None:
                    break
                begin = opening
                end = begin
                return subject_before(sentence, begin, floor)
            break
        begin -= 1
    return _noun_phrase(sentence, begin, end)


def _name_like(sentence: SentenceWords, index: int) -> bool:
    return sentence.words[index].text[0].isupper() or sentence.low(index) in (
        "il",
        "la",
        "l'",
        "i",
        "gli",
        "le",
    )


def _comma_before(sentence: SentenceWords, index: int, floor: int) -> int | None:
    for at in range(index - 1, max(floor, index - 25) - 1, -1):
        if sentence.low(at) == ",":
            return at
    return None


def _noun_phrase(sentence: SentenceWords, begin: int, end: int) -> Words | None:
    """[begin, end) without leading adverbials; None where it cannot be a subject."""
    words = strip(sentence, begin, end)
    if words is None:
        return None
    begin, end = words
    lead = sentence.cues("adverbs") | {
        "ieri",
        "oggi",
        "tuttavia",
        "intanto",
        "da",
        "parte",
        "sua",
        "in",
        "nel",
        "nella",
        "dopo",
        "durante",
        "per",
        "con",
        "a",
        "al",
        "anche",
        "however",
        "meanwhile",
        "yesterday",
        "today",
        "on",
        "at",
        "after",
        "when",
        "during",
        "as",
        "by",
        "for",
    }
    if sentence.low(begin) in lead - sentence.cues("adverbs") and sentence.low(begin) not in _NOW:
        return None
    while begin < end and sentence.low(begin) in lead:
        begin += 1
    if begin >= end or end - begin > 16:
        return None
    if end - begin == 1 and sentence.low(begin) in _NO_SPEAKER:
        return None
    return begin, end


_ARTICLES_IT = word_set("il lo la l' i gli le un uno una dal dalla dallo dall' dai dagli dalle")


def phrase_after(sentence: SentenceWords, index: int, *, longest: int = 18) -> Words | None:
    """The noun phrase that begins at *index*: to a comma, a verb or another mark."""
    stops = {
        ",",
        ";",
        ":",
        ".",
        "«",
        "»",
        "“",
        "”",
        '"',
        "–",
        "—",
        "(",
        ")",
        "!",
        "?",
        "che",
        "who",
        "that",
        "mentre",
        "ma",
        "when",
        "during",
        "nel",
        "nella",
        "durante",
        "dopo",
        "after",
        "while",
        "but",
    }
    end = index
    while end < len(sentence) and end - index < longest:
        lower = sentence.low(end)
        if lower in stops and end > index:
            break
        if lower in stops or (end in sentence.verbs and end > index):
            break
        if (
            end > index
            and lower in ("il", "lo", "l'", "on", "oggi", "ieri")
            and _is_time(sentence, end + 1)
        ):
            break
        if (
            lower in _ENDS_PHRASE
            and end > index
            and (
                not sentence.words[min(end + 1, len(sentence) - 1)].text[0].isupper()
                or lower in _PREPOSITIONS
            )
        ):
            break
        end += 1
    return strip(sentence, index, end)


def _is_time(sentence: SentenceWords, index: int) -> bool:
    return sentence.low(index)[:1].isdigit() or sentence.low(index - 1) in ("oggi", "ieri")


def is_quote(sentence: SentenceWords, index: int, marks: str) -> bool:
    return 0 <= index < len(sentence) and sentence.words[index].text in marks
