"""Libraries that would report on their use are told not to, whoever loads them."""

from __future__ import annotations

import ast
import os
import subprocess
import sys

from annotator.isolation import telemetry
from tests import ROOT


def test_onnxruntime_is_loaded_in_one_place_only():
    for folder in ("annotator", "tools", "benchmarks"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                loads = any(name.split(".")[0] == "onnxruntime" for name in names)
                assert not loads or path == ROOT / "annotator/suggest/model/onnx_runtime.py", path


def test_a_pipeline_of_ours_loaded_by_another_program_is_silent(tmp_path):
    """As `spacy.load` does it, in a process that we did not start and that asks for telemetry."""
    code = """
import os
from annotator.suggest.model import encoder
encoder.load()
print(os.environ["ORT_DISABLE_TELEMETRY"])
"""
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=os.environ
        | {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "ORT_DISABLE_TELEMETRY": "0"}
        | {"XDG_CACHE_HOME": str(tmp_path / "cache")},
        timeout=120,
    )
    assert done.stdout.split() == ["1"], done.stderr
    assert not [*tmp_path.rglob("*icrosoft*")]


def test_what_an_earlier_version_left_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert telemetry.remains() is None
    left = tmp_path / "Microsoft" / "DeveloperTools" / ".onnxruntime"
    left.mkdir(parents=True)
    assert telemetry.remains() == left
