"""The settings file: what version 0.1.0 wrote is read, under the same names, with the same types."""

from __future__ import annotations

import base64
import configparser

import pytest

from annotator.suggest import PipelineChoice
from annotator.ui.settings import TABLE, Settings

AS_0_1_0_WROTE_IT = r"""[General]
analyst=Ada
articles_folder=/news
compact=true
font_px=22
geometry="AdnQywAD"
inspector=true
inspector_width=410
keys="{\"accept\": \"Z\"}"
language=it
last_articles="{\"/p.vaglio\": \"a1\"}"
last_project=/p.vaglio
panel=sources
pipelines="{\"languages\":{\"it\":\"it_news\"},\"labels\":{\"it_news\":{\"GPE\":\"ORG\"}}}"
preview_import=false
queue=false
received_folder=/in
recent="[\"/p.vaglio\", \"/q, r.vaglio\"]"
side_by_side=true
sources_folder=/pdf
suggest_on_open=false
theme=dark
"""
MEANT = {
    "analyst": "Ada",
    "articles_folder": "/news",
    "compact": True,
    "font_px": 22,
    "geometry": base64.b64decode("AdnQywAD"),
    "inspector": True,
    "inspector_width": 410,
    "keys": {"accept": "Z"},
    "language": "it",
    "last_articles": {"/p.vaglio": "a1"},
    "last_project": "/p.vaglio",
    "panel": "sources",
    "pipelines": PipelineChoice(languages={"it": "it_news"}, labels={"it_news": {"GPE": "ORG"}}),
    "preview_import": False,
    "queue": False,
    "received_folder": "/in",
    "recent": ["/p.vaglio", "/q, r.vaglio"],
    "side_by_side": True,
    "sources_folder": "/pdf",
    "suggest_on_open": False,
    "theme": "dark",
}
NEWER = {"introduced": False, "decisions": True}  # what 0.1.0 did not know


@pytest.fixture
def ini(settings):
    path = settings / "vaglio" / "vaglio.ini"
    path.parent.mkdir(parents=True)
    return path


def read() -> dict[str, object]:
    settings = Settings()
    return {row.name: getattr(settings, row.name) for row in TABLE}


def test_settings_of_version_0_1_0_are_read(ini):
    ini.write_text(AS_0_1_0_WROTE_IT)
    assert read() == MEANT | NEWER


def test_settings_are_written_under_the_names_that_version_0_1_0_reads(ini):
    settings = Settings()
    for name, value in MEANT.items():
        setattr(settings, name, value)
    settings.file.sync()
    there = configparser.RawConfigParser()
    there.read(ini)
    before = configparser.RawConfigParser()
    before.read_string(AS_0_1_0_WROTE_IT)
    assert there.options("General") == before.options("General")
    known = [row for row in TABLE if row.name not in NEWER]
    plain = [row.name for row in known if isinstance(row.default, str | bool | int)]
    assert {n: there["General"][n] for n in plain} == {n: before["General"][n] for n in plain}
    assert read() == MEANT | NEWER


def test_what_somebody_spoilt_is_as_if_it_had_never_been_set(ini):
    ini.write_text('[General]\nfont_px=large\nkeys="{no json"\nrecent="{}"\ncompact=perhaps\n')
    assert read() == {row.name: row.default for row in TABLE}


def test_a_list_that_is_read_can_be_altered_without_altering_the_default():
    Settings().recent.append("/p.vaglio")
    assert Settings().recent == []
