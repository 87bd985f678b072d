"""The machine: an article in, suggested entities, claims and attributions out.

Importing this package loads no spaCy; the first call of `suggest` does. The window never calls
it: it runs ``python -m annotator.suggest.worker`` as a process of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from annotator.core.model import Article, Attribution, Claim, Entity

from .registry import DEFAULT, Suggester, installed

AUTHOR = f"machine:{DEFAULT.name}@{DEFAULT.version}"

__all__ = ["AUTHOR", "Suggester", "Suggestions", "installed", "suggest"]


class Suggestions(Struct, frozen=True, kw_only=True):
    """What a machine suggests for one article; each tuple is in text order."""

    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()


def suggest(
    article: Article,
    *,
    layer_id: str,
    by: Suggester = DEFAULT,
    progress: Callable[[float], None] | None = None,
) -> Suggestions:
    """Suggestions of *by* for *article* as records of the layer *layer_id*.

    The same text gives the same suggestions, but for their ids. *progress* is called with the part
    that is done (0 to 1) after each piece of a long text.
    """
    from .run import run

    entities, claims, attributions = run(article, layer_id=layer_id, by=by, progress=progress)
    return Suggestions(entities=entities, claims=claims, attributions=attributions)
