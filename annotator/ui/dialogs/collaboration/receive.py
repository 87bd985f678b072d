"""Receiving a colleague's work: what would come, looked at before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from annotator.core.visible_text import visible
from annotator.services.results import MergeAnswer, ReceivedFile
from annotator.store import ArrivedLayers, BarredArticle, DeletedArticle
from annotator.ui import translation

from ...widgets.dialog import button, line, make_default, report
from ...widgets.job_dialog import JobDialog


class ReceiveDialog(JobDialog):
    """Call `start`. First a run that writes nothing, then, on one press, the merge."""

    merged = Signal(int)  # new articles
    decision_asked = Signal()  # between the versions of a layer

    def __init__(
        self, project: Path, analyst: str, paths: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Receive work"), parent, width=640)
        files = [str(path.absolute()) for path in paths]
        self._words = ["merge", str(project), "--author", analyst, "--json", *files]
        self._title = line(self.tr("Looking at what comes…"), "title")
        self.report = report(self.tr("What comes"), 220)
        self.column.addWidget(self._title)
        self.column.addWidget(self.report, 1)
        self.deletions = QComboBox()
        self.deletions.setAccessibleName(self.tr("What colleagues deleted"))
        self.deletions.addItem(
            self.tr("Delete here too, but not what they did not know the work on"), ""
        )
        self.deletions.addItem(self.tr("Delete here too, all of it"), "--delete-too")
        self.deletions.addItem(self.tr("Keep it here"), "--keep-deleted")
        self.deletions.hide()
        self.column.addWidget(self.deletions)
        self.add_progress()
        self._cancel = button(self.tr("Cancel"), self.reject)
        self.go = button(self.tr("Bring it in"), self.merge)
        self.decide = button(self.tr("Decide between the versions…"), self._decide)
        self.decide.hide()
        self.add_buttons(self._cancel, self.decide, self.go)
        self.go.setEnabled(False)

    def start(self) -> None:
        self.open()
        self.run([*self._words, "--dry-run"], self._looked)

    def is_idle(self, idle: bool) -> None:
        if not idle:
            self.go.setEnabled(False)

    def _looked(self, code: int, output: str) -> None:
        receipt = self._read(code, output)
        if receipt is None:
            return
        comes = any(file.is_new for file in receipt.files)
        self._title.setText(
            self.tr("This would come") if comes else self.tr("There is nothing new in it")
        )
        self.report.setPlainText(visible(self._told(receipt)))
        goes = any(file.deleted or file.undecided for file in receipt.files)
        self.deletions.setVisible(goes)
        comes = comes or goes
        self.go.setEnabled(comes)
        if comes:
            make_default(self.go)
            self.go.setFocus()
        else:
            self._cancel.setText(self.tr("Close"))

    def merge(self) -> None:
        self._title.setText(self.tr("Bringing it in…"))
        decided = [self.deletions.currentData()] if self.deletions.currentData() else []
        self.deletions.setEnabled(False)
        self.run([*self._words, *decided], self._merged)

    def _merged(self, code: int, output: str) -> None:
        receipt = self._read(code, output)
        if receipt is None:
            return
        self._title.setText(self.tr("It is here"))
        self.report.setPlainText(visible(self._told(receipt)))
        self.go.hide()
        self.deletions.hide()
        self._cancel.setText(self.tr("Close"))
        has_rivals = any(file.rivals for file in receipt.files)
        self.decide.setVisible(has_rivals)
        next_ = self.decide if has_rivals else self._cancel
        make_default(next_)
        next_.setFocus()
        self.merged.emit(sum(file.articles_new for file in receipt.files))

    def _decide(self) -> None:
        self.accept()
        self.decision_asked.emit()

    def _read(self, code: int, output: str) -> MergeAnswer | None:
        try:
            return msgspec.json.decode(output, type=MergeAnswer)
        except msgspec.DecodeError:
            self._title.setText(self.tr("Nothing was brought in"))
            self.complain(code)
            return None

    # -- in words --------------------------------------------------------------------------

    def _told(self, receipt: MergeAnswer) -> str:
        parts = ["\n".join(self._lines(file)) for file in receipt.files]
        parts += [f"✕ {fault.file}: {translation.said_of(fault.error)}" for fault in receipt.faults]
        return "\n\n".join(parts)

    def _lines(self, each: ReceivedFile) -> list[str]:
        made = self.tr("{file}, from {name}").format(file=each.file, name=each.made_by)
        said = [made if each.made_by else each.file]
        articles = [self.tr("%n new article(s)", None, each.articles_new)]
        articles.append(self.tr("%n known already", None, each.articles_known))
        said.append(", ".join(articles))
        said += [self._layers(name, came) for name, came in sorted(each.layers.items())]
        if each.assignment:
            said.append(self.tr("who labels which article"))
        for title, author in each.rivals:
            two = self.tr("two versions by {author} of “{title}”: both are kept until you decide")
            said.append(two.format(author=author, title=title))
        said += self._gone(each)
        if each.other_texts:
            count = len(each.other_texts)
            said.append(self.tr("%n article(s) with another text: they come beside", None, count))
        if each.unknown_labels:
            labels = ", ".join(each.unknown_labels)
            said.append(self.tr("labels not known here, kept: {labels}").format(labels=labels))
        if each.kept:
            kept = ", ".join(each.kept)
            said.append(
                self.tr("outside sources with other fields, left as here: {kept}").format(kept=kept)
            )
        if each.machine_layers:
            left = self.tr("%n layer(s) of machines left aside", None, each.machine_layers)
            said.append(left)
        if each.is_unrelated:
            said.append(self.tr("Careful: no article of this project is in it."))
        return [said[0], *(f"   {line_}" for line_ in said[1:])]

    def _gone(self, each: ReceivedFile) -> list[str]:
        """Articles that colleagues deleted for good, and what becomes of them here."""
        here = self.tr("“{title}”, deleted for good by {by}{why}: it is deleted here too")
        waits = self.tr(
            "“{title}”, deleted for good by {by}{why}, who did not know the work of {people}: it stays"
            " here until you decide"
        )
        kept = self.tr("“{title}”, deleted for good by {by}{why}: it stays here")
        out = self.tr("“{title}”, deleted for good by {by}{why}: it is not brought back")
        lines = [
            template.format(
                title=gone.title, by=gone.by, why=_why(gone), people=", ".join(gone.unseen)
            )
            for template, some in (
                *((here, each.deleted), (waits, each.undecided), (kept, each.overruled)),
            )
            for gone in some
        ]
        return lines + [
            out.format(title=gone.title, by=gone.by, why=_why(gone)) for gone in each.left_out
        ]

    def _layers(self, name: str, came: ArrivedLayers) -> str:
        parts = [
            self.tr("%n new", None, came.new) if came.new else "",
            self.tr("%n newer", None, came.newer) if came.newer else "",
            self.tr("%n in two versions", None, came.rivals) if came.rivals else "",
            self.tr("%n here already", None, came.known) if came.known else "",
        ]
        return self.tr("work of {name}: {what}").format(
            name=name, what=", ".join(part for part in parts if part)
        )


def _why(gone: DeletedArticle | BarredArticle) -> str:
    return f" ({gone.reason})" if gone.reason else ""
