"""People, places and organisations."""

from __future__ import annotations

import pytest

from annotator.core.model import Article
from annotator.suggest import suggest
from annotator.suggest.pipelines.rules import RulesSuggester
from tests.notation import parse, show

RULES = RulesSuggester()


def named(marked: str, language: str = "it") -> str:
    text, _ = parse(marked)
    article = Article(id="a", title="", text=text, sha256="", language=language)
    found = suggest(article, layer_id="l", by=RULES).entities
    return show(text, [(e.span, e.label) for e in found if e.label in ("PER", "LOC", "ORG")])


@pytest.mark.parametrize(
    "marked",
    [
        "Il sindaco [Carla Bertolini|PER] vive a [Torino|LOC].",
        "La [Corea del Sud|LOC] tratta con il [Regno Unito|LOC].",
        "Il [Ministero della Difesa|ORG] smentisce la notizia.",
        "L'[Università di Padova|ORG] apre una sede a [Belluno|LOC].",
        "Il [governo tedesco|ORG] ha presentato un piano.",
        "L'incidente è avvenuto in [via Garibaldi|LOC], in [provincia di Asti|LOC].",
        "Secondo l'[Onu|ORG] la siccità continua.",
        "La società [Ferrolux|ORG] chiude la fabbrica.",
        "La [Ferrolux S.p.A.|ORG] chiude la fabbrica.",
        "[ROMA|LOC] – Il ponte è chiuso.",
    ],
)
def test_italian_names_are_found(marked):
    assert named(marked) == marked


@pytest.mark.parametrize(
    "marked",
    [
        "Mayor [Karen Whitfield|PER] lives in [Chicago|LOC].",
        "The [University of Oregon|ORG] opened a school near [Lake Tahoe|LOC].",
    ],
)
def test_english_names_are_found(marked):
    assert named(marked, "en") == marked


def test_a_lone_surname_is_the_person_named_before():
    marked = "Ha parlato [Giulia Tarvisi|PER]. Poi [Tarvisi|PER] è uscita."
    assert named(marked) == marked


def test_the_longest_name_wins_but_not_past_the_end_of_the_text():
    assert named("Vive a [Milano Marittima|LOC].") == "Vive a [Milano Marittima|LOC]."
    assert named("Vive a [Milano|LOC]") == "Vive a [Milano|LOC]"


def test_a_nationality_inside_an_organisation_is_not_marked_twice():
    article = Article(id="a", title="", text="Il governo tedesco tace.", sha256="", language="it")
    assert [e.label for e in suggest(article, layer_id="l", by=RULES).entities] == ["ORG"]


def test_every_entity_says_why_and_how_sure():
    text = "Giulia Tarvisi vive a Torino dal 2003."
    found = suggest(
        Article(id="a", title="", text=text, sha256="", language="it"),
        layer_id="x",
        by=RULES,
    ).entities
    assert len(found) == 3
    for entity in found:
        assert entity.origin == "machine"
        assert entity.layer_id == "x"
        assert entity.why.startswith(("rule: ", "word list: ", "name: "))
        assert entity.confidence is not None
        assert 0 < entity.confidence <= 1
