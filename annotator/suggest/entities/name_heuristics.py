"""People, places and organisations by their shape and by the words around them."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from ..language.mention import Mention, WordToken
from .capitalised_runs import names_in_run, run_end
from .context import WordContext
from .coreference import propagate
from .gazetteer import find_names
from .noun_phrases import phrase_at


@Language.factory("vaglio_names", default_config={"code": "it"})  # type: ignore[untyped-decorator] # spaCy is seen as Any
def make_names(nlp: Language, name: str, code: str) -> NameHeuristics:  # noqa: ARG001
    return NameHeuristics(code)


class NameHeuristics:
    """Adds names to ``doc.user_data["mentions"]``; ``doc.user_data["people"]`` may bring earlier ones."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __call__(self, doc: Doc) -> Doc:
        context = WordContext(doc, self.code)
        mentions = find_all(context)
        people = doc.user_data.get("people", {})
        doc.user_data.setdefault("mentions", []).extend(propagate(context, mentions, people))
        return doc


def find_all(context: WordContext) -> list[Mention]:
    """Every name of the text, in order, none overlapping."""
    listed = {m.start: m for m in find_names(context.text, context.words)}
    mentions: list[Mention] = []
    index = 0
    words = context.words
    while index < len(words):
        word = words[index]
        known = listed.get(word.start)
        phrase = phrase_at(context, index, listed)
        if known is not None and phrase is not None and known.end >= phrase.end:
            phrase = None
        if phrase is not None:
            mentions.append(phrase)
            index = _after(words, index, phrase.end)
            continue
        if not word.text[0].isupper():
            if known is not None:
                mentions.append(known)
                index = _after(words, index, known.end)
            else:
                index += 1
            continue
        opener = context.opens[index] and word.lower in context.cues("never_names")
        if known is None and opener:
            index += 1
            continue
        end = run_end(context, index)
        mentions += names_in_run(context, index, end, listed)
        last = max([words[end - 1].end, *(m.end for m in mentions[-2:])])
        index = _after(words, index, last)
    return mentions


def _after(words: list[WordToken], index: int, offset: int) -> int:
    index += 1
    while index < len(words) and words[index].start < offset:
        index += 1
    return index
