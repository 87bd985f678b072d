"""A zip or tar of files, each of a format that is read: unpacked, then read one by one.

A file in it that is of no known kind is told of.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault

from ..safe_archive import unpack
from ..spec import Format, ReadRequest, name_of


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """What the files in it hold, in the order of their names."""
    from .. import registry  # it looks for the formats, of which this is one

    with tempfile.TemporaryDirectory(prefix="vaglio-") as made:
        root = Path(made)
        names = unpack(path, root, reading.report)
        reading.is_packed = True
        passed: list[Path] = []
        files = registry.arrivals([root], skipped=passed.append)
        if not files:
            raise ImportFault(
                "{file}: nothing in it can be imported",
                hint="See in the description of the formats what can be.",
                file=name_of(path),
            )
        for other in passed:
            why = "It is of no kind that can be imported."
            reading.report.lose("a file", why, title=name_of(path), words=names[other])
        size = path.stat().st_size
        for number, file in enumerate(files, 1):
            if file.suffix.lower() in FORMAT.suffixes:
                why = "Archives in archives are not opened."
                reading.report.lose("a file", why, title=name_of(path), words=names[file])
                continue
            yield from registry.reader_of(file)(file, reading)
            reading.progress(size * number // len(files))
            if reading.is_hopeless:
                return


FORMAT = Format(
    name="archive",
    title="Archive of files",
    suffixes=(".zip", ".tar", ".tgz", ".gz"),
    reader=read,
)
