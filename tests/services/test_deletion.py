"""An article that was deleted for good is nowhere any more, and everything else is as it was."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from annotator.cli import main
from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.changes import Edit, change
from annotator.core.editing import annotation_edits
from annotator.core.errors import UserError
from annotator.core.exchange.article_versions import FOLLOWS, NOT_PLACED
from annotator.core.ids import new_id
from annotator.core.model import Attribution, Claim, Evidence, Setting, Source, Span, Verdict, with_
from annotator.services.archived_sources import ArchivedSources
from annotator.services.collaboration import Collaboration
from annotator.services.deletion import delete, finish, is_pending, outlook
from annotator.services.session import Session, open_session
from annotator.services.watched_folders import SEEN
from annotator.store import Store, check, listing, rotate
from annotator.store.database.connection import connect, sqlite3
from annotator.store.maintenance import delete as deleting
from annotator.store.maintenance import sweep
from annotator.suggest.model import embedding_index
from annotator.suggest.runtime.checkpoint import Checkpoint
from tests.store.file.test_migrations import as_format
from tests.store.making import article_of, load, suggest

TITLE = "Zwxtitolo della Quorbistana"
TEXT = f"{TITLE}\n\nKrzmelnik Vòrbaxius disse a Wobblegrad che il Plumquist è fallito 🤔."
OTHER = "Mario Rossi lives in Rome today, said the ANSA."
WORDS = (
    *("Zwxtitolo", "Quorbistan", "Krzmelnik", "Vòrbaxius", "Wobblegrad", "Plumquist"),
    *("Brimsource", "Oddquote", "Xstandalon", "Agentix", "Notabene", "Gwendifax", "Whyish"),
    *("Blorpmento", "zzpage.example", "Keptpagina", "Vwauthorello", "Zquestux", "quoxfile"),
)


def marks(words: str) -> list[bytes]:
    """*words* as they might stand in a file: also in lower case, without accents, cut at its end."""
    bare = words.replace("ò", "o")
    forms = {words, words.lower(), bare, bare.lower(), words.upper(), bare[:6].lower()}
    return [form.encode(code) for form in forms for code in ("utf-8", "utf-16-le", "utf-16-be")]


def found_in(*folders: Path) -> list[tuple[str, str]]:
    """Where any of `WORDS` still stands, in whatever file, or in the name of one."""
    found = []
    for folder in folders:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            data = path.read_bytes() + path.name.encode()
            found += [(path.name, w) for w in WORDS if any(mark in data for mark in marks(w))]
    return found


def annotated(session: Session, folder: Path, *, also_elsewhere: bool = False) -> tuple[str, str]:
    """Two articles, the first with one of everything that an article can have; their ids."""
    article = with_(article_of(TEXT), title=TITLE, url="https://zzpage.example/a")
    article = with_(article, author="Vwauthorello", metadata={"note": "Notabene"})
    load(session.store, AnnotatedArticle(article=article))
    other = session.import_text(OTHER)
    suggest(session.store, f"[{TITLE}|ORG]{TEXT[len(TITLE) :]}")
    session.do(annotation_edits.mark(session.analyst_view(article.id), [Span(0, 9)], "PER"))
    analyst_view = session.analyst_view(article.id)
    layer = analyst_view.layer
    assert layer is not None
    claim = Claim(
        id=new_id(),
        layer_id=layer.id,
        spans=(Span(30, 50),),
        normalized_text="Xstandalon Plumquist",
        note="Notabene",
    )
    said = Attribution(id=new_id(), layer_id=layer.id, claims=(claim.id,), agent="Agentix")
    page = folder / "quoxfile.html"
    page.write_text("<title>Keptpagina</title><p>Oddquote of the Brimsource.</p>")
    source = Source(id=new_id(), title="Brimsource")
    evidence = Evidence(
        id=new_id(),
        layer_id=layer.id,
        claim_id=claim.id,
        source_id=source.id,
        stance="refutes",
        quote="Oddquote",
        question="Zquestux",
    )
    verdict = Verdict(
        id=new_id(),
        layer_id=layer.id,
        claim_id=claim.id,
        label="refuted",
        justification="Gwendifax",
        why="Whyish",
    )
    records = [source, claim, said, evidence, verdict]
    session.do(
        change("claim", [Edit(None, r) for r in records], by=session.analyst, article_id=article.id)
    )
    ArchivedSources(session).keep(page, source_id=source.id)
    session.do(
        annotation_edits.reject(
            session.analyst_view(article.id), [session.analyst_view(article.id).suggestions[0].id]
        )
    )
    session.undo()
    session.redo()
    session.do(annotation_edits.mark(session.analyst_view(other), [Span(0, 11)], "PER"))
    session.do(
        change(
            "both",  # one change that reaches into two articles
            [
                Edit(
                    None,
                    with_(session.analyst_view(a).entities[0], id=new_id(), label="MISC", span=at),
                )
                for a, at in ((article.id, Span(10, 15)), (other, Span(20, 24)))
            ],
            by=session.analyst,
        )
    )
    if also_elsewhere:
        mine = session.analyst_view(other).layer
        assert mine is not None
        about = Claim(id=new_id(), layer_id=mine.id, spans=(Span(0, 20),))
        shared = Evidence(
            id=new_id(),
            layer_id=mine.id,
            claim_id=about.id,
            source_id=source.id,
            stance="context",
        )
        edits = [Edit(None, about), Edit(None, shared)]
        session.do(change("claim", edits, by=session.analyst, article_id=other))
    page.unlink()  # what was given to be kept is the user's own
    return article.id, other


def test_no_word_of_it_is_in_any_file_afterwards(tmp_path, cache):
    work = tmp_path / "work"
    work.mkdir()
    path = work / "p.vaglio"
    session = open_session(path, analyst="anna", create=True)
    with session.store:
        gone, other = annotated(session, work)
        rotate(path)
        sha256 = session.article(gone).sha256
        Checkpoint(sha256, "machine it", dict).keep({"text": "Krzmelnik"})
        names = {"/home/anna/Zwxtitolo.html": [1, 2]}
        (work / f"p.vaglio{SEEN}").write_bytes(msgspec.json.encode(names))
        record = session.analyst_view(gone).entities[0]
        sql = "INSERT INTO quarantine (at, reason, record) VALUES ('', '', ?)"
        body = msgspec.json.encode(with_(record, note="Notabene")).decode()
        session.store.connection.execute(sql, (body,))
        assert {word for _, word in found_in(work, cache)} >= set(WORDS) - {
            "quoxfile",
            "Blorpmento",
        }
        before = [number for number, _ in session.store.changes()]
        done = delete(session, [gone], reason="court order", in_backups=True)
        assert (done.articles, done.sources, done.backups, done.missed) == (1, 1, 1, [])
        assert found_in(work, cache) == []  # while it is open
        assert check(session.store) == []
        numbers = [number for number, _ in session.store.changes()]
        assert numbers == [*before, before[-1] + 1]  # none is missing, and it says that it happened
        [row] = deleting.deleted(session.store)
        assert (row.article_id, row.by, row.reason) == (gone, "anna", "court order")
        assert [d.article.id for d in session.store.annotated_articles()] == [other]
    assert found_in(work, cache) == []
    with Store.open(listing(path)[0].path) as backup:
        assert [d.article.id for d in backup.annotated_articles()] == [other]
        assert check(backup) == []


def test_backups_are_left_alone_where_that_is_not_wanted(tmp_path, cache):
    path = tmp_path / "p.vaglio"
    session = open_session(path, analyst="anna", create=True)
    with session.store:
        gone, _ = annotated(session, tmp_path)
        kept = rotate(path)
        delete(session, [gone])
    assert {name for name, _ in found_in(tmp_path)} == {kept.name}


def test_backups_of_an_older_format_are_reached_and_damaged_ones_are_told_of(tmp_path, cache):
    path = tmp_path / "p.vaglio"
    session = open_session(path, analyst="anna", create=True)
    with session.store:
        gone, other = annotated(session, tmp_path)
        old = rotate(path)
        as_format(old, 3)
        torn = old.with_name("20200101T000000.000.vaglio")
        torn.write_bytes(old.read_bytes()[:5000])
        stamp = old.stat().st_mtime_ns
        done = delete(session, [gone], in_backups=True)
        assert (done.backups, done.missed) == (1, [torn.name])
        assert old.stat().st_mtime_ns == stamp
    torn.unlink()
    assert found_in(tmp_path) == []
    with Store.open(old) as backup:
        assert backup.notices == []
        assert [d.article.id for d in backup.annotated_articles()] == [other]
        assert check(backup) == []


def test_a_project_of_the_first_format_can_delete_too(tmp_path, cache):
    path = tmp_path / "p.vaglio"
    session = open_session(path, analyst="anna", create=True)
    with session.store:
        gone, _ = annotated(session, tmp_path)
    as_format(path, 3)
    assert main(["delete", str(path), gone, "--yes", "--backups", "--author", "anna"]) == 0
    assert main(["check", str(path)]) == 0
    assert found_in(tmp_path) == []  # also not in the backup that bringing it up to date made


def test_undo_and_redo_of_everything_else_go_on(tmp_path, cache):
    session = open_session(tmp_path / "p.vaglio", analyst="anna", create=True)
    with session.store:
        gone, other = annotated(session, tmp_path)
        session.undo()
        delete(session, [gone])
        session.redo()  # what was undone last, as far as it was about the other article
        assert sorted(e.label for e in session.analyst_view(other).entities) == ["MISC", "PER"]
        while session.store.undoable("anna") is not None:
            session.undo()
        assert session.analyst_view(other).mine is None or not session.analyst_view(other).entities
        assert session.store.article_count() == 1  # a deletion is never undone
        for _ in range(2):
            session.redo()
        assert sorted(e.label for e in session.analyst_view(other).entities) == ["MISC", "PER"]
        assert check(session.store) == []


def test_a_source_that_is_used_elsewhere_stays_with_its_file(tmp_path, cache):
    session = open_session(tmp_path / "p.vaglio", analyst="anna", create=True)
    with session.store:
        gone, other = annotated(session, tmp_path, also_elsewhere=True)
        assert outlook(session, [gone]).sources == []
        delete(session, [gone])
        [source] = session.store.sources()
        assert ArchivedSources(session).state(source) == "kept"
        assert [e.source_id for e in session.analyst_view(other).mine.evidence] == [source.id]
        assert check(session.store) == []


def test_sources_stay_where_that_is_wanted(tmp_path, cache):
    session = open_session(tmp_path / "p.vaglio", analyst="anna", create=True)
    with session.store:
        gone, _ = annotated(session, tmp_path)
        assert outlook(session, [gone]).sources == ["Brimsource"]
        delete(session, [gone], keep_sources=True)
        assert [s.title for s in session.store.sources()] == ["Brimsource"]
        assert check(session.store) == []


def test_what_other_records_hold_of_its_words_goes_too(tmp_path, cache):
    session = open_session(tmp_path / "p.vaglio", analyst="anna", create=True)
    with session.store:
        gone, other = annotated(session, tmp_path)
        sha256 = session.article(gone).sha256
        article = session.article(other)
        told = {FOLLOWS: gone, NOT_PLACED: ["Krzmelnik"], "page": 3}
        session.do(change("x", [Edit(article, with_(article, metadata=told))], by="anna"))
        article = session.article(other)
        session.do(change("about", [Edit(article, with_(article, title="Rome"))], by="anna"))
        weights = {"bias": 1.0, "by_name": {"PER words=krzmelnik": 1.0, "word=rossi": 2.0}}
        names = [{"words": "Wobblegrad", "label": "LOC"}, {"words": "Rome", "label": "LOC"}]
        body = {"claims": {"weights": weights, "least": 0.5}, "names": names}
        assigned = {"people": {sha256: ["anna"], session.article(other).sha256: ["bruno"]}}
        settings = [Setting(id="learnt:1", body=body), Setting(id="assignment", body=assigned)]
        session.do(change("learn", [Edit(None, each) for each in settings], by="anna"))
        delete(session, [gone])
        assert check(session.store) == []
        assert session.article(other).metadata == {"page": 3}
        assert session.article(other).title == "Rome"
        learned_model = session.store.setting("learnt:1").body
        assert learned_model["claims"]["weights"]["by_name"] == {"word=rossi": 2.0}
        assert [each["words"] for each in learned_model["names"]] == ["Rome"]
        assert list(session.store.setting("assignment").body["people"].values()) == [["bruno"]]
    assert found_in(tmp_path) == []


def test_vectors_of_its_claims_are_forgotten_and_no_others(tmp_path, cache):
    session = open_session(tmp_path / "p.vaglio", analyst="anna", create=True)
    with session.store:
        gone, other = annotated(session, tmp_path)
        analyst_view = session.analyst_view(other)
        claim = Claim(id=new_id(), layer_id=analyst_view.layer.id, spans=(Span(0, 20),))
        session.do(change("claim", [Edit(None, claim)], by="anna", article_id=other))
        path = embedding_index.folder() / f"{session.store.project_id}-model.f16"
        path.parent.mkdir(parents=True)
        kept = embedding_index.key_of(OTHER[:20]) + bytes(768)
        path.write_bytes(embedding_index.key_of("Xstandalon Plumquist") + bytes(768) + kept)
        delete(session, [gone])
        assert path.read_bytes() == kept


# -- nobody else can -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM change",
        "UPDATE change SET edits = '[]'",
        "UPDATE article_text SET text = 'x'",
        "UPDATE received SET change = '{}'",
        "DELETE FROM deletion",
        "UPDATE deletion SET reason = 'x'",
    ],
)
def test_log_and_deletions_are_guarded_as_before(tmp_path, cache, sql):
    session = open_session(tmp_path / "p.vaglio", analyst="anna", create=True)
    with session.store as store:
        gone, _ = annotated(session, tmp_path)
        delete(session, [gone])
        row = ("r", "bruno", "2026", "h", "{}")
        store.connection.execute("INSERT INTO received VALUES (?, ?, ?, ?, ?)", row)
        with pytest.raises(sqlite3.IntegrityError):
            store.connection.execute(sql)


def test_a_cut_change_that_is_altered_later_is_found(tmp_path, cache):
    session = open_session(tmp_path / "p.vaglio", analyst="anna", create=True)
    with session.store as store:
        gone, _ = annotated(session, tmp_path)
        delete(session, [gone])
        store.connection.execute("DROP TRIGGER change_stays")
        store.connection.execute("UPDATE change SET author = 'x' WHERE verb = 'both'")
        assert "change_hash" in {finding.code for finding in check(store)}


def test_a_project_that_somebody_sent_cannot_have_backups_or_kept_files_removed(tmp_path, cache):
    """Saved over one's own, it could name what is there in its row of what is still to be done."""
    path = tmp_path / "p.vaglio"
    session = open_session(path, analyst="anna", create=True)
    with session.store:
        gone, _ = annotated(session, tmp_path)
        kept = rotate(path)
        [sha256] = [source.sha256 for source in session.store.sources()]
        deletion = (new_id(), gone, session.article(gone).sha256, "eve", "2026", "", "[]", "", "")
        work = {"deletions": [deletion[0]], "files": [sha256], "texts": []}
        sql = "INSERT INTO deletion VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        session.store.connection.execute(sql, deletion)
        sql = "INSERT INTO sweep (work) VALUES (?)"
        session.store.connection.execute(sql, (json.dumps(work),))
        session.store.connection.execute("DELETE FROM evidence")
        session.store.connection.execute("DELETE FROM source")
        finish(session)
        assert not is_pending(session)
    assert (tmp_path / "p.vaglio-files" / f"{sha256}.html").exists()
    with Store.open(kept) as backup:
        assert backup.article_count() == 2


# -- interrupted -----------------------------------------------------------------------------

KILLED = """
import os, sys
from pathlib import Path
from annotator.services import deletion
from annotator.services.session import open_session
from annotator.store.changes import change_log
from annotator.store.deletion import erase
from annotator.store.maintenance import sweep
number = [0]
def dying(plain):
    def die(*args, **named):
        number[0] += 1
        if number[0] == int(sys.argv[3]):
            os.kill(os.getpid(), 9)
        return plain(*args, **named)
    return die
change_log.cut = dying(change_log.cut)
for name in ("_unindex", "_received", "_rows", "_others"):
    setattr(erase._Erasing, name, dying(getattr(erase._Erasing, name)))
for name in ("_rewrite", "_settle", "_empty_log", "_drop_files", "_sweep_backups"):
    setattr(sweep, name, dying(getattr(sweep, name)))
deletion._forget = dying(deletion._forget)
session = open_session(Path(sys.argv[1]), analyst="anna")
deletion.delete(session, [sys.argv[2]], in_backups=True)
print(number[0])
"""


def test_killed_at_any_point_it_is_wholly_there_or_wholly_gone(tmp_path, cache):
    first = tmp_path / "first"
    first.mkdir()
    session = open_session(first / "p.vaglio", analyst="anna", create=True)
    with session.store:
        gone, _ = annotated(session, first)
        rotate(first / "p.vaglio")
    seen = set()
    for at in range(1, 100):
        place = tmp_path / f"at{at}"
        subprocess.run(["cp", "-r", str(first), str(place)], check=True)
        path = place / "p.vaglio"
        words = [sys.executable, "-c", KILLED, str(path), gone, str(at)]
        ended = subprocess.run(words, check=False, capture_output=True).returncode
        with open_session(path, analyst="anna").store as store:
            session = Session(store, "anna")
            is_there = store.article_count() == 2
            seen.add((is_there, is_pending(session)))
            if is_there:
                assert not is_pending(session)
                delete(session, [gone], in_backups=True)
            else:
                finish(session)
            assert check(store) == []
        assert found_in(place) == []
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
    assert seen >= {(True, False), (False, True), (False, False)}


def test_cancelling_before_it_is_done_leaves_everything(tmp_path, cache):
    session = open_session(tmp_path / "p.vaglio", analyst="anna", create=True)
    with session.store:
        gone, _ = annotated(session, tmp_path)
        before = [made for _, made in session.store.changes()]

        def cancel(share: float, _what: str) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            delete(session, [gone], on_progress=cancel)
        assert session.store.article_count() == 2
        assert [made for _, made in session.store.changes()] == before
        assert check(session.store) == []


def test_where_the_file_cannot_be_written_anew_it_is_gone_and_the_rest_waits(
    tmp_path, cache, capsys
):
    path = tmp_path / "p.vaglio"
    session = open_session(path, analyst="anna", create=True)
    with session.store:
        gone, _ = annotated(session, tmp_path)
        session.import_text("word " * 400_000)
    full = (
        "import sys; from annotator.store.maintenance import sweep as sweeping; from annotator.cli import main\n"
        "plain = sweeping._rewrite\n"
        "def tight(*given):\n"
        "    import resource\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"  # as on a full disk
        "    plain(*given)\n"
        "sweeping._rewrite = tight\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    words = [sys.executable, "-c", full, "delete", str(path), gone, "--yes", "--author", "anna"]
    ended = subprocess.run(words, check=False, capture_output=True, text=True)
    assert ended.returncode == 1, ended.stderr
    assert "cannot be read or written" in ended.stderr
    assert "Traces of them are in the file" in ended.stderr
    with Store.open(path, readonly=True) as store:
        assert store.article_count() == 2
        assert [finding.code for finding in check(store)] == ["unswept"]
    assert main(["check", str(path)]) == 0
    assert "everything is in order" in capsys.readouterr().err
    assert found_in(tmp_path) == []


def test_a_reader_that_goes_on_reading_does_not_keep_it_from_being_deleted(
    tmp_path, cache, monkeypatch
):
    monkeypatch.setattr(sweep, "_PATIENCE_S", 0.2)
    path = tmp_path / "p.vaglio"
    session = open_session(path, analyst="anna", create=True)
    with session.store:
        gone, _ = annotated(session, tmp_path)
        reader = connect(path, mode="ro", patience_ms=1)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM article").fetchone()
        session.store.connection.execute("PRAGMA busy_timeout = 100")
        with pytest.raises(UserError):
            delete(session, [gone])
        assert session.store.article_count() == 1
        assert is_pending(session)
        reader.close()
        finish(session)
        assert not is_pending(session)
        assert check(session.store) == []
    assert found_in(tmp_path) == []


# -- coming back ------------------------------------------------------------------------------


def test_the_same_text_does_not_come_back_by_itself(tmp_path, cache, capsys):
    path, file = tmp_path / "p.vaglio", tmp_path / "again.txt"
    file.write_text(OTHER, encoding="utf-8")
    session = open_session(path, analyst="anna", create=True)
    with session.store:
        gone = session.import_text(OTHER)
        delete(session, [gone], reason="asked by Rossi")
        with pytest.raises(UserError, match="anna deleted this article for good"):
            session.import_text(OTHER)
    assert main(["import", str(path), str(file), "--author", "bruno"]) == 1
    assert "was deleted for good by anna" in capsys.readouterr().err
    assert main(["import", str(path), str(file), "--preview", "--json"]) == 0
    [shown] = json.loads(capsys.readouterr().out)["articles"]
    assert shown["deleted"]["reason"] == "asked by Rossi"
    assert main(["import", str(path), str(file), "--bring-back", "--author", "bruno"]) == 0
    with open_session(path, analyst="anna").store as store:
        assert store.article_count() == 1
        [row] = deleting.deleted(store)
        assert row.overruled_by == "bruno"
        assert check(store) == []


# -- the command line -----------------------------------------------------------------------


def test_the_command_asks_first_and_says_what_it_does_not_reach(tmp_path, cache, capsys):
    path = tmp_path / "p.vaglio"
    with open_session(path, analyst="anna", create=True).store as store:
        gone, _ = annotated(Session(store, "anna"), tmp_path)
    assert main(["delete", str(path), gone]) == 1
    said = capsys.readouterr()
    assert "Nothing was deleted" in said.err
    assert "of anna" in said.out
    assert main(["delete", str(path), gone, "--preview", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["titles"], found["sources"], found["verdicts"]) == ([TITLE], ["Brimsource"], 1)
    words = ["delete", str(path), gone, "--yes", "--json", "--author", "anna"]
    assert main([*words, "--reason", "court order"]) == 0
    assert json.loads(capsys.readouterr().out)["is_swept"] is True
    assert main(["delete", str(path)]) == 0
    listed = capsys.readouterr().out
    assert "anna" in listed
    assert "court order" in listed
    assert main(["check", str(path)]) == 0


# -- colleagues -----------------------------------------------------------------------------


@pytest.fixture
def two(tmp_path, cache):
    """Anna and Bruno have the same article; he has sent her what he made of it."""
    for name in ("anna", "bruno"):
        (tmp_path / name).mkdir()
    anna = open_session(tmp_path / "anna" / "a.vaglio", analyst="anna", create=True)
    bruno = open_session(tmp_path / "bruno" / "b.vaglio", analyst="bruno", create=True)
    gone, _ = annotated(anna, tmp_path / "anna")
    send(anna, bruno)
    there = bruno.store.article_by_sha256(anna.article(gone).sha256).id
    bruno.do(annotation_edits.mark(bruno.analyst_view(there), [Span(11, 14)], "LOC"))
    send(bruno, anna)
    yield anna, bruno, gone, there
    anna.store.close()
    bruno.store.close()


def send(one: Session, other: Session, **wanted):
    path = one.store.path.parent / "sent.vaglio-bundle"
    Collaboration(one).send(path)
    receipt = Collaboration(other).receive([path], **wanted)
    path.unlink()
    assert receipt.refused == [], str(receipt.refused)
    finish(other)
    return receipt.files[0]


def test_a_deletion_travels_and_does_the_same_at_a_colleagues(two, tmp_path):
    anna, bruno, gone, _ = two
    delete(anna, [gone], reason="court order")
    merged = send(anna, bruno)
    assert [(each.by, each.reason, each.unseen) for each in merged.deleted] == [
        ("anna", "court order", [])
    ]
    assert bruno.store.article_count() == 1
    assert check(bruno.store) == []
    again = send(anna, bruno)
    assert not again.is_new
    assert found_in(tmp_path / "anna", tmp_path / "bruno") == []
    assert not send(bruno, anna).is_new
    assert check(anna.store) == []


def test_work_that_she_cannot_have_known_waits_for_a_decision(two):
    anna, bruno, gone, there = two
    bruno.do(annotation_edits.mark(bruno.analyst_view(there), [Span(20, 25)], "ORG"))
    delete(anna, [gone])
    merged = send(anna, bruno)
    assert [(each.title, each.unseen) for each in merged.undecided] == [(TITLE, ["bruno"])]
    assert bruno.store.article_count() == 2
    assert check(bruno.store) == []
    assert send(anna, bruno, on_deleted="delete").deleted[0].title == TITLE
    assert bruno.store.article_count() == 1
    assert check(bruno.store) == []
    with Store.open(bruno.store.path) as again:  # its last change is what was written
        assert again.article_count() == 1


def test_who_keeps_it_keeps_it_and_it_does_not_come_back_to_who_deleted_it(two):
    anna, bruno, gone, _ = two
    delete(anna, [gone])
    assert send(anna, bruno, on_deleted="keep").overruled[0].title == TITLE
    assert send(anna, bruno).is_new is False
    assert bruno.store.article_count() == 2
    merged = send(bruno, anna)
    assert [(each.title, each.by) for each in merged.left_out] == [(TITLE, "anna")]
    assert anna.store.article_count() == 1
    assert check(anna.store) == check(bruno.store) == []
    assert found_in(anna.store.path.parent) == []


def test_an_old_bundle_does_not_bring_it_back(two, tmp_path):
    anna, bruno, gone, _ = two
    old = tmp_path / "old.vaglio-bundle"
    Collaboration(bruno).send(old)
    delete(anna, [gone])
    [came] = Collaboration(anna).receive([old]).files
    assert [each.title for each in came.left_out] == [TITLE]
    old.unlink()
    assert anna.store.article_count() == 1
    assert found_in(anna.store.path.parent) == []
    assert check(anna.store) == []


def test_a_newcomer_gets_neither_the_article_nor_its_words(two, tmp_path):
    anna, bruno, gone, _ = two
    delete(anna, [gone])
    (tmp_path / "carla").mkdir()
    carla = open_session(tmp_path / "carla" / "c.vaglio", analyst="carla", create=True)
    with carla.store:
        send(anna, carla)  # with a change that reached into both articles
        assert check(carla.store) == []
        merged = send(bruno, carla)
        assert [each.title for each in merged.left_out] == [TITLE]
        assert carla.store.article_count() == 1
        assert check(carla.store) == []
        send(carla, anna)
    assert found_in(tmp_path / "carla") == []


def test_a_colleagues_words_that_were_sent_go_too(two, tmp_path):
    """What is in `received` and in versions that nobody decided about."""
    anna, bruno, gone, there = two
    session = Session(bruno.store, "anna")  # she goes on at his desk: two versions of one layer
    analyst_view = session.analyst_view(there)
    session.do(annotation_edits.mark(analyst_view, [Span(0, 9)], "ORG"))
    entity = session.analyst_view(there).entities[0]
    note = with_(entity, note="Blorpmento")
    session.do(change("amend", [Edit(entity, note)], by="anna", article_id=there))
    anna.do(annotation_edits.mark(anna.analyst_view(gone), [Span(16, 20)], "LOC"))
    send(bruno, anna)
    assert Collaboration(anna).unsettled() != []
    assert any(word == "Blorpmento" for _, word in found_in(tmp_path / "anna"))
    delete(anna, [gone])
    assert Collaboration(anna).unsettled() == []
    assert found_in(tmp_path / "anna") == []
    assert check(anna.store) == []
