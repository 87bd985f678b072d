"""What the words of a foreign scheme are here: a table with a choice in each row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from annotator.core.exchange.label_mapping import (
    ATTRIBUTES,
    CLAIM,
    COLUMNS,
    LEFT_OUT,
    PARTS,
    RELATIONS,
)
from annotator.core.scheme import Scheme
from annotator.ui import translation

from ...widgets.table import ReadOnlyTable
from .import_draft import ImportDraft

_OURS_PX, _ROW_PX = 300, 36
_PARTS = {
    CLAIM: translation.note("Terms", "Claim"),
    "SOURCE": translation.note("Terms", "Who says it"),
    "CUE": translation.note("Terms", "Words of saying"),
    "CONTENT": translation.note("Terms", "What is said"),
}
_RELATIONS = {
    "SAID_BY": translation.note("Terms", "leads to who says it"),
    "SAYS": translation.note("Terms", "leads to what is said"),
    "ABOUT": translation.note("Terms", "leads to the claim"),
    "NESTED_IN": translation.note("Terms", "stands in another attribution"),
    "PART_OF": translation.note("Terms", "is part of a claim"),
}
_ATTRIBUTES = {
    "kb_id": translation.note("Terms", "Wikidata or other id"),
    "normalized": translation.note("Terms", "Name written out"),
    "subtype": translation.note("Terms", "Finer kind"),
    "note": translation.note("Terms", "Note"),
    "normalized_text": translation.note("Terms", "Claim on its own"),
    "agent": translation.note("Terms", "Name of who says it"),
    "why": translation.note("Terms", "Why it was marked"),
}
_COLUMNS = {
    "text": translation.note("Terms", "Text"),
    "title": translation.note("Terms", "Title"),
    "published": translation.note("Terms", "Date"),
    "publisher": translation.note("Terms", "Publisher"),
    "author": translation.note("Terms", "Author"),
    "url": translation.note("Terms", "Address"),
    "language": translation.note("Terms", "Language"),
}

_Choice = tuple[str, str]  # what it is here, in words


class TermsTable(ReadOnlyTable):
    """Writes every choice into a draft; `columns_changed` when articles are to be read anew."""

    columns_changed = Signal()

    def __init__(self, scheme: Scheme, language: str, parent: QWidget | None = None) -> None:
        name = QCoreApplication.translate("TermsTable", "What the words of the files are here")
        heads = [
            QCoreApplication.translate("TermsTable", "Kind"),
            QCoreApplication.translate("TermsTable", "In the files"),
            QCoreApplication.translate("TermsTable", "Here"),
        ]
        super().__init__(name, heads, wide=1, fixed={2: _OURS_PX}, parent=parent)
        self._scheme = scheme
        self._language = language

    def show_draft(self, draft: ImportDraft) -> None:
        """Its words: columns first, for on them hangs what is read."""
        at = next((row for row in range(self.rowCount()) if self._has_focus(row)), None)
        self.setRowCount(0)
        kept = (LEFT_OUT, self.tr("a detail of the article"))
        for name in draft.columns:
            choices = [kept, *((each, _said(_COLUMNS[each])) for each in COLUMNS)]
            self._add(self.tr("column"), name, choices, draft.columns, reads=True)
        gone = (LEFT_OUT, self.tr("left out"))
        for name in draft.labels:
            choices = [gone, *self._labels(name)]
            self._add(self.tr("label"), name, choices, draft.labels)
        for name in draft.relations:
            choices = [gone, *((each, _said(_RELATIONS[each])) for each in RELATIONS)]
            self._add(self.tr("relation"), name, choices, draft.relations)
        for name in draft.attributes:
            choices = [gone, *((each, _said(_ATTRIBUTES[each])) for each in ATTRIBUTES)]
            self._add(self.tr("attribute"), name, choices, draft.attributes)

        if at is not None and (combo := self.cellWidget(at, 2)) is not None:
            combo.setFocus()

    def _has_focus(self, row: int) -> bool:
        combo = self.cellWidget(row, 2)
        return combo is not None and combo.hasFocus()

    def _labels(self, name: str) -> Iterable[_Choice]:
        yield name, self.tr("as it is: {label}").format(label=name)
        for each in self._scheme.offered():
            yield each.code, f"{each.code} · {each.named(self._language)}"
        for code in (CLAIM, *PARTS):
            yield code, _said(_PARTS[code])

    def _add(
        self,
        kind: str,
        name: str,
        choices: Sequence[_Choice],
        chosen: dict[str, str],
        *,
        reads: bool = False,
    ) -> None:
        row = self.rowCount()
        self.setRowCount(row + 1)
        self.fill(row, (kind, name))
        combo = QComboBox(self)
        for ours, said in choices:
            combo.addItem(said, ours)
        combo.setCurrentIndex(max(0, combo.findData(chosen[name])))
        combo.setAccessibleName(f"{kind} {name}")

        def choose(_index: int) -> None:
            ours = str(combo.currentData())
            if reads and ours:  # a row has one text, one title ...
                chosen.update({each: LEFT_OUT for each, is_ in chosen.items() if is_ == ours})
            chosen[name] = ours
            if reads:
                self.columns_changed.emit()

        combo.currentIndexChanged.connect(choose)
        self.setCellWidget(row, 2, combo)
        self.setRowHeight(row, _ROW_PX)


def _said(of: str) -> str:
    return translation.translated("Terms", of)
