"""Messages of the kind that mail and saved pages (MHTML) come in, read without being trusted."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from typing import Any

from annotator.core.errors import ImportFault
from annotator.core.text import canonical

from ..new_article import tidy
from ..spec import why_of
from ..text_encoding import decoded, decoded_as


def message_of(content: bytes, file: str) -> EmailMessage:
    """The message in *content*.

    Raises:
        ImportFault: its parts are nested too deeply, or so broken that they cannot be told apart.
    """
    try:
        made = email.message_from_bytes(content, policy=email.policy.default)
        list(made.walk())
    # The library meets broken messages with errors of many kinds; they are about this message.
    except (RecursionError, Exception) as err:
        if isinstance(err, MemoryError):
            raise
        raise ImportFault(
            "{file} is damaged: its parts cannot be told apart ({why})",
            hint="Save it again in the program it comes from.",
            file=file,
            why=why_of(err),
        ) from err
    return made


def header(message: EmailMessage, name: str) -> str | None:
    """A header in plain words; None where it is absent or damaged."""
    value: Any = None
    try:
        value = message[name]
        words = None if value is None else str(value)
    except Exception:  # see `message_of`; one header is no reason to refuse the rest
        return None
    return None if words is None else tidy(canonical(words))


def words_of_part(part: EmailMessage, file: str) -> str:
    """The text of a part in its encoding, or what it looks like where that is wrong."""
    content = bytes_of(part)
    named = charset(part)
    words = decoded_as(content, named) if named is not None else None
    if words is not None:
        return words
    return decoded(content, file)[0] if content else ""


def bytes_of(part: EmailMessage) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except Exception:  # see `message_of`
        return b""
    return content if isinstance(content, bytes) else b""


def charset(part: EmailMessage) -> str | None:
    try:
        return part.get_content_charset()
    except Exception:  # see `message_of`
        return None


def kind(part: EmailMessage) -> str:
    try:
        return part.get_content_type()
    except Exception:  # see `message_of`
        return ""
