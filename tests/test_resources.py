"""What ships beside the code: guidelines, icons, sample articles, the desktop entry."""

from __future__ import annotations

import configparser
import json
import re
import xml.etree.ElementTree as ET

import pytest

from annotator.core.paths import RESOURCES, SEEDS, samples
from annotator.core.scheme import read_scheme
from annotator.core.text import canonical
from annotator.services import importing
from annotator.services.session import Session
from annotator.store import Store
from annotator.ui.commands.pages import every_command

GUIDELINES = {name: (RESOURCES / "guidelines" / f"{name}.md").read_text() for name in ("it", "en")}
ICONS = sorted((RESOURCES / "icons").glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("language", GUIDELINES)
def test_the_guideline_has_a_section_for_every_entity_label_under_its_name(language):
    scheme = read_scheme(RESOURCES / "schemes" / "news.toml")
    headings = re.findall(r"^### ([A-Z]+ · .+)$", GUIDELINES[language], re.M)
    assert headings == [f"{x.code} · {x.named(language)}" for x in scheme.offered()]


@pytest.mark.parametrize("language", GUIDELINES)
def test_the_guideline_explains_every_kind_of_claim_by_its_name(language):
    scheme = read_scheme(RESOURCES / "schemes" / "news.toml")
    for kind in scheme.offered("claim"):
        assert f"- **{kind.named(language)}**:" in GUIDELINES[language]


def test_the_two_guidelines_have_the_same_parts():
    levels = [re.findall(r"^(#+|-|\d\.|\|) ", text, re.M) for text in GUIDELINES.values()]
    assert levels[0] == levels[1]


@pytest.mark.parametrize("language", GUIDELINES)
def test_the_guideline_is_plain_markdown(language):
    assert not re.search(r"<[a-zA-Z/]", GUIDELINES[language])


@pytest.mark.parametrize("language", GUIDELINES)
def test_the_guideline_names_only_keys_that_the_window_has(language):
    table = GUIDELINES[language].split("| --- | --- |\n")[1]
    named = {re.match(r"\| (.+?) \|", row)[1] for row in table.splitlines()}
    named = {"Space" if key == "Spazio" else key for key in named} - {"1 … 9, 0"}
    assert named <= {key for row in every_command() for key in row.keys}


@pytest.mark.parametrize("icon", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_a_square_of_one_colour(icon):
    root = ET.parse(icon).getroot()
    assert root.tag == f"{SVG}svg"
    width, height = root.get("viewBox").split()[2:]
    assert width == height
    if icon.stem != "vaglio":
        assert re.findall(r"#\w+", icon.read_text()) == ["#000"]


def test_every_icon_that_an_action_names_is_there():
    assert {row.icon for row in every_command() if row.icon} <= {icon.stem for icon in ICONS}


def test_the_desktop_entry_opens_projects_with_our_icon_in_both_languages():
    entry = configparser.ConfigParser(interpolation=None, delimiters="=")
    entry.optionxform = str
    entry.read(RESOURCES / "desktop" / "vaglio.desktop", encoding="utf-8")
    fields = entry["Desktop Entry"]
    mime = ET.parse(RESOURCES / "desktop" / "vaglio-mime.xml").getroot()
    assert fields["MimeType"] == mime[0].get("type") + ";" == "application/x-vaglio;"
    assert fields["Icon"] == "vaglio"
    assert fields["Comment"] != fields["Comment[it]"]
    assert fields["Exec"].split()[0] == "vaglio"


def seed_texts() -> list[str]:
    plain = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    lines = [line for path in SEEDS.glob("*.jsonl") for line in path.read_text().splitlines()]
    return plain + [json.loads(line)["text"] for line in lines]


def test_there_are_eight_sample_articles_of_the_length_of_news():
    texts = seed_texts()
    assert len(texts) + len(list(SEEDS.glob("*.html"))) == 8
    assert all(250 <= len(text.split()) <= 450 for text in texts)


def test_the_sample_articles_are_stored_as_they_are_written():
    texts = seed_texts()
    assert all(canonical(text) == text for text in texts)
    assert any(max(text) > "\uffff" for text in texts), "none would show an error with emoji"


def test_the_sample_articles_are_eight():
    with Store.memory() as store:
        done = importing.import_files(Session(store, "anna"), samples())
        assert (done.articles_new, done.faults) == (8, [])
