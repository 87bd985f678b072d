"""The state of the project: articles, people, pace, and where the machine is weak."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from annotator.core.metrics.project_progress import AnalystProgress, ProjectProgress
from annotator.services import charts
from annotator.store import Store
from annotator.ui import translation
from annotator.ui.appearance import plain_text
from annotator.ui.appearance.label_colours import theme_now

from ...widgets.dialog import Dialog, button, line
from ..quality.agreement import SvgPicture

_STATUSES = {
    "draft": translation.note("Progress", "in work"),
    "submitted": translation.note("Progress", "submitted"),
    "changes_requested": translation.note("Progress", "changes requested"),
    "approved": translation.note("Progress", "approved"),
}


class ProgressDialog(Dialog):
    """Read once, when it is opened."""

    article_asked = Signal(str)  # id

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Progress"), parent, width=720)
        self.found = store.dashboard()
        self.column.addWidget(line(self._summary(self.found), "title", self))
        _page, self._column = self.add_page(420)
        self._show(self.found)
        said = self.tr(
            "Times come from the history of edits; pauses of more than five minutes do not count."
            " Nothing else is recorded."
        )
        self.column.addWidget(line(said, "muted", self))
        self.add_buttons(button(self.tr("Close"), self.reject, self))

    def sizeHint(self) -> QSize:
        return QSize(720, 700)

    def _summary(self, found: ProjectProgress) -> str:
        parts = [self.tr("%n article(s)", None, found.articles)]
        parts.append(self.tr("%n not begun", None, found.untouched))
        if found.left_s is not None:
            hours = round(found.left_s / 3600, 1)
            said = self.tr("about {hours} hour(s) left", None, 1 if hours == 1 else 2)
            parts.append(said.format(hours=_number(hours)))
        return "  ·  ".join(parts)

    def _show(self, found: ProjectProgress) -> None:
        if not found.people:
            self._column.addWidget(line(self.tr("Nobody has begun yet."), "muted"))
        for person in found.people:
            self._column.addWidget(line(person.name, "heading"))
            self._column.addWidget(line(self._told(person), "muted"))
        if found.judged:
            self._column.addWidget(line(self.tr("What became of the suggestions"), "heading"))
            paint = charts.DARK if theme_now().dark else charts.LIGHT
            svg = charts.judged_bars(found, paint, lambda w: translation.translated("Progress", w))
            self._column.addWidget(SvgPicture(svg))
        if found.labels:
            self._column.addWidget(line(self.tr("Annotations by label"), "heading"))
            self._column.addWidget(self._counts(found))
        if found.doubtful:
            self._column.addWidget(line(self.tr("Unsure"), "heading"))
        for each in found.doubtful:
            said = plain_text.caption(f"{each.unsure}   {each.title[:70]}   {each.author}")
            go = button(said, lambda id_=each.article_id: self._go(id_))  # type: ignore[misc]
            go.setProperty("variant", "quiet")
            self._column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def _told(self, person: AnalystProgress) -> str:
        states = [
            f"{count} {translation.translated('Progress', _STATUSES[status])}"
            for status, count in person.by_status.items()
        ]
        parts = [", ".join(states)]
        parts.append(self.tr("%n annotation(s)", None, person.annotations))
        if person.unsure:
            parts.append(self.tr("%n unsure", None, person.unsure))
        if person.median_s:
            pace = round(person.median_s / 60, 1)
            said = self.tr("{minutes} minute(s) an article (median)", None, 1 if pace == 1 else 2)
            parts.append(said.format(minutes=_number(pace)))
        return "  ·  ".join(parts)

    def _counts(self, found: ProjectProgress) -> QWidget:
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        for at, (label, count) in enumerate(found.labels.items()):
            name = QLabel(f"{label}  {count}", held)
            grid.addWidget(name, at // 5, at % 5)
        return held

    def _go(self, id_: str) -> None:
        self.article_asked.emit(id_)
        self.reject()


def _number(value: float) -> str:
    """As people write it: 1, 1.5 (in Italian 1,5)."""
    return QLocale().toString(value, "f", 0 if value == int(value) else 1)


translation.note("Progress", "What became of the suggestions")
translation.note("Progress", "accepted")
translation.note("Progress", "amended")
translation.note("Progress", "rejected")
