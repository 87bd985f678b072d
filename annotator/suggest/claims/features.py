"""What a clause is like, told from its words: claim or not, kind, certainty, time, priority."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.editing.standalone_claim import finite, is_impersonal, is_infinitive, marked

from ..attribution.patterns import SpeechMatch
from ..language.clauses import SentenceWords
from ..language.mention import word_set
from ..language.verbs import participles

if TYPE_CHECKING:
    from ..attribution.component import AttributionCandidate

_FUTURE_END = ("rà", "ranno")
_PAST_IT = word_set(
    "ha hanno è sono aveva avevano era erano fu furono stato stata stati state ebbe"
)
_PAST_EN = word_set("was were had did said told went came made took got became been")
_NUMBER_WORDS = word_set(
    "milioni milione miliardi miliardo mila migliaia centinaia dozzine decine percento million billion thousand hundreds thousands dozens percent"
)
_COPULA = word_set("è sono era erano is are was were")
_VERBLESS_MAX = 9


class ClaimFeatures(NamedTuple):
    kind: str
    certainty: str
    time: str
    worth: int
    reasons: tuple[str, ...]


_DATELINE = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ'’ ]{2,30}(?:[,(][^–—]{0,30})?\s?[–—]\s+")
_INDEFINITE = word_set("nessuno tutti tutte ognuno chi qualcuno molti alcuni nobody everyone who")
_ACCUSING = word_set(
    "accusa accusano accusato accusata accusava accusavano accusò accusando sospetta sospettano sospettato incolpa incolpato"
)


def is_claim_like(sentence: SentenceWords, begin: int = 0, end: int | None = None) -> float:
    """How likely words [begin, end) state a fact, 0 to 1; weights set by hand on news."""
    end = len(sentence) if end is None else end
    words = sentence.words[begin:end]
    lows = [w.lower for w in words if any(c.isalnum() for c in w.text)]
    if len(lows) < 3:
        return 0.0
    bag = set(lows)
    last = words[-1].text
    has_verb = any(begin <= v < end for v in sentence.verbs)
    score = 0.9 if has_verb else -0.6
    score += 0.5 if any(any(c.isdigit() for c in w) for w in lows) else 0.0
    score += 0.4 if any(w.text[0].isupper() for w in words[1:]) else 0.0
    score += 0.3 if len(lows) > 8 else 0.0
    if last == "?" or "?" in (w.text for w in words[-3:]):
        score -= 2.5
    if last == "!" or "!" in (w.text for w in words[-3:]):
        score -= 1.2
    if last in ("...", "…"):
        score -= 0.8
    if last == ":" and end == len(sentence):
        score -= 0.9
    opinions = len(bag & sentence.cues("opinion"))
    score -= (1.1 if len(lows) < 7 else 0.7) * opinions
    if sentence.code == "it" and any(w.endswith("iamo") and len(w) > 5 for w in lows):
        score -= 0.6
    first = len(bag & sentence.cues("first_person") - {"ci", "mi", "noi", "sono", "us"})
    score -= min(1.6, 0.5 * first)
    if sentence.code == "it" and tuple(lows[1:3]) == ("mi", "auguro"):
        score -= 1
    score -= 0.7 if bag & sentence.cues("second_person") - {"ti", "vi"} else 0
    score -= 0.6 if bag & sentence.cues("duty") else 0
    if not has_verb and len(lows) > _VERBLESS_MAX:
        score += 0.3
    if lows[0] in ("se", "if", "dire", "magari", "perché", "chissà"):
        score -= 0.6
    return 1 / (1 + math.exp(-1.6 * score))


def describe(
    sentence: SentenceWords,
    begin: int,
    end: int,
    speech: SpeechMatch | None,
    said: AttributionCandidate | None,
) -> ClaimFeatures:
    """Kind, certainty, time and priority of the clause of words [begin, end)."""
    lows = [sentence.low(i) for i in range(begin, end)]
    bag = set(lows)
    figure = any(any(c.isdigit() for c in w) for w in lows) or bool(bag & _NUMBER_WORDS)
    time = _time(sentence, lows, bag)
    reasons = _reasons(sentence, bag, figure, said)
    kind = _kind(sentence, lows, bag, figure=figure, time=time, said=said)
    return ClaimFeatures(
        kind,
        _certainty(sentence, bag, speech, said),
        time,
        _worth(reasons, end - begin),
        reasons,
    )


def _reasons(
    sentence: SentenceWords, bag: set[str], figure: bool, said: AttributionCandidate | None
) -> tuple[str, ...]:
    reasons = []
    if figure:
        reasons.append("figure")
    if bag & sentence.cues("accusation"):
        reasons.append("accusation")
    if bag & sentence.cues("policy"):
        reasons.append("public_interest")
    if bag & sentence.cues("harm"):
        reasons.append("potential_harm")
    if said is not None:
        if said.agent.anonymity == "anonymous":
            reasons.append("anonymous_source")
        elif said.agent.anonymity == "named" and said.agent.name:
            reasons.append("single_source")
        if said.stance == "disputes":
            reasons.append("contested")
    if bag & sentence.cues("contested") and "contested" not in reasons:
        reasons.append("contested")
    if bag & sentence.cues("rules"):
        reasons.append("policy_relevance")
    return tuple(reasons)


def _worth(reasons: tuple[str, ...], length: int) -> int:
    """Priority 0 to 3: figures, accusations, harm and unnamed sources weigh most."""
    weights = {
        "figure": 1.0,
        "accusation": 1.0,
        "potential_harm": 1.0,
        "anonymous_source": 0.8,
        "public_interest": 0.6,
        "single_source": 0.3,
        "contested": 0.7,
        "policy_relevance": 0.6,
    }
    score = 0.4 + sum(weights[r] for r in reasons) + (0.3 if length > 14 else 0)
    return 3 if score >= 2.4 else 2 if score >= 1.3 else 1


def _time(sentence: SentenceWords, lows: list[str], bag: set[str]) -> str:
    verbs = (
        [w for w in lows if w in sentence.cues("auxiliaries")] if sentence.code == "en" else lows
    )
    if sentence.code == "it" and any(w.endswith(_FUTURE_END) and len(w) > 3 for w in lows):
        return "future"
    if sentence.code == "en" and bag & {"will", "'ll"}:
        return "future"
    if (
        bag
        & sentence.cues("predictions")
        & {"prossimo", "prossima", "prossimi", "prossime", "domani", "tomorrow"}
    ):
        return "future"
    past = _PAST_EN if sentence.code == "en" else _PAST_IT
    for index, word in enumerate(verbs):
        if sentence.code == "it" and word in ("ha", "hanno", "è", "sono"):
            if any(w in participles() for w in verbs[index + 1 : index + 4]):
                return "past"
        elif word in past:
            return "past"
    if sentence.code == "it" and any(
        w.endswith(("ò", "rono", "vano", "ava", "eva", "iva")) and len(w) > 4 for w in lows
    ):
        return "past"
    if sentence.code == "en" and any(w.endswith("ed") and len(w) > 4 for w in lows):
        return "past"
    return "present"


def _kind(
    sentence: SentenceWords,
    lows: list[str],
    bag: set[str],
    *,
    figure: bool,
    time: str,
    said: AttributionCandidate | None,
) -> str:
    joined = " ".join(lows)
    if time == "future" or (
        bag & {"potrebbe", "potrebbero", "possa", "possano"} & sentence.cues("doubt")
        and "può" not in bag
    ):
        return "prediction"
    if any(
        phrase in joined
        for phrase in (
            "a causa d",
            "per colpa d",
            "grazie a",
            "dovut",
            "because of",
            "due to",
            "as a result",
            "in seguito a",
            "a seguito d",
        )
    ):
        return "causal"
    if (
        bag
        & sentence.cues("causes")
        & {
            "poiché",
            "causato",
            "causata",
            "provocato",
            "provocando",
            "permesso",
            "because",
            "caused",
            "led",
        }
    ):
        return "causal"
    if bag & sentence.cues("rules") & {
        "legge",
        "vieta",
        "obbligo",
        "obbligatorio",
        "articolo",
        "law",
        "bans",
        "illegal",
        "prohibits",
        "requires",
    } and bag & {
        "vieta",
        "prevede",
        "impone",
        "obbligatorio",
        "consente",
        "bans",
        "requires",
        "illegal",
        "prohibits",
        "allows",
    }:
        return "rule"
    if (
        bag & {"io", "mi", "mio", "mia", "ho", "i", "my", "me", "i've"}
        and said is not None
        and said.quote_mode != "indirect"
    ):
        return "personal"
    if figure and bag & (_NUMBER_WORDS | {"%", "€", "euro", "per", "più", "meno", "dollari"}):
        return "numerical"
    if ("quanto" in bag and bag & {"legge", "emerge", "afferma", "riferisce", "si"}) or lows[0] in (
        "lo",
    ):
        return "quote"
    return "event_property"


def _certainty(
    sentence: SentenceWords,
    bag: set[str],
    speech: SpeechMatch | None,
    said: AttributionCandidate | None,
) -> str:
    if said is not None and said.certainty == "denied":
        return "denied"
    if bag & sentence.cues("hearsay") or bag & {
        "potrebbe",
        "potrebbero",
        "possa",
        "possano",
        "may",
        "might",
        "could",
        "forse",
        "perhaps",
        "possibly",
        "possibile",
    }:
        return "possible"
    if (
        speech is not None
        and speech.content
        and "possibile che" in sentence.lows(max(0, speech.content[0] - 4), speech.content[0] + 4)
    ):
        return "possible"
    if bag & sentence.cues("doubt"):
        return "probable"
    if said is not None and said.certainty in ("probable", "possible"):
        return said.certainty
    return "asserted"


def stand_alone(
    sentence: SentenceWords,
    begin: int,
    end: int,
    subject: str | None,
    said: AttributionCandidate | None,
) -> tuple[str, str | None]:
    """The clause as it reads by itself, and its subject for the clauses after it.

    What only a reader knows stands in brackets: a pronoun, an infinitive's subject.
    """
    text, subject = _with_subject(sentence, begin, end, subject, said)
    return _capital(marked(text, sentence.code)), subject


def _with_subject(
    sentence: SentenceWords,
    begin: int,
    end: int,
    subject: str | None,
    said: AttributionCandidate | None,
) -> tuple[str, str | None]:
    """The clause with its subject, and that for the clauses after it.

    A clause that begins with its verb gets the subject of the clause before; a reported
    infinitive ("di aver …") the speaker as its subject, or whom the speaker accuses.
    """
    span = sentence.span(begin, end)
    assert span is not None
    text = _DATELINE.sub("", " ".join(sentence.text[span[0] : span[1]].split()))
    own = _subject(sentence, begin, end)
    if own is not None:
        return _capital(text), _DATELINE.sub("", own)
    if said is not None and said.agent.name and is_infinitive(sentence.low(begin)):
        return _capital(finite(text, _controller(sentence, begin) or said.agent.name)), subject
    has_verb = any(begin <= verb < end for verb in sentence.verbs)
    if subject is None or not has_verb or is_impersonal(text):
        return _capital(text), subject
    if not text[:2].isupper() and not sentence.words[begin].text[0].isupper():
        text = text[:1].lower() + text[1:]
    return f"{_capital(subject)} {text}", subject


def _capital(text: str) -> str:
    at = 1 if text.startswith("[") else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def _controller(sentence: SentenceWords, begin: int) -> str | None:
    """Who is accused, where what somebody is accused of begins: "accusa Mosca di aver lanciato"."""
    if sentence.low(begin - 1) != "di":
        return None
    cue = next((i for i in range(begin - 2, -1, -1) if sentence.low(i) in _ACCUSING), None)
    if cue is None or not 0 < begin - 2 - cue <= 8:
        return None
    span = sentence.span(cue + 1, begin - 1)
    return " ".join(sentence.text[span[0] : span[1]].split()) if span else None


def _subject(sentence: SentenceWords, begin: int, end: int) -> str | None:
    """The words before the first verb where they can be its subject."""
    verb = next((v for v in sentence.verbs if begin <= v < end), None)
    if verb is None:
        return None
    if sentence.low(begin) in _INDEFINITE:
        return sentence.words[begin].text
    at = verb
    skip = sentence.cues("adverbs") | sentence.cues("pronouns")
    if sentence.code == "en":
        skip = sentence.cues("adverbs")
    while at > begin and sentence.low(at - 1) in skip:
        at -= 1
    if at == begin or sentence.low(at - 1) == "," or at - begin > 12:
        return None
    span = sentence.span(begin, at)
    if span is None:
        return None
    return " ".join(sentence.text[span[0] : span[1]].split())
