"""What an export wrote, and what its format could not carry."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from annotator.services.results import ExportAnswer
from annotator.ui.widgets import translation

from ...widgets.dialog import line

#: What the formats say of losses, to be translated here.
LOSSES = (
    translation.note("Losses", "A claim has one author: who says it."),
    translation.note(
        "Losses", "A report shows what was found, and not how people came to agree on it."
    ),
    translation.note(
        "Losses", "A review names its sources, and not what each of them says of the claim."
    ),
    translation.note("Losses", "A web annotation is about words of the article."),
    translation.note(
        "Losses", "A word has one label in the format: the longer annotation is kept."
    ),
    translation.note("Losses", "AVeriTeC does not say what a source makes of the claim."),
    translation.note(
        "Losses", "AVeriTeC has no such kind of claim: it is written as Event/Property Claim."
    ),
    translation.note("Losses", "AVeriTeC has one text for an answer: the quote is left out."),
    translation.note("Losses", "An article has one text."),
    translation.note("Losses", "An entity here is one stretch of text: each part is one."),
    translation.note(
        "Losses", "Another file in it has the same name, or nearly so: both were read."
    ),
    translation.note("Losses", "Archives in archives are not opened."),
    translation.note("Losses", "CheckThat! holds sentences, and whether they are worth checking."),
    translation.note("Losses", "FEVER does not say who makes a claim."),
    translation.note(
        "Losses", "FEVER has no conflicting evidence: it is written as NOT ENOUGH INFO."
    ),
    translation.note("Losses", "FEVER holds only evidence that decides for the verdict."),
    translation.note("Losses", "FEVER holds the source and the number of the sentence."),
    translation.note("Losses", "In Vaglio it is said of the attribution as a whole."),
    translation.note("Losses", "In brat an annotation ends where its line does."),
    translation.note("Losses", "It does not say between what."),
    translation.note("Losses", "It has no code."),
    translation.note("Losses", "It has no end."),
    translation.note("Losses", "It has no text."),
    translation.note("Losses", "It has no verdict, and the format holds verdicts."),
    translation.note("Losses", "It has no words, only a link to them."),
    translation.note("Losses", "It has no words."),
    translation.note("Losses", "It holds other codes, and no passage has it."),
    translation.note("Losses", "It is about grammar, for which Vaglio has no place."),
    translation.note("Losses", "It is a link that leads nowhere."),
    translation.note("Losses", "It is a link that leads out of the folder."),
    translation.note("Losses", "It is a link."),
    translation.note("Losses", "It is left out, as was decided for this project."),
    translation.note("Losses", "It is neither O, nor begins as with B- or I-."),
    translation.note("Losses", "It is no file: a device, a pipe or a socket."),
    translation.note("Losses", "It is not in the text."),
    translation.note("Losses", "It is not worth checking."),
    translation.note("Losses", "It is not written as relations are."),
    translation.note("Losses", "It is not written as spans are."),
    translation.note("Losses", "It is of no kind that can be imported."),
    translation.note("Losses", "It is packed in a way that cannot be unpacked here."),
    translation.note("Losses", "It is retired."),
    translation.note("Losses", "It is said of the whole article, and not of words in it."),
    translation.note("Losses", "It is written in a font whose letters cannot be told."),
    translation.note("Losses", "It stands outside the file."),
    translation.note("Losses", "It was passed over in Prodigy."),
    translation.note("Losses", "It was skipped in Label Studio."),
    translation.note("Losses", "It was superseded, and the format holds one a claim."),
    translation.note("Losses", "It was superseded, and the table holds one a claim."),
    translation.note("Losses", "Its label is left out, as was decided for this project."),
    translation.note("Losses", "Its type is not one of a text."),
    translation.note("Losses", "Its value is none that Vaglio knows."),
    translation.note("Losses", "Its words are not those of the text there."),
    translation.note("Losses", "Label Studio holds labelled spans and relations of a text."),
    translation.note(
        "Losses",
        "Label Studio knows people by their e-mail address: it will be whoever imports the file.",
    ),
    translation.note("Losses", "No article was found in it."),
    translation.note(
        "Losses", "No file can be called so everywhere: it was read under another name."
    ),
    translation.note("Losses", "Several files in it have its name."),
    translation.note("Losses", "No column in it has labels that begin as with B- or I-."),
    translation.note("Losses", "Nothing is marked in it, and a project holds what is marked."),
    translation.note("Losses", "Only the words of a mail are read."),
    translation.note("Losses", "Prodigy holds labelled spans and relations of a text."),
    translation.note("Losses", "REFI-QDA holds coded passages, and links between them."),
    translation.note("Losses", "The article has no address, and a review needs one."),
    translation.note(
        "Losses", "The file does not tell articles apart: it is cut after 5,000 words."
    ),
    translation.note(
        "Losses", "The file has its number only; export a snapshot with the whole of it."
    ),
    translation.note(
        "Losses", "The format has no interrupted spans: each part is a span of its own."
    ),
    translation.note("Losses", "The format holds labelled spans and the relations between them."),
    translation.note(
        "Losses",
        "The format holds labelled words, relations between them, and what is said of each.",
    ),
    translation.note("Losses", "The format holds one label for each word, and no more."),
    translation.note("Losses", "The format holds start, end and label of spans."),
    translation.note("Losses", "The format holds words only."),
    translation.note("Losses", "The format holds words, and there are none in it."),
    translation.note("Losses", "The table counts it, and holds a row for each claim."),
    translation.note("Losses", "The table holds a row for each span of an annotation."),
    translation.note("Losses", "The table holds claims."),
    translation.note("Losses", "The table holds entities."),
    translation.note(
        "Losses", "There are annotations of the text as it is, or nothing would be left of it."
    ),
    translation.note("Losses", "There is no place for it in Vaglio."),
    translation.note(
        "Losses", "They are not where this format has them: they are kept with the article."
    ),
    translation.note("Losses", "Vaglio has relations between claims and who says them only."),
    translation.note("Losses", "Vaglio keeps one of each entity."),
    translation.note("Losses", "What arrives is a draft."),
    translation.note("Losses", "What it is about is not there, or is no span of the text."),
    translation.note("Losses", "What it is about is not there."),
    translation.note(
        "Losses", "What it leads from or to is not in the file, or does not fit its text."
    ),
    translation.note("Losses", "What it was copied from has another number where it arrives."),
    translation.note("Losses", "XML has no control characters: U+FFFD stands for each of them."),
    translation.note("Losses", "a case"),
    translation.note("Losses", "a claim"),
    translation.note("Losses", "a code"),
    translation.note("Losses", "a correction of the text"),
    translation.note("Losses", "a document"),
    translation.note("Losses", "a drawing"),
    translation.note("Losses", "a file"),
    translation.note("Losses", "a judgement"),
    translation.note("Losses", "a label"),
    translation.note("Losses", "a layer"),
    translation.note("Losses", "a mail"),
    translation.note("Losses", "a name"),
    translation.note("Losses", "a page"),
    translation.note("Losses", "a passage"),
    translation.note("Losses", "a piece of evidence"),
    translation.note("Losses", "a prediction"),
    translation.note("Losses", "a relation"),
    translation.note("Losses", "a row"),
    translation.note("Losses", "a ruling"),
    translation.note("Losses", "a set"),
    translation.note("Losses", "a source"),
    translation.note("Losses", "a span"),
    translation.note("Losses", "a variable"),
    translation.note("Losses", "a verdict of conflicting evidence"),
    translation.note("Losses", "a verdict"),
    translation.note("Losses", "a view"),
    translation.note("Losses", "an annotation"),
    translation.note("Losses", "an answer"),
    translation.note("Losses", "an attachment"),
    translation.note("Losses", "an attribute"),
    translation.note("Losses", "an attribution"),
    translation.note("Losses", "an entity"),
    translation.note("Losses", "an entry"),
    translation.note("Losses", "an identifier"),
    translation.note("Losses", "annotations"),
    translation.note(
        "Losses", "brat holds labelled spans, relations between them, and what is said of each."
    ),
    translation.note("Losses", "control characters of a text"),
    translation.note("Losses", "details of a claim"),
    translation.note("Losses", "details of an annotation"),
    translation.note("Losses", "details of an attribution"),
    translation.note("Losses", "details of an entity"),
    translation.note(
        "Losses", "doccano holds labelled spans of a text, and relations between them."
    ),
    translation.note("Losses", "labelbuddy holds labelled spans and no relations."),
    translation.note("Losses", "labels"),
    translation.note("Losses", "text of a page"),
    translation.note("Losses", "the kind of a claim"),
    translation.note("Losses", "the quote of a piece of evidence"),
    translation.note("Losses", "the stance of a piece of evidence"),
    translation.note("Losses", "the status of a layer"),
    translation.note("Losses", "where an annotation comes from"),
    translation.note("Losses", "where an article begins"),
    translation.note("Losses", "which claim a claim is part of"),
    translation.note("Losses", "which code a code is under"),
    translation.note("Losses", "which names are of the same"),
    translation.note("Losses", "which parts of a claim belong together"),
    translation.note("Losses", "which parts of an entity belong together"),
    translation.note("Losses", "white space around an annotation"),
    translation.note("Losses", "who annotated"),
)


class ExportOutcome(QWidget):
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

    def show_report(self, path: Path, report: ExportAnswer) -> None:
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

    def _fill(self, report: ExportAnswer) -> None:
        self.losses.clear()
        ordered = sorted(report.lost, key=lambda loss: (loss.what, loss.why))
        for (what, why), group in groupby(ordered, key=lambda loss: (loss.what, loss.why)):
            said = (
                f"{translation.translated('Losses', what)}: {translation.translated('Losses', why)}"
            )
            top = QTreeWidgetItem(self.losses, [said])
            top.setToolTip(0, said)
            for loss in group:
                QTreeWidgetItem(top, [loss.where]).setToolTip(0, loss.where)
            top.setExpanded(self.losses.topLevelItemCount() == 1)

    @property
    def said(self) -> str:
        return f"{self._said.text()} {self._lost.text()}"
