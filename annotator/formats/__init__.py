"""One file a format, reading and writing side by side.

A module of ``annotations``, ``articles`` or ``publishing`` that has a ``FORMAT`` is a format. The
other modules there are its parts, or what its neighbours share. Formats are listed in
``index.json``, which ``python -m tools.formats_index`` makes from the modules, so that dialogs and
command line know them all and load the one that is needed. Here is what all go through: `spec`
says what a format is, `registry` is the way in and out, `sandbox` a process for files of strangers.
"""

from __future__ import annotations

from .folder_walk import folders_walked
from .name_list import NameList, read_names
from .new_article import article
from .registry import (
    arrivals,
    format_of,
    formats,
    part,
    read,
    readable_suffixes,
    write,
    write_parts,
)
from .sandbox import Parser
from .spec import Format, FormatEntry, Loss, Progress, Report, Unfinished, name_of

__all__ = [
    "Format",
    "FormatEntry",
    "Loss",
    "NameList",
    "Parser",
    "Progress",
    "Report",
    "Unfinished",
    "arrivals",
    "article",
    "folders_walked",
    "format_of",
    "formats",
    "name_of",
    "part",
    "read",
    "read_names",
    "readable_suffixes",
    "write",
    "write_parts",
]
