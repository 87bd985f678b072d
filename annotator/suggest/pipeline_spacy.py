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

        from . import components

        nlp = spacy.load(self.name)
        nlp.max_length = 2_000_000
        nlp.add_pipe("vaglio_sentences", first=True)
        components.add_expressions(nlp, code)
        nlp.add_pipe("vaglio_model_entities", config={"author": f"{self.name}@{self.version}"})
        components.add_claims(nlp, code)
        return nlp


def _found() -> list[SpacySuggester]:
    return [
        SpacySuggester(entry.name, metadata.version(entry.name.replace("_", "-")))
        for entry in metadata.entry_points(group="spacy_models")
    ]


SUGGESTERS = _found()
