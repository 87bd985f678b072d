"""Files kept as evidence: what the disk does not take is told, and nothing is left of it."""

from __future__ import annotations

import pytest

from annotator.core.sources.archived_file import ArchivedFile
from annotator.store.file.attachments import KeptFault, KeptFiles


def test_a_copy_that_cannot_get_its_name_is_told_and_gone(tmp_path):
    """It came as a traceback where the disk failed between the copy and its name."""
    page = tmp_path / "page.html"
    page.write_text("<p>x</p>", "utf-8")
    files = KeptFiles(tmp_path / "p.vaglio")
    part, sha256, size = files.copy(page)
    (files.folder / f"{sha256}.html").mkdir()  # no file can take the place of a folder
    with pytest.raises(KeptFault, match="cannot be kept"):
        files.settle(part, ArchivedFile(sha256=sha256, name=page.name, size=size))
    assert not part.exists()
