"""Work that goes from one project to another, by file; and who labels which article."""

from __future__ import annotations

import os
import sys

import msgspec
import pytest

from annotator.core.editing import annotation_edits
from annotator.core.errors import ExportFault, UserError
from annotator.core.exchange.work_package import PackagedLayer
from annotator.formats import bundle
from annotator.services.collaboration import Collaboration
from annotator.services.review import NotYetSubmitted, Reviews
from annotator.services.session import Session
from annotator.store import ArticleFilter, Store, check
from tests import notation
from tests.exported import export

ANNA = "[Mario Rossi|PER] met the [ANSA|ORG] in [Rome|LOC] on Monday."
BRUNO = "Mario [Rossi|PER] met the [ANSA|LOC] in [Rome|LOC] on [Monday|DATE]."
OTHER = "[Carla Verdi|PER] left [Milan|LOC]."


@pytest.fixture
def stores(tmp_path):
    """Makes an empty project in a file."""
    made = []

    def make(name: str) -> Store:
        made.append(Store.create(tmp_path / f"{name}.vaglio"))
        return made[-1]

    yield make
    for store in made:
        store.close()


def annotate(store: Store, name: str, marked: str, *, submit: bool = True) -> str:
    session = Session(store, name)
    text, found = notation.parse(marked)
    id_ = session.import_text(text)
    for span, label in found:
        session.do(annotation_edits.mark(session.analyst_view(id_), [span], label))
    if submit:
        session.do(annotation_edits.set_status(session.analyst_view(id_), "submitted"))
    return id_


def exchange(store: Store, name: str) -> Collaboration:
    return Collaboration(Session(store, name))


def shown(store: Store, name: str) -> list[str]:
    """Every article with what *name* marked in it."""
    return sorted(
        notation.show(d.article.text, [(e.span, e.label) for e in c.entities])
        for d in store.annotated_articles()
        for c in d.layers
        if c.layer.author == name
    )


@pytest.fixture
def anna(stores):
    store = stores("anna")
    annotate(store, "anna", ANNA)
    annotate(store, "anna", OTHER, submit=False)
    return store


@pytest.fixture
def bruno(stores):
    store = stores("bruno")
    annotate(store, "bruno", BRUNO)
    return store


def by_bundle(store, tmp_path):
    exchange(store, "anna").send(tmp_path / "x.vaglio-bundle")
    return tmp_path / "x.vaglio-bundle"


def by_jsonl(store, tmp_path):
    export(Session(store, "anna"), tmp_path / "x.jsonl", format="jsonl", layers="all")
    return tmp_path / "x.jsonl"


def by_project(store, _tmp_path):
    return store.path


each_way = pytest.mark.parametrize("written", [by_bundle, by_jsonl, by_project])


@each_way
def test_a_colleagues_work_arrives_whole_and_twice_is_once(anna, bruno, tmp_path, written):
    file = written(anna, tmp_path)
    first = exchange(bruno, "bruno").receive([file])
    assert first.refused == []
    [came] = first.files
    assert (came.articles_new, came.articles_known) == (1, 1)
    assert came.layers["anna"].new == 2
    assert shown(bruno, "anna") == shown(anna, "anna") == sorted([ANNA, OTHER])
    assert shown(bruno, "bruno") == [BRUNO]
    [again] = exchange(bruno, "bruno").receive([file]).files
    assert not again.is_new
    assert check(bruno) == []


def test_the_same_work_by_bundle_project_and_jsonl_is_the_same(anna, bruno, tmp_path):
    files = [by_jsonl(anna, tmp_path), by_bundle(anna, tmp_path), anna.path]
    receipt = exchange(bruno, "bruno").receive(files)
    news = [each.is_new for each in receipt.files]
    assert news == [True, True, False]  # the bundle says also how the layers came about
    assert exchange(bruno, "bruno").unsettled() == []
    assert shown(bruno, "anna") == sorted([ANNA, OTHER])


def test_a_dry_run_says_the_same_and_writes_nothing(anna, bruno, tmp_path):
    file = by_bundle(anna, tmp_path)
    tried = exchange(bruno, "bruno").receive([file, file], dry_run=True)
    assert bruno.article_count() == 1
    assert shown(bruno, "anna") == []
    done = exchange(bruno, "bruno").receive([file, file])
    assert tried.files == done.files
    assert [each.is_new for each in done.files] == [True, False]


def test_a_file_that_is_refused_leaves_the_others_be(anna, bruno, tmp_path):
    good = by_bundle(anna, tmp_path)
    bad = tmp_path / "bad.vaglio-bundle"
    bad.write_bytes(good.read_bytes()[:-40])
    lines = by_jsonl(anna, tmp_path)
    lines.write_text(lines.read_text().replace('"text":"ANSA"', '"text":"ANSO"'))
    plain = tmp_path / "plain.txt"
    plain.write_text("An article.")
    receipt = exchange(bruno, "bruno").receive([bad, lines, plain, bruno.path, good])
    assert [each.file for each in receipt.files] == [good.name]
    said = [str(each) for each in receipt.refused]
    assert "damaged" in said[0]
    assert "line 1" in said[1]
    assert "neither a bundle" in said[2]
    assert "the project itself" in said[3]
    assert shown(bruno, "anna") == sorted([ANNA, OTHER])


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with a name")
def test_a_pipe_is_not_waited_for(bruno, tmp_path):
    pipe = tmp_path / "sent.vgb"
    os.mkfifo(pipe)
    [refused] = exchange(bruno, "bruno").receive([pipe]).refused
    assert "not a file" in str(refused)


def test_labels_that_the_scheme_lacks_are_told_of_and_kept(anna, bruno, tmp_path):
    annotate(anna, "anna", "[Alpha|SHIP] sank.")
    [came] = exchange(bruno, "bruno").receive([by_bundle(anna, tmp_path)]).files
    assert came.unknown_labels == ["SHIP"]
    assert "[Alpha|SHIP] sank." in shown(bruno, "anna")


def test_a_bundle_of_other_articles_is_told_of(stores, bruno, tmp_path):
    strange = stores("strange")
    annotate(strange, "zoe", "[Zoe|PER] sang.")
    [came] = exchange(bruno, "bruno").receive([by_bundle(strange, tmp_path)]).files
    assert came.is_unrelated


def test_one_can_send_only_some_layers_of_some_articles(anna, bruno, tmp_path):
    exchange(anna, "anna").receive([by_bundle(bruno, tmp_path)])
    article = anna.queue(ArticleFilter(analyst="anna"))[0]
    file = tmp_path / "mine.vaglio-bundle"
    sent = exchange(anna, "anna").send(file, authors=["anna"], article_ids=[article])
    assert (sent.articles, sent.layers) == (1, {"anna": 1})


@pytest.mark.parametrize("end", ["99", str(2**70)])
def test_spans_past_the_text_are_refused_and_nothing_is_half_in(anna, bruno, tmp_path, end):
    file = by_bundle(anna, tmp_path)
    sent = bundle.read(file)
    spoilt = msgspec.json.encode(sent.versions[-1]).replace(b"[0,11]", b"[0,%s]" % end.encode())
    version = msgspec.json.decode(spoilt, type=PackagedLayer)
    bundle.write(msgspec.structs.replace(sent, versions=(*sent.versions[:-1], version)), file)
    receipt = exchange(bruno, "bruno").receive([file])
    assert "past the end" in str(receipt.refused[0])
    assert bruno.article_count() == 1
    assert shown(bruno, "anna") == []
    assert check(bruno) == []


def test_a_bundle_that_cannot_be_written_says_so(anna, tmp_path):
    with pytest.raises(ExportFault):
        exchange(anna, "anna").send(anna.path / "x.vaglio-bundle")


def test_a_project_that_was_tampered_with_is_not_read(anna, bruno):
    anna.connection.execute("UPDATE entity SET label = 'EVIL'")
    path = anna.path
    anna.close()
    receipt = exchange(bruno, "bruno").receive([path])
    assert "damaged" in str(receipt.refused[0])
    assert shown(bruno, "anna") == []


def test_a_project_with_a_trigger_of_its_own_is_not_read(anna, bruno):
    anna.connection.execute(
        "CREATE TRIGGER evil AFTER INSERT ON layer BEGIN DELETE FROM entity; END"
    )
    path = anna.path
    anna.close()
    receipt = exchange(bruno, "bruno").receive([path])
    assert "did not put there" in str(receipt.refused[0])
    assert shown(bruno, "bruno") == [BRUNO]


def test_work_on_two_machines_is_kept_twice_until_somebody_decides(anna, stores, tmp_path):
    laptop = stores("laptop")
    exchange(laptop, "anna").receive([by_bundle(anna, tmp_path)])
    annotate(anna, "anna", "Carla Verdi [left|X] Milan.", submit=False)
    annotate(laptop, "anna", "[Carla|Y] Verdi left Milan.", submit=False)
    receipt = exchange(anna, "anna").receive([laptop.path])
    assert [author for _, author in receipt.files[0].rivals] == ["anna"]
    [(article, author)] = exchange(anna, "anna").unsettled()
    both = exchange(anna, "anna").versions(article, author)
    assert len(both) == 2
    assert [version.which for version in both] == ["shown", "rival"]
    exchange(anna, "anna").settle(article, author, both[1].contents)
    assert exchange(anna, "anna").unsettled() == []
    exchange(laptop, "anna").receive([by_bundle(anna, tmp_path)])
    assert exchange(laptop, "anna").unsettled() == []
    assert shown(anna, "anna") == shown(laptop, "anna")
    assert check(anna) == check(laptop) == []


def test_all_that_waits_can_be_decided_for_the_newest(anna, stores, tmp_path):
    laptop = stores("laptop")
    exchange(laptop, "anna").receive([by_bundle(anna, tmp_path)])
    annotate(anna, "anna", "Carla Verdi [left|X] Milan.", submit=False)
    annotate(laptop, "anna", "[Carla|Y] Verdi left Milan.", submit=False)
    exchange(anna, "anna").receive([laptop.path])
    assert exchange(anna, "anna").take_newest("bruno") == 0
    assert exchange(anna, "anna").take_newest("anna") == 1
    assert exchange(anna, "anna").unsettled() == []
    assert shown(anna, "anna") == shown(laptop, "anna"), "the laptop's is the newer one"


def test_a_decision_for_what_is_shown_already_is_one_too(anna, stores, tmp_path):
    laptop = stores("laptop")
    exchange(laptop, "anna").receive([by_bundle(anna, tmp_path)])
    annotate(anna, "anna", "Carla Verdi [left|X] Milan.", submit=False)
    annotate(laptop, "anna", "[Carla|Y] Verdi left Milan.", submit=False)
    exchange(anna, "anna").receive([laptop.path])
    [(article, author)] = exchange(anna, "anna").unsettled()
    exchange(anna, "anna").settle(
        article, author, exchange(anna, "anna").versions(article, author)[0].contents
    )
    exchange(laptop, "anna").receive([by_bundle(anna, tmp_path)])
    assert exchange(laptop, "anna").unsettled() == []
    assert shown(anna, "anna") == shown(laptop, "anna")


def test_each_version_says_when_it_was_worked_on_and_what_differs(anna, stores, tmp_path):
    laptop = stores("laptop")
    exchange(laptop, "anna").receive([by_bundle(anna, tmp_path)])
    annotate(anna, "anna", "Carla Verdi [left|X] Milan.", submit=False)
    annotate(laptop, "anna", "[Carla|Y] Verdi left Milan.", submit=False)
    receiver = exchange(anna, "anna")
    receiver.receive([laptop.path])
    [(article, author)] = receiver.unsettled()
    versions = receiver.versions(article, author)
    newest = max(c.at for s in (anna, laptop) for _, c in s.changes() if c.verb == "mark")
    assert max(version.at for version in versions) == newest
    differences = receiver.differences(article, versions).differences
    assert {d.present[0].label for d in differences if not d.is_agreed} == {"X", "Y"}
    assert receiver.decided() == []
    receiver.settle(article, author, versions[1].contents)
    again = receiver.versions(article, author)
    assert [(v.id, v.which) for v in again] == [
        (versions[1].id, "shown"),
        (versions[0].id, "kept"),
    ]
    assert receiver.decided() == [(article, "anna")]


def test_decisions_go_back_to_those_whose_work_it_was(anna, bruno, stores, tmp_path):
    lead = stores("lead")
    exchange(lead, "carla").receive([anna.path, bruno.path])
    reviews = Reviews(Session(lead, "carla"))
    reviews.accept_unanimous(sample=False)
    exchange(lead, "carla").send(tmp_path / "back.vaglio-bundle")
    exchange(bruno, "bruno").receive([tmp_path / "back.vaglio-bundle"])
    [ruling] = next(
        c.rulings for d in bruno.annotated_articles() for c in d.layers if c.layer.role == "gold"
    )
    assert (ruling.by, ruling.agreed) == ("carla", ("anna", "bruno"))
    assert check(bruno) == []


def test_what_was_imported_from_others_text_can_be_placed_in_ones_own(anna):
    old = annotate(anna, "anna", OTHER, submit=False)
    new = Session(anna, "anna").import_text("Late in May Carla Verdi left Turin.")
    tried = exchange(anna, "anna").reanchor(old, new, dry_run=True)
    assert tried.lost == ("Milan",)
    assert anna.layer(new, "anna") is None
    exchange(anna, "anna").reanchor(old, new)
    assert "Late in May [Carla Verdi|PER] left Turin." in shown(anna, "anna")
    with pytest.raises(UserError, match="have not"):
        exchange(anna, "anna").reanchor(old, new)


# -- who labels what -----------------------------------------------------------------------


@pytest.fixture
def lead(stores):
    store = stores("lead")
    for number in range(10):
        Session(store, "carla").import_text(f"Rossi met Verdi {number} times.")
    return store


def test_shares_travel_with_the_bundle_and_filter_the_queue(lead, bruno, tmp_path):
    exchange(lead, "carla").assign(["anna", "bruno"], overlap=0.2)
    assert [(s.name, s.articles, s.shared) for s in exchange(lead, "carla").shares()] == [
        ("anna", 6, 2),
        ("bruno", 6, 2),
    ]
    exchange(lead, "carla").send(tmp_path / "work.vaglio-bundle")
    [came] = exchange(bruno, "bruno").receive([tmp_path / "work.vaglio-bundle"]).files
    assert came.assignment
    mine = bruno.queue(ArticleFilter(analyst="bruno", assigned=True))
    assert len(mine) == 6
    assert len(bruno.queue(ArticleFilter(analyst="bruno"))) == 11


def test_what_somebody_has_stays_with_them_unless_all_is_shared_out_anew(lead):
    exchange(lead, "carla").assign(["anna"], overlap=0)
    Session(lead, "carla").import_text("One more.")
    exchange(lead, "carla").assign(["bruno"], overlap=0)
    assert {s.name: s.articles for s in exchange(lead, "carla").shares()} == {
        "anna": 10,
        "bruno": 1,
    }
    exchange(lead, "carla").assign(["bruno"], overlap=0, anew=True)
    assert {s.name: s.articles for s in exchange(lead, "carla").shares()} == {"bruno": 11}
    Session(lead, "carla").undo()
    assert {s.name: s.articles for s in exchange(lead, "carla").shares()} == {
        "anna": 10,
        "bruno": 1,
    }


def test_how_far_each_is_can_be_seen(lead):
    exchange(lead, "carla").assign(["anna"], overlap=0)
    annotate(lead, "anna", "[Rossi|PER] met Verdi 1 times.")
    annotate(lead, "anna", "[Rossi|PER] met Verdi 2 times.", submit=False)
    [share] = exchange(lead, "carla").shares()
    assert (share.articles, share.begun, share.submitted) == (10, 2, 1)


def test_what_somebody_leaves_is_given_to_others_but_not_what_is_submitted(lead):
    exchange(lead, "carla").assign(["anna"], overlap=0)
    annotate(lead, "anna", "[Rossi|PER] met Verdi 1 times.")
    annotate(lead, "anna", "[Rossi|PER] met Verdi 2 times.", submit=False)
    exchange(lead, "carla").hand_over("anna", ["bruno", "dora"], untouched=True)
    assert {s.name: s.articles for s in exchange(lead, "carla").shares()} == {
        "anna": 2,
        "bruno": 4,
        "dora": 4,
    }
    exchange(lead, "carla").hand_over("anna", ["bruno"])
    assert {s.name: s.articles for s in exchange(lead, "carla").shares()} == {
        "anna": 1,
        "bruno": 5,
        "dora": 4,
    }
    with pytest.raises(UserError, match="no articles to give away"):
        exchange(lead, "carla").hand_over("anna", ["bruno"])
    with pytest.raises(UserError, match="one person or more"):
        exchange(lead, "carla").hand_over("anna", ["anna"])
    Session(lead, "carla").undo()
    assert {s.name: s.articles for s in exchange(lead, "carla").shares()}["anna"] == 2


def test_a_bundle_with_shares_can_be_merged_again_with_nothing_new(lead, bruno, tmp_path):
    exchange(lead, "carla").assign(["anna", "bruno"], overlap=0.2)
    exchange(lead, "carla").send(tmp_path / "work.vaglio-bundle")
    exchange(bruno, "bruno").receive([tmp_path / "work.vaglio-bundle"])
    changes = len(bruno.changes())
    [again] = exchange(bruno, "bruno").receive([tmp_path / "work.vaglio-bundle"]).files
    assert not again.assignment
    assert len(bruno.changes()) == changes


def test_nobody_to_share_out_to_is_told(lead):
    with pytest.raises(UserError, match="one person or more"):
        exchange(lead, "carla").assign([])


def test_who_was_given_an_article_sees_colleagues_work_on_it_only_after_the_own(anna):
    annotate(anna, "anna", ANNA)
    exchange(anna, "carla").assign(["bruno"], overlap=0)
    article = anna.queue(ArticleFilter(analyst="bruno", assigned=True))[0]
    reviews = Reviews(Session(anna, "bruno"))
    with pytest.raises(NotYetSubmitted):
        reviews.review(article)
    assert reviews.progress() == {}
    annotate(anna, "bruno", BRUNO)
    assert reviews.review(article).authors == ("anna", "bruno")
    assert Reviews(Session(anna, "carla")).review(article).authors == ("anna", "bruno")
