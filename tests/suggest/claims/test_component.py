"""Claims clause by clause, and who says them."""

from __future__ import annotations

import pytest

from annotator.core.model import Article, Attribution, Span
from annotator.suggest import Suggestions, suggest
from tests.notation import parse, show


def suggested(text: str, language: str = "it") -> Suggestions:
    article = Article(id="a", title="", text=text, sha256="", language=language)
    return suggest(article, layer_id="l")


def claims(marked: str, language: str = "it") -> str:
    text, _ = parse(marked)
    made = suggested(text, language).claims
    return show(text, [(c.spans[0], "CLAIM") for c in made])


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in spans]


def only(text: str, language: str = "it") -> Attribution:
    [attribution] = suggested(text, language).attributions
    return attribution


@pytest.mark.parametrize(
    "marked",
    [
        "{Il tribunale ha respinto il ricorso|CLAIM} e {ha condannato la ditta|CLAIM}.",
        "Il portavoce ha detto che {la diga è stata chiusa ieri|CLAIM}.",
        "Poiché {la strada è crollata|CLAIM}, {il comune ha chiuso la scuola|CLAIM}.",
        "«{La diga è sicura|CLAIM}», ha detto il sindaco.",
        "ROMA – {Il ponte è stato chiuso per lavori|CLAIM}.",
    ],
)
def test_a_claim_is_a_clause_without_conjunction_marks_and_tag(marked):
    assert claims(marked) == marked


@pytest.mark.parametrize(
    "text",
    ["Dove andremo a finire?", "Che vergogna!", "Buongiorno a tutti.", "Le scarpe, il cappello."],
)
def test_questions_greetings_and_fragments_are_no_claims(text):
    assert suggested(text).claims == ()


def test_english_claims_stand_after_that():
    marked = "The mayor said that {the bridge was closed on Monday|CLAIM}."
    assert claims(marked, "en") == marked


def test_a_dropped_subject_is_filled_in_from_the_clause_before():
    made = suggested("La ditta ha chiuso lo stabilimento e ha licenziato trenta operai.").claims
    assert [c.normalized_text for c in made] == [
        "La ditta ha chiuso lo stabilimento",
        "La ditta ha licenziato trenta operai",
    ]


def test_source_cue_and_content_are_told_apart():
    text = "Il portavoce della polizia ha dichiarato che l'uomo è fuggito."
    found = only(text)
    assert words(text, found.source_spans) == ["Il portavoce della polizia"]
    assert words(text, found.cue_spans) == ["ha dichiarato"]
    assert words(text, found.content_spans) == ["l'uomo è fuggito"]
    assert found.why == "cue word: ha dichiarato"


def test_according_to_leaves_the_rest_as_content():
    text = "Secondo la procura, i fondi sono spariti nel 2019."
    found = only(text)
    assert words(text, found.source_spans) == ["la procura"]
    assert words(text, found.content_spans) == ["i fondi sono spariti nel 2019"]


def test_an_attribution_names_its_claims():
    made = suggested("Il sindaco ha spiegato che la diga è chiusa e che il paese è isolato.")
    [attribution] = made.attributions
    assert set(attribution.claims) == {claim.id for claim in made.claims}
    assert len(made.claims) == 2


def test_a_second_sentence_without_subject_has_the_same_speaker():
    made = suggested(
        "I tecnici hanno affermato che la diga tiene. Hanno anche detto che il lago sale."
    )
    first, second = made.attributions
    assert (first.agent, first.source_implicit) == ("tecnici", False)
    assert (second.agent, second.source_implicit) == ("tecnici", True)


def test_it_is_what_one_reads_in_points_back_and_the_cited_source_is_nested():
    text = (
        "La banca venderà tre filiali. È quanto si legge nel Corriere della Sera, "
        "citando fonti anonime."
    )
    paper, cited = suggested(text).attributions
    assert words(text, paper.content_spans) == ["La banca venderà tre filiali"]
    assert paper.agent_type == "media"
    assert words(text, cited.source_spans) == ["fonti anonime"]
    assert cited.anonymity == "anonymous"
    assert cited.nested_in == paper.id


def test_hearsay_is_only_possible_and_disputed_by_the_author():
    text = "Contrariamente alle voci secondo cui la diga sarebbe crepata, i lavori sono finiti."
    made = suggested(text)
    assert made.attributions[0].author_stance == "disputes"
    assert [claim.certainty for claim in made.claims] == ["possible", "asserted"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Il comune spenderà due milioni il prossimo anno.", "prediction"),
        ("Il ponte è crollato a causa della piena.", "causal"),
        ("I posti letto sono calati del 12%.", "numerical"),
        ("Il tribunale ha respinto il ricorso.", "event_property"),
    ],
)
def test_the_kind_of_a_claim_is_told_from_its_words(text, kind):
    [claim] = suggested(text).claims
    assert claim.kind == kind


def test_figures_and_accusations_weigh_more_than_background():
    [grave] = suggested("La procura ha arrestato 12 indagati per corruzione.").claims
    [light] = suggested("Il parco comunale ha riaperto sabato con nuovi giochi.").claims
    assert grave.check_worthiness > light.check_worthiness
    assert {"figure", "accusation"} <= set(grave.cw_reasons)


def test_inverted_quotations_find_their_speaker_in_english():
    text = "“The bridge is safe,” said Karen Whitfield."
    found = only(text, "en")
    assert words(text, found.cue_spans) == ["said"]
    assert found.agent == "Karen Whitfield"
    assert found.quote_mode == "direct"


def test_a_relative_clause_does_not_hide_the_subject():
    text = (
        "Tarvisi, che ieri ha visitato la diga, ha annunciato che i controlli partiranno lunedì"
        " e ha accusato la ditta di aver falsificato i dati."
    )
    first, second = suggested(text).attributions
    assert words(text, first.source_spans) == ["Tarvisi"]
    assert words(text, first.content_spans) == ["i controlli partiranno lunedì"]
    assert (second.agent, second.source_implicit) == ("Tarvisi", True)


def test_a_headline_with_a_quotation_has_its_speaker_before_the_colon():
    text = "Piena del fiume, il sindaco: «Le strade sono chiuse»"
    found = only(text)
    assert words(text, found.source_spans) == ["il sindaco"]
    assert words(text, found.content_spans) == ["Le strade sono chiuse"]


def test_someone_said_it_points_to_the_sentence_before_without_its_dateline():
    text = "ROMA (ANSA) - Il ponte è crollato. Lo ha riferito la prefettura."
    found = only(text)
    assert words(text, found.content_spans) == ["Il ponte è crollato"]
    assert found.agent_type == "government"


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "Kiev ha accusato la Russia di aver lanciato ottanta droni nella notte.",
            ["La Russia ha lanciato ottanta droni nella notte"],
        ),
        (
            "ROMA, 3 maggio – L’Italia ha comprato sei navi e ha già inviato i primi soldati.",
            ["L’Italia ha comprato sei navi", "L’Italia ha già inviato i primi soldati"],
        ),
        ("Il sindaco ha ammesso di averla scritta ieri.", ["Sindaco l'ha scritta ieri"]),
    ],
)
def test_the_stand_alone_form_has_the_subject_that_is_meant(text, forms):
    from annotator.formats import article
    from annotator.suggest import suggest

    found = [claim.normalized_text for claim in suggest(article(text), layer_id="l").claims]
    assert set(forms) <= set(found), found
