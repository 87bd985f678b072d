"""The machine: an article in, suggested entities, claims and attributions out.

Importing this package loads no spaCy; the first call of `suggest` does. The window never calls
it: it runs ``python -m annotator.suggest.runtime.worker`` as a process of its own.
"""

from __future__ import annotations

from .pipelines.registry import DEFAULT, Suggester, author, installed
from .pipelines.selection import Choice, PipelineFault, Team, team, usable
from .runtime.suggestions import Suggestions, suggest

AUTHOR = author(DEFAULT)

__all__ = [
    "AUTHOR",
    "Choice",
    "PipelineFault",
    "Suggester",
    "Suggestions",
    "Team",
    "installed",
    "suggest",
    "team",
    "usable",
]
