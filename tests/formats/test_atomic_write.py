"""What an export leaves behind, and what it takes away."""

from __future__ import annotations

import os

import pytest

from annotator.formats.atomic_write import written


def test_what_a_killed_export_has_left_is_taken_away_after_a_day(tmp_path):
    old, fresh = tmp_path / ".vaglio-0123456789ab.part", tmp_path / ".vaglio-ba9876543210.part"
    for each in (old, fresh):
        each.write_bytes(b"half")
    os.utime(old, (0, 0))
    with written(tmp_path / "out.jsonl") as out:
        out.write(b"{}")
    assert sorted(each.name for each in tmp_path.iterdir()) == [fresh.name, "out.jsonl"]


def test_an_export_that_fails_leaves_nothing(tmp_path):
    def fail() -> None:
        with written(tmp_path / "out.jsonl") as out:
            out.write(b"{}")
            raise KeyError("stopped")

    with pytest.raises(KeyError):
        fail()
    assert list(tmp_path.iterdir()) == []
