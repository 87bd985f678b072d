"""The list of claims: every claim of the project in one list, whoever made it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.changes import Change
from annotator.services import claims_list
from annotator.services.claims_list import BatchResult
from annotator.services.session import Session
from annotator.store import ClaimList, ClaimRow

from ..background.read_thread import ReadThread
from ..command_table.key_hints import key_of, native
from ..widgets.chips import KeyCap
from ..widgets.dialog import BeginsAt, button, line, on_escape
from .filter import ClaimsFilter
from .model import ClaimsModel
from .table import ClaimsTable

_SLOW_MS = 250  # a list that takes longer is said to be on its way


class ClaimsListView(BeginsAt):
    """Filters, sorts, groups and searches; opens a claim in its article; edits many at a time."""

    open_asked = Signal(object)  # ClaimRow, to be shown in its article
    left = Signal()  # back to the article
    saved = Signal(object)  # Change
    told = Signal(str)  # what was done, or left alone

    def __init__(self, session: Session, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = ClaimsModel(session.store, session.scheme, language)
        self._wanted_id = ""  # to be the current one once the list is there
        path = session.store.path
        self._reader = ReadThread(path, self) if path is not None else None
        if self._reader is not None:
            self._reader.answered.connect(self._show)
        self._slow = QTimer(self, interval=_SLOW_MS, singleShot=True)
        self._slow.timeout.connect(lambda: self._count.setText(self.tr("looking…")))
        self.filter = ClaimsFilter(session, language, self)
        self.table = ClaimsTable(self._model, self)
        self._lay_out()
        self.setAccessibleName(self.tr("Claims of the project"))
        self.setFocusProxy(self.table)
        self.filter.changed.connect(self.refresh)
        self.filter.down_asked.connect(self.table.setFocus)
        self.table.opened.connect(self._open)
        on_escape(self, self.left.emit)
        self.table.search_asked.connect(self.focus_search)
        self.table.sort_asked.connect(self.filter.sort_by)
        self.table.degree_asked.connect(self._set_degree)

    def _lay_out(self) -> None:
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(self.tr("Claims of the project"), self)
        title.setProperty("role", "title")
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        back = button(self.tr("Back to the article"), self.left.emit, self)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(title)
        top.addWidget(self._count, 1)
        top.addWidget(back)
        top.addWidget(KeyCap("Esc", self))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._make_empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 14, 22, 8)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.filter)
        column.addWidget(self._stack, 1)
        column.addLayout(self._make_keys())

    def _make_empty(self) -> QWidget:
        page = QWidget(self)
        self._nothing = line("", "muted", page)
        self._all = button(self.tr("Show all claims"), self.filter.clear, page)
        self._suggested = button(
            self.tr("Show what is suggested"), lambda: self.filter.set(whose="suggested"), page
        )
        self._back = button(self.tr("Back to the article"), self.left.emit, page)
        column = QVBoxLayout(page)
        column.setContentsMargins(4, 28, 4, 10)
        column.setSpacing(14)
        column.addWidget(self._nothing)
        row = QHBoxLayout()
        for each in (self._all, self._suggested, self._back):
            row.addWidget(each)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return page

    def _make_keys(self) -> QHBoxLayout:
        """What the keys do, below the list."""
        row = QHBoxLayout()
        row.setSpacing(5)
        for keys, words in (
            (("Return",), self.tr("open in the article")),
            (("0", "3"), self.tr("priority")),
            ((key_of("accept"),), self.tr("accept")),
            ((key_of("reject"),), self.tr("reject, remove")),
            ((key_of("toggle_unsure"),), self.tr("unsure")),
            (("/",), self.tr("search")),
        ):
            for number, key in enumerate(keys):
                if number:
                    row.addWidget(QLabel("…", self))
                row.addWidget(KeyCap(key, self))
            label = QLabel(words, self)
            label.setProperty("role", "muted")
            row.addWidget(label)
            row.addSpacing(10)
        row.addStretch(1)
        return row

    # -- what the window asks --------------------------------------------------------------

    def refresh(self) -> None:
        """Look again, in the other thread; the current claim stays current."""
        self._model.scheme = self._session.scheme
        wanted = self.filter.wanted
        self._wanted_id = self._wanted_id or self._model.id_at(self.table.currentIndex().row())
        self.table.show_sort(wanted.sort, descending=wanted.descending)
        if self._reader is None:
            self._show(self._session.store.claims.listed(wanted))
            return
        self._slow.start()
        self._reader.ask(lambda search: search.claims(wanted))

    def reread(self) -> None:
        """Something was saved: the lines are read anew, none comes or goes."""
        self._model.reread()

    def point_at(self, id_: str) -> None:
        """Make a claim the current one, once the list is there."""
        self._wanted_id = id_

    def focus_search(self) -> None:
        self.filter.field.setFocus()
        self.filter.field.selectAll()

    def stop(self) -> None:
        """Let go of the file, before the project is closed; what is still typed is not looked for."""
        self.filter.blockSignals(True)
        self._slow.stop()
        if self._reader is not None:
            self._reader.stop()

    # -- showing ---------------------------------------------------------------------------

    def _show(self, found: ClaimList) -> None:
        self._slow.stop()
        self._model.show_list(found)
        locale = QLocale()
        count = locale.toString(self._model.count)
        if self.filter.is_active:
            whole = locale.toString(found.whole)
            count = self.tr("{shown} of {whole}").format(shown=count, whole=whole)
        self._count.setText(count)
        self._stack.setCurrentIndex(0 if found.ids else 1)
        if found.ids:
            place = self._model.place(self._wanted_id) if self._wanted_id else -1
            self.table.go_to(max(place, 0))
        else:
            self._say_nothing(found.whole)
        self._wanted_id = ""

    def _say_nothing(self, whole: int) -> None:
        """Why the list is empty, and what to do about it."""
        is_suggested = self.filter.wanted.whose == "suggested"
        if whole:
            said = self.tr("No claim matches.")
        elif is_suggested:
            said = self.tr("Every suggested claim is judged, or no article has been read yet.")
        else:
            said = self.tr(
                "Nobody has marked a claim yet.\n\nIn an article, select words and press {claim}, "
                "or accept what is suggested with {accept}. Here you will find all of them, from "
                "every article."
            ).format(claim=native("claim"), accept=native("accept"))
        self._nothing.setText(said)
        self._all.setVisible(bool(whole))
        self._suggested.setVisible(not whole and not is_suggested)
        self._back.setVisible(not whole)

    # -- doing -----------------------------------------------------------------------------

    def _open(self, id_: str) -> None:
        rows = self._session.store.claims.rows([id_])
        if rows:
            self.open_asked.emit(rows[0])

    def _set_degree(self, degree: int) -> None:
        self._tell(claims_list.amend(self._session, self._chosen(), check_worthiness=degree))

    def accept_chosen(self) -> None:
        self._tell(claims_list.accept(self._session, self._chosen()))

    def remove_chosen(self) -> None:
        """Reject the suggestions and remove the own ones of what is chosen."""
        self._tell(claims_list.remove(self._session, self._chosen()))

    def toggle_unsure(self) -> None:
        rows = self._chosen()
        unsure = not all(row.unsure for row in rows)
        self._tell(claims_list.amend(self._session, rows, unsure=unsure))

    def open_current(self) -> None:
        """The current claim is wanted in its article."""
        self._open(self._model.id_at(self.table.currentIndex().row()))

    def _chosen(self) -> list[ClaimRow]:
        return self._model.rows(self.table.chosen())

    def _tell(self, done: BatchResult) -> None:
        if done.change is not None:
            place = self.table.currentIndex().row()
            self.saved.emit(done.change)
            if _comes_and_goes(done.change):
                self._wanted_id = self._model.id_at(place) or self._model.id_at(place + 1)
                self.refresh()
        parts = [self.tr("%n claim(s)", None, done.done)] if done.done else []
        if done.of_others:
            parts.append(self.tr("%n of colleagues left as they are", None, done.of_others))
        if done.submitted:
            parts.append(self.tr("%n in submitted articles left as they are", None, done.submitted))
        self.told.emit(" · ".join(parts))


def _comes_and_goes(change: Change) -> bool:
    """Whether claims were made or removed, so that the list is another one."""
    return any(edit.before is None or edit.after is None for edit in change.edits)
