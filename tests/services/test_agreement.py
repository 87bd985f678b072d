"""Agreement of a project's people; gamma is computed by its own library, where it is installed."""

from __future__ import annotations

import sys
from itertools import count

import pytest

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.model import with_
from annotator.services.agreement import agreement, gamma
from annotator.store import Store
from tests.store.making import annotated_article_of, load


def project(*marked: tuple[str, str]) -> Store:
    """A project with an article for each of *marked*, by what anna and bruno submitted on it."""
    store, number = Store.memory(), count()
    for pair in marked:
        at = next(number)
        articles = [
            annotated_article_of(f"{at}. {words}", name)
            for name, words in zip(("anna", "bruno"), pair, strict=True)
        ]
        article = articles[0].article
        layers = [
            with_(contents, layer=with_(contents.layer, article_id=article.id, status="submitted"))
            for each in articles
            for contents in each.layers
        ]
        load(store, AnnotatedArticle(article=article, layers=tuple(layers)))
    return store


def test_without_the_library_it_is_said_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "pygamma_agreement", None)
    with Store.memory() as store, pytest.raises(UserError, match="pip install"):
        gamma(store)


def test_an_annotator_with_nothing_counts_as_disagreement():
    pytest.importorskip("pygamma_agreement")
    alike = "[Anna|PER] saw [Rome|LOC] and [Pisa|LOC] with [Bruno|PER]."
    nothing = "Anna saw Rome and Pisa with Bruno."
    with project((alike, alike), *[(alike, nothing)] * 5) as store:
        found = gamma(store)
        assert found == gamma(store), "the same project gives the same figure"
        exact = agreement(store).exact
    assert found.value == pytest.approx(8 / 28)
    assert found.low < found.value < found.high
    assert (found.n, found.articles) == (28, 6)
    assert exact.value == pytest.approx(8 / 28)
