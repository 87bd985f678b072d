"""The rule layer: expressions that can be told from their form alone."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from ..language.mention import Mention, WordToken, same_length
from ..language.tokenizer import words_of
from ..language.word_lists import nationalities
from . import english_expressions, italian_expressions

_RULES = {"it": italian_expressions.RULES, "en": english_expressions.RULES}
# the first of two labels that claim the same words
_ORDER = ("MONEY", "PERCENT", "DATE", "TIME", "LAW", "QUANTITY", "EVENT", "WEAPON", "PRODUCT")
_COMPOUND = re.compile(r"^(?:filo|anti|pro|italo|nord|sud|russo|franco|anglo|sino|euro|afro)-(.+)$")
_PLURAL_NOUN = re.compile(r"(?:i|e)$")

Compiled = tuple[str, str, float, "re.Pattern[str]", bool]


@cache
def _compiled(code: str) -> tuple[Compiled, ...]:
    return tuple(
        (label, why, confidence, re.compile(pattern, re.IGNORECASE), "(?P<x>" in pattern)
        for label, why, confidence, pattern in _RULES.get(code, ())
    )


@Language.factory("vaglio_rules", default_config={"code": "it"})  # type: ignore[untyped-decorator] # spaCy is seen as Any
def make_rules(nlp: Language, name: str, code: str) -> ExpressionRules:  # noqa: ARG001
    return ExpressionRules(code)


class ExpressionRules:
    """Adds rule mentions and nationalities to ``doc.user_data["mentions"]``."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __call__(self, doc: Doc) -> Doc:
        mentions = find_expressions(doc.text, self.code)
        mentions += find_nationalities(words_of(doc), self.code)
        doc.user_data.setdefault("mentions", []).extend(mentions)
        return doc


def find_expressions(text: str, code: str) -> list[Mention]:
    """Dates, amounts and the like, none overlapping another of a different label in part."""
    plain = same_length(text)
    hits: list[Mention] = []
    for label, why, confidence, pattern, grouped in _compiled(code):
        for match in pattern.finditer(plain):
            start, end = match.span("x") if grouped and match["x"] else match.span()
            while end > start and (plain[end - 1].isspace() or plain[end - 1] in ",;"):
                end -= 1
            while start < end and plain[start].isspace():
                start += 1
            if start < end:
                hits.append(Mention(start, end, label, confidence, f"rule: {why}", rank=2))
    return _settle(hits)


def _settle(hits: list[Mention]) -> list[Mention]:
    """The longest of overlapping hits; an amount of weapons keeps both."""
    hits.sort(key=lambda m: (m.start - m.end, _ORDER.index(m.label)))
    kept: list[Mention] = []
    cells: dict[int, list[Mention]] = {}  # hits by stretch of 64 characters, to look only nearby
    for hit in hits:
        near = {
            m for cell in range(hit.start >> 6, (hit.end >> 6) + 1) for m in cells.get(cell, ())
        }
        if any(m.start < hit.end and hit.start < m.end for m in near):
            continue
        kept.append(hit)
        for cell in range(hit.start >> 6, (hit.end >> 6) + 1):
            cells.setdefault(cell, []).append(hit)
    return sorted(kept)


def find_nationalities(words: list[WordToken], code: str) -> list[Mention]:
    """Peoples, faiths and parties by word list; Italian ones only where they are not names."""
    listed = nationalities(code) if code in ("it", "en") else frozenset[str]()
    mentions: list[Mention] = []
    for index, word in enumerate(words):
        text = word.text
        if len(text) < 3:
            continue
        if code == "en":
            two = f"{text} {words[index + 1].text}" if index + 1 < len(words) else ""
            if two in listed:
                mentions.append(_norp(word.start, words[index + 1].end))
            elif text in listed and not (mentions and word.start < mentions[-1].end):
                mentions.append(_norp(word.start, word.end))
            continue
        if word.lower not in listed:
            inner = _COMPOUND.match(word.lower)
            if inner is None or inner[1] not in listed:
                continue
        if text[0].isupper() and not _is_people(words, index):
            continue
        mentions.append(_norp(word.start, word.end))
    return mentions


def _norp(start: int, end: int) -> Mention:
    return Mention(start, end, "NORP", 0.85, "word list: nationalities", rank=1)


def _is_people(words: list[WordToken], index: int) -> bool:
    """Whether a capitalised Italian form means the people ("gli Italiani"), not a name."""
    if index == 0 or not _PLURAL_NOUN.search(words[index].text):
        return False
    following = words[index + 1].text if index + 1 < len(words) else ""
    return words[index - 1].lower in (
        "gli",
        "i",
        "le",
        "degli",
        "dei",
        "agli",
        "dagli",
        "tra",
    ) and not (following[:1].isupper())
