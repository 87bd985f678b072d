"""What a REFI-QDA project calls its parts: read and written alike."""

from __future__ import annotations

PROJECT, SOURCES, INTERNAL = "project.qde", "Sources", "internal://"
NO_PLACE = "There is no place for it in Vaglio."
