"""What we found out about Qt, kept as tests so that a later release can be let in knowingly."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QWidget

from tests import ROOT


def test_twenty_thousand_calls_that_return_nothing_are_survived(qapp):
    """PySide6 6.12.0 on CPython 3.11 loses a reference to None at each and aborts by 6,000."""
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        widget.update()
    assert sys.getrefcount(None) > before - 1_000


def test_the_window_opens_and_closes_without_spacy(tmp_path):
    """A whole start in a process of its own, as ``vaglio open`` does it."""
    project = tmp_path / "p.vaglio"
    code = (
        "import sys\n"
        "from annotator.cli import main\n"
        f"main(['new', {str(project)!r}])\n"
        "from annotator.ui.app import run\n"
        f"code = run([{str(project)!r}, '--smoke'])\n"
        "print(code, sorted({'spacy', 'numpy', 'trafilatura'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "USER": "anna"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "0 []"
    assert "Traceback" not in done.stderr
