"""How far the people of a project agree: a use case with no window."""

from __future__ import annotations

from collections.abc import Callable, Collection

from .core.agreement import Agreement, Agreements
from .core.errors import UserError
from .core.review import reviewable
from .store import Store


def agreement(
    store: Store,
    authors: Collection[str] = (),
    *,
    drafts: bool = False,
    on_progress: Callable[[float, str], None] | None = None,
) -> Agreement:
    """Agreement over all articles that two or more people have labelled.

    *authors* restricts it to some layers (``machine`` and ``gold`` among them); without them it
    is all people who have submitted, and with *drafts* those who have not, too.

    Raises:
        UserError: no article has two of the layers asked for.
    """
    found = Agreements()
    total = max(1, store.article_count())
    counted = 0
    for number, dossier in enumerate(store.dossiers()):
        if on_progress and number % 50 == 0:
            on_progress(number / total, dossier.article.title)
        layers = reviewable(dossier, authors, drafts=drafts)
        counted += len(layers) > 1
        found.add(dossier.article, layers)
    if not counted:
        raise UserError(
            "No article was labelled by two people who have submitted it",
            hint="Submit the articles, take in a colleague's work, or count drafts too",
        )
    return found.result()
