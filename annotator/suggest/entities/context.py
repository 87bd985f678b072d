"""What the name heuristics know of the words around: capitals, sentence starts, headlines."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from ..language.mention import WordToken, word_set
from ..language.tokenizer import words_of
from ..language.word_lists import cue_words

_QUOTES = "«»“”\"'‘’([—–-"
_SAID = {
    "it": word_set(
        "ha aveva è era sarà avrebbe afferma dice dichiara spiega aggiunge sostiene annuncia scrive ricorda commenta racconta "
        "conferma ribadisce replica risponde ammette precisa sottolinea osserva conclude chiede disse affermò dichiarò spiegò aggiunse "
        "annunciò scrisse rispose fu può vuole deve intende resta torna attacca accusa denuncia vince batte"
    ),
    "en": word_set(
        "said says told tells added wrote writes argued argues claimed claims noted notes announced asked tweeted "
        "has had was is will would insisted admitted replied explained testified declared called warned "
        "suggested believes thinks joked responded recalled continued concluded stated confirmed denied"
    ),
}


class WordContext:
    """The words of a doc with what is cheap to know of each; read-only after it is made."""

    def __init__(self, doc: Doc, code: str) -> None:
        self.code = code if code in ("it", "en") else "it"
        self.text = doc.text
        self.words: list[WordToken] = words_of(doc)
        self.opens = _sentence_openers(doc, self.words)
        self.shouted = _shouted(self.words, self.opens)
        self.seen_low = {w.lower for w in self.words if w.text[:1].islower()}
        self.seen_capital = Counter(
            w.text
            for i, w in enumerate(self.words)
            if w.text[:1].isupper() and not self.opens[i] and not self.shouted[i]
        )

    def cues(self, key: str) -> frozenset[str]:
        return cue_words(self.code, key)

    def lower(self, index: int) -> str:
        """The word at *index* in lower case; empty outside the text."""
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    def touches(self, index: int) -> bool:
        """Whether the word at *index* follows the one before with at most one blank between."""
        if not 0 < index < len(self.words):
            return False
        gap = self.text[self.words[index - 1].end : self.words[index].start]
        return gap in ("", " ", "\u00a0")

    def is_capital(self, index: int) -> bool:
        return 0 <= index < len(self.words) and self.words[index].text[0].isupper()

    def speaks(self, index: int) -> bool:
        """Whether the word at *index* is what a person does: says, has, is …"""
        return self.lower(index) in _SAID[self.code]


def _sentence_openers(doc: Doc, words: list[WordToken]) -> list[bool]:
    """For each word whether a capital there may be due to the place: a start, after a quote …"""
    starts = {token.idx for token in doc if token.is_sent_start}
    flags: list[bool] = []
    fresh = False
    for word in words:
        fresh = fresh or word.start in starts
        flags.append(fresh)
        if fresh and word.text[0] not in _QUOTES:
            fresh = False
        if word.text in (":", "«", "“", "•", "*") or word.text[0] in "«“":
            fresh = True
    return flags


def _shouted(words: list[WordToken], opens: list[bool]) -> list[bool]:
    """For each word whether its sentence writes (nearly) every word with a capital."""
    flags = [False] * len(words)
    begin = 0
    for index in range(1, len(words) + 1):
        if index < len(words) and not opens[index]:
            continue
        long = [w.text for w in words[begin:index] if len(w.text) > 3 and w.text.isalpha()]
        upper = sum(text[0].isupper() for text in long)
        caps = sum(text.isupper() for text in long)
        commas = sum(w.text == "," for w in words[begin:index])
        shout = commas < 3 and (
            (len(long) >= 5 and upper > 0.8 * len(long))
            or (len(long) >= 3 and caps > 0.7 * len(long))
        )
        if shout:
            flags[begin:index] = [True] * (index - begin)
        begin = index
    return flags
