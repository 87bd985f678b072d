"""What an analyst does, seen in the layers."""

from __future__ import annotations

from annotator.core.editing import annotation_edits
from annotator.core.editing.analyst_view import AnalystView, next_of
from annotator.core.ids import new_id
from annotator.core.model import Attribution, Claim, Judgement, with_
from tests.core import paper
from tests.core.paper import after, find, mine, span, suggested, waiting

TEXT = "[Mario Rossi|ORG] told [Reuters|ORG] that {prices fell in [May|DATE]|CLAIM}."


def decisions(sheet: AnalystView) -> list[str]:
    return sorted(j.decision for j in sheet.mine.judgements)


def test_accepting_copies_the_suggestion_and_keeps_it():
    sheet = suggested(TEXT)
    machine = sheet.machine
    sheet = after(sheet, annotation_edits.accept(sheet, [find(sheet, "Reuters")]))
    assert mine(sheet) == "Mario Rossi told [Reuters|ORG] that prices fell in May."
    assert (
        waiting(sheet) == "[Mario Rossi|ORG] told Reuters that {prices fell in [May|DATE]|CLAIM}."
    )
    assert sheet.machine == machine
    assert sheet.entities[0].derived_from == machine.entities[1].id
    assert sheet.entities[0].origin == "machine"


def test_accepting_all_is_one_change():
    sheet = suggested(TEXT)
    change = annotation_edits.accept(sheet, [a.id for a in sheet.suggestions])
    sheet = after(sheet, change)
    assert mine(sheet) == TEXT
    assert not sheet.suggestions


def test_rejecting_leaves_nothing_but_the_judgement():
    sheet = suggested(TEXT)
    sheet = after(
        sheet, annotation_edits.reject(sheet, [find(sheet, "May")], reason="not a date here")
    )
    assert mine(sheet) == "Mario Rossi told Reuters that prices fell in May."
    assert [(j.decision, j.reason) for j in sheet.mine.judgements] == [
        ("reject", "not a date here")
    ]


def test_relabelling_a_suggestion_amends_it():
    sheet = suggested(TEXT)
    sheet = after(sheet, annotation_edits.relabel(sheet, [find(sheet, "Mario Rossi")], "PER"))
    assert mine(sheet).startswith("[Mario Rossi|PER] told")
    assert decisions(sheet) == ["amend"]
    assert sheet.entities[0].origin == "machine_edited"


def test_relabelling_what_was_accepted_turns_the_judgement_into_amend():
    sheet = suggested(TEXT)
    sheet = after(sheet, annotation_edits.accept(sheet, [find(sheet, "Mario Rossi")]))
    sheet = after(sheet, annotation_edits.relabel(sheet, [find(sheet, "Mario Rossi")], "PER"))
    assert decisions(sheet) == ["amend"]
    assert len(sheet.entities) == 1


def test_marking_the_span_of_a_suggestion_judges_it():
    sheet = suggested(TEXT)
    sheet = after(sheet, annotation_edits.mark(sheet, [span(sheet, "Mario Rossi")], "PER"))
    assert mine(sheet).startswith("[Mario Rossi|PER] told")
    assert decisions(sheet) == ["amend"]


def test_marking_an_own_span_again_relabels_it():
    sheet = suggested("Rome grows.")
    sheet = after(sheet, annotation_edits.mark(sheet, [span(sheet, "Rome")], "ORG"))
    sheet = after(sheet, annotation_edits.mark(sheet, [span(sheet, "Rome")], "LOC"))
    assert mine(sheet) == "[Rome|LOC] grows."
    assert sheet.entities[0].origin == "manual"


def test_marking_the_same_again_changes_nothing():
    sheet = suggested("Rome grows.")
    sheet = after(sheet, annotation_edits.mark(sheet, [span(sheet, "Rome")], "LOC"))
    assert annotation_edits.mark(sheet, [span(sheet, "Rome")], "LOC").edits == ()


def test_moving_an_edge_of_a_claim_moves_what_is_attributed():
    sheet = suggested("{Prices fell|CLAIM} in May, said Rossi.")
    claim = find(sheet, "Prices fell", Claim)
    sheet = after(sheet, annotation_edits.attribute(sheet, claim, source=span(sheet, "Rossi")))
    claim = sheet.claims[0].id
    change = annotation_edits.move_edge(
        sheet, claim, span(sheet, "Prices fell"), span(sheet, "Prices fell in May")
    )
    sheet = after(sheet, change)
    assert mine(sheet) == "{Prices fell in May|CLAIM}, said Rossi."
    assert sheet.attributions[0].content_spans == sheet.claims[0].spans


def test_source_and_cue_make_one_attribution():
    sheet = suggested("{Prices fell|CLAIM}, said Mario Rossi.")
    sheet = after(
        sheet,
        annotation_edits.attribute(
            sheet, find(sheet, "Prices fell", Claim), source=span(sheet, "Mario Rossi")
        ),
    )
    claim = sheet.claims[0]
    sheet = after(sheet, annotation_edits.attribute(sheet, claim.id, cue=span(sheet, "said")))
    [attribution] = sheet.attributions
    assert attribution.agent == "Mario Rossi"
    assert attribution.claims == (claim.id,)
    assert attribution.cue_spans == (span(sheet, "said"),)
    assert decisions(sheet) == ["accept"]


def test_the_same_source_again_takes_it_away():
    sheet = suggested("{Prices fell|CLAIM}, said Rossi.")
    source = span(sheet, "Rossi")
    sheet = after(
        sheet, annotation_edits.attribute(sheet, find(sheet, "Prices fell", Claim), source=source)
    )
    sheet = after(sheet, annotation_edits.attribute(sheet, sheet.claims[0].id, source=source))
    assert sheet.attributions == ()


def test_removing_a_copy_rejects_the_suggestion_it_came_from():
    sheet = suggested(TEXT)
    sheet = after(sheet, annotation_edits.accept(sheet, [find(sheet, "Reuters")]))
    sheet = after(sheet, annotation_edits.remove(sheet, [find(sheet, "Reuters")]))
    assert decisions(sheet) == ["reject"]
    assert "Reuters|" not in mine(sheet) + waiting(sheet)


def test_removing_a_claim_takes_its_attribution_along():
    sheet = suggested("{Prices fell|CLAIM}, said Rossi.")
    sheet = after(
        sheet,
        annotation_edits.attribute(
            sheet, find(sheet, "Prices fell", Claim), source=span(sheet, "Rossi")
        ),
    )
    sheet = after(sheet, annotation_edits.remove(sheet, [sheet.claims[0].id]))
    assert (sheet.claims, sheet.attributions) == ((), ())


def test_an_interrupted_claim_has_two_spans():
    sheet = suggested("{Prices|CLAIM}, he said, fell.")
    sheet = after(
        sheet, annotation_edits.add_span(sheet, find(sheet, "Prices", Claim), span(sheet, "fell"))
    )
    assert mine(sheet) == "{Prices|CLAIM}, he said, {fell|CLAIM}."
    assert len(sheet.claims) == 1


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
    dossier = paper.Dossier(article=base.article, layers=(machine,))
    return AnalystView(dossier, paper.ANALYST)


def test_accepting_a_claim_brings_its_chain_of_sources():
    sheet = nested_sheet()
    sheet = after(sheet, annotation_edits.accept(sheet, [find(sheet, "Prices fell", Claim)]))
    inner = next(a for a in sheet.attributions if a.claims)
    outer = next(a for a in sheet.attributions if not a.claims)
    assert inner.nested_in == outer.id
    assert inner.claims == (sheet.claims[0].id,)


def test_a_rejected_suggestion_stays_away_when_a_newer_machine_repeats_it():
    sheet = suggested(TEXT)
    sheet = after(sheet, annotation_edits.reject(sheet, [find(sheet, "May")]))
    newer = paper.machine_layer(
        sheet.article, [(e.span, e.label) for e in sheet.machine.entities], at="2"
    )
    layers = (sheet.machine, sheet.mine, newer)
    again = AnalystView(paper.Dossier(article=sheet.article, layers=layers), paper.ANALYST)
    assert waiting(again) == "[Mario Rossi|ORG] told [Reuters|ORG] that prices fell in May."


def test_submitting_an_untouched_article_makes_a_layer_that_says_so():
    sheet = suggested("Nothing here.")
    sheet = after(sheet, annotation_edits.set_status(sheet, "submitted"))
    assert sheet.status == "submitted"
    sheet = after(sheet, annotation_edits.set_status(sheet, "draft"))
    assert sheet.status == "draft"


def test_doing_nothing_makes_no_layer():
    sheet = suggested("Nothing here.")
    assert annotation_edits.accept(sheet, []).edits == ()
    assert annotation_edits.reject(sheet, ["unknown"]).edits == ()


def test_a_change_and_its_inverse_leave_the_sheet_as_it_was():
    sheet = suggested(TEXT)
    change = annotation_edits.accept(sheet, [a.id for a in sheet.suggestions])
    done = after(sheet, change)
    undone = after(done, change.inverse())
    assert undone.mine is None
    assert waiting(undone) == TEXT


def test_stepping_goes_through_suggestions_in_text_order_and_round():
    sheet = suggested(TEXT)
    seen, here = [], None
    for _ in range(5):
        here = next_of(sheet.suggestions, here)
        seen.append(sheet.words_of(here))
    assert seen == ["Mario Rossi", "Reuters", "prices fell in May", "May", "Mario Rossi"]
    assert sheet.words_of(next_of(sheet.suggestions, here, backwards=True)) == "May"


def test_a_comment_is_not_a_decision():
    sheet = suggested(TEXT)
    sheet = after(sheet, annotation_edits.accept(sheet, [find(sheet, "Reuters")]))
    target = sheet.machine.entities[0].id
    note = Judgement(id=new_id(), layer_id=sheet.layer.id, target_id=target, decision="comment")
    with_note = type(sheet.mine)(
        layer=sheet.layer, entities=sheet.entities, judgements=(*sheet.mine.judgements, note)
    )
    again = AnalystView(
        paper.Dossier(article=sheet.article, layers=(sheet.machine, with_note)), paper.ANALYST
    )
    assert "[Mario Rossi|ORG]" in waiting(again)


def test_fields_of_a_suggestion_can_be_set_in_one_step():
    sheet = suggested("{Prices fell|CLAIM}.")
    change = annotation_edits.amend(
        sheet, find(sheet, "Prices fell", Claim), check_worthiness=3, kind="numerical"
    )
    sheet = after(sheet, change)
    assert (sheet.claims[0].check_worthiness, sheet.claims[0].kind) == (3, "numerical")
    assert with_(sheet.claims[0], kind="rule").kind == "rule"


def test_to_amend_who_says_a_suggested_claim_accepts_the_claim_too():
    sheet = nested_sheet()
    claim_id = find(sheet, "Prices fell", Claim)
    [said] = sheet.attributions_of(claim_id)
    sheet = after(sheet, annotation_edits.amend(sheet, said.id, agent="two officials"))
    [claim] = sheet.claims
    [own] = sheet.attributions_of(claim.id)
    assert (claim.derived_from, own.agent, own.origin) == (
        claim_id,
        "two officials",
        "machine_edited",
    )
    assert sheet.suggestions == ()


def test_parts_of_a_compound_claim_stay_parts_when_they_are_accepted():
    base = suggested("{{Prices fell|CLAIM} and wages rose|CLAIM}.")
    part, whole = base.machine.claims
    claims = (with_(part, part_of=whole.id), whole)
    machine = type(base.machine)(layer=base.machine.layer, claims=claims)
    start = AnalystView(paper.Dossier(article=base.article, layers=(machine,)), paper.ANALYST)
    for order in ([part.id, whole.id], [whole.id, part.id]):
        sheet = start
        for id_ in order:
            sheet = after(sheet, annotation_edits.accept(sheet, [id_]))
        own = {claim.derived_from: claim for claim in sheet.claims}
        assert own[part.id].part_of == own[whole.id].id
        assert own[whole.id].part_of is None
