"""The label editor: every act is saved as one change, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core import scheme as schemes
from annotator.core.errors import UserError
from annotator.core.scheme import KEYS, Label, LabelKind, Scheme
from annotator.formats import Report
from annotator.formats.annotations.refi.codebook import read_codebook, taken_in, write_codebook
from annotator.services.session import Session, default_scheme
from annotator.ui import translation
from annotator.ui.widgets.chips import Segments
from annotator.ui.widgets.file_dialog import file_dialog

from ...widgets.dialog import Dialog, button, line, restyle
from .label_form import LabelForm
from .label_list import LabelList, LabelRow

T = TypeVar("T")


class SchemeEditor(Dialog):
    """Edits ``services.session.scheme``; `scheme_changed` after every act that was saved."""

    scheme_changed = Signal()

    def __init__(self, session: Session, language: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Labels"), parent, width=900)
        self._session = session
        self._language = language
        self._kind: LabelKind = "entity"
        self._done: list[str] = []  # ids of the changes made here, to undo
        self._pages = Segments(
            [
                ("entity", self.tr("Entities")),
                ("claim", self.tr("Kinds of claim")),
                ("values", self.tr("Other fields")),
            ]
        )
        self._pages.set_value("entity")
        self._pages.setAccessibleName(self.tr("What to edit"))
        self._pages.chosen.connect(self.turn_to)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._editor())
        self._stack.addWidget(_values(session.scheme, language))
        self._said = line("", "muted")
        self.column.addWidget(self._pages)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self._said)
        self._undo = button(self.tr("Undo the edit"), self.undo)
        books = (
            button(self.tr("Import a codebook…"), self._choose_codebook),
            button(self.tr("Save as a codebook…"), self._choose_where),
        )
        self.add_buttons(button(self.tr("Close"), self.accept), left=(self._undo, *books))
        self.resize(920, 640)
        self._refresh("")
        self.list.setFocus()

    def _editor(self) -> QWidget:
        self.list = LabelList()
        self.list.setAccessibleName(self.tr("Labels in their order"))
        self.list.moved.connect(self.move_to)
        self.list.currentRowChanged.connect(lambda _row: self._show_chosen())
        self.list.installEventFilter(self)
        self.new_code = QLineEdit()
        self.new_code.setPlaceholderText(self.tr("Code of a new label"))
        self.new_code.setAccessibleName(self.tr("Code of a new label"))
        self.new_code.returnPressed.connect(self.add)
        self._add = button(self.tr("Add"), self.add)
        self._up = button(self.tr("Up"), lambda: self._step(-1))
        self._down = button(self.tr("Down"), lambda: self._step(1))
        self._up.setToolTip(self.tr("Alt+Up"))
        self._down.setToolTip(self.tr("Alt+Down"))
        self._unknown = QVBoxLayout()
        self._unknown.setSpacing(4)
        order, adding = QHBoxLayout(), QHBoxLayout()
        order.setSpacing(8)
        adding.setSpacing(8)
        for each in (self._up, self._down):
            order.addWidget(each)
        order.addStretch(1)
        adding.addWidget(self.new_code, 1)
        adding.addWidget(self._add)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addLayout(order)
        left.addLayout(adding)
        left.addLayout(self._unknown)
        self.form = LabelForm(safe_colours())
        self.form.code_asked.connect(self.rename)
        self.form.name_asked.connect(lambda name: self._edit(schemes.rename, name=name))
        self.form.help_asked.connect(
            lambda said, example: self._edit(schemes.describe, definition=said, example=example)
        )
        self.form.colour_asked.connect(lambda colour: self._edit(schemes.recolour, colour=colour))
        self.form.key_asked.connect(lambda key: self._edit(schemes.rekey, key=key or None))
        self.form.retire_asked.connect(
            lambda away: self._edit(schemes.retire if away else schemes.restore)
        )
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addLayout(left, 4)
        row.addWidget(self.form, 6)
        return page

    # -- showing ---------------------------------------------------------------------------

    def turn_to(self, page: str) -> None:
        """Show the entities, the kinds of claim, or the values of the other fields."""
        if page == "values":
            self._stack.setCurrentIndex(1)
            return
        self._stack.setCurrentIndex(0)
        self._kind = "claim" if page == "claim" else "entity"
        self._refresh("")

    def _refresh(self, chosen: str) -> None:
        self._scheme = self._session.scheme
        self._used = self._session.store.labels_in_use()
        labels = [label for label in self._scheme.labels if label.kind == self._kind]
        self.list.show_rows([self._row(label) for label in labels], chosen)
        is_entity = self._kind == "entity"
        self.new_code.setVisible(is_entity)
        self._add.setVisible(is_entity)
        self._show_unknown()
        self._show_chosen()
        self._undo.setEnabled(self._undoable())

    def _row(self, label: Label) -> LabelRow:
        return LabelRow(
            code=label.code,
            name=label.named(self._language),
            colour=label.colour,
            key=(label.key or "") if not label.retired else "",
            count=QLocale().toString(self._count(label)) if label.kind == "entity" else "",
            is_retired=label.retired,
        )

    def _count(self, label: Label) -> int:
        """How many entities are shown as *label*: also those that carry a code it used to have."""
        return sum(self._used.get(code, 0) for code in (label.code, *label.formerly))

    def _show_chosen(self) -> None:
        label = self._scheme.find(self.list.chosen)
        if label is None:
            return
        taken = {x.key for x in self._scheme.labels if x is not label and x.key and not x.retired}
        used = self.tr("used %n time(s)", None, self._count(label))
        if label.formerly:
            used += "  ·  " + self.tr("formerly {codes}").format(codes=", ".join(label.formerly))
        self.form.show_label(
            label, used if label.kind == "entity" else "", [k for k in KEYS if k not in taken]
        )
        self._up.setEnabled(self.list.currentRow() > 0)
        self._down.setEnabled(self.list.currentRow() < self.list.count() - 1)

    def unknown(self) -> dict[str, int]:
        """Codes that entities carry and that no label has or had, the most used first."""
        found = {c: n for c, n in self._used.items() if self._scheme.find(c) is None}
        return dict(sorted(found.items(), key=lambda pair: -pair[1]))

    def _show_unknown(self) -> None:
        while (item := self._unknown.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        found = self.unknown() if self._kind == "entity" else {}
        if found:
            self._unknown.addWidget(line(self.tr("Found in the articles, not in the scheme:")))
        for code, count in list(found.items())[:5]:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(line(f"{code}  ({QLocale().toString(count)})"), 1)
            row.addWidget(button(self.tr("Add to the scheme"), partial(self.adopt, code)))
            self._unknown.addWidget(holder)
        if len(found) > 5:
            more = self.tr("and %n more", None, len(found) - 5)
            self._unknown.addWidget(line(more, "muted"))

    # -- acts ------------------------------------------------------------------------------

    def add(self) -> None:
        """A new label with the code that was typed, in the colour that is used least."""
        code = self.new_code.text().strip()
        made = replace(schemes.fresh(self._scheme, code, safe_colours()), code=code, formerly=())
        if code and self._save(lambda: schemes.add(self._scheme, made), code):
            self.new_code.clear()
            self.form.names[0].setFocus()

    def adopt(self, code: str) -> None:
        """Take an unknown label into the scheme; what carries it stays as it is."""
        label = schemes.fresh(self._scheme, code, safe_colours())
        self._save(lambda: schemes.add(self._scheme, label), label.code)

    def rename(self, code: str) -> None:
        """Another code for the chosen label; the annotations of all analysts follow."""
        old = self.list.chosen
        self._save(lambda: schemes.rename(self._scheme, old, to=code), code, renamed=(old, code))

    def _edit(self, act: Callable[..., Scheme], **fields: object) -> None:
        code = self.list.chosen
        self._save(lambda: act(self._scheme, code, **fields), code)

    def move_to(self, code: str, place: int) -> None:
        """Put the label *code* at *place* among those of its kind."""
        self._save(lambda: schemes.reorder(self._scheme, code, place), code)

    def _step(self, by: int) -> None:
        self.move_to(self.list.chosen, self.list.currentRow() + by)
        self.list.setFocus()

    def _save(
        self, make: Callable[[], Scheme], chosen: str, *, renamed: tuple[str, str] | None = None
    ) -> bool:
        """Save the scheme that *make* makes; False, and the reason shown, where it cannot be."""
        made = self._tried(lambda: (self._session.set_scheme(make(), renamed=renamed),))
        if made is None:
            return False
        (done,) = made
        if done is not None:
            self._done.append(done.id)
            self._say(self.tr("Saved."))
            if renamed is not None:
                said = self.tr("%n annotation(s) now carry {code}.", None, len(done.edits) - 1)
                self._say(said.format(code=renamed[1]))
        self._refresh(chosen)
        if done is not None:
            self.scheme_changed.emit()
        return True

    # -- codebooks -------------------------------------------------------------------------

    def _choose_codebook(self) -> None:
        dialog = file_dialog(self, self.tr("Import a codebook"), self._folder())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Codebooks and projects of REFI-QDA (*.qdc *.qdpx)"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(lambda path: self.take_in(Path(path)))
        dialog.open()

    def _choose_where(self) -> None:
        dialog = file_dialog(self, self.tr("Save as a codebook"), self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)  # asks before it overwrites
        dialog.setNameFilter(self.tr("Codebooks of REFI-QDA (*.qdc)"))
        dialog.setDefaultSuffix("qdc")
        path = self._session.store.path
        dialog.selectFile((path.stem if path else self.tr("labels")) + ".qdc")
        dialog.fileSelected.connect(lambda path: self.write_out(Path(path)))
        dialog.open()

    def _folder(self) -> Path:
        path = self._session.store.path
        return path.parent if path else Path.home()

    def take_in(self, path: Path) -> None:
        """Add the codes of a codebook that no label has or had."""
        report = Report()
        before = {label.code for label in self._scheme.labels}
        made = self._tried(
            lambda: taken_in(self._scheme, read_codebook(path, report), safe_colours())
        )
        if made is None:
            return
        new = [label.code for label in made.labels if label.code not in before]
        self.turn_to("entity")
        if not new:
            self._say(self.tr("All its codes are among the labels."))
        elif self._save(lambda: made, new[0]):
            self._say(self._with_losses(self.tr("%n label(s) are new.", None, len(new)), report))

    def write_out(self, path: Path) -> None:
        """Write the labels of entities as a codebook."""
        labels = [label for label in self._scheme.labels if label.kind == "entity"]
        report = self._tried(lambda: write_codebook(labels, path, language=self._language))
        if report is not None:
            said = self.tr("Saved as {file}.").format(file=path.name)
            self._say(self._with_losses(said, report))

    def _with_losses(self, said: str, report: Report) -> str:
        losses = (
            f"{QLocale().toString(count)} × {translation.translated('Losses', what)}: {translation.translated('Losses', why)}"
            for (what, why), count in report.tally.items()
        )
        return "  ·  ".join((said, *losses))

    def _tried(self, act: Callable[[], T]) -> T | None:
        """What *act* returns; None, and the reason shown, where it cannot be done."""
        # Caught here, not by the window: its bar is behind this dialog.
        try:
            return act()
        except UserError as error:
            message, hint = translation.error_words(error)
            self._say(f"{message}. {hint}" if hint else message, is_error=True)
            return None

    # -- undo ------------------------------------------------------------------------------

    def _undoable(self) -> bool:
        """Whether the analyst's newest change was made here."""
        last = self._session.store.undoable(self._session.analyst) if self._done else None
        return last is not None and last.id in self._done

    def undo(self) -> None:
        """Take back the last act in this dialog."""
        if self._undoable():
            chosen = self.list.chosen
            self._session.undo()
            self._say(self.tr("Undone."))
            self._refresh(chosen)
            self.scheme_changed.emit()

    @property
    def said(self) -> str:
        return self._said.text()

    def _say(self, said: str, *, is_error: bool = False) -> None:
        self._said.setText(said)
        self._said.setProperty("role", "error" if is_error else "muted")
        restyle(self._said)

    # -- keys ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field keeps what was typed; it closes the dialog on its button only."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """What was typed and not left yet counts too."""
        self.form.ask_all()
        super().done(result)


def safe_colours() -> list[str]:
    """The colours of the shipped labels: they can be read, and told apart as far as may be."""
    return list(dict.fromkeys(label.colour.upper() for label in default_scheme().labels))


def _values(scheme: Scheme, language: str) -> QTreeWidget:
    """What the other fields may hold: to read, since exports rely on it."""
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setColumnCount(3)
    for attribute in scheme.attributes:
        attribute = scheme.attribute(attribute.of, attribute.code)
        name = attribute.name.to(language) or attribute.code
        field = f"{attribute.of}.{attribute.code}"
        top = QTreeWidgetItem(tree, [name, field, attribute.definition.to(language)])
        for value in attribute.values:
            said = value.definition.to(language)
            line = QTreeWidgetItem(top, [value.name.to(language), value.code, said])
            line.setToolTip(2, said)
        top.setExpanded(True)
    for column in (0, 1):
        tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return tree
