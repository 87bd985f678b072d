"""Where the reported content of an Italian cue is: after "che", a colon, quotation marks, before it."""

from __future__ import annotations

from .clauses import Sentence
from .found import word_set
from .speech import Words, is_quote, strip
from .verbs import reporting_forms

_BEGINS_OBJECT = word_set("un una un' il lo la l' i gli le di dei delle uno che alcune alcuni")
_HAVE = word_set(
    "ha hanno aveva avevano avrebbe avrebbero avrà avranno abbia abbiano ebbe ebbero ho abbiamo aver avere avendo"
)
_GERUND = ("ando", "endo")
_TO_WHOM = word_set(
    "al alla allo all' ai agli alle a in con ieri oggi durante nel nella di del della su"
)


def rest_of(sentence: Sentence, begin: int, end: int) -> Words | None:
    """The sentence without [begin, end): what follows, or what came before where nothing does."""
    after = strip(sentence, end, len(sentence))
    if after is not None and after[1] - after[0] > 3 and begin < 3:
        return after
    floor = begin
    while floor > 0 and sentence.low(floor - 1) not in (";", ":"):
        floor -= 1
    before = strip(sentence, floor, begin)
    if before is not None and (after is None or after[1] - after[0] <= 3 or begin - floor > 6):
        return (
            before
            if after is None or (begin - floor > 6 and after[1] - after[0] < 6)
            else (floor, after[1])
        )
    return after


def content_after(sentence: Sentence, index: int) -> Words | None:
    """What follows "che", ":", "di" + infinitive or a quotation mark soon after the cue."""
    for at in range(index, min(len(sentence), index + 12)):
        lower = sentence.low(at)
        if lower == "che" and (at == index or _may_introduce(sentence, index, at)):
            return _nonempty(at + 1, content_end(sentence, at + 1))
        if lower == ":":
            return _nonempty(past_marks(sentence, at + 1), len(sentence))
        if lower in ("«", "“", '"') and at - index <= 6:
            return _nonempty(at + 1, content_end(sentence, at + 1))
        if (
            lower == "di"
            and at == index
            and sentence.low(at + 1).endswith(
                ("are", "ere", "ire", "er", "aver", "esser", "si", "rlo", "rsi")
            )
        ):
            return _nonempty(at + 1, content_end(sentence, at + 1))
        if lower in (".", ";", "»", "?", "!") or at in sentence.verbs:
            return None
        if lower == "," and not _aside(sentence, at):
            return None
    return None


def _aside(sentence: Sentence, index: int) -> bool:
    """Whether a comma opens a short aside that closes before "che"."""
    return any(
        sentence.low(at) == "," and sentence.low(at + 1) in ("che", ":")
        for at in range(index + 1, index + 10)
    )


def _may_introduce(sentence: Sentence, index: int, at: int) -> bool:
    """Whether the "che" at *at* belongs to the cue before *index*, not to a noun in between."""
    return (
        sentence.low(index) in _TO_WHOM
        or sentence.low(at - 1) == ","
        or sentence.low(index) in sentence.cues("adverbs")
    )


def _nonempty(begin: int, end: int) -> Words | None:
    return (begin, end) if begin < end else None


def past_marks(sentence: Sentence, index: int) -> int:
    while index < len(sentence) and sentence.low(index) in ("«", "“", '"', "-", "–"):
        index += 1
    return index


def content_end(sentence: Sentence, index: int) -> int:
    """Where reported content ends: before ", ma hanno aggiunto", "», ha detto" or at the stop."""
    speech = reporting_forms("speech")
    for at in range(index + 2, len(sentence)):
        lower = sentence.low(at)
        if lower in ("»", "”") and sentence.low(at + 1) in (",", ".", ""):
            return at
        if lower in (",", "e", "ma", "mentre") and at > index + 2:
            nxt = at + 1
            while (
                sentence.low(nxt) in ("e", "ma", "mentre")
                or sentence.low(nxt) in sentence.cues("adverbs")
                or sentence.low(nxt) in ("lo", "si")
            ):
                nxt += 1
            verb_at = nxt
            if sentence.low(nxt) in _HAVE:
                verb_at = nxt + 1
                while sentence.low(verb_at) in sentence.cues("adverbs"):
                    verb_at += 1
                if sentence.low(verb_at) in speech and speech[
                    sentence.low(verb_at)
                ] not in sentence.cues("say_weak"):
                    return at
            elif (
                nxt in sentence.verbs
                and sentence.low(nxt) in speech
                and speech[sentence.low(nxt)] not in sentence.cues("say_weak")
            ):
                return at
            if sentence.low(nxt).endswith(_GERUND) and sentence.low(nxt) in speech:
                return at
            if (
                lower == ","
                and "secondo" in sentence.lows(max(index - 3, 0), index)
                and (
                    nxt in sentence.verbs
                    or any(v in sentence.verbs for v in range(nxt, min(nxt + 7, len(sentence))))
                )
                and any(index <= v < at for v in sentence.verbs)
            ):
                return at
    return len(sentence)


def quote_here(sentence: Sentence, index: int) -> bool:
    return any(is_quote(sentence, at, '«“"') for at in range(index, min(index + 5, len(sentence))))


def inverted_content(sentence: Sentence, begin: int) -> Words | None:
    """The content before ", ha detto X": back to the opening of the quotation or of the sentence."""
    before = begin - 1
    while before > 0 and sentence.low(before) in sentence.cues("adverbs"):
        before -= 1
    if sentence.low(before) not in (",", "»", "”", '"', "–", "—", "-") or before < 2:
        return None
    found = strip(sentence, 0, before + 1)
    if found is None or found[1] - found[0] < 3:
        return None
    quoted = sentence.low(before) != "," or is_quote(sentence, before - 1, '»”"')
    if not quoted and not any(found[0] <= v < found[1] for v in sentence.verbs):
        return None
    return found


def quoted_before(sentence: Sentence, begin: int) -> bool:
    return any(is_quote(sentence, at, '»”"') for at in range(max(0, begin - 3), begin))


def opens_after_quote(sentence: Sentence) -> bool:
    """Whether the sentence begins in lower case, as a tag cut off from its quotation does."""
    return sentence.words[0].text[0].islower()


def object_of(sentence: Sentence, index: int, *, named: bool) -> Words | None:
    """The noun phrase that a strong verb takes: "ha confermato un aumento di …"."""
    is_name = named and index < len(sentence) and sentence.words[index].text[0].isupper()
    if not is_name and sentence.low(index) not in _BEGINS_OBJECT:
        return None
    end = content_end(sentence, index)
    return (index, end) if end - index > 1 else None
