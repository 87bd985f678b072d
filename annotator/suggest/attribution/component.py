"""Who says what: the findings of `italian` and `english` across sentences, with their agents."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any, NamedTuple

from msgspec import Struct, field
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from annotator.core.model import Attribution, Span

from ..language.clauses import SentenceWords, after_dateline, sentences_of
from ..language.mention import CodePoints, word_set
from . import combine, english, italian
from .agents import Agent, agent_of
from .patterns import SpeechMatch, Words

_DISPUTE_IT = ("contrariamente a", "a dispetto di", "nonostante", "smentendo", "contraria a")
_DISPUTE_EN = ("contrary to", "despite", "debunked", "false claim")
_BELIEF = word_set(
    "ritenere credere pensare temere sperare dubitare sospettare immaginare reputare presumere noun believed believes believe think thinks thought "
    "fears feared hopes hoped expects expected feels felt temere convinto convinta convinti"
)
_FACT = word_set(
    "sapere scoprire capire dimostrare documentare knows knew learned found shows showed ruled"
)
#: Verbs of dispute, by how they begin: what somebody disputes is said by somebody else.
_DISPUTE_VERBS = re.compile(
    r"\b(?:smenti|nega(?!t?iv)|neghi|negò|respin|rigett|confut|contest|disput|reject|dismiss|refut|rebut"
    r"|den(?:y|ie)|challeng)\w*"
)
_CLAUSE = re.compile(
    r"^(?:\W*\b(?:invece|però|ieri|oggi|also|again)\b)?\W*(?:che|di|d['’]|that|ha\w*ing|[«“\"])"
)
#: Who refuses to speak says nothing, whatever stands beside it.
_NO_COMMENT = re.compile(
    r"\b(?:non (?:ha|hanno|aveva|avevano|vuole|intende|ha voluto|hanno voluto)(?: (?:ancora|mai|subito))?"
    r" (?:commenta\w*|rispo\w+|replica\w+|rilasci\w+)|nessun commento|senza commentare"
    r"|(?:rifiuta\w*|preferi\w+|declina\w*)(?: \w+){0,2} (?:commentar\w*|risponder\w*|commenti)"
    r"|(?:declin|refus)\w+ to (?:comment|respond|answer|speak|say)|no comment|(?:would|did) not"
    r"(?: immediately)? (?:comment|respond|reply|answer|return))"
)


class AttributionCandidate(Struct):
    """One attribution, in code points of the doc; *claims* and *nested_in* are indexes."""

    source: tuple[CodePoints, ...]
    cue: tuple[CodePoints, ...]
    content: tuple[CodePoints, ...]
    agent: Agent
    pattern: str
    cue_text: str
    confidence: float
    type: str = "assertion"
    quote_mode: str = "indirect"
    stance: str = "neutral"
    certainty: str = "asserted"
    implicit: bool = False
    nested_in: int | None = None
    claims: list[int] = field(default_factory=list)

    def record(
        self, id_: str, shift: int, layer_id: str, *, claims: tuple[str, ...], nested_in: str | None
    ) -> Attribution:
        def spans(pairs: tuple[CodePoints, ...]) -> tuple[Span, ...]:
            return tuple(Span(a + shift, b + shift) for a, b in pairs)

        fields: dict[str, Any] = {
            "agent_type": self.agent.type,
            "anonymity": self.agent.anonymity,
            "type": self.type,
            "quote_mode": self.quote_mode,
            "author_stance": self.stance,
            "certainty": self.certainty,
        }
        why = f"cue word: {self.cue_text}" if self.cue_text else f"rule: {self.pattern}"
        return Attribution(
            id=id_,
            layer_id=layer_id,
            origin="machine",
            confidence=round(self.confidence, 2),
            why=why,
            claims=claims,
            source_spans=spans(self.source),
            cue_spans=spans(self.cue),
            content_spans=spans(self.content),
            agent=self.agent.name,
            source_implicit=self.implicit,
            nested_in=nested_in,
            **fields,
        )


class SentenceAttributions(NamedTuple):
    """A sentence with the attributions whose cue is in it, as word ranges and as results."""

    sentence: SentenceWords
    speeches: list[SpeechMatch]
    said: list[int]  # indexes of the results, one for each speech


@Language.factory("vaglio_attributions", default_config={"code": "it"})  # type: ignore[untyped-decorator] # spaCy is seen as Any
def make_attributions(nlp: Language, name: str, code: str) -> Attributions:  # noqa: ARG001
    return Attributions(code)


class Attributions:
    """Sets ``doc.user_data["attributions"]`` and ``["read"]``, and three span groups."""

    def __init__(self, code: str) -> None:
        self.code = code if code in ("it", "en") else "it"
        self.find = english.find if self.code == "en" else italian.find

    def __call__(self, doc: Doc) -> Doc:
        sentence_attributions: list[SentenceAttributions] = []
        attribution_candidates: list[AttributionCandidate] = []
        last: AttributionCandidate | None = None
        names = [m for m in doc.user_data.get("entities", ()) if m.label in ("PER", "ORG", "LOC")]
        starts = [m.start for m in names]
        sentences = sentences_of(doc, self.code)
        found = [self.find(sentence) for sentence in sentences]
        if (heard := doc.user_data.get("heard")) is not None:
            found = combine.find(sentences, found, heard)
        for sentence, speeches in zip(sentences, found, strict=True):
            here = names[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            indexes: list[int] = []
            for speech in speeches:
                result = _said(sentence, speech, sentence_attributions, last, here)
                if result is None or _is_no_saying(sentence, speech):
                    indexes.append(-1)
                    last = result if result is not None and result.agent.name else last
                    continue
                indexes.append(len(attribution_candidates))
                attribution_candidates.append(result)
                last = result if result.agent.name else last
            sentence_attributions.append(SentenceAttributions(sentence, speeches, indexes))
            _nest(sentence_attributions[-1], attribution_candidates)
        doc.user_data["attributions"] = attribution_candidates
        doc.user_data["read"] = sentence_attributions
        for group, pick in (("sources", "source"), ("cues", "cue"), ("contents", "content")):
            doc.spans[group] = _doc_spans(
                doc, [p for s in attribution_candidates for p in getattr(s, pick)], group
            )
        return doc


def _doc_spans(doc: Doc, pairs: list[CodePoints], label: str) -> list[DocSpan]:
    found = (doc.char_span(a, b, label, alignment_mode="expand") for a, b in pairs)
    return [span for span in found if span is not None]


def _said(
    sentence: SentenceWords,
    speech: SpeechMatch,
    read: list[SentenceAttributions],
    last: AttributionCandidate | None,
    entities: list[Any],
) -> AttributionCandidate | None:
    def span(words: Words | None) -> tuple[CodePoints, ...]:
        found = sentence.span(*words) if words else None
        return (found,) if found else ()

    content = speech.places or span(speech.content)
    if speech.before and not content and read:
        previous = read[-1].sentence
        if previous.paragraph >= sentence.paragraph - 1:
            found = previous.span(after_dateline(previous), len(previous))
            content = (found,) if found else ()
    cue, source = span(speech.cue), span(speech.source)
    if speech.cue and not cue:  # a colon
        cue = ((sentence.words[speech.cue[0]].start, sentence.words[speech.cue[1] - 1].end),)
    if not content and not speech.onward:
        return None
    if not cue and not source:
        return None
    if not source and content and all(_is_elsewhere(sentence.text, cue, each) for each in content):
        return None  # nobody who reads the claim would see that it is said
    agent, implicit = _agent(sentence, source, speech, last, entities)
    cue_text = sentence.text[cue[0][0] : cue[0][1]] if cue else ""
    return AttributionCandidate(
        source=source,
        cue=cue,
        content=content,
        agent=agent,
        pattern=speech.pattern,
        cue_text=" ".join(cue_text.lower().split()),
        confidence=max(0.3, speech.confidence - (0.1 if implicit else 0)),
        type=_type(speech),
        quote_mode=_quote_mode(sentence, speech, content),
        stance=_stance(sentence, speech),
        certainty=_certainty(sentence, speech),
        implicit=not source,
    )


def _is_no_saying(sentence: SentenceWords, speech: SpeechMatch) -> bool:
    """Whether somebody refuses to comment, or disputes what others say and says nothing instead.

    Who denies *that* something happened is taken: what is denied stands in the clause that follows.
    """
    if speech.cue is None:
        return False
    begin, end = speech.cue
    around = sentence.lows(max(0, begin - 4), min(len(sentence), end + 5))
    refusal = _NO_COMMENT.search(around)
    cue = sentence.lows(begin, end)
    if refusal is not None and cue.split()[-1] in refusal[0].split():
        return True
    if _DISPUTE_VERBS.search(cue) is None:
        return False
    return _CLAUSE.search(sentence.lows(end, min(len(sentence), end + 3))) is None


def _is_elsewhere(text: str, cue: tuple[CodePoints, ...], content: CodePoints) -> bool:
    """Whether a cue stands in another paragraph than what is said."""
    if not cue:
        return False
    first, second = sorted((cue[0], content))
    return "\n" in text[first[1] : second[0]]


def _agent(
    sentence: SentenceWords,
    source: tuple[CodePoints, ...],
    speech: SpeechMatch,
    last: AttributionCandidate | None,
    entities: list[Any],
) -> tuple[Agent, bool]:
    if source:
        agent = agent_of(sentence.text, source[0], sentence.code, entities)
        if (
            agent.name.lower() in ("he", "she", "they", "lui", "lei", "egli", "ella", "essi")
            and last is not None
        ):
            return last.agent, False
        return agent, False
    if last is not None and speech.pattern in (
        "verb",
        "phrase",
        "inverted",
        "anaphor",
        "after a quotation",
        "heard",
    ):
        return last.agent, True
    anonymity = "collective" if speech.pattern in ("noun", "phrase", "secondo cui") else "anonymous"
    return Agent("", "unknown", anonymity), True


def _type(speech: SpeechMatch) -> str:
    if speech.verb in _BELIEF or (
        speech.pattern == "noun"
        and speech.verb.startswith(
            ("timor", "preoccup", "sospett", "convinz", "speran", "fear", "concern", "belief")
        )
    ):
        return "belief"
    return "fact" if speech.verb in _FACT else "assertion"


def _quote_mode(
    sentence: SentenceWords, speech: SpeechMatch, content: tuple[CodePoints, ...]
) -> str:
    if speech.direct:
        return "direct"
    quoted = any(c in sentence.text[a:b] for a, b in content for c in '«“"')
    return "mixed" if quoted else "indirect"


def _stance(sentence: SentenceWords, speech: SpeechMatch) -> str:
    begin = speech.cue[0] if speech.cue else 0
    before = sentence.lows(max(0, begin - 6), begin + 1)
    disputes = _DISPUTE_EN if sentence.code == "en" else _DISPUTE_IT
    stems = tuple(d[:-1] if d.endswith(" a") else d for d in disputes)
    return "disputes" if any(stem in before for stem in stems) else "neutral"


def _certainty(sentence: SentenceWords, speech: SpeechMatch) -> str:
    if speech.cue and _DISPUTE_VERBS.search(sentence.lows(*speech.cue)):
        return "denied"
    if speech.verb in _BELIEF:
        return "probable"
    words = set(sentence.lows(*speech.content).split()) if speech.content else set()
    return "possible" if words & (sentence.cues("hearsay") | {"possa", "possano"}) else "asserted"


def _nest(read: SentenceAttributions, said: list[AttributionCandidate]) -> None:
    """A newspaper that cites officials: what the officials say stands in what the paper says."""
    here = [said[i] for i in read.said if i >= 0]
    at = [i for i in read.said if i >= 0]
    for number, inner in enumerate(here):
        for outer_number, outer in enumerate(here):
            if number == outer_number or outer.nested_in is not None:
                continue
            cites = inner.pattern == "citando"
            inside = (
                inner.cue
                and outer.content
                and any(a <= inner.cue[0][0] and inner.cue[0][1] <= b for a, b in outer.content)
            )
            if (cites and outer_number < number) or (
                inside and inner.content and outer.content != inner.content
            ):
                inner.nested_in = at[outer_number]
                if cites and not inner.content:
                    inner.content = outer.content
                break
