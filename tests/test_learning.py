"""Versions of what was learnt, what single decisions say at once, and ``vaglio learn``."""

from __future__ import annotations

import json

import pytest

from annotator.cli import main
from annotator.core.editing import annotation_edits
from annotator.core.errors import UserError
from annotator.services import learning
from annotator.services.learning import SuggestionFilter, refine_all, unfinished
from annotator.services.session import Session, open_desk
from annotator.store import Store, check
from tests import lessons


@pytest.fixture
def desk():
    with Store.memory() as store:
        yield Session(store, "anna")


@pytest.fixture
def ids(desk):
    """Nine articles, six of which are judged."""
    made = lessons.fill(desk.store, 9)
    for article_id in made[:6]:
        lessons.judge(desk, article_id)
    return made


def use(desk: Session) -> None:
    desk.do(learning.use(desk.store, learning.learn(desk.store, "anna"), by="anna"))


def suggested(desk: Session, article_id: str) -> list[tuple[str, str]]:
    sheet = desk.sheet(article_id)
    return [(e.span.of(sheet.article.text), e.label) for e in sheet.machine.entities]


def test_what_was_learnt_comes_with_the_next_article_that_is_opened(desk, ids):
    use(desk)
    assert desk.refine(ids[7])
    assert suggested(desk, ids[7]) == [
        ("Ugo Neri", "PER"),
        (lessons.RIVER, "LOC"),
        (lessons.RIVER, "LOC"),
    ]
    machines = [x.author for x in desk.store.layers(ids[7])]
    assert machines == [lessons.MACHINE, f"{lessons.MACHINE}+1"]  # the first stays as it was
    assert not desk.refine(ids[7])
    assert check(desk.store) == []


def test_going_back_is_a_version_too_and_brings_the_first_suggestions(desk, ids):
    before = suggested(desk, ids[7])
    use(desk)
    desk.refine(ids[7])
    desk.do(learning.go_back(desk.store, 0, by="anna"))
    assert desk.refine(ids[7])
    assert suggested(desk, ids[7]) == before
    assert [v.number for v in learning.versions(desk.store)] == [1, 2]
    desk.do(learning.go_back(desk.store, 1, by="anna"))
    assert desk.refine(ids[7])
    assert (lessons.RIVER, "LOC") in suggested(desk, ids[7])


def test_a_version_is_undone_like_any_change_and_its_number_is_not_used_again(desk, ids):
    use(desk)
    desk.refine(ids[7])
    desk.undo()
    assert learning.versions(desk.store) == ()
    assert learning.in_use(desk.store)[0] == 0
    use(desk)
    assert learning.in_use(desk.store)[0] == 2


def test_there_is_no_way_back_to_a_version_that_never_was(desk, ids):
    with pytest.raises(UserError, match="There is no version 7"):
        learning.go_back(desk.store, 7, by="anna")


def test_decided_suggestions_stay_decided_in_the_refined_layer(desk, ids):
    sheet = desk.sheet(ids[7])
    per = next(e for e in sheet.suggested_entities if e.label == "PER")
    desk.do(annotation_edits.accept(sheet, [per.id]))
    use(desk)
    desk.refine(ids[7])
    assert "PER" not in [e.label for e in desk.sheet(ids[7]).suggested_entities]


def test_too_few_judged_articles_are_refused(desk):
    ids = lessons.fill(desk.store, 6)
    for article_id in ids[:4]:
        lessons.judge(desk, article_id)
    with pytest.raises(UserError, match="4 judged articles"):
        learning.learn(desk.store, "anna")


def test_only_what_was_decided_teaches(desk):
    """A submitted layer with suggestions that nobody looked at says nothing of those."""
    ids = lessons.fill(desk.store, 5)
    for article_id in ids:
        sheet = desk.sheet(article_id)
        desk.do(annotation_edits.accept(sheet, [sheet.suggested_entities[0].id]))
        desk.do(annotation_edits.set_status(desk.sheet(article_id), "submitted"))
    made = learning.learn(desk.store, "anna")
    assert (made.before.entities.found, made.before.claims.found) == (5, 0)


# -- single decisions --------------------------------------------------------------------------


def reject_places(desk: Session, ids: list[str]) -> None:
    for article_id in ids:
        sheet = desk.sheet(article_id)
        places = [e.id for e in sheet.suggested_entities if e.label == "LOC"]
        desk.do(annotation_edits.reject(sheet, places))


def test_a_suggestion_rejected_three_times_alike_is_not_shown_again(desk):
    ids = lessons.fill(desk.store, 20)  # every fourth has the same day
    same = ids[::4]
    reject_places(desk, same[:2])
    assert not desk.refine(same[3])
    reject_places(desk, same[2:3])
    assert desk.refine(same[3])
    assert [label for _, label in suggested(desk, same[3])] == ["PER"]
    assert not desk.refine(ids[1])  # another day was not rejected


def test_one_acceptance_outweighs_the_rejections(desk):
    ids = lessons.fill(desk.store, 20)
    same = ids[::4]
    reject_places(desk, same[:3])
    sheet = desk.sheet(same[3])
    desk.do(annotation_edits.accept(sheet, [e.id for e in sheet.suggested_entities]))
    assert not desk.refine(same[4])


def test_a_rejection_that_is_undone_counts_no_more(desk):
    ids = lessons.fill(desk.store, 20)
    reject_places(desk, ids[:12:4])
    desk.undo()
    assert not desk.refine(ids[16])


def test_an_entity_accepted_with_a_link_is_suggested_with_it_next_time(desk):
    ids = lessons.fill(desk.store, 13)  # the people come round after six
    sheet = desk.sheet(ids[0])
    per = sheet.suggested_entities[0]
    desk.do(annotation_edits.amend(sheet, per.id, kb_id="Q42"))
    assert desk.refine(ids[6])
    assert [e.kb_id for e in desk.sheet(ids[6]).machine.entities] == ["Q42", None]
    sheet = desk.sheet(ids[6])
    desk.do(annotation_edits.accept(sheet, [sheet.suggested_entities[0].id]))
    assert desk.sheet(ids[6]).entities[0].kb_id == "Q42"
    assert not desk.refine(ids[1])


def test_the_machine_reads_new_articles_with_what_was_decided(desk):
    text = "Ieri la Zubenetta era in piena. Si attende la Zubenetta anche domani."
    for number in range(3):
        article_id = desk.import_text(f"Numero {number}. {text}")
        lessons.suggest(desk.store, article_id, f"Numero {number}. Ieri la [Zubenetta|ORG]")
        sheet = desk.sheet(article_id)
        desk.do(annotation_edits.reject(sheet, [e.id for e in sheet.suggested_entities]))
    last = desk.import_text(f"Ultimo. {text}")
    lessons.suggest(desk.store, last, "Ultimo. Ieri la [Zubenetta|ORG]")
    assert refine_all(desk.store, unfinished(desk.store)) == 1
    assert suggested(desk, last) == []


def test_with_nothing_known_nothing_is_done(desk):
    ids = lessons.fill(desk.store, 3)
    refinery = SuggestionFilter(desk.store)
    assert not refinery.knows_anything
    assert not any(refinery.refine(id_) for id_ in ids)


# -- the command line --------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "p.vaglio"
    desk = open_desk(path, analyst="anna", create=True)
    with desk.store as store:
        ids = lessons.fill(store, 8)
        for article_id in ids[:6]:
            lessons.judge(desk, article_id)
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
