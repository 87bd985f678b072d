"""Saved pages kept as sources: once, under their hash, read offline, and never believed blindly."""

from __future__ import annotations

import os
import socket
import stat

import pytest

from annotator.core.editing import evidence_edits
from annotator.core.errors import UserError
from annotator.core.model import Evidence
from annotator.services.archived_sources import ArchivedSources, suffixes
from annotator.services.session import Session
from annotator.store import KeptFault, Store, check
from annotator.store.file import attachments as kept_files

PAGE = """<!doctype html><html lang="it"><head><title>Bilancio 2023 – Comune di Forlì</title>
<link rel="canonical" href="https://www.comune.forli.fc.it/bilancio?utm_source=x">
<meta property="og:site_name" content="Comune di Forlì">
<meta name="author" content="Ufficio stampa">
<meta property="article:published_time" content="2024-03-05">
<script src="https://evil.example/x.js">alert(1)</script></head><body>
<img src="https://tracker.example/pixel.gif"><iframe src="http://127.0.0.1:9/"></iframe>
<article><h1>Bilancio 2023</h1>
<p>Il Comune ha approvato il bilancio consuntivo del 2023 con un avanzo di gestione.</p>
<p>La spesa per le scuole è stata di «due milioni di euro», in crescita del 4 per cento.</p>
<p>La relazione completa è pubblicata all’albo pretorio e resta a disposizione dei cittadini.</p>
</article></body></html>"""


@pytest.fixture
def session(tmp_path):
    Store.create(tmp_path / "p.vaglio").close()
    with Store.open(tmp_path / "p.vaglio") as store:
        yield Session(store, "anna")


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "bilancio.html"
    path.write_text(PAGE, "utf-8")
    os.utime(path, (1_710_000_000, 1_710_000_000))  # 2024-03-09
    return path


def test_a_saved_page_becomes_a_source_with_what_the_page_says(session, page):
    kept = ArchivedSources(session).keep(page)
    source = kept.added.source
    assert source.title.startswith("Bilancio 2023")
    assert source.url == "https://www.comune.forli.fc.it/bilancio"
    assert (source.publisher, source.author) == ("Comune di Forlì", "Ufficio stampa")
    assert (source.published, source.accessed) == ("2024-03-05", "2024-03-09")
    assert source.medium == "web_text"
    assert "due milioni di euro" in ArchivedSources(session).saved(source).text
    [copy] = [p for p in ArchivedSources(session)._files.folder.iterdir() if p.suffix == ".html"]
    assert copy.read_bytes() == page.read_bytes()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert not check(session.store)


def test_the_same_file_is_kept_once_and_is_one_source(session, page, tmp_path):
    first = ArchivedSources(session).keep(page)
    other = tmp_path / "copia.htm"
    other.write_bytes(page.read_bytes())
    again = ArchivedSources(session).keep(other)
    assert again.added.source.id == first.added.source.id
    assert again.added.change is None
    files = [p for p in ArchivedSources(session)._files.folder.iterdir() if p.suffix != ".json"]
    assert len(files) == 1


def test_a_page_that_is_a_source_already_gets_its_file(session, page):
    known = session.source_library.add(
        url="https://comune.forli.fc.it/bilancio", title="Il bilancio"
    ).source
    kept = ArchivedSources(session).keep(page)
    assert kept.added.source.id == known.id
    assert kept.added.source.title == "Il bilancio"
    assert ArchivedSources(session).state(kept.added.source) == "kept"
    session.undo()
    assert session.source_library.get(known.id).sha256 is None


def test_a_file_is_kept_for_the_source_that_is_named(session, page):
    other = session.source_library.add(title="Delibera 12").source
    kept = ArchivedSources(session).keep(page, source_id=other.id)
    assert (kept.added.source.id, kept.added.source.title) == (other.id, "Delibera 12")
    with pytest.raises(UserError, match="no longer in the project"):
        ArchivedSources(session).keep(page, source_id="nobody")


def quoted(source, words, locator=""):
    return Evidence(
        id="e",
        layer_id="l",
        claim_id="c",
        source_id=source.id,
        stance="supports",
        quote=words,
        locator=locator,
    )


def test_a_quotation_is_compared_with_the_file(session, page):
    keeper = ArchivedSources(session)
    source = keeper.keep(page).added.source
    there = keeper.check(quoted(source, 'stata di "due milioni di euro"'), source)
    assert (there.state, there.locator) == ("there", "par. 3")
    assert keeper.check(quoted(source, "tre milioni di euro"), source).state == "not_there"
    assert keeper.check(quoted(source, ""), source) is None
    linked = session.source_library.add(title="Senza file").source
    assert keeper.check(quoted(linked, "due milioni"), linked) is None


def test_a_file_that_is_gone_is_told_of_and_recognised_when_it_comes_back(session, page):
    keeper = ArchivedSources(session)
    source = keeper.keep(page).added.source
    keeper.path(source).unlink()
    assert keeper.state(source) == "missing"
    with pytest.raises(KeptFault, match="not with the project"):
        keeper.saved(source)
    assert [f.code for f in check(session.store)] == ["file_missing"]
    keeper.keep(page)
    assert keeper.state(source) == "kept"
    assert not check(session.store)


def test_a_file_that_was_altered_is_never_shown(session, page):
    keeper = ArchivedSources(session)
    source = keeper.keep(page).added.source
    path = keeper.path(source)
    path.write_text(PAGE.replace("due milioni", "tre milioni"), "utf-8")
    assert keeper.state(source) == "altered"
    with pytest.raises(KeptFault, match="not what it was"):
        keeper.saved(source)
    assert [f.code for f in check(session.store)] == ["file_altered"]


def test_a_link_in_the_place_of_a_kept_file_is_not_followed(session, page, tmp_path):
    keeper = ArchivedSources(session)
    source = keeper.keep(page).added.source
    path = keeper.path(source)
    path.unlink()
    secret = tmp_path / "secret.html"
    secret.write_bytes(page.read_bytes())
    path.symlink_to(secret)
    assert keeper.state(source) == "missing"


def test_notes_that_were_lost_or_forged_are_made_anew(session, page):
    keeper = ArchivedSources(session)
    source = keeper.keep(page).added.source
    notes = keeper._files.folder / f"{source.sha256}.json"
    for content in (b"", b"{}", b"[" * 100_000, notes.read_bytes().replace(b"0", b"1")):
        notes.write_bytes(content)
        assert "due milioni di euro" in keeper.saved(source).text


@pytest.mark.parametrize("name", ["program.exe", "archive.zip", "noname", "a.json", ".html"])
def test_other_kinds_of_files_are_refused(session, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"MZ")
    with pytest.raises(KeptFault, match="of no kind"):
        ArchivedSources(session).keep(path)
    assert not session.source_library.find()


def test_a_file_of_500_mb_is_refused_before_it_is_read(session, tmp_path):
    path = tmp_path / "huge.html"
    with path.open("wb") as out:
        out.truncate(500 << 20)
    with pytest.raises(KeptFault, match="500 MB"):
        ArchivedSources(session).keep(path)
    assert not list(tmp_path.glob("*-files/*"))


def test_a_file_that_is_not_there_or_a_folder_is_refused(session, tmp_path):
    (tmp_path / "folder.html").mkdir()
    for name in ("nothing.html", "folder.html"):
        with pytest.raises(KeptFault):
            ArchivedSources(session).keep(tmp_path / name)


def test_a_picture_is_kept_without_words(session, tmp_path):
    path = tmp_path / "scontrino.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    kept = ArchivedSources(session).keep(path)
    assert (kept.added.source.title, kept.added.source.medium) == ("scontrino", "image")
    asked = quoted(kept.added.source, "due milioni")
    assert ArchivedSources(session).check(asked, kept.added.source).state == "unreadable"


def test_a_page_without_an_article_is_kept_and_said_to_have_no_words(session, tmp_path):
    path = tmp_path / "vuota.html"
    path.write_text("<html><body></body></html>", "utf-8")
    kept = ArchivedSources(session).keep(path)
    assert "vuota.html" in str(kept.unread)
    assert ArchivedSources(session).state(kept.added.source) == "kept"


def test_a_full_disk_keeps_nothing_and_says_so(session, page, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept_files.os, "fsync", full)
    with pytest.raises(KeptFault, match="No space left"):
        ArchivedSources(session).keep(page)
    assert not list(ArchivedSources(session)._files.folder.iterdir())
    assert not session.source_library.find()


def test_keeping_and_reading_a_page_sends_nothing(session, page, monkeypatch):
    asked = []
    monkeypatch.setattr(socket.socket, "connect", lambda *args: asked.append(args))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **_: asked.append(args) or [])
    monkeypatch.setattr(ArchivedSources.__module__ + ".formats.Parser", InThisProcess)
    source = ArchivedSources(session).keep(page).added.source
    text = ArchivedSources(session).saved(source).text
    assert asked == []
    assert "alert" not in text
    assert "evil.example" not in text


class InThisProcess:
    """Reads as the parser's process does, where the test can see what it does."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def read(self, path, **options):
        from annotator.formats import read

        return read(path, **options)


def test_a_source_with_evidence_stays_and_its_file_too(session, page):
    keeper = ArchivedSources(session)
    source = keeper.keep(page).added.source
    assert evidence_edits.is_same_source(source, keeper.keep(page).added.source)
    session.source_library.remove(source.id)
    assert session.source_library.get(source.id) is None
    session.undo()
    assert keeper.state(session.source_library.get(source.id)) == "kept"


def test_what_can_be_kept_can_be_read_or_is_a_picture():
    assert {".html", ".txt", ".png"} <= set(suffixes())
    assert ".jsonl" not in suffixes()


def test_a_project_in_memory_keeps_no_files(page):
    with Store.memory() as store, pytest.raises(KeptFault):
        ArchivedSources(Session(store, "anna")).keep(page)


SAVED = """<!DOCTYPE html><!--
 Page saved with SingleFile
 url: https://harbourtimes.example.com/world/shells?utm_campaign=x
 saved date: Fri Jan 05 2024 10:15:00 GMT+0200 (Central European Standard Time)
--><html lang=en>"""
RIS = """TY  - NEWS
TI  - Shells to Moscow
T2  - The Harbour Times
DA  - 2024/01/02
UR  - https://harbourtimes.example.com/world/shells
ER  -
TY  - RPRT
TI  - Panel report
PB  - United Nations
PY  - 2024
ER  -
"""


def test_when_a_page_was_saved_is_when_it_was_seen(session, tmp_path):
    (tmp_path / "a.html").write_text(
        PAGE.replace('<!doctype html><html lang="it">', SAVED), "utf-8"
    )
    source = ArchivedSources(session).keep(tmp_path / "a.html").added.source
    assert source.accessed == "2024-01-05T08:15:00Z"
    assert source.url == "https://www.comune.forli.fc.it/bilancio"
    known = session.source_library.add(url="https://lago.example.it/x").source
    kept = ArchivedSources(session).keep(tmp_path / "a.html", source_id=known.id)
    assert kept.added.source.accessed == "2024-01-05T08:15:00Z"


def test_a_copy_from_an_archive_keeps_its_address_beside_the_pages(session, tmp_path):
    archived = "https://web.archive.org/web/20240105081500/https://lago.example.it/x"
    page = PAGE.replace("https://www.comune.forli.fc.it/bilancio?utm_source=x", archived)
    (tmp_path / "a.html").write_text(page, "utf-8")
    source = ArchivedSources(session).keep(tmp_path / "a.html").added.source
    assert (source.url, source.archived_url) == ("https://lago.example.it/x", archived)
    assert source.accessed == "2024-01-05T08:15:00Z"


def test_a_file_of_references_becomes_the_sources_that_it_names(session, tmp_path):
    (tmp_path / "refs.ris").write_text(RIS)
    kept = ArchivedSources(session).keep(tmp_path / "refs.ris")
    source, [other] = kept.added.source, kept.others
    assert (source.title, source.publisher, source.published) == (
        "Shells to Moscow",
        "The Harbour Times",
        "2024-01-02",
    )
    assert source.sha256
    assert (other.source.title, other.source.publisher, other.source.sha256) == (
        "Panel report",
        "United Nations",
        None,
    )


def test_a_table_is_quoted_by_its_cells_and_a_link_leads_to_its_page(session, tmp_path):
    (tmp_path / "t.csv").write_text("anno,perdita\n2023,39\n2024,41\n")
    (tmp_path / "l.url").write_text("[InternetShortcut]\nURL=https://lago.example.it/y\n")
    keeper = ArchivedSources(session)
    source = keeper.keep(tmp_path / "t.csv").added.source
    assert source.medium == "web_table"
    checked = keeper.check(quoted(source, "2024, 41"), source)
    assert (checked.state, checked.locator) == ("there", "A3:B3")
    assert keeper.check(quoted(source, "41", "B3"), source).state == "there"
    assert keeper.check(quoted(source, "2024, 14"), source).state == "not_there"
    assert keeper.keep(tmp_path / "l.url").added.source.url == "https://lago.example.it/y"


def test_of_several_places_the_one_that_is_said_is_cited(session, tmp_path):
    text = "\n".join(["Il bilancio cresce del 4 per cento."] * 3) + "\nAltro testo che segue qui."
    (tmp_path / "a.txt").write_text(text)
    keeper = ArchivedSources(session)
    source = keeper.keep(tmp_path / "a.txt").added.source
    for said in ("par. 2", "par. 3"):
        assert keeper.check(quoted(source, "del 4 per cento", said), source).locator == said
