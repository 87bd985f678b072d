"""A selection grows to its clause; the form that stands alone is proposed as far as can be told."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.core.clauses import by_clause, clause_at, neat
from annotator.core.editing.standalone_claim import is_open, proposed
from annotator.core.model import Span

OFFICIALS = (
    "Secondo i funzionari, il contratto vale 740 milioni di euro e non è ancora stato firmato, "
    "ma è possibile che arrivi."
)


def at(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "selected", "clause"),
    [
        (OFFICIALS, "740 milioni", "il contratto vale 740 milioni di euro"),
        (OFFICIALS, "firmato", "non è ancora stato firmato"),
        ("Rossi ha detto che i prezzi calano e che la spesa sale.", "spesa", "la spesa sale"),
        ("«La gara è aperta», ha dichiarato Paolo.", "gara", "La gara è aperta"),
        ("The mayor said that prices fell by 3.5%, but rents rose.", "3.5", "prices fell by 3.5%"),
        ("The mayor said that prices fell by 3.5%, but rents rose.", "rents", "rents rose"),
        ("Kiev accusa Mosca di aver lanciato droni.", "droni", "aver lanciato droni"),
        ("Il sindaco, che ha due figli, si è dimesso.", "sindaco", "Il sindaco, che ha due figli"),
        ("Piove. Nevica.", "Piove. Nevica", "Piove. Nevica"),
    ],
)
def test_a_selection_grows_to_the_clause_around_it(text, selected, clause):
    assert clause_at(text, at(text, selected)).of(text) == clause


def test_what_the_machine_has_found_is_the_clause_the_shortest_around():
    found = [[at(OFFICIALS, "il contratto vale 740 milioni di euro e non è ancora stato firmato")]]
    found.append([at(OFFICIALS, "non è ancora stato firmato")])
    assert clause_at(OFFICIALS, at(OFFICIALS, "firmato"), found) == found[1][0]
    assert clause_at(OFFICIALS, at(OFFICIALS, "740 milioni"), found) == found[0][0]


@example(";;e,a", 0, 3)
@given(st.text(alphabet="ab è.,;«»\n e", min_size=1, max_size=60), st.integers(0), st.integers(0))
def test_no_text_breaks_it_and_the_words_selected_are_kept(text, start, length):
    start %= len(text)
    span = Span(start, min(len(text), start + 1 + length % len(text)))
    found = clause_at(text, span)
    assert found.end <= len(text)
    kept = neat(text, span)
    assert kept is None or found.overlaps(kept) or found == span


@pytest.mark.parametrize(
    ("said", "agent", "before", "form"),
    [
        ("i prezzi calano", "Rossi", None, "I prezzi calano"),
        ("aver pagato le tasse", "il sindaco", None, "Il sindaco ha pagato le tasse"),
        ("averla scritta", "Zanchi", None, "Zanchi l'ha scritta"),
        ("esser partiti", "i soldati", None, "I soldati sono partiti"),
        ("partecipare alla spesa", "Lettonia", None, "[Lettonia] partecipare alla spesa"),
        (
            "ha già inviato trenta militari",
            "",
            "L’Estonia ha comprato missili",
            "L’Estonia ha già inviato trenta militari",
        ),
        ("non è ancora firmato", "", "il contratto è pronto", "Il contratto non è ancora firmato"),
        ("ha pagato", "", None, "[…] ha pagato"),
        ("è possibile che piova", "", "il contratto è pronto", "È possibile che piova"),
        ("lui non lo sapeva", "Rossi", None, "[Lui] non lo sapeva"),
    ],
)
def test_a_missing_subject_is_filled_and_a_pronoun_is_marked(said, agent, before, form):
    text = f"{before}. {said}" if before else said
    place = Span(0, len(before)) if before else None
    assert proposed(text, [at(text, said)], "it", agent=agent, before=place) == form


def test_english_pronouns_are_marked_in_english():
    text = "they raised their prices"
    assert proposed(text, [Span(0, len(text))], "en-GB") == "[They] raised their prices"


def test_what_is_empty_or_in_brackets_is_still_open():
    from annotator.core.model import Claim

    def claim(form):
        return Claim(id="c", layer_id="l", spans=(Span(0, 1),), normalized_text=form)

    assert is_open(claim(""))
    assert is_open(claim("[Lui] lo sapeva"))
    assert not is_open(claim("Rossi lo sapeva"))


LONG = "Oltre al resto, i conti del Comune dicono che la via «costa troppo». Poi, tace."


def steps(span, *, edge, outwards, text=LONG, found=()):
    seen = []
    while (then := by_clause(text, span, edge=edge, outwards=outwards, found=found)) != span:
        span = then
        seen.append(span.of(text))
    return seen


def test_an_edge_moves_to_where_clauses_begin_and_end():
    whole = at(LONG, LONG[: LONG.index("».")])
    assert steps(whole, edge="start", outwards=False) == [
        "i conti del Comune dicono che la via «costa troppo",
        "la via «costa troppo",
        "costa troppo",
    ]
    assert steps(whole, edge="end", outwards=False)[-1] == "Oltre al resto"
    inner = at(LONG, "conti")
    assert steps(inner, edge="start", outwards=True) == ["i conti", "Oltre al resto, i conti"]
    assert steps(inner, edge="end", outwards=True)[:2] == [
        "conti del Comune dicono",
        "conti del Comune dicono che la via",
    ]


def test_where_the_machine_saw_a_claim_an_edge_stops_too():
    found = [[at(LONG, "conti del Comune")]]
    assert (
        steps(at(LONG, "i conti"), edge="end", outwards=True, found=found)[0]
        == "i conti del Comune"
    )


@given(st.text(alphabet="ab che.,;«»\n e", min_size=1, max_size=60), st.integers(0), st.integers(0))
def test_no_edge_stops_at_a_mark_or_crosses_the_other(text, start, length):
    start %= len(text)
    span = Span(start, min(len(text), start + 1 + length % len(text)))
    for edge in ("start", "end"):
        for outwards in (True, False):
            moved = by_clause(text, span, edge=edge, outwards=outwards)
            assert 0 <= moved.start < moved.end <= len(text)
            place = moved.start if edge == "start" else moved.end - 1
            assert moved == span or text[place].isalnum()
