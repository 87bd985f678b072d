"""How far the people of a project agree: a use case with no window."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence

from annotator.core.annotated_article import LayerContents
from annotator.core.errors import UserError
from annotator.core.metrics.agreement import Agreement, Agreements
from annotator.core.metrics.intervals import CORRECTED, Coefficient, estimate
from annotator.core.review.review import reviewable
from annotator.store import Store

_SEED, _PRECISION = 2015, 0.02  # of what chance would give


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
        agreements.add(annotated_article.article, layers, annotated_article.sources)
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
) -> Coefficient:
    """The gamma of Mathet, Widlöcher and Métivier (2015) of the entities, by its own library.

    It aligns units and compares labels at once. The mean over the articles, each by the number
    of its units; where one of the annotators marked nothing, 0: none of the units has a fellow.
    Chance is drawn with the same seed each time, to 2 %. Seconds an article, which is why it is
    asked for apart.

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
    rows: list[tuple[float, float]] = []
    for number, annotated_article in enumerate(store.annotated_articles()):
        if on_progress:
            on_progress(number / total, annotated_article.article.title)
        layers = reviewable(annotated_article, authors, drafts=drafts)
        units = sum(len(contents.entities) for contents in layers)
        if len(layers) > 1 and units:
            rows.append((units * _gamma_of(layers), units))
    if not rows:
        raise UserError(
            "No article was labelled by two people who have submitted it",
            hint="Submit the articles, take in a colleague's work, or count drafts too",
        )
    return estimate(
        rows,
        lambda row: row[0] / row[1] if row[1] else None,
        n=round(sum(units for _, units in rows)),
        scale=CORRECTED,
        half=lambda row: 1 / row[1] if row[1] else None,
    )


def _gamma_of(layers: Sequence[LayerContents]) -> float:
    from pyannote.core import Segment
    from pygamma_agreement import CombinedCategoricalDissimilarity, Continuum, sampler

    if any(not contents.entities for contents in layers):
        marked = [contents for contents in layers if contents.entities]
        pairs, alike = len(layers) * (len(layers) - 1) / 2, len(marked) * (len(marked) - 1) / 2
        return alike / pairs * _gamma_of(marked) if alike else 0.0
    continuum = Continuum()
    for contents in layers:
        for entity in contents.entities:
            segment = Segment(entity.span.start, entity.span.end)
            continuum.add(contents.layer.author, segment, entity.label)
    logging.disable(logging.WARNING)  # which solver it took, once a sample
    sampler.np.random.seed(_SEED)  # by which it draws what chance gives
    found = continuum.compute_gamma(CombinedCategoricalDissimilarity(), precision_level=_PRECISION)
    return float(found.gamma)
