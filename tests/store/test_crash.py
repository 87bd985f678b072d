"""A few deaths of a writer; ``python -m benchmarks.crash`` has hundreds."""

from __future__ import annotations

import shutil

import pytest

from benchmarks import crash


def test_killing_a_writer_loses_no_acknowledged_edit(tmp_path):
    said = crash.kills(3, tmp_path)
    assert said["wrong"] == 0
    assert said["acknowledged"] >= 3


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_power_cut_loses_no_acknowledged_edit(tmp_path):
    said = crash.cuts(25, tmp_path, edits=40)
    assert said["wrong"] == 0
    assert said["events"] > 100


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_the_simulated_cut_notices_a_store_that_does_not_sync(tmp_path):
    assert crash.cuts(10, tmp_path, edits=40, synced=False)["wrong"] > 0
