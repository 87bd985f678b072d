"""Who says a claim is said of that claim alone, and stand-alone forms follow what they come from."""

from __future__ import annotations

import pytest

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.editing import annotation_edits, attribution_edits
from annotator.core.editing.analyst_view import AnalystView
from annotator.core.editing.written_forms import written_forms
from annotator.core.ids import new_id
from annotator.core.model import Attribution, Claim, Span, with_
from tests.core import paper
from tests.core.paper import after, find, mine, span, suggested

TEXT = "Funzionari hanno detto che {Roma trema|CLAIM}, che {Milano cade|CLAIM} e che {Bari arde|CLAIM}."


def shared(marked: str = TEXT, forms: tuple[str, ...] = ()) -> AnalystView:
    """All claims of *marked* suggested, one suggested attribution of all of them."""
    base = suggested(marked)
    claims = base.machine.claims
    if forms:
        claims = tuple(
            with_(claim, normalized_text=form) for claim, form in zip(claims, forms, strict=True)
        )
    said = Attribution(
        id=new_id(),
        layer_id=base.machine.layer.id,
        origin="machine",
        claims=tuple(claim.id for claim in claims),
        source_spans=(Span(0, len("Funzionari")),),
        cue_spans=(span(base, "hanno detto"),),
        content_spans=(Span(claims[0].spans[0].start, claims[-1].spans[-1].end),),
        agent="Funzionari",
    )
    machine = type(base.machine)(layer=base.machine.layer, claims=claims, attributions=(said,))
    return AnalystView(AnnotatedArticle(article=base.article, layers=(machine,)), paper.ANALYST)


def claim_on(view: AnalystView, words: str) -> str:
    return find(view, words, Claim)


def agents(view: AnalystView) -> dict[str, list[str]]:
    """Who says each claim, own or suggested."""
    return {
        view.words_of(claim): [a.agent for a in view.attributions_of(claim.id)]
        for claim in view.shown_claims
    }


def accept(view: AnalystView, *words: str) -> AnalystView:
    for each in words:
        view = after(view, annotation_edits.accept(view, [claim_on(view, each)]))
    return view


SAID = ["Funzionari"]


def test_claims_that_are_accepted_share_who_says_them():
    view = accept(shared(), "Roma trema", "Milano cade")
    assert len(view.attributions) == 1
    assert len(view.attributions[0].claims) == 2


@pytest.mark.parametrize(
    "accepted", [(), ("Roma trema",), ("Roma trema", "Milano cade", "Bari arde")]
)
def test_the_article_itself_says_one_claim_and_the_others_keep_their_speaker(accepted):
    view = accept(shared(), *accepted)
    view = after(view, attribution_edits.article_itself(view, claim_on(view, "Milano cade")))
    assert agents(view) == {"Roma trema": SAID, "Milano cade": [], "Bari arde": SAID}
    view = accept(view, *{"Roma trema", "Bari arde"} - set(accepted))
    assert agents(view) == {"Roma trema": SAID, "Milano cade": [], "Bari arde": SAID}


def test_an_attribution_is_removed_from_a_suggestion_which_is_taken_over_by_that():
    view = shared()
    [said] = view.suggested_attributions
    view = after(view, attribution_edits.detach(view, claim_on(view, "Milano cade"), said.id))
    assert (
        mine(view)
        == "Funzionari hanno detto che Roma trema, che {Milano cade|CLAIM} e che Bari arde."
    )
    assert agents(view) == {"Roma trema": SAID, "Milano cade": [], "Bari arde": SAID}


def test_who_says_it_is_amended_for_one_claim_and_what_is_accepted_later_is_what_was_shown():
    view = accept(shared(), "Roma trema")
    [own] = view.attributions
    change = attribution_edits.amend(view, claim_on(view, "Roma trema"), own.id, agent="Rossi")
    view = accept(after(view, change), "Milano cade", "Bari arde")
    assert agents(view) == {"Roma trema": ["Rossi"], "Milano cade": SAID, "Bari arde": SAID}
    assert len(view.attributions) == 2


def test_another_source_or_cue_of_one_claim_leaves_those_of_the_others():
    view = accept(shared(), "Roma trema", "Milano cade")
    before = {a.id for a in view.attributions}
    change = attribution_edits.attribute(view, claim_on(view, "Milano cade"), cue=span(view, "che"))
    view = after(view, change)
    [rome] = view.attributions_of(claim_on(view, "Roma trema"))
    [milan] = view.attributions_of(claim_on(view, "Milano cade"))
    assert rome.id in before
    assert (len(rome.cue_spans), len(milan.cue_spans)) == (1, 2)


def test_splitting_is_one_change_that_is_taken_back_whole():
    view = accept(shared(), "Roma trema", "Milano cade")
    change = attribution_edits.article_itself(view, claim_on(view, "Milano cade"))
    back = after(after(view, change), change.inverse())
    assert set(back.mine.records()) == set(view.mine.records())


def test_a_form_that_nobody_wrote_follows_the_edges_and_comes_back_with_them():
    view = shared("Funzionari hanno detto che {ieri a Roma pioveva|CLAIM}.", ("A Roma pioveva.",))
    claim = view.suggestions[0]
    old, new = claim.spans[0], Span(claim.spans[0].start + 5, claim.spans[0].end)
    change = annotation_edits.move_edge(view, claim.id, old, new)
    moved = after(view, change)
    assert moved.claims[0].normalized_text == "A Roma pioveva"
    again = after(moved, annotation_edits.move_edge(moved, moved.claims[0].id, new, old))
    assert again.claims[0].normalized_text in ("A Roma pioveva.", "Ieri a Roma pioveva")


def test_a_form_that_somebody_wrote_stays_and_is_known_to_be_of_other_words():
    view = shared("Funzionari hanno detto che {ieri a Roma pioveva|CLAIM}.", ("A Roma pioveva.",))
    log = [annotation_edits.amend(view, view.suggestions[0].id, normalized_text="Pioveva molto.")]
    view = after(view, log[0])
    [claim] = view.claims
    assert written_forms(log, view.get)[claim.id].spans == claim.spans
    new = Span(claim.spans[0].start + 5, claim.spans[0].end)
    log.append(annotation_edits.move_edge(view, claim.id, claim.spans[0], new))
    view = after(view, log[1])
    assert view.claims[0].normalized_text == "Pioveva molto."
    assert written_forms(log, view.get)[claim.id].spans != view.claims[0].spans
    log.append(log[0].inverse())
    assert written_forms(log, view.get) == {}


def test_a_form_that_begins_with_who_says_it_follows_who_says_it():
    view = suggested("Rossi e Bianchi: {aver pagato le tasse|CLAIM}.")
    claim = claim_on(view, "aver pagato le tasse")
    view = after(view, attribution_edits.attribute(view, claim, source=span(view, "Rossi")))
    view = after(
        view,
        annotation_edits.amend(view, view.claims[0].id, normalized_text="Rossi ha pagato le tasse"),
    )
    [said] = view.attributions
    change = attribution_edits.amend(view, view.claims[0].id, said.id, agent="Bianchi")
    view = after(view, change)
    assert view.claims[0].normalized_text == "Bianchi ha pagato le tasse"
    view = after(view, attribution_edits.article_itself(view, view.claims[0].id))
    assert "Bianchi" not in view.claims[0].normalized_text
