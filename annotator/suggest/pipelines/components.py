"""The components that spaCy knows by name, and the order in which they come."""

from __future__ import annotations

from spacy.language import Language

from ..attribution import component as attribution
from ..claims import component as claims
from ..entities import expressions, name_heuristics, resolve_overlaps, spacy_entities
from ..language import tokenizer

__all__ = [
    "attribution",
    "claims",
    "expressions",
    "name_heuristics",
    "resolve_overlaps",
    "spacy_entities",
]


def rules_for(code: str) -> str:
    """The language of the rules that serve articles in *code*: its own, or the nearest we have."""
    return code if code in tokenizer.SUPPORTED else "en" if code == "de" else "it"


def add_expressions(nlp: Language, code: str) -> None:
    """Dates, amounts, nationalities … of the language *code*, as mentions."""
    nlp.add_pipe("vaglio_rules", config={"code": rules_for(code)})


def add_claims(nlp: Language, code: str) -> None:
    """From mentions to entities, attributions and claims: the end of every pipeline."""
    nlp.add_pipe("vaglio_entities")
    nlp.add_pipe("vaglio_attributions", config={"code": rules_for(code)})
    nlp.add_pipe("vaglio_claims", config={"code": rules_for(code)})
