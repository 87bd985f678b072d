"""One file a format, reading and writing side by side.

A module of ``annotations``, ``articles`` or ``publishing`` that has a ``FORMAT`` is a format:
dialogs, command line and docs find it by itself. The other modules there are its parts, or what
its neighbours share. Here is what all go through: `contract` says what a format is, `gate` is the
way in and out, `apart` a process for files of strangers.
"""

from __future__ import annotations

from .folder_walk import folders_walked
from .name_list import NameList, read_names
from .new_article import article
from .registry import arrivals, format_of, formats, part, read, write, write_parts
from .sandbox import Parser
from .spec import Format, Loss, Progress, Report, name_of

__all__ = [
    "Format",
    "Loss",
    "NameList",
    "Parser",
    "Progress",
    "Report",
    "arrivals",
    "article",
    "folders_walked",
    "format_of",
    "formats",
    "name_of",
    "part",
    "read",
    "read_names",
    "write",
    "write_parts",
]
