"""A project's labelled data in a file, as tests ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotator.formats import Report
from annotator.services import exporting
from annotator.services.exporting import ExportSelection
from annotator.services.session import Session


def export(
    session: Session,
    path: Path,
    *,
    format: str,
    layers: str = "mine",
    article_ids: Sequence[str] | None = None,
) -> Report:
    return exporting.export(
        session.store, path, ExportSelection(format, layers, session.analyst), article_ids
    )
