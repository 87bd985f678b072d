"""The use cases, on a real store in memory."""

from __future__ import annotations

import json

import pytest

from annotator.core import scheme as schemes
from annotator.core.editing import annotation_edits, attribution_edits
from annotator.core.errors import NothingToUndo, StaleEdit
from annotator.core.model import Claim, Span
from annotator.services import importing
from annotator.services.session import Session, open_session
from annotator.services.suggesting import suggest_for
from annotator.store import Store
from annotator.store.maintenance.check import check
from tests import notation
from tests.core.paper import find, mine, span, waiting
from tests.exported import export


@pytest.fixture
def session():
    with Store.memory() as store:
        yield Session(store, "anna")


def paste(session: Session, marked: str) -> str:
    """An article whose marked words are suggestions; returns its id."""
    from tests.core import paper

    text, spans = notation.parse(marked)
    article_id = session.import_text(text)
    contents = paper.machine_layer(session.article(article_id), spans)
    session.store.save_suggestions(
        article_id,
        contents.layer.author,
        contents.entities,
        contents.claims,
        layer_id=contents.layer.id,
    )
    return article_id


def test_undo_and_redo_go_through_everything_that_was_done(session):
    id_ = paste(session, "[Mario Rossi|ORG] lives in [Rome|LOC].")
    analyst_view = session.analyst_view(id_)
    session.do(annotation_edits.accept(analyst_view, [a.id for a in analyst_view.suggestions]))
    analyst_view = session.analyst_view(id_)
    session.do(annotation_edits.relabel(analyst_view, [find(analyst_view, "Mario Rossi")], "PER"))
    assert mine(session.analyst_view(id_)) == "[Mario Rossi|PER] lives in [Rome|LOC]."
    session.undo()
    assert mine(session.analyst_view(id_)) == "[Mario Rossi|ORG] lives in [Rome|LOC]."
    session.undo()
    assert waiting(session.analyst_view(id_)) == "[Mario Rossi|ORG] lives in [Rome|LOC]."
    with pytest.raises(NothingToUndo):
        session.undo()
    session.redo()
    session.redo()
    assert mine(session.analyst_view(id_)) == "[Mario Rossi|PER] lives in [Rome|LOC]."
    with pytest.raises(NothingToUndo):
        session.redo()


def test_undo_survives_closing_and_is_each_analysts_own(tmp_path):
    path = tmp_path / "p.vaglio"
    with open_session(path, analyst="anna", create=True).store as store:
        anna, bruno = Session(store, "anna"), Session(store, "bruno")
        id_ = anna.import_text("Rome grows.")
        for session, label in ((anna, "LOC"), (bruno, "ORG")):
            analyst_view = session.analyst_view(id_)
            session.do(annotation_edits.mark(analyst_view, [span(analyst_view, "Rome")], label))
    anna = open_session(path, analyst="anna")
    with anna.store as store:
        anna.undo()
        assert mine(anna.analyst_view(id_)) == "Rome grows."
        assert mine(Session(store, "bruno").analyst_view(id_)) == "[Rome|ORG] grows."
        anna.redo()
        assert mine(anna.analyst_view(id_)) == "[Rome|LOC] grows."


def test_whoever_was_second_is_told_and_nothing_is_lost(tmp_path):
    path = tmp_path / "p.vaglio"
    one = open_session(path, analyst="anna", create=True)
    two = open_session(path, analyst="anna")
    with one.store, two.store:
        id_ = one.import_text("Rome grows.")
        analyst_view = one.analyst_view(id_)
        one.do(annotation_edits.mark(analyst_view, [span(analyst_view, "Rome")], "LOC"))
        assert two.store.changed_elsewhere()
        ours, theirs = one.analyst_view(id_), two.analyst_view(id_)
        one.do(annotation_edits.relabel(ours, [ours.entities[0].id], "ORG"))
        with pytest.raises(StaleEdit):
            two.do(annotation_edits.relabel(theirs, [theirs.entities[0].id], "PER"))
        assert mine(two.analyst_view(id_)) == "[Rome|ORG] grows."


def test_going_back_to_a_point_is_one_change_that_can_be_undone(session):
    id_ = paste(session, "Rome and Milan grow.")
    for words in ("Rome", "Milan"):
        analyst_view = session.analyst_view(id_)
        session.do(annotation_edits.mark(analyst_view, [span(analyst_view, words)], "LOC"))
    first = session.store.changes(article_id=id_)[0][0]
    session.revert(id_, to=first)
    assert mine(session.analyst_view(id_)) == "[Rome|LOC] and Milan grow."
    session.undo()
    assert mine(session.analyst_view(id_)) == "[Rome|LOC] and [Milan|LOC] grow."
    session.revert(id_, to=0)
    assert mine(session.analyst_view(id_)) == "Rome and Milan grow."


def test_going_back_brings_a_layer_that_was_taken_back_as_a_whole(session):
    id_ = paste(session, "Rome and Milan grow.")
    session.do(annotation_edits.mark(session.analyst_view(id_), [Span(0, 4)], "LOC"))
    first = session.store.changes(article_id=id_)[0][0]
    session.undo()
    analyst_view = session.analyst_view(id_)
    session.do(annotation_edits.mark(analyst_view, [span(analyst_view, "Milan")], "LOC"))
    session.revert(id_, to=first)
    assert mine(session.analyst_view(id_)) == "[Rome|LOC] and Milan grow."
    session.undo()
    assert mine(session.analyst_view(id_)) == "Rome and [Milan|LOC] grow."


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_an_article_of_which_every_decision_was_taken_back_is_not_begun(session, order):
    id_ = paste(session, "[Rome|LOC] and [Milan|LOC] grow.")
    for words in ("Rome", "Milan"):
        analyst_view = session.analyst_view(id_)
        session.do(annotation_edits.accept(analyst_view, [find(analyst_view, words)]))
    decisions = [each for _, each in session.store.changes(article_id=id_, author="anna")]
    for number in order:
        session.take_back((decisions[number],))
    assert session.analyst_view(id_).mine is None
    session.redo()
    [again] = session.analyst_view(id_).entities
    session.undo()
    assert session.analyst_view(id_).mine is None
    session.redo()
    assert session.analyst_view(id_).entities == (again,)
    session.redo()
    assert mine(session.analyst_view(id_)) == "[Rome|LOC] and [Milan|LOC] grow."
    session.undo()
    session.undo()
    assert session.analyst_view(id_).mine is None
    assert check(session.store) == []


def test_what_was_marked_and_removed_was_worked_on(session):
    id_ = paste(session, "Rome and Milan grow.")
    session.do(annotation_edits.mark(session.analyst_view(id_), [Span(0, 4)], "LOC"))
    analyst_view = session.analyst_view(id_)
    session.do(annotation_edits.remove(analyst_view, [find(analyst_view, "Rome")]))
    analyst_view = session.analyst_view(id_)
    session.do(annotation_edits.mark(analyst_view, [span(analyst_view, "Milan")], "LOC"))
    session.undo()
    assert session.analyst_view(id_).mine is not None


def test_all_occurrences_in_the_project_are_one_step(session):
    ids = [session.import_text(f"{name}: l’Iran e gli Iraniani, Iran.") for name in ("Uno", "Due")]
    found = session.occurrences("Iran")
    assert len(found) == 4
    assert {o.words for o in found} == {"Iran"}
    session.label_occurrences(found, "LOC")
    assert mine(session.analyst_view(ids[1])) == "Due: l’[Iran|LOC] e gli Iraniani, [Iran|LOC]."
    session.label_occurrences(session.occurrences("Iran"), None)
    assert mine(session.analyst_view(ids[0])) == "Uno: l’Iran e gli Iraniani, Iran."
    session.undo()
    session.undo()
    assert all(session.analyst_view(id_).entities == () for id_ in ids)


def test_occurrences_know_which_articles_are_submitted(session):
    id_ = session.import_text("Iran, Iran.")
    session.do(annotation_edits.set_status(session.analyst_view(id_), "submitted"))
    assert all(o.is_submitted for o in session.occurrences("Iran"))


def test_reverting_one_article_leaves_the_others_alone(session):
    ids = [session.import_text(f"{name}: Iran.") for name in ("Uno", "Due")]
    session.label_occurrences(session.occurrences("Iran"), "LOC")
    session.revert(ids[0], to=0)
    assert mine(session.analyst_view(ids[0])) == "Uno: Iran."
    assert mine(session.analyst_view(ids[1])) == "Due: [Iran|LOC]."


def test_renaming_a_label_takes_all_analysts_annotations_along(session):
    id_ = paste(session, "[Rome|LOC] and Milan.")
    for name in ("anna", "bruno"):
        other = Session(session.store, name)
        analyst_view = other.analyst_view(id_)
        other.do(annotation_edits.mark(analyst_view, [span(analyst_view, "Milan")], "LOC"))
    new = schemes.rename(session.scheme, "LOC", to="PLACE")
    session.set_scheme(new, renamed=("LOC", "PLACE"))
    assert mine(session.analyst_view(id_)) == "Rome and [Milan|PLACE]."
    assert mine(Session(session.store, "bruno").analyst_view(id_)) == "Rome and [Milan|PLACE]."
    assert waiting(session.analyst_view(id_)) == "[Rome|PLACE] and Milan."
    session.undo()
    assert mine(session.analyst_view(id_)) == "Rome and [Milan|LOC]."
    assert session.scheme.find("PLACE") is None


def test_a_bad_file_is_named_and_the_others_are_imported(session, tmp_path):
    (tmp_path / "good.txt").write_text("Un articolo.\n\nIl testo.", encoding="utf-8")
    (tmp_path / "bad.jsonl").write_text(
        '{"text": "Uno", "spans": []}\n{"text": "Due", "spans": [{"start": 0, "end": 99, "label": "X"}]}\n',
        encoding="utf-8",
    )
    (tmp_path / "unknown.xyz").write_bytes(b"?")
    done = importing.import_files(session, [tmp_path])
    assert (done.files, done.articles_new) == (1, 1)
    assert "bad.jsonl" in str(done.faults[0])
    assert done.skipped == ["unknown.xyz"]
    assert session.store.article_count() == 1


def test_the_same_file_again_brings_nothing_new(session, tmp_path):
    path = tmp_path / "a.jsonl"
    line = {"text": "Rome grows.", "spans": [{"start": 0, "end": 4, "label": "LOC"}]}
    path.write_text(json.dumps(line), encoding="utf-8")
    assert importing.import_files(session, [path], author="anna").layers_new == 1
    again = importing.import_files(session, [path], author="anna")
    assert (again.articles_new, again.articles_known, again.layers_new) == (0, 1, 0)
    assert (
        mine(session.analyst_view(session.occurrences("Rome")[0].article_id)) == "[Rome|LOC] grows."
    )


def test_cancelling_an_import_leaves_the_file_out(session, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Uno.", encoding="utf-8")

    def cancel(share: float, what: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        importing.import_files(session, [path], on_progress=cancel)
    assert session.store.article_count() == 0


@pytest.mark.parametrize(
    ("layers", "authors"),
    [("mine", ["anna"]), ("bruno", ["bruno"]), ("machine", ["machine:test@1"])],
)
def test_an_export_has_the_layers_that_were_asked_for(session, tmp_path, layers, authors):
    id_ = paste(session, "[Rome|LOC] grows.")
    for name in ("anna", "bruno"):
        other = Session(session.store, name)
        other.do(
            annotation_edits.accept(
                other.analyst_view(id_), [a.id for a in other.analyst_view(id_).suggestions]
            )
        )
    path = tmp_path / "out.jsonl"
    export(session, path, format="jsonl", layers=layers)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line["layer"]["author"] for line in lines] == authors
    export(session, path, format="jsonl", layers="all")
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3


def test_what_is_exported_comes_back_byte_for_byte(session, tmp_path):
    id_ = paste(session, "[Mario|PER] said {it rains in [Rome|LOC]|CLAIM} 😀.")
    analyst_view = session.analyst_view(id_)
    session.do(annotation_edits.accept(analyst_view, [a.id for a in analyst_view.suggestions]))
    claim = session.analyst_view(id_).claims[0]
    session.do(
        attribution_edits.attribute(
            session.analyst_view(id_), claim.id, source=span(analyst_view, "Mario")
        )
    )
    first, second = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    export(session, first, format="jsonl", layers="all")
    with Store.memory() as store:
        other = Session(store, "bruno")
        assert importing.import_files(other, [first]).faults == []
        export(other, second, format="jsonl", layers="all")
    assert first.read_bytes() == second.read_bytes()


def test_the_machine_suggests_once_and_remembers_that_it_did(session):
    id_ = session.import_text("Il 4 gennaio Mario Rossi ha detto che i prezzi sono calati del 3%.")
    assert suggest_for(session.store, session.choice).articles == 1
    assert suggest_for(session.store, session.choice).articles == 0
    analyst_view = session.analyst_view(id_)
    assert any(isinstance(s, Claim) for s in analyst_view.suggestions)
    assert all(s.why and s.confidence is not None for s in analyst_view.suggestions)


def test_an_article_of_which_the_machine_says_nothing_counts_as_seen(session):
    session.import_text("Eh.")
    suggest_for(session.store, session.choice)
    assert suggest_for(session.store, session.choice).articles == 0


def test_a_sheet_after_a_change_is_what_the_store_would_read(session):
    from annotator.core.editing.analyst_view import AnalystView

    id_ = paste(
        session, "[Mario|PER] said {it rains in [Rome|LOC] {today|CLAIM}|CLAIM}, then slept."
    )
    analyst_view = session.analyst_view(id_)

    def same(made: AnalystView, read: AnalystView) -> bool:
        return made.mine == read.mine and made.suggestions == read.suggestions

    steps = [
        lambda s: annotation_edits.mark(s, [span(s, "slept"), span(s, "said")], "EVENT"),
        lambda s: annotation_edits.accept(s, [a.id for a in s.suggestions[:2]]),
        lambda s: attribution_edits.attribute(
            s, s.claims[0].id, source=span(s, "Mario"), cue=span(s, "said")
        ),
        lambda s: annotation_edits.relabel(s, [find(s, "Rome")], "ORG"),
        lambda s: annotation_edits.move_edge(
            s, find(s, "Mario"), span(s, "Mario"), span(s, "Mario said")
        ),
        lambda s: annotation_edits.reject(s, [a.id for a in s.suggestions]),
        lambda s: annotation_edits.remove(s, [s.claims[0].id]),
        lambda s: annotation_edits.set_status(s, "submitted"),
    ]
    for step in steps:
        change = step(analyst_view)
        session.do(change)
        made = analyst_view.after(change)
        analyst_view = session.analyst_view(id_)
        assert same(made, analyst_view)
    for _ in steps:
        undone = session.undo()
        made = analyst_view.after(undone)
        analyst_view = session.analyst_view(id_)
        assert same(made, analyst_view)
    assert analyst_view.mine is None


def test_an_export_says_how_many_articles_have_nothing_to_give(session, tmp_path):
    id_ = paste(session, "[Rome|LOC] grows.")
    paste(session, "Milan sleeps.")
    session.do(annotation_edits.mark(session.analyst_view(id_), [Span(0, 4)], "LOC"))
    report = export(session, tmp_path / "out.jsonl", format="jsonl", layers="mine")
    assert (report.articles, report.left_aside) == (1, 1)
    assert export(session, tmp_path / "all.jsonl", format="jsonl", layers="all").left_aside == 0
