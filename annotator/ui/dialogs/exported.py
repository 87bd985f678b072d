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
    words.note("Losses", "A claim has one author: who says it."),
    words.note("Losses", "A report shows what was found, and not how people came to agree on it."),
    words.note(
        "Losses", "A review names its sources, and not what each of them says of the claim."
    ),
    words.note("Losses", "A web annotation is about words of the article."),
    words.note("Losses", "A word has one label in the format: the longer annotation is kept."),
    words.note("Losses", "AVeriTeC does not say what a source makes of the claim."),
    words.note(
        "Losses", "AVeriTeC has no such kind of claim: it is written as Event/Property Claim."
    ),
    words.note("Losses", "AVeriTeC has one text for an answer: the quote is left out."),
    words.note("Losses", "An article has one text."),
    words.note("Losses", "An entity here is one stretch of text: each part is one."),
    words.note("Losses", "Another file in it has the same name, or nearly so: both were read."),
    words.note("Losses", "Archives in archives are not opened."),
    words.note("Losses", "CheckThat! holds sentences, and whether they are worth checking."),
    words.note("Losses", "FEVER does not say who makes a claim."),
    words.note("Losses", "FEVER has no conflicting evidence: it is written as NOT ENOUGH INFO."),
    words.note("Losses", "FEVER holds only evidence that decides for the verdict."),
    words.note("Losses", "FEVER holds the source and the number of the sentence."),
    words.note("Losses", "In Vaglio it is said of the attribution as a whole."),
    words.note("Losses", "In brat an annotation ends where its line does."),
    words.note("Losses", "It does not say between what."),
    words.note("Losses", "It has no code."),
    words.note("Losses", "It has no end."),
    words.note("Losses", "It has no text."),
    words.note("Losses", "It has no verdict, and the format holds verdicts."),
    words.note("Losses", "It has no words, only a link to them."),
    words.note("Losses", "It has no words."),
    words.note("Losses", "It holds other codes, and no passage has it."),
    words.note("Losses", "It is about grammar, for which Vaglio has no place."),
    words.note("Losses", "It is a link that leads nowhere."),
    words.note("Losses", "It is a link that leads out of the folder."),
    words.note("Losses", "It is a link."),
    words.note("Losses", "It is left out, as was decided for this project."),
    words.note("Losses", "It is neither O, nor begins as with B- or I-."),
    words.note("Losses", "It is no file: a device, a pipe or a socket."),
    words.note("Losses", "It is not in the text."),
    words.note("Losses", "It is not worth checking."),
    words.note("Losses", "It is not written as relations are."),
    words.note("Losses", "It is not written as spans are."),
    words.note("Losses", "It is of no kind that can be imported."),
    words.note("Losses", "It is packed in a way that cannot be unpacked here."),
    words.note("Losses", "It is retired."),
    words.note("Losses", "It is said of the whole article, and not of words in it."),
    words.note("Losses", "It is written in a font whose letters cannot be told."),
    words.note("Losses", "It stands outside the file."),
    words.note("Losses", "It was passed over in Prodigy."),
    words.note("Losses", "It was skipped in Label Studio."),
    words.note("Losses", "It was superseded, and the format holds one a claim."),
    words.note("Losses", "It was superseded, and the table holds one a claim."),
    words.note("Losses", "Its label is left out, as was decided for this project."),
    words.note("Losses", "Its type is not one of a text."),
    words.note("Losses", "Its value is none that Vaglio knows."),
    words.note("Losses", "Its words are not those of the text there."),
    words.note("Losses", "Label Studio holds labelled spans and relations of a text."),
    words.note(
        "Losses",
        "Label Studio knows people by their e-mail address: it will be whoever imports the file.",
    ),
    words.note("Losses", "No article was found in it."),
    words.note("Losses", "No file can be called so everywhere: it was read under another name."),
    words.note("Losses", "Several files in it have its name."),
    words.note("Losses", "No column in it has labels that begin as with B- or I-."),
    words.note("Losses", "Nothing is marked in it, and a project holds what is marked."),
    words.note("Losses", "Only the words of a mail are read."),
    words.note("Losses", "Prodigy holds labelled spans and relations of a text."),
    words.note("Losses", "REFI-QDA holds coded passages, and links between them."),
    words.note("Losses", "The article has no address, and a review needs one."),
    words.note("Losses", "The file does not tell articles apart: it is cut after 5,000 words."),
    words.note("Losses", "The file has its number only; export a snapshot with the whole of it."),
    words.note("Losses", "The format has no interrupted spans: each part is a span of its own."),
    words.note("Losses", "The format holds labelled spans and the relations between them."),
    words.note(
        "Losses",
        "The format holds labelled words, relations between them, and what is said of each.",
    ),
    words.note("Losses", "The format holds one label for each word, and no more."),
    words.note("Losses", "The format holds start, end and label of spans."),
    words.note("Losses", "The format holds words only."),
    words.note("Losses", "The format holds words, and there are none in it."),
    words.note("Losses", "The table counts it, and holds a row for each claim."),
    words.note("Losses", "The table holds a row for each span of an annotation."),
    words.note("Losses", "The table holds claims."),
    words.note("Losses", "The table holds entities."),
    words.note(
        "Losses", "There are annotations of the text as it is, or nothing would be left of it."
    ),
    words.note("Losses", "There is no place for it in Vaglio."),
    words.note(
        "Losses", "They are not where this format has them: they are kept with the article."
    ),
    words.note("Losses", "Vaglio has relations between claims and who says them only."),
    words.note("Losses", "Vaglio keeps one of each entity."),
    words.note("Losses", "What arrives is a draft."),
    words.note("Losses", "What it is about is not there, or is no span of the text."),
    words.note("Losses", "What it is about is not there."),
    words.note("Losses", "What it leads from or to is not in the file, or does not fit its text."),
    words.note("Losses", "What it was copied from has another number where it arrives."),
    words.note("Losses", "XML has no control characters: U+FFFD stands for each of them."),
    words.note("Losses", "a case"),
    words.note("Losses", "a claim"),
    words.note("Losses", "a code"),
    words.note("Losses", "a correction of the text"),
    words.note("Losses", "a document"),
    words.note("Losses", "a drawing"),
    words.note("Losses", "a file"),
    words.note("Losses", "a judgement"),
    words.note("Losses", "a label"),
    words.note("Losses", "a layer"),
    words.note("Losses", "a mail"),
    words.note("Losses", "a name"),
    words.note("Losses", "a page"),
    words.note("Losses", "a passage"),
    words.note("Losses", "a piece of evidence"),
    words.note("Losses", "a prediction"),
    words.note("Losses", "a relation"),
    words.note("Losses", "a row"),
    words.note("Losses", "a ruling"),
    words.note("Losses", "a set"),
    words.note("Losses", "a source"),
    words.note("Losses", "a span"),
    words.note("Losses", "a variable"),
    words.note("Losses", "a verdict of conflicting evidence"),
    words.note("Losses", "a verdict"),
    words.note("Losses", "a view"),
    words.note("Losses", "an annotation"),
    words.note("Losses", "an answer"),
    words.note("Losses", "an attachment"),
    words.note("Losses", "an attribute"),
    words.note("Losses", "an attribution"),
    words.note("Losses", "an entity"),
    words.note("Losses", "an entry"),
    words.note("Losses", "an identifier"),
    words.note("Losses", "annotations"),
    words.note(
        "Losses", "brat holds labelled spans, relations between them, and what is said of each."
    ),
    words.note("Losses", "control characters of a text"),
    words.note("Losses", "details of a claim"),
    words.note("Losses", "details of an annotation"),
    words.note("Losses", "details of an attribution"),
    words.note("Losses", "details of an entity"),
    words.note("Losses", "doccano holds labelled spans of a text, and relations between them."),
    words.note("Losses", "labelbuddy holds labelled spans and no relations."),
    words.note("Losses", "labels"),
    words.note("Losses", "text of a page"),
    words.note("Losses", "the kind of a claim"),
    words.note("Losses", "the quote of a piece of evidence"),
    words.note("Losses", "the stance of a piece of evidence"),
    words.note("Losses", "the status of a layer"),
    words.note("Losses", "where an annotation comes from"),
    words.note("Losses", "where an article begins"),
    words.note("Losses", "which claim a claim is part of"),
    words.note("Losses", "which code a code is under"),
    words.note("Losses", "which names are of the same"),
    words.note("Losses", "which parts of a claim belong together"),
    words.note("Losses", "which parts of an entity belong together"),
    words.note("Losses", "white space around an annotation"),
    words.note("Losses", "who annotated"),
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
