"""Claims by rules alone: the contents of attributions and what else has a verb, cut into clauses."""

from __future__ import annotations

from ..attribution.component import AttributionCandidate, SentenceAttributions
from ..attribution.patterns import SpeechMatch, Words
from ..language.clauses import SentenceWords, after_dateline, split
from .candidate import ClaimCandidate
from .features import ClaimFeatures, describe, is_claim_like, stand_alone

_LEAST_WORDS = 3


def of_sentence(
    read: SentenceAttributions, said: list[AttributionCandidate]
) -> list[ClaimCandidate]:
    """The claims of one sentence; none where the rules think that it states no fact."""
    sentence = read.sentence
    likely = is_claim_like(sentence)
    if likely < 0.5:
        return []
    claim_candidates: list[ClaimCandidate] = []
    for region, speech, index in _regions(read):
        result = said[index] if index >= 0 else None
        clauses = split(sentence, *region)
        subject: str | None = None
        for number, (begin, end) in enumerate(clauses):
            span = sentence.span(begin, end)
            if span is None or end - begin < _LEAST_WORDS:
                continue
            said_aloud = speech is not None and speech.direct
            if (len(clauses) > 1 or said_aloud) and is_claim_like(sentence, begin, end) < 0.5:
                continue
            traits = describe(sentence, begin, end, speech, result)
            text, subject = stand_alone(sentence, begin, end, subject if number else None, result)
            claim_candidates.append(
                ClaimCandidate(
                    (span,),
                    text,
                    traits,
                    _confidence(likely, speech),
                    _why(traits, speech),
                )
            )
    return claim_candidates


def _confidence(likely: float, speech: SpeechMatch | None) -> float:
    return min(0.95, likely + (0.05 if speech is not None else 0.0))


def _why(traits: ClaimFeatures, speech: SpeechMatch | None) -> str:
    base = "rule: reported clause" if speech is not None else "rule: clause with a verb"
    return (
        f"{base}, {', '.join(r.replace('_', ' ') for r in traits.reasons)}"
        if traits.reasons
        else base
    )


def _regions(read: SentenceAttributions) -> list[tuple[Words, SpeechMatch | None, int]]:
    """The stretches of a sentence to look for claims in: contents, and the rest that has a verb."""
    sentence = read.sentence
    taken: list[Words] = []
    regions: list[tuple[Words, SpeechMatch | None, int]] = []
    for speech, index in zip(read.speeches, read.said, strict=True):
        if speech.content is None or any(_overlap(speech.content, r[0]) for r in regions):
            if (
                speech.before
                and speech.content is None
                and speech.pattern not in ("citando", "after a quotation")
                and not any(other.content for other in read.speeches)
            ):
                regions.append(((0, len(sentence)), None, -1))  # that X said so is the claim
                return regions
            continue
        regions.append((speech.content, speech, index))
        taken.append(speech.content)
        taken += [words for words in (speech.cue, speech.source) if words]
    regions += [(gap, None, -1) for gap in _gaps(sentence, taken) if _has_verb(sentence, gap)]
    return regions


def _overlap(one: Words, other: Words) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _has_verb(sentence: SentenceWords, words: Words) -> bool:
    if words[1] - words[0] == len(sentence) or words[0] == after_dateline(sentence) > 0:
        return True
    return words[1] - words[0] >= 4 and any(words[0] <= v < words[1] for v in sentence.verbs)


def _gaps(sentence: SentenceWords, taken: list[Words]) -> list[Words]:
    if not taken:
        return [(after_dateline(sentence), len(sentence))]
    covered = [False] * len(sentence)
    for begin, end in taken:
        covered[begin:end] = [True] * (end - begin)
    gaps: list[Words] = []
    begin = 0
    for index in range(len(sentence) + 1):
        if index == len(sentence) or covered[index]:
            if index > begin:
                gaps.append((begin, index))
            begin = index + 1
    return gaps
