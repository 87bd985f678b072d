"""Which addresses are kept, how they are written, and which are the same page."""

import pytest

from annotator.core.urls import (
    BadAddress,
    archived_at,
    canonical,
    is_archive,
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


ONE_PAGE = """
https://x.com/anna/status/123?s=20&t=abc | https://twitter.com/anna/status/123 | https://mobile.twitter.com/anna/status/123
https://x.com/i/status/123 | https://x.com/anna/status/123/photo/1
https://www.youtube.com/watch?v=abcdefghijk&t=120s | https://youtu.be/abcdefghijk?si=zz | https://m.youtube.com/watch?v=abcdefghijk&feature=share | https://www.youtube.com/shorts/abcdefghijk
https://www.facebook.com/a.b/posts/pfbid02abc?__cft__[0]=AZX&__tn__=%2CO | https://m.facebook.com/a.b/posts/pfbid02abc?mibextid=x
https://t.me/channel/1234?single | https://t.me/s/channel/1234 | https://telegram.me/channel/1234
https://www.instagram.com/p/Cabc/?igsh=1 | https://www.instagram.com/anna/p/Cabc/
https://amp.example.com/world/x | https://www.example.com/world/x | https://example.com/world/x/amp/ | https://m.example.com/world/x?amp=1 | https://example.com/world/x?outputType=amp
https://www.google.com/url?q=https://a.example.com/x&sa=D | https://www.google.it/url?sa=t&url=https%3A%2F%2Fa.example.com%2Fx | https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example.com%2Fx%3Ffbclid%3D1&h=AT | https://a.example.com/x
https://www.google.com/amp/s/a.example.com/x | https://a-example-com.cdn.ampproject.org/c/s/a.example.com/x?usqp=mq | https://a.example.com/x
https://www-example-it.translate.goog/x?_x_tr_sl=it&_x_tr_tl=en | https://www.example.it/x
https://it.m.wikipedia.org/wiki/A | https://it.wikipedia.org/wiki/A
10.1371/journal.pone.0168597 | doi:10.1371/journal.pone.0168597 | https://dx.doi.org/10.1371/journal.pone.0168597 | DOI: 10.1371/journal.pone.0168597
https://www.example.it/x.shtml?refresh_ce-cp | https://www.example.it/x.shtml?utm_medium=a&at_campaign=b
https://open.spotify.com/episode/4abc?si=x | https://open.spotify.com/episode/4abc
"""  # fmt: skip


@pytest.mark.parametrize("line", ONE_PAGE.strip().splitlines())
def test_a_page_or_post_is_one_by_whatever_way_one_got_there(line):
    assert len({same_page(canonical(each)) for each in line.split(" | ")}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.com/anna/status/123", "https://x.com/anna/status/124"),
        (
            "https://www.youtube.com/watch?v=abcdefghijk",
            "https://www.youtube.com/watch?v=abcdefghijl",
        ),
        ("https://t.me/channel/1", "https://t.me/channel/2"),
        ("https://it.wikipedia.org/wiki/A", "https://en.wikipedia.org/wiki/A"),
        ("https://example.com/x?id=1", "https://example.com/x?id=2"),
        ("https://example.com/x?t=1", "https://example.com/x?t=2"),
        ("https://example.com/search?s=acqua", "https://example.com/search?s=pane"),
    ],
)
def test_what_may_be_another_page_stays_one(one, other):
    assert same_page(canonical(one)) != same_page(canonical(other))


PAGE = "https://a.example.com/x?y=1"


@pytest.mark.parametrize(
    ("copy", "when"),
    [
        (f"https://web.archive.org/web/20240105081500/{PAGE}", "2024-01-05T08:15:00Z"),
        (f"https://web.archive.org/web/20240105081500id_/{PAGE}", "2024-01-05T08:15:00Z"),
        (f"https://web.archive.org/web/20240105081500if_/{PAGE}", "2024-01-05T08:15:00Z"),
        (f"https://web.archive.org/web/20240105081500/{PAGE.replace('//', '/')}", "2024-01-05T08:15:00Z"),
        (f"https://web.archive.org/web/2024*/{PAGE}", "2024"),
        (f"https://web.archive.org/web/*/{PAGE}", None),
        (f"https://archive.ph/2024.01.05-081500/{PAGE}", "2024-01-05T08:15:00Z"),
        (f"https://archive.today/20240105081500/{PAGE}", "2024-01-05T08:15:00Z"),
        *((f"https://archive.{end}/newest/{PAGE}", None) for end in ["ph", "today", "is", "li", "vn", "md", "fo"]),
        (f"https://archive.is/o/AbCdE/{PAGE}", None),
        (f"https://arquivo.pt/wayback/20240105081500/{PAGE}", "2024-01-05T08:15:00Z"),
        (f"https://wayback.archive-it.org/123/20240105081500/{PAGE}", "2024-01-05T08:15:00Z"),
        (f"https://webarchive.nationalarchives.gov.uk/ukgwa/20240105081500/{PAGE}", "2024-01-05T08:15:00Z"),
        (f"https://timetravel.mementoweb.org/memento/20240105/{PAGE}", "2024-01-05"),
    ],
)  # fmt: skip
def test_a_copy_tells_its_page_and_moment_and_is_kept_intact(copy, when):
    kept = canonical(copy)
    assert unarchived(kept) == PAGE
    assert archived_at(kept) == when
    assert kept.endswith(PAGE)
    assert canonical(kept) == kept


@pytest.mark.parametrize(
    "short",
    [
        "https://archive.ph/AbCdE",
        "https://perma.cc/ABCD-1234",
        "https://ghostarchive.org/archive/Qx1Yz",
    ],
)
def test_a_short_copy_is_known_for_one_and_tells_no_page(short):
    assert is_archive(canonical(short))
    assert unarchived(canonical(short)) is None
