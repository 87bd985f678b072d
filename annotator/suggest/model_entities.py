"""The entities of a trained pipeline as mentions, so that the rules can settle with them."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from .found import Mention
from .pipeline_spacy import LABELS

_RANK = 5  # above the rule layer, below phrases that are certain


@Language.factory("vaglio_model_entities", default_config={"author": "model"})  # type: ignore[untyped-decorator] # spaCy is seen as Any
def make_model_entities(nlp: Language, name: str, author: str) -> ModelEntities:  # noqa: ARG001
    return ModelEntities(author)


class ModelEntities:
    """Adds ``doc.ents`` to ``doc.user_data["mentions"]``."""

    def __init__(self, author: str) -> None:
        self.author = author

    def __call__(self, doc: Doc) -> Doc:
        found = [
            Mention(
                ent.start_char,
                ent.end_char,
                LABELS.get(ent.label_, ent.label_),
                0.75,
                f"model: {self.author}",
                _RANK,
            )
            for ent in doc.ents
            if ent.label_ not in ("MISC", "CARDINAL", "ORDINAL")
        ]
        doc.user_data.setdefault("mentions", []).extend(found)
        return doc
