"""What names stand for: given by hand, remembered, read from a list, offered again."""

from __future__ import annotations

import pytest

from annotator.core.editing import annotation_edits
from annotator.core.errors import ImportFault, UserError
from annotator.core.sources.knowledge_base import address_of, id_from
from annotator.services import entity_linking
from tests.core.paper import find
from tests.services.test_session import paste, session  # noqa: F401 - the fixture


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (" q220 ", "Q220"),
        ("https://www.wikidata.org/wiki/Q220", "Q220"),
        ("http://www.wikidata.org/entity/Q220#it", "Q220"),
        ("https://dati.example.org/roma", "https://dati.example.org/roma"),
        ("urn:isbn:0451450523", "urn:isbn:0451450523"),
    ],
)
def test_an_id_is_a_number_of_wikidata_or_any_uri(written, meant):
    assert id_from(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Roma",
        "Q0",
        "Q",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://a@b.org",
    ],
)
def test_what_identifies_nothing_or_hides_where_it_leads_is_refused(written):
    with pytest.raises(UserError):
        id_from(written)


def test_an_id_leads_to_a_page_or_to_none():
    assert address_of("Q220") == "https://www.wikidata.org/wiki/Q220"
    assert address_of("https://dati.example.org/roma") == "https://dati.example.org/roma"
    assert address_of("urn:isbn:0451450523") is None
    assert address_of("http://127.0.0.1/") is None


def offered(session, article_id, words="Rome"):  # noqa: F811
    analyst_view = session.analyst_view(article_id)
    return [
        o.kb_id
        for o in entity_linking.offers(
            session, analyst_view, analyst_view.markable(find(analyst_view, words))
        )
    ]


def test_an_id_goes_to_all_own_mentions_alike_in_one_step_and_is_offered_elsewhere(session):  # noqa: F811
    first, second = paste(session, "[Rome|LOC] and [Rome|LOC]."), paste(session, "In [Rome|LOC].")
    analyst_view = session.analyst_view(first)
    session.do(annotation_edits.accept(analyst_view, [e.id for e in analyst_view.suggestions]))
    assert offered(session, second) == []
    analyst_view = session.analyst_view(first)
    session.do(entity_linking.link(analyst_view, analyst_view.entities[0].id, "Q220"))
    assert [e.kb_id for e in session.analyst_view(first).entities] == ["Q220", "Q220"]
    assert offered(session, second) == ["Q220"]
    analyst_view = session.analyst_view(first)
    session.do(entity_linking.link(analyst_view, analyst_view.entities[0].id, None))
    assert [e.kb_id for e in session.analyst_view(first).entities] == [None, "Q220"]


def test_a_list_of_names_is_offered_and_suggested_where_it_is_clear(session, tmp_path):  # noqa: F811
    path = tmp_path / "names.csv"
    path.write_text("nome;id\nRome;Q220\nParis;Q90\nParis;Q830149\n;Q1\nVenice;nothing\n", "utf-8")
    done = entity_linking.read_list(session, path)
    assert (done.names, done.faults) == (2, (5, 6))
    article_id = paste(session, "[Rome|LOC] and [Paris|LOC].")
    assert offered(session, article_id) == ["Q220"]
    assert offered(session, article_id, "Paris") == ["Q90", "Q830149"]
    assert session.refine(article_id)
    assert [e.kb_id for e in session.analyst_view(article_id).machine.entities] == ["Q220", None]
    session.undo()
    assert offered(session, paste(session, "[Paris|LOC] again."), "Paris") == []


def test_what_is_no_list_of_names_is_refused_with_what_to_do(session, tmp_path):  # noqa: F811
    for content in (b"", b"just words\n", b"\0\1\2\3" * 90):
        path = tmp_path / "names.csv"
        path.write_bytes(content)
        with pytest.raises(ImportFault):
            entity_linking.read_list(session, path)
    with pytest.raises(ImportFault):
        entity_linking.read_list(session, tmp_path / "missing.csv")
