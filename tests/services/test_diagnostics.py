"""What `vaglio doctor` says of traces outside of projects."""

from __future__ import annotations

import sys

import pytest

from annotator.services.diagnostics import _traces


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files as POSIX has them")
def test_traces_are_listed_and_those_that_others_can_read_are_not_well(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    kept = tmp_path / "cache" / "vaglio" / "meaning"
    kept.mkdir(parents=True)
    wanted = "Traces: Vectors of claims"
    assert wanted not in {found.what for found in _traces()}
    (kept / "a.f16").touch(mode=0o600)
    (found,) = (each for each in _traces() if each.what == wanted)
    assert found.is_well
    assert str(kept) in found.said
    (kept / "a.f16").chmod(0o644)
    (found,) = (each for each in _traces() if each.what == wanted)
    assert not found.is_well
    assert "others can read" in found.said
