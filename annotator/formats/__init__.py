"""One file a format, reading and writing side by side.

A module of this package that has a ``FORMAT`` is a format: dialogs, command line and docs find it
by itself. The other modules are what formats share.
"""

from __future__ import annotations

from .apart import Parser
from .contract import Format, Loss, Progress, Report
from .gate import arrivals, format_of, formats, part, read, write, write_parts
from .intake import article

__all__ = [
    "Format",
    "Loss",
    "Parser",
    "Progress",
    "Report",
    "arrivals",
    "article",
    "format_of",
    "formats",
    "part",
    "read",
    "write",
    "write_parts",
]
