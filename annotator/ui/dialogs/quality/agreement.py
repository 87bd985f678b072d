"""How far colleagues agree, to look at rather than to read; measured in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from annotator.core.metrics.agreement import Agreement
from annotator.core.metrics.intervals import Coefficient
from annotator.services import charts
from annotator.services.charts import written
from annotator.ui import translation
from annotator.ui.appearance import plain_text
from annotator.ui.appearance.label_colours import theme_now
from annotator.ui.widgets.file_dialog import file_dialog

from ...widgets.dialog import button, line
from ...widgets.job_dialog import JobDialog

_SCALE = 2  # pictures are saved at twice their size
_SUBJECTS = {
    "entities": translation.note("Agreement", "Entities"),
    "claims": translation.note("Agreement", "Claims"),
    "speakers": translation.note("Agreement", "Who says it"),
}
_WORDS = (
    translation.note("Agreement", "Agreement of each two annotators"),
    translation.note("Agreement", "Agreement by label"),
    translation.note("Agreement", "Agreement over time"),
    translation.note("Agreement", "Which label for which"),
    translation.note("Agreement", "all labels"),
    translation.note("Agreement", "claims"),
    translation.note("Agreement", "nothing"),
)
_ATTRIBUTES = {
    "claim.kind": translation.note("Agreement", "Kind of claim (κ)"),
    "claim.check_worthiness": translation.note("Agreement", "Check-worthiness (weighted κ)"),
    "claim.certainty": translation.note("Agreement", "Certainty (κ)"),
    "evidence.stance": translation.note("Agreement", "Stance of evidence (κ)"),
    "verdict.label": translation.note("Agreement", "Verdict (κ)"),
}


class AgreementDialog(JobDialog):
    """Opened, it measures; a click on an article opens it."""

    closes_at_once = True
    article_asked = Signal(str)  # id

    def __init__(self, project: Path, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Agreement"), parent, width=760)
        self._project = project
        self.found: Agreement | None = None
        self._title = line("", "title", self)
        self._plain = line("", "", self)
        self._drafts = QCheckBox(self.tr("Count work that is not submitted, too"), self)
        self._drafts.toggled.connect(self.measure)
        for widget in (self._title, self._plain, self.bar):
            self.column.addWidget(widget)
        self._page, self._column = self.add_page(440)
        self.column.addWidget(self._drafts)
        self._save = button(self.tr("Save…"), self.save, self)
        self._save.setEnabled(False)
        self.add_buttons(button(self.tr("Close"), self.reject, self), left=(self._save,))

    def sizeHint(self) -> QSize:
        return QSize(760, 760)

    def open(self) -> None:
        super().open()
        self.measure()

    # -- measuring -------------------------------------------------------------------------

    def measure(self) -> None:
        """Read all articles again."""
        self._title.setText(self.tr("Measuring…"))
        self._plain.setText("")
        command = ["agreement", str(self._project), "--json"]
        self.run(command + ["--drafts"] * self._drafts.isChecked(), self._measured)

    def _measured(self, code: int, said: str) -> None:
        self._clear()
        if code:
            self._title.setText(self.tr("Nothing to compare yet"))
            self._plain.setText("\n".join(self._heard))
            return
        self.found = msgspec.json.decode(said, type=Agreement)
        self._save.setEnabled(True)
        self._show(self.found)

    # -- showing ---------------------------------------------------------------------------

    def _show(self, found: Agreement) -> None:
        counted = self.tr("{who} on %n article(s)", None, found.articles)
        self._title.setText(counted.format(who=", ".join(found.authors)))
        self._plain.setText(plain_words(found))
        self._column.addWidget(self._figures(found))
        for svg in pictures(found, dark=theme_now().dark):
            picture = SvgPicture(svg, self._page)
            self._column.addWidget(line(picture.accessibleName(), "heading"))
            self._column.addWidget(picture)
        self._column.addWidget(line(self.tr("Articles with least agreement"), "heading"))
        for each in found.worst[:8]:
            said = self.tr("{f1}   {title}   (%n difference(s))", None, each.differences)
            row = button(
                said.format(f1=written(each.exact), title=plain_text.caption(each.title[:70])),
                lambda id_=each.id: self._go(id_),  # type: ignore[misc]
                self._page,
            )
            row.setProperty("variant", "quiet")
            self._column.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def _figures(self, found: Agreement) -> QWidget:
        held = QWidget(self._page)
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        for row, (name, each) in enumerate(self._rows(found)):
            grid.addWidget(line(name), row, 0)
            value = QLabel(_said(each), held)
            value.setProperty("role", "heading")
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
            count = QLabel(f"n = {each.n:n}", held)
            count.setProperty("role", "muted")
            grid.addWidget(count, row, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        return held

    def _rows(self, found: Agreement) -> Iterator[tuple[str, Coefficient]]:
        titles = {
            "exact": self.tr("Entities, same words and label (F1)"),
            "overlapping": self.tr("Entities, words in common, same label (F1)"),
            "blind": self.tr("Entities, same words, whatever label (F1)"),
            "claims": self.tr("Claims, half of the words in common (F1)"),
            "alpha": self.tr("Characters (Krippendorff’s α)"),
            "alpha_u": self.tr("Where units begin and end (α_U)"),
            "speakers": self.tr("Who says the claims that both marked (F1)"),
        }
        for name, each in found.figures():
            title = titles.get(name) or translation.translated(
                "Agreement", _ATTRIBUTES.get(name, name)
            )
            yield title, each

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _go(self, id_: str) -> None:
        self.article_asked.emit(id_)
        self.reject()

    # -- saving ----------------------------------------------------------------------------

    def save(self) -> None:
        """The figures as a table, or the pictures, by the ending of the name."""
        if self.found is None:
            return
        found = self.found
        dialog = file_dialog(self, self.tr("Save the agreement"), self._project.parent)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [self.tr("Table (*.csv)"), self.tr("Picture (*.png)"), self.tr("Drawing (*.svg)")]
        )
        dialog.selectFile("agreement.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: write(found, Path(path)))
        dialog.open()


class SvgPicture(QWidget):
    """An SVG at its own size, smaller where there is less room."""

    def __init__(self, svg: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn = QSvgRenderer(QByteArray(svg.encode()))
        self._size = self._drawn.defaultSize()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._size.height())
        self.setAccessibleName(svg.partition("<title>")[2].partition("</title>")[0])

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:
        share = min(1.0, self.width() / self._size.width())
        place = QRectF(0, 0, self._size.width() * share, self._size.height() * share)
        self._drawn.render(QPainter(self), place)


def pictures(found: Agreement, *, dark: bool) -> list[str]:
    """Every figure as SVG, in the language of the window."""
    paint = charts.DARK if dark else charts.LIGHT

    def said(english: str) -> str:
        return translation.translated("Agreement", english)

    made = [
        charts.heat_map(found, paint, said),
        charts.label_bars(found, paint, said),
        charts.confusion(found, paint, said),
    ]
    if len(found.by_month) > 1:
        made.append(charts.month_bars(found, paint, said))
    return made


def plain_words(found: Agreement) -> str:
    """What may be concluded, a line each of entities, claims and who says them."""
    told = (
        (translation.translated("Agreement", _SUBJECTS[subject]), translation.said_of(sentence))
        for subject, figure, sentence in found.conclusions()
        if figure.value is not None or subject == "entities"
    )
    return "\n".join(f"{subject}: {sentence}" for subject, sentence in told)


def write(found: Agreement, path: Path) -> None:
    """Write the figures (``.csv``) or the pictures (``.svg``, ``.png``), one below the other."""
    match path.suffix.lower():
        case ".svg":
            path.write_text(_stacked(pictures(found, dark=False)), encoding="utf-8")
        case ".png":
            _as_image(_stacked(pictures(found, dark=False))).save(str(path))
        case _:
            path.write_text("\r\n".join(_table(found)) + "\r\n", encoding="utf-8-sig")


def _stacked(svgs: list[str]) -> str:
    """One drawing with the others below each other."""
    sizes = [QSvgRenderer(QByteArray(svg.encode())).defaultSize() for svg in svgs]
    tops = [0]
    for size in sizes:
        tops.append(tops[-1] + size.height() + 16)
    inner = "".join(
        svg.replace("<svg ", f"<svg y='{top}' ", 1) for svg, top in zip(svgs, tops, strict=False)
    )
    width = max(size.width() for size in sizes)
    head = f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{tops[-1]}'>"
    return f"{head}<rect width='100%' height='100%' fill='#fff'/>{inner}</svg>"


def _as_image(svg: str) -> QImage:
    drawn = QSvgRenderer(QByteArray(svg.encode()))
    image = QImage(drawn.defaultSize() * _SCALE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    drawn.render(painter)
    painter.end()
    return image


def _table(found: Agreement) -> Iterator[str]:
    yield "what,value,low,high,n,articles"
    for name, each in found.every_figure():
        figures_ = (each.value, each.low, each.high)
        cells = ["" if value is None else f"{value:.6f}" for value in figures_]
        yield ",".join([f'"{_cell(name)}"', *cells, str(each.n), str(each.articles)])


def _cell(name: str) -> str:
    return name.replace('"', "'")


def _said(each: Coefficient) -> str:
    if each.low is None:
        return written(each.value)
    return f"{written(each.value)}  [{written(each.low)}, {written(each.high)}]"
