"""Nobody takes the file from under a window: SQLite's locks stay, and a loss is noticed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from annotator.core.editing import annotation_edits
from annotator.services.session import Session, open_session
from annotator.store import Store
from annotator.store.database.errors import DisplacedProject
from tests.core.paper import mine, span

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc/locks")


def locks(path: Path) -> int:
    """How many locks there are on the project and on what lies beside it."""
    files = [path, path.with_name(path.name + "-shm")]
    inodes = {f":{file.stat().st_ino} " for file in files if file.exists()}
    lines = Path("/proc/locks").read_text().splitlines()
    return sum(any(inode in line for inode in inodes) for line in lines)


def test_opening_it_again_in_the_same_process_drops_no_lock(tmp_path):
    path = tmp_path / "p.vaglio"
    with Store.create(path) as one:
        one.article_count()
        held = locks(path)
        assert held > 0
        with Store.open(path) as two:
            two.article_count()
        assert locks(path) == held


def test_another_process_that_comes_and_goes_takes_nothing_away(tmp_path):
    path = tmp_path / "p.vaglio"
    with open_session(path, analyst="anna", create=True).store as store:
        session = Session(store, "anna")
        id_ = session.import_text("Rome grows.")
        assert not store.is_cut_off()
        subprocess.run([sys.executable, "-m", "annotator", "list", str(path)], check=True)
        analyst_view = session.analyst_view(id_)
        session.do(annotation_edits.mark(analyst_view, [span(analyst_view, "Rome")], "LOC"))
        assert not store.is_cut_off()


def test_a_log_that_was_taken_away_is_noticed_and_all_is_rescued(tmp_path):
    path = tmp_path / "p.vaglio"
    with open_session(path, analyst="anna", create=True).store as store:
        session = Session(store, "anna")
        id_ = session.import_text("Rome grows, Milan too.")
        analyst_view = session.analyst_view(id_)
        session.do(annotation_edits.mark(analyst_view, [span(analyst_view, "Rome")], "LOC"))
        assert not store.is_cut_off()
        path.with_name("p.vaglio-wal").unlink()
        assert store.is_cut_off()
        analyst_view = session.analyst_view(id_)
        with pytest.raises(DisplacedProject):
            session.do(annotation_edits.mark(analyst_view, [span(analyst_view, "Milan")], "LOC"))
        rescued = store.rescue()
    with open_session(rescued, analyst="anna").store as store:
        assert mine(Session(store, "anna").analyst_view(id_)) == "[Rome|LOC] grows, Milan too."
