"""Other pipelines in our place, and ours in other people's programs."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import metadata

import pytest

from annotator.cli import main
from annotator.core.model import Article
from annotator.suggest import (
    PipelineChoice,
    PipelineFault,
    SuggesterSelection,
    suggest,
    team,
    usable,
)
from annotator.suggest.pipelines.registry import by_name
from tests.suggest import tiny

TEXT = "Zaira vive a Borgosecco con otto gatti e un gatto dal 4 gennaio."


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder of installed packages with the tiny pipeline in it."""
    folder = tmp_path / "site"
    folder.mkdir()
    tiny.install(folder)
    monkeypatch.syspath_prepend(str(folder))
    yield folder
    sys.modules.pop(tiny.NAME, None)


def article(text: str = TEXT, language: str = "it") -> Article:
    return Article(id="a", title="", text=text, sha256="", language=language)


def found(who: SuggesterSelection, each: Article) -> list[tuple[str, str]]:
    made = suggest(each, layer_id="l", by=who.of(each))
    return [(e.span.of(each.text), e.label) for e in made.entities]


def test_what_is_installed_says_its_language_and_its_labels(site):
    made = by_name()[tiny.NAME]
    assert (made.version, made.language) == (tiny.VERSION, "it")
    assert set(made.labels) == {"GPE", "PERSON", "CARDINAL", "ANIMAL"}


def test_a_chosen_pipeline_reads_its_language_and_leaves_the_rest_to_ours(site):
    who = team(PipelineChoice(languages={"it": tiny.NAME}))
    assert found(who, article()) == [
        ("Zaira", "PER"),
        ("Borgosecco", "LOC"),
        ("gatto", "ANIMAL"),  # an unknown label keeps its name
        ("4 gennaio", "DATE"),  # the rules still speak
    ]
    assert who.author_of(article()) == "machine:it_tiny@1.2.3"
    assert who.author_of(article(language="it-CH")) == "machine:it_tiny@1.2.3"
    assert who.author_of(article(language="en")) == SuggesterSelection().author


def test_another_map_of_labels_is_another_version(site):
    labels = {tiny.NAME: {"ANIMAL": "", "GPE": "ORG", "PERSON": "PER"}}
    who = team(PipelineChoice(languages={"it": tiny.NAME}, labels=labels))
    assert ("Borgosecco", "ORG") in found(who, article())
    assert "ANIMAL" not in [label for _, label in found(who, article())]
    assert who.author_of(article()) != "machine:it_tiny@1.2.3"
    usual = team(PipelineChoice(languages={"it": tiny.NAME}, labels={tiny.NAME: {"PERSON": "PER"}}))
    assert usual.author_of(article()) == "machine:it_tiny@1.2.3"


def test_a_name_that_is_not_installed_is_never_looked_for_elsewhere(site):
    wanted = PipelineChoice(languages={"it": "it_core_news_lg", "en": tiny.NAME})
    with pytest.raises(PipelineFault, match="it_tiny"):
        team(wanted)
    there, missing = usable(wanted)
    assert (there.languages, missing) == ({"en": tiny.NAME}, ["it_core_news_lg"])


def test_a_package_that_says_nothing_of_itself_is_offered_for_every_language(site):
    (site / tiny.NAME / "meta.json").write_text("{not json", encoding="utf-8")
    made = by_name()[tiny.NAME]
    assert (made.language, made.labels) == ("", ())


@pytest.fixture
def project(tmp_path):
    """An article in Italian and one in English."""
    path = tmp_path / "p.vaglio"
    (tmp_path / "it.txt").write_text(f"{TEXT} Lo ha detto il sindaco.", encoding="utf-8")
    (tmp_path / "en.txt").write_text("The mayor said that the bridge was closed in Paris.")
    assert main(["import", str(path), str(tmp_path / "it.txt"), str(tmp_path / "en.txt")]) == 0
    return path


def authors(path, capsys) -> set[str]:
    capsys.readouterr()
    assert main(["export", str(path), "--layer", "machine", "-o", "-"]) == 0
    lines = capsys.readouterr().out.splitlines()
    return {json.loads(line)["layer"]["author"] for line in lines}


def test_the_command_line_takes_a_pipeline_for_a_language(site, project, capsys):
    words = ["suggest", str(project), "--pipeline", f"it={tiny.NAME}", "--json"]
    assert main(words) == 0
    assert authors(project, capsys) == {"machine:it_tiny@1.2.3", SuggesterSelection().author}
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out)["articles"] == 0
    assert main([*words, "--map", "GPE=ORG", "--map", f"{tiny.NAME}:ANIMAL="]) == 0
    assert json.loads(capsys.readouterr().out)["articles"] == 1


def test_the_command_line_names_what_is_installed(site, project, capsys):
    assert main(["suggest", str(project), "--pipeline", "it=nothing_sm"]) == 1
    said = capsys.readouterr().err
    assert "nothing_sm" in said
    assert tiny.NAME in said


def test_one_suggester_can_read_every_other_language(site, project, capsys):
    words = ["--suggester", "vaglio-rules", "--pipeline", f"it={tiny.NAME}"]
    assert main(["suggest", str(project), *words]) == 0
    assert authors(project, capsys) == {"machine:it_tiny@1.2.3", "machine:vaglio-rules@0.1"}


def test_telling_which_suggesters_there_are_loads_no_spacy(site):
    code = (
        "import sys; from annotator.suggest.pipelines.registry import by_name;"
        "print(*by_name(), {'spacy', 'numpy', 'onnxruntime'} & set(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(site)},
    )
    assert ran.stdout.strip().startswith("it_tiny vaglio")
    assert ran.stdout.strip().endswith("vaglio-rules set()")


@pytest.mark.parametrize("words", [["--pipeline", "it"], ["--map", "=LOC"]])
def test_half_a_pair_is_refused(project, words, capsys):
    assert main(["suggest", str(project), *words]) == 1
    assert "NAME=VALUE" in capsys.readouterr().err


LOADS = """
import spacy, sys
nlp = spacy.load(sys.argv[1])
[doc] = nlp.pipe(["Il sindaco Carlo Bianchi ha detto che Torino è isolata."])
print([e.text for e in doc.ents], [s.text for s in doc.spans["claims"]])
"""


def test_our_pipeline_is_written_to_a_folder_and_loaded_by_plain_spacy(tmp_path):
    nlp = SuggesterSelection().default.build("it")
    nlp.to_disk(tmp_path / "ours")
    ran = subprocess.run(
        [sys.executable, "-c", LOADS, str(tmp_path / "ours")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "['Carlo Bianchi', 'Torino'] ['Torino è isolata']"


def test_every_component_of_ours_can_be_found_by_spacy():
    from spacy.language import Language

    from annotator.suggest.entities import model_postprocessing  # noqa: F401
    from annotator.suggest.model import component as encoder_component  # noqa: F401
    from annotator.suggest.pipelines import components

    components.load()
    listed = {entry.name for entry in metadata.entry_points(group="spacy_factories")}
    ours = {name for name in Language.factories if name.startswith("vaglio_")}
    assert ours <= listed
    for entry in metadata.entry_points(group="spacy_factories"):
        if entry.name.startswith("vaglio_"):
            assert callable(entry.load())


HIDDEN = """
import sys
from importlib.machinery import PathFinder
class Without(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        hidden = name.partition(".")[0] == "onnxruntime"
        return None if hidden else super().find_spec(name, path, target)
sys.meta_path[sys.meta_path.index(PathFinder)] = Without
from annotator.suggest.runtime import worker
worker.main()
"""


def test_without_onnxruntime_the_rules_work_alone_and_say_why(monkeypatch):
    line = {"request": 1, "layer_id": "l", "article": {"record": "article", "id": "a"}}
    line["article"] |= {"title": "", "text": "Piove a Torino.", "sha256": "", "language": "it"}
    ran = subprocess.run(
        [sys.executable, "-c", HIDDEN],
        input=json.dumps(line) + "\n",
        capture_output=True,
        text=True,
        check=True,
    )
    ready, answer = map(json.loads, ran.stdout.splitlines())
    assert ready["ready"].startswith("machine:vaglio-rules@")
    assert "onnxruntime" in ready["fault"]
    assert answer["author"] == ready["ready"]
    assert [e["label"] for e in answer["entities"]] == ["LOC"]
