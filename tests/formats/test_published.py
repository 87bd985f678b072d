"""The published schema and docs say what the program does; an independent validator agrees."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
from hypothesis import given, settings

from annotator.formats import formats, write
from annotator.formats.annotations.native.format import encoder, lines_of
from tools.carried import ALL, KINDS, LOSSES, carried
from tools.published import DOCS, FIGURES, OF_ANNOTATIONS, SCHEMA, docs_text, schema_text

from .annotations.test_native import broken
from .samples import annotated_articles, full

PUBLISHED_SCHEMA = json.loads(SCHEMA.read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(PUBLISHED_SCHEMA)


ANEW = "python -m tools.published writes it anew"


def test_the_published_schema_is_the_programs_own():
    assert SCHEMA.read_text("utf-8") == schema_text(), ANEW


def test_the_docs_have_the_formats_that_there_are():
    docs = DOCS.read_text("utf-8")
    assert "| `docbin` |" in docs
    assert docs_text(docs) == docs, ANEW


def test_the_figures_are_of_formats_that_there_are():
    measured = json.loads(FIGURES.read_text())["formats"]
    assert {"jsonl", "text"} <= set(measured) <= set(formats())


@pytest.mark.parametrize("name", [f.name for f in formats().values() if f.group in OF_ANNOTATIONS])
def test_what_does_not_arrive_was_announced(name, tmp_path):
    chosen = formats()[name]
    report = write([full()], tmp_path / ("a" + chosen.suffix), format=name)
    told = {what for what, _ in report.tally}
    arrives = carried(chosen, full())
    silent = [kind for kind in KINDS if arrives[kind] != ALL and not told & {*LOSSES[kind]}]
    assert silent == (["people"] if name == "flat" else [])  # there it is in the metadata


def test_the_native_format_carries_everything():
    assert set(carried(formats()["jsonl"], full()).values()) == {ALL}


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(PUBLISHED_SCHEMA)


@settings(max_examples=40, deadline=None)
@given(annotated_articles())
def test_every_export_is_valid(annotated_article):
    for line in lines_of(annotated_article):
        VALIDATOR.validate(json.loads(encoder.encode(line)))


def test_the_full_article_is_valid():
    for line in lines_of(full()):
        VALIDATOR.validate(json.loads(encoder.encode(line)))


@pytest.mark.parametrize(
    "change",
    [
        lambda x: x.pop("layer"),
        lambda x: x.update(format="vaglio/2"),
        lambda x: x.update(extra=1),
        lambda x: x["article"].pop("text"),
        lambda x: x["article"].update(sha256="abc"),
        lambda x: x["layer"].update(role="boss"),
        lambda x: x["entities"][0].update(start="1"),
        lambda x: x["entities"][0].update(start=-1),
        lambda x: x["entities"][0].update(start=True),
        lambda x: x["entities"][0].update(colour="red"),
        lambda x: x["entities"][0].update(confidence=1.5),
        lambda x: x["entities"][0].pop("label"),
        lambda x: x["claims"][0].update(spans=[]),
        lambda x: x["claims"][0].update(kind="rumour"),
        lambda x: x["claims"][0].update(cw_reasons=["because"]),
        lambda x: x["claims"][0]["spans"][0].pop("text"),
        lambda x: x["attributions"][0].update(cue_spans=None),
        lambda x: x["judgements"][0].update(decision="perhaps"),
    ],
)
def test_the_schema_refuses_what_the_program_refuses(change):
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(broken(change))


def sections() -> dict[str, str]:
    parts = re.split(r"^#{2,3} (.*)$", DOCS.read_text("utf-8"), flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_field_is_in_the_docs():
    shared = sections()["every annotation"]
    for name, part in PUBLISHED_SCHEMA["$defs"].items():
        section = sections()["span" if name == "Quote" else name]
        if "fields of every annotation" in section:
            section += shared
        missing = [
            f for f in part["properties"] if f"`{f}`" not in section and f'"{f}"' not in section
        ]
        assert missing == [], name
    line = sections()["Native JSON lines"]
    assert all(f"`{f}`" in line for f in PUBLISHED_SCHEMA["properties"])


def test_every_word_of_the_vocabularies_is_in_the_docs():
    words = set(re.findall(r"`([a-z_]+)`", DOCS.read_text("utf-8")))
    for part in PUBLISHED_SCHEMA["$defs"].values():
        for field in json.dumps(part).split('"enum": [')[1:]:
            assert {w for w in json.loads("[" + field.split("]")[0] + "]") if w} <= words
