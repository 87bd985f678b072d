"""English attribution: verbs of saying, "according to X", inverted quotations, nouns, headlines."""

from __future__ import annotations

from ..language.clauses import SentenceWords
from ..language.mention import word_set
from .patterns import SpeechMatch, Words, is_quote, phrase_after, strip, subject_before

_BEFORE_NOUN = word_set("the a an of this his her their no any to its")

_THAT = frozenset(("that", "how", "why", "whether"))
_TO_BE = word_set("is are was were be been being has have had will would could may might can")
_NOUNS_TOO = word_set(
    "support questions plans attacks hopes fears worries claims reports states detailed compared calls"
)
_SUBJECTS = word_set("he she they it i we you who officials sources")


def find(sentence: SentenceWords) -> list[SpeechMatch]:
    """The attributions of an English sentence, in order of their cues."""
    speech_matches: list[SpeechMatch] = []
    index = 0
    while index < len(sentence):
        made = (
            _according_to(sentence, index)
            or _verb(sentence, index, speech_matches)
            or _noun(sentence, index)
        )
        if made is not None:
            speech_matches.append(made)
            index = max(index, made.cue[1] - 1 if made.cue else index)
        index += 1
    if not speech_matches and (headline := _headline(sentence)) is not None:
        speech_matches.append(headline)
    return speech_matches


def _according_to(sentence: SentenceWords, index: int) -> SpeechMatch | None:
    if sentence.low(index) != "according" or sentence.low(index + 1) != "to":
        return None
    source = phrase_after(sentence, index + 2, longest=25)
    if source is None:
        return None
    after = strip(sentence, source[1], len(sentence))
    before = strip(sentence, 0, index)
    content = before if before is not None and index > 2 else after
    return SpeechMatch((index, index + 2), source, content, "according to", 0.88)


def _verb(sentence: SentenceWords, index: int, found: list[SpeechMatch]) -> SpeechMatch | None:
    lower = sentence.low(index)
    if lower not in sentence.cues("say"):
        return None
    before = sentence.low(index - 1)
    if (
        lower in _NOUNS_TOO
        and before not in _SUBJECTS
        and not sentence.words[index - 1].text[0].isupper()
    ):
        return None
    if before in _BEFORE_NOUN and lower not in ("say", "tell", "argue"):
        return None
    begin = index
    while begin > 0 and (
        sentence.low(begin - 1)
        in _TO_BE
        | {
            "not",
            "n't",
            "also",
            "been",
            "later",
            "then",
            "repeatedly",
            "previously",
            "recently",
            "never",
            "just",
            "already",
            "to",
            "did",
            "does",
            "do",
        }
    ):
        begin -= 1
    strong = lower in sentence.cues("say_strong")
    end = index + 1
    content = _content_after(sentence, end, strong)
    inverted = _inverted(sentence, begin)
    floor = max([s.cue[1] for s in found if s.cue], default=0)
    source = subject_before(sentence, _before_bracket(sentence, begin), floor)
    if inverted is None and source is not None:
        inverted = _inverted(sentence, source[0])
    if content is None and inverted is not None and (strong or _quoted(sentence, inverted[1])):
        inner = (
            source
            if source is not None and source[0] >= inverted[1] - 1
            else phrase_after(sentence, end)
        )
        return SpeechMatch(
            (begin, end),
            inner,
            inverted,
            "inverted",
            0.8 if strong else 0.65,
            lower,
            implicit=inner is None,
            direct=_quoted(sentence, inverted[1]),
        )
    if content is None and begin <= 6 and strong and _tag_only(sentence):
        return SpeechMatch(
            (begin, end),
            source or phrase_after(sentence, end),
            None,
            "after a quotation",
            0.6,
            lower,
            before=True,
            direct=True,
        )
    if content is None and strong and lower not in ("saying", "adding", "think", "believe"):
        rest = strip(sentence, end, len(sentence))
        if rest is not None and source is not None and before != "to":
            content = rest
    if content is None:
        return None
    direct = is_quote(sentence, content[0] - 1, '“"')
    return SpeechMatch(
        (begin, end),
        source,
        content,
        "verb",
        0.8 if strong else 0.55,
        lower,
        implicit=source is None,
        direct=direct,
    )


def _before_bracket(sentence: SentenceWords, index: int) -> int:
    """Before the "(R-Fla.)" that ends at *index*; else *index*."""
    if sentence.low(index - 1) != ")":
        return index
    return next(
        (at for at in range(index - 2, max(-1, index - 8), -1) if sentence.low(at) == "("), index
    )


def _content_after(sentence: SentenceWords, index: int, strong: bool) -> Words | None:
    for at in range(index, min(len(sentence), index + 10)):
        lower = sentence.low(at)
        if lower in _THAT and (at == index or strong):
            return (at + 1, len(sentence)) if at + 1 < len(sentence) else None
        if lower in ("“", '"', ":") and at - index <= 5:
            return (at + 1, len(sentence)) if at + 1 < len(sentence) else None
        if lower in (".", ";", "?", "!", "”"):
            return None
        if at > index and at in sentence.verbs:
            return None
        if (
            at == index
            and strong
            and (
                lower in _SUBJECTS
                or lower in ("the", "there", "this", "his", "their")
                or sentence.words[at].text[0].isupper()
            )
            and any(v > at and v < at + 12 for v in sentence.verbs)
        ):
            return (at, len(sentence))
    return None


def _inverted(sentence: SentenceWords, begin: int) -> Words | None:
    before = begin - 1
    if before < 2 or sentence.low(before) not in (",", "”", '"', "’", "?", "!", "—", "–"):
        return None
    words = strip(sentence, 0, before + 1)
    return words if words is not None and words[1] - words[0] > 2 else None


def _quoted(sentence: SentenceWords, end: int) -> bool:
    return any(
        is_quote(sentence, at, '”"') for at in range(max(0, end - 1), min(end + 3, len(sentence)))
    )


def _tag_only(sentence: SentenceWords) -> bool:
    return len(sentence) <= 12


def _noun(sentence: SentenceWords, index: int) -> SpeechMatch | None:
    if sentence.low(index) not in sentence.cues("say_nouns") or index == 0:
        return None
    at = index + 1
    if sentence.low(at) == "that" or (
        sentence.low(at) in ("is", "was") and sentence.low(at + 1) == "that"
    ):
        begin = at + 1 if sentence.low(at) == "that" else at + 2
        if begin >= len(sentence):
            return None
        owner = None
        if sentence.low(index - 1) in ("'s", "’s"):
            owner = strip(sentence, max(0, index - 4), index - 1)
        return SpeechMatch(
            (index, index + 1),
            owner,
            (begin, len(sentence)),
            "noun",
            0.6,
            sentence.low(index),
            implicit=owner is None,
        )
    return None


def _headline(sentence: SentenceWords) -> SpeechMatch | None:
    for at in range(1, min(5, len(sentence) - 2)):
        if sentence.low(at) == ":":
            head = sentence.words[:at]
            if not all(word.text[0].isupper() for word in head) or any(
                v < at for v in sentence.verbs
            ):
                return None
            return SpeechMatch(
                (at, at + 1),
                (0, at),
                (at + 1, len(sentence)),
                "headline",
                0.5,
                direct=is_quote(sentence, at + 1, '“"‘'),
            )
    return None
