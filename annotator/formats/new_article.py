"""How text from anywhere becomes an `Article`: canonical, titled, hashed, its language known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from annotator.core import text as texts
from annotator.core.errors import ImportFault
from annotator.core.ids import new_id, now
from annotator.core.model import Article

from .language_detection import UNKNOWN, detect
from .spec import name_of

MOST_CHARACTERS = 20_000_000
#: What `article` is told of a text.
PARTICULARS = ("title", "language", "publisher", "author", "published", "url")


def article(
    text: str,
    *,
    title: str | None = None,
    language: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    published: str | None = None,
    url: str | None = None,
    metadata: dict[str, Any] | None = None,
    is_canonical: bool = False,
    detects: bool = True,
) -> Article:
    """A new article of *text*; a title is guessed and the language detected where not given.

    Without *detects* a language that is not given stays ``und``.

    *is_canonical* promises that *text* went through ``core.text.canonical`` already.
    """
    if not is_canonical:
        text = texts.canonical(text)
    return Article(
        id=new_id(),
        title=tidy(title) or texts.guess_title(text),
        text=text,
        sha256=texts.sha256(text),
        language=tidy(language) or (detect(text) if detects else UNKNOWN),
        publisher=tidy(publisher),
        author=tidy(author),
        published=tidy(published),
        url=tidy(url),
        imported_at=now(),
        metadata=metadata or {},
    )


def tidy(value: str | None) -> str | None:
    """*value* on one line; None where nothing is in it, or it says that it is unknown."""
    if not value or value == UNKNOWN:
        return None
    if not value.isprintable():
        value = texts.canonical(value)
    return " ".join(value.split()) or None


def refuse_unusable(text: str, file: str) -> None:
    """Raise where a whole file holds no text, or more than one article can be.

    Raises:
        ImportFault: so.
    """
    if not text or text.isspace():
        raise ImportFault(
            "{file} holds no text",
            hint="Check that it is the right file; there is nothing to annotate in it.",
            file=file,
        )
    if len(text) > MOST_CHARACTERS:
        raise ImportFault(
            "{file} is too long for one article ({count} characters)",
            hint="Cut it into articles of at most {limit} characters.",
            file=file,
            count=len(text),
            limit=MOST_CHARACTERS,
        )


def size_within(path: Path, most: int) -> int:
    """The bytes of a file that is read as a whole.

    Raises:
        ImportFault: there are more than *most*.
    """
    size = path.stat().st_size
    if size > most:
        raise ImportFault(
            "{file} is too big to be read at once ({size} MB)",
            hint="Copy the article out of it into a text file, or cut it into parts.",
            file=name_of(path),
            size=size >> 20,
        )
    return size


def utf8_of(path: Path, *, most: int) -> str:
    """The text of a file that is in UTF-8, without its mark.

    Raises:
        ImportFault: it is not, or it has more than *most* bytes.
    """
    size_within(path, most)
    content = path.read_bytes()
    try:
        return content.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as err:
        raise ImportFault(
            "{file}, line {line}: not UTF-8 (bad byte at {at})",
            hint="Save the file as UTF-8 and import it again.",
            file=name_of(path),
            line=content.count(b"\n", 0, err.start) + 1,
            at=err.start,
        ) from err
