"""Mail, one (EML) or many (mbox), newsletters above all: what each says, from whom and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault

from ..new_article import article
from ..spec import Format, ReadRequest, name_of
from .dates import day_of
from .html import web_address
from .markup import text_of
from .post import charset, header, kind, message_of, words_of_part

_MOST_BYTES = 50_000_000  # of one mail
_START = re.compile(rb"From \S+.*\d{4}\s*$")
_QUOTED_START = re.compile(rb"^>(>*From )", re.M)
_LIST = re.compile(r"\s*<[^<>]*>\s*$")


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The mails in their order; what has no words is told of."""
    count = 0
    for content in _mails(path, reading):
        made = _annotated_article(message_of(content, name_of(path)), path, reading)
        if made is not None:
            count += 1
            yield made
    if not count:
        raise ImportFault(
            "{file} holds no text",
            hint="Check that it is the right file; there is nothing to annotate in it.",
            file=name_of(path),
        )


FORMAT = Format(name="mail", title="Mail and newsletters", suffixes=(".eml", ".mbox"), reader=read)


def _mails(path: Path, reading: ReadRequest) -> Iterator[bytes]:
    """The bytes of each mail; only a mailbox has lines that begin one."""
    is_box = path.suffix.lower() == ".mbox"
    lines: list[bytes] = []
    size = done = 0
    is_blank = True
    with path.open("rb") as file:
        while line := file.readline(1 << 20):
            done += len(line)
            if is_box and is_blank and _START.match(line):
                if size:
                    yield _unquoted(lines)
                    reading.progress(done)
                lines, size = [], 0
            elif is_box and not lines and not line.strip():
                continue
            else:
                lines.append(line)
                size += len(line)
            is_blank = not line.strip()
            if size > _MOST_BYTES:
                raise ImportFault(
                    "{file}: a mail in it is too big ({size} MB)",
                    hint="Save its text as a file of its own.",
                    file=name_of(path),
                    size=size >> 20,
                )
    if size:
        yield _unquoted(lines) if is_box else b"".join(lines)
        reading.progress(done)


def _unquoted(lines: list[bytes]) -> bytes:
    return _QUOTED_START.sub(rb"\1", b"".join(lines))


def _annotated_article(
    message: EmailMessage, path: Path, reading: ReadRequest
) -> AnnotatedArticle | None:
    title = header(message, "Subject")
    text = _text(message, name_of(path)).strip()
    if not text:
        reading.report.lose("a mail", "It has no words.", title=title or name_of(path))
        return None
    if any(part.get_filename() for part in message.walk() if not part.is_multipart()):
        why = "Only the words of a mail are read."
        reading.report.lose("an attachment", why, title=title or name_of(path))
    name, address = parseaddr(header(message, "From") or "")
    metadata = {"file": name_of(path)}
    if address:
        metadata["from"] = address
    return AnnotatedArticle(
        article=article(
            text,
            title=title,
            author=name or address,
            published=day_of(header(message, "Date")),
            publisher=_LIST.sub("", header(message, "List-Id") or "").strip("\"' "),
            url=web_address((header(message, "Archived-At") or "").strip("<> ")),
            metadata=metadata,
        )
    )


def _text(message: EmailMessage, file: str) -> str:
    """The plain part, or where it says much less (“see this mail in a browser”) the other."""
    plain, page = (_part(message, wanted) for wanted in ("text/plain", "text/html"))
    words = _plain(plain, file) if plain is not None else ""
    shown = text_of(words_of_part(page, file)) if page is not None else ""
    return shown if len(words.split()) * 2 < len(shown.split()) else words


def _part(message: EmailMessage, wanted: str) -> EmailMessage | None:
    """The first part of a kind that is no attachment."""
    for part in message.walk():
        if kind(part) == wanted and isinstance(part, EmailMessage) and not _is_attached(part):
            return part
    return None


def _is_attached(part: EmailMessage) -> bool:
    return (header(part, "Content-Disposition") or "").lower().startswith("attachment")


def _plain(part: EmailMessage, file: str) -> str:
    words = words_of_part(part, file).replace("\r\n", "\n")
    if "flowed" in (header(part, "Content-Type") or "").lower() and charset(part):
        words = re.sub(r"(?<=[^\n ])(?<!^--) \n(?!\n|-- )", " ", words, flags=re.M)
        words = re.sub(r"^ (?=[ >]|From )", "", words, flags=re.M)
    return words
