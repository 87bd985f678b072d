"""Italian attribution: verbs of saying and thinking, "secondo X", "si legge", nouns, headlines."""

from __future__ import annotations

from functools import cache

from ..language.clauses import SentenceWords
from ..language.mention import word_set
from ..language.verbs import participles
from ..language.word_lists import cue_words
from .italian_content import content_after, content_end, inverted_content, past_marks, rest_of
from .italian_verbs import verb_at
from .patterns import SpeechMatch, Words, is_quote, phrase_after, strip, subject_before

_TO = word_set("a ad al alla alle ai agli all' allo")
_OF = word_set("di del della dei degli delle dell' dello d'")
_BY_OR_IN = word_set(", da dal dalla dai dagli dalle dall' dallo nel nella in sul")
_BEFORE_ORDINAL = word_set("il un del al nel dal sul per di come suo in")
_BEGINS_SOURCE = word_set(
    "il lo la l' i gli le un una uno quanto alcuni alcune molti fonti fonte me lui lei loro questa questo quella quello un'"
)
_BY_OR_THAT = word_set("da dai dal dalla dalle dagli dall' dallo che")
_IN_OR_FROM = word_set(
    "in nel nella nelle nei negli sul sulla su da dal dalla dai dagli dalle sulle dall' nell' sull' sui dallo nello"
)
_DEFINITE = word_set("il la i le l' del dell'")

_IN_NAMES = word_set("il la l' di del della")


def find(sentence: SentenceWords) -> list[SpeechMatch]:
    """The attributions of an Italian sentence, in order of their cues."""
    speech_matches: list[SpeechMatch] = []
    index = 0
    while index < len(sentence):
        made = (
            _according_to(sentence, index)
            or _is_read(sentence, index)
            or _phrase(sentence, index)
            or verb_at(sentence, index, speech_matches)
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
    """ "Secondo X, …", "stando a X", "a detta di X", "per X," at the start, "secondo cui"."""
    lower, following = sentence.low(index), sentence.low(index + 1)
    if (
        lower == "secondo"
        and following in ("cui", "il", "la", "i", "le")
        and sentence.low(index + 2)
        in (
            "quale",
            "quali",
        )
    ):
        return _second_which(sentence, index, index + 3)
    if lower == "secondo" and following == "cui":
        return _second_which(sentence, index, index + 2)
    end = 0
    if lower == "secondo" and _is_preposition(sentence, index):
        end = index + 1
    elif lower == "stando" and following in _TO:
        end = index + 2
    elif (
        lower == "a"
        and following in ("detta", "giudizio", "parere", "dire")
        and sentence.low(index + 2) in _OF
    ):
        end = index + 3
    elif lower == "citando":
        end = index + 1
    if not end:
        return None
    return _with_source(sentence, index, end)


def _with_source(sentence: SentenceWords, index: int, end: int) -> SpeechMatch | None:
    if sentence.low(end) == "quanto":
        at = end
        while at < min(len(sentence), end + 8) and sentence.low(at) not in _BY_OR_IN:
            at += 1
        end = at
        if sentence.low(at) in (",", ""):
            return SpeechMatch(
                (index, at), None, rest_of(sentence, index, at), "secondo quanto", 0.7
            )
        end = at + 1
    source = phrase_after(sentence, end)
    if source is None:
        return None
    stop = source[1]
    if sentence.low(index) == "citando":
        return SpeechMatch(
            (index, index + 1), source, None, "citando", 0.7, verb="citare", before=True
        )
    return SpeechMatch((index, end), source, rest_of(sentence, index, stop), "secondo", 0.85)


def _is_preposition(sentence: SentenceWords, index: int) -> bool:
    """Whether "secondo" means "according to": no article before it, a noun phrase after it."""
    before, after = sentence.low(index - 1), sentence.low(index + 1)
    if before in _BEFORE_ORDINAL:
        return False
    if after in _BEGINS_SOURCE:
        return True
    word = sentence.words[index + 1].text if index + 1 < len(sentence) else ""
    return word[:1].isupper()


def _second_which(sentence: SentenceWords, index: int, end: int) -> SpeechMatch:
    """ "la tesi secondo cui …": the noun phrase before is what says it."""
    nouns = sentence.cues("say_nouns") | sentence.cues("documents")
    begin = index
    while (
        begin > 0
        and index - begin < 8
        and sentence.low(begin - 1) not in (",", ":", ";")
        and begin - 1 not in sentence.verbs
    ):
        begin -= 1
        if sentence.low(begin) in nouns:
            break
    cue = (begin, end) if sentence.low(begin) in nouns else (index, end)
    source: Words | None = None
    if sentence.low(begin) in sentence.cues("documents"):
        source, cue = (begin, index), (index, end)
    elif sentence.low(index - 1) == ",":  # "lo dice la prefettura, secondo cui …"
        verb = max((v for v in sentence.verbs if v < index), default=-1)
        while sentence.low(verb + 1) in participles():
            verb += 1
        source = strip(sentence, verb + 1, index - 1)
        source = source if source and source[1] - source[0] <= 8 else None
    return SpeechMatch(
        cue, source, (end, content_end(sentence, end)), "secondo cui", 0.8, implicit=source is None
    )


def _is_read(sentence: SentenceWords, index: int) -> SpeechMatch | None:
    """ "si legge nel X", "è quanto emerge da X", "lo riferisce X"."""
    if sentence.low(index) not in ("legge", "apprende", "evince", "emerge", "risulta", "sapere"):
        return None
    if sentence.low(index) in ("emerge", "risulta"):
        if (
            sentence.low(index - 1) not in ("quanto",)
            and sentence.low(index + 1) not in _BY_OR_THAT
        ):
            return None
    elif sentence.low(index - 1) != "si":
        return None
    begin = index - 1 if sentence.low(index - 1) in ("si", "quanto") else index
    after = sentence.low(index + 1)
    source = None
    if after in _IN_OR_FROM:
        source = phrase_after(sentence, index + 2)
    anaphoric = "quanto" in sentence.lows(0, index).split()
    if anaphoric:
        return SpeechMatch((begin, index + 1), source, None, "si legge", 0.85, before=True)
    content = content_after(sentence, index + 1)
    if content is not None:
        return SpeechMatch((begin, index + 1), source, content, "si legge", 0.8)
    before = strip(sentence, 0, begin)
    return SpeechMatch((begin, index + 1), source, before, "si legge", 0.7, before=before is None)


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """The fixed phrases by their first word, longest first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(cue_words("it", "say_phrases"), key=lambda p: (-len(p), p)):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


def _phrase(sentence: SentenceWords, index: int) -> SpeechMatch | None:
    """Fixed phrases: "ha fatto sapere", "hanno fatto temere", "è convinto" …"""
    for parts in _phrases().get(sentence.low(index), ()):
        end = index + 1
        for part in parts[1:]:
            while (
                end < len(sentence)
                and sentence.low(end) in sentence.cues("adverbs")
                and sentence.low(end) != part
            ):
                end += 1
            if sentence.low(end) != part:
                break
            end += 1
        else:
            fear = parts[-1] == "temere"
            source = None if fear else subject_before(sentence, index, 0)
            if fear and sentence.low(end) in ("in", "a", "negli"):
                source = phrase_after(sentence, end + 1)
            content = content_after(sentence, end) or inverted_content(sentence, index)
            if content is None and parts[-1] not in ("noto", "sapere", "notare"):
                return None
            if source is None and not fear:
                source = phrase_after(sentence, end) if inverted_content(sentence, index) else None
            return SpeechMatch(
                (index, end), source, content, "phrase", 0.8, parts[-1], implicit=source is None
            )
    return None


def _noun(sentence: SentenceWords, index: int) -> SpeechMatch | None:
    """ "Una preoccupazione è che …", "l'accusa di … è che", "voci che …"."""
    lower = sentence.low(index)
    if lower not in sentence.cues("say_nouns"):
        return None
    for at in range(index + 1, min(len(sentence), index + 10)):
        if sentence.low(at) == "che" and (
            sentence.low(at - 1) in ("è", "era", "e'", "sarebbe") or at == index + 1
        ):
            if at == index + 1 and sentence.low(index - 1) not in _DEFINITE:
                return None
            return SpeechMatch(
                (index, index + 1),
                None,
                (at + 1, content_end(sentence, at + 1)),
                "noun",
                0.6,
                lower,
                implicit=True,
            )
        if sentence.low(at) in (",", ".", ":"):
            return None
    return None


def _headline(sentence: SentenceWords) -> SpeechMatch | None:
    """ "Rossi: «…»" or "Rossi: statement", with a name of at most five words before the colon."""
    for at in range(1, min(14, len(sentence) - 2)):
        if sentence.low(at) == ":":
            quote = is_quote(sentence, at + 1, '«“"')
            commas = [i for i in range(at) if sentence.low(i) == ","]
            begin = commas[-1] + 1 if quote and commas else 0
            head = sentence.words[begin:at]
            named = all(w.text[0].isupper() or w.lower in _IN_NAMES for w in head)
            if any(begin <= v < at for v in sentence.verbs) or not 0 < len(head) < 6:
                return None
            if not named and not (quote and begin):
                return None
            return SpeechMatch(
                None,
                (begin, at),
                (past_marks(sentence, at + 1), len(sentence)),
                "headline",
                0.6 if quote else 0.5,
                direct=quote,
            )
    return None
