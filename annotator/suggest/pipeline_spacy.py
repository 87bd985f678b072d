"""Every spaCy pipeline that is installed: its names, our expressions, claims and attributions."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from spacy.language import Language

# labels of the usual pipelines → ours
LABELS = {"PERSON": "PER", "GPE": "LOC", "FAC": "LOC", "WORK_OF_ART": "PRODUCT", "LANGUAGE": "NORP"}


class SpacySuggester(Struct, frozen=True):
    name: str
    version: str

    def build(self, code: str) -> Language:
        import spacy

        from . import attribution, claims, entities, language, model_entities, rules  # noqa: F401

        nlp = spacy.load(self.name)
        nlp.max_length = 2_000_000
        rules_of = code if code in language.SUPPORTED else "it"
        nlp.add_pipe("vaglio_sentences", first=True)
        nlp.add_pipe("vaglio_rules", config={"code": rules_of})
        nlp.add_pipe("vaglio_model_entities", config={"author": f"{self.name}@{self.version}"})
        nlp.add_pipe("vaglio_entities")
        nlp.add_pipe("vaglio_attributions", config={"code": rules_of})
        nlp.add_pipe("vaglio_claims", config={"code": rules_of})
        return nlp


def _found() -> list[SpacySuggester]:
    return [
        SpacySuggester(entry.name, metadata.version(entry.name.replace("_", "-")))
        for entry in metadata.entry_points(group="spacy_models")
    ]


SUGGESTERS = _found()
