"""The default suggester: rules, word lists and name heuristics; no trained weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from spacy.language import Language


class RulesSuggester(Struct, frozen=True):
    name: str = "vaglio-rules"
    version: str = "0.1"

    def build(self, code: str) -> Language:
        from ..language import tokenizer
        from . import components

        components.load()
        nlp = tokenizer.blank(code)
        nlp.add_pipe("vaglio_sentences")
        components.add_expressions(nlp, code)
        nlp.add_pipe("vaglio_names", config={"code": components.rules_for(code)})
        components.add_claims(nlp, code)
        return nlp


SUGGESTERS = [RulesSuggester()]
