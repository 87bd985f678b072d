"""A look at what would come, foreign labels led to ours and remembered, particulars set right."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from annotator.cli import main
from annotator.core.exchange.label_mapping import mapped, proposed, unknown
from annotator.services import importing
from annotator.services.importing import MOST_SHOWN, ImportPlan, look, remembered_terms
from annotator.services.session import Session, default_scheme
from annotator.store import Store, check

LINE = {
    "text": "Anna vive a Roma e dice che piove.",
    "spans": [
        {"start": 0, "end": 4, "label": "Person"},
        {"start": 12, "end": 16, "label": "città"},
        {"start": 28, "end": 33, "label": "statement"},
    ],
}


@pytest.fixture
def session():
    with Store.memory() as store:
        yield Session(store, "anna")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(LINE) + "\n", "utf-8")
    return path


def labels_of(session):
    (annotated_article,) = session.store.annotated_articles()
    (layer,) = annotated_article.layers
    return [e.label for e in layer.entities], [c.spans[0].of(LINE["text"]) for c in layer.claims]


def test_a_look_says_what_would_come_and_writes_nothing(session, file):
    found = look(session, [file])
    (shown,) = found.articles
    assert (shown.title, shown.annotations, shown.is_known) == (LINE["text"], 3, False)
    assert found.labels == {"Person": "PER", "città": None, "statement": "CLAIM"}
    assert session.store.article_count() == 0
    importing.import_files(session, [file])
    assert look(session, [file]).articles[0].is_known


def test_labels_become_ours_and_are_remembered(session, file, tmp_path):
    done = importing.import_files(
        session, [file], plan=ImportPlan(labels={"Person": "PER", "città": ""})
    )
    assert labels_of(session) == (["PER", "statement"], [])
    assert [loss.what for loss in done.report.lost] == ["an entity"]
    assert remembered_terms(session).labels == {"Person": "PER", "città": ""}
    other = tmp_path / "b.jsonl"
    other.write_text(json.dumps(LINE | {"text": LINE["text"] + "."}) + "\n", "utf-8")
    importing.import_files(session, [other])
    second = next(d for d in session.store.annotated_articles() if d.article.text.endswith(".."))
    assert [e.label for e in second.layers[0].entities] == ["PER", "statement"]
    assert look(session, [file]).labels["città"] == ""
    assert check(session.store) == []


def test_a_label_can_mean_a_claim(session, file):
    importing.import_files(session, [file], plan=ImportPlan(labels={"statement": "CLAIM"}))
    assert labels_of(session) == (["Person", "città"], ["piove"])


def test_particulars_are_set_for_one_and_for_all(session, file):
    shown = look(session, [file]).articles[0]
    plan = ImportPlan(
        everywhere={"publisher": "Gazzetta", "published": "2024"},
        articles={shown.sha256: {"title": "Piove", "published": "2024-01-05"}},
    )
    importing.import_files(session, [file], plan=plan)
    (annotated_article,) = session.store.annotated_articles()
    article = annotated_article.article
    assert (article.title, article.publisher, article.published) == (
        "Piove",
        "Gazzetta",
        "2024-01-05",
    )


def test_a_bad_particular_refuses_the_file_and_says_why(session, file):
    done = importing.import_files(
        session, [file], plan=ImportPlan(everywhere={"url": "javascript:alert(1)"})
    )
    assert len(done.faults) == 1
    assert session.store.article_count() == 0


def test_a_look_at_very_many_articles_is_cut(session, tmp_path):
    path = tmp_path / "many.jsonl"
    lines = (json.dumps({"text": f"Articolo numero {n}."}) for n in range(MOST_SHOWN + 50))
    path.write_text("\n".join(lines), "utf-8")
    found = look(session, [path])
    assert (len(found.articles), found.is_cut) == (MOST_SHOWN, True)


@pytest.mark.parametrize(
    ("label", "ours"),
    [
        ("person", "PER"),
        ("PERSON", "PER"),
        ("Organisation", "ORG"),
        ("work of art", "PRODUCT"),
        ("B-GPE", "LOC"),
        ("Luogo", "LOC"),
        ("loc", "LOC"),
        ("Claim", "CLAIM"),
        ("gene", None),
    ],
)
def test_usual_names_are_recognised(label, ours):
    assert proposed(label, default_scheme()) == ours


def test_labels_of_the_scheme_are_not_unknown():
    assert unknown(["PER", "gene", "ORG"], default_scheme()) == ["gene"]


def test_a_dossier_without_foreign_labels_is_left_as_it_is(session, file):
    importing.import_files(session, [file])
    (annotated_article,) = session.store.annotated_articles()
    assert mapped(annotated_article, {"X": "PER"}, lambda *_: None) is annotated_article


def test_the_command_line_maps_and_previews(tmp_path, file, capsys):
    project = str(tmp_path / "p.vaglio")
    mapping = tmp_path / "map.json"
    mapping.write_text('{"Person": "PER", "città": "LOC"}', "utf-8")
    assert main(["import", project, str(file), "--preview", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["labels"]["Person"] == "PER"
    assert main(["import", project, str(file), "--map", str(mapping), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["annotations"] == 3
    with Store.open(tmp_path / "p.vaglio") as store:
        assert store.labels_in_use() == {"PER": 1, "LOC": 1, "statement": 1}
    mapping.write_text("[1]", "utf-8")
    assert main(["import", project, str(file), "--map", str(mapping)]) == 1
    assert "not as it should be" in capsys.readouterr().err


BRAT = {
    "a.txt": "Anna dice che piove.",
    "a.ann": "T1\tSpeaker 0 4\tAnna\nT2\tVerb 5 9\tdice\nT3\tStatement 14 19\tpiove\n"
    "R1\twho Arg1:T2 Arg2:T1\nR2\tabout Arg1:T2 Arg2:T3\nA1\tMood T2 calm\n",
}
TERMS = {
    "labels": {"Speaker": "SOURCE", "Verb": "CUE", "Statement": "CLAIM"},
    "relations": {"who": "SAID_BY"},
    "attributes": {"Mood": "note"},
}


@pytest.fixture
def brat(tmp_path):
    for name, content in BRAT.items():
        tmp_path.joinpath(name).write_text(content, "utf-8")
    return tmp_path / "a.ann"


def test_a_look_names_foreign_relations_and_attributes(session, brat):
    found = look(session, [brat])
    assert found.labels == {"Speaker": None, "Verb": None, "Statement": "CLAIM"}
    assert found.relations == {"who": None}  # “about” is ours
    assert found.attributes == {"Mood": None}


def test_a_mapping_file_names_all_kinds_of_words(tmp_path, brat):
    project = tmp_path / "p.vaglio"
    mapping = tmp_path / "map.json"
    mapping.write_text(json.dumps(TERMS), "utf-8")
    assert main(["import", str(project), str(brat), "--map", str(mapping)]) == 0
    with Store.open(project) as store:
        (annotated_article,) = store.annotated_articles()
        (layer,) = annotated_article.layers
        (said,) = layer.attributions
        assert (said.claims, said.note) == ((layer.claims[0].id,), "Mood: calm")
        assert len(said.source_spans) == len(said.cue_spans) == 1
        assert remembered_terms(Session(store, "b")).relations == {"who": "SAID_BY"}


def test_a_label_of_a_plain_file_can_be_who_says_it(session, file):
    importing.import_files(session, [file], plan=ImportPlan(labels={"Person": "SOURCE"}))
    (annotated_article,) = session.store.annotated_articles()
    (said,) = annotated_article.layers[0].attributions
    assert [span.of(LINE["text"]) for span in said.source_spans] == ["Anna"]


TABLE = 'Chi;Quando;Pezzo\nAnna;2024-01-05;"Un testo breve."\nBruno;2024-01-06;Un altro.\n'


def test_columns_are_what_was_decided(session, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(TABLE, "utf-8")
    found = look(session, [path])
    assert found.faults  # none is called a text, and none is long
    assert found.columns == {"Chi": "", "Quando": "", "Pezzo": ""}
    plan = ImportPlan(columns={"Pezzo": "text", "Quando": "published", "Chi": "author"})
    shown = look(session, [path], plan=plan)
    assert not shown.faults
    assert [(each.text, each.published) for each in shown.articles] == [
        ("Un testo breve.", "2024-01-05"),
        ("Un altro.", "2024-01-06"),
    ]
    assert importing.import_files(session, [path], plan=plan).articles_new == 2
    assert {d.article.author for d in session.store.annotated_articles()} == {"Anna", "Bruno"}
    assert look(session, [path]).columns == plan.columns  # remembered


def test_texts_are_corrected_and_articles_left_out(session, tmp_path):
    path = tmp_path / "a.jsonl"
    texts = ("Piove.\nRiproduzione riservata", "Nevica.\nRiproduzione riservata", "Basta.")
    path.write_text("\n".join(json.dumps({"text": text}) for text in texts), "utf-8")
    one, two, three = look(session, [path]).articles
    plan = ImportPlan(
        articles={two.sha256: {"text": "Nevica!", "title": "Neve"}},
        without=("Riproduzione riservata",),
        leave_out=frozenset({three.sha256}),
    )
    assert importing.import_files(session, [path], plan=plan).articles_new == 2
    found = {d.article.text: d.article.title for d in session.store.annotated_articles()}
    assert found == {"Piove.": one.title, "Nevica!": "Neve"}
    assert check(session.store) == []


def test_the_text_of_an_annotated_article_stays(session, file):
    done = importing.import_files(session, [file], plan=ImportPlan(without=("piove",)))
    assert [loss.what for loss in done.report.lost] == ["a correction of the text"]
    (annotated_article,) = session.store.annotated_articles()
    assert annotated_article.article.text == LINE["text"]


ENTERED = """
import sys
from pathlib import Path
from annotator.services import importing
from annotator.services.session import open_session
import annotator.formats.sandbox

def enter(frame, event, _):
    if event == "call" and frame.f_globals.get("__name__", "").startswith("annotator."):
        entered.add(frame.f_code.co_filename)

entered, known = set(), set(sys.modules)
session = open_session(Path(sys.argv[1]), analyst="anna", create=True)
sys.setprofile(enter)
imported = importing.import_files(session, [Path(sys.argv[2])])
sys.setprofile(None)
print(imported.articles_new, len(entered), *(m for m in set(sys.modules) - known if "formats" in m))
"""


def test_a_text_comes_into_the_project_through_few_files_and_loads_no_format_here(tmp_path):
    """72 files were entered, and 95 loaded, when all formats were asked whether it is theirs."""
    (tmp_path / "a.txt").write_text("Ieri Mario Rossi era a Roma.")
    command = [sys.executable, "-c", ENTERED, str(tmp_path / "p.vaglio"), str(tmp_path / "a.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    articles, files, *loaded = done.stdout.split()
    assert (articles, loaded) == ("1", [])
    assert 15 < int(files) <= 25
