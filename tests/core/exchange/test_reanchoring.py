"""Annotations found again in another text by their words, never by guessing."""

from __future__ import annotations

from annotator.core.annotated_article import LayerContents
from annotator.core.exchange.reanchoring import copied, reanchor
from annotator.core.model import Attribution, Claim, Entity, Evidence, Layer, Span

LAYER = Layer(id="l", article_id="a", author="anna")


def span(text: str, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def entity(text: str, words: str, nth: int = 0) -> Entity:
    where = span(text, words, nth)
    return Entity(id=f"{words}{nth}", layer_id="l", span=where, label="PER")


def placed(old: str, new: str, *entities: Entity) -> tuple[list[int], tuple[str, ...]]:
    found = reanchor(LayerContents(layer=LAYER, entities=entities), old, new)
    for each in found.contents.entities:
        assert each.span.of(new) == next(e.span.of(old) for e in entities if e.id == each.id)
    return [e.span.start for e in found.contents.entities], found.lost


def test_words_are_found_where_they_stand_now():
    old, new = "Rossi spoke in Rome.", "Yesterday Rossi spoke in Rome."
    assert placed(old, new, entity(old, "Rossi"), entity(old, "Rome")) == ([10, 25], ())


def test_of_two_places_the_one_with_the_same_surroundings_is_taken():
    old = "Rossi came. Then Rossi left."
    new = "Rossi left? No: Rossi came. Then Rossi left."
    assert placed(old, new, entity(old, "Rossi", 1)) == ([33], ())


def test_where_two_places_are_as_good_none_is_taken():
    old, new = "x Rossi y", "a Rossi b. a Rossi b."
    assert placed(old, new, entity(old, "Rossi")) == ([], ("Rossi",))


def test_words_that_are_gone_are_listed():
    assert placed("Rossi spoke", "Verdi spoke", entity("Rossi spoke", "Rossi")) == ([], ("Rossi",))


def test_what_hangs_on_a_claim_that_is_lost_is_lost_with_it():
    old, new = "Prices rose, ANSA says. Rents fell.", "Rents fell. ANSA says so."
    lost = Claim(id="c1", layer_id="l", spans=(span(old, "Prices rose"),))
    kept = Claim(id="c2", layer_id="l", spans=(span(old, "Rents fell"),), part_of="c1")
    said = Attribution(
        id="t", layer_id="l", claims=("c1",), source_spans=(span(old, "ANSA"),), agent="ANSA"
    )
    both = Attribution(id="u", layer_id="l", claims=("c1", "c2"), nested_in="t", agent="ANSA")
    proof = Evidence(id="e", layer_id="l", claim_id="c1", source_id="s", stance="supports")
    contents = LayerContents(
        layer=LAYER, claims=(lost, kept), attributions=(said, both), evidence=(proof,)
    )
    found = reanchor(contents, old, new)
    assert [(c.id, c.part_of) for c in found.contents.claims] == [("c2", None)]
    assert [(a.claims, a.nested_in) for a in found.contents.attributions] == [(("c2",), None)]
    assert found.contents.evidence == ()
    assert set(found.lost) == {"Prices rose", "ANSA"}


def test_a_copy_has_ids_of_its_own_and_the_same_links():
    text = "Rents fell. Prices rose."
    whole = Claim(id="c1", layer_id="l", spans=(span(text, "Rents fell"),))
    part = Claim(id="c2", layer_id="l", spans=(span(text, "Prices rose"),), part_of="c1")
    contents = LayerContents(layer=LAYER, claims=(whole, part))
    made = copied(contents, Layer(id="m", article_id="b", author="anna"))
    one, two = made.claims
    assert (one.derived_from, two.derived_from, two.part_of) == ("c1", "c2", one.id)
    assert {one.id, two.id}.isdisjoint({"c1", "c2"})
    assert {one.layer_id, two.layer_id} == {"m"}
