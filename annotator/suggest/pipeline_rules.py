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
        from . import attribution, claims, entities, language, names, rules  # noqa: F401

        nlp = language.blank(code)
        rules_of = code if code in language.SUPPORTED else "en" if code == "de" else "it"
        nlp.add_pipe("vaglio_sentences")
        nlp.add_pipe("vaglio_rules", config={"code": rules_of})
        nlp.add_pipe("vaglio_names", config={"code": rules_of})
        nlp.add_pipe("vaglio_entities")
        nlp.add_pipe("vaglio_attributions", config={"code": rules_of})
        nlp.add_pipe("vaglio_claims", config={"code": rules_of})
        return nlp


SUGGESTERS = [RulesSuggester()]
