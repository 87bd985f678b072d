"""The entities of a trained pipeline as mentions, so that the rules can settle with them."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from ..language.mention import Mention
from .spacy_labels import LABELS, LEFT_OUT

_RANK = 5  # above the rule layer, below phrases that are certain


# spaCy is seen as Any
@Language.factory(  # type: ignore[untyped-decorator]
    "vaglio_model_entities", default_config={"author": "model", "labels": dict(LABELS)}
)
def make_model_entities(
    nlp: Language,  # noqa: ARG001
    name: str,  # noqa: ARG001
    author: str,
    labels: dict[str, str],
) -> ModelEntities:
    return ModelEntities(author, labels)


class ModelEntities:
    """Adds ``doc.ents`` to ``doc.user_data["mentions"]``; *labels* leads its labels to ours."""

    def __init__(self, author: str, labels: dict[str, str]) -> None:
        self.author = author
        self.labels = labels

    def __call__(self, doc: Doc) -> Doc:
        named = ((ent, self.labels.get(ent.label_, ent.label_)) for ent in doc.ents)
        mentions = [
            Mention(ent.start_char, ent.end_char, label, 0.75, f"model: {self.author}", _RANK)
            for ent, label in named
            if label != LEFT_OUT
        ]
        doc.user_data.setdefault("mentions", []).extend(mentions)
        return doc
