"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..core.dossier import Dossier
from ..core.errors import ImportFault
from .contract import Format, Reading, name_of
from .encoding import decoded
from .intake import MOST_CHARACTERS, article, refuse_unusable


def read(path: Path, reading: Reading) -> Iterator[Dossier]:
    """The article; its first line is taken for the title, and stays in the text."""
    size = path.stat().st_size
    if size > 4 * MOST_CHARACTERS:
        raise ImportFault(
            "{file} is too big for one article ({size} MB)",
            hint="Cut it into articles.",
            file=name_of(path),
            size=size >> 20,
        )
    text, encoding = decoded(path.read_bytes(), name_of(path))
    refuse_unusable(text, name_of(path))
    metadata = {"file": name_of(path)}
    if encoding != "utf-8":
        metadata["encoding"] = encoding
    reading.progress(size)
    yield Dossier(article=article(text, metadata=metadata))


FORMAT = Format(name="text", title="Plain text", suffixes=(".txt",), reader=read)
