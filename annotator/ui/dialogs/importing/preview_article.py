"""An article as it would come in: its particulars and its text, to be set right before."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.article_details import FIELDS
from annotator.services.results import ArticlePreview
from annotator.ui import translation

from ...widgets.dialog import button, line
from .import_draft import SHARED, ImportDraft

_ENTER = ("\r", "\n")


class _Field(QLineEdit):
    """Enter goes to the next one: it must not begin an import."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in _ENTER:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class ArticleForm(QWidget):
    """Call `show_article`; writes every change into the draft and says so by `changed`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: ImportDraft | None = None
        self._shown: ArticlePreview | None = None
        self.fields: dict[str, QLineEdit] = {}
        self.for_all: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._form())
        self.trouble = line("", "error")
        self.trouble.hide()
        column.addWidget(self.trouble)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text"))
        self.text.textChanged.connect(self._keep_text)
        self.text.copyAvailable.connect(lambda _is_any: self._allow())
        column.addWidget(self.text, 1)
        self.note = line("", "muted")
        self.take_out = button(self.tr("Take these &words out of all"), self._take_out)
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(self.take_out)
        column.addLayout(row)

    def _form(self) -> QFormLayout:
        captions = {
            "title": self.tr("&Title"),
            "publisher": self.tr("&Publisher"),
            "author": self.tr("A&uthor"),
            "published": self.tr("Pu&blished"),
            "url": self.tr("&Address"),
            "language": self.tr("Lan&guage"),
        }
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(6)
        for name in FIELDS:
            field = _Field()
            field.textEdited.connect(lambda said, name=name: self._keep(name, said))
            self.fields[name] = field
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(field, 1)
            if name in SHARED:
                row.addWidget(self._for_all(name, captions[name].replace("&", "")))
            caption = QLabel(captions[name])
            caption.setBuddy(field)
            form.addRow(caption, row)
            field.setAccessibleName(captions[name].replace("&", ""))
        return form

    def _for_all(self, name: str, caption: str) -> QToolButton:
        made = QToolButton()
        made.setText(self.tr("for all"))
        made.setCheckable(True)
        made.setAccessibleName(self.tr("{field}: for all articles").format(field=caption))
        made.setToolTip(self.tr("All articles of this import get it"))
        made.toggled.connect(lambda is_on: self._spread(name, is_on=is_on))
        self.for_all[name] = made
        return made

    # -- showing ---------------------------------------------------------------------------

    def show_article(self, draft: ImportDraft, shown: ArticlePreview) -> None:
        self._draft, self._shown = None, None  # what follows is no change
        for name, field in self.fields.items():
            field.setText(draft.value(shown, name))
            field.setCursorPosition(0)
        for name, toggle in self.for_all.items():
            toggle.setChecked(name in draft.everywhere)
        can_change = draft.can_change_text(shown)
        self.text.setPlainText(draft.text(shown))
        self.text.setReadOnly(not can_change)
        self._draft, self._shown = draft, shown
        self._explain(can_change)
        self._allow()
        self._complain()

    def _explain(self, can_change: bool) -> None:
        assert self._shown is not None
        if can_change:
            said = self.tr("Changes here are made before the article comes in.")
        elif self._shown.annotations:
            said = self.tr("The text is annotated, and comes in as it is.")
        else:
            said = self.tr("This is its beginning; the text comes in as it is.")
        self.note.setText(said)

    def _allow(self) -> None:
        has_words = self.text.textCursor().hasSelection()
        self.take_out.setEnabled(has_words and not self.text.isReadOnly())

    def _complain(self) -> None:
        assert self._draft is not None
        assert self._shown is not None
        fault = self._draft.mistake(self._shown)
        self.trouble.setText(translation.said_of(fault) if fault else "")
        self.trouble.setVisible(fault is not None)

    # -- changing --------------------------------------------------------------------------

    def _keep(self, name: str, said: str) -> None:
        if self._draft is not None and self._shown is not None:
            self._draft.set(self._shown, name, said)
            self._complain()
            self.changed.emit()

    def _spread(self, name: str, *, is_on: bool) -> None:
        if self._draft is None or self._shown is None:
            return
        if is_on:
            self._draft.set_for_all(name, self.fields[name].text())
        else:
            self._draft.set_for_each(name)
            self.fields[name].setText(self._draft.value(self._shown, name))
        self._complain()
        self.changed.emit()

    def _keep_text(self) -> None:
        if self._draft is not None and self._shown is not None:
            self._draft.set_text(self._shown, self.text.toPlainText())
            self._complain()
            self.changed.emit()

    def _take_out(self) -> None:
        if self._draft is None or self._shown is None:
            return
        chosen = self.text.textCursor().selectedText().replace("\u2029", "\n")
        if not chosen.strip():
            return
        count = self._draft.take_out(chosen)
        self.show_article(self._draft, self._shown)
        self.note.setText(self.tr("Taken out of %n article(s).", None, count))
        self.changed.emit()
