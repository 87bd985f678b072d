"""Sentences whose tags a reader can see, as if the encoder had said so."""

from __future__ import annotations

import numpy as np

from annotator.suggest.language import tokenizer
from annotator.suggest.language.clauses import sentences_of
from annotator.suggest.model.heads import HEADS, TAGGERS, WIDTH, columns
from annotator.suggest.model.predictions import ModelPredictions

MARKS = {"s": "sources", "q": "cues", "c": "contents", "k": "claims"}


def heard(marked: str, code: str = "it"):
    """The doc, sentences and scores of a text such as ``[s Rossi] [q dice] che [c piove]``.

    Marks may stand in each other.
    """
    text, places, open_ = "", [], []
    at = 0
    while at < len(marked):
        if marked[at] == "[" and marked[at + 1] in MARKS and marked[at + 2] == " ":
            open_.append((MARKS[marked[at + 1]], len(text)))
            at += 3
        elif marked[at] == "]":
            tagger, start = open_.pop()
            places.append((tagger, start, len(text)))
            at += 1
        else:
            text += marked[at]
            at += 1
    nlp = tokenizer.blank(code)
    nlp.add_pipe("vaglio_sentences")
    doc = nlp(text)
    words = [t for t in doc if not t.is_space]
    scores = np.zeros((len(words), WIDTH))
    for tagger in TAGGERS:
        own = columns()[tagger]
        scores[:, own] = -8.0
        scores[:, own.start] = -0.001
        for _, start, end in (p for p in places if p[0] == tagger):
            for number, word in enumerate(words):
                if start <= word.idx < end:
                    tag = HEADS[tagger].index("B" if word.idx == start else "I")
                    scores[number, own] = -8.0
                    scores[number, own.start + tag] = -0.001
    return doc, sentences_of(doc, code), ModelPredictions(scores, _paragraphs(doc))


def _paragraphs(doc) -> list[int]:
    found, number, fresh = [], 0, False
    for token in doc:
        if token.is_space:
            fresh = fresh or "\n" in token.text
            continue
        if fresh:
            found.append(number)
        fresh = False
        number += 1
    return found
