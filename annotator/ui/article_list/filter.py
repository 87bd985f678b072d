"""Which articles the article list shows: a button with a menu, and in words what it lets through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from annotator.services.session import Session
from annotator.store import ArticleFilter, Sort
from annotator.ui.appearance import plain_text
from annotator.ui.widgets.language_names import language_name

from .model import status_name

_STATUSES = ("new", "draft", "submitted", "changes_requested", "approved")


class ArticleFilterRow(QWidget):
    """Holds a `ArticleFilter`; one click takes it away."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.wanted = ArticleFilter(analyst=session.analyst)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill)
        self._button = QToolButton(self)
        self._button.setText(self.tr("Filter"))
        self._button.setProperty("chip", True)
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._button.setMenu(self._menu)
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._button.setToolTip(self.tr("Show only some of the articles, or in another order"))
        self._said = QLabel(self)
        self._said.setProperty("role", "muted")
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._clear = QToolButton(self)
        self._clear.setText("✕")
        self._clear.setProperty("variant", "quiet")
        self._clear.setProperty("chip", True)
        self._clear.setToolTip(self.tr("Show all articles"))
        self._clear.setAccessibleName(self.tr("Show all articles"))
        self._clear.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._button)
        row.addWidget(self._said, 1)
        row.addWidget(self._clear)
        self._say()

    @property
    def is_active(self) -> bool:
        """Whether anything is left out."""
        return bool(self.words())

    def clear(self) -> None:
        ticks = ("undecided", "flagged", "assigned", "to_review")
        self.set(status=None, language=None, label=None, **dict.fromkeys(ticks, False))

    def set(self, **fields: Any) -> None:
        """Other articles: fields of `ArticleFilter`."""
        wanted = msgspec.structs.replace(self.wanted, **fields)
        if wanted != self.wanted:
            self.wanted = wanted
            self._say()
            self.changed.emit()

    def words(self) -> list[str]:
        """What is let through, each condition in words."""
        wanted = self.wanted
        said = []
        if wanted.undecided:
            said.append(self.tr("to judge"))
        if wanted.flagged:
            said.append(self.tr("unsure"))
        if wanted.assigned:
            said.append(self.tr("mine to label"))
        if wanted.to_review:
            said.append(self.tr("to review"))
        if wanted.status:
            said.append(status_name(wanted.status))
        if wanted.language:
            said.append(language_name(wanted.language) or wanted.language)
        if wanted.label:
            said.append(self._label_name(wanted.label))
        return said

    def _label_name(self, code: str) -> str:
        label = self._session.scheme.find(code)
        named = label is not None and label.kind == "claim"
        return label.named(QLocale().name()) if label is not None and named else code

    def _say(self) -> None:
        words = " · ".join(self.words())
        self._said.setText(words)
        self._said.setToolTip(words)
        self._clear.setVisible(bool(words))
        self._button.setChecked(bool(words))

    # -- the menu --------------------------------------------------------------------------

    def fill(self) -> None:
        """Make the menu anew: languages and labels are those there are now."""
        menu, wanted = self._menu, self.wanted
        menu.clear()
        self._add_tick(menu, self.tr("With suggestions to judge"), "undecided", wanted.undecided)
        self._add_tick(menu, self.tr("With something unsure"), "flagged", wanted.flagged)
        self._add_tick(menu, self.tr("Mine to label"), "assigned", wanted.assigned)
        to_review = self.tr("Submitted by colleagues, to review")
        self._add_tick(menu, to_review, "to_review", wanted.to_review)
        menu.addSeparator()
        self._add_choice(menu, self.tr("Status"), "status", self._statuses)
        self._add_choice(menu, self.tr("Language"), "language", self._languages)
        self._add_choice(menu, self.tr("Label"), "label", self._labels)
        menu.addSeparator()
        self._add_choice(menu, self.tr("Order"), "sort", self._orders, everything=False)
        if self.is_active:
            menu.addSeparator()
            menu.addAction(self.tr("Show all articles")).triggered.connect(lambda: self.clear())

    def _statuses(self) -> list[tuple[str, str]]:
        counts = self._session.store.statuses(self._session.analyst)
        return [(code, counted(status_name(code), counts.get(code, 0))) for code in _STATUSES]

    def _languages(self) -> list[tuple[str, str]]:
        found = self._session.store.languages()
        return [(code, counted(language_name(code) or code, n)) for code, n in found.items()]

    def _labels(self) -> list[tuple[str, str]]:
        scheme, language = self._session.scheme, QLocale().name()
        used = self._session.store.labels_in_use()
        known = scheme.offered() + scheme.offered("claim")
        made = [
            (x.code, counted(f"{x.code}  {x.named(language)}", used.get(x.code, 0)))
            for x in scheme.offered()
        ]
        made += [(x.code, x.named(language)) for x in scheme.offered("claim")]
        return made + [(c, c) for c in used if c not in {x.code for x in known}]

    def _orders(self) -> list[tuple[Sort, str]]:
        return [
            ("imported", self.tr("as imported")),
            ("newest", self.tr("newest import first")),
            ("published", self.tr("newest article first")),
            ("title", self.tr("by title")),
            ("undecided", self.tr("most to judge first")),
            ("teaching", self.tr("what teaches most first")),
            ("doubtful", self.tr("most that is doubtful first")),
        ]

    def _add_tick(self, menu: QMenu, words: str, field: str, on: bool) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        action.toggled.connect(lambda checked: self.set(**{field: checked}))

    def _add_choice(
        self,
        menu: QMenu,
        words: str,
        field: str,
        offered: Callable[[], Sequence[tuple[str, str]]],
        *,
        everything: bool = True,
    ) -> None:
        """A submenu in which one thing can be chosen; with *everything*, also no matter which."""
        inner = menu.addMenu(words)

        def fill() -> None:  # when it is opened: counting 100,000 articles takes a moment
            inner.clear()
            group = QActionGroup(inner)
            lines: list[tuple[str | None, str]] = [*offered()]
            if everything:
                lines.insert(0, (None, self.tr("any")))
            for code, name in lines:
                action = QAction(plain_text.caption(name), group)
                action.setCheckable(True)
                action.setChecked(code == getattr(self.wanted, field))
                action.triggered.connect(lambda _=False, c=code: self.set(**{field: c}))
                inner.addAction(action)

        inner.aboutToShow.connect(fill)


def counted(name: str, count: int) -> str:
    """A line of a menu with a figure on the right."""
    return f"{name}\t{QLocale().toString(count)}" if count else name
