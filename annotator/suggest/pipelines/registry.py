"""The suggesters there are. One more is one more file in this package.

Such a file defines ``SUGGESTERS``, a list of objects with the shape of `Suggester`; it must not
import spaCy at its top.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Protocol

from . import rules, trained

if TYPE_CHECKING:
    from spacy.language import Language


class Suggester(Protocol):
    """A machine that annotates: ``machine:NAME@VERSION`` is the author of its layers."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def build(self, code: str) -> Language:
        """A spaCy pipeline for the language *code* that leaves what `run` reads in each doc:

        ``doc.user_data["entities"]`` (`found.Mention`), ``["claims"]`` (`claim.Found`) and
        ``["attributions"]`` (`attribution.Said`); an absent key counts as empty.
        """
        ...


# the trained model where it can be used, else rules alone; `encoder.fault` says why not
DEFAULT: Suggester = trained.SUGGESTERS[0] if trained.SUGGESTERS else rules.SUGGESTERS[0]


def installed() -> dict[str, Suggester]:
    """Every suggester by its author name."""
    package = importlib.import_module(__package__)
    suggesters: dict[str, Suggester] = {}
    for module in pkgutil.iter_modules(package.__path__):
        made = importlib.import_module(f"{__package__}.{module.name}")
        for suggester in getattr(made, "SUGGESTERS", ()):
            suggesters[author(suggester)] = suggester
    return suggesters


def author(suggester: Suggester) -> str:
    return f"machine:{suggester.name}@{suggester.version}"
