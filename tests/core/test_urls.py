"""Which addresses are kept, how they are written, and which are the same page."""

import pytest

from annotator.core.urls import (
    BadAddress,
    canonical,
    is_mixed,
    looks_like_address,
    same_page,
    spoken_host,
    true_host,
    unarchived,
)


@pytest.mark.parametrize(
    "hostile",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "file:///etc/passwd",
        "data:text/html,<script>",
        "smb://server/share",
        "vbscript:x",
        "https://www.istat.it@evil.example.org/",
        "https://user:secret@example.org/",
        "https://example.org\\@evil.org/",
        "http://127.0.0.1/",
        "http://0x7f.1/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.7/",
        "http://192.168.1.1/",
        "http://224.0.0.1/",
        "http://localhost:8000/",
        "http://printer.local/",
        "http://intranet/",
        "https://example.org/\u202efdp.exe",
        "https://exam\u200bple.org/",
        "https://example.org/a b",
        "https://example.org/\x00",
        "https://[::1",
        "https://example.org:99999/",
        "https://exa%6dple.org/",
        "https:///nowhere",
        "//example.org/",
        "",
        "https://example.org/" + "a" * 5000,
    ],
)
def test_what_is_no_public_page_is_refused_with_advice(hostile):
    with pytest.raises(BadAddress) as refused:
        canonical(hostile)
    assert refused.value.hint


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("HTTPS://WWW.Istat.IT/it/", "https://www.istat.it/it/"),
        ("istat.it/dati", "https://istat.it/dati"),
        ("example.org:8443/x", "https://example.org:8443/x"),
        ("https://example.org:443", "https://example.org/"),
        ("https://example.org/a?utm_source=x&id=3&fbclid=9#top", "https://example.org/a?id=3"),
        ("https://example.org/a?id=3&q=a%20b", "https://example.org/a?id=3&q=a%20b"),
        ("https://it.wikipedia.org/wiki/Unità", "https://it.wikipedia.org/wiki/Unit%C3%A0"),
        ("https://università.it/", "https://xn--universit-y1a.it/"),
        ("http://93.184.216.34/x", "http://93.184.216.34/x"),
        (" https://example.org/ ", "https://example.org/"),
    ],
)
def test_a_good_address_is_kept_in_one_way_of_writing(given, kept):
    assert canonical(given) == kept
    assert canonical(kept) == kept


def test_letters_that_only_look_latin_stand_out():
    lookalike = canonical("https://\u0430pple.com/")  # a Cyrillic a
    assert true_host(lookalike) == "xn--pple-43d.com"
    assert spoken_host(lookalike) == "\u0430pple.com"
    assert is_mixed(lookalike)
    assert not is_mixed(canonical("https://università.it/"))
    assert not is_mixed(canonical("https://example.org/"))


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/caff%C3%A8?b=2&a=1",
        "https://www.example.org/caffè/?a=1&b=2",
        "https://m.example.org/caffè?a=1&b=2#p4",
    ],
)
def test_one_page_is_recognised_however_it_is_written(other):
    page = canonical("https://example.org/caffè?a=1&b=2")
    assert same_page(canonical(other)) == same_page(page)
    assert same_page(canonical("https://example.org/altro")) != same_page(page)


def test_a_copy_in_an_archive_leads_to_its_page():
    kept = "https://web.archive.org/web/20240105120000/https://www.istat.it/it/"
    assert unarchived(kept) == "https://www.istat.it/it/"
    assert unarchived("https://web.archive.org/web/2024/http:/a.org/x") == "http://a.org/x"
    assert unarchived("https://www.istat.it/it/") is None


def test_a_pasted_word_is_no_address_but_a_hostile_one_is_meant_as_one():
    assert looks_like_address("javascript:alert(1)")
    assert looks_like_address("www.istat.it/x")
    assert not looks_like_address("Istat")
    assert not looks_like_address("the report of 2024.")
