"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.core.annotated_article import AnnotatedArticle

from ..new_article import MOST_CHARACTERS, article, refuse_unusable, size_within
from ..spec import Format, ReadRequest, name_of
from ..text_encoding import decoded


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The article; its first line is taken for the title, and stays in the text."""
    text, metadata = text_file(path)
    refuse_unusable(text, name_of(path))
    reading.progress(path.stat().st_size)
    yield AnnotatedArticle(article=article(text, metadata=metadata))


def text_file(path: Path) -> tuple[str, dict[str, Any]]:
    """The text in a file, and its name and encoding for the article's metadata.

    Raises:
        ImportFault: it is too big, or no text in any encoding that can be told.
    """
    size_within(path, 4 * MOST_CHARACTERS)
    text, encoding = decoded(path.read_bytes(), name_of(path))
    metadata = {"file": name_of(path)}
    return text, metadata if encoding == "utf-8" else metadata | {"encoding": encoding}


FORMAT = Format(name="text", title="Plain text", suffixes=(".txt",), reader=read)
