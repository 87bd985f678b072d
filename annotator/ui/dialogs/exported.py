"""What an export wrote, and what its format could not carry."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from msgspec import Struct
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from annotator.ui import words

from .dialog import line

#: What the formats say of losses, to be translated here.
LOSSES = (
    words.note("Losses", "details of an entity"),
    words.note("Losses", "details of a claim"),
    words.note("Losses", "which parts of a claim belong together"),
    words.note("Losses", "an attribution"),
    words.note("Losses", "a source"),
    words.note("Losses", "a piece of evidence"),
    words.note("Losses", "a verdict"),
    words.note("Losses", "a judgement"),
    words.note("Losses", "a ruling"),
    words.note("Losses", "The format holds start, end and label of spans."),
    words.note("Losses", "The format has no interrupted spans: each part is a span of its own."),
    words.note("Losses", "the kind of a claim"),
    words.note("Losses", "the stance of a piece of evidence"),
    words.note("Losses", "the quote of a piece of evidence"),
    words.note("Losses", "a claim"),
    words.note("Losses", "an entity"),
    words.note("Losses", "a verdict of conflicting evidence"),
    words.note(
        "Losses", "AVeriTeC has no such kind of claim: it is written as Event/Property Claim."
    ),
    words.note("Losses", "AVeriTeC does not say what a source makes of the claim."),
    words.note("Losses", "AVeriTeC has one text for an answer: the quote is left out."),
    words.note("Losses", "CheckThat! holds sentences, and whether they are worth checking."),
    words.note("Losses", "It is not worth checking."),
    words.note(
        "Losses", "A review names its sources, and not what each of them says of the claim."
    ),
    words.note("Losses", "A claim has one author: who says it."),
    words.note("Losses", "The article has no address, and a review needs one."),
    words.note("Losses", "It has no verdict, and the format holds verdicts."),
    words.note("Losses", "It was superseded, and the format holds one a claim."),
    words.note("Losses", "It was superseded, and the table holds one a claim."),
    words.note("Losses", "The table counts it, and holds a row for each claim."),
    words.note("Losses", "The table holds claims."),
    words.note("Losses", "FEVER has no conflicting evidence: it is written as NOT ENOUGH INFO."),
    words.note("Losses", "FEVER holds the source and the number of the sentence."),
    words.note("Losses", "FEVER holds only evidence that decides for the verdict."),
    words.note("Losses", "FEVER does not say who makes a claim."),
    words.note("Losses", "A report shows what was found, and not how people came to agree on it."),
    words.note("Losses", "A web annotation is about words of the article."),
)


class Loss(Struct, frozen=True):
    """As in ``formats``, which says it in English."""

    what: str
    where: str
    why: str


class Report(Struct):
    """The answer of ``vaglio export --json``."""

    path: str
    articles: int
    lines: int
    carried: int
    uncarried: int
    lost: list[Loss]
    left_aside: int = 0


class Exported(QWidget):
    """The end of an export."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = line(self.tr("Exported"), "title")
        self._said = line("")
        self._path = line("", "muted")
        self._lost = line("", "heading")
        self.losses = QTreeWidget()
        self.losses.setHeaderHidden(True)
        self.losses.setMinimumHeight(160)
        self.losses.setAccessibleName(self.tr("What the format could not carry"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for each in (self._title, self._said, self._path, self._lost):
            column.addWidget(each)
        column.addWidget(self.losses, 1)
        self._column = column

    def show_report(self, path: Path, report: Report) -> None:
        counts = (
            self.tr("%n article(s)", None, report.articles),
            self.tr("%n record(s)", None, report.lines),
            self.tr("%n annotation(s)", None, report.carried),
        )
        said = self.tr("Written: {what}.").format(what=", ".join(counts))
        if report.left_aside:
            aside = self.tr("%n article(s) have no such work yet.", None, report.left_aside)
            said = f"{said} {aside}"
        self._said.setText(said)
        self._path.setText(str(path))
        is_whole = not report.uncarried
        self._lost.setText(
            self.tr("Nothing was left out.")
            if is_whole
            else self.tr("The format could not carry %n thing(s):", None, report.uncarried)
        )
        self.losses.setVisible(not is_whole)
        self._fill(report)
        if is_whole:
            self._column.addStretch(1)

    def _fill(self, report: Report) -> None:
        self.losses.clear()
        ordered = sorted(report.lost, key=lambda loss: (loss.what, loss.why))
        for (what, why), group in groupby(ordered, key=lambda loss: (loss.what, loss.why)):
            said = f"{words.translated('Losses', what)}: {words.translated('Losses', why)}"
            top = QTreeWidgetItem(self.losses, [said])
            top.setToolTip(0, said)
            for loss in group:
                QTreeWidgetItem(top, [loss.where]).setToolTip(0, loss.where)
            top.setExpanded(self.losses.topLevelItemCount() == 1)

    @property
    def said(self) -> str:
        return f"{self._said.text()} {self._lost.text()}"
