"""What of the claims is shown, and in which order: a search field and a few lists to choose from."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.core.model import is_machine
from annotator.core.scheme import Scheme
from annotator.services.session import Session
from annotator.store import ClaimFilter
from annotator.ui import translation
from annotator.ui.widgets.editors import ChoiceEditor, Option

from .model import COLUMNS

_REST_MS = 150  # of no typing, and it searches
_LARGEST_FIRST = [column.sort for column in COLUMNS if column.largest_first]


class WordsField(QLineEdit):
    """Full-text search; the arrow or Enter goes down to the list, Escape empties it, then leaves."""

    down_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (
            Qt.Key.Key_Down,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Escape,
        ):
            self.down_asked.emit()
        else:
            super().keyPressEvent(event)


class ClaimsFilter(QWidget):
    """Holds a `ClaimFilter`."""

    changed = Signal()
    down_asked = Signal()

    def __init__(self, session: Session, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        scheme = session.scheme
        self.wanted = ClaimFilter(analyst=session.analyst)
        self._none = self.wanted
        self.field = WordsField(self)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Search claims, who says them, titles"))
        self.field.setAccessibleName(self.tr("Search claims, who says them, titles"))
        self.field.down_asked.connect(self.down_asked)
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(lambda: self.set(words=self.field.text().strip()))
        self.field.textChanged.connect(lambda _: self._rest.start())
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._editors: dict[str, ChoiceEditor] = {}
        self._add("whose", self.tr("Whose claims"), self._whose(session))
        self._add("checked", self.tr("How far they are checked"), self._checked(scheme, language))
        self._add("worthiness", self.tr("Priority"), self._degrees(scheme, language))
        self._add("kind", self.tr("Kind"), self._kinds(scheme, language))
        self._add("sort", self.tr("Order"), self._orders())
        self._add("group", self.tr("Groups"), self._groups())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addLayout(self._row)

    def _add(self, code: str, name: str, offered: list[Option]) -> None:
        editor = ChoiceEditor(offered)
        editor.setAccessibleName(name)
        editor.setToolTip(name)
        editor.show_value(getattr(self.wanted, code))
        editor.changed.connect(lambda: self._choose(code, editor.value()))
        self._editors[code] = editor
        self._row.addWidget(editor, 1)

    # -- what can be chosen ----------------------------------------------------------------

    def _whose(self, session: Session) -> list[Option]:
        others = [name for name in session.store.authors() if not is_machine(name)]
        return [
            Option("people", self.tr("Everybody’s claims")),
            Option("mine", self.tr("Mine")),
            Option("suggested", self.tr("Suggested, not judged")),
            *(Option(name, name) for name in others if name != session.analyst),
        ]

    def _checked(self, scheme: Scheme, language: str) -> list[Option]:
        made = [
            Option("", self.tr("Checked or not")),
            Option("unchecked", self.tr("Without evidence")),
            Option("evidence", self.tr("With evidence, no verdict")),
            Option("judged", self.tr("With a verdict")),
        ]
        labels = scheme.attribute("verdict", "label").values
        return made + [Option(f"={v.code}", v.name.to(language)) for v in labels]

    def _degrees(self, scheme: Scheme, language: str) -> list[Option]:
        degrees = scheme.attribute("claim", "check_worthiness").values
        made = [Option(0, self.tr("Any priority"))]
        for value in degrees:
            degree = int(value.code)
            if degree:
                said = self.tr("{degree} ({name}) or more")
                name = value.name.to(language)
                made.append(Option(degree, said.format(degree=degree, name=name)))
        return made

    def _kinds(self, scheme: Scheme, language: str) -> list[Option]:
        kinds = scheme.attribute("claim", "kind").values
        every = [Option(None, self.tr("Any kind"))]
        return every + [Option(v.code, v.name.to(language)) for v in kinds]

    def _orders(self) -> list[Option]:
        orders = {"newest": self.tr("Order: newest first")}
        for column in COLUMNS:
            heading = translation.translated("Claims", column.heading)
            orders.setdefault(column.sort, self.tr("Order: {column}").format(column=heading))
        return [Option(sort, text) for sort, text in orders.items()]

    def _groups(self) -> list[Option]:
        return [
            Option("", self.tr("Not grouped")),
            Option("agent", self.tr("By who says it")),
            Option("topic", self.tr("By topic")),
        ]

    # -- choosing --------------------------------------------------------------------------

    @property
    def is_active(self) -> bool:
        """Whether anything is left out of what belongs to those whose claims are shown."""
        given = msgspec.structs.asdict(self.wanted)
        kept = ("whose", "sort", "descending", "group")
        usual = msgspec.structs.asdict(self._none)
        return any(given[name] != usual[name] for name in given if name not in kept)

    def _choose(self, code: str, value: Any) -> None:
        if code == "checked":
            is_label = str(value).startswith("=")
            self.set(
                checked="" if is_label else value, verdict=str(value)[1:] if is_label else None
            )
        elif code == "sort":
            self.set(sort=value, descending=value in ("newest", *_LARGEST_FIRST))
        else:
            self.set(**{code: value})

    def sort_by(self, column: str) -> None:
        """Sort by a column; by the same one again the other way round."""
        same = column == self.wanted.sort
        first_down = column in _LARGEST_FIRST
        self.set(sort=column, descending=not self.wanted.descending if same else first_down)

    def clear(self) -> None:
        """Leave nothing out; whose claims they are, order and groups stay."""
        self._rest.stop()
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.set(checked="", verdict=None, worthiness=0, kind=None, words="")

    def set(self, **fields: Any) -> None:
        """Other claims, or another order: fields of `ClaimFilter`."""
        wanted = msgspec.structs.replace(self.wanted, **fields)
        if wanted == self.wanted:
            return
        self.wanted = wanted
        for code, editor in self._editors.items():
            value = getattr(wanted, code)
            if code == "checked" and wanted.verdict is not None:
                value = f"={wanted.verdict}"
            editor.show_value(value)
        self.changed.emit()
