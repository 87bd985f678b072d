"""Italian attribution: verbs of saying and thinking, "secondo X", "si legge", nouns, headlines."""

from __future__ import annotations

from functools import cache

from .clauses import Sentence
from .lexicon import cue_words
from .speech import Speech, Words, is_quote, phrase_after, strip, subject_before
from .verbs import is_auxiliary, participles, reporting_forms

_HAVE = frozenset(
    "ha hanno aveva avevano avrebbe avrebbero avrà avranno abbia abbiano ebbe ebbero ho abbiamo aver avere avendo".split()
)
_BE = frozenset("è é sono era erano fu furono stato stata stati state viene venne veniva sarebbe sarà sia".split())
_ANAPHORS = frozenset(("lo", "ne", "lo", "dirlo", "così", "questo", "quanto"))
_GERUND = ("ando", "endo")
_MODAL_PARTICIPLES = frozenset("dovuto voluto potuto".split())
_MODALS = frozenset("vuole vogliono può possono deve devono voleva doveva".split())
_OF_WHOM = frozenset("paragonare accusare definire invitare criticare elogiare condannare attaccare".split())
_TO_WHOM = frozenset("al alla allo all' ai agli alle a in con ieri oggi durante nel nella di del della su".split())


def find(sentence: Sentence) -> list[Speech]:
    """The attributions of an Italian sentence, in order of their cues."""
    found: list[Speech] = []
    index = 0
    while index < len(sentence):
        made = (
            _according_to(sentence, index)
            or _is_read(sentence, index)
            or _phrase(sentence, index)
            or _verb(sentence, index, found)
            or _noun(sentence, index)
        )
        if made is not None:
            found.append(made)
            index = max(index, made.cue[1] - 1 if made.cue else index)
        index += 1
    if not found and (headline := _headline(sentence)) is not None:
        found.append(headline)
    return found


def _according_to(sentence: Sentence, index: int) -> Speech | None:
    """"Secondo X, …", "stando a X", "a detta di X", "per X," at the start, "secondo cui"."""
    lower, following = sentence.low(index), sentence.low(index + 1)
    if lower == "secondo" and following in ("cui", "il", "la", "i", "le") and sentence.low(index + 2) in (
        "quale",
        "quali",
    ):
        return _second_which(sentence, index, index + 3)
    if lower == "secondo" and following == "cui":
        return _second_which(sentence, index, index + 2)
    end = 0
    if lower == "secondo" and _is_preposition(sentence, index):
        end = index + 1
    elif lower == "stando" and following in ("a", "ad", "al", "alla", "alle", "ai", "agli", "all'", "allo"):
        end = index + 2
    elif lower == "a" and following in ("detta", "giudizio", "parere", "dire") and sentence.low(index + 2) in (
        "di", "del", "della", "dei", "degli", "delle", "dell'", "dello", "d'",
    ):
        end = index + 3
    elif lower == "citando":
        end = index + 1
    if not end:
        return None
    return _with_source(sentence, index, end)


def _with_source(sentence: Sentence, index: int, end: int) -> Speech | None:
    if sentence.low(end) == "quanto":
        at = end
        while at < min(len(sentence), end + 8) and sentence.low(at) not in (",", "da", "dal", "dalla", "dai", "dagli", "dalle", "dall'", "dallo", "nel", "nella", "in", "sul", "dalle"):
            at += 1
        end = at
        if sentence.low(at) in (",", ""):
            return Speech((index, at), None, _rest(sentence, index, at), "secondo quanto", 0.7)
        end = at + 1
    source = phrase_after(sentence, end)
    if source is None:
        return None
    stop = source[1]
    if sentence.low(index) == "citando":
        return Speech((index, index + 1), source, None, "citando", 0.7, verb="citare", before=True)
    return Speech((index, end), source, _rest(sentence, index, stop), "secondo", 0.85)


def _is_preposition(sentence: Sentence, index: int) -> bool:
    """Whether "secondo" means "according to": no article before it, a noun phrase after it."""
    before, after = sentence.low(index - 1), sentence.low(index + 1)
    if before in ("il", "un", "del", "al", "nel", "dal", "sul", "per", "di", "come", "suo", "in"):
        return False
    if after in ("il", "lo", "la", "l'", "i", "gli", "le", "un", "una", "uno", "quanto", "alcuni", "alcune", "molti", "fonti", "fonte", "me", "lui", "lei", "loro", "questa", "questo", "quella", "quello", "gli", "un'"):
        return True
    word = sentence.words[index + 1].text if index + 1 < len(sentence) else ""
    return word[:1].isupper()


def _second_which(sentence: Sentence, index: int, end: int) -> Speech:
    """"la tesi secondo cui …": the noun phrase before is what says it."""
    nouns = sentence.cues("say_nouns") | sentence.cues("documents")
    begin = index
    while begin > 0 and index - begin < 8 and sentence.low(begin - 1) not in (",", ":", ";") and begin - 1 not in sentence.verbs:
        begin -= 1
        if sentence.low(begin) in nouns:
            break
    cue = (begin, end) if sentence.low(begin) in nouns else (index, end)
    source: Words | None = None
    if sentence.low(begin) in sentence.cues("documents"):
        source, cue = (begin, index), (index, end)
    return Speech(cue, source, (end, _content_end(sentence, end)), "secondo cui", 0.8, implicit=source is None)


def _rest(sentence: Sentence, begin: int, end: int) -> Words | None:
    """The sentence without [begin, end): what follows, or what came before where nothing does."""
    after = strip(sentence, end, len(sentence))
    if after is not None and after[1] - after[0] > 3 and begin < 3:
        return after
    floor = begin
    while floor > 0 and sentence.low(floor - 1) not in (";", ":"):
        floor -= 1
    before = strip(sentence, floor, begin)
    if before is not None and (after is None or after[1] - after[0] <= 3 or begin - floor > 6):
        return before if after is None or begin - floor > 6 and after[1] - after[0] < 6 else (floor, after[1])
    return after


def _is_read(sentence: Sentence, index: int) -> Speech | None:
    """"si legge nel X", "è quanto emerge da X", "lo riferisce X"."""
    if sentence.low(index) not in ("legge", "apprende", "evince", "emerge", "risulta", "sapere"):
        return None
    if sentence.low(index) in ("emerge", "risulta"):
        if sentence.low(index - 1) not in ("quanto",) and sentence.low(index + 1) not in ("da", "dai", "dal", "dalla", "dalle", "dagli", "dall'", "dallo", "che"):
            return None
    elif sentence.low(index - 1) != "si":
        return None
    begin = index - 1 if sentence.low(index - 1) in ("si", "quanto") else index
    after = sentence.low(index + 1)
    source = None
    if after in ("in", "nel", "nella", "nelle", "nei", "negli", "sul", "sulla", "su", "da", "dal", "dalla", "dai", "dagli", "dalle", "sulle", "dall'", "nell'", "sull'", "sui", "dallo", "nello"):
        source = phrase_after(sentence, index + 2)
    anaphoric = "quanto" in sentence.lows(0, index).split()
    if anaphoric:
        return Speech((begin, index + 1), source, None, "si legge", 0.85, before=True)
    content = _content_after(sentence, index + 1)
    if content is not None:
        return Speech((begin, index + 1), source, content, "si legge", 0.8)
    before = strip(sentence, 0, begin)
    return Speech((begin, index + 1), source, before, "si legge", 0.7, before=before is None)


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """The fixed phrases by their first word, longest first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(cue_words("it", "say_phrases"), key=lambda p: (-len(p), p)):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


def _phrase(sentence: Sentence, index: int) -> Speech | None:
    """Fixed phrases: "ha fatto sapere", "hanno fatto temere", "è convinto" …"""
    for parts in _phrases().get(sentence.low(index), ()):
        end = index + 1
        for part in parts[1:]:
            while end < len(sentence) and sentence.low(end) in sentence.cues("adverbs") and sentence.low(end) != part:
                end += 1
            if sentence.low(end) != part:
                break
            end += 1
        else:
            fear = parts[-1] == "temere"
            source = None if fear else subject_before(sentence, index, 0)
            if fear and sentence.low(end) in ("in", "a", "negli"):
                source = phrase_after(sentence, end + 1)
            content = _content_after(sentence, end) or _inverted(sentence, index)
            if content is None and parts[-1] not in ("noto", "sapere", "notare"):
                return None
            if source is None and not fear:
                source = phrase_after(sentence, end) if _inverted(sentence, index) else None
            return Speech((index, end), source, content, "phrase", 0.8, parts[-1], implicit=source is None)
    return None


def _verb(sentence: Sentence, index: int, found: list[Speech]) -> Speech | None:
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
    if sentence.low(end) == "di" and sentence.low(end + 1) in ("ritenere", "credere", "temere", "sapere", "pensare", "sperare"):
        end += 2
    weak = infinitive in sentence.cues("say_weak") or verb is None
    anaphoric = sentence.low(begin - 1) in ("lo", "quanto") or (begin <= 3 and sentence.low(0) in ("così", "lo"))
    content = _content_after(sentence, end)
    direct = content is not None and is_quote(sentence, content[0] - 1, "«“\"") or _quote_here(sentence, end)
    if anaphoric and (content is None or sentence.low(0) in ("lo", "così")):
        source = phrase_after(sentence, end) or subject_before(sentence, begin, 0)
        if weak and sentence.low(0) not in ("lo", "così", "è", "e'"):
            return None
        return Speech((begin, end), source, None, "anaphor", 0.75, infinitive, before=True, implicit=source is None)
    if passive:
        return _passive(sentence, begin, end, infinitive, content)
    inverted = _inverted(sentence, begin)
    if content is None and inverted is not None and not (weak and not _quoted_before(sentence, begin)):
        source = phrase_after(sentence, end)
        return Speech((begin, end), source, inverted, "inverted", 0.8, infinitive, implicit=source is None, direct=_quoted_before(sentence, begin))
    if begin <= 1 and _opens_after_quote(sentence) and content is None and not weak:
        source = phrase_after(sentence, end)
        if source is not None:
            return Speech((begin, end), source, None, "after a quotation", 0.7, infinitive, before=True, direct=True)
    if content is None and infinitive in sentence.cues("say_object"):
        content = _object(sentence, end, named=infinitive in _OF_WHOM)
    onward = sentence.low(len(sentence) - 1) == ":" and content is None
    if content is None and not onward:
        return None
    if weak and content is not None and sentence.low(content[0] - 1) not in ("che", ":", "«", '"', "“", "di") and infinitive not in sentence.cues("say_object"):
        return None
    return _subject_of(sentence, found, Speech((begin, end), None, content, "verb", 0.6 if weak else 0.85, infinitive, onward=onward, direct=direct))


def _subject_of(sentence: Sentence, found: list[Speech], speech: Speech) -> Speech:
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


def _group(sentence: Sentence, index: int, infinitive: str) -> tuple[int, bool] | None:
    """Where the verb group of the word at *index* begins and whether it is passive; None: no verb."""
    lower = sentence.low(index)
    before = index - 1
    while before >= 0 and index - before < 4 and sentence.low(before) in sentence.cues("adverbs"):
        before -= 1
    helper = sentence.low(before)
    if lower in participles():
        if helper in _HAVE:
            return before, False
        if helper in ("stato", "stata", "stati", "state") and is_auxiliary(sentence.low(before - 1), "it"):
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
        sure = sentence.low(index + 1) in ("che", ":") or is_quote(sentence, index + 1, "«“\"")
        noun = sentence.low(index - 1) in ("il", "la", "l'", "una", "un", "le", "di", "della", "dell'", "in", "per", "sua", "a")
        inverted = sentence.low(index - 1) in (",", "»", '"', "”")
        if not (sure or inverted) or noun:
            return None
    if helper in ("non",):
        return before, False
    return index, False


def _content_after(sentence: Sentence, index: int) -> Words | None:
    """What follows "che", ":", "di" + infinitive or a quotation mark soon after the cue."""
    for at in range(index, min(len(sentence), index + 12)):
        lower = sentence.low(at)
        if lower == "che" and (at == index or _may_introduce(sentence, index, at)):
            return _nonempty(at + 1, _content_end(sentence, at + 1))
        if lower == ":":
            return _nonempty(_past_marks(sentence, at + 1), len(sentence))
        if lower in ("«", "“", '"') and at - index <= 6:
            return _nonempty(at + 1, _content_end(sentence, at + 1))
        if lower == "di" and at == index and sentence.low(at + 1).endswith(("are", "ere", "ire", "er", "aver", "esser", "si", "rlo", "rsi")):
            return _nonempty(at + 1, _content_end(sentence, at + 1))
        if lower in (".", ";", "»", "?", "!") or at in sentence.verbs:
            return None
        if lower == "," and not _aside(sentence, at):
            return None
    return None


def _aside(sentence: Sentence, index: int) -> bool:
    """Whether a comma opens a short aside that closes before "che"."""
    return any(sentence.low(at) == "," and sentence.low(at + 1) in ("che", ":") for at in range(index + 1, index + 10))


def _may_introduce(sentence: Sentence, index: int, at: int) -> bool:
    """Whether the "che" at *at* belongs to the cue before *index*, not to a noun in between."""
    return sentence.low(index) in _TO_WHOM or sentence.low(at - 1) == "," or sentence.low(index) in sentence.cues("adverbs")


def _nonempty(begin: int, end: int) -> Words | None:
    return (begin, end) if begin < end else None


def _past_marks(sentence: Sentence, index: int) -> int:
    while index < len(sentence) and sentence.low(index) in ("«", "“", '"', "-", "–"):
        index += 1
    return index


def _content_end(sentence: Sentence, index: int) -> int:
    """Where reported content ends: before ", ma hanno aggiunto", "», ha detto" or at the stop."""
    speech = reporting_forms("speech")
    for at in range(index + 2, len(sentence)):
        lower = sentence.low(at)
        if lower in ("»", "”") and sentence.low(at + 1) in (",", ".", "") :
            return at
        if lower in (",", "e", "ma", "mentre") and at > index + 2:
            nxt = at + 1
            while sentence.low(nxt) in ("e", "ma", "mentre") or sentence.low(nxt) in sentence.cues("adverbs") or sentence.low(nxt) in ("lo", "si"):
                nxt += 1
            verb_at = nxt
            if sentence.low(nxt) in _HAVE:
                verb_at = nxt + 1
                while sentence.low(verb_at) in sentence.cues("adverbs"):
                    verb_at += 1
                if sentence.low(verb_at) in speech and speech[sentence.low(verb_at)] not in sentence.cues("say_weak"):
                    return at
            elif nxt in sentence.verbs and sentence.low(nxt) in speech and speech[sentence.low(nxt)] not in sentence.cues("say_weak"):
                return at
            if sentence.low(nxt).endswith(_GERUND) and sentence.low(nxt) in speech:
                return at
            if lower == "," and "secondo" in sentence.lows(max(index - 3, 0), index) and (
                nxt in sentence.verbs or any(v in sentence.verbs for v in range(nxt, min(nxt + 7, len(sentence))))
            ) and any(index <= v < at for v in sentence.verbs):
                return at
    return len(sentence)


def _quote_here(sentence: Sentence, index: int) -> bool:
    return any(is_quote(sentence, at, "«“\"") for at in range(index, min(index + 5, len(sentence))))


def _inverted(sentence: Sentence, begin: int) -> Words | None:
    """The content before ", ha detto X": back to the opening of the quotation or of the sentence."""
    before = begin - 1
    while before > 0 and sentence.low(before) in sentence.cues("adverbs"):
        before -= 1
    if sentence.low(before) not in (",", "»", "”", '"', "–", "—", "-") or before < 2:
        return None
    found = strip(sentence, 0, before + 1)
    if found is None or found[1] - found[0] < 3:
        return None
    quoted = sentence.low(before) != "," or is_quote(sentence, before - 1, "»”\"")
    if not quoted and not any(found[0] <= v < found[1] for v in sentence.verbs):
        return None
    return found


def _quoted_before(sentence: Sentence, begin: int) -> bool:
    return any(is_quote(sentence, at, "»”\"") for at in range(max(0, begin - 3), begin))


def _opens_after_quote(sentence: Sentence) -> bool:
    """Whether the sentence begins in lower case, as a tag cut off from its quotation does."""
    return sentence.words[0].text[0].islower()


def _passive(sentence: Sentence, begin: int, end: int, verb: str, content: Words | None) -> Speech | None:
    """"è stato confermato da X", "come ha detto X", "quanto dichiarato da X"."""
    source = None
    for at in range(end, min(len(sentence), end + 5)):
        if sentence.low(at) in ("da", "dal", "dalla", "dallo", "dai", "dagli", "dalle", "dall'"):
            source = phrase_after(sentence, at + 1)
            break
    if sentence.low(begin) == "come" or sentence.low(begin - 1) in ("come", "quanto"):
        return Speech((begin, end), source, _rest(sentence, max(begin - 1, 0), source[1] if source else end), "come", 0.65, verb, implicit=source is None)
    if content is None and source is None and verb not in ("documentare", "confermare", "affermare"):
        return None
    if content is None:
        content = strip(sentence, 0, begin)
    return Speech((begin, end), source, content, "passive", 0.6, verb, implicit=source is None)


def _object(sentence: Sentence, index: int, *, named: bool) -> Words | None:
    """The noun phrase that a strong verb takes: "ha confermato un aumento di …"."""
    is_name = named and index < len(sentence) and sentence.words[index].text[0].isupper()
    if not is_name and sentence.low(index) not in ("un", "una", "un'", "il", "lo", "la", "l'", "i", "gli", "le", "di", "dei", "delle", "uno", "che", "alcune", "alcuni"):
        return None
    end = _content_end(sentence, index)
    return (index, end) if end - index > 1 else None


def _noun(sentence: Sentence, index: int) -> Speech | None:
    """"Una preoccupazione è che …", "l'accusa di … è che", "voci che …"."""
    lower = sentence.low(index)
    if lower not in sentence.cues("say_nouns"):
        return None
    for at in range(index + 1, min(len(sentence), index + 10)):
        if sentence.low(at) == "che" and (sentence.low(at - 1) in ("è", "era", "e'", "sarebbe") or at == index + 1):
            if at == index + 1 and sentence.low(index - 1) not in ("il", "la", "i", "le", "l'", "del", "dell'"):
                return None
            return Speech((index, index + 1), None, (at + 1, _content_end(sentence, at + 1)), "noun", 0.6, lower, implicit=True)
        if sentence.low(at) in (",", ".", ":"):
            return None
    return None


def _headline(sentence: Sentence) -> Speech | None:
    """"Rossi: «…»" or "Rossi: statement", with a name of at most five words before the colon."""
    for at in range(1, min(6, len(sentence) - 2)):
        if sentence.low(at) == ":":
            head = sentence.words[:at]
            if any(v < at for v in sentence.verbs) or not all(w.text[0].isupper() or w.lower in ("il", "la", "di", "del") for w in head):
                return None
            quote = is_quote(sentence, at + 1, "«“\"")
            return Speech(None, (0, at), (_past_marks(sentence, at + 1), len(sentence)), "headline", 0.6 if quote else 0.5, direct=quote)
    return None
