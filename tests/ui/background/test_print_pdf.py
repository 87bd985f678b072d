"""Our own pages as PDF."""

from __future__ import annotations

import json
import subprocess
import sys

from annotator.ui.background.print_pdf import pdf_of
from tests import ROOT


def test_a_page_becomes_a_pdf(qapp):
    made = pdf_of("<h1>Rapporto</h1><p>Perché è così.</p>" * 60)
    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")
    assert made.count(b"/Type /Page\n") > 1


def test_pictures_that_a_page_names_are_not_fetched(qapp, tmp_path):
    picture = tmp_path / "x.png"
    picture.write_bytes((ROOT / "docs" / "pictures").glob("*.png").__next__().read_bytes())
    bare, named = pdf_of("<p>One</p>"), pdf_of(f'<p>One</p><img src="{picture.as_uri()}">')
    assert len(named) < len(bare) + 5000  # the picture itself is far larger


def test_the_printer_reads_html_and_writes_a_line_about_it_and_a_pdf():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from annotator.ui.background.print_pdf import main; main()",
        ],
        input="<p>Sì</p>".encode(),
        capture_output=True,
        cwd=ROOT,
        timeout=60,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": ""},
    )
    assert done.returncode == 0
    about, _, content = done.stdout.partition(b"\n")
    assert [block[1:] for block in json.loads(about)["blocks"]] == [[0, "Sì"]]
    assert content.startswith(b"%PDF-")
