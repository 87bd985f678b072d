"""The components that spaCy knows by name, and the order in which they come; loaded when used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def load() -> None:
    """Let spaCy know our components; this imports it."""
    from ..attribution import component as attribution  # noqa: F401
    from ..claims import component as claims  # noqa: F401
    from ..language import tokenizer  # noqa: F401


def rules_for(code: str) -> str:
    """The language of the rules that serve articles in *code*: its own, or the nearest we have."""
    from ..language import tokenizer

    return code if code in tokenizer.SUPPORTED else "en" if code == "de" else "it"


def add_expressions(nlp: Language, code: str) -> None:
    """Dates, amounts, nationalities … of the language *code*, as mentions."""
    nlp.add_pipe("vaglio_rules", config={"code": rules_for(code)})


def add_claims(nlp: Language, code: str) -> None:
    """From mentions to entities, attributions and claims: the end of every pipeline."""
    nlp.add_pipe("vaglio_entities")
    nlp.add_pipe("vaglio_attributions", config={"code": rules_for(code)})
    nlp.add_pipe("vaglio_claims", config={"code": rules_for(code)})
