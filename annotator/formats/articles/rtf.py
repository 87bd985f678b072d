"""Rich text: its words, and title and author as it tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault

from ..new_article import article, refuse_unusable, size_within
from ..spec import Format, ReadRequest, name_of, why_of

_MOST_BYTES = 50_000_000
_PICTURE = re.compile(r"[0-9a-fA-F]{64,}")  # in hexadecimal digits: no words
_LINK = re.compile("HYPERLINK", re.I)  # the library would put the address into the text
_TOLD = r"\{\\%s ((?:[^{}\\]|\\'[0-9a-f]{2}|\\u-?\d+ ?\??|\\[{}\\]){1,500})\}"
_BLANK = re.compile(r"\n\s*\n+")


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The article, a paragraph a line."""
    size = size_within(path, _MOST_BYTES)
    content = path.read_bytes().decode("latin-1")
    if not content.lstrip().startswith("{\\rtf"):
        raise ImportFault(
            "{file} is no rich text, though it is called so",
            hint="Open it in the program it comes from and save it as RTF or text.",
            file=name_of(path),
        )
    content = _LINK.sub("", _PICTURE.sub("", content))
    text = _BLANK.sub("\n", _plain(content, path)).strip()
    refuse_unusable(text, name_of(path))
    reading.progress(size)
    yield AnnotatedArticle(
        article=article(
            text,
            title=_told(content, "title", path),
            author=_told(content, "author", path),
            metadata={"file": name_of(path)},
        )
    )


FORMAT = Format(name="rtf", title="Rich text", suffixes=(".rtf",), reader=read)


def _told(content: str, what: str, path: Path) -> str | None:
    found = re.search(_TOLD % what, content[:100_000])
    code_page = re.search(r"\\ansicpg\d+", content[:1000])
    head = "{\\rtf1\\ansi" + (code_page[0] if code_page else "")
    return _plain(f"{head} {found[1]}}}", path) if found else None


def _plain(content: str, path: Path) -> str:
    from striprtf.striprtf import rtf_to_text

    try:
        text = str(rtf_to_text(content, errors="replace"))
    except MemoryError:
        raise
    # What a parser of broken files may stumble over has no common base; it is about this file.
    except Exception as err:
        raise ImportFault(
            "{file} is damaged: it cannot be read as rich text ({why})",
            hint="Open it in the program it comes from and save it again.",
            file=name_of(path),
            why=why_of(err),
        ) from err
    # an emoji comes as two halves
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
