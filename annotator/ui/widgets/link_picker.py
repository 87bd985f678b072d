"""What a name stands for: an id that it had before, one of the project's list, or one that is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from annotator.core.errors import UserError
from annotator.core.sources.knowledge_base import address_of, id_from
from annotator.services.entity_linking import LinkCandidate
from annotator.ui.translation import error_words

from .palette import Palette, PaletteItem

NONE, OPEN = "none:", "open:"  # take the id away; show its page


class LinkPicker(Palette):
    """`chosen` gives the id, `NONE`, or `OPEN` and the id."""

    def __init__(
        self,
        words: str,
        offered: Sequence[LinkCandidate],
        current: str | None,
        parent: QWidget | None = None,
    ) -> None:
        items = []
        for each in offered:
            if each.kb_id != current:
                items.append(PaletteItem(id=each.kb_id, title=each.kb_id, hint=self._why(each)))
        if current:
            if address_of(current):
                said = self.tr("Open {id} in the browser…").format(id=current)
                items.append(PaletteItem(id=OPEN + current, title=said))
            said = self.tr("Take {id} away").format(id=current)
            items.append(PaletteItem(id=NONE, title=said))
        super().__init__(items, parent, more=self._further)
        self.when_empty = self.tr("Type a Wikidata number such as Q220, or paste an address.")
        self.name(
            self.tr("Link"),
            self.tr("What is “{words}”? A Wikidata number or an address").format(words=words),
        )

    def _why(self, offer: LinkCandidate) -> str:
        if offer.is_listed:
            return self.tr("in the project’s list")
        return self.tr("so before in this project")

    def _further(self, typed: str) -> list[PaletteItem]:
        """What was typed, as the id that it means."""
        if not typed.strip():
            return []
        try:
            id_ = id_from(typed)
        except UserError as err:
            message, hint = error_words(err)
            return [PaletteItem(id="", title=message, hint=hint, enabled=False)]
        said = self.tr("Link to {id}").format(id=id_)
        return [PaletteItem(id=id_, title=said, hint=address_of(id_) or "")]
