"""Sources, cues and contents that the encoder has heard, put together with what the rules found.

The encoder knows better where a cue is and how far source and content reach; the rules know of
some cues what they mean, and which words belong together where several are near.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..language.clauses import CLOSING, OPENING, SentenceWords
from ..language.verbs import reporting_forms
from ..model.predictions import ModelPredictions
from .patterns import SpeechMatch, Words

FIXED = ("phrase", "noun")  # patterns of the rules that need no second voice
_TURNED = 3  # what it counts, in words, that content comes before its cue without a mark between
_LEAST = 0.003  # of a cue that the rules have found, to the encoder
_LEAST_SOURCE = 0.3
_FARTHEST = 40  # words between a cue and what belongs to it
_ACROSS = 6  # what another cue in between counts, in words
_NEXT_SENTENCE = 8
_ARTICLES = frozenset(
    (
        "il",
        "lo",
        "la",
        "i",
        "gli",
        "le",
        "l'",
        "l’",
        "un",
        "uno",
        "una",
        "un'",
        "un’",
        "the",
        "a",
        "an",
    )
)


class WordRange(NamedTuple):
    """Words [start, end) of the doc, in the sentence of the number *sentence*."""

    start: int
    end: int
    sentence: int
    chance: float


def find(
    sentences: Sequence[SentenceWords],
    ruled: Sequence[Sequence[SpeechMatch]],
    heard: ModelPredictions,
) -> list[list[SpeechMatch]]:
    """For each sentence its attributions, in the order of their cues."""
    if not sentences:
        return []
    cues = _cues(sentences, ruled, heard)
    heard_sources = [
        piece
        for piece in _pieces(sentences, heard, "sources")
        if not _is_bare(piece, sentences[piece.sentence])
    ]
    heard_contents = _pieces(sentences, heard, "contents")
    sources = _one_each(cues, heard_sources)
    contents = _contents(sentences, cues, heard_contents)
    speech_matches: list[list[SpeechMatch]] = [[] for _ in sentences]
    taken = set(sources.values())
    for piece in heard_sources:
        if piece not in taken:
            speech_matches[piece.sentence] += _headline(sentences, piece, heard_contents)
    for own, speeches, sentence in zip(speech_matches, ruled, sentences, strict=True):
        if not own:
            own += [s for s in speeches if s.cue is None and _is_heard(sentence, s, heard)]
    for number, cue in enumerate(cues):
        sentence = sentences[cue.sentence]
        rule = next((s for s in ruled[cue.sentence] if _is_at(s, cue, sentence)), None)
        speech = _speech(sentence, cue, rule)
        if rule is not None and cue.chance <= _LEAST:  # the rules' word alone
            speech_matches[cue.sentence].append(rule)
            continue
        source = sources.get(number)
        if source is not None:
            speech = speech._replace(source=_within(source, sentence), implicit=False)
        elif speech.source is not None:
            a, b = speech.source
            if heard.inside("sources", sentence.first + a, sentence.first + b) < _LEAST_SOURCE:
                speech = speech._replace(source=None, implicit=True)
        if contents.get(number):
            word_ranges = [_cut_short(piece, rule, sentence) for piece in contents[number]]
            speech = _with_contents(speech, word_ranges, sentences, cue.sentence)
        speech_matches[cue.sentence].append(speech)
    return speech_matches


def _pieces(
    sentences: Sequence[SentenceWords], heard: ModelPredictions, tagger: str
) -> list[WordRange]:
    firsts = [sentence.first for sentence in sentences]
    found = []
    for span in heard.spans(tagger):
        number = max(bisect_left(firsts, span.start + 1) - 1, 0)
        found.append(WordRange(span.start, span.end, number, 2.718281828**-span.doubt))
    return found


def _is_bare(piece: WordRange, sentence: SentenceWords) -> bool:
    """Whether a piece is an article that has lost its noun."""
    begin, end = _within(piece, sentence)
    return end - begin == 1 and sentence.low(begin) in _ARTICLES


def _cues(
    sentences: Sequence[SentenceWords],
    ruled: Sequence[Sequence[SpeechMatch]],
    heard: ModelPredictions,
) -> list[WordRange]:
    """The cues heard, and those of the rules that the encoder does not think impossible."""
    cues = _pieces(sentences, heard, "cues")
    for number, speeches in enumerate(ruled):
        first = sentences[number].first
        for speech in speeches:
            if speech.cue is None:
                continue
            start, end = first + speech.cue[0], first + speech.cue[1]
            crossed = [cue for cue in cues if cue.start < end and start < cue.end]
            if len(crossed) == 1:
                continue
            chance = heard.inside("cues", start, end)
            if crossed or chance >= _LEAST or speech.pattern in FIXED:
                cues = [cue for cue in cues if cue not in crossed]
                cues.append(WordRange(start, end, number, max(chance, _LEAST)))
    return sorted(cues)


def _is_heard(sentence: SentenceWords, speech: SpeechMatch, heard: ModelPredictions) -> bool:
    """Whether the name before the colon of a headline was heard as a source."""
    if speech.source is None:
        return False
    a, b = speech.source
    return heard.inside("sources", sentence.first + a, sentence.first + b) >= _LEAST_SOURCE


def _headline(
    sentences: Sequence[SentenceWords], source: WordRange, contents: Sequence[WordRange]
) -> Iterator[SpeechMatch]:
    """ "Rossi: «…»", "Rossi: statement": a source that only a colon parts from what it says."""
    sentence = sentences[source.sentence]
    words = _within(source, sentence)
    if sentence.low(words[1]) != ":":
        return
    at = bisect_left(contents, (source.end,))
    if at < len(contents) and contents[at].start <= source.end + 3:
        speech = SpeechMatch(None, words, None, "headline", source.chance)
        yield _with_contents(speech, contents[at : at + 1], sentences, source.sentence)


def _by_sentence(cues: Sequence[WordRange]) -> dict[int, list[int]]:
    """The numbers of the *cues* in each sentence."""
    found: dict[int, list[int]] = {}
    for number, cue in enumerate(cues):
        found.setdefault(cue.sentence, []).append(number)
    return found


def _gap(one: WordRange, other: WordRange, cues: Sequence[WordRange]) -> float:
    """Words between two pieces; more where a cue or the end of a sentence lies between.

    *cues* are in text order.
    """
    begin, end = min(one.end, other.end), max(one.start, other.start)
    between = max(0, end - begin)
    across = bisect_left(cues, (end,)) - bisect_left(cues, (begin,))
    return between + _ACROSS * across + _NEXT_SENTENCE * abs(one.sentence - other.sentence)


def _one_each(cues: Sequence[WordRange], sources: Sequence[WordRange]) -> dict[int, WordRange]:
    """To each cue the nearest source of its sentence, none taken twice."""
    by_sentence = _by_sentence(cues)
    near = sorted(
        (gap, number, source)
        for source in sources
        for number in by_sentence.get(source.sentence, ())
        if (gap := _gap(cues[number], source, cues)) <= _FARTHEST
    )
    word_ranges: dict[int, WordRange] = {}
    for _, number, source in near:
        if number not in word_ranges and source not in word_ranges.values():
            word_ranges[number] = source
    return word_ranges


def _contents(
    sentences: Sequence[SentenceWords], cues: Sequence[WordRange], contents: Sequence[WordRange]
) -> dict[int, list[WordRange]]:
    """To each content its nearest cue; to a cue that is left the nearest content."""
    word_ranges: dict[int, list[WordRange]] = {}
    by_sentence = _by_sentence(cues)
    for content in contents:
        at = content.sentence
        near = [n for here in (at - 1, at, at + 1) for n in by_sentence.get(here, ())]
        inside = [n for n in near if content.start <= cues[n].start < content.end]
        outside = [n for n in near if n not in inside]
        if outside:
            best = min(
                outside,
                key=lambda n: _gap(cues[n], content, cues) + _turned(sentences, content, cues[n]),
            )
            same = cues[best].sentence == content.sentence
            if same or _goes_on(sentences, content, cues[best]):
                word_ranges.setdefault(best, []).append(content)
    for number, cue in enumerate(cues):
        if number in word_ranges:
            continue
        near_by = [
            c
            for c in _around(contents, cue.sentence)
            if c.sentence <= cue.sentence and not c.start <= cue.start < c.end
        ]
        if near_by:
            word_ranges[number] = [min(near_by, key=lambda c: _gap(cue, c, cues))]
    return word_ranges


def _cut_short(content: WordRange, rule: SpeechMatch | None, sentence: SentenceWords) -> WordRange:
    """*content* to where the rules see it end, if they see it begin at the same word."""
    if rule is None or rule.content is None:
        return content
    start, end = (sentence.first + each for each in rule.content)
    same = abs(content.start - start) <= 1 and content.start < end < content.end
    return content._replace(end=end) if same else content


def _turned(sentences: Sequence[SentenceWords], content: WordRange, cue: WordRange) -> int:
    """What it counts, in words, that a content stands before a cue and no mark parts them."""
    if content.sentence != cue.sentence or content.start > cue.start:
        return 0
    sentence = sentences[cue.sentence]
    before = sentence.low(cue.start - sentence.first - 1)
    return 0 if before in CLOSING or before in (",", "–", "—") else _TURNED


def _around(contents: Sequence[WordRange], sentence: int) -> Sequence[WordRange]:
    """Those of *contents*, in text order, in *sentence* and beside it."""
    begin = bisect_left(contents, sentence - 1, key=lambda c: c.sentence)
    end = bisect_left(contents, sentence + 2, key=lambda c: c.sentence)
    return contents[begin:end]


def _goes_on(sentences: Sequence[SentenceWords], content: WordRange, cue: WordRange) -> bool:
    """Whether a content in the sentence beside the cue's is a quotation that goes on."""
    here, there = sentences[content.sentence], sentences[cue.sentence]
    opened = here.low(content.start - here.first - 1) in OPENING
    return here.paragraph == there.paragraph and opened


def _is_at(speech: SpeechMatch, cue: WordRange, sentence: SentenceWords) -> bool:
    if speech.cue is None:
        return False
    a, b = speech.cue
    return a + sentence.first < cue.end and cue.start < b + sentence.first


def _within(piece: WordRange, sentence: SentenceWords) -> Words:
    return piece.start - sentence.first, min(piece.end - sentence.first, len(sentence))


def _speech(sentence: SentenceWords, cue: WordRange, rule: SpeechMatch | None) -> SpeechMatch:
    words = _within(cue, sentence)
    if rule is not None:
        return rule._replace(cue=words)
    verb = sentence.low(words[1] - 1)
    if sentence.code == "it":
        forms = reporting_forms("speech") | reporting_forms("thought")
        verb = next((forms[w] for w in sentence.lows(*words).split() if w in forms), verb)
    return SpeechMatch(words, None, None, "heard", cue.chance, verb, implicit=True)


def _with_contents(
    speech: SpeechMatch,
    contents: Sequence[WordRange],
    sentences: Sequence[SentenceWords],
    number: int,
) -> SpeechMatch:
    """*speech* with *contents* as places of the text, and as words where they are in the sentence
    of the number *number*, which is its own."""
    places, inside = [], None
    for piece in contents:
        there = sentences[piece.sentence]
        words = _within(piece, there)
        place = there.span(*words)
        if place is not None:
            places.append(place)
            inside = words if piece.sentence == number else inside
    if not places:
        return speech
    first = sentences[contents[0].sentence]
    begin, end = _within(contents[0], first)
    quoted = first.low(begin - 1) in OPENING and first.low(end) in CLOSING | {","}
    return speech._replace(
        content=inside,
        places=tuple(places),
        direct=quoted or (speech.direct and inside is not None),
    )
