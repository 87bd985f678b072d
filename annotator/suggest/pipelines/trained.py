"""The default suggester where the trained model is there: encoder, rules, word lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ..model.encoder import ModelFault, fault

if TYPE_CHECKING:
    from spacy.language import Language


class EncoderSuggester(Struct, frozen=True):
    name: str = "vaglio"
    version: str = "1.0"

    def build(self, code: str) -> Language:
        """The pipeline; without the encoder if its files turn out not to be ours (`heard` has why)."""
        from ..entities import model_postprocessing  # noqa: F401
        from ..language import tokenizer
        from ..model import component as encoder_component  # noqa: F401
        from . import components
        from .rules import RulesSuggester

        components.load()
        nlp = tokenizer.blank(code)
        nlp.add_pipe("vaglio_sentences")
        components.add_expressions(nlp, code)
        try:
            nlp.add_pipe("vaglio_encoder", config={"code": code})
        except ModelFault as err:
            heard.append(err)
            return RulesSuggester().build(code)
        nlp.add_pipe("vaglio_encoder_names", config={"code": components.rules_for(code)})
        components.add_claims(nlp, code)
        return nlp


heard: list[ModelFault] = []  # faults that showed only when the model was loaded
SUGGESTERS = [EncoderSuggester()] if fault() is None else []
