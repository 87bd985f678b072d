"""The suggesters there are. One more is one more file in this package.

Such a file defines ``SUGGESTERS``, a list of objects with the shape of `Suggester` (or a function
that returns the list as it is now); it must not import spaCy at its top.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, runtime_checkable

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
        """A spaCy pipeline for the language *code* that leaves what `suggest` reads in each doc:

        ``doc.user_data["entities"]`` (`Mention`), ``["claims"]`` (`ClaimCandidate`) and
        ``["attributions"]`` (`AttributionCandidate`); an absent key counts as empty.
        """
        ...


@runtime_checkable
class LabelledSuggester(Suggester, Protocol):
    """One with labels of its own, which an analyst can lead to other labels of ours."""

    @property
    def language(self) -> str:
        """The only language that it reads; "" where it does not say."""

    @property
    def labels(self) -> tuple[str, ...]: ...

    def with_labels(self, labels: Mapping[str, str]) -> Suggester:
        """The same with *labels* (its → ours), under another version where they are not usual."""
        ...


# the trained model where it can be used, else rules alone; `encoder.fault` says why not
DEFAULT: Suggester = trained.SUGGESTERS[0] if trained.SUGGESTERS else rules.SUGGESTERS[0]


def installed() -> dict[str, Suggester]:
    """Every suggester by its author name."""
    package = importlib.import_module(__package__)
    suggesters: dict[str, Suggester] = {}
    for module in pkgutil.iter_modules(package.__path__):
        there = getattr(importlib.import_module(f"{__package__}.{module.name}"), "SUGGESTERS", ())
        for suggester in there() if callable(there) else there:
            suggesters[author(suggester)] = suggester
    return suggesters


def by_name() -> dict[str, Suggester]:
    """Every suggester by the name under which it is chosen, in their order."""
    return {each.name: each for each in sorted(installed().values(), key=lambda each: each.name)}


def author(suggester: Suggester) -> str:
    return f"machine:{suggester.name}@{suggester.version}"
