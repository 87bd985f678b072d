"""The one kind of error that a person can do something about."""

from __future__ import annotations

from .visible_text import visible_line


class UserError(Exception):
    """Something about the world went wrong: a file, a disk, a colleague's edit.

    *message* and *hint* are English templates; *fields* fills their ``{names}``. They are kept
    apart so that the window can translate the template before filling it.
    """

    def __init__(self, message: str, *, hint: str = "", **fields: object) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.fields = fields

    def __str__(self) -> str:
        fields = self.shown_fields()
        said = self.message.format(**fields)
        return f"{said}. {self.hint.format(**fields)}" if self.hint else f"{said}."

    def shown_fields(self) -> dict[str, object]:
        """What fills the templates: file names and other foreign words on one line, and visible."""
        return {
            name: value if isinstance(value, int | float) else visible_line(str(value))
            for name, value in self.fields.items()
        }


class ImportFault(UserError):
    """One file (or one line of it) could not be read; nothing of that file was imported."""


class ExportFault(UserError):
    """An export could not be written; the file that was there before is untouched."""


class ProjectFault(UserError):
    """A project file could not be opened or is not what it says it is."""


class ReadOnlyProject(ProjectFault):
    """The project was opened for reading only and an edit was asked for."""


class StaleEdit(UserError):
    """The record has changed since it was read: somebody else was first."""


class NotYourLayer(UserError):
    """An edit of a layer that belongs to another author."""


class NothingToUndo(UserError):
    """There is no change left to undo or redo."""


class Notification(UserError):
    """No error: something to know, in a form that can be translated. It is never raised."""


class ArticleGone(UserError):
    """An article that was there, and was deleted for good since."""


class WasDeleted(UserError):
    """A text that comes in was deleted here for good."""
