"""One thing that a check of a project finds wrong."""

from __future__ import annotations

from msgspec import Struct

_BACKUP = "Restore a backup; “vaglio check --repair” saves what can be saved."


class Finding(Struct, frozen=True):
    """One thing that is wrong: *code* for programs, *where* an id or a table."""

    code: str
    what: str
    where: str
    hint: str = _BACKUP
