"""Languages are told apart, and where they cannot be, that is said."""

from __future__ import annotations

import pytest

from annotator.formats.language_detection import detect

SAID = {
    "it": "Il sindaco ha detto ieri che il ponte sul fiume sarà chiuso per tre mesi a causa dei lavori.",
    "en": "The mayor said on Monday that the bridge over the river would be closed for three months.",
    "fr": "Le maire a dit lundi que le pont sur la rivière sera fermé pendant trois mois pour des travaux.",
    "es": "El alcalde dijo el lunes que el puente sobre el río estará cerrado durante tres meses por las obras.",
    "de": "Der Bürgermeister sagte am Montag, dass die Brücke über den Fluss drei Monate gesperrt wird.",
    "pt": "O prefeito disse na segunda-feira que a ponte sobre o rio ficará fechada durante três meses.",
    "ru": "Мэр сообщил в понедельник, что мост через реку будет закрыт на три месяца из-за ремонта.",
}


@pytest.mark.parametrize("tag", SAID)
def test_a_sentence_is_enough(tag):
    assert detect(SAID[tag]) == tag


@pytest.mark.parametrize("tag", ["it", "en", "fr", "es"])
def test_capitals_and_a_quotation_in_another_language_do_not_confuse(tag):
    other = SAID["en" if tag != "en" else "it"].split(",")[0][:40]
    assert detect(SAID[tag].upper() + " «" + other + "» " + SAID[tag]) == tag


@pytest.mark.parametrize("text", ["", "Roma", "12.000 – 13,5 % … 🚀 " * 50, "\n" * 500])
def test_too_little_says_nothing(text):
    assert detect(text) == "und"
