"""Getting labelled data out: which format, whose work, which articles, where to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, QTemporaryFile, QUrl
from PySide6.QtGui import QDesktopServices, QStandardItemModel
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.formats import FormatEntry, formats
from annotator.services.results import ExportAnswer
from annotator.services.session import Session
from annotator.ui import translation
from annotator.ui.background.command_process import CommandProcess
from annotator.ui.widgets.file_dialog import file_dialog

from ...widgets.dialog import Dialog, button, line, make_default, restyle
from .export_outcome import ExportOutcome

_CANCELLED = 130
_MOST_SAID = 6  # things that are missing
_GROUPS = {
    "vaglio": translation.note("Formats", "Vaglio"),
    "publishing": translation.note("Formats", "To read and to publish"),
    "tools": translation.note("Formats", "Other tools"),
    "training": translation.note("Formats", "To train models"),
    "fact-checking": translation.note("Formats", "Research on fact-checking"),
}


class ExportDialog(Dialog):
    """Asks, exports in a process of its own, and says what was written and what was not."""

    def __init__(
        self,
        session: Session,
        here: str | None,
        listed: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """*here* is the id of the open article, *listed* those of the articles in the list."""
        super().__init__(self.tr("Export"), parent, width=600)
        assert session.store.path is not None
        self._session, self._project = session, session.store.path
        self._here, self._listed = here, list(listed)
        self._job: CommandProcess | None = None
        self._ids_file: QTemporaryFile | None = None
        self._said_by_job: list[str] = []
        self._path = Path()
        self._is_warned = False  # of what is missing: the next press writes it all the same
        self._was_chosen = False  # by the analyst, so that it is not named anew
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(18)
        self._form.setVerticalSpacing(9)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._add_format()
        self._add_layer()
        self._add_articles()
        self._add_destination()
        asking = QWidget()
        asking.setLayout(self._form)
        self._form.setContentsMargins(0, 0, 0, 0)
        self.outcome = ExportOutcome()
        self._stack = QStackedWidget()
        self._stack.addWidget(asking)
        self._stack.addWidget(self.outcome)
        self.column.addWidget(self._stack, 1)
        self._add_progress()
        self._cancel = button(self.tr("Cancel"), self.reject)
        self._again = button(self.tr("Export something else"), self._ask_again)
        self._again.hide()
        self._go = button(self.tr("Export"), self.export)
        self.add_buttons(self._cancel, self._go, left=(self._again,))
        self._name()

    # -- asking ----------------------------------------------------------------------------

    def _add_format(self) -> None:
        self.format = QComboBox()
        for group, title in _GROUPS.items():
            self._add_heading(translation.translated("Formats", title))
            for each in formats().values():
                if each.writes and each.group == group:
                    self.format.addItem(translation.translated("Formats", each.title), each.name)
        self.format.setCurrentIndex(1)
        self.format.setMaxVisibleItems(40)
        self._told = line("", "muted")
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.format.currentIndexChanged.connect(self._name)
        self._form.addRow(self.tr("&Format"), self.format)
        self._form.addRow("", self._told)

    def _add_heading(self, title: str) -> None:
        """A line in the list of formats that cannot be chosen."""
        self.format.addItem(title)
        model = self.format.model()
        assert isinstance(model, QStandardItemModel)
        item = model.item(self.format.count() - 1)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)

    def _add_layer(self) -> None:
        self.layer = QComboBox()
        for code, said in (
            ("mine", self.tr("Mine ({name})").format(name=self._session.analyst)),
            ("machine", self.tr("The machine's suggestions")),
            ("gold", self.tr("Gold: what was agreed on")),
            ("all", self.tr("All of them, one record each")),
            ("", self.tr("Another analyst's…")),
        ):
            self.layer.addItem(said, code)
        self.analyst = QLineEdit()
        self.analyst.setPlaceholderText(self.tr("The analyst's name"))
        self.analyst.setAccessibleName(self.tr("The analyst's name"))
        self.analyst.hide()
        self.layer.currentIndexChanged.connect(self._name)
        self.analyst.textChanged.connect(self._name)
        self._form.addRow(self.tr("Whose &work"), self.layer)
        self._form.addRow("", self.analyst)

    def _add_articles(self) -> None:
        self.which = QButtonGroup(self)
        self.status = QComboBox()
        self.status.setAccessibleName(self.tr("Status"))
        for code, said in (
            ("submitted", self.tr("submitted")),
            ("draft", self.tr("in work")),
            ("new", self.tr("not begun")),
            ("changes_requested", self.tr("changes requested")),
            ("approved", self.tr("approved")),
        ):
            self.status.addItem(said, code)
        total = self._session.store.article_count()
        listed = self.tr("Those in the list now (%n)", None, len(self._listed))
        choices = (
            self.tr("All articles (%n)", None, total),
            listed,
            self.tr("The open article"),
            self.tr("Those with the status"),
        )
        box = QVBoxLayout()
        box.setSpacing(3)
        for number, said in enumerate(choices):
            radio = QRadioButton(said)
            self.which.addButton(radio, number)
            row = QHBoxLayout()
            row.addWidget(radio)
            if number == 3:
                row.addWidget(self.status)
            row.addStretch(1)
            box.addLayout(row)
        self.which.button(0).setChecked(True)
        self.which.button(1).setEnabled(bool(self._listed))
        self.which.button(2).setEnabled(self._here is not None)
        self.which.idClicked.connect(self._name)
        self.status.activated.connect(lambda _index: self.which.button(3).click())
        self._form.addRow(self.tr("Articles"), box)

    def _add_destination(self) -> None:
        self.destination = QLineEdit()
        self.destination.setReadOnly(True)
        self.destination.setAccessibleName(self.tr("Destination"))
        browse = button(self.tr("Change…"), self._browse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.destination, 1)
        row.addWidget(browse)
        self._form.addRow(self.tr("To"), row)

    def _add_progress(self) -> None:
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.hide()
        self._said = line("", "error")
        self._said.hide()
        self.column.addWidget(self._bar)
        self.column.addWidget(self._said)

    @property
    def _format(self) -> FormatEntry:
        return formats()[str(self.format.currentData())]

    @property
    def _layer(self) -> str:
        return str(self.layer.currentData()) or self.analyst.text().strip()

    def _name(self) -> None:
        """Show what goes with what is chosen; a file name that says it, and is not taken."""
        each = self._format
        self._warn(False)
        self._told.setText(translation.translated("Formats", each.use) if each.use else "")
        self.analyst.setVisible(not self.layer.currentData())
        self._go.setEnabled(bool(self._layer))
        if self._was_chosen and self._path.suffix == each.suffix:
            return
        self._was_chosen = False
        part = "" if self.which.checkedId() in (0, -1) else f"-{self._part()}"
        stem = f"{self._project.stem}-{_plain(self._layer)}{part}"
        self._put(free_name(default_folder(self._project), stem, each.suffix))

    def _warn(self, is_warned: bool) -> None:
        self._is_warned = is_warned
        self._go.setText(self.tr("Write it all the same") if is_warned else self.tr("Export"))

    def _part(self) -> str:
        return ("", "list", "article", str(self.status.currentData()))[self.which.checkedId()]

    def _put(self, path: Path) -> None:
        self._path = path
        self.destination.setText(str(path))
        self.destination.setToolTip(str(path))

    def _browse(self) -> None:
        dialog = file_dialog(self, self.tr("Export to"), self._path.parent)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)  # asks before it overwrites
        dialog.setDefaultSuffix(self._format.suffix.lstrip("."))
        dialog.selectFile(self._path.name)
        dialog.fileSelected.connect(self.choose_file)
        dialog.open()

    def choose_file(self, path: str) -> None:
        """Export to *path*, whatever else is chosen."""
        self._was_chosen = True
        self._put(Path(path))

    # -- exporting -------------------------------------------------------------------------

    def export(self) -> None:
        """Run it; while it runs, Escape cancels."""
        self._said.hide()
        self._said_by_job = []
        self._job = CommandProcess(self._words(), self)
        self._job.progressed.connect(lambda share, _what: self._bar.setValue(round(1000 * share)))
        self._job.said.connect(self._said_by_job.append)
        self._job.finished.connect(self._end)
        self._bar.setValue(0)
        self._bar.show()
        self._allow(False)
        self._job.start()

    def _words(self) -> list[str]:
        made = ["export", str(self._project), "--author", self._session.analyst, "--json"]
        made += ["--format", self._format.name, "--layer", self._layer, "-o", str(self._path)]
        if self._is_warned:
            made += ["--unfinished"]
        match self.which.checkedId():
            case 1:
                made += ["--articles-in", self._ids(self._listed)]
            case 2 if self._here is not None:
                made += ["--articles-in", self._ids([self._here])]
            case 3:
                made += ["--status", str(self.status.currentData())]
        return made

    def _ids(self, ids: Sequence[str]) -> str:
        """A file with *ids*, which may be more than a command line holds; gone with the dialog."""
        self._ids_file = QTemporaryFile(self)
        self._ids_file.open()
        self._ids_file.write("\n".join(ids).encode())
        self._ids_file.flush()
        return self._ids_file.fileName()

    def _allow(self, is_idle: bool) -> None:
        self._stack.setEnabled(is_idle)
        self._go.setEnabled(is_idle)
        if is_idle:
            make_default(self._go)  # Qt gave that to another button meanwhile
            self._go.setFocus()

    def _end(self, code: int, output: str) -> None:
        self._job = None
        self._bar.hide()
        self._cancel.setEnabled(True)
        self._allow(True)
        report = _read(output)
        if report is not None and not report.written:
            self._complain(self._missing(report))
            self._warn(True)
        elif report is not None:
            self.outcome.show_report(self._path, report)
            self._finish()
        elif code == _CANCELLED:
            self._complain(self.tr("Cancelled; nothing was written."))
        else:
            self._complain("\n".join(self._said_by_job[-5:]) or self.tr("The export failed."))

    def _complain(self, said: str) -> None:
        self._said.setText(said)
        self._said.show()
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))

    def _missing(self, report: ExportAnswer) -> str:
        """What is missing, claim by claim; of many, the first."""
        said = [self.tr("Nothing was written. This must be published, and is missing:")]
        for loss in report.missing[:_MOST_SAID]:
            what = translation.translated("Losses", loss.what)
            said.append(f"{loss.where}: {what}. {translation.translated('Losses', loss.why)}")
        return "\n".join([*said, "…"] if len(report.missing) > _MOST_SAID else said)

    def _finish(self) -> None:
        self._stack.setCurrentIndex(1)
        self._again.show()
        self._cancel.setText(self.tr("Close"))
        self._go.setText(self.tr("Open the folder"))
        self._go.clicked.disconnect()
        self._go.clicked.connect(self._open_folder)
        make_default(self._cancel)
        for each in (self._go, self._cancel):
            each.setProperty("variant", "primary" if each is self._cancel else "")
            restyle(each)

    def _ask_again(self) -> None:
        parent = self.parentWidget()
        self.accept()
        ExportDialog(self._session, self._here, self._listed, parent).open()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def reject(self) -> None:
        """Escape and Cancel: stop what runs; else close."""
        if self._job is not None:
            self._cancel.setEnabled(False)
            self._job.cancel()
        else:
            super().reject()


def default_folder(project: Path) -> Path:
    """``exports`` beside the project, or in the current folder if only that one is there."""
    beside, current = project.absolute().parent / "exports", Path.cwd() / "exports"
    return current if current.is_dir() and not beside.is_dir() else beside


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """A file in *folder* that is not there yet."""
    path, number = folder / f"{stem}{suffix}", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}{suffix}", number + 1
    return path


def _plain(name: str) -> str:
    """*name* as a part of a file name."""
    return "".join(c if c.isalnum() or c in "-_." else "_" for c in name) or "export"


def _nearest(folder: Path) -> Path:
    """*folder*, or the nearest one above it that is there."""
    return next((each for each in (folder, *folder.parents) if each.is_dir()), Path.home())


def _read(output: str) -> ExportAnswer | None:
    """The command's answer; None where it gave none."""
    try:
        return msgspec.json.decode(output, type=ExportAnswer)
    except msgspec.DecodeError:
        return None
