"""Choosing a label by typing a part of its code, its name or what it means."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.core.scheme import Label, Scheme

from ...widgets.palette import Palette, PaletteItem


class LabelPicker(Palette):
    """Opened near the selection with `open_at`; `chosen` gives the label's code."""

    def __init__(self, scheme: Scheme, language: str, parent: QWidget | None = None) -> None:
        super().__init__([_item(each, language) for each in scheme.offered()], parent)
        self.name(self.tr("Labels"), self.tr("Which label?"))


def _item(label: Label, language: str) -> PaletteItem:
    return PaletteItem(
        id=label.code,
        title=label.named(language),
        hint=label.definition.to(language),
        key=label.key or "",
        chip=label.code,
        colour=label.colour,
    )
