"""What one claim says that the other does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.meaning.comparison import SaysOtherwise, compare


def found(first, second):
    return [(d.kind, d.first, d.second) for d in compare(first, second).differences]


@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        (
            "La rete perde il 41 per cento",
            "La rete perde il 14%",
            ("figure", "41 per cento", "14%"),
        ),
        ("Accadde nel 2021", "Accadde nel 2024", ("date", "2021", "2024")),
        ("Aprirà a marzo", "Aprirà a ottobre", ("date", "marzo", "ottobre")),
        ("Chiuso per sei mesi", "Chiuso per tre mesi", ("date", "sei mesi", "tre mesi")),
        ("Il sindaco di Roma tace", "Il sindaco di Milano tace", ("name", "Roma", "Milano")),
        ("Le spese sono salite", "Le spese sono calate", ("direction", "salite", "calate")),
        ("Emissions rose", "Le emissioni sono diminuite", ("direction", "rose", "diminuite")),
        ("Lasciò prima del voto", "Lasciò dopo il voto", ("direction", "prima del", "dopo")),
        ("The alarms sounded", "The alarms did not sound", ("negation", "", "n't")),
        ("Il Nervolin è sospeso", "L'Aifa smentisce: è sospeso", ("negation", "", "smentisce")),
        ("Tutti i treni sono fermi", "Alcuni treni sono fermi", ("quantity", "Tutti", "Alcuni")),
        ("Trenord will buy trains", "Trenord has bought trains", ("plan", "will", "has")),
    ],
)
def test_a_difference_is_said_in_the_words_of_both(first, second, difference):
    if difference[2] == "n't":
        difference = (*difference[:2], "not")
    assert difference in found(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Perde il 41 per cento", "Perde quasi quattro litri su dieci"),
        ("Tagliati 500 milioni", "Tagliato mezzo miliardo"),
        ("Pyongyang ha inviato missili", "North Korea sent missiles"),
        ("La torre non ha superato il controllo", "The tower failed the check"),
        ("Non è morto nessuno", "No one died"),
        ("Chiuso per mezzo anno", "Closed for six months"),
        ("Chi vive a Milano", "I milanesi"),
    ],
)
def test_the_same_in_other_words_is_no_difference(first, second):
    assert found(first, second) == []


def test_whoever_changes_places_is_found_out():
    kinds = {kind for kind, *_ in found("La Russia ha armato l'Iran", "L'Iran ha armato la Russia")}
    assert kinds == {"roles"}
    assert not found(
        "La Francia ha venduto aerei alla Grecia", "La Grecia ha comprato aerei dalla Francia"
    )
    assert not found("Rossi ha battuto Bianchi", "Bianchi è stato battuto da Rossi")


def test_adjuncts_may_stand_anywhere():
    assert not found(
        "A Trieste sono arrivati ieri 350 profughi", "Ieri sono arrivati a Trieste 350 profughi"
    )


@given(st.text(max_size=80), st.text(max_size=80))
def test_of_two_texts_the_signals_are_the_same_either_way_round(first, second):
    one, two = compare(first, second), compare(second, first)
    for name in ("figure_differs", "time_differs", "opposite", "quantity_differs", "turned_bare"):
        assert one.signals[name] == two.signals[name]


@given(st.text(max_size=80))
def test_a_claim_does_not_differ_from_itself(text):
    assert compare(text, text).differences == ()


def test_a_difference_is_a_value():
    assert SaysOtherwise("figure", "41", "14") == SaysOtherwise("figure", "41", "14")
