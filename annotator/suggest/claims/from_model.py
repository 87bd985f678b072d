"""Claims where the encoder has marked them: clauses, with what it and the rules say of each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from ..attribution.combine import FIXED
from ..attribution.component import AttributionCandidate, SentenceAttributions
from ..attribution.patterns import SpeechMatch, Words
from ..language.clauses import SentenceWords, split
from ..language.mention import CodePoints
from ..model.predictions import ModelPredictions
from .candidate import ClaimCandidate
from .features import ClaimFeatures, describe, stand_alone
from .from_rules import of_sentence
from .scores import clause_features, features

_LEAST_WORDS = 2
_LONGEST_CONTENT = 4000  # characters
_AS_WORTHY = 0.4  # priority below the highest of its sentence with which a claim shares it
_DOUBT = 0.05  # that a clause ends, from which on the rules may end it
_POINTS_BACK = re.compile(r"(?:è|e['’]) quanto\b", re.IGNORECASE)
_INTERRUPTION = 14  # words, marks among them, of an attribution inside a claim
_FARTHEST = 40  # words between the parts of an interrupted claim


class Clause:
    """A claim as words of its sentence, with later parts, each with its sentence."""

    def __init__(self, read: SentenceAttributions, words: Words) -> None:
        self.read = read
        self.parts: list[tuple[SentenceWords, Words]] = [(read.sentence, words)]

    @property
    def last(self) -> int:
        """The doc's word after its last one."""
        sentence, words = self.parts[-1]
        return sentence.first + words[1]

    def places(self) -> tuple[CodePoints, ...]:
        found = (sentence.span(*words) for sentence, words in self.parts)
        return tuple(place for place in found if place is not None)


def clauses(reads: Sequence[SentenceAttributions], heard: ModelPredictions) -> list[Clause]:
    """The claims heard, those that go on after an interruption joined."""
    firsts = [read.sentence.first for read in reads]
    made: list[Clause] = []
    for span in heard.spans("claims"):
        number = max(bisect_right(firsts, span.start) - 1, 0)
        if number >= len(reads):
            continue
        read = reads[number]
        first = read.sentence.first
        words = (span.start - first, min(span.end - first, len(read.sentence)))
        goes_on = span.label == "R" and made and span.start - made[-1].last <= _FARTHEST
        if goes_on:
            made[-1].parts.append((read.sentence, words))
        elif words[1] - words[0] >= _LEAST_WORDS:
            made += [Clause(read, part) for part in _cut(read, words, heard)]
    return _mended(made, [(cue.start, cue.end) for cue in heard.spans("cues")])


def _mended(made: Sequence[Clause], cues: Sequence[Words]) -> list[Clause]:
    """*made* with what has no verb joined, over one of *cues*, to what has one."""
    mended: list[Clause] = []
    for clause in made:
        last = mended[-1] if mended else None
        if last is not None and not _has_verb(last) and _is_the_rest(clause, last, cues):
            last.parts += clause.parts
            continue
        mended.append(clause)
    return mended


def _says_nothing(clause: Clause, sources: Sequence[Words]) -> bool:
    """Whether *clause* only names a source: without a verb, or "è quanto si legge nel …"."""
    sentence, words = clause.parts[0]
    if _POINTS_BACK.match(sentence.text, sentence.words[words[0]].start):
        return True
    return not _has_verb(clause) and _touches(clause, sources)


def _has_verb(clause: Clause) -> bool:
    return any(
        any(words[0] <= verb < words[1] for verb in sentence.verbs)
        for sentence, words in clause.parts
    )


def _is_the_rest(clause: Clause, begun: Clause, cues: Sequence[Words]) -> bool:
    """Whether *clause* goes on with *begun*, with only an attribution in between."""
    sentence, words = clause.parts[0]
    start = sentence.first + words[0]
    return (
        sentence is begun.parts[-1][0]
        and 0 < start - begun.last <= _INTERRUPTION
        and any(begun.last <= cue[0] and cue[1] <= start for cue in cues)
        and _has_verb(clause)
    )


def _touches(clause: Clause, spans: Sequence[Words]) -> bool:
    begin = clause.parts[0][0].first + clause.parts[0][1][0]
    return any(start < clause.last and begin < end for start, end in spans)


def _cut(read: SentenceAttributions, words: Words, heard: ModelPredictions) -> list[Words]:
    """The clause *words* parted where the rules would part it and the encoder at least doubts."""
    begin, end = _after_attribution(read, *words, heard), words[1]
    begin = _without_conjunction(read.sentence, begin, end)
    stop = _content_end(read, begin, end)
    parts = [(begin, end)]
    if stop < end:
        parts = [(begin, stop), (_past_marks(read.sentence, stop, end), end)]
    return [predicate for part in parts for predicate in _predicates(read, *part, heard)]


def _after_attribution(
    read: SentenceAttributions, begin: int, end: int, heard: ModelPredictions
) -> int:
    """Where the clause begins without the attribution that opens it."""
    first = read.sentence.first
    for speech in read.speeches:
        if _opens(speech, begin, end) and speech.content is not None:
            at = speech.content[0]
            sure = speech.pattern in FIXED
            if sure or heard.begins("claims", first + at - 1, first + at) >= _DOUBT:
                begin = at
    return begin


def _content_end(read: SentenceAttributions, begin: int, end: int) -> int:
    """Where what somebody says ends and the sentence goes on with a clause of its own, or *end*."""
    for speech in read.speeches:
        if speech.content is not None and abs(speech.content[0] - begin) <= 1:
            stop = speech.content[1]
            if any(stop <= verb < end for verb in read.sentence.verbs):
                return stop
    return end


def _past_marks(sentence: SentenceWords, begin: int, end: int) -> int:
    while begin < end - 1 and not sentence.low(begin)[:1].isalnum():
        begin += 1
    return begin


def _without_conjunction(sentence: SentenceWords, begin: int, end: int) -> int:
    """Where words [begin, end) begin without the conjunction that ties them to the sentence."""
    dropped = sentence.cues("conjunctions") | sentence.cues("subordinators")
    while begin < end - _LEAST_WORDS and sentence.low(begin) in dropped:
        begin += 1
    return begin


def _predicates(
    read: SentenceAttributions, begin: int, end: int, heard: ModelPredictions
) -> list[Words]:
    """Words [begin, end) as one clause for each coordinated predicate."""
    first = read.sentence.first
    made = [(begin, end)]
    for start, _ in split(read.sentence, begin, end)[1:]:
        if heard.begins("claims", first + start - 1, first + start) >= _DOUBT:
            made[-1] = (made[-1][0], _trimmed(read.sentence, made[-1][0], start))
            made.append((start, end))
    return made


def _opens(speech: SpeechMatch, begin: int, end: int) -> bool:
    """Whether words [begin, end) are an attribution and then what it says, up to the end."""
    if speech.cue is None or speech.content is None:
        return False
    at, until = speech.content
    return begin <= speech.cue[0] and speech.cue[1] <= at and until <= end + 2 and until - at > 3


def _trimmed(sentence: SentenceWords, begin: int, end: int) -> int:
    """Where words [begin, end) end without the marks and conjunctions before what follows."""
    dropped = sentence.cues("conjunctions") | sentence.cues("subordinators") | {",", ";"}
    while end > begin + 1 and sentence.low(end - 1) in dropped:
        end -= 1
    return end


def find(
    reads: Sequence[SentenceAttributions],
    said: Sequence[AttributionCandidate],
    heard: ModelPredictions,
) -> list[ClaimCandidate]:
    """The claims of a doc, sentence by sentence.

    A sentence that is not likely enough to hold one has none; where one is likely and the encoder
    marked no clause, the rules cut it. What only says where something was said is none.
    """
    by_read: dict[int, list[Clause]] = {}
    for clause in clauses(reads, heard):
        by_read.setdefault(clause.read.sentence.first, []).append(clause)
    reach = _Reach(said)
    sources = [(source.start, source.end) for source in heard.spans("sources")]
    claim_candidates: list[ClaimCandidate] = []
    for read in reads:
        values = features(read.sentence, heard)
        likely = heard.answers["claim"].weights.chance(values)
        if likely < heard.answers["claim"].threshold:
            continue
        own = by_read.get(read.sentence.first, [])
        if not own and not _POINTS_BACK.match(read.sentence.text, read.sentence.start):
            claim_candidates += of_sentence(read, list(said))
        own = [clause for clause in own if not _says_nothing(clause, sources)]
        if not own:
            continue
        worthy = heard.answers["worthy"]
        is_worthy = worthy.weights.chance(values) >= worthy.threshold
        claim_candidates += _of_sentence(own, reach, heard, likely, is_worthy=is_worthy)
    return claim_candidates


def _of_sentence(
    own: Sequence[Clause], reach: _Reach, heard: ModelPredictions, likely: float, *, is_worthy: bool
) -> Iterator[ClaimCandidate]:
    """The clauses of one sentence as claims, with priority 2 or 3 only if it *is_worthy*."""
    priorities = [_priority(clause, heard) for clause in own]
    highest = max(priorities)
    subject: str | None = None
    for clause, priority in zip(own, priorities, strict=True):
        places = clause.places()
        if not places:
            continue
        by = reach.speaker(places)
        worth = round(priority)
        if not is_worthy:
            worth = min(worth, 1)
        elif priority > highest - _AS_WORTHY:
            worth = max(worth, 2)
        claim_features = _traits(clause, by, heard, worth)
        text, subject = _alone(clause, subject, by)
        first, (begin, end) = clause.read.sentence.first, clause.parts[0][1]
        edges = heard.edges("claims", first + begin, first + end)
        known = clause_features(likely, edges)
        sure = heard.answers["clause"].weights.chance(known)
        why = ", ".join(
            [heard.by, *(reason.replace("_", " ") for reason in claim_features.reasons)]
        )
        yield ClaimCandidate(places, text, claim_features, sure, why, known)


class _Reach:
    """Attributions by where their content lies."""

    def __init__(self, said: Sequence[AttributionCandidate]) -> None:
        self._said = sorted(
            ((a, b, n) for n, each in enumerate(said) for a, b in each.content), key=lambda p: p[0]
        )
        self._starts = [start for start, _, _ in self._said]
        self._all = said

    def speaker(self, places: tuple[CodePoints, ...]) -> AttributionCandidate | None:
        """Who says the claim at *places*: of those with most of it in their content the innermost."""
        length = sum(b - a for a, b in places)
        inside: dict[int, int] = {}
        for start, end in places:
            first = bisect_left(self._starts, start - _LONGEST_CONTENT)
            for a, b, number in self._said[first : bisect_left(self._starts, end)]:
                inside[number] = inside.get(number, 0) + max(0, min(b, end) - max(a, start))
        most = [self._all[n] for n, shared in inside.items() if shared * 2 > length]
        return next(
            (each for each in most if each.nested_in is not None), most[0] if most else None
        )


def _priority(clause: Clause, heard: ModelPredictions) -> float:
    """The mean of the priorities 0 to 3, each as likely as the encoder finds it."""
    sentence, (begin, end) = clause.parts[0]
    chances = heard.judge("worth", sentence.first + begin, sentence.first + end)
    return sum(int(label) * chance for label, chance in chances.items())


def _traits(
    clause: Clause, by: AttributionCandidate | None, heard: ModelPredictions, worth: int
) -> ClaimFeatures:
    """What the clause is like: the reasons by rules, the rest as the encoder has heard it."""
    sentence, (begin, end) = clause.parts[0]
    ruled = describe(sentence, begin, end, None, by)

    def likeliest(judge: str) -> str:
        chances = heard.judge(judge, sentence.first + begin, sentence.first + end)
        return max(chances, key=lambda label: chances[label])

    kind = "causal" if ruled.kind == "causal" else likeliest("kind")  # a cause is spelt out
    return ClaimFeatures(kind, likeliest("certainty"), likeliest("time"), worth, ruled.reasons)


def _alone(
    clause: Clause, subject: str | None, by: AttributionCandidate | None
) -> tuple[str, str | None]:
    """The claim as it reads by itself, and its subject for the next clause of the sentence."""
    sentence, words = clause.parts[0]
    text, subject = stand_alone(sentence, *words, subject, by)
    for there, (begin, end) in clause.parts[1:]:
        place = there.span(begin, end)
        if place is not None:
            text += " " + " ".join(there.text[place[0] : place[1]].split())
    return text, subject
