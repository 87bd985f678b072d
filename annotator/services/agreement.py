"""How far the people of a project agree: a use case with no window."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from annotator.core.annotated_article import LayerContents
from annotator.core.errors import UserError
from annotator.core.metrics.agreement import Agreement, Agreements
from annotator.core.review.review import reviewable
from annotator.store import Store


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
    agreements = Agreements()
    total = max(1, store.article_count())
    counted = 0
    for number, annotated_article in enumerate(store.annotated_articles()):
        if on_progress and number % 50 == 0:
            on_progress(number / total, annotated_article.article.title)
        layers = reviewable(annotated_article, authors, drafts=drafts)
        counted += len(layers) > 1
        agreements.add(annotated_article.article, layers)
    if not counted:
        raise UserError(
            "No article was labelled by two people who have submitted it",
            hint="Submit the articles, take in a colleague's work, or count drafts too",
        )
    return agreements.result()


def gamma(
    store: Store,
    authors: Collection[str] = (),
    *,
    drafts: bool = False,
    on_progress: Callable[[float, str], None] | None = None,
) -> float:
    """The gamma of Mathet, Widlöcher and Métivier (2015) of the entities, by its own library.

    It aligns units and compares labels at once. The mean over the articles, each by the number
    of its units; seconds an article, which is why it is asked for apart.

    Raises:
        UserError: the library is not installed, or no article has two of the layers asked for.
    """
    try:
        import pygamma_agreement  # noqa: F401 - whether it is there
    except ImportError as err:
        raise UserError(
            "Gamma needs the library pygamma-agreement, which is not installed",
            hint="It is large (800 MB with what it needs): pip install pygamma-agreement.",
        ) from err
    total = max(1, store.article_count())
    whole = weight = 0.0
    for number, annotated_article in enumerate(store.annotated_articles()):
        if on_progress:
            on_progress(number / total, annotated_article.article.title)
        layers = reviewable(annotated_article, authors, drafts=drafts)
        units = sum(len(contents.entities) for contents in layers)
        if len([c for c in layers if c.entities]) > 1:
            whole += units * _gamma_of(layers)
            weight += units
    if not weight:
        raise UserError(
            "No article was labelled by two people who have submitted it",
            hint="Submit the articles, take in a colleague's work, or count drafts too",
        )
    return whole / weight


def _gamma_of(layers: Sequence[LayerContents]) -> float:
    from pyannote.core import Segment
    from pygamma_agreement import CombinedCategoricalDissimilarity, Continuum

    continuum = Continuum()
    for contents in layers:
        for entity in contents.entities:
            segment = Segment(entity.span.start, entity.span.end)
            continuum.add(contents.layer.author, segment, entity.label)
    found = continuum.compute_gamma(CombinedCategoricalDissimilarity())
    return float(found.gamma)
