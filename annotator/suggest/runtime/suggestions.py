"""Suggestions for an article: what a suggester makes of it, as records of a layer."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from annotator.core.model import Article, Attribution, Claim, Entity

from ..pipelines.registry import DEFAULT, Suggester, author

_LONG = 100_000  # characters: from here on what was read is kept in case of an interruption


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
    is_secret: bool = False,
) -> Suggestions:
    """Suggestions of *by* for *article* as records of the layer *layer_id*.

    The same text gives the same suggestions, but for their ids. *progress* is called with the part
    that is done (0 to 1) after each piece of a long text. A very long text goes on where an
    earlier call was interrupted, but not where it *is_secret*: then nothing of it is kept.
    """
    from .checkpoint import Checkpoint
    from .run import SuggestedPart, run

    checkpoint = None
    if len(article.text) > _LONG and article.sha256 and not is_secret:
        checkpoint = Checkpoint(article.sha256, f"{author(by)} {article.language}", SuggestedPart)
    made = run(article, layer_id=layer_id, by=by, progress=progress, checkpoint=checkpoint)
    entities, claims, attributions = made
    return Suggestions(entities=entities, claims=claims, attributions=attributions)
