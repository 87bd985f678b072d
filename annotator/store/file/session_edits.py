"""What was done through one store since it was opened, in case that its file is taken away."""

from __future__ import annotations

from msgspec import Struct

from annotator.core.changes import Change


class SessionEdits(Struct):
    """*bulk* counts what was written beside the log, which *changes* does not hold."""

    changes: list[Change] = []
    bulk: int = 0
