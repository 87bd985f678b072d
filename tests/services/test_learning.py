"""Versions of what was learnt, what single decisions say at once, and ``vaglio learn``."""

from __future__ import annotations

import json

import pytest

from annotator.cli import main
from annotator.core.editing import annotation_edits
from annotator.core.errors import UserError
from annotator.services import learning
from annotator.services.learning import SuggestionFilter, refine_all, unfinished
from annotator.services.session import Session, open_session
from annotator.store import Store, check
from tests import lessons


@pytest.fixture
def session():
    with Store.memory() as store:
        yield Session(store, "anna")


@pytest.fixture
def ids(session):
    """Nine articles, six of which are judged."""
    made = lessons.fill(session.store, 9)
    for article_id in made[:6]:
        lessons.judge(session, article_id)
    return made


def use(session: Session) -> None:
    session.do(learning.use(session.store, learning.learn(session.store, "anna"), by="anna"))


def suggested(session: Session, article_id: str) -> list[tuple[str, str]]:
    analyst_view = session.analyst_view(article_id)
    return [(e.span.of(analyst_view.article.text), e.label) for e in analyst_view.machine.entities]


def test_what_was_learnt_comes_with_the_next_article_that_is_opened(session, ids):
    use(session)
    assert session.refine(ids[7])
    assert suggested(session, ids[7]) == [
        ("Ugo Neri", "PER"),
        (lessons.RIVER, "LOC"),
        (lessons.RIVER, "LOC"),
    ]
    machines = [x.author for x in session.store.layers(ids[7])]
    assert machines == [lessons.MACHINE, f"{lessons.MACHINE}+1"]  # the first stays as it was
    assert not session.refine(ids[7])
    assert check(session.store) == []


def test_going_back_is_a_version_too_and_brings_the_first_suggestions(session, ids):
    before = suggested(session, ids[7])
    use(session)
    session.refine(ids[7])
    session.do(learning.go_back(session.store, 0, by="anna"))
    assert session.refine(ids[7])
    assert suggested(session, ids[7]) == before
    assert [v.number for v in learning.versions(session.store)] == [1, 2]
    session.do(learning.go_back(session.store, 1, by="anna"))
    assert session.refine(ids[7])
    assert (lessons.RIVER, "LOC") in suggested(session, ids[7])


def test_a_version_is_undone_like_any_change_and_its_number_is_not_used_again(session, ids):
    use(session)
    session.refine(ids[7])
    session.undo()
    assert learning.versions(session.store) == ()
    assert learning.in_use(session.store)[0] == 0
    use(session)
    assert learning.in_use(session.store)[0] == 2


def test_there_is_no_way_back_to_a_version_that_never_was(session, ids):
    with pytest.raises(UserError, match="There is no version 7"):
        learning.go_back(session.store, 7, by="anna")


def test_decided_suggestions_stay_decided_in_the_refined_layer(session, ids):
    analyst_view = session.analyst_view(ids[7])
    per = next(e for e in analyst_view.suggested_entities if e.label == "PER")
    session.do(annotation_edits.accept(analyst_view, [per.id]))
    use(session)
    session.refine(ids[7])
    assert "PER" not in [e.label for e in session.analyst_view(ids[7]).suggested_entities]


def test_too_few_judged_articles_are_refused(session):
    ids = lessons.fill(session.store, 6)
    for article_id in ids[:4]:
        lessons.judge(session, article_id)
    with pytest.raises(UserError, match=r"Too few articles are judged to learn from them \(4\)"):
        learning.learn(session.store, "anna")


def test_only_what_was_decided_teaches(session):
    """A submitted layer with suggestions that nobody looked at says nothing of those."""
    ids = lessons.fill(session.store, 5)
    for article_id in ids:
        analyst_view = session.analyst_view(article_id)
        session.do(annotation_edits.accept(analyst_view, [analyst_view.suggested_entities[0].id]))
        session.do(annotation_edits.set_status(session.analyst_view(article_id), "submitted"))
    made = learning.learn(session.store, "anna")
    assert (made.before.entities.found, made.before.claims.found) == (5, 0)


# -- single decisions --------------------------------------------------------------------------


def reject_places(session: Session, ids: list[str]) -> None:
    for article_id in ids:
        analyst_view = session.analyst_view(article_id)
        places = [e.id for e in analyst_view.suggested_entities if e.label == "LOC"]
        session.do(annotation_edits.reject(analyst_view, places))


def test_a_suggestion_rejected_three_times_alike_is_not_shown_again(session):
    ids = lessons.fill(session.store, 20)  # every fourth has the same day
    same = ids[::4]
    reject_places(session, same[:2])
    assert not session.refine(same[3])
    reject_places(session, same[2:3])
    assert session.refine(same[3])
    assert [label for _, label in suggested(session, same[3])] == ["PER"]
    assert not session.refine(ids[1])  # another day was not rejected


def test_one_acceptance_outweighs_the_rejections(session):
    ids = lessons.fill(session.store, 20)
    same = ids[::4]
    reject_places(session, same[:3])
    analyst_view = session.analyst_view(same[3])
    session.do(
        annotation_edits.accept(analyst_view, [e.id for e in analyst_view.suggested_entities])
    )
    assert not session.refine(same[4])


def test_a_rejection_that_is_undone_counts_no_more(session):
    ids = lessons.fill(session.store, 20)
    reject_places(session, ids[:12:4])
    session.undo()
    assert not session.refine(ids[16])


def test_an_entity_accepted_with_a_link_is_suggested_with_it_next_time(session):
    ids = lessons.fill(session.store, 13)  # the people come round after six
    analyst_view = session.analyst_view(ids[0])
    per = analyst_view.suggested_entities[0]
    session.do(annotation_edits.amend(analyst_view, per.id, kb_id="Q42"))
    assert session.refine(ids[6])
    assert [e.kb_id for e in session.analyst_view(ids[6]).machine.entities] == ["Q42", None]
    analyst_view = session.analyst_view(ids[6])
    session.do(annotation_edits.accept(analyst_view, [analyst_view.suggested_entities[0].id]))
    assert session.analyst_view(ids[6]).entities[0].kb_id == "Q42"
    assert not session.refine(ids[1])


def test_the_machine_reads_new_articles_with_what_was_decided(session):
    text = "Ieri la Zubenetta era in piena. Si attende la Zubenetta anche domani."
    for number in range(3):
        article_id = session.import_text(f"Numero {number}. {text}")
        lessons.suggest(session.store, article_id, f"Numero {number}. Ieri la [Zubenetta|ORG]")
        analyst_view = session.analyst_view(article_id)
        session.do(
            annotation_edits.reject(analyst_view, [e.id for e in analyst_view.suggested_entities])
        )
    last = session.import_text(f"Ultimo. {text}")
    lessons.suggest(session.store, last, "Ultimo. Ieri la [Zubenetta|ORG]")
    assert refine_all(session.store, unfinished(session.store)) == 1
    assert suggested(session, last) == []


def test_with_nothing_known_nothing_is_done(session):
    ids = lessons.fill(session.store, 3)
    suggestion_filter = SuggestionFilter(session.store)
    assert not suggestion_filter.knows_anything
    assert not any(suggestion_filter.refine(id_) for id_ in ids)


# -- the command line --------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "p.vaglio"
    session = open_session(path, analyst="anna", create=True)
    with session.store as store:
        ids = lessons.fill(store, 8)
        for article_id in ids[:6]:
            lessons.judge(session, article_id)
    return path


def test_the_gain_is_shown_before_anything_changes(project, capsys):
    assert main(["learn", str(project), "--author", "anna"]) == 0
    out = capsys.readouterr().out
    assert "as shipped  as learnt" in out
    assert "6 judged articles" in out
    with Store.open(project) as store:
        assert learning.versions(store) == ()


def test_it_is_put_to_use_listed_and_gone_back_from(project, capsys):
    assert main(["learn", str(project), "--author", "anna", "--apply", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["gains"]
    assert made["rates_after"]["mistakes"] < made["rates_before"]["mistakes"]
    assert main(["learn", str(project), "--use", "0"]) == 0
    capsys.readouterr()
    assert main(["learn", str(project), "--versions", "--json"]) == 0
    known = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(v["number"], v["parts"]) for v in known] == [(1, 1), (2, 0)]
    assert main(["learn", str(project), "--versions"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("*   2")
    assert main(["check", str(project)]) == 0


def test_suggest_brings_what_was_learnt_to_the_articles_that_wait(project, capsys):
    main(["learn", str(project), "--author", "anna", "--apply"])
    with Store.open(project) as store:
        assert refine_all(store, unfinished(store)) == 2
        assert refine_all(store, unfinished(store)) == 0


def test_too_few_articles_are_said_to_be(tmp_path, capsys):
    path = tmp_path / "p.vaglio"
    assert main(["new", str(path)]) == 0
    assert main(["learn", str(path)]) == 1
    assert "at least 5 articles" in capsys.readouterr().err
