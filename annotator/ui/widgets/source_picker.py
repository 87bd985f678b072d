"""Choosing a source for the current claim: type a part of its name, or paste a link."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.core.model import Source
from annotator.core.urls import BadAddress, canonical, looks_like_address, true_host
from annotator.formats.citation import is_citation
from annotator.services.sources import SourceLibrary
from annotator.store import SourceRow
from annotator.ui.translation import error_words

from .palette import Palette, PaletteItem

NEW = "new:"  # before what is to become a new source
FILE = "file:"  # a file is to be kept as the source
_RECENT = 60


class SourcePicker(Palette):
    """`chosen` gives a source's id, ``new:`` and what was typed, or ``file:``."""

    def __init__(self, source_library: SourceLibrary, parent: QWidget | None = None) -> None:
        self._source_library = source_library
        recent = [_item(row) for row in source_library.find(limit=_RECENT)]
        self._recent = {item.id for item in recent}
        kept = self.tr("Keep a saved page or PDF…")
        recent.append(PaletteItem(id=FILE, title=kept))
        super().__init__(recent, parent, more=self._further)
        self.when_empty = self.tr(
            "The project has no outside sources yet: paste the link of a page, or write a title."
        )
        self.name(
            self.tr("Outside sources"),
            self.tr("Which outside source? Type a part of its name, or paste a link"),
        )

    def _further(self, typed: str) -> list[PaletteItem]:
        """Older sources that answer, and the new one that what was typed could be."""
        found = [] if is_citation(typed) else self._source_library.find(typed, limit=_RECENT)
        further = [_item(row) for row in found if row.source.id not in self._recent]
        return [*further, self._new(typed)]

    def _new(self, typed: str) -> PaletteItem:
        if looks_like_address(typed):
            try:
                url = canonical(typed)
            except BadAddress as err:
                message, hint = error_words(err)
                return PaletteItem(id="", title=message, hint=hint, enabled=False)
            said = self.tr("Add the page on {host}").format(host=true_host(url))
            return PaletteItem(id=NEW + typed, title=said, hint=url)
        if is_citation(typed):
            return PaletteItem(
                id=NEW + typed, title=self.tr("Add the outside sources of this reference")
            )
        said = self.tr("Add an outside source called “{title}”").format(title=typed)
        return PaletteItem(id=NEW + typed, title=said)


def _item(row: SourceRow) -> PaletteItem:
    return PaletteItem(id=row.source.id, title=row.source.title, hint=where_from(row.source))


def where_from(source: Source) -> str:
    """Publisher (else author), site and date, as far as they are known."""
    address = source.url or source.archived_url
    name = source.publisher or source.author
    parts = [name, true_host(address) if address else None, source.published]
    return " · ".join(dict.fromkeys(part for part in parts if part))
