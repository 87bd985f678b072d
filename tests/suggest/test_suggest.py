"""The whole of it: what holds for every text, the pipeline, the registry, the process."""

from __future__ import annotations

import io
import itertools
import json
import subprocess
import sys

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.model import Article, spans_of
from annotator.core.text import canonical
from annotator.suggest import AUTHOR, PipelineChoice, Suggestions, installed, suggest
from annotator.suggest.language.tokenizer import sentence_starts
from annotator.suggest.runtime.run import pieces
from annotator.suggest.runtime.worker import serve
from annotator.suggest.runtime.worker_pool import worker

SCRAPS = [
    "Mario Rossi", "la Corea del Nord", " ha detto che ", "«", "»", "“", '"', "l’", "3 milioni di euro", ", ",
    ". ", "\n\n", "è quanto si legge nel ", "citando ", "Secondo ", "il 4 gennaio", "missili", "😀", "é", "مرحبا",
    "北京", "\u00ad", "\u200b", "\u00a0", "E’", " e ", " ma ", "said that ", "according to ", ":", "(", ")", "12:30",
    "Milano", "San", "dell'", "Ministero di ", "...", "?", "!", "–", "a" * 40, " ",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=6)), max_size=25).map(
    lambda parts: canonical("".join(parts))
)


def article(text: str, language: str = "it") -> Article:
    return Article(id="a", title="", text=text, sha256="", language=language)


def without_ids(made: Suggestions) -> list[object]:
    """What was suggested, with places instead of ids."""
    claims = {claim.id: index for index, claim in enumerate(made.claims)}
    said = {each.id: index for index, each in enumerate(made.attributions)}
    return [
        [msgspec.structs.replace(each, id="") for each in (*made.entities, *made.claims)],
        [
            msgspec.structs.replace(
                each,
                id="",
                claims=tuple(str(claims[id_]) for id_ in each.claims),
                nested_in=str(said.get(each.nested_in or "")),
            )
            for each in made.attributions
        ],
    ]


@settings(max_examples=120, deadline=None)
@given(TEXTS, st.sampled_from(["it", "en"]))
def test_every_span_is_inside_the_text_and_trimmed(text, language):
    made = suggest(article(text, language), layer_id="l")
    for record in (*made.entities, *made.claims, *made.attributions):
        for span in spans_of(record):
            assert span.end <= len(text)
            assert span.of(text) == span.of(text).strip() != ""


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_entities_never_cross_each_other(text):
    spans = [e.span for e in suggest(article(text), layer_id="l").entities]
    for index, one in enumerate(spans):
        for two in spans[index + 1 :]:
            assert not one.overlaps(two) or one.covers(two) or two.covers(one)
    assert len(set(spans)) == len(spans)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_suggestions(text):
    first, second = (suggest(article(text), layer_id="l") for _ in range(2))
    assert without_ids(first) == without_ids(second)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_attributions_name_claims_and_attributions_that_exist(text):
    made = suggest(article(text), layer_id="l")
    claims = {claim.id for claim in made.claims}
    said = {each.id for each in made.attributions}
    for each in made.attributions:
        assert set(each.claims) <= claims
        assert each.nested_in is None or each.nested_in in said - {each.id}
        assert each.source_spans or each.cue_spans or each.source_implicit


@given(st.text(alphabet="ab .\n", max_size=200), st.integers(1, 3))
def test_pieces_cover_a_long_text_without_gap(seed, times):
    text = (seed + "x") * 9000 * times
    cuts = list(pieces(text))
    assert cuts[0][0] == 0
    assert cuts[-1][1] == len(text)
    assert all(a[1] == b[0] for a, b in itertools.pairwise(cuts))


def test_a_name_is_remembered_from_one_piece_to_the_next():
    filler = "Piove molto.\n" * 2500
    text = f"Ha parlato Giulia Tarvisi.\n{filler}Poi Tarvisi è uscita."
    found = suggest(article(text), layer_id="l").entities
    assert [e.span.of(text) for e in found if e.label == "PER"] == ["Giulia Tarvisi", "Tarvisi"]


@pytest.mark.parametrize("text", ["", "  \n ", ".", "😀😀", "…", "((((", "北京发生了什么事情"])
def test_texts_with_nothing_in_them_suggest_nothing(text):
    assert suggest(article(text), layer_id="l") == Suggestions()


def test_an_unknown_language_is_guessed_from_its_small_words():
    text = "The mayor said that the bridge was closed on Monday by the council."
    made = suggest(article(text, "und"), layer_id="l")
    assert len(made.attributions) == 1
    assert "Monday" in [e.span.of(text) for e in made.entities]


@pytest.mark.parametrize("language", ["es", "ar", "xx-made-up"])
def test_other_languages_degrade_to_what_is_known(language):
    text = "Angela Ferri, Madrid, 2020: 35%."
    found = [e.span.of(text) for e in suggest(article(text, language), layer_id="l").entities]
    assert {"Angela Ferri", "Madrid", "35%"} <= set(found)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Il dott. Rossi vive qui. Lavora molto.", 2),
        ("L'art. 5 vale 3.500 euro. Fine.", 2),
        ("«Piove.» Poi smette.", 2),
        ("Titolo\nTesto che segue.", 2),
        ("J. R. Bianchi scrive. Legge.", 2),
        ("Che bello! Andiamo? Sì.", 3),
    ],
)
def test_sentences_end_at_stops_but_not_at_abbreviations(text, count):
    assert len(sentence_starts(text)) == count


def test_the_pipeline_is_ordinary_spacy():
    nlp = installed()[AUTHOR].build("it")
    [doc] = nlp.pipe(["Il sindaco ha detto che Torino è isolata."])
    assert [ent.text for ent in doc.ents] == ["Torino"]
    assert [span.text for span in doc.spans["claims"]] == ["Torino è isolata"]
    assert [span.text for span in doc.spans["sources"]] == ["Il sindaco"]
    assert [span.text for span in doc.spans["cues"]] == ["ha detto"]
    assert [span.text for span in doc.spans["contents"]] == ["Torino è isolata"]


def test_importing_the_package_loads_no_spacy():
    code = "import sys, annotator.suggest; print('spacy' in sys.modules, 'numpy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "False"]


def answers(*lines: bytes) -> list[dict[str, object]]:
    out = io.BytesIO()
    serve(io.BytesIO(b"\n".join(lines) + b"\n"), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def request(number: int, text: str) -> bytes:
    asked = {"request": number, "layer_id": "l", "article": article(text)}
    return msgspec.json.encode(asked)


def test_the_worker_says_ready_answers_and_survives_bad_lines():
    ready, bad, half, good = answers(
        b"{not json", b'{"request": 4, "layer_id": "l"}', request(5, "Piove a Torino.")
    )
    assert ready == {"ready": AUTHOR, "fault": ""}
    assert bad["request"] is None
    assert "error" in bad
    assert half["request"] == 4
    assert "error" in half
    assert good["request"] == 5
    assert good["author"] == AUTHOR
    assert [e["label"] for e in good["entities"]] == ["LOC"]
    assert {"claims", "attributions", "seconds"} <= good.keys()


def test_the_worker_reports_progress_on_long_texts():
    _, *progress, last = answers(request(1, "Piove a Torino.\n" * 3000))
    parts = [line["progress"] for line in progress]
    assert parts == sorted(parts)
    assert 0 < parts[0] < parts[-1] <= 1
    assert len(last["entities"]) == 3000


def test_the_worker_runs_as_a_process_and_ends_with_its_input():
    started = worker(PipelineChoice())
    ran = subprocess.run(
        started.command,
        env=started.environment,
        input=request(1, "Piove a Torino.") + b"\n",
        capture_output=True,
        check=True,
    )
    ready, answer = (json.loads(line) for line in ran.stdout.splitlines())
    assert ready == {"ready": AUTHOR, "fault": ""}
    assert answer["request"] == 1
