"""Full-text search takes whatever is typed, and finds it with or without its accents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.changes import Edit, change
from annotator.core.model import with_
from annotator.store import FullTextSearch, Store
from annotator.store.queries.full_text import articles_with, query_of, search

from ..making import article_of, load


@pytest.fixture
def found(store):
    """Search a project of three articles; titles come back."""
    for title, text in (
        ("Città", "Perché l’università di Forlì ha chiuso?"),
        ("Governo", "Il governo parla di università e di città. Élodie c’è."),
        ("Pioggia", "Oggi piove 🚀 a Roma, dice l'ANSA."),
    ):
        load(store, AnnotatedArticle(article=article_of(text, title=title)))
    return lambda text: sorted(hit.title for hit in search(store.connection, text, 50))


def test_accents_and_case_do_not_matter(found):
    for text in ("perche", "PERCHÉ", "forli", "Forlì"):
        assert found(text) == ["Città"]
    assert found("universita") == ["Città", "Governo"]
    assert found("elodie ") == ["Governo"]


def test_the_last_word_may_be_unfinished_until_a_space_follows(found):
    assert found("univ") == ["Città", "Governo"]
    assert found("univ ") == []
    assert found("governo univ") == ["Governo"]


def test_all_words_must_be_there_in_title_or_text(found):
    assert found("città governo") == ["Governo"]
    assert found("pioggia roma") == ["Pioggia"]


def test_an_elided_article_does_not_hide_its_word(found):
    assert found("ansa ") == ["Pioggia"]
    assert found("l'ansa") == ["Pioggia"]


@pytest.mark.parametrize("text", ["", "   ", '"', "🚀", "*", "- ( )", "\0"])
def test_nothing_to_search_for_finds_nothing(found, text):
    assert found(text) == []


@pytest.mark.parametrize("text", ['AND "OR" NOT', "title:roma", "roma NEAR(", "ro^ma*", "a-b:c'd"])
def test_operators_are_only_words(found, text):
    assert found(text) == []


@given(st.text())
def test_no_text_breaks_the_search(text):
    with Store.memory() as store:
        assert search(store.connection, text, 5) == []
        assert query_of(text) == "" or '"' in query_of(text)
        assert articles_with(store.connection, text) == []


def test_a_hit_shows_the_words_found(store):
    load(store, AnnotatedArticle(article=article_of("Oggi piove a Roma.", title="Meteo")))
    [hit] = search(store.connection, "roma", 1)
    assert hit.snippet == "Oggi piove a \u2068Roma\u2069."


def test_an_article_is_found_by_its_new_title_and_no_longer_by_its_old_one(store):
    article = article_of("Oggi piove.", title="Meteo")
    load(store, AnnotatedArticle(article=article))
    retitled = with_(article, title="Bollettino")
    store.apply(change("retitle", [Edit(article, retitled)], by="anna"))
    assert [len(search(store.connection, t, 9)) for t in ("meteo", "bollettino", "piove")] == [
        0,
        1,
        1,
    ]


def test_a_search_of_its_own_connection_sees_what_was_just_saved(project):
    with Store.open(project) as store, FullTextSearch(project) as own:
        assert own.search("roma") == []
        article = article_of("Oggi piove a Roma.")
        load(store, AnnotatedArticle(article=article))
        assert own.ids("roma") == [article.id]
        assert [hit.article_id for hit in own.search("roma")] == [article.id]


def test_occurrences_are_of_the_words_as_they_are_written(store):
    texts = (
        "Mario Rossi c’è.",
        "mario rossi no.",
        "Rossi, Mario no.",
        "Mario  Rossi no.",
        "C++ 🚀",
    )
    articles = [article_of(text) for text in texts]
    load(store, *(AnnotatedArticle(article=article) for article in articles))
    assert store.occurrences("Mario Rossi") == [articles[0].id]
    assert store.occurrences("🚀") == [articles[4].id]
    assert store.occurrences("C++") == [articles[4].id]
    assert store.occurrences("") == []
