"""Words that are written in one place and translated in another."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.core.errors import UserError


def note(context: str, text: str) -> str:  # noqa: ARG001 - read by tools/translations.py
    """*text* as it is: marks it for the catalogue, where it is translated when it is shown."""
    return text


def translated(context: str, text: str) -> str:
    """A noted text in the language of the window."""
    return QCoreApplication.translate(context, text)


def said_of(error: UserError) -> str:
    """As `error_words`, in one line."""
    return ". ".join(part for part in error_words(error) if part)


def error_words(error: UserError) -> tuple[str, str]:
    """What happened and what to do, in the language of the window."""
    fields = error.shown_fields()
    message = translated("Errors", error.message).format(**fields)
    hint = translated("Errors", error.hint).format(**fields) if error.hint else ""
    return message, hint
