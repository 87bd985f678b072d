"""Tokens and sentences that know the language: elisions, quotes, abbreviations, decimals."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import spacy
from spacy.attrs import ORTH, SENT_START
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from .mention import WordToken, same_length, word_set

SUPPORTED = ("it", "en")
_TOKENIZERS = ("it", "en", "fr", "es", "de", "pt")
_COMMON = {
    "it": word_set("di e il la che è per un una del della non sono con si da le i nel alla ha"),
    "en": word_set("the of and to in is that for it was on with as are by at this be from"),
    "fr": word_set("le les des et est une dans pour que qui sur pas au avec du aux ce par"),
    "es": word_set("el los las de y que en un una por con del para se no al como su es"),
}
_ABBREVIATIONS = [
    "dott",
    "dr",
    "sig",
    "sigg",
    "avv",
    "ing",
    "prof",
    "proff",
    "on",
    "sen",
    "art",
    "artt",
    "cfr",
    "ecc",
    "es",
    "fig",
    "pag",
    "pagg",
    "tel",
    "vol",
    "ca",
    "mr",
    "mrs",
    "ms",
    "jr",
    "sr",
    "st",
    "gen",
    "col",
    "cap",
    "ten",
    "serg",
    "mons",
    "rag",
    "geom",
    "arch",
    "dir",
    "pres",
    "min",
    "sec",
    "no",
    "nr",
    "n",
    "s",
    "ss",
    "sua",
    "sgt",
    "lt",
    "rep",
    "gov",
    "inc",
    "ltd",
    "co",
    "corp",
    "vs",
    "etc",
    "ca.",
    "jan",
    "feb",
    "mar",
    "apr",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
    "c.d",
    "cd",
    "cosid",
    "v",
    "p",
    "pp",
    "m",
    "mme",
    "mlle",
    "sra",
    "d.ssa",
    "dott.ssa",
    "prof.ssa",
    "sig.ra",
]
_LONGEST_SUFFIX = 40
_ENDS = re.compile(r"[.!?…]+[»”\"’')\]]*(?=\s|$)|\n[ \t]*(?=\n|\S)")
_LAST_WORD = re.compile(r"[\w.]+$")
_OPENS = re.compile(r"\s*[«“\"‘'(\[–—-]*\s*([^\s])")


def rule_language(language: str, text: str) -> str:
    """The language whose rules fit: *language* if we have it, for ``und`` a guess, else Italian."""
    code = language.split("-")[0].lower()
    if code and code != "und":
        return code
    words = text[:4000].lower().split()
    scores = {key: sum(word in common for word in words) for key, common in _COMMON.items()}
    best = max(scores, key=lambda key: scores[key])
    return best if scores[best] else "it"


class _Ending:
    """Looks for a suffix near the end of a chunk only.

    Searching a whole chunk for what ends it is quadratic in a long row of marks. *pattern* is
    what spaCy writes to disk.
    """

    def __init__(self, compiled: re.Pattern[str]) -> None:
        self._compiled = compiled
        self.pattern = compiled.pattern

    def search(self, chunk: str) -> re.Match[str] | None:
        return self._compiled.search(chunk, max(0, len(chunk) - _LONGEST_SUFFIX))


def blank(code: str) -> Language:
    """An empty pipeline with a tokenizer that parts elisions, quotes and dashes from words."""
    nlp = spacy.blank(code if code in _TOKENIZERS else "xx")
    nlp.max_length = 2_000_000
    defaults: Any = nlp.Defaults
    quotes = [r"[«»“”„\"]", r"[–—]", r"…"]
    infixes = [*defaults.infixes, *quotes, r"(?<=[^\W\d_])['’](?=[«“\"])", r"(?<=\w)[/](?=\w)"]
    if code == "it":
        infixes.append(r"(?<=[lLdDnNsScCtTmMvV][’'])(?=\w)")
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.prefix_search = compile_prefix_regex([*defaults.prefixes, *quotes]).search
    tokenizer.suffix_search = _Ending(compile_suffix_regex([*defaults.suffixes, *quotes])).search
    for company in ("S.p.A.", "S.p.a.", "s.p.a.", "S.r.l.", "s.r.l.", "S.P.A.", "S.R.L.", "S.n.c."):
        tokenizer.add_special_case(company, [{ORTH: company}])
    return nlp


@Language.component("vaglio_sentences")  # type: ignore[untyped-decorator] # spaCy is seen as Any
def mark_sentences(doc: Doc) -> Doc:
    """Set sentence starts; a paragraph always ends one."""
    starts = sentence_starts(doc.text)
    flags = [-1] * len(doc)
    pending, at = True, 0
    for index, token in enumerate(doc):
        while at < len(starts) and starts[at] <= token.idx:
            pending, at = True, at + 1
        if pending and not token.is_space:
            flags[index] = 1
            pending = False
    # one by one, each setter would look through the whole doc
    return (
        doc.from_array([SENT_START], np.array(flags, dtype="int32").astype("uint64"))
        if flags
        else doc
    )


def sentence_starts(text: str) -> list[int]:
    """Offsets where a sentence may begin, white space not yet skipped; always has 0."""
    starts = [0]
    depth_from = 0
    for match in _ENDS.finditer(text):
        end = match.end()
        if match[0][0] != "\n" and not _really_ends(text, match):
            continue
        if match[0][0] != "\n" and _inside_brackets(text, max(depth_from, starts[-1]), end):
            continue
        if end < len(text):
            starts.append(end)
    return starts


def _really_ends(text: str, match: re.Match[str]) -> bool:
    following = _OPENS.match(text, match.end())
    if following is None:
        return True
    initial = following[1]
    if match[0].startswith(".") and not match[0].startswith(".."):
        before = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
        word = before[0].lower() if before else ""
        if word in _ABBREVIATIONS or (
            len(word) == 1 and word.isalpha() and _is_initial(text, match)
        ):
            return False
        if "." in word and len(word) <= 4 and initial.islower():
            return False
    return not initial.islower()


def _is_initial(text: str, match: re.Match[str]) -> bool:
    """Whether the letter before the stop is the initial of a name."""
    return text[match.start() - 1].isupper()


def _inside_brackets(text: str, start: int, end: int) -> bool:
    """Whether a short parenthesis is open at *end*, so that the stop is not the sentence's."""
    opened = text.rfind("(", start, end)
    if opened < 0 or text.find(")", opened, end) >= 0:
        return False
    closing = text.find(")", end, end + 200)
    return closing >= 0 and "\n" not in text[end:closing]


def words_of(doc: Doc) -> list[WordToken]:
    """The tokens that are not white space, with straight apostrophes; made once for each doc."""
    word_tokens: list[WordToken] | None = doc.user_data.get("words")
    if word_tokens is None:
        plain = same_length(doc.text)
        ends = ((token.idx, token.idx + len(token)) for token in doc)
        texts = ((plain[start:end], start, end) for start, end in ends)
        word_tokens = [WordToken(t, t.lower(), a, b) for t, a, b in texts if not t.isspace()]
        doc.user_data["words"] = word_tokens
    return word_tokens
