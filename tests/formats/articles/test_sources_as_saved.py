"""Pages as the tools of the trade save them: whence, who, when published, and when saved."""

from __future__ import annotations

import io
import json
import plistlib
import struct
import zipfile
import zlib

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from annotator.formats.registry import read

URL = "https://harbourtimes.example.com/world/shells-2024"
WAYBACK = f"https://web.archive.org/web/20240105081500/{URL}"
TODAY = f"https://archive.ph/2024.01.05-081500/{URL}"
NOON = "2024-01-05T08:15:00Z"
BODY = """<article><h1>Pyongyang ships shells to Moscow</h1><p>North Korea has sent more than one million artillery
shells to Russia since August, South Korea's intelligence service told lawmakers on Tuesday.</p><p>Moscow denied the
report. Analysts said the shells were produced in the 1970s and that up to half of them do not work.</p></article>"""
CANONICAL = f'<link rel="canonical" href="{URL}">'
SITE = '<meta property="og:site_name" content="The Harbour Times">'
TIMES = """<meta property="article:published_time" content="2024-01-02T09:00:00Z">
<meta property="article:modified_time" content="2024-02-03T09:00:00Z">"""
HEAD = CANONICAL + SITE + TIMES
SINGLEFILE = """<!--
 Page saved with SingleFile
 url: {url}
 saved date: Fri Jan 05 2024 10:15:00 GMT+0200 (Central European Standard Time)
-->"""


def page(head=HEAD, before="", after="", body=BODY, attributes="lang=en"):
    title = "<title>Pyongyang ships shells to Moscow</title>"
    return f"<!DOCTYPE html>{before}<html {attributes}><head><meta charset=utf-8>{title}{head}</head><body>{body}{after}</body></html>"


def graph(**fields):
    said = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "x"} | fields
    return f'<script type="application/ld+json">{json.dumps({"@graph": [{"@type": "WebSite", "url": "https://harbourtimes.example.com/"}, said]})}</script>'


def wayback(head):
    return head.replace(
        "https://harbour", "https://web.archive.org/web/20240105081500/https://harbour"
    )


ARCHIVED_ON = "<!-- FILE ARCHIVED ON 08:15:00 Jan 05, 2024 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 10:00:00 Nov 1, 2026. -->"
TOOLBAR = '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base">Wayback Machine 12 captures</div><!-- END WAYBACK TOOLBAR INSERT -->'
# name: (page, address, archived, publisher, published, saved); None where the page does not say it
PAGES = {
    "plain": (page(), URL, None, "The Harbour Times", "2024-01-02", None),
    "singlefile with canonical": (page(before=SINGLEFILE.format(url=URL)), URL, None, "The Harbour Times", "2024-01-02", NOON),
    "singlefile alone": (page(SITE + TIMES, before=SINGLEFILE.format(url=URL + "?utm_campaign=x")), URL, None, "The Harbour Times", "2024-01-02", NOON),
    "singlefile after html": (page(SITE, attributes="lang=en>" + SINGLEFILE.format(url=URL) + "<meta a=b"), URL, None, "The Harbour Times", None, NOON),
    "singlefile of the wayback machine": (page(wayback(HEAD), before=SINGLEFILE.format(url=WAYBACK).replace("2024", "2025", 1)), URL, WAYBACK, "The Harbour Times", "2024-01-02", NOON),
    "saved from url": (page(SITE, before=f"<!-- saved from url=(0062){URL} -->"), URL, None, "The Harbour Times", None, None),
    "monolith": (page(SITE, before=f"<!-- Saved from {URL} at 2024-01-05T08:15:00Z using monolith v2.8.1 -->"), URL, None, "The Harbour Times", None, NOON),
    "httrack": (page(SITE, before="<!-- Mirrored from harbourtimes.example.com/world/shells-2024 by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 05 Jan 2024 08:15:00 GMT -->"), URL.replace("https", "http"), None, "The Harbour Times", None, NOON),
    "save page we": (page(SITE + f'<meta name="savepage-url" content="{URL}"><meta name="savepage-pubdate" content="2024-01-02">'), URL, None, "The Harbour Times", "2024-01-02", None),
    "wayback with toolbar": (page(wayback(HEAD), after=ARCHIVED_ON, body=TOOLBAR + BODY), URL, WAYBACK, "The Harbour Times", "2024-01-02", NOON),
    "wayback without toolbar": (page(wayback(HEAD)), URL, WAYBACK, "The Harbour Times", "2024-01-02", NOON),
    "wayback one slash": (page(wayback(HEAD).replace("500/https://", "500/https:/")), URL, WAYBACK, "The Harbour Times", "2024-01-02", NOON),
    "wayback id_": (page(HEAD.replace("https://harbour", "https://web.archive.org/web/20240105081500id_/https://harbour")), URL, WAYBACK.replace("500/", "500id_/"), "The Harbour Times", "2024-01-02", NOON),
    "wayback rooted": (page(HEAD.replace("https://harbour", "/web/20240105081500/https://harbour")), URL, WAYBACK, "The Harbour Times", "2024-01-02", NOON),
    "wayback script": (page(SITE + f'<script>__wm.wombat("{URL}","20240105081500","https://web.archive.org/");</script>'), URL, None, "The Harbour Times", None, NOON),
    "raw with the archive's comment": (page(after=ARCHIVED_ON), URL, None, "The Harbour Times", "2024-01-02", NOON),
    "archive.today": (page(f'<link rel="canonical" href="{TODAY}"><link rel="bookmark" href="http://archive.today/20240105081500/{URL}"><meta property="og:site_name" content="archive.ph">'), URL, TODAY, None, None, NOON),
    "archive.today short": (page(f'<link rel="canonical" href="https://archive.is/AbCdE"><link rel="bookmark" href="http://archive.today/20240105081500/{URL}">'), URL, f"http://archive.today/20240105081500/{URL}", None, None, NOON),
    "archive.today field": (page('<link rel="canonical" href="https://archive.md/AbCdE">', body=f'<form><input type=text name=q value="{URL}"></form><time datetime="2024-01-05T08:15:00Z" itemprop="pubdate">5 Jan 2024 08:15:00 UTC</time>' + BODY), URL, "https://archive.md/AbCdE", None, None, NOON),
    "perma.cc": (page('<meta property="og:url" content="https://perma.cc/ABCD-1234"><meta property="og:site_name" content="Perma.cc">', body=f'<a href="{URL}">View the live page</a><p>Captured January 5, 2024 8:15 am</p>' + BODY), URL, "https://perma.cc/ABCD-1234", None, None, NOON),
    "ghostarchive": (page('<link rel="canonical" href="https://ghostarchive.org/archive/Qx1Yz">', body=f'<p>Original page: <a href="{URL}">{URL}</a></p><p>Archived on 5 Jan 2024 08:15:00 UTC</p>' + BODY), URL, "https://ghostarchive.org/archive/Qx1Yz", None, None, NOON),
    "amp": (page(f'<link rel="canonical" href="{URL}"><meta property="og:url" content="https://amp.harbourtimes.example.com/world/shells-2024">' + SITE, attributes="amp lang=en"), URL, None, "The Harbour Times", None, None),
    "canonical before og:url": (page(f'<meta property="og:url" content="{URL}?ref=og">' + CANONICAL + SITE), URL, None, "The Harbour Times", None, None),
    "relative canonical": (page('<link rel="canonical" href="/world/shells-2024">' + SITE, before=SINGLEFILE.format(url=URL + "?x=1")), URL, None, "The Harbour Times", None, NOON),
    "canonical of the front page": (page('<link rel="canonical" href="https://harbourtimes.example.com/">' + SITE, before=f"<!-- saved from url=(0062){URL} -->"), URL, None, "The Harbour Times", None, None),
    "json-ld": (page(graph(mainEntityOfPage={"@id": URL}, datePublished="2024-01-02T09:00:00Z", dateModified="2024-02-03", publisher={"@type": "Organization", "name": "The Harbour Times"})), URL, None, "The Harbour Times", "2024-01-02", None),
    "itemprop": (page(CANONICAL + SITE, body='<meta itemprop="dateModified" content="2024-02-03"><span itemprop="datePublished" content="2024-01-02">2 January</span>' + BODY), URL, None, "The Harbour Times", "2024-01-02", None),
    "only modified": (page(CANONICAL + SITE + '<meta property="article:modified_time" content="2024-02-03T09:00:00Z">'), URL, None, "The Harbour Times", None, None),
    "dublin core": (page(CANONICAL + '<meta name="DC.publisher" content="The Harbour Times"><meta name="DC.date.issued" content="2024-01-02">'), URL, None, "The Harbour Times", "2024-01-02", None),
    "highwire": (page(CANONICAL + '<meta name="citation_journal_title" content="The Harbour Times"><meta name="citation_publication_date" content="2024/01/02">'), URL, None, "The Harbour Times", "2024-01-02", None),
}  # fmt: skip


def kept(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    faults = []
    [found] = read(path, author="", problems=faults.append, as_source=True)
    assert not faults
    return found.article


def facts(article):
    said = article.metadata
    return (
        article.url,
        said.get("archived_url"),
        article.publisher,
        article.published,
        said.get("saved"),
    )


@pytest.mark.parametrize("name", PAGES)
def test_a_saved_page_tells_all_that_is_in_it(tmp_path, name):
    content, *expected = PAGES[name]
    made = kept(tmp_path / "page.html", content)
    assert facts(made) == tuple(expected)
    assert "one million artillery" in made.text
    assert "12 captures" not in made.text


def test_mhtml_of_a_browser_and_of_an_archive(tmp_path):
    for url, archived in ((URL, None), (WAYBACK, WAYBACK)):
        head = SITE + TIMES if archived else HEAD
        content = (
            f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {url}\r\nSubject: x\r\n"
            "Date: Fri, 5 Jan 2024 08:15:00 -0000\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/related; type="text/html"; boundary="----B"\r\n\r\n------B\r\n'
            "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n"
            f"Content-Location: {url}\r\n\r\n{page(head)}\r\n------B--\r\n"
        )
        made = kept(tmp_path / "page.mhtml", content)
        assert facts(made) == (URL, archived, "The Harbour Times", "2024-01-02", NOON)


def warc(gzip=True, url=URL):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    headers = StatusAndHeaders(
        "200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0"
    )
    record = writer.create_warc_record(
        url, "response", payload=io.BytesIO(page(SITE + TIMES).encode()), http_headers=headers, warc_headers_dict={"WARC-Date": NOON}
    )  # fmt: skip
    writer.write_record(record)
    return out.getvalue()


@pytest.mark.parametrize("name", ["page.warc", "page.warc.gz"])
def test_warc(tmp_path, name):
    made = kept(tmp_path / name, warc(name.endswith("gz")))
    assert facts(made) == (URL, None, "The Harbour Times", "2024-01-02", NOON)


def test_wacz(tmp_path):
    with zipfile.ZipFile(tmp_path / "page.wacz", "w") as packed:
        packed.writestr("archive/data.warc.gz", warc())
        packed.writestr("pages/pages.jsonl", json.dumps({"url": URL, "ts": NOON}))
        packed.writestr("datapackage.json", json.dumps({"mainPageURL": URL}))
    made = kept(tmp_path / "page.wacz", (tmp_path / "page.wacz").read_bytes())
    assert facts(made) == (URL, None, "The Harbour Times", "2024-01-02", NOON)


def chunk(kind, content):
    return (
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
    )


def png(*chunks):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


XMP = f"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description xmp:CreateDate="2024-01-05T10:15:00+02:00">
<dc:source>{URL}</dc:source><dc:title><rdf:Alt><rdf:li xml:lang="x-default">A post &amp; more</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>"""
SHOTS = {
    "text": png(chunk(b"tEXt", b"URL\0" + URL.encode()), chunk(b"tEXt", b"Creation Time\0" + b"Fri, 05 Jan 2024 08:15:00 +0000")),
    "source": png(chunk(b"tEXt", b"Source\0" + URL.encode()), chunk(b"tEXt", b"date:create\0" + b"2024-01-05T10:15:00+02:00")),
    "packed": png(chunk(b"zTXt", b"Source URL\0\0" + zlib.compress(URL.encode())), chunk(b"tIME", struct.pack(">H5B", 2024, 1, 5, 8, 15, 0))),
    "international": png(chunk(b"iTXt", b"Page URL\0\1\0\0\0" + zlib.compress(URL.encode())), chunk(b"iTXt", b"Timestamp\0\0\0\0\0" + NOON.encode())),
    "xmp": png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP.encode())),
    "comment": png(chunk(b"tEXt", b"Comment\0Screenshot of " + URL.encode() + b"."), chunk(b"tEXt", b"Creation Time\0" + NOON.encode())),
}  # fmt: skip


@pytest.mark.parametrize("name", SHOTS)
def test_a_screenshot_tells_its_page_and_moment(tmp_path, name):
    made = kept(tmp_path / "shot.png", SHOTS[name])
    assert (made.url, made.metadata["saved"]) == (URL, NOON)


def test_a_damaged_picture_is_kept_and_tells_what_it_can(tmp_path):
    assert kept(tmp_path / "shot.png", SHOTS["text"][:-30]).url == URL
    assert (
        kept(tmp_path / "odd.jpg", b"\xff\xd8\xff\xe1\x00\xffExif\0\0II*\0\xff\xff\xff\xff").url
        is None
    )


def exif():
    """A camera, its moment and its place, in the order of bytes of a telephone."""
    texts = {0x010F: b"PhoneMaker\0", 0x0110: b"Model 9\0", 0x0132: b"2024:01:05 10:00:00\0"}
    place = {1: b"N\0", 3: b"E\0", 2: (50, 1, 27, 1, 0, 1), 4: (30, 1, 31, 1, 0, 1)}
    out = bytearray(b"MM\0*\0\0\0\x08")
    offset = 8 + 2 + 12 * 4 + 4
    extra = b""

    def entries(fields):
        nonlocal extra
        made = b""
        for tag, value in sorted(fields.items()):
            kind, count = (
                (2, len(value))
                if isinstance(value, bytes)
                else (4, 1)
                if isinstance(value, int)
                else (5, 3)
            )
            content = (
                value
                if isinstance(value, bytes)
                else struct.pack(">I", value)
                if isinstance(value, int)
                else struct.pack(">6I", *value)
            )
            if len(content) <= 4:
                made += struct.pack(">HHI", tag, kind, count) + content.ljust(4, b"\0")
            else:
                made += struct.pack(">HHII", tag, kind, count, offset + len(extra))
                extra += content
        return struct.pack(">H", len(fields)) + made + b"\0\0\0\0"

    first = entries(texts | {0x8825: 0})
    gps_at = offset + len(extra)
    saved, offset, extra_before = offset, gps_at + 2 + 12 * 4 + 4, extra
    extra = b""
    gps = entries(place)
    extra_gps, extra, offset = extra, extra_before, saved
    first = first.replace(
        struct.pack(">HHI", 0x8825, 4, 1) + b"\0\0\0\0", struct.pack(">HHII", 0x8825, 4, 1, gps_at)
    )
    return bytes(out) + first + extra_before + gps + extra_gps


@pytest.mark.parametrize("name", ["photo.jpg", "photo.webp", "photo.png"])
def test_a_photograph_tells_day_camera_and_place(tmp_path, name):
    told = exif()
    wrapped = {
        "photo.jpg": b"\xff\xd8\xff\xe1"
        + struct.pack(">H", len(told) + 8)
        + b"Exif\0\0"
        + told
        + b"\xff\xd9",
        "photo.webp": b"RIFF\0\0\0\0WEBPEXIF" + struct.pack("<I", len(told)) + told,
        "photo.png": png(chunk(b"eXIf", told)),
    }[name]
    made = kept(tmp_path / name, wrapped)
    assert (
        made.metadata["note"]
        == "EXIF: 2024-01-05T10:00:00 · PhoneMaker Model 9 · 50.45000, 30.51667"
    )


LINKS = {
    "a.url": f"[InternetShortcut]\r\nURL={URL}\r\nModified=008AA4FDAF3FDA01A0\r\n",
    "a.webloc": plistlib.dumps({"URL": URL}),
    "b.webloc": plistlib.dumps({"URL": URL}, fmt=plistlib.FMT_BINARY),
    "a.desktop": f"[Desktop Entry]\nType=Link\nName=Shells\nURL={URL}\n",
}


@pytest.mark.parametrize("name", LINKS)
def test_a_link_that_was_saved_tells_its_page(tmp_path, name):
    assert kept(tmp_path / name, LINKS[name]).url == URL


@pytest.mark.parametrize("name", ["t.csv", "t.tsv"])
def test_a_table_is_read_cell_by_cell(tmp_path, name):
    mark = "\t" if name.endswith("tsv") else ","
    made = kept(tmp_path / name, f"anno{mark}perdita\n2023{mark}39\n2024{mark}41\n")
    assert made.text == "anno\tperdita\n2023\t39\n2024\t41"


def test_a_workbook_is_read_sheet_by_sheet(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Acqua"
    book.active["B2"] = "perdita"
    book.active["B4"] = 41
    book.create_sheet("Note")["A1"] = "fonte: Istat"
    book.save(tmp_path / "t.xlsx")
    made = kept(tmp_path / "t.xlsx", (tmp_path / "t.xlsx").read_bytes())
    assert made.text == "\n\tperdita\n\n\t41\n\nfonte: Istat"
    assert made.metadata["sheets"] == ["Acqua", "Note"]
    assert made.text[made.metadata["pages"][1] :] == "fonte: Istat"


def test_an_open_document_spreadsheet_is_read(tmp_path):
    cell = "<table:table-cell{more}><text:p>{words}</text:p></table:table-cell>"
    rows = "".join(
        f"<table:table-row>{cell.format(more='', words=one)}{cell.format(more='', words=two)}</table:table-row>"
        for one, two in (("anno", "perdita"), ("2024", "41"))
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    with zipfile.ZipFile(tmp_path / "t.ods", "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name='Acqua'>"
            f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    made = kept(tmp_path / "t.ods", (tmp_path / "t.ods").read_bytes())
    assert made.text == "anno\tperdita\n2024\t41"


@pytest.mark.parametrize(
    ("end", "publisher"),
    [
        (" | The Harbour Times", "The Harbour Times"),
        (" – Harbour Times", "Harbour Times"),
        (" | Sport", None),
        ("", None),
    ],
)
def test_the_site_that_ends_a_title_is_the_publisher_where_its_host_says_so(
    tmp_path, end, publisher
):
    content = page(CANONICAL).replace("</title>", f"{end}</title>")
    found = kept(tmp_path / "page.html", content).publisher
    assert (
        found == publisher
        if publisher
        else found not in ("Sport", "Pyongyang ships shells to Moscow")
    )
