"""Learn from my corrections: what judged articles teach, what it gains, and the way back."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from annotator.core.learning.training_examples import LearningOutcome
from annotator.services import learning
from annotator.services.learning import LEAST_ARTICLES, LearnedVersion, MeasuredRates
from annotator.services.session import Session

from ...widgets.dialog import button, line, make_default, restyle, rule
from ...widgets.job_dialog import JobDialog
from ...widgets.table import ReadOnlyTable

_NUMBER = Qt.ItemDataRole.UserRole


class LearnDialog(JobDialog):
    """Learns in a process of its own; nothing is put to use without being asked for."""

    closes_at_once = True
    used = Signal()  # another version is in use

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Learn from my corrections"), parent, width=640)
        self._session = session
        self.learning: LearningOutcome | None = None
        self._build()
        self._show_versions()
        self._show_ready()

    def _build(self) -> None:
        self._said = line("")
        self.table = self._make_table()
        self.table.hide()
        self._parts = line("", "muted")
        self._parts.hide()
        self._learn = button(self.tr("Learn"), self.learn)
        self._stop = button(self.tr("Stop"), self.stop)
        self._use = button(self.tr("Use from now on"), self.use)
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in (self._learn, self._stop, self._use):
            row.addWidget(each)
        row.addStretch(1)
        for widget in (self._said, self.bar, self.table, self._parts):
            self.column.addWidget(widget)
        self.column.addLayout(row)
        self.column.addWidget(rule())
        self.column.addWidget(line(self.tr("Versions"), "heading"))
        self.versions = QListWidget()
        self.versions.setAccessibleName(self.tr("Versions, the one in use first"))
        self.versions.setMinimumHeight(110)
        self.versions.currentRowChanged.connect(self._point)
        self.versions.itemActivated.connect(lambda _item: self.go_back())
        self.column.addWidget(self.versions, 1)
        self._back = button(self.tr("Go back to this one"), self.go_back)
        self._close = button(self.tr("Close"), self.reject)
        self.add_buttons(self._close, left=(self._back,))

    def _make_table(self) -> ReadOnlyTable:
        heads = ("", self.tr("As it ships"), self.tr("As learnt"))
        table = ReadOnlyTable(self.tr("What is gained"), heads)
        table.setRowCount(4)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setFixedHeight(table.horizontalHeader().sizeHint().height() + 4 * 32 + 4)
        return table

    # -- learning --------------------------------------------------------------------------

    def _show_ready(self) -> None:
        count = len(learning.finished(self._session.store))
        is_enough = count >= LEAST_ARTICLES
        if is_enough:
            said = self.tr(
                "From the articles whose suggestions you have judged, Vaglio learns which suggestions "
                "were right, how much claims are worth checking, and names it did not know. It tries "
                "that on articles it did not learn from, and shows you the gain before anything changes."
            )
            judged = self.tr("%n article(s) judged to the end.", None, count)
        else:
            said = self.tr("Judge all suggestions of at least {least} articles, or submit them.")
            said = said.format(least=LEAST_ARTICLES)
            judged = self.tr("%n article(s) judged to the end.", None, count)
        self._said.setText(f"{said}\n{judged}")
        self._learn.setEnabled(is_enough)
        self._stop.hide()
        self._use.hide()

    def learn(self) -> None:
        """Begin; what comes of it is shown when it is done."""
        if self._job is not None:
            return
        self.learning = None
        self._said.setText(self.tr("Learning…"))
        for widget in (self.table, self._parts, self._use, self._learn):
            widget.hide()
        self._stop.show()
        path = str(self._session.store.path)
        self.run(["learn", path, "--author", self._session.analyst, "--json"], self._ended)

    def _ended(self, code: int, output: str) -> None:
        self._stop.hide()
        self._learn.show()
        if code == 130:
            self._show_ready()
        elif code != 0:
            self._said.setText("\n".join(self._heard[-3:]) or self.tr("It could not be done."))
        else:
            self.learning = msgspec.json.decode(output, type=LearningOutcome)
            self._show_learning(self.learning)

    def _show_learning(self, made: LearningOutcome) -> None:
        before, after = learning.rates(made.before), learning.rates(made.after)
        rows = (
            (self.tr("Entities right (F1)"), before.entities, after.entities),
            (self.tr("Claims right (F1)"), before.claims, after.claims),
            (self.tr("Check-worthiness right"), before.worth, after.worth),
        )
        for number, (name, was, would) in enumerate(rows):
            self._fill(number, name, _percent(was), _percent(would), is_better=_more(was, would))
        fewer = made.after.mistakes < made.before.mistakes
        wrong = [QLocale().toString(m, "f", 1) for m in (made.before.mistakes, made.after.mistakes)]
        self._fill(3, self.tr("To set right, an article"), *wrong, is_better=fewer)
        self.table.show()
        if made.gains:
            said = self.tr(
                "Learnt from %n article(s), measured on those that were not learnt from.",
                None,
                made.articles,
            )
        else:
            said = self.tr("There is nothing to gain yet: suggestions stay as they are.")
        self._said.setText(said)
        self._parts.setText(self._parts_words(made))
        self._parts.show()
        self._use.setVisible(made.gains)
        if made.gains:
            self._make_first(self._use, self._close)
            self._use.setFocus()

    def _make_first(self, first: QPushButton, other: QPushButton) -> None:
        """The one button that Enter presses, and that looks like it."""
        make_default(first)
        other.setProperty("variant", None)
        restyle(first)
        restyle(other)

    def _fill(self, row: int, name: str, was: str, would: str, *, is_better: bool) -> None:
        self.table.fill(row, (name, was, would), numbers_from=1, bold=2 if is_better else -1)
        self.table.setRowHeight(row, 32)

    def _parts_words(self, made: LearningOutcome) -> str:
        names = {
            "names": self.tr("known names"),
            "entities": self.tr("which entities are right"),
            "claims": self.tr("which claims are right"),
            "worth": self.tr("check-worthiness"),
        }
        kept = [names[part.name] for part in made.parts if part.kept]
        left = [names[part.name] for part in made.parts if not part.kept]
        said = []
        if kept:
            said.append(self.tr("Used: {parts}.").format(parts=", ".join(kept)))
        if left:
            said.append(
                self.tr("Left out, as it gains nothing: {parts}.").format(parts=", ".join(left))
            )
        return " ".join(said)

    def use(self) -> None:
        """Put to use what was learnt, as a new version; one undo takes it back."""
        if self.learning is None:
            return
        self._session.refuse_while_waiting()
        self._session.do(learning.use(self._session.store, self.learning, by=self._session.analyst))
        self._use.hide()
        self._make_first(self._close, self._use)
        self._show_versions()
        self._said.setText(self.tr("In use from now on, for every article you open."))
        self.used.emit()

    # -- versions --------------------------------------------------------------------------

    def _show_versions(self) -> None:
        known = learning.versions(self._session.store)
        self.versions.clear()
        for each in reversed(known):
            item = QListWidgetItem(self._version_words(each, in_use=each is known[-1]))
            item.setData(_NUMBER, each.number)
            self.versions.addItem(item)
        ships = QListWidgetItem(self.tr("As it ships") + ("" if known else self._now()))
        ships.setData(_NUMBER, 0)
        self.versions.addItem(ships)
        self.versions.setCurrentRow(0)
        self._point()

    def _now(self) -> str:
        return "   ·   " + self.tr("in use")

    def _version_words(self, version: LearnedVersion, *, in_use: bool) -> str:
        at = QDateTime.fromString(version.at, Qt.DateFormat.ISODateWithMs).toLocalTime()
        parts = [f"{version.number}", QLocale().toString(at, QLocale.FormatType.ShortFormat)]
        parts.append(version.by)
        if version.parts == 0:
            parts.append(self.tr("back to as it ships"))
        elif version.parts != version.number:
            parts.append(self.tr("back to {number}").format(number=version.parts))
        else:
            parts.append(self.tr("%n article(s)", None, version.articles))
        parts.append(_gain(version.before, version.after))
        return "   ·   ".join(p for p in parts if p) + (self._now() if in_use else "")

    def _point(self, _row: int = 0) -> None:
        self._back.setEnabled(self.versions.currentRow() > 0)

    def go_back(self) -> None:
        """Use the chosen version again, as a new version."""
        item = self.versions.currentItem()
        if item is None or self.versions.currentRow() == 0:
            return
        number = int(item.data(_NUMBER))
        self._session.refuse_while_waiting()
        self._session.do(learning.go_back(self._session.store, number, by=self._session.analyst))
        self._said.setText(self.tr("In use again, for every article you open."))
        self._show_versions()
        self.used.emit()


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{QLocale().toString(100 * share, 'f', 1)} %"


def _more(was: float | None, would: float | None) -> bool:
    return would is not None and (was is None or would > was)


def _gain(before: MeasuredRates, after: MeasuredRates) -> str:
    """``24.0 → 15.8``: what was to be set right, an article."""
    if before.mistakes is None or after.mistakes is None:
        return ""
    locale = QLocale()
    numbers = (locale.toString(each, "f", 1) for each in (before.mistakes, after.mistakes))
    return " → ".join(numbers)
