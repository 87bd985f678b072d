"""Formats with a file an article: the zip that they are packed into."""

from __future__ import annotations

import errno
import gc
import sys
from io import BytesIO

import pytest

from annotator.formats.file_per_article import ZipWriter


def _write_two(packing):
    with packing:
        packing.put("a.txt", "x" * 50)
        packing.put("b.txt", "y" * 50)


def test_a_zip_on_a_full_disk_fails_once_and_not_again_when_it_is_gone():
    """Its end was written a second time when nobody held it any more, to a file that was closed."""

    class Full(BytesIO):
        def write(self, data):
            if self.tell() > 100:
                raise OSError(errno.ENOSPC, "No space left on device")
            return super().write(data)

    out = Full()
    packing = ZipWriter(out)
    with pytest.raises(OSError, match="No space"):
        _write_two(packing)
    out.close()
    failed = []
    sys.unraisablehook, before = failed.append, sys.unraisablehook
    try:
        del packing
        gc.collect()
    finally:
        sys.unraisablehook = before
    assert [str(each.exc_value) for each in failed] == []
