"""Measuring one layer by another, in a project or in two files: a use case with no window."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.errors import ImportFault, UserError
from annotator.core.metrics.evaluation import Evaluation, Evaluator
from annotator.core.model import Article, Role
from annotator.store import Store

from .. import formats

_GOLD_FIRST: tuple[Role, ...] = ("gold", "analyst", "machine")
_MACHINE_FIRST: tuple[Role, ...] = ("machine", "analyst", "gold")


class EvaluationResult(Struct, frozen=True):
    """An evaluation, whose layers it compares, and how many articles have only one of them."""

    gold: str
    found: str
    only_gold: int
    only_found: int
    evaluation: Evaluation


def of_layers(store: Store, gold: str, found: str, *, analyst: str) -> EvaluationResult:
    """Measure the layers *found* by the layers *gold* over all articles that have both.

    Each is ``mine``, ``gold``, ``machine`` (the newest of an article) or an author's name.

    Raises:
        UserError: nobody of that name has a layer, or no article has both.
    """
    for name in (gold, found):
        _refuse_unknown(store, name, analyst)
    evaluator = Evaluator()
    only_gold = only_found = 0
    for annotated_article in store.annotated_articles():
        wanted = named(annotated_article, gold, analyst)
        made = named(annotated_article, found, analyst)
        if wanted is not None and made is not None:
            evaluator.add(annotated_article.article, wanted, made)
        only_gold += wanted is not None and made is None
        only_found += made is not None and wanted is None
    return _measured(evaluator, gold, found, only_gold, only_found)


def of_files(gold: Path, found: Path) -> EvaluationResult:
    """Measure the annotations in one file by those in another; articles are known by their text.

    Where a file has several layers of an article, the adjudicated one counts as gold (else an
    analyst's), and the machine's newest is what is measured.

    Raises:
        UserError: a file cannot be read, or the two have no article in common.
    """
    believed = _layers_in(gold, _GOLD_FIRST)
    measured = _layers_in(found, _MACHINE_FIRST)
    evaluator = Evaluator()
    for sha256, (article, layer) in believed.items():
        if sha256 in measured:
            evaluator.add(article, layer, measured[sha256][1])
    both = len(believed.keys() & measured.keys())
    return _measured(evaluator, gold.name, found.name, len(believed) - both, len(measured) - both)


def named(annotated_article: AnnotatedArticle, name: str, analyst: str) -> LayerContents | None:
    """The layer called *name* on an article; of several machine layers the newest."""
    if name in ("machine", "gold"):
        fitting = [c for c in annotated_article.layers if c.layer.role == name]
    else:
        author = analyst if name == "mine" else name
        fitting = [c for c in annotated_article.layers if c.layer.author == author]
    return max(fitting, key=lambda c: (c.layer.created_at, c.layer.id), default=None)


def _refuse_unknown(store: Store, name: str, analyst: str) -> None:
    authors = store.authors()
    if name in ("machine", "gold") or (analyst if name == "mine" else name) in authors:
        return
    raise UserError(
        "Nobody called {name} has a layer here",
        hint="There are layers of {names}",
        name=analyst if name == "mine" else name,
        names=", ".join(authors) or "nobody",
    )


def _measured(
    evaluator: Evaluator, gold: str, found: str, only_gold: int, only_found: int
) -> EvaluationResult:
    evaluation = evaluator.result()
    if not evaluation.articles:
        raise UserError(
            "No article has annotations both of {gold} and of {found}",
            hint="Compare layers, or files, of the same articles.",
            gold=gold,
            found=found,
        )
    return EvaluationResult(gold, found, only_gold, only_found, evaluation)


def _layers_in(path: Path, roles: tuple[Role, ...]) -> dict[str, tuple[Article, LayerContents]]:
    """Of each article in a file the layer to use, by the hash of the text."""
    faults: list[ImportFault] = []
    made: dict[str, tuple[Article, LayerContents]] = {}
    for annotated_article in formats.read(path, author=path.name, problems=faults.append):
        sha256 = annotated_article.article.sha256
        layers = list(annotated_article.layers)
        if sha256 in made:
            layers.append(made[sha256][1])
        if layers:
            made[sha256] = (annotated_article.article, _first(layers, roles))
    if faults:
        raise faults[0]
    return made


def _first(layers: Iterable[LayerContents], roles: tuple[Role, ...]) -> LayerContents:
    """The layer whose role comes first in *roles*, of those the newest."""
    newest = sorted(layers, key=lambda c: (c.layer.created_at, c.layer.id), reverse=True)
    return min(newest, key=lambda c: roles.index(c.layer.role))
