"""Deciding between layers: what goes into gold, who said so, and when that goes stale."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.errors import UserError
from annotator.core.model import Attribution, Claim, Evidence, Layer, Ruling, Span, Verdict, with_
from annotator.core.review import adjudication
from annotator.core.review.differences import claims_of, says
from annotator.core.review.review import Review, hanging_on, may_see_others, reviewable, spot_check
from tests import notation
from tests.core import paper
from tests.core.layers import layer_of, layers

BY = "carla"


def review_of(*marked: str) -> Review:
    """A review of layers of a, b, c, one for each text."""
    text, _ = notation.parse(marked[0])
    made = [layer_of(name, each) for name, each in zip("abc", marked, strict=False)]
    return review_with(made, text)


def review_with(made: list[LayerContents], text: str = "x" * 60) -> Review:
    article = with_(paper.article(text), id="article")
    return Review(AnnotatedArticle(article=article, layers=tuple(made)), made)


def after(review: Review, change, layers_now=None) -> Review:
    """The review once *change* is done, each `before` checked."""
    gold = review.gold
    records = {r.id: r for r in gold.records()} if gold else {}
    layer = gold.layer if gold else None
    for edit in change.edits:
        if isinstance(edit.record, Layer):
            layer = edit.after
            continue
        assert records.get(edit.record.id) == edit.before
        if edit.after is None:
            del records[edit.record.id]
        else:
            records[edit.record.id] = edit.after
            assert edit.after.layer_id == layer.id
    made = list(layers_now or review.layers)
    held = [paper.contents_of(layer, list(records.values()))] if layer else []
    rulings = tuple(r for r in records.values() if isinstance(r, Ruling))
    held = [replace(each, rulings=rulings) for each in held]
    annotated_article = AnnotatedArticle(article=review.article, layers=(*made, *held))
    return Review(annotated_article, made)


def gold(review: Review) -> str:
    if review.gold is None:
        return review.article.text
    marks = [(e.span, e.label) for e in review.gold.entities]
    marks += [(s, "CLAIM") for c in review.gold.claims for s in c.spans]
    return notation.show(review.article.text, marks)


def test_taking_one_puts_a_copy_into_gold_and_says_who_decided():
    review = review_of("[Iran|LOC] spoke", "[Iran|ORG] spoke")
    [found] = review.differences
    change = adjudication.take(review, found, found.members[1], by=BY, reason="label", comment="no")
    done = after(review, change)
    assert gold(done) == "[Iran|ORG] spoke"
    [made] = done.gold.entities
    [ruling] = done.gold.rulings
    assert change.author == BY
    assert made.derived_from == found.members[1].id
    assert (ruling.by, ruling.outcome, ruling.taken) == (BY, "take", found.members[1].id)
    assert (ruling.reason, ruling.comment, ruling.result) == ("label", "no", made.id)
    assert set(ruling.members) == found.ids
    assert (done.gold.layer.author, done.gold.layer.role) == ("gold", "gold")


def test_taking_the_other_afterwards_alters_what_is_in_gold():
    review = review_of("[Iran|LOC] spoke", "[Iran|ORG] spoke")
    [found] = review.differences
    once = after(review, adjudication.take(review, found, found.members[0], by=BY))
    twice = after(once, adjudication.take(once, found, found.members[1], by=BY))
    assert gold(twice) == "[Iran|ORG] spoke"
    assert twice.gold.entities[0].id == once.gold.entities[0].id
    assert len(twice.gold.rulings) == 1


def test_neither_is_a_full_decision_and_leaves_nothing_in_gold():
    review = review_of("[Iran|LOC] spoke", "[Iran|ORG] spoke")
    [found] = review.differences
    taken = after(review, adjudication.take(review, found, found.members[0], by=BY))
    done = after(taken, adjudication.neither(taken, found, by=BY, reason="not_named"))
    assert gold(done) == "Iran spoke"
    assert done.undecided == ()
    assert (done.progress.decided, done.progress.total) == (1, 1)


def test_mine_instead_is_an_amended_copy_and_can_be_amended_again():
    review = review_of("[Mario Rossi|PER] spoke", "Mario [Rossi|PER] spoke")
    [found] = review.differences
    change = adjudication.amend(review, found, found.members[0], by=BY, label="ORG")
    once = after(review, change)
    assert gold(once) == "[Mario Rossi|ORG] spoke"
    twice = after(once, adjudication.amend(once, found, found.members[0], by=BY, span=Span(0, 5)))
    assert gold(twice) == "[Mario|ORG] Rossi spoke"
    assert twice.gold.rulings[0].outcome == "amend"


def test_what_is_put_off_stays_open_with_a_word_about_it():
    review = review_of("[Iran|LOC] spoke", "Iran spoke")
    [found] = review.differences
    done = after(review, adjudication.later(review, found, by=BY, comment="ask Dario"))
    assert done.undecided == (found,)
    assert done.standing(found).state == "later"
    assert done.standing(found).ruling.comment == "ask Dario"


def test_all_that_is_unanimous_is_accepted_as_one_change():
    review = review_of(
        "[Rossi|PER] in [Rome|LOC], [Iran|LOC]", "[Rossi|PER] in [Rome|LOC], [Iran|ORG]"
    )
    done = after(review, adjudication.accept_all(review, review.unanimous, by=BY))
    assert gold(done) == "[Rossi|PER] in [Rome|LOC], Iran"
    assert [d.how for d in done.undecided] == [("label",)]
    assert done.unanimous == ()


def test_one_layer_alone_has_nothing_unanimous_but_can_be_decided():
    review = review_of("[Rossi|PER] in [Rome|LOC]")
    assert review.unanimous == ()
    assert len(review.undecided) == 2
    one, two = review.differences
    done = after(review, adjudication.take(review, one, one.members[0], by=BY))
    done = after(done, adjudication.neither(done, two, by=BY))
    assert gold(done) == "[Rossi|PER] in Rome"
    assert done.undecided == ()


def test_a_decision_goes_stale_when_a_layer_changes_afterwards():
    review = review_of("[Iran|LOC] spoke", "[Iran|ORG] spoke")
    [found] = review.differences
    done = after(review, adjudication.take(review, found, found.members[0], by=BY))
    other = done.layers[1]
    edited = replace(other, entities=(with_(other.entities[0], label="PER"),))
    now = review_of_same(done, [done.layers[0], edited])
    assert now.standing(now.differences[0]).state == "stale"
    assert gold(now) == "[Iran|LOC] spoke"  # nothing was recomputed over it
    assert now.progress.stale == 1


def test_a_decision_stands_when_a_colleague_comes_round_to_it():
    review = review_of("[Iran|LOC] spoke", "[Iran|ORG] spoke")
    [found] = review.differences
    done = after(review, adjudication.take(review, found, found.members[0], by=BY))
    other = done.layers[1]
    edited = replace(other, entities=(with_(other.entities[0], label="LOC"),))
    now = review_of_same(done, [done.layers[0], edited])
    assert now.standing(now.differences[0]).state == "decided"


def test_a_new_annotation_of_a_third_person_makes_a_decision_stale():
    review = review_of("[Iran|LOC] spoke", "[Iran|ORG] spoke")
    [found] = review.differences
    done = after(review, adjudication.take(review, found, found.members[0], by=BY))
    third = layer_of("c", "[Iran|MISC] spoke")
    now = review_of_same(done, [*done.layers, third])
    assert now.standing(now.differences[0]).state == "stale"


def review_of_same(review: Review, made: list[LayerContents]) -> Review:
    held = (review.gold,) if review.gold else ()
    return Review(AnnotatedArticle(article=review.article, layers=(*made, *held)), made)


def test_what_was_taken_and_then_withdrawn_is_told_of_and_can_be_dropped_or_kept():
    review = review_of("[Iran|LOC] spoke", "Iran spoke")
    [found] = review.differences
    done = after(review, adjudication.take(review, found, found.members[0], by=BY))
    now = review_of_same(done, [layer_of("a", "Iran spoke"), done.layers[1]])
    [orphan] = now.orphans
    dropped = after(now, adjudication.drop(now, orphan, by=BY, comment="withdrawn"))
    assert (gold(dropped), dropped.orphans) == ("Iran spoke", ())
    kept = after(now, adjudication.keep(now, orphan, by=BY))
    assert (gold(kept), kept.orphans) == ("[Iran|LOC] spoke", ())


def test_what_two_rulings_were_about_can_become_one_difference():
    review = review_of("[Mario|PER] [Rossi|PER] spoke", "Mario Rossi spoke")
    for found in review.differences:
        review = after(review, adjudication.take(review, found, found.members[0], by=BY))
    joined = layer_of("a", "[Mario Rossi|PER] spoke")
    one = with_(joined.entities[0], id=review.layers[0].entities[0].id)
    two = with_(
        layer_of("b", "[Mario Rossi|PER] spoke").entities[0],
        id=review.layers[0].entities[1].id,
    )
    now = review_of_same(
        review,
        [replace(review.layers[0], entities=(one,)), replace(review.layers[1], entities=(two,))],
    )
    [found] = now.differences
    assert now.standing(found).state == "stale"
    done = after(now, adjudication.take(now, found, found.members[0], by=BY))
    assert gold(done) == "[Mario Rossi|PER] spoke"
    assert len(done.gold.rulings) == 1


def hung(name: str) -> LayerContents:
    """A claim in two parts with all that can hang on it."""
    whole = Claim(id=f"whole{name}", layer_id=name, spans=(Span(0, 20),))
    part = Claim(id=f"part{name}", layer_id=name, spans=(Span(5, 9),), part_of=whole.id)
    outer = Attribution(id=f"outer{name}", layer_id=name, claims=(whole.id,), agent="Rossi")
    inner = Attribution(
        id=f"inner{name}", layer_id=name, claims=(part.id,), agent="Neri", nested_in=outer.id
    )
    evidence = Evidence(
        id=f"evidence{name}", layer_id=name, claim_id=part.id, source_id="s", stance="refutes"
    )
    verdict = Verdict(
        id=f"verdict{name}",
        layer_id=name,
        claim_id=part.id,
        label="refuted",
        justification="so",
        supersedes="old",
    )
    return LayerContents(
        layer=Layer(id=name, article_id="article", author=name),
        claims=(whole, part),
        attributions=(outer, inner),
        evidence=(evidence,),
        verdicts=(verdict,),
    )


@pytest.mark.parametrize("backwards", [False, True])
def test_what_hangs_on_a_claim_hangs_on_its_copy_in_whatever_order_it_is_taken(backwards):
    review = review_with([hung("a"), hung("b")])
    order = review.differences[::-1] if backwards else review.differences
    for found in order:
        review = after(review, adjudication.take(review, found, found.members[1], by=BY))
    made = review.gold
    claims = {c.derived_from: c for c in made.claims}
    said = {a.agent: a for a in made.attributions}
    assert claims["partb"].part_of == claims["wholeb"].id
    assert said["Rossi"].claims == (claims["wholeb"].id,)
    assert said["Neri"].claims == (claims["partb"].id,)
    assert said["Neri"].nested_in == said["Rossi"].id
    assert made.evidence[0].claim_id == claims["partb"].id
    assert made.verdicts[0].claim_id == claims["partb"].id
    assert made.verdicts[0].supersedes is None
    assert review.undecided == ()


def test_a_claim_that_is_not_taken_takes_what_hangs_on_it_along():
    review = review_with([hung("a"), hung("b")])
    review = after(review, adjudication.accept_all(review, review.unanimous, by=BY))
    part = review.difference_of("parta")
    assert len(hanging_on(review, part)) == 3
    done = after(review, adjudication.neither(review, part, by=BY))
    assert [c.derived_from for c in done.gold.claims] == ["wholea"]
    assert [a.agent for a in done.gold.attributions] == ["Rossi"]
    assert (done.gold.evidence, done.gold.verdicts) == ((), ())
    assert done.undecided == ()


def test_something_that_nobody_saw_can_be_added():
    review = review_of("[Rossi|PER] in Rome", "[Rossi|PER] in Rome")
    seen_only_here = layer_of("carla", "Rossi in [Rome|LOC]").entities[0]
    done = after(review, adjudication.add(review, seen_only_here, by=BY, comment="missed"))
    assert gold(done) == "Rossi in [Rome|LOC]"
    assert done.orphans == ()
    assert done.gold.rulings[0].comment == "missed"


def test_a_spot_check_draws_the_same_sample_from_the_same_seed():
    review = review_of("[a|X] [b|X] [c|X] [d|X]", "[a|X] [b|X] [c|X] [d|X]")
    sample = spot_check(review.unanimous, share=0.5, seed=7)
    assert len(sample) == 2
    assert spot_check(review.unanimous[::-1], share=0.5, seed=7) == sample
    assert spot_check(review.unanimous, share=0, seed=7) == []
    assert len(spot_check(review.unanimous, share=0.01, seed=7)) == 1


@given(layers(), st.randoms(use_true_random=False))
def test_gold_is_what_was_decided_whatever_was_decided_before(made, rnd):
    """Decide everything twice, at random: gold holds exactly the results, and all links hold."""
    review = review_with(made)
    for found in [*review.differences, *rnd.sample(review.differences, len(review.differences))]:
        if rnd.random() < 0.3:
            review = after(review, adjudication.neither(review, found, by=BY))
        else:
            member = rnd.choice(found.present)
            try:
                change = adjudication.take(review, found, member, by=BY)
            except UserError:
                taken = {mark.derived_from for mark in review.in_gold.values()}
                assert claims_of(member)
                assert taken.isdisjoint(claims_of(member))
                continue
            review = after(review, change)
            result = review.standing(found).result
            assert says(result) == says(member)
        ids = {r.id for r in review.gold.records()} if review.gold else set()
        results = {r.result for r in review.gold.rulings if r.result} if review.gold else set()
        assert set(review.in_gold) <= results
        assert {c for a in review.gold.attributions for c in a.claims} <= ids
        assert {e.claim_id for e in (*review.gold.evidence, *review.gold.verdicts)} <= ids
    assert review.orphans == ()


@given(layers())
def test_accepting_everything_decides_everything(made):
    review = review_with(made)
    done = after(review, adjudication.accept_all(review, review.differences, by=BY))
    assert done.undecided == ()
    assert done.progress.decided == len(done.differences)


def test_only_what_was_handed_in_is_reviewed_unless_drafts_are_wanted():
    made = [layer_of("a", "[x|X]"), layer_of("b", "[x|X]")]
    made[0] = replace(made[0], layer=with_(made[0].layer, status="submitted"))
    annotated_article = AnnotatedArticle(article=paper.article("x"), layers=tuple(made))
    assert [c.layer.author for c in reviewable(annotated_article)] == ["a"]
    assert [c.layer.author for c in reviewable(annotated_article, drafts=True)] == ["a", "b"]
    assert reviewable(annotated_article, ["b"]) == []


def test_an_analyst_sees_colleagues_only_after_handing_in():
    made = layer_of("a", "[x|X]")
    article = paper.article("x")
    assert not may_see_others(AnnotatedArticle(article=article, layers=(made,)), "a")
    done = replace(made, layer=with_(made.layer, status="submitted"))
    assert may_see_others(AnnotatedArticle(article=article, layers=(done,)), "a")
    assert may_see_others(AnnotatedArticle(article=article, layers=(made,)), "b")
    assert not may_see_others(AnnotatedArticle(article=article, layers=(made,)), "b", assigned=True)


# -- what hangs on a claim


def one_speaker_of_two(name: str, *, worth: int = 2) -> LayerContents:
    layer = Layer(id=name, article_id="article", author=name)
    claims = tuple(
        Claim(
            id=f"c{n}{name}",
            layer_id=name,
            spans=(Span(5 + 10 * n, 12 + 10 * n),),
            check_worthiness=worth,
        )
        for n in range(2)
    )
    said = Attribution(
        id=f"said{name}",
        layer_id=name,
        claims=tuple(claim.id for claim in claims),
        source_spans=(Span(0, 4),),
        agent="Rossi",
        type="belief" if worth == 2 else "assertion",
    )
    return LayerContents(layer=layer, claims=claims, attributions=(said,))


def test_claims_come_before_what_hangs_on_them():
    review = review_with([one_speaker_of_two("a"), one_speaker_of_two("b", worth=3)])
    assert [d.type for d in review.differences] == ["claim", "claim", "attribution"]


def test_taking_who_says_it_decides_no_claim_on_which_they_differ():
    review = review_with([one_speaker_of_two("a"), one_speaker_of_two("b", worth=3)])
    first, second, speaker = review.differences
    with pytest.raises(UserError, match="claim first"):
        adjudication.take(review, speaker, speaker.members[0], by=BY)
    review = after(review, adjudication.take(review, first, first.members[0], by=BY))
    review = after(review, adjudication.take(review, speaker, speaker.members[0], by=BY))
    assert review.standing(second).state == "open"
    assert [len(a.claims) for a in review.gold.attributions] == [1]
    review = after(review, adjudication.take(review, second, second.members[1], by=BY))
    assert [len(a.claims) for a in review.gold.attributions] == [2]


# -- what is withdrawn after a decision


def test_a_decision_is_stale_when_one_who_said_so_withdraws():
    review = review_of("[Lucia|PER] spoke", "[Lucia|PER] spoke", "[Lucia|ORG] spoke")
    [found] = review.differences
    done = after(review, adjudication.take(review, found, found.members[1], by=BY))
    without_a = review_of_same(done, [layer_of("a", "Lucia spoke"), *done.layers[1:]])
    assert without_a.standing(without_a.differences[0]).state == "stale"
    assert without_a.progress.stale == 1
    without_c = review_of_same(done, [*done.layers[:2], layer_of("c", "Lucia spoke")])
    assert without_c.standing(without_c.differences[0]).state == "decided"
    not_handed_in = review_of_same(done, done.layers[1:])
    assert not_handed_in.standing(not_handed_in.differences[0]).state == "decided"
