"""What is known of an article is set right, and its text stays."""

from __future__ import annotations

import pytest

from annotator.core.article_details import edit_article
from annotator.core.errors import UserError
from annotator.core.urls import BadAddress
from annotator.services.session import Session
from annotator.store import Store, check


@pytest.fixture
def session():
    with Store.memory() as store:
        yield Session(store, "anna")


@pytest.fixture
def article(session):
    return session.article(session.import_text("Il ponte costa molto.", title="Ponte"))


def test_particulars_are_saved_found_and_undone(session, article):
    session.do(
        edit_article(
            article,
            by="anna",
            title=" Il  ponte ",
            url="www.Example.org/ponte?utm_source=x",
            published="2024-01",
            publisher="Gazzetta",
            author="",
            language="it",
        )
    )
    now = session.article(article.id)
    assert (now.title, now.url) == ("Il ponte", "https://www.example.org/ponte")
    assert (now.published, now.author, now.language) == ("2024-01", None, "it")
    assert now.text == article.text
    assert [title for _, title in session.store.titles_like("Il ponte")] == ["Il ponte"]
    assert check(session.store) == []
    session.undo()
    assert session.article(article.id) == article


def test_the_same_again_is_no_change(session, article):
    assert not edit_article(article, by="anna", title="Ponte", author=" ").edits


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "  "),
        ("published", "4 gennaio 2024"),
        ("published", "2024-13"),
        ("language", "italiano!"),
    ],
)
def test_what_cannot_be_is_refused(article, field, value):
    with pytest.raises(UserError):
        edit_article(article, by="anna", **{field: value})


def test_a_hostile_address_is_refused(article):
    with pytest.raises(BadAddress):
        edit_article(article, by="anna", url="javascript:alert(1)")
