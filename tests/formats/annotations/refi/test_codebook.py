"""REFI-QDA codebooks both ways, and codebooks as other programs write them."""

from __future__ import annotations

import zipfile
from xml.etree import ElementTree

import pytest

from annotator.core.errors import ImportFault
from annotator.formats import Report
from annotator.formats.annotations.refi.codebook import (
    CodebookEntry,
    read_codebook,
    taken_in,
    write_codebook,
)
from annotator.services.session import default_scheme

COLOURS = [label.colour for label in default_scheme().labels]
OTHER = """<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Other">
<Codes>
  <Code guid="a" name="Actors" isCodable="false" color="#ffff00">
    <Description>who acts</Description>
    <Code guid="b" name="State body" isCodable="true" color="#ffff00">
      <Description>ministries&#10;and courts</Description>
    </Code>
    <Code guid="c" name="Other" isCodable="true"/>
  </Code>
  <Code guid="d" name="Other" isCodable="true" color="red"/>
  <Code guid="e" name="PER" isCodable="true" color="#000000"/>
</Codes>
<Sets><Set guid="s" name="Round one"><MemberCode targetGUID="b"/></Set></Sets>
</CodeBook>
"""


def test_our_labels_come_back(tmp_path):
    labels = [label for label in default_scheme().labels if label.kind == "entity"]
    report = write_codebook(labels, tmp_path / "a.qdc", language="it")
    assert (report.carried, report.lost) == (len(labels), [])
    back = read_codebook(tmp_path / "a.qdc", report)
    assert back == [
        CodebookEntry(x.code, x.name.it, x.definition.it, x.example.it, x.colour) for x in labels
    ]
    assert report.lost == []
    assert taken_in(default_scheme(), back, COLOURS) == default_scheme()


def test_a_codebook_is_as_the_standard_has_it(tmp_path):
    write_codebook(default_scheme().labels, tmp_path / "a.qdc", language="en")
    root = ElementTree.parse(tmp_path / "a.qdc").getroot()
    assert root.tag == "{urn:QDA-XML:codebook:1.0}CodeBook"
    codes = root.findall("{*}Codes/{*}Code")
    assert len(codes) == len(default_scheme().labels)
    assert all(len(code.get("guid")) == 36 and code.get("isCodable") == "true" for code in codes)


def test_codes_of_another_program_become_labels_and_what_has_no_place_is_told_of(tmp_path):
    (tmp_path / "a.qdc").write_text(OTHER, "utf-8")
    report = Report()
    codes = read_codebook(tmp_path / "a.qdc", report)
    assert [code.code for code in codes] == ["State body", "Actors / Other", "Other", "PER"]
    scheme = taken_in(default_scheme(), codes, COLOURS)
    made = scheme.label("State body")
    assert (made.code, made.definition.en) == ("State_body", "ministries\nand courts")
    assert made.colour != "#FFFF00"  # which cannot be read on a page
    assert scheme.label("PER") == default_scheme().label("PER")
    assert len(scheme.labels) == len(default_scheme().labels) + 3
    assert {what for what, _ in report.tally} == {"a code", "a set", "which code a code is under"}
    assert taken_in(scheme, codes, COLOURS) == scheme


def test_codes_whose_letters_fit_alike_are_two_labels():
    scheme = taken_in(
        default_scheme(), [CodebookEntry("a b", "a b"), CodebookEntry("a_b", "a_b")], COLOURS
    )
    assert scheme.resolve("a b") != scheme.resolve("a_b")
    scheme = taken_in(
        default_scheme(), [CodebookEntry("a b", "a b"), CodebookEntry("a!b", "a!b")], COLOURS
    )
    assert [scheme.resolve(c) for c in ("a b", "a!b")] == ["a_b", "a_b_2"]


def test_a_project_is_read_for_its_codes(tmp_path):
    inside = OTHER.partition("<CodeBook")[2].replace("urn:QDA-XML:codebook:1.0", "x", 1)
    project = '<Project xmlns="urn:QDA-XML:project:1.0"><CodeBook' + inside + "</Project>"
    with zipfile.ZipFile(tmp_path / "a.qdpx", "w") as packed:
        packed.writestr("project.qde", project)
    assert len(read_codebook(tmp_path / "a.qdpx", Report())) == 4


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        OTHER[:300].encode(),
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + OTHER.encode(),
        b"\x00" * 1000,
        OTHER.encode() + b" " * (17 << 20),
    ],
)
def test_what_is_no_codebook_is_refused(tmp_path, content):
    (tmp_path / "a.qdc").write_bytes(content)
    with pytest.raises(ImportFault):
        read_codebook(tmp_path / "a.qdc", Report())
    with pytest.raises(ImportFault):
        read_codebook(tmp_path / "missing.qdc", Report())
