"""The stand-alone form of a claim as far as it can be proposed without understanding it.

A clause without its subject gets it from who says it (an infinitive: "di aver pagato") or from the
claim before it in the sentence; a pronoun, whose noun only a reader knows, is put in brackets, and
brackets are what the check before submitting looks for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..changes import Change
from ..model import Attribution, Claim, Span
from ..text import sentences, word_set, words
from .analyst_view import AnalystView

_PRONOUNS = {
    "it": word_set("lui lei egli ella essi esse costui costoro"),
    "en": word_set("he she they him them"),
}
_VERBS = word_set(
    "è ha hanno ho sono era erano fu furono sarà saranno sarebbe avrebbe avrebbero avrà "
    "avranno aveva avevano può possono deve devono potrebbe dovrebbe poteva viene vengono "
    "va vanno sta stanno is are was were has have had will would did does can could may "
    "might must"
)
_BEFORE_VERB = word_set("non si lo la li le gli ne ci vi già ancora anche mai not never also")
_CLITICS = "lo|la|li|le|ne|gli|ci|vi|si"
_INFINITIVE = re.compile(
    rf"(?:aver|avere|esser|essere|\w{{2,}}(?:are|ere|ire)|to|\w+r(?:{_CLITICS}))$"
)
_PERFECT = re.compile(rf"(aver|esser)(?:e|({_CLITICS}))?\s+(?=\w)", re.IGNORECASE)
_IMPERSONAL = re.compile(
    r"(?:non\s+)?(?:è|era|sarà|sarebbe|fu|pare|sembra|is|was)\s+(?:\w+\s+)?"
    r"(?:possibile|probabile|vero|falso|noto|certo|chiaro|necessario|giusto|likely|possible|true)\b|"
    r"(?:ci|c['’]|vi|there)\s*(?:è|sono|era|erano|sarà|saranno|is|are|was|were)\b",
    re.IGNORECASE,
)
_MANY = word_set("i gli le alcuni alcune molti molte diversi diverse due tre quattro cinque")
_NEAR = 400  # characters that a claim in the same sentence is away, at most
_OPEN = re.compile(r"\[[^\[\]]+\]")
_ARTICLE = re.compile(r"(?i)^(?:il|lo|la|i|gli|le|un|uno|una|the|an?)\s+|^(?:l|un)['’]\s*")


def proposed(
    text: str, spans: Sequence[Span], language: str, *, agent: str = "", before: Span | None = None
) -> str:
    """How the claim over *spans* may read by itself.

    *agent* is who says it, *before* the claim before it in the same sentence.
    """
    said = " ".join(" ".join(span.of(text) for span in spans).split())
    low = [word.of(said).lower() for word in words(said)]
    if not low:
        return said
    if agent and is_infinitive(low[0]):
        said = finite(said, agent)
    elif _begins_with_verb(low) and not is_impersonal(said):
        subject = _subject(before.of(text)) if before is not None else ""
        said = f"{subject} {_lowered(said)}" if subject else f"[…] {_lowered(said)}"
    return _capital(marked(said, language))


def is_infinitive(word: str) -> bool:
    """Whether a clause that begins with *word* (in lower case) has its subject somewhere else."""
    return bool(_INFINITIVE.fullmatch(word))


def is_impersonal(said: str) -> bool:
    """Whether a clause that begins with its verb has no subject to be filled: "è possibile che"."""
    return bool(_IMPERSONAL.match(said))


def finite(said: str, subject: str) -> str:
    """*said*, which begins with an infinitive, as a sentence about *subject*.

    "aver pagato" becomes "ha pagato", "averla scritta" "l'ha scritta"; what cannot be turned by rule
    keeps its infinitive, and the subject stands in brackets, for somebody has to look at it.
    """
    found = _PERFECT.match(said)
    if found is None:
        return f"[{subject}] {_lowered(said)}"
    many = subject.split()[0].lower() in _MANY or (subject[:1].islower() and subject.endswith("i"))
    verb = ("hanno" if many else "ha") if found[1].lower() == "aver" else "sono" if many else "è"
    clitic = (found[2] or "").lower()
    if clitic in ("lo", "la") and verb.startswith("h"):
        verb = f"l'{verb}"
    elif clitic:
        verb = f"{clitic} {verb}"
    return f"{subject} {verb} {said[found.end() :]}"


def marked(said: str, language: str) -> str:
    """*said* with the pronouns in brackets of which only a reader knows whom they mean."""
    pronouns = _PRONOUNS.get(language.partition("-")[0].lower(), frozenset())
    made, at = [], 0
    for word in words(said):
        if word.of(said).lower() in pronouns:
            made.append(f"{said[at : word.start]}[{word.of(said)}]")
            at = word.end
    return "".join(made) + said[at:]


def proposed_for(analyst_view: AnalystView, claim: Claim, said_by: Attribution | None) -> str:
    """The proposal for a claim of *analyst_view*; what the machine proposed for the same words comes first.

    Not where somebody else says them now.
    """
    agent = said_by.agent if said_by is not None else ""
    machine = analyst_view.machine
    if machine is not None:
        for each in machine.claims:
            if each.spans == claim.spans and each.normalized_text:
                there = next((a.agent for a in machine.attributions if each.id in a.claims), "")
                if there == agent:
                    return each.normalized_text
    text = analyst_view.article.text
    before = _claim_before(analyst_view, claim)
    return proposed(text, claim.spans, analyst_view.article.language, agent=agent, before=before)


def renewed_forms(analyst_view: AnalystView, change: Change) -> dict[str, str]:
    """New proposals, by claim, for the forms that nobody wrote, where *change* alters what they come from.

    That is the words of the claim, who says it, and the words of the claim before it.
    """
    altered = _altered(analyst_view, change)
    after = analyst_view.after(change) if altered else None
    if after is None:
        return {}
    forms: dict[str, str] = {}
    for claim in after.claims:
        if claim.id not in altered and not _follows(claim, altered):
            continue
        was = analyst_view.get(claim.id) or analyst_view.get(claim.derived_from or "")
        if not isinstance(was, Claim) or was.normalized_text != claim.normalized_text:
            continue  # it is new, or somebody writes it just now
        if not is_proposed(analyst_view, was):
            continue
        form = proposed_for(after, claim, next(iter(after.attributions_of(claim.id)), None))
        if form != claim.normalized_text:
            forms[claim.id] = form
    return forms


def is_proposed(analyst_view: AnalystView, claim: Claim) -> bool:
    """Whether nobody wrote the stand-alone form of a claim of *analyst_view*."""
    if not claim.normalized_text:
        return claim.origin == "manual"
    original = analyst_view.get(claim.derived_from) if claim.derived_from else claim
    if isinstance(original, Claim) and original.origin == "machine":
        same = original.normalized_text == claim.normalized_text
        if same and original.spans == claim.spans:
            return True
    said_by = next(iter(analyst_view.attributions_of(claim.id)), None)
    return claim.normalized_text == proposed_for(analyst_view, claim, said_by)


def _altered(analyst_view: AnalystView, change: Change) -> dict[str, tuple[Span, ...]]:
    """Claims whose words, or who says them, are others after *change*; with the words that moved."""
    moved: dict[str, tuple[Span, ...]] = {}
    for edit in change.edits:
        before, after = edit.before, edit.after
        if isinstance(after, Claim):
            was = before or analyst_view.get(after.derived_from or "")
            if isinstance(was, Claim) and was.spans != after.spans:
                moved[after.id] = after.spans
        elif isinstance(edit.record, Attribution):
            old = before if isinstance(before, Attribution) else None
            new = after if isinstance(after, Attribution) else None
            if old is None and new is not None and new.derived_from:
                found = analyst_view.get(new.derived_from)
                old = found if isinstance(found, Attribution) and found.agent == new.agent else None
                if old is not None and before is None:
                    continue  # taken over with its claim, as it is
            was_of = set(old.claims) if old is not None else set()
            is_of = set(new.claims) if new is not None else set()
            same = old is not None and new is not None and old.agent == new.agent
            for claim_id in was_of ^ is_of if same else was_of | is_of:
                moved.setdefault(claim_id, ())
    return moved


def _follows(claim: Claim, altered: Mapping[str, tuple[Span, ...]]) -> bool:
    """Whether a claim stands shortly behind words that moved."""
    start = claim.spans[0].start
    return any(0 <= start - spans[0].start <= _NEAR for spans in altered.values() if spans)


def is_open(claim: Claim) -> bool:
    """Whether the stand-alone form is missing, or still has something in brackets to be filled."""
    return not claim.normalized_text.strip() or bool(_OPEN.search(claim.normalized_text))


def _claim_before(analyst_view: AnalystView, claim: Claim) -> Span | None:
    """The nearest claim that ends before this one, in the same sentence."""
    start = claim.spans[0].start
    here = next((s for s in sentences(analyst_view.article.text) if s.start <= start < s.end), None)
    if here is None:
        return None
    every = (c.spans[0] for c in analyst_view.shown_claims if c.id != claim.id)
    ended = [s for s in every if here.start <= s.start and s.end <= start]
    return max(ended, default=None)


def _begins_with_verb(low: list[str]) -> bool:
    at = 0
    while at < len(low) - 1 and low[at] in _BEFORE_VERB:
        at += 1
    return low[at] in _VERBS


def _subject(clause: str) -> str:
    """The words before the first verb of *clause*; "" where it has none, or too many."""
    inside = list(words(clause))
    for at, word in enumerate(inside):
        if word.of(clause).lower() in _VERBS:
            while at and inside[at - 1].of(clause).lower() in _BEFORE_VERB:
                at -= 1
            return clause[: inside[at - 1].end].strip() if 0 < at <= 12 else ""
    return ""


def _lowered(said: str) -> str:
    """Lower case at the beginning, unless it is a name."""
    first = said.split(" ", 1)[0]
    return said if first[1:2].isupper() else said[:1].lower() + said[1:]


def _capital(said: str) -> str:
    at = 1 if said.startswith("[") else 0
    return said[:at] + said[at : at + 1].upper() + said[at + 1 :]


def without_article(name: str) -> str:
    """*name* on one line, without the article before it."""
    return _ARTICLE.sub("", " ".join(name.split()))
