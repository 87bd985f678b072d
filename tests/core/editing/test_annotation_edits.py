"""What an analyst does, seen in the layers."""

from __future__ import annotations

from annotator.core.editing import annotation_edits, attribution_edits
from annotator.core.editing.analyst_view import AnalystView, next_of
from annotator.core.ids import new_id
from annotator.core.model import Attribution, Claim, Judgement, with_
from tests.core import paper
from tests.core.paper import after, find, mine, span, suggested, waiting

TEXT = "[Mario Rossi|ORG] told [Reuters|ORG] that {prices fell in [May|DATE]|CLAIM}."


def decisions(analyst_view: AnalystView) -> list[str]:
    return sorted(j.decision for j in analyst_view.mine.judgements)


def test_accepting_copies_the_suggestion_and_keeps_it():
    analyst_view = suggested(TEXT)
    machine = analyst_view.machine
    analyst_view = after(
        analyst_view, annotation_edits.accept(analyst_view, [find(analyst_view, "Reuters")])
    )
    assert mine(analyst_view) == "Mario Rossi told [Reuters|ORG] that prices fell in May."
    assert (
        waiting(analyst_view)
        == "[Mario Rossi|ORG] told Reuters that {prices fell in [May|DATE]|CLAIM}."
    )
    assert analyst_view.machine == machine
    assert analyst_view.entities[0].derived_from == machine.entities[1].id
    assert analyst_view.entities[0].origin == "machine"


def test_accepting_all_is_one_change():
    analyst_view = suggested(TEXT)
    change = annotation_edits.accept(analyst_view, [a.id for a in analyst_view.suggestions])
    analyst_view = after(analyst_view, change)
    assert mine(analyst_view) == TEXT
    assert not analyst_view.suggestions


def test_rejecting_leaves_nothing_but_the_judgement():
    analyst_view = suggested(TEXT)
    analyst_view = after(
        analyst_view,
        annotation_edits.reject(
            analyst_view, [find(analyst_view, "May")], reason="not a date here"
        ),
    )
    assert mine(analyst_view) == "Mario Rossi told Reuters that prices fell in May."
    assert [(j.decision, j.reason) for j in analyst_view.mine.judgements] == [
        ("reject", "not a date here")
    ]


def test_relabelling_a_suggestion_amends_it():
    analyst_view = suggested(TEXT)
    analyst_view = after(
        analyst_view,
        annotation_edits.relabel(analyst_view, [find(analyst_view, "Mario Rossi")], "PER"),
    )
    assert mine(analyst_view).startswith("[Mario Rossi|PER] told")
    assert decisions(analyst_view) == ["amend"]
    assert analyst_view.entities[0].origin == "machine_edited"


def test_relabelling_what_was_accepted_turns_the_judgement_into_amend():
    analyst_view = suggested(TEXT)
    analyst_view = after(
        analyst_view, annotation_edits.accept(analyst_view, [find(analyst_view, "Mario Rossi")])
    )
    analyst_view = after(
        analyst_view,
        annotation_edits.relabel(analyst_view, [find(analyst_view, "Mario Rossi")], "PER"),
    )
    assert decisions(analyst_view) == ["amend"]
    assert len(analyst_view.entities) == 1


def test_marking_the_span_of_a_suggestion_judges_it():
    analyst_view = suggested(TEXT)
    analyst_view = after(
        analyst_view,
        annotation_edits.mark(analyst_view, [span(analyst_view, "Mario Rossi")], "PER"),
    )
    assert mine(analyst_view).startswith("[Mario Rossi|PER] told")
    assert decisions(analyst_view) == ["amend"]


def test_marking_an_own_span_again_relabels_it():
    analyst_view = suggested("Rome grows.")
    analyst_view = after(
        analyst_view, annotation_edits.mark(analyst_view, [span(analyst_view, "Rome")], "ORG")
    )
    analyst_view = after(
        analyst_view, annotation_edits.mark(analyst_view, [span(analyst_view, "Rome")], "LOC")
    )
    assert mine(analyst_view) == "[Rome|LOC] grows."
    assert analyst_view.entities[0].origin == "manual"


def test_marking_the_same_again_changes_nothing():
    analyst_view = suggested("Rome grows.")
    analyst_view = after(
        analyst_view, annotation_edits.mark(analyst_view, [span(analyst_view, "Rome")], "LOC")
    )
    assert annotation_edits.mark(analyst_view, [span(analyst_view, "Rome")], "LOC").edits == ()


def test_moving_an_edge_of_a_claim_moves_what_is_attributed():
    analyst_view = suggested("{Prices fell|CLAIM} in May, said Rossi.")
    claim = find(analyst_view, "Prices fell", Claim)
    analyst_view = after(
        analyst_view,
        attribution_edits.attribute(analyst_view, claim, source=span(analyst_view, "Rossi")),
    )
    claim = analyst_view.claims[0].id
    change = annotation_edits.move_edge(
        analyst_view,
        claim,
        span(analyst_view, "Prices fell"),
        span(analyst_view, "Prices fell in May"),
    )
    analyst_view = after(analyst_view, change)
    assert mine(analyst_view) == "{Prices fell in May|CLAIM}, said Rossi."
    assert analyst_view.attributions[0].content_spans == analyst_view.claims[0].spans


def test_source_and_cue_make_one_attribution():
    analyst_view = suggested("{Prices fell|CLAIM}, said Mario Rossi.")
    analyst_view = after(
        analyst_view,
        attribution_edits.attribute(
            analyst_view,
            find(analyst_view, "Prices fell", Claim),
            source=span(analyst_view, "Mario Rossi"),
        ),
    )
    claim = analyst_view.claims[0]
    analyst_view = after(
        analyst_view,
        attribution_edits.attribute(analyst_view, claim.id, cue=span(analyst_view, "said")),
    )
    [attribution] = analyst_view.attributions
    assert attribution.agent == "Mario Rossi"
    assert attribution.claims == (claim.id,)
    assert attribution.cue_spans == (span(analyst_view, "said"),)
    assert decisions(analyst_view) == ["accept"]


def test_the_same_source_again_takes_it_away():
    analyst_view = suggested("{Prices fell|CLAIM}, said Rossi.")
    source = span(analyst_view, "Rossi")
    analyst_view = after(
        analyst_view,
        attribution_edits.attribute(
            analyst_view, find(analyst_view, "Prices fell", Claim), source=source
        ),
    )
    analyst_view = after(
        analyst_view,
        attribution_edits.attribute(analyst_view, analyst_view.claims[0].id, source=source),
    )
    assert analyst_view.attributions == ()


def test_removing_a_copy_rejects_the_suggestion_it_came_from():
    analyst_view = suggested(TEXT)
    analyst_view = after(
        analyst_view, annotation_edits.accept(analyst_view, [find(analyst_view, "Reuters")])
    )
    analyst_view = after(
        analyst_view, annotation_edits.remove(analyst_view, [find(analyst_view, "Reuters")])
    )
    assert decisions(analyst_view) == ["reject"]
    assert "Reuters|" not in mine(analyst_view) + waiting(analyst_view)


def test_removing_a_claim_takes_its_attribution_along():
    analyst_view = suggested("{Prices fell|CLAIM}, said Rossi.")
    analyst_view = after(
        analyst_view,
        attribution_edits.attribute(
            analyst_view,
            find(analyst_view, "Prices fell", Claim),
            source=span(analyst_view, "Rossi"),
        ),
    )
    analyst_view = after(
        analyst_view, annotation_edits.remove(analyst_view, [analyst_view.claims[0].id])
    )
    assert (analyst_view.claims, analyst_view.attributions) == ((), ())


def test_an_interrupted_claim_has_two_spans():
    analyst_view = suggested("{Prices|CLAIM}, he said, fell.")
    analyst_view = after(
        analyst_view,
        annotation_edits.add_span(
            analyst_view, find(analyst_view, "Prices", Claim), span(analyst_view, "fell")
        ),
    )
    assert mine(analyst_view) == "{Prices|CLAIM}, he said, {fell|CLAIM}."
    assert len(analyst_view.claims) == 1


def nested_sheet() -> AnalystView:
    """A newspaper that cites officials: two attributions, one in the other."""
    base = suggested("{Prices fell|CLAIM}, officials told the Post.")
    layer = base.machine.layer
    outer = Attribution(
        id=new_id(), layer_id=layer.id, source_spans=(span(base, "the Post"),), origin="machine"
    )
    inner = Attribution(
        id=new_id(),
        layer_id=layer.id,
        claims=(base.machine.claims[0].id,),
        source_spans=(span(base, "officials"),),
        nested_in=outer.id,
        origin="machine",
    )
    machine = type(base.machine)(
        layer=layer, claims=base.machine.claims, attributions=(outer, inner)
    )
    annotated_article = paper.AnnotatedArticle(article=base.article, layers=(machine,))
    return AnalystView(annotated_article, paper.ANALYST)


def test_accepting_a_claim_brings_its_chain_of_sources():
    analyst_view = nested_sheet()
    analyst_view = after(
        analyst_view,
        annotation_edits.accept(analyst_view, [find(analyst_view, "Prices fell", Claim)]),
    )
    inner = next(a for a in analyst_view.attributions if a.claims)
    outer = next(a for a in analyst_view.attributions if not a.claims)
    assert inner.nested_in == outer.id
    assert inner.claims == (analyst_view.claims[0].id,)


def test_a_rejected_suggestion_stays_away_when_a_newer_machine_repeats_it():
    analyst_view = suggested(TEXT)
    analyst_view = after(
        analyst_view, annotation_edits.reject(analyst_view, [find(analyst_view, "May")])
    )
    newer = paper.machine_layer(
        analyst_view.article, [(e.span, e.label) for e in analyst_view.machine.entities], at="2"
    )
    layers = (analyst_view.machine, analyst_view.mine, newer)
    again = AnalystView(
        paper.AnnotatedArticle(article=analyst_view.article, layers=layers), paper.ANALYST
    )
    assert waiting(again) == "[Mario Rossi|ORG] told [Reuters|ORG] that prices fell in May."


def test_submitting_an_untouched_article_makes_a_layer_that_says_so():
    analyst_view = suggested("Nothing here.")
    analyst_view = after(analyst_view, annotation_edits.set_status(analyst_view, "submitted"))
    assert analyst_view.status == "submitted"
    analyst_view = after(analyst_view, annotation_edits.set_status(analyst_view, "draft"))
    assert analyst_view.status == "draft"


def test_doing_nothing_makes_no_layer():
    analyst_view = suggested("Nothing here.")
    assert annotation_edits.accept(analyst_view, []).edits == ()
    assert annotation_edits.reject(analyst_view, ["unknown"]).edits == ()


def test_a_change_and_its_inverse_leave_the_sheet_as_it_was():
    analyst_view = suggested(TEXT)
    change = annotation_edits.accept(analyst_view, [a.id for a in analyst_view.suggestions])
    done = after(analyst_view, change)
    undone = after(done, change.inverse())
    assert undone.mine is None
    assert waiting(undone) == TEXT


def test_stepping_goes_through_suggestions_in_text_order_and_round():
    analyst_view = suggested(TEXT)
    seen, here = [], None
    for _ in range(5):
        here = next_of(analyst_view.suggestions, here)
        seen.append(analyst_view.words_of(here))
    assert seen == ["Mario Rossi", "Reuters", "prices fell in May", "May", "Mario Rossi"]
    assert analyst_view.words_of(next_of(analyst_view.suggestions, here, backwards=True)) == "May"


def test_a_comment_is_not_a_decision():
    analyst_view = suggested(TEXT)
    analyst_view = after(
        analyst_view, annotation_edits.accept(analyst_view, [find(analyst_view, "Reuters")])
    )
    target = analyst_view.machine.entities[0].id
    note = Judgement(
        id=new_id(), layer_id=analyst_view.layer.id, target_id=target, decision="comment"
    )
    with_note = type(analyst_view.mine)(
        layer=analyst_view.layer,
        entities=analyst_view.entities,
        judgements=(*analyst_view.mine.judgements, note),
    )
    again = AnalystView(
        paper.AnnotatedArticle(
            article=analyst_view.article, layers=(analyst_view.machine, with_note)
        ),
        paper.ANALYST,
    )
    assert "[Mario Rossi|ORG]" in waiting(again)


def test_fields_of_a_suggestion_can_be_set_in_one_step():
    analyst_view = suggested("{Prices fell|CLAIM}.")
    change = annotation_edits.amend(
        analyst_view, find(analyst_view, "Prices fell", Claim), check_worthiness=3, kind="numerical"
    )
    analyst_view = after(analyst_view, change)
    assert (analyst_view.claims[0].check_worthiness, analyst_view.claims[0].kind) == (
        3,
        "numerical",
    )
    assert with_(analyst_view.claims[0], kind="rule").kind == "rule"


def test_to_amend_who_says_a_suggested_claim_accepts_the_claim_too():
    analyst_view = nested_sheet()
    claim_id = find(analyst_view, "Prices fell", Claim)
    [said] = analyst_view.attributions_of(claim_id)
    analyst_view = after(
        analyst_view, annotation_edits.amend(analyst_view, said.id, agent="two officials")
    )
    [claim] = analyst_view.claims
    [own] = analyst_view.attributions_of(claim.id)
    assert (claim.derived_from, own.agent, own.origin) == (
        claim_id,
        "two officials",
        "machine_edited",
    )
    assert analyst_view.suggestions == ()


def test_parts_of_a_compound_claim_stay_parts_when_they_are_accepted():
    base = suggested("{{Prices fell|CLAIM} and wages rose|CLAIM}.")
    part, whole = base.machine.claims
    claims = (with_(part, part_of=whole.id), whole)
    machine = type(base.machine)(layer=base.machine.layer, claims=claims)
    start = AnalystView(
        paper.AnnotatedArticle(article=base.article, layers=(machine,)), paper.ANALYST
    )
    for order in ([part.id, whole.id], [whole.id, part.id]):
        analyst_view = start
        for id_ in order:
            analyst_view = after(analyst_view, annotation_edits.accept(analyst_view, [id_]))
        own = {claim.derived_from: claim for claim in analyst_view.claims}
        assert own[part.id].part_of == own[whole.id].id
        assert own[whole.id].part_of is None
