"""Dates, amounts, weapons, peoples: what can be told from its form."""

from __future__ import annotations

import pytest

from annotator.core.model import Article
from annotator.suggest import suggest
from annotator.suggest.pipelines.rules import RulesSuggester
from tests.notation import parse, show

LABELS = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "WEAPON", "NORP", "LAW", "EVENT"}

RULES = RulesSuggester()


def expressions(marked: str, language: str) -> str:
    text, _ = parse(marked)
    article = Article(id="a", title="", text=text, sha256="", language=language)
    found = suggest(article, layer_id="l", by=RULES).entities
    return show(text, [(e.span, e.label) for e in found if e.label in LABELS])


@pytest.mark.parametrize(
    "marked",
    [
        "La seduta è fissata per [lunedì 5 marzo 2018|DATE] alle [18.30|TIME].",
        "Il ponte fu chiuso nel [2003|DATE] e riaperto [tre anni dopo|DATE].",
        "Servono [3,5 milioni di euro|MONEY], il [12,4%|PERCENT] del totale.",
        "Costa [€ 40|MONEY] oppure [quaranta dollari|MONEY].",
        "La frana ha fatto [undici morti|QUANTITY] in [due ore|QUANTITY].",
        "Il muro è lungo [1.200 metri|QUANTITY].",
        "Hanno sequestrato [pistole|WEAPON] e [bombe a mano|WEAPON].",
        "I ministri [francesi|NORP] e la delegazione [sudcoreana|NORP] sono partiti.",
        "Il testo viola l'[articolo 21|LAW].",
        "Negli [anni Settanta|DATE] era una fabbrica.",
        "La nave arriva all'[inizio di aprile|DATE].",
        "L'[undici gennaio|DATE], il [2 di febbraio|DATE] e il [6 marzo scorso|DATE].",
        "Si vota il [secondo lunedì di ottobre|DATE]; l'urna chiude [poche ore dopo|TIME].",
        "Ci sono [30-60 dispersi|QUANTITY] dopo [2 minuti e 19 secondi|QUANTITY].",
        "Secondo arrivato, 19 ° in classifica, con [25 °C|QUANTITY] all'ombra.",
        "Vale [3,225,000 lire|MONEY], non [40.000.000 di lire|MONEY].",
        "Sono [un milione di persone|QUANTITY], alle [21.00|TIME] ora di Roma.",
    ],
)
def test_italian_expressions_have_clean_borders(marked):
    assert expressions(marked, "it") == marked


@pytest.mark.parametrize(
    "marked",
    [
        "The bridge closed on [March 5, 2018|DATE] at [6:30 p.m.|TIME] sharp.",
        "It cost [$3.5 million|MONEY], or [12 percent|PERCENT] of the budget.",
        "The [French|NORP] team found [eleven people|QUANTITY] in the hall.",
        "In the [5th century|DATE] they fled; [two hours later|TIME] they were back.",
        "Police seized [rifles|WEAPON] and [hand grenades|WEAPON].",
    ],
)
def test_english_expressions_have_clean_borders(marked):
    assert expressions(marked, "en") == marked


def test_a_typographic_apostrophe_counts_like_a_straight_one():
    straight = expressions("È successo l'8 luglio 2019 a tutti.", "it")
    curly = expressions("È successo l’8 luglio 2019 a tutti.", "it")
    assert curly.replace("’", "'") == straight
    assert "[8 luglio 2019|DATE]" in straight
