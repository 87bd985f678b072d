"""What is known of the open article besides its text, to be set right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.core.article_details import FIELDS, edit_article
from annotator.core.changes import Change
from annotator.core.errors import UserError
from annotator.services.session import Session

from ...widgets.dialog import Dialog, button
from ...widgets.form import FormRow, form


class ArticleDialog(Dialog):
    """Saved as one step that can be undone; the text itself never changes."""

    saved = Signal(Change)

    def __init__(self, session: Session, article_id: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About this article"), parent, width=600)
        self._session = session
        self._article = session.article(article_id)
        captions = {
            "title": self.tr("&Title"),
            "publisher": self.tr("&Publisher"),
            "author": self.tr("A&uthor"),
            "published": self.tr("Pu&blished"),
            "url": self.tr("&Address"),
            "language": self.tr("Lan&guage"),
        }
        hints = {
            "published": self.tr("2024-01-04, 2024-01 or 2024"),
            "url": self.tr("https://… – a published verdict names it"),
            "language": self.tr("it, en …"),
        }
        self.fields = {name: self._field(name, hints.get(name, "")) for name in FIELDS}
        rows = (FormRow(captions[name], field) for name, field in self.fields.items())
        self.column.addWidget(form(*rows))
        cancel = button(self.tr("Cancel"), self.reject)
        self.add_buttons(cancel, button(self.tr("Save"), self.save))

    def _field(self, name: str, hint: str) -> QLineEdit:
        value = getattr(self._article, name) or ""
        field = QLineEdit("" if (name, value) == ("language", "und") else value)
        field.setPlaceholderText(hint)
        field.setCursorPosition(0)
        return field

    def save(self) -> None:
        """Keep it, or say what is wrong with it."""
        said = {name: field.text() for name, field in self.fields.items()}
        try:
            made = self._session.do(edit_article(self._article, by=self._session.analyst, **said))
        except UserError as err:
            self.say_trouble(err)
            return
        if made is not None:
            self.saved.emit(made)
        self.accept()
