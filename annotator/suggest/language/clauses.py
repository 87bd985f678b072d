"""Sentences as words, and the clauses in them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from functools import cached_property

from spacy.tokens import Doc

from .mention import WordToken, word_set
from .tokenizer import words_of
from .verbs import is_auxiliary, is_finite
from .word_lists import cue_words

_STRONG_SUBORDINATORS = word_set(
    "poiché mentre sebbene benché giacché because although though while whereas"
)

OPENING = frozenset('«“"‘(')
CLOSING = frozenset('»”"’)')
_BREAKS = frozenset(".,;:!?…–—-") | {"..."}

_LONGEST = 300  # words; what is longer is no sentence but a list, and would cost its square


class SentenceWords:
    """The words of one sentence; positions in it are indexes of words.

    *first* is the index of its first word among those of the doc.
    """

    def __init__(
        self, text: str, words: list[WordToken], code: str, paragraph: int, first: int = 0
    ) -> None:
        self.text = text
        self.first = first
        self.words = words
        self.code = code
        self.paragraph = paragraph

    def __len__(self) -> int:
        return len(self.words)

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    def low(self, index: int) -> str:
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    def lows(self, begin: int, end: int) -> str:
        return " ".join(word.lower for word in self.words[max(begin, 0) : end])

    def cues(self, key: str) -> frozenset[str]:
        return cue_words(self.code, key)

    @cached_property
    def verbs(self) -> list[int]:
        """Where finite verbs are, an auxiliary standing for its whole group."""
        found: list[int] = []
        for index, word in enumerate(self.words):
            before = self.low(index - 1)
            if self.code == "en" and word.lower.endswith("ed") and len(word.lower) > 4:
                if self._english_past(index):
                    found.append(index)
            elif is_finite(word.lower, before, self.code) and not (
                found and found[-1] == index - 1 and is_auxiliary(self.low(index - 1), self.code)
            ):
                found.append(index)
        return found

    def _english_past(self, index: int) -> bool:
        """Whether "-ed" is a past tense here: after a noun, a name or "who", not after "was"."""
        before = self.low(index - 1)
        blocked = self.cues("auxiliaries") | {"the", "a", "an", "of", "by", "being", "not", "", ","}
        return before not in blocked and not before.endswith("ly")

    def span(self, begin: int, end: int) -> tuple[int, int] | None:
        """Code points of words *begin* to *end*, without outer marks; None where nothing is left."""
        words = self.words
        while begin < end and not _speaks(words[begin].text):
            begin += 1
        while end > begin and not _speaks(words[end - 1].text):
            end -= 1
        if begin >= end:
            return None
        start, stop = words[begin].start, words[end - 1].end
        if stop < len(self.text) and words[end - 1].text in ("%", "€"):
            return start, stop
        return start, stop


def _speaks(text: str) -> bool:
    return any(char.isalnum() for char in text) or text in ("%", "€", "$", "£")


def sentences_of(doc: Doc, code: str) -> list[SentenceWords]:
    """The sentences of *doc* that have words, with the number of the paragraph they stand in."""
    words, text = words_of(doc), doc.text  # a Doc puts its text together at every call
    starts = sorted(token.idx for token in doc if token.is_sent_start)
    sentence_words: list[SentenceWords] = []
    current: list[WordToken] = []
    at = 0
    paragraph = 0
    last_end = 0
    for index, word in enumerate(words):
        while at < len(starts) and starts[at] <= word.start:
            if current:
                sentence_words.append(
                    SentenceWords(text, current, code, paragraph, index - len(current))
                )
                current = []
            at += 1
        if len(current) >= _LONGEST:
            sentence_words.append(
                SentenceWords(text, current, code, paragraph, index - len(current))
            )
            current = []
        if "\n" in text[last_end : word.start]:
            paragraph += 1
        current.append(word)
        last_end = word.end
    if current:
        sentence_words.append(
            SentenceWords(text, current, code, paragraph, len(words) - len(current))
        )
    return sentence_words


def main_verbs(sentence: SentenceWords, begin: int, end: int) -> Iterator[int]:
    """Finite verbs of words [begin, end) that no "che", "quando" … has made a subordinate's."""
    pending = 0
    relatives = sentence.cues("relatives")
    verbs = {v for v in sentence.verbs if begin <= v < end}
    for index in range(begin, end):
        lower = sentence.low(index)
        if lower in relatives and index > begin and not _starts_question(sentence, index):
            pending = min(pending + 1, 2)
        elif index in verbs:
            if pending:
                pending -= 1
            else:
                yield index


def _starts_question(sentence: SentenceWords, index: int) -> bool:
    return (
        sentence.code == "en"
        and sentence.low(index) == "that"
        and sentence.low(index - 1) in ("", ",")
    )


def split(sentence: SentenceWords, begin: int, end: int) -> list[tuple[int, int]]:
    """Words [begin, end) cut into clauses: one for each coordinated or adverbial predicate."""
    cuts = [begin]
    index = begin
    while index < end:
        after = _cut_after(sentence, cuts[-1], index, end)
        if after is not None:
            cuts.append(after)
            index = after
        index += 1
    cuts.append(end)
    parts = [_without_conjunction(sentence, a, b) for a, b in itertools.pairwise(cuts) if a < b]
    return _merged(sentence, parts)


def _cut_after(sentence: SentenceWords, begin: int, index: int, end: int) -> int | None:
    """Where the next clause begins if the word at *index* parts two clauses, else None."""
    lower = sentence.low(index)
    if index <= begin:
        return None
    conjunctions, subordinators = sentence.cues("conjunctions"), sentence.cues("subordinators")
    at = index
    if lower in (",", ";", "–", "—", ":"):
        following = sentence.low(index + 1)
        if following in conjunctions or following in subordinators:
            return None  # the conjunction itself decides
    elif lower not in conjunctions and lower not in subordinators:
        return None
    left = list(main_verbs(sentence, begin, index))
    opened_by = sentence.low(begin) in subordinators
    if opened_by:
        left = left or [v for v in sentence.verbs if begin <= v < index]
    if not left:
        return None
    if lower == "," and not opened_by:
        return (
            at + 1
            if _predicate_follows(sentence, at + 1, end) and _is_series(sentence, at + 1)
            else None
        )
    if lower in ("–", "—"):
        return None
    if lower == ":" and sentence.words[index + 1 if index + 1 < end else index].text in OPENING:
        return None
    if lower in subordinators and lower not in conjunctions:
        strong = lower in _STRONG_SUBORDINATORS
        return at if strong and _verb_ahead(sentence, at + 1, end) else None
    if sentence.low(at + 1) in ("che", "that") and _verb_ahead(sentence, at + 2, end):
        return at + 1  # "… e che …": the second of two reported clauses
    if _predicate_follows(sentence, at + 1, end) or _subject_and_verb(sentence, at + 1, end):
        return at + 1
    return None


def _predicate_follows(sentence: SentenceWords, index: int, end: int) -> bool:
    """Whether a finite verb comes at once, but for adverbs and unstressed pronouns."""
    skip = sentence.cues("adverbs") | (sentence.cues("pronouns"))
    limit = min(end, index + 5)
    while index < limit and sentence.low(index) in skip:
        index += 1
    return index in sentence.verbs and index < end


def _subject_and_verb(sentence: SentenceWords, index: int, end: int) -> bool:
    """Whether a noun phrase and then a finite verb come, with no new marker between."""
    stops = sentence.cues("relatives") | sentence.cues("conjunctions") | {";", ":"}
    commas = 0
    for at in range(index, min(end, index + 14)):
        lower = sentence.low(at)
        if at in sentence.verbs:
            return commas in (0, 2)
        if lower == ",":
            commas += 1
        if lower in stops:
            return False
    return False


def _verb_ahead(sentence: SentenceWords, index: int, end: int) -> bool:
    return any(index <= verb < end for verb in sentence.verbs)


def _is_series(sentence: SentenceWords, index: int) -> bool:
    """Whether ", VERB …" goes on with the same subject: not the main verb after an aside."""
    commas = [i for i in range(index - 1) if sentence.low(i) == ","]
    return not commas or len(list(main_verbs(sentence, 0, commas[0]))) > 0


def _without_conjunction(sentence: SentenceWords, begin: int, end: int) -> tuple[int, int]:
    dropped = sentence.cues("conjunctions") | sentence.cues("subordinators") | {",", ";", "che"}
    if sentence.code == "en":
        dropped = dropped | {"that"}
    while begin < end - 1 and sentence.low(begin) in dropped:
        begin += 1
    while end > begin + 1 and sentence.low(end - 1) in dropped:
        end -= 1
    return begin, end


def _merged(sentence: SentenceWords, parts: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Parts without a finite verb go with the one before them."""
    made: list[tuple[int, int]] = []
    for begin, end in parts:
        has_verb = any(begin <= verb < end for verb in sentence.verbs)
        if made and (not has_verb or end - begin < 2):
            made[-1] = (made[-1][0], end)
        else:
            made.append((begin, end))
    return made


def after_dateline(sentence: SentenceWords) -> int:
    """Index after "ROMA –", "(ANSA) –", "WASHINGTON (AP) —" at the start; 0 without one."""
    for at in range(1, min(7, len(sentence) - 3)):
        if sentence.low(at) in ("–", "—", "-") and sentence.low(at + 1) not in ("", ","):
            head = [word.text for word in sentence.words[:at] if word.text[0].isalpha()]
            spaced = sentence.words[at].start > sentence.words[at - 1].end
            return at + 1 if spaced and head and all(text[0].isupper() for text in head) else 0
    return 0
