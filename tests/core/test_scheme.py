"""The label scheme: what ships, and what its editor may and may not do."""

from __future__ import annotations

import json
import string
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import model
from annotator.core.colour import contrast
from annotator.core.errors import UserError
from annotator.core.paths import RESOURCES
from annotator.core.scheme import (
    KEYS,
    Label,
    Scheme,
    SchemeFault,
    add,
    describe,
    example_of,
    read_scheme,
    recolour,
    rekey,
    rename,
    renamed,
    reorder,
    restore,
    retire,
    scheme_from,
    to_body,
)
from annotator.core.vocabulary import Wording

NEWS = read_scheme(RESOURCES / "schemes" / "news.toml")

VOCABULARIES = {
    ("claim", "kind"): model.Kind,
    ("claim", "cw_reasons"): model.Reason,
    ("claim", "certainty"): model.Certainty,
    ("claim", "time_reference"): model.TimeReference,
    ("attribution", "agent_type"): model.AgentType,
    ("attribution", "anonymity"): model.Anonymity,
    ("attribution", "type"): model.AttributionType,
    ("attribution", "quote_mode"): model.QuoteMode,
    ("attribution", "author_stance"): model.AuthorStance,
    ("attribution", "certainty"): model.Certainty,
    ("source", "medium"): model.Medium,
    ("source", "tier"): model.Tier,
    ("evidence", "stance"): model.Stance,
    ("evidence", "answer_type"): model.AnswerType,
    ("verdict", "label"): model.VerdictLabel,
    ("verdict", "strategies"): model.Strategy,
    ("judgement", "decision"): model.Decision,
}

RECORDS = {
    "claim": model.Claim,
    "attribution": model.Attribution,
    "source": model.Source,
    "evidence": model.Evidence,
    "verdict": model.Verdict,
    "judgement": model.Judgement,
}


def codes(scheme: Scheme) -> list[str]:
    return [label.code for label in scheme.offered()]


# What ships


def test_the_news_scheme_has_the_labels_of_news_in_order():
    assert codes(NEWS) == (
        [
            "PER",
            "ORG",
            "LOC",
            "NORP",
            "DATE",
            "TIME",
            "MONEY",
            "PERCENT",
            "QUANTITY",
            "PRODUCT",
            "WEAPON",
            "EVENT",
            "LAW",
        ]
    )


def test_the_first_ten_labels_have_the_digits_as_keys():
    assert [label.key for label in NEWS.offered()] == [*"1234567890", None, None, None]


@pytest.mark.parametrize("label", NEWS.labels, ids=lambda label: label.code)
def test_a_label_says_in_both_languages_what_it_means_and_shows_it(label):
    for wording in (label.name, label.definition, label.example):
        assert wording.en
        assert wording.it
    for marked in (label.example.en, label.example.it):
        text, spans = example_of(marked)
        assert spans
        assert not set("[]") & set(text)


@pytest.mark.parametrize("label", NEWS.labels, ids=lambda label: label.code)
def test_a_label_can_be_read_on_white_and_on_its_own_tint(label):
    tint = "#" + "".join(
        f"{round(0.13 * int(label.colour[i : i + 2], 16) + 0.87 * 255):02X}" for i in (1, 3, 5)
    )
    assert contrast(label.colour) >= 4.5
    assert contrast(label.colour, tint) >= 4.5


def test_no_two_entity_labels_have_the_same_colour():
    colours = [label.colour for label in NEWS.offered()]
    assert len(set(colours)) == len(colours)


@pytest.mark.parametrize(("of", "code"), VOCABULARIES)
def test_a_vocabulary_of_the_scheme_is_exactly_that_of_the_records(of, code):
    attribute = NEWS.attribute(of, code)
    assert [v.code for v in attribute.values] == list(get_args(VOCABULARIES[of, code]))


def test_every_attribute_is_a_field_of_its_record_explained_in_both_languages():
    for attribute in NEWS.attributes:
        assert attribute.code in RECORDS[attribute.of].__struct_fields__
        for thing in (attribute, *NEWS.attribute(attribute.of, attribute.code).values):
            assert thing.name.en
            assert thing.name.it
            assert thing.definition.en
            assert thing.definition.it


def test_numbers_and_yes_or_no_are_stored_as_such_and_read_back():
    priority = NEWS.attribute("claim", "check_worthiness")
    verifiable = NEWS.attribute("claim", "verifiable")
    certainty = NEWS.attribute("claim", "certainty")
    assert [priority.written(v.code) for v in priority.values] == [0, 1, 2, 3]
    assert [verifiable.written(v.code) for v in verifiable.values] == [True, False]
    for attribute in (priority, verifiable, certainty):
        assert all(attribute.read(attribute.written(v.code)) == v.code for v in attribute.values)


def test_a_value_that_no_vocabulary_has_is_shown_by_its_code():
    assert NEWS.attribute("claim", "certainty").value("dubious").name.to("it") == "dubious"


def test_asking_for_an_attribute_that_is_not_there_is_our_mistake():
    with pytest.raises(KeyError):
        NEWS.attribute("claim", "colour")


# Reading and writing


def test_a_scheme_goes_through_json_unchanged():
    assert scheme_from(json.loads(json.dumps(to_body(NEWS)))) == NEWS


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("name = ", "not valid TOML"),
        ('name = "x"', "version"),
        ('name = "x"\nversion = "1"\n[[labels]]\ncode = "A"\ncolor = "#000000"', "color"),
        ('name = "x"\nversion = "1"\n[[labels]]\ncode = "A"\n[[labels]]\ncode = "A"', "code A"),
        ('name = "x"\nversion = "1"\n[[labels]]\ncode = "A"\ncolour = "red"', "red"),
        ('name = "x"\nversion = "1"\n[[labels]]\ncode = "A"\nkey = "A"', "key A"),
    ],
)
def test_a_scheme_file_with_a_mistake_is_refused_with_the_place(tmp_path, toml, said):
    path = tmp_path / "mine.toml"
    path.write_text(toml)
    with pytest.raises(SchemeFault, match=said):
        read_scheme(path)


def test_a_scheme_file_that_is_not_there_or_not_text_is_a_user_error(tmp_path):
    path = tmp_path / "mine.toml"
    with pytest.raises(UserError, match=r"mine\.toml cannot be opened"):
        read_scheme(path)
    path.write_bytes(b"name = '\xff'")
    with pytest.raises(UserError, match=r"mine\.toml is not valid TOML"):
        read_scheme(path)


def test_an_example_may_mark_several_spans():
    text, spans = example_of("Da [Roma] a l’[Aquila].")
    assert text == "Da Roma a l’Aquila."
    assert [span.of(text) for span in spans] == ["Roma", "Aquila"]


def test_words_fall_back_to_the_language_there_is():
    assert Wording("Person", "Persona").to("it_IT") == "Persona"
    assert Wording("Person", "Persona").to("fr") == "Person"
    assert Wording(en="Ship").to("it") == "Ship"
    assert Wording(it="Nave").to("en") == "Nave"


# Codes, known and unknown


def test_an_unknown_label_is_shown_by_its_code_in_a_neutral_colour():
    label = NEWS.label("Nave militare")
    assert label.named("it") == "Nave militare"
    assert label.definition.it
    assert label not in NEWS.labels
    assert NEWS.resolve("Nave militare") == "Nave militare"


def test_a_renamed_label_is_still_found_under_every_code_it_had():
    scheme = rename(rename(NEWS, "LOC", to="PLACE"), "PLACE", to="GEO")
    assert [scheme.resolve(code) for code in ("LOC", "PLACE", "GEO")] == ["GEO"] * 3
    assert renamed(NEWS, scheme) == {"LOC": "GEO", "PLACE": "GEO"}


def test_a_label_can_have_its_old_code_back():
    there = rename(NEWS, "LOC", to="PLACE")
    back = rename(there, "PLACE", to="LOC")
    assert back.label("LOC").formerly == ("PLACE",)
    assert renamed(there, back) == {"PLACE": "LOC"}


def test_an_unknown_label_is_adopted_under_a_proper_code():
    scheme = add(NEWS, Label(code="SHIP", formerly=("Nave militare",)))
    assert scheme.resolve("Nave militare") == "SHIP"
    assert renamed(NEWS, scheme) == {"Nave militare": "SHIP"}


def test_a_new_name_alone_leaves_the_code_and_migrates_nothing():
    scheme = rename(NEWS, "LOC", name=Wording("Location", "Località"))
    assert scheme.label("LOC").named("it") == "Località"
    assert renamed(NEWS, scheme) == {}


# Editing


def test_a_label_is_added_behind_the_others():
    assert codes(add(NEWS, Label(code="SHIP", key="N")))[-1] == "SHIP"


@pytest.mark.parametrize("code", ["", "two words", "x" * 41, "_A", "[A]", "a\n"])
def test_a_code_that_exports_could_not_carry_is_refused(code):
    with pytest.raises(SchemeFault, match="cannot be the code"):
        add(NEWS, Label(code=code))


@pytest.mark.parametrize("code", ["PER", "LOC"])
def test_a_code_that_is_or_was_another_labels_is_refused(code):
    scheme = rename(NEWS, "LOC", to="PLACE")
    with pytest.raises(SchemeFault, match="is or was"):
        add(scheme, Label(code=code))
    with pytest.raises(SchemeFault, match="is or was"):
        rename(scheme, "ORG", to=code)


@pytest.mark.parametrize("colour", ["red", "#FFF", "#12345G", "#FFFF00", "#FFFFFF"])
def test_a_colour_that_is_none_or_too_pale_is_refused(colour):
    with pytest.raises(SchemeFault):
        recolour(NEWS, "PER", colour)


def test_a_colour_is_kept_in_capitals():
    assert recolour(NEWS, "PER", "#0b5fa6").label("PER").colour == "#0B5FA6"


@given(st.text(max_size=2))
def test_a_key_is_a_free_digit_or_letter_or_refused(key):
    bare = rekey(NEWS, "PER", None)
    if not key or (key.upper() in set(KEYS) - set("234567890")):
        assert rekey(bare, "PER", key).label("PER").key == (key.upper() or None)
    else:
        with pytest.raises(SchemeFault):
            rekey(bare, "PER", key)


def test_no_letter_of_an_action_can_be_the_key_of_a_label():
    reserved = set(string.ascii_uppercase) - set(KEYS)
    assert reserved == set("ABCEFHIKLMOQRSVX")
    for letter in reserved:
        with pytest.raises(SchemeFault, match="cannot be given"):
            rekey(NEWS, "WEAPON", letter)


def test_a_key_that_another_label_has_is_refused_by_name():
    with pytest.raises(SchemeFault, match="belongs to the label PER"):
        rekey(NEWS, "WEAPON", "1")


def test_a_key_finds_its_label_in_either_case():
    scheme = rekey(NEWS, "WEAPON", "w")
    assert scheme.by_key("w") == scheme.by_key("W") == scheme.label("WEAPON")
    assert scheme.by_key("Z") is None


def test_a_retired_label_is_shown_but_not_offered_and_frees_its_key():
    scheme = rekey(retire(NEWS, "PRODUCT"), "WEAPON", "0")
    assert "PRODUCT" not in codes(scheme)
    assert scheme.label("PRODUCT").name == NEWS.label("PRODUCT").name
    assert scheme.by_key("0") == scheme.label("WEAPON")
    again = restore(scheme, "PRODUCT")
    assert "PRODUCT" in codes(again)
    assert again.label("PRODUCT").key is None


def test_a_label_retired_and_restored_is_as_it_was():
    assert restore(retire(NEWS, "PRODUCT"), "PRODUCT") == NEWS
    assert restore(NEWS, "PRODUCT") == NEWS


def test_the_last_label_cannot_be_retired():
    scheme = Scheme(name="one", version="1", labels=(Label(code="PER"),))
    with pytest.raises(SchemeFault, match="last label"):
        retire(scheme, "PER")


@given(st.sampled_from([label.code for label in NEWS.labels]), st.integers(-2, 30))
def test_reordering_moves_one_label_and_loses_none(code, place):
    scheme = reorder(NEWS, code, place)
    kind = NEWS.label(code).kind
    alike = [label.code for label in scheme.labels if label.kind == kind]
    assert alike[min(max(place, 0), len(alike) - 1)] == code
    assert sorted(label.code for label in scheme.labels) == sorted(x.code for x in NEWS.labels)
    without = [x.code for x in NEWS.labels if x.code != code]
    assert [x.code for x in scheme.labels if x.code != code] == without


def test_a_label_can_be_described_anew():
    definition, example = Wording("A ship.", "Una nave."), Wording("The [Aurora].", "La [Aurora].")
    label = describe(NEWS, "PRODUCT", definition=definition, example=example).label("PRODUCT")
    assert (label.definition, label.example) == (definition, example)


def test_an_edit_of_a_label_that_is_not_there_is_refused():
    for edit in (retire, restore):
        with pytest.raises(SchemeFault, match="no label SHIP"):
            edit(NEWS, "SHIP")


def test_kinds_of_claim_keep_their_codes_but_not_their_names():
    with pytest.raises(SchemeFault, match="cannot be added"):
        add(NEWS, Label(code="rumour", kind="claim"))
    with pytest.raises(SchemeFault, match="cannot be changed"):
        rename(NEWS, "causal", to="cause")
    named = rename(NEWS, "causal", name=Wording("Why", "Perché"))
    assert named.attribute("claim", "kind").value("causal").name.it == "Perché"


def test_an_edit_leaves_the_scheme_it_was_made_from():
    before = to_body(NEWS)
    rename(NEWS, "LOC", to="PLACE")
    assert to_body(NEWS) == before
