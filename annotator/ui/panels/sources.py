"""The project's sources: to find, to add, to describe, and to link to the current claim."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QMimeData, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.core.changes import Change
from annotator.core.editing.analyst_view import AnalystView
from annotator.core.scheme import Scheme
from annotator.formats.citation import citations, is_citation
from annotator.services.archived_sources import suffixes

from ..modes.annotate import AnnotateMode
from ..widgets.dialog import button, line
from ..widgets.flow_layout import FlowLayout
from ..widgets.open_address import OpenAddress
from .panel import Panel
from .source_form import SourceForm
from .source_list import MIME, SourceList

_REST_MS = 120  # of no typing, and it is searched for


class Sources(Panel):
    """One line to search in and to paste into; a list; the fields of the source chosen."""

    name = "sources"
    key = "F6"
    order = 30

    def __init__(self, annotate_mode: AnnotateMode, parent: QWidget | None = None) -> None:
        super().__init__(annotate_mode, parent)
        self._has_left = False
        self._scheme: Scheme | None = None
        self._form: SourceForm | None = None
        self.setAcceptDrops(True)
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Search, or paste a link or a reference"))
        self.field.setAccessibleName(self.tr("Search, or paste a link or a reference"))
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._list_them)
        self.field.textChanged.connect(self._hear)
        self.field.returnPressed.connect(self.add_typed)
        self._add = button(self.tr("Add"), self.add_typed, self)
        self._add.hide()
        self._file = button(
            self.tr("File…"), lambda: self.annotate_mode.keep_asked.emit([], ""), self
        )
        self._file.setToolTip(self.tr("Keep a saved page or PDF with the project"))
        self.list = SourceList(self)
        self.list.chosen.connect(self._show_source)
        self.list.link_asked.connect(self.annotate_mode.source_chosen)
        self.list.remove_asked.connect(self._remove)
        self._nothing = line("", "muted", self)
        self._nothing.setContentsMargins(14, 8, 14, 8)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 12, 6)
        top.setSpacing(6)
        top.addWidget(self.field, 1)
        top.addWidget(self._add)
        top.addWidget(self._file)
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self._lower = QWidget(self)
        self._fields = QVBoxLayout(self._lower)
        self._fields.setContentsMargins(14, 10, 12, 14)
        self._fields.setSpacing(8)
        row = QWidget(self._lower)
        policy = row.sizePolicy()
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        buttons = FlowLayout(row)
        self.link = button(self.tr("Link to the claim"), self._link, self)
        self.open = button(self.tr("Open…"), self._open, self)
        self.read = button(self.tr("Read"), self._read, self)
        self.keep = button(self.tr("Keep its file…"), self._keep, self)
        self.remove = button(self.tr("Remove"), self._remove_chosen, self)
        for each in (self.link, self.read, self.keep, self.open, self.remove):
            buttons.addWidget(each)
        self._fields.addWidget(row)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._lower)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.addWidget(upper)
        parts.addWidget(self._scroll)
        parts.setSizes([320, 440])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)
        self.setFocusProxy(self.field)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("Sources", "Sources")

    # -- showing ---------------------------------------------------------------------------

    def show_sheet(self, _analyst_view: AnalystView | None) -> None:
        self._use_scheme()
        self._list_them()

    def show_source(self, id_: str) -> None:
        """Bring a source into sight, whatever is searched for."""
        self.field.clear()
        self._list_them()
        self.list.choose(id_)

    def _use_scheme(self) -> None:
        scheme = self.annotate_mode.session.scheme
        if scheme == self._scheme:
            return
        if self._form is not None:
            self._form.deleteLater()
        self._scheme = scheme
        self._form = SourceForm(self._amend, scheme, QLocale().name())
        self._fields.insertWidget(0, self._form)
        self._fields.addStretch(1)

    def _hear(self, typed: str) -> None:
        self._add.setVisible(bool(typed.strip()))
        self._rest.start()

    def _list_them(self) -> None:
        self._rest.stop()
        typed = self.field.text().strip()
        before = self.list.chosen_id
        rows = self.annotate_mode.session.source_library.find("" if is_citation(typed) else typed)
        self.list.sources.show_rows(rows)
        self.list.choose(before)
        if rows:
            said = ""
        elif typed:
            said = self.tr("No source is called that. Enter adds one with this title.")
        else:
            said = self.tr(
                "The project has no sources yet. Paste the link of a page, a BibTeX entry or "
                "CSL-JSON above, or drop links, saved pages or PDFs here."
            )
        self._nothing.setText(said)
        self._nothing.setVisible(bool(said))
        self._show_source(self.list.chosen_id)

    def _show_source(self, id_: str) -> None:
        source = self.annotate_mode.session.source_library.get(id_) if id_ else None
        if self._form is not None:
            self._form.show_record(source)
        self._scroll.setVisible(source is not None)
        self.open.setEnabled(source is not None and bool(source.url or source.archived_url))
        state = self.annotate_mode.keeper.state(source) if source is not None else "none"
        self.read.setVisible(state != "none")
        self.keep.setVisible(state != "kept")

    # -- doing -----------------------------------------------------------------------------

    def add_typed(self) -> None:
        """Add what is typed: the page, the references, or a source with that title."""
        typed = self.field.text().strip()
        if typed:
            self.add(typed)

    def add(self, text: str) -> None:
        """Add the sources that *text* names; the last one is shown."""
        found = citations(text) if is_citation(text) else [{"title": text}]
        changes: list[Change | None] = []
        for fields in found:
            added = self.annotate_mode.session.source_library.add(**fields)
            changes.append(added.change)
            shown = added.source.id
        self.annotate_mode.tell(next((c for c in reversed(changes) if c is not None), None))
        self.show_source(shown)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        if self._form is not None:
            self._form.flush()

    def leave(self) -> None:
        self._rest.stop()
        try:
            self.flush()
        finally:
            self._has_left = True
            if self._form is not None:
                self._form.show_record(None)

    def _amend(self, id_: str, fields: dict[str, Any], visit: Change | None) -> Change | None:
        if self._has_left:
            return None
        done = self.annotate_mode.session.source_library.edit(id_, visit=visit, **fields)
        self.annotate_mode.tell(done)
        return done

    def _link(self) -> None:
        self.flush()
        if self.list.chosen_id:
            self.annotate_mode.source_chosen.emit(self.list.chosen_id)

    def _open(self) -> None:
        source = self.annotate_mode.session.source_library.get(self.list.chosen_id)
        address = (source.url or source.archived_url) if source is not None else None
        if address:
            OpenAddress(address, self.window()).open()

    def _read(self) -> None:
        if self.list.chosen_id:
            self.annotate_mode.source_read.emit(self.list.chosen_id)

    def _keep(self) -> None:
        if self.list.chosen_id:
            self.annotate_mode.keep_asked.emit([], self.list.chosen_id)

    def _remove_chosen(self) -> None:
        if self.list.chosen_id:
            self._remove(self.list.chosen_id)

    def _remove(self, id_: str) -> None:
        self.annotate_mode.tell(self.annotate_mode.session.source_library.remove(id_))
        self._list_them()

    # -- dropping --------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_text(event.mimeData()) or dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if files := dropped_files(event.mimeData()):
            self.annotate_mode.keep_asked.emit(files, "")
        else:
            self.add(dropped_text(event.mimeData()))


def dropped_text(mime: QMimeData) -> str:
    """A link or a reference that is dragged here from a browser or an editor; "" for other things."""
    if mime.hasFormat(MIME) or any(url.isLocalFile() for url in mime.urls()):
        return ""
    if mime.hasUrls():
        return mime.urls()[0].toString()
    text = mime.text().strip()
    return text if is_citation(text) else ""


def dropped_files(mime: QMimeData) -> list[Path]:
    """Files of this computer that are dragged here and can be kept as sources."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    known = suffixes()
    return [path for path in paths if path.suffix.lower() in known]
