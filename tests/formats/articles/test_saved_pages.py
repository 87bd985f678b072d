"""MHTML, web archives, mail and feeds: the words in them, and nothing fetched, whatever they name."""

from __future__ import annotations

import gzip
import io
import random
import socket
from email.message import EmailMessage
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from annotator.core import text as texts
from annotator.formats import Report, format_of, read

from ..papers import LONG, damaged, put
from ..samples import told
from .test_html import PAGE

SEEN = PAGE.format(charset="utf-8", url="https://example.org/ponte")
URL = "https://example.org/altro"
REMOTE = (
    '<img src="http://127.0.0.1:9/x.png"><script src="http://127.0.0.1:9/x.js"></script>'
    '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">'
)


@pytest.fixture(autouse=True)
def _offline(monkeypatch):
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, lambda *_: pytest.fail("something was fetched"))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: pytest.fail("a name was looked up"))


def read_all(path: Path):
    faults = []
    report = Report()
    made = [d.article for d in read(path, author="a", problems=faults.append, report=report)]
    assert faults == []
    assert all(each.text == texts.canonical(each.text) for each in made)
    return made, [(loss.what, loss.where) for loss in report.lost]


def refused(path: Path) -> str:
    made, faults = told(path)
    assert made == []
    assert faults[0].hint
    return str(faults[0])


# -- MHTML -------------------------------------------------------------------------------------


def an_mhtml(page: str = SEEN, charset: str = "utf-8") -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = URL
    message["Subject"] = "Ponte"
    message["Date"] = "Fri, 5 Jan 2024 10:00:00 -0000"
    message.set_content(page, subtype="html", charset=charset, cte="quoted-printable")
    message.make_related()
    frame = EmailMessage()
    frame.set_content("<p>Pubblicità</p>", subtype="html")
    message.attach(frame)
    message.add_related(b"\x89PNG", "image", "png", cid="<a@b>")
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_the_article_of_a_page_saved_in_one_file_is_read(tmp_path, charset):
    page = SEEN.replace('<meta charset="utf-8">', "").replace("canonical", "x") + REMOTE
    (made,), _ = read_all(put(tmp_path, "a.mhtml", an_mhtml(page, charset)))
    assert "ha detto il sindaco Mario Rossi" in made.text
    assert "Pubblicità" not in made.text
    assert (made.title, made.author, made.published) == (
        "Ponte chiuso a Forlì",
        "Anna Neri",
        "2024-01-05",
    )
    assert (made.url, made.metadata["saved"]) == (URL, "2024-01-05T10:00:00Z")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Subject: x\n\nsolo testo",
        b"Content-Type: text/html\n\n<p></p>",
        b'Content-Type: multipart/related; boundary="a"\n\n--a\nContent-Type: text/html; charset=no'
        b"\nContent-Transfer-Encoding: base64\n\n====\n--a--",
        b"".join(
            b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000)
        ),
    ],
    ids=range(5),
)
def test_one_file_without_a_page_is_told_of(tmp_path, content):
    assert "a.mht" in refused(put(tmp_path, "a.mht", content))


# -- web archives ------------------------------------------------------------------------------


def a_warc(*, packed: bool, pages=((URL, SEEN + REMOTE),), status: str = "200 OK") -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "prova"}))
    for url, page in pages:
        body = gzip.compress(page.encode())
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in (body[:99], body[99:]))
        headers = [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Encoding", "gzip"),
            ("Transfer-Encoding", "chunked"),
        ]
        sent = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        payload = io.BytesIO(chunks + b"0\r\n\r\n")
        about = {"WARC-Date": "2024-02-03T04:05:06Z"}
        writer.write_record(
            writer.create_warc_record(
                url, "response", payload, http_headers=sent, warc_headers_dict=about
            )
        )
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "altro.gz"])
def test_the_articles_of_an_archive_are_read(tmp_path, name):
    pages = ((URL, SEEN), ("https://example.org/vuota", "<html><body></body></html>"))
    path = put(tmp_path, name, a_warc(packed=name.endswith(".gz"), pages=pages))
    assert format_of(path).name == "warc"
    (made,), lost = read_all(path)
    assert "ha detto il sindaco Mario Rossi" in made.text
    assert (made.url, made.metadata["saved"]) == (
        "https://example.org/ponte",
        "2024-02-03T04:05:06Z",
    )
    assert lost == [("a page", f"{name}: “https://example.org/vuota”")]


def test_an_archive_of_files_is_no_archive_of_the_web(tmp_path):
    assert format_of(put(tmp_path, "a.gz", gzip.compress(b"x"))).name == "archive"
    assert format_of(put(tmp_path, "b.gz", b"x")).name == "archive"


def test_an_archive_without_articles_or_made_to_harm_is_told_of(tmp_path):
    assert "no article" in refused(put(tmp_path, "a.warc", a_warc(packed=False, status="404 No")))
    assert "a.warc" in refused(put(tmp_path, "a.warc", b""))
    assert "a.warc" in refused(put(tmp_path, "a.warc", b"WARC/1.0\r\nContent-Length: -5\r\n\r\n"))
    huge = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 500000000\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
    assert "a.warc" in refused(put(tmp_path, "a.warc", huge))
    bomb = gzip.compress(b"WARC/1.0\r\n" + bytes(100 << 20))
    assert "breaks off" in refused(put(tmp_path, "a.warc.gz", bomb))
    bomb = gzip.compress(b"WARC/1.0\r\nContent-Length: 900000000\r\n\r\n" + bytes(100 << 20))
    assert "unpacks to much more" in refused(put(tmp_path, "a.warc.gz", bomb))


# -- mail --------------------------------------------------------------------------------------


def a_mail(plain: str | None, page: str | None = None, **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = headers.get("subject", "Il ponte è chiuso")
    message["From"] = '"Anna Neri" <anna@example.org>'
    message["Date"] = "Fri, 5 Jan 2024 23:30:00 +0100"
    message["List-Id"] = "Lettera del mattino <lettera.example.org>"
    if plain is not None:
        message.set_content(plain)
    if page is not None:
        (message.add_alternative if plain is not None else message.set_content)(
            page, subtype="html"
        )
    return message


def test_a_mail_is_read_with_what_it_tells(tmp_path):
    (made,), lost = read_all(put(tmp_path, "a.eml", a_mail(LONG + "\n").as_bytes()))
    assert made.text == LONG
    assert (made.title, made.author, made.published) == (
        "Il ponte è chiuso",
        "Anna Neri",
        "2024-01-05",
    )
    assert made.publisher == "Lettera del mattino"
    assert lost == []


def test_a_signature_is_not_joined_to_the_line_that_announces_it(tmp_path):
    mail = a_mail("Questo è \nun paragrafo \nsolo.\n-- \nAnna \nNeri\n")
    mail.set_param("format", "flowed")
    (made,), _ = read_all(put(tmp_path, "a.eml", mail.as_bytes()))
    assert made.text == "Questo è un paragrafo solo.\n-- \nAnna Neri"


def test_a_newsletter_whose_plain_part_says_little_is_read_from_its_page(tmp_path):
    page = (
        '<body><div style="display:none">Anteprima</div><style>p {x}</style><table><tr><td>'
        f"<h1>Titolo</h1></td><td>{LONG}</td></tr></table>{REMOTE}<p>Due<br>righe</p></body>"
    )
    mail = a_mail("Vedi questa mail nel browser.", page)
    mail.add_attachment(b"%PDF", "application", "pdf", filename="a.pdf")
    (made,), lost = read_all(put(tmp_path, "a.eml", mail.as_bytes()))
    assert made.text == f"Titolo\n{LONG}\nDue\nrighe"
    assert [what for what, _ in lost] == ["an attachment"]


def test_each_mail_of_a_mailbox_is_an_article(tmp_path):
    mails = [a_mail(f"{LONG}\n\nFrom qui in poi {n}\n", subject=f"N. {n}") for n in range(3)]
    mails.append(a_mail("\n", subject="Vuota"))
    box = b"".join(
        b"From anna@example.org Fri Jan  5 10:00:00 2024\n"
        + mail.as_bytes().replace(b"\n\nFrom qui", b"\n\n>From qui")
        + b"\n"
        for mail in mails
    )
    made, lost = read_all(put(tmp_path, "a.mbox", box))
    assert [each.title for each in made] == ["N. 0", "N. 1", "N. 2"]
    assert made[1].text == f"{LONG}\n\nFrom qui in poi 1"
    assert lost == [("a mail", "Vuota")]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"Subject: x\n\n", b"\0" * 500])
@pytest.mark.parametrize("name", ["a.eml", "a.mbox"])
def test_mail_without_words_is_told_of(tmp_path, name, content):
    assert name in refused(put(tmp_path, name, content))


# -- feeds -------------------------------------------------------------------------------------

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Gazzetta &amp; prova</title>
<link>https://example.org</link><item><title>Il ponte &lt;b&gt;è&lt;/b&gt; chiuso</title>
<link>https://example.org/ponte</link><dc:creator>Anna Neri</dc:creator><category>città</category>
<pubDate>Fri, 05 Jan 2024 09:00:00 +0100</pubDate><description>Breve.</description>
<content:encoded><![CDATA[<p>{LONG}</p><p>Fine &egrave; qui.{REMOTE}</p>]]></content:encoded></item>
<item><title>Due</title><description>Solo il sommario.</description></item>
<item><title>Tre</title><link>https://example.org/tre</link></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Gazzetta</title>
<entry><title>Uno</title><author><name>Anna Neri</name></author><updated>2024-01-05T10:00:00Z</updated>
<link href="https://example.org/uno"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>{LONG}</p></div></content></entry></feed>"""


@pytest.mark.parametrize("name", ["a.rss", "a.xml"])
def test_entries_of_a_feed_are_articles(tmp_path, name):
    path = put(tmp_path, name, RSS)
    assert format_of(path).name == "feed"
    (one, two), lost = read_all(path)
    assert one.text == f"{LONG}\nFine è qui."
    assert (one.title, one.author, one.publisher) == (
        "Il ponte è chiuso",
        "Anna Neri",
        "Gazzetta & prova",
    )
    assert (one.published, one.url) == ("2024-01-05", "https://example.org/ponte")
    assert one.metadata == {"file": name, "tags": ["città"]}
    assert (two.text, two.metadata["excerpt"]) == ("Solo il sommario.", True)
    assert lost == [("an entry", f"{name}: “Tre”")]


def test_entries_of_an_atom_feed_are_articles(tmp_path):
    (one,), _ = read_all(put(tmp_path, "a.atom", ATOM))
    assert (one.text, one.title, one.author) == (LONG, "Uno", "Anna Neri")
    assert (one.published, one.url) == ("2024-01-05", "https://example.org/uno")


def test_other_xml_is_no_feed(tmp_path):
    path = put(tmp_path, "a.xml", "<?xml version='1.0'?><TEI><text/></TEI>")
    assert "of no kind" in refused(path)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<rss/>",
        "https://127.0.0.1:9/feed",
        "/etc/passwd",
        RSS.replace(
            "<rss", '<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c SYSTEM "http://x/">]><rss', 1
        ),
        "<rss><channel><item>" + "<a>" * 50_000,
        RSS[:400],
    ],
    ids=range(7),
)
def test_a_feed_without_words_or_made_to_harm_is_told_of(tmp_path, content):
    assert "a.rss" in refused(put(tmp_path, "a.rss", content))


# -- damage ------------------------------------------------------------------------------------


def samples() -> dict[str, bytes]:
    box = b"From a@b Fri Jan  5 10:00:00 2024\n" + a_mail(LONG, f"<p>{LONG}</p>").as_bytes()
    return {
        "a.mhtml": an_mhtml(),
        "a.warc": a_warc(packed=False),
        "a.warc.gz": a_warc(packed=True),
        "a.mbox": box + b"\n" + box,
        "a.eml": a_mail(LONG, f"<p>{LONG}</p>").as_bytes(),
        "a.rss": RSS.encode(),
        "a.atom": ATOM.encode(),
    }


@pytest.mark.parametrize("name", samples())
def test_any_damage_is_told_of_or_harmless(tmp_path, name):
    whole = samples()[name]
    chance = random.Random(13)
    for number in range(60):
        content = damaged(whole, number, chance)
        made, faults = told(put(tmp_path, name, content))
        assert made or faults
