"""The machine: an article in, suggested entities, claims and attributions out.

Importing this package loads no spaCy; the first call of `suggest` does. The window never calls
it: it runs ``python -m annotator.suggest.runtime.worker`` as a process of its own.
"""

from __future__ import annotations

from .pipelines.registry import DEFAULT, Suggester, author, installed
from .pipelines.selection import PipelineChoice, PipelineFault, SuggesterSelection, team, usable
from .runtime.suggestions import Suggestions, suggest

AUTHOR = author(DEFAULT)

__all__ = [
    "AUTHOR",
    "PipelineChoice",
    "PipelineFault",
    "Suggester",
    "SuggesterSelection",
    "Suggestions",
    "installed",
    "suggest",
    "team",
    "usable",
]
