"""Where the reported content of an Italian cue is: after "che", a colon, quotation marks, before it."""

from __future__ import annotations

from ..language.clauses import SentenceWords, main_verbs
from ..language.mention import word_set
from ..language.verbs import reporting_forms
from .patterns import Words, is_quote, strip

_BEGINS_OBJECT = word_set("un una un' il lo la l' i gli le di dei delle uno che alcune alcuni")
_HAVE = word_set(
    "ha hanno aveva avevano avrebbe avrebbero avrà avranno abbia abbiano ebbe ebbero ho abbiamo aver avere avendo"
)
_GERUND = ("ando", "endo")
_TO_WHOM = word_set(
    "al alla allo all' ai agli alle a in con ieri oggi durante nel nella di del della su"
)

_OF_WHOM = word_set("paragonare accusare definire invitare criticare elogiare")
_BETWEEN = word_set("e ma mentre lo si")


def rest_of(sentence: SentenceWords, begin: int, end: int) -> Words | None:
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


def content_after(sentence: SentenceWords, index: int) -> Words | None:
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


def _aside(sentence: SentenceWords, index: int) -> bool:
    """Whether a comma opens a short aside that closes before "che"."""
    return any(
        sentence.low(at) == "," and sentence.low(at + 1) in ("che", ":")
        for at in range(index + 1, index + 10)
    )


def _may_introduce(sentence: SentenceWords, index: int, at: int) -> bool:
    """Whether the "che" at *at* belongs to the cue before *index*, not to a noun in between."""
    return (
        sentence.low(index) in _TO_WHOM
        or sentence.low(at - 1) == ","
        or sentence.low(index) in sentence.cues("adverbs")
    )


def _nonempty(begin: int, end: int) -> Words | None:
    return (begin, end) if begin < end else None


def past_marks(sentence: SentenceWords, index: int) -> int:
    while index < len(sentence) and sentence.low(index) in ("«", "“", '"', "-", "–"):
        index += 1
    return index


def content_end(sentence: SentenceWords, index: int) -> int:
    """Where reported content ends: before ", ma hanno aggiunto", "», ha detto" or at the stop."""
    after_secondo = "secondo" in sentence.lows(max(index - 3, 0), index)
    for at in range(index + 1, len(sentence)):
        lower = sentence.low(at)
        if lower in ("»", "”") and sentence.low(at + 1) in (",", ".", ""):
            return at
        if lower not in (",", "e", "ma", "mentre"):
            continue
        following = at + 1
        while sentence.low(following) in _BETWEEN | sentence.cues("adverbs"):
            following += 1
        if _reports_on(sentence, following):
            return at
        if after_secondo and lower == "," and _main_clause(sentence, index, at, following):
            return at
    return len(sentence)


def _reports_on(sentence: SentenceWords, index: int) -> bool:
    """Whether another verb of saying with the same speaker begins at *index*."""
    speech = reporting_forms("speech")
    lower = sentence.low(index)
    if lower in speech and lower.endswith(_GERUND):
        return True
    if lower in _HAVE:
        index += 1
        while sentence.low(index) in sentence.cues("adverbs"):
            index += 1
    elif index not in sentence.verbs:
        return False
    verb = speech.get(sentence.low(index))
    weak = sentence.cues("say_weak")
    return verb is not None and (verb not in weak or (lower in _HAVE and verb in _OF_WHOM))


def _main_clause(sentence: SentenceWords, index: int, comma: int, following: int) -> bool:
    """Whether the comma ends a "secondo cui" clause and the main clause comes."""
    ahead = range(following, min(following + 7, len(sentence)))
    return any(v in sentence.verbs for v in ahead) and any(
        index <= v < comma for v in sentence.verbs
    )


def quote_here(sentence: SentenceWords, index: int) -> bool:
    return any(is_quote(sentence, at, '«“"') for at in range(index, min(index + 5, len(sentence))))


def inverted_content(sentence: SentenceWords, begin: int) -> Words | None:
    """The content before ", ha detto X": back to the opening of the quotation or of the sentence."""
    before = begin - 1
    while before > 0 and sentence.low(before) in sentence.cues("adverbs"):
        before -= 1
    if sentence.low(before) not in (",", "»", "”", '"', "–", "—", "-") or before < 2:
        return None
    words = strip(sentence, 0, before + 1)
    if words is None or words[1] - words[0] < 3:
        return None
    quoted = sentence.low(before) != "," or is_quote(sentence, before - 1, '»”"')
    if not quoted and not any(main_verbs(sentence, *words)):
        return None
    return words


def quoted_before(sentence: SentenceWords, begin: int) -> bool:
    return any(is_quote(sentence, at, '»”"') for at in range(max(0, begin - 3), begin))


def opens_after_quote(sentence: SentenceWords) -> bool:
    """Whether the sentence begins in lower case, as a tag cut off from its quotation does."""
    return sentence.words[0].text[0].islower()


def object_of(sentence: SentenceWords, index: int, *, named: bool) -> Words | None:
    """The noun phrase that a strong verb takes: "ha confermato un aumento di …"."""
    is_name = named and index < len(sentence) and sentence.words[index].text[0].isupper()
    first = sentence.low(index)
    is_plural = first.endswith(("i", "e")) and len(first) > 4 and first.isalpha()  # "nega ritardi"
    is_plural = is_plural and first not in sentence.cues("adverbs") and index not in sentence.verbs
    if not is_name and not is_plural and first not in _BEGINS_OBJECT:
        return None
    end = content_end(sentence, index)
    return (index, end) if end > index else None
