"""Italian verbs of saying and thinking: their groups, subjects and contents."""

from __future__ import annotations

from ..language.clauses import SentenceWords
from ..language.mention import word_set
from ..language.verbs import is_auxiliary, participles, reporting_forms
from .italian_content import (
    content_after,
    inverted_content,
    object_of,
    opens_after_quote,
    quote_here,
    quoted_before,
    rest_of,
)
from .patterns import SpeechMatch, Words, is_quote, phrase_after, strip, subject_before

_BEFORE_NOUN = word_set("il la l' una un le di della dell' in per sua a")
_BY = word_set("da dal dalla dallo dai dagli dalle dall'")
_HAVE = word_set(
    "ha hanno aveva avevano avrebbe avrebbero avrà avranno abbia abbiano ebbe ebbero ho abbiamo aver avere avendo"
)
_BE = word_set(
    "è é sono era erano fu furono stato stata stati state viene venne veniva sarebbe sarà sia"
)
_GERUND = ("ando", "endo")
_MODAL_PARTICIPLES = word_set("dovuto voluto potuto")
_MODALS = word_set("vuole vogliono può possono deve devono voleva doveva")
_OF_WHOM = word_set("paragonare accusare definire invitare criticare elogiare condannare attaccare")


def verb_at(sentence: SentenceWords, index: int, found: list[SpeechMatch]) -> SpeechMatch | None:
    """A verb of saying or thinking at *index*, with its auxiliary if it has one."""
    lower = sentence.low(index)
    verb = reporting_forms("speech").get(lower)
    thought = reporting_forms("thought").get(lower)
    infinitive = verb or thought
    if infinitive is None:
        return None
    group = _group(sentence, index, infinitive)
    if group is None:
        return None
    begin, passive = group
    end = index + 1
    if sentence.low(end) == "di" and sentence.low(end + 1) in (
        "ritenere",
        "credere",
        "temere",
        "sapere",
        "pensare",
        "sperare",
    ):
        end += 2
    weak = infinitive in sentence.cues("say_weak") or verb is None
    anaphoric = sentence.low(begin - 1) in ("lo", "quanto") or (
        begin <= 3 and sentence.low(0) in ("così", "lo")
    )
    content = content_after(sentence, end)
    direct = (content is not None and is_quote(sentence, content[0] - 1, '«“"')) or quote_here(
        sentence, end
    )
    if anaphoric and (content is None or sentence.low(0) in ("lo", "così")):
        source = phrase_after(sentence, end) or subject_before(sentence, begin, 0)
        if weak and sentence.low(0) not in ("lo", "così", "è", "e'"):
            return None
        return SpeechMatch(
            (begin, end),
            source,
            None,
            "anaphor",
            0.75,
            infinitive,
            before=True,
            implicit=source is None,
        )
    if passive:
        return _passive(sentence, begin, end, infinitive, content)
    inverted = inverted_content(sentence, begin)
    if (
        content is None
        and inverted is not None
        and not (weak and not quoted_before(sentence, begin))
    ):
        source = phrase_after(sentence, end)
        return SpeechMatch(
            (begin, end),
            source,
            inverted,
            "inverted",
            0.8,
            infinitive,
            implicit=source is None,
            direct=quoted_before(sentence, begin),
        )
    if begin <= 1 and opens_after_quote(sentence) and content is None and not weak:
        source = phrase_after(sentence, end)
        if source is not None:
            return SpeechMatch(
                (begin, end),
                source,
                None,
                "after a quotation",
                0.7,
                infinitive,
                before=True,
                direct=True,
            )
    if content is None and infinitive in sentence.cues("say_object"):
        content = object_of(sentence, end, named=infinitive in _OF_WHOM)
    onward = sentence.low(len(sentence) - 1) == ":" and content is None
    if content is None and not onward:
        return None
    if (
        weak
        and content is not None
        and sentence.low(content[0] - 1) not in ("che", ":", "«", '"', "“", "di")
        and infinitive not in sentence.cues("say_object")
    ):
        return None
    return _subject_of(
        sentence,
        found,
        SpeechMatch(
            (begin, end),
            None,
            content,
            "verb",
            0.6 if weak else 0.85,
            infinitive,
            onward=onward,
            direct=direct,
        ),
    )


def _subject_of(
    sentence: SentenceWords, found: list[SpeechMatch], speech: SpeechMatch
) -> SpeechMatch:
    """*speech* with the subject before its cue, or marked implicit."""
    assert speech.cue is not None
    floor = max([s.cue[1] for s in found if s.cue], default=0)
    source = subject_before(sentence, speech.cue[0], floor)
    if source is not None:
        return speech._replace(source=source)
    if sentence.low(speech.cue[0]).endswith(_GERUND) and sentence.verbs:
        first = next((v for v in sentence.verbs if v < speech.cue[0]), None)
        if first is not None and (main := subject_before(sentence, first, 0)) is not None:
            return speech._replace(source=main, confidence=speech.confidence - 0.1)
    return speech._replace(implicit=True, confidence=speech.confidence - 0.05)


def _group(sentence: SentenceWords, index: int, infinitive: str) -> tuple[int, bool] | None:
    """Where the verb group of the word at *index* begins and whether it is passive; None: no verb."""
    lower = sentence.low(index)
    before = index - 1
    while before >= 0 and index - before < 4 and sentence.low(before) in sentence.cues("adverbs"):
        before -= 1
    helper = sentence.low(before)
    if lower in participles():
        if helper in _HAVE:
            return before, False
        if helper in ("stato", "stata", "stati", "state") and is_auxiliary(
            sentence.low(before - 1), "it"
        ):
            return before - 1, True
        if helper in _BE and sentence.low(before - 1) != "si":
            return (before, True) if infinitive not in ("convincere", "aspettare") else None
        if helper in ("come", "quanto", "volte"):
            return index, True
        return None
    if lower.endswith(_GERUND):
        return index, False
    if lower == infinitive:
        if helper in _MODAL_PARTICIPLES and sentence.low(before - 1) in _HAVE:
            return before - 1, False
        return (before, False) if helper in _MODALS else None
    if index not in sentence.verbs:
        sure = sentence.low(index + 1) in ("che", ":") or is_quote(sentence, index + 1, '«“"')
        noun = sentence.low(index - 1) in _BEFORE_NOUN
        inverted = sentence.low(index - 1) in (",", "»", '"', "”")
        if not (sure or inverted) or noun:
            return None
    if helper in ("non",):
        return before, False
    return index, False


def _passive(
    sentence: SentenceWords, begin: int, end: int, verb: str, content: Words | None
) -> SpeechMatch | None:
    """ "è stato confermato da X", "come ha detto X", "quanto dichiarato da X"."""
    source = None
    for at in range(end, min(len(sentence), end + 5)):
        if sentence.low(at) in _BY:
            source = phrase_after(sentence, at + 1)
            break
    if sentence.low(begin) == "come" or sentence.low(begin - 1) in ("come", "quanto"):
        return SpeechMatch(
            (begin, end),
            source,
            rest_of(sentence, max(begin - 1, 0), source[1] if source else end),
            "come",
            0.65,
            verb,
            implicit=source is None,
        )
    if (
        content is None
        and source is None
        and verb not in ("documentare", "confermare", "affermare")
    ):
        return None
    if content is None:
        content = strip(sentence, 0, begin)
    return SpeechMatch((begin, end), source, content, "passive", 0.6, verb, implicit=source is None)
