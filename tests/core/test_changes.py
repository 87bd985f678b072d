"""Changes undo themselves and say when they were tampered with."""

from __future__ import annotations

import msgspec
import pytest

from annotator.core.changes import Change, Edit, change, digest, digest_records, logged, squash
from annotator.core.ids import new_id
from annotator.core.model import Article, Claim, Entity, Span, with_


def entity(label: str = "PER") -> Entity:
    return Entity(id=new_id(), layer_id="layer", span=Span(0, 4), label=label)


def test_the_inverse_of_the_inverse_does_the_same():
    one = entity()
    done = change("relabel", [Edit(one, with_(one, label="ORG"))], by="anna")
    assert done.inverse().inverse().edits == done.edits
    assert done.inverse().undoes == done.id


def test_edits_that_change_nothing_are_left_out():
    one = entity()
    assert change("relabel", [Edit(one, one)], by="anna").edits == ()


def test_an_edit_never_turns_one_record_into_another():
    with pytest.raises(ValueError, match="identity"):
        Edit(entity(), entity())
    with pytest.raises(ValueError, match="nothing"):
        Edit(None, None)


def test_a_sealed_change_knows_when_it_was_altered():
    sealed = change("mark", [Edit(None, entity())], by="anna").sealed(("before",))
    assert digest(sealed) == sealed.hash
    assert digest(msgspec.structs.replace(sealed, author="bruno")) != sealed.hash


def test_a_change_survives_json():
    sealed = change("mark", [Edit(None, entity())], by="anna").sealed(())
    assert msgspec.json.decode(msgspec.json.encode(sealed), type=Change) == sealed


def test_squashed_changes_go_from_first_to_last():
    one = entity("A")
    two, three = with_(one, label="B"), with_(one, label="C")
    passing = entity()
    steps = [
        change("relabel", [Edit(one, two), Edit(None, passing)], by="anna"),
        change("relabel", [Edit(two, three), Edit(passing, None)], by="anna"),
    ]
    assert squash(steps, verb="revert", by="anna").edits == (Edit(one, three),)


def test_the_log_keeps_no_article_text():
    article = Article(id="1", title="T", text="long", sha256="x")
    assert logged(article).text == ""
    assert logged(article).sha256 == "x"


def test_the_digest_of_records_ignores_their_order():
    one, two = entity(), entity()
    assert digest_records([one, two]) == digest_records([two, one])
    assert digest_records([one]) != digest_records([two])


@pytest.mark.parametrize("spans", [(), (Span(0, 5), Span(3, 8)), (Span(4, 5), Span(0, 2))])
def test_a_wrong_claim_cannot_exist(spans):
    with pytest.raises(ValueError, match="span"):
        Claim(id="1", layer_id="l", spans=spans)


def test_ids_are_in_order_of_making():
    ids = [new_id() for _ in range(5000)]
    assert sorted(ids) == ids
    assert len(set(ids)) == 5000
    assert {len(i) for i in ids} == {36}


def test_many_ids_at_once_are_sorted_unlike_and_well_formed():
    import uuid

    from annotator.core import ids

    before, many, after = ids.new_id(), ids.new_ids(10_000), ids.new_id()
    everything = [before, *many, after]
    assert sorted(set(everything)) == everything
    assert {uuid.UUID(each).version for each in many} == {7}
    assert {uuid.UUID(each).variant for each in many} == {uuid.RFC_4122}
    assert ids.new_ids(0) == []
