"""Saved web pages: the article, what the page tells of it, and nothing fetched."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from ..samples import told

PAGE = """<!doctype html><html lang="it"><head><meta charset="{charset}">
<title>Ponte chiuso a Forlì | Gazzetta</title><meta property="og:title" content="Ponte chiuso a Forlì">
<meta property="og:site_name" content="Gazzetta di prova"><meta name="author" content="Anna Neri">
<meta property="article:published_time" content="2024-01-05T09:00:00+01:00">
<link rel="canonical" href="{url}"><script>document.title = "x"</script></head>
<body><nav><a href="/">Home</a> <a href="/s">Sport</a></nav><article><h1>Ponte chiuso a Forlì</h1>
<p>Il ponte sul fiume è stato chiuso ieri per lavori, ha detto il sindaco Mario Rossi alla stampa.</p>
<img src="http://127.0.0.1:9/x.png"><iframe src="http://127.0.0.1:9/"></iframe>
<p>I lavori dureranno tre mesi e costeranno due milioni di euro, secondo il Comune di Forlì.</p>
</article><footer>Tutti i diritti riservati</footer></body></html>"""


def a_page(tmp_path, content: bytes, name: str = "a.html"):
    (tmp_path / name).write_bytes(content)
    return told(tmp_path / name)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15", "windows-1252", "utf-16"])
def test_the_article_is_taken_out_with_what_the_page_tells_of_it(tmp_path, monkeypatch, charset):
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("something was fetched"))
    page = PAGE.format(charset=charset, url="https://example.org/ponte")
    (annotated_article,), faults = a_page(tmp_path, page.encode(charset), "a.HTM")
    article = annotated_article.article
    assert faults == []
    assert article.title == "Ponte chiuso a Forlì"
    assert (article.publisher, article.author) == ("Gazzetta di prova", "Anna Neri")
    assert (article.published, article.url) == ("2024-01-05", "https://example.org/ponte")
    assert article.language == "it"
    assert "ha detto il sindaco Mario Rossi alla stampa." in article.text
    assert "Tutti i diritti" not in article.text
    assert "Sport" not in article.text


def test_what_joins_emoji_and_says_which_way_a_text_runs_is_kept_and_soft_hyphens_are_not(tmp_path):
    page = PAGE.format(charset="utf-8", url="").replace(
        "alla stampa", "alla stam\u00adpa \u2066קפה\u2069 👩\u200d🚒"
    )
    (annotated_article,), _ = a_page(tmp_path, page.encode())
    assert "alla stampa \u2066קפה\u2069 👩\u200d🚒." in annotated_article.article.text


def test_an_address_that_is_no_web_page_is_not_kept(tmp_path):
    page = PAGE.format(charset="utf-8", url="javascript:alert(1)")
    (annotated_article,), _ = a_page(tmp_path, page.encode())
    assert annotated_article.article.url is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><body></body></html>",
        b"<div>" * 20_000 + b"x" + b"</div>" * 20_000,
        b"<!ENTITY a 'b'>" * 1000,
        b"<script>" * 5000,
    ],
)
def test_a_page_without_an_article_is_told_of(tmp_path, content):
    read, faults = a_page(tmp_path, content)
    assert read == []
    assert "a.html" in str(faults[0])
    assert faults[0].hint


def test_a_page_that_is_too_big_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "big.html").open("wb") as file:
        file.truncate(100 << 20)
    assert "too big" in str(told(tmp_path / "big.html")[1][0])


def test_reading_a_page_loads_neither_numpy_nor_spacy(tmp_path):
    page = PAGE.format(charset="utf-8", url="https://example.org/ponte")
    (tmp_path / "a.html").write_bytes(page.encode())
    code = (
        "import sys; from pathlib import Path; from annotator.formats import read;"
        "assert list(read(Path(sys.argv[1]), author='a', problems=print));"
        "print({'spacy', 'numpy', 'py3langid'} & {*sys.modules})"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.html")]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "set()"
