"""Files that somebody broke, or made to break us: each is told of, none goes in, nothing crashes."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats import json_lines
from annotator.formats.json_lines import LinePosition, count_keys, refuse_repeated_keys
from tests import FORMATS

from .samples import damage, told

GOLDEN = ((FORMATS / "golden") / "jsonl" / "sample.jsonl").read_bytes()

FIXED = {
    "nothing": (b"", "holds no articles"),
    "blank lines": (b"\n \n\r\n", "holds no articles"),
    "deep list": (b'{"text":' + b"[" * 100_000, "nested too deeply"),
    "deep, closed": (b'{"text":"a","x":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "deeply"),
    "deep, but within the parser": (b'{"text":"a","x":' + b"[" * 150 + b"]" * 150 + b"}", "deeply"),
    "deep objects": (b'{"a":' * 100_000, "nested too deeply"),
    "repeated key": (b'{"text":"a","text":"b"}', "the key text occurs twice"),
    "repeated, spaced": (b'{"text" :"a","text"\t:"b"}', "the key text occurs twice"),
    "repeated, escaped": (b'{"text":"a","t\\u0065xt":"b"}', "the key text occurs twice"),
    "repeated, deep": (b'{"text":"a","x":[{"y":{"z":1,"z":1}}]}', "the key z occurs twice"),
    "repeated, backslash": (b'{"text":"a","x\\\\":1,"y":1,"y":2}', "the key y occurs twice"),
    "lone surrogate": (b'{"text":"a\\ud83d"}', "lone surrogate"),
    "lone surrogate key": (b'{"text":"a","\\ude80":1}', "lone surrogate"),
    "bad UTF-8": (b'{"text":"a\xff"}', "not UTF-8"),
    "UTF-16": ('{"text":"a"}'.encode("utf-16"), "UTF-16"),
    "UTF-16 without a mark": ('{"text":"a"}'.encode("utf-16-le"), "UTF-16"),
    "cut off": (b'{"text":"a', "breaks off"),
    "NaN": (b'{"text":"a","x":NaN}\n', "NaN is no number"),
    "NaN at the end": (b'{"text":"a","x":-Infinity}', "Infinity is no number"),
    "infinite": (b'{"text":"a","x":1e999}\n', "larger than can be kept"),
    "many digits": (b'{"text":"a","x":' + b"9" * 10_000 + b"}\n", "line 1"),
    "single quotes": (b"{'text':'a'}\n", "not a JSON object"),
    "pretty": (b'{\n "text": "a"\n}\n', "not a JSON object"),
    "two on a line": (b'{"text":"a"} {"text":"b"}\n', "not a JSON object"),
    "NUL": (b'{"text":"a"}\0\n', "not a JSON object"),
    "no spans": (b'{"text":"a","spans":[null]}', "spans"),
    "zip": (b"PK\x03\x04" + bytes(range(256)), "line 1"),
}


@pytest.mark.parametrize("name", FIXED)
@pytest.mark.parametrize("suffix", [".jsonl", ".json"])
def test_a_bad_file_is_told_of_and_nothing_of_it_is_read(tmp_path, name, suffix):
    content, said = FIXED[name]
    path = tmp_path / f"bad{suffix}"
    path.write_bytes(content)
    read, faults = told(path)
    if name == "pretty" and suffix == ".json":
        assert [d.article.text for d in read] == ["a"]
    else:
        assert read == []
        assert said in str(faults[0])
        assert faults[0].hint


def test_a_line_of_more_than_thirty_two_megabytes_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "long.jsonl"
    path.write_bytes(b'{"text":"a"}\n{"text":"' + b"a" * json_lines.MOST_BYTES + b'"}\n')
    assert "line 2: longer than 32 MB" in str(told(path)[1][0])


def test_quotes_colons_and_backslashes_inside_strings_are_no_keys(tmp_path):
    value = {"text": 'a ":" \\":\\" \\\\', 'k":"': 1, "k\\": {'"': [{'":': ' " : '}]}}
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(value), "utf-8")
    (annotated_article,), faults = told(path)
    assert faults == []
    assert annotated_article.article.text == value.pop("text")
    assert annotated_article.article.metadata == value


json_values = st.recursive(
    st.none() | st.integers() | st.text(st.sampled_from('a\\":, é'), max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.sampled_from('a\\": '), max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(json_values, st.booleans())
def test_keys_are_counted_as_a_slow_parser_would(value, spaced):
    raw = json.dumps(value, separators=(" , ", " : ") if spaced else (",", ":")).encode()
    place = LinePosition(Path("a.jsonl"), 1)
    refuse_repeated_keys(raw, place, keys=count_keys(msgspec.json.decode(raw), place))


@settings(max_examples=300, deadline=None)
@given(json_values, json_values, st.text(st.sampled_from('a\\": '), max_size=3))
def test_a_repeated_key_is_never_missed(one, two, key):
    name = json.dumps(key).encode()
    raw = b'{%s:%s,"other":[{}],%s:%s}' % (
        name,
        json.dumps(one).encode(),
        name,
        json.dumps(two, separators=(",", ":")).encode(),
    )
    place = LinePosition(Path("a.jsonl"), 1)
    with pytest.raises(json_lines.ImportFault, match="occurs twice"):
        refuse_repeated_keys(raw, place, keys=count_keys(msgspec.json.decode(raw), place))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damage_to_an_export_is_noticed_or_harmless(data):
    content = bytearray(GOLDEN)
    content = damage(data, content, ["flip", "cut", "insert", "drop"])
    _read_without_a_crash(bytes(content), ".jsonl")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([".txt", ".jsonl", ".json", ".html"]))
def test_any_bytes_are_read_or_told_of(content, suffix):
    _read_without_a_crash(content, suffix)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(["text", "spans", "label", "meta", "title"]), json_values))
def test_any_object_is_read_or_told_of(value):
    _read_without_a_crash(json.dumps(value).encode(), ".jsonl")


def _read_without_a_crash(content: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a" + suffix)
        path.write_bytes(content)
        read, faults = told(path)
    assert all(str(fault) for fault in faults)
    for annotated_article in read:
        length = len(annotated_article.article.text)
        assert all(e.span.end <= length for c in annotated_article.layers for e in c.entities)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text":7}', "at $.text belongs str, not int"),
        ('{"text":"a","spans":[{"start":0,"end":1}]}', "the key label is missing in $.spans[0]"),
        ('{"text":"a","spans":{}}', "at $.spans belongs array | null, not object"),
        ('{"text":"a"]', "not a JSON object (see byte 12)"),
    ],
)
def test_what_the_parser_says_is_said_in_words_that_can_be_translated(tmp_path, line, said):
    path = tmp_path / "bad.jsonl"
    path.write_text(line + "\n")
    _, [fault] = told(path)
    assert said in str(fault)
