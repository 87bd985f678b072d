"""Plain text in whatever encoding it was saved in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import text as texts
from annotator.formats import article

from ..samples import told

ITALIAN = (
    "Città, il ponte è chiuso\n"
    "«Perché no?», ha detto l’assessore: “i lavori costeranno 2 milioni di €” – così è stato.\n"
)


def read_text(tmp_path, content: bytes, name: str = "a.txt"):
    (tmp_path / name).write_bytes(content)
    (annotated_article,), faults = told(tmp_path / name)
    assert faults == []
    assert annotated_article.layers == ()
    return annotated_article.article


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_the_encoding_is_found_out(tmp_path, encoding):
    made = read_text(tmp_path, ITALIAN.encode(encoding))
    assert made.text == ITALIAN
    assert made.title == "Città, il ponte è chiuso"
    assert made.language == "it"
    assert made.sha256 == texts.sha256(ITALIAN)
    assert made.metadata["file"] == "a.txt"
    assert ("encoding" in made.metadata) is not encoding.startswith("utf-8")


def test_other_alphabets_in_old_encodings_are_found_out(tmp_path):
    text = "Мэр города сообщил вчера, что мост будет закрыт на три месяца из-за ремонта. " * 5
    made = read_text(tmp_path, text.encode("cp1251"))
    assert made.text == text
    assert made.language == "ru"


def test_line_ends_and_byte_order_marks_are_put_right_and_nothing_else(tmp_path):
    words = "a\u00a0b \u00ad🚀 e\u0301 \u202eאב\u202c  c\t"
    made = read_text(tmp_path, f"\ufeff{words}\r\n{words}\r{words}\n".encode())
    assert made.text == f"{words}\n{words}\n{words}\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "holds no text"),
        (b" \r\n\t", "holds no text"),
        ("\ufeff".encode(), "holds no text"),
        (bytes(range(256)) * 20, "not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(1000), "not text"),
        (b"\xff\xfea", "UTF-16"),
        (b"\xef\xbb\xbf\xff", "UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path, content, said):
    (tmp_path / "bad.txt").write_bytes(content)
    read, faults = told(tmp_path / "bad.txt")
    assert read == []
    assert said in str(faults[0])
    assert faults[0].hint


def test_a_file_that_is_too_big_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(200 << 20)
    assert "too big" in str(told(tmp_path / "big.txt")[1][0])


def test_pasted_text_becomes_an_article_too():
    made = article("\ufeffRoma\r\nCaput", title=" \n ", language="und", author="  ")
    assert (made.text, made.title, made.language, made.author) == (
        "Roma\nCaput",
        "Roma",
        "und",
        None,
    )
    assert made.imported_at.endswith("Z")


@given(
    st.text(st.sampled_from("ab\r\n\u2028\u2029\x85\x0b\x0c\0\ud800\udfff\ufffe\uffff\ufeff\xa0🚀"))
)
def test_canonical_text_holds_nothing_that_cannot_be_stored_and_stays_as_it_is(text):
    made = texts.canonical(text)
    assert not set(made) & set("\r\u2028\u2029\x85\x0b\x0c\0\ud800\udfff\ufffe\uffff")
    assert texts.canonical("x" + made) == "x" + made
    assert set(made) <= {*text, "\n", "\ufffd"}
