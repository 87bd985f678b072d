"""What would come of an import, looked at and set right before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHeaderView,
    QPlainTextEdit,
    QSplitter,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from annotator.core.scheme import Scheme
from annotator.core.visible_text import visible
from annotator.services.importing import ImportPlan
from annotator.services.results import ArticlePreview, PreviewAnswer
from annotator.ui import translation

from ...widgets.dialog import button, line, make_default
from ...widgets.job_dialog import JobDialog
from .import_draft import ImportDraft
from .importing import batches, plan_file, said_of_loss
from .label_mapping import TermsTable
from .preview_article import ArticleForm

_WIDE_PX, _TALL_PX, _LIST_PX = 1080, 660, 520


class PreviewDialog(JobDialog):
    """Call `start`. `agreed` has the plan; a look that found nothing to decide agrees by itself."""

    agreed = Signal(object)  # Plan
    asked_again = Signal(bool)  # whether to look before the next import as well

    def __init__(
        self,
        project: Path,
        analyst: str,
        paths: Sequence[Path],
        scheme: Scheme,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Import"), parent, width=_WIDE_PX)
        self._words = ["import", str(project), "--author", analyst, "--preview", "--json"]
        self._files, *self._more = batches(paths)
        self.draft = ImportDraft(PreviewAnswer())
        self._title = line(self.tr("Looking at the files…"), "title")
        self.column.addWidget(self._title)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.articles = self._list()
        self.form = ArticleForm()
        self.form.changed.connect(self._refresh)
        self.terms = TermsTable(scheme, language)
        self.terms.columns_changed.connect(self._look_again)
        self.losses = QPlainTextEdit()
        self.losses.setReadOnly(True)
        self.losses.setTabChangesFocus(True)
        self.losses.setAccessibleName(self.tr("What cannot be imported"))
        self._lay_out()
        self.add_progress()
        self.again = QCheckBox(self.tr("&Look before each import"))
        self.again.setChecked(True)
        self.again.toggled.connect(self.asked_again)
        self._cancel = button(self.tr("Cancel"), self.reject)
        self.go = button(self.tr("Import"), self.agree)
        self.add_buttons(self._cancel, self.go)
        self.column.insertWidget(self.column.count() - 2, self.again)

    def _list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setAccessibleName(self.tr("Articles"))
        made.setHeaderLabels([self.tr("Title"), self.tr("Date"), self.tr("Remarks")])
        header = made.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for at in (1, 2):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        made.currentItemChanged.connect(lambda _now, _before: self._show_current())
        made.itemChanged.connect(lambda item, at: self._tick(item) if at == 0 else None)
        return made

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.articles)
        split.addWidget(self.form)
        split.setSizes([_LIST_PX, _WIDE_PX - _LIST_PX])
        split.setChildrenCollapsible(False)
        self.tabs.addTab(split, self.tr("Articles"))
        self.tabs.addTab(self.terms, "")
        self.tabs.addTab(self.losses, "")
        self.column.addWidget(self.tabs, 1)
        self.tabs.hide()

    # -- looking ---------------------------------------------------------------------------

    def start(self) -> None:
        self.resize(_WIDE_PX, _TALL_PX)
        self.open()
        self.run([*self._words, *self._files], self._looked)

    def is_idle(self, idle: bool) -> None:
        self.go.setEnabled(idle and self.draft.wanted() > 0)

    def _look_again(self) -> None:
        plan = plan_file(ImportPlan(columns=self.draft.columns), self).fileName()
        self.run([*self._words, "--plan", plan, *self._files], self._looked)

    def _looked(self, code: int, output: str) -> None:
        try:
            seen = msgspec.json.decode(output, type=PreviewAnswer)
        except msgspec.DecodeError:
            self._title.setText(self.tr("The files could not be looked at"))
            self.complain(code)
            return
        seen.is_cut = seen.is_cut or bool(self._more)
        if not seen.articles and not seen.columns:
            self.agree()  # the import says what is wrong with each file
            return
        if self.tabs.isVisible():
            self.draft.looked_again(seen)
        else:
            self.draft = ImportDraft(seen)
        self._show(seen)

    def _show(self, seen: PreviewAnswer) -> None:
        self.terms.show_draft(self.draft)
        self._tell_of(1, self.tr("Labels to match"), self.terms.rowCount())
        troubles = [translation.said_of(fault.error) for fault in seen.faults]
        troubles += [said_of_loss(loss) for loss in seen.lost]
        self.losses.setPlainText(visible("\n".join(f"•  {trouble}" for trouble in troubles)))
        self._tell_of(2, self.tr("Cannot be imported"), len(troubles))
        self._fill()
        self.tabs.show()
        if not seen.articles:
            self.tabs.setCurrentIndex(1)
        elif self.tabs.currentIndex() == 0:
            self.articles.setFocus()
        self.is_idle(True)
        make_default(self.go)

    def _tell_of(self, tab: int, title: str, count: int) -> None:
        self.tabs.setTabText(tab, f"{title} ({count})")
        self.tabs.setTabVisible(tab, count > 0)

    # -- articles --------------------------------------------------------------------------

    def _fill(self) -> None:
        self.articles.blockSignals(True)
        self.articles.clear()
        for article in self.draft.look.articles:
            item = QTreeWidgetItem(self.articles)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_wanted = article.sha256 not in self.draft.leave_out
            item.setCheckState(0, Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)
            self._write(item, article)
        self.articles.blockSignals(False)
        self._head()
        self._go_to(0)

    def _go_to(self, at: int) -> None:
        item = self.articles.topLevelItem(at)
        if item is not None:
            self.articles.setCurrentItem(item)

    def _write(self, item: QTreeWidgetItem, shown: ArticlePreview) -> None:
        item.setText(0, self.draft.value(shown, "title"))
        item.setToolTip(0, shown.file)
        item.setText(1, self.draft.value(shown, "published"))
        remarks = []
        if self.draft.mistake(shown) is not None:
            remarks.append(self.tr("to be set right"))
        if shown.deleted is not None:
            remarks.append(self.tr("deleted for good by {who}").format(who=shown.deleted.by))
            item.setToolTip(2, shown.deleted.reason)
        if shown.is_known:
            remarks.append(self.tr("here already"))
        if shown.annotations:
            remarks.append(self.tr("%n annotation(s)", None, shown.annotations))
        item.setText(2, " · ".join(remarks))

    def _head(self) -> None:
        """How much would come."""
        count = self.draft.wanted()
        if self.draft.look.is_cut:
            said = self.tr(
                "More than %n articles: these are the first; what is set for all is for the "
                "others too",
                None,
                len(self.draft.look.articles),
            )
        elif not self.draft.look.articles:
            said = self.tr("Which column holds the texts?")
        else:
            said = self.tr("%n article(s) will come in", None, count)
        self._title.setText(said)
        self.go.setEnabled(count > 0)

    def _show_current(self) -> None:
        item = self.articles.currentItem()
        if item is not None:
            at = self.articles.indexOfTopLevelItem(item)
            self.form.show_article(self.draft, self.draft.look.articles[at])

    def _tick(self, item: QTreeWidgetItem) -> None:
        shown = self.draft.look.articles[self.articles.indexOfTopLevelItem(item)]
        if item.checkState(0) == Qt.CheckState.Checked:
            self.draft.leave_out.discard(shown.sha256)
        else:
            self.draft.leave_out.add(shown.sha256)
        self._head()

    def _refresh(self) -> None:
        """What was changed for one or for all is in the list too."""
        self.articles.blockSignals(True)
        for at, shown in enumerate(self.draft.look.articles):
            item = self.articles.topLevelItem(at)
            if item is not None:
                self._write(item, shown)
        self.articles.blockSignals(False)

    # -- the end ---------------------------------------------------------------------------

    def agree(self) -> None:
        """Import so; or go to the article that is not right yet."""
        for at, shown in enumerate(self.draft.look.articles):
            is_wanted = shown.sha256 not in self.draft.leave_out
            if is_wanted and self.draft.mistake(shown) is not None:
                self.tabs.setCurrentIndex(0)
                self._go_to(at)
                return
        self.agreed.emit(self.draft.plan())
        self.accept()
