"""What can be wrong with a project file, each with its own class so that a face can offer a way out."""

from __future__ import annotations

from annotator.core.errors import ProjectFault, ReadOnlyProject

__all__ = [
    "DamagedProject",
    "DiskFault",
    "DiskFull",
    "DisplacedProject",
    "ForeignProject",
    "LockedProject",
    "MissingProject",
    "NewerFormat",
    "NoCipher",
    "ProjectBusy",
    "ProjectFault",
    "ReadOnlyProject",
    "WrongPassphrase",
]


class MissingProject(ProjectFault):
    """There is no such file. One is never made by accident."""


class NewerFormat(ProjectFault):
    """A later Vaglio wrote it; opening it with ``readonly=True`` may work."""


class ForeignProject(ProjectFault):
    """Not a project of ours, or one that somebody has built something into."""


class DamagedProject(ProjectFault):
    """SQLite, or one of our hashes, says that the contents are not what was written."""


class ProjectBusy(ProjectFault):
    """Another window or program held the write lock for too long."""


class DiskFault(ProjectFault):
    """The disk did not do what it was asked; it may be there again in a moment."""


class DisplacedProject(ProjectFault):
    """The file that was opened is no longer the one under that name; nothing was written."""


class DiskFull(ProjectFault):
    """The transaction was rolled back because it did not fit."""


class LockedProject(ProjectFault):
    """It is encrypted, and nobody has given its passphrase yet."""


class WrongPassphrase(ProjectFault):
    """An encrypted project does not open with what was given."""


class NoCipher(ProjectFault):
    """The optional library that reads encrypted projects is not installed."""
