"""The default suggester where the trained model is there: encoder, rules, word lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from .encoder import ModelFault, fault

if TYPE_CHECKING:
    from spacy.language import Language


class EncoderSuggester(Struct, frozen=True):
    name: str = "vaglio"
    version: str = "0.2"

    def build(self, code: str) -> Language:
        """The pipeline; without the encoder if its files turn out not to be ours (`heard` has why)."""
        from . import (  # noqa: F401
            attribution,
            claims,
            encoder_names,
            encoder_pipe,
            entities,
            language,
            rules,
        )
        from .pipeline_rules import RulesSuggester

        nlp = language.blank(code)
        rules_of = code if code in language.SUPPORTED else "en" if code == "de" else "it"
        nlp.add_pipe("vaglio_sentences")
        nlp.add_pipe("vaglio_rules", config={"code": rules_of})
        try:
            nlp.add_pipe("vaglio_encoder", config={"code": code})
        except ModelFault as err:
            heard.append(err)
            return RulesSuggester().build(code)
        nlp.add_pipe("vaglio_encoder_names", config={"code": rules_of})
        nlp.add_pipe("vaglio_entities")
        nlp.add_pipe("vaglio_attributions", config={"code": rules_of})
        nlp.add_pipe("vaglio_claims", config={"code": rules_of})
        return nlp


heard: list[ModelFault] = []  # faults that showed only when the model was loaded
SUGGESTERS = [EncoderSuggester()] if fault() is None else []
