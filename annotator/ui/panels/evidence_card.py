"""A card for one piece of evidence: the source, what it makes of the claim, its words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from annotator.core.editing import evidence_edits
from annotator.core.model import Evidence, Source
from annotator.core.scheme import Scheme
from annotator.services.archived_sources import QuotationCheck

from ..widgets.dialog import line, restyle
from ..widgets.editors import ChoiceEditor, LineEditor, OneEditor, Option, TextEditor, choices
from ..widgets.form import Amend, Form
from ..widgets.source_picker import where_from

_GROUPS = 9
_USUAL = {"question": "", "answer": "", "group": 1, "note": "", "answer_type": "extractive"}


class EvidenceCard(QFrame):
    """Shows and edits one `Evidence`; the rarer fields are folded away while they are empty."""

    remove_asked = Signal(str)
    open_asked = Signal(str)  # the address of the source
    source_asked = Signal(str)  # id of the source: show it among the sources
    read_asked = Signal(str)  # id of the source: show the file that was kept of it

    def __init__(self, amend: Amend, scheme: Scheme, language: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._language = language
        self._tiers = scheme.attribute("source", "tier")
        self._source: Source | None = None
        self._title = line("", "heading", self)
        self._where = line("", "muted", self)
        self._check = line("", "muted", self)
        self._carried = line(
            self.tr("Carried over from another claim: its stance is for you to say"), "muted", self
        )
        self._read = _quiet("¶", self.tr("Read the kept file"), self)
        self._read.clicked.connect(self._ask_to_read)
        self._open = _quiet("↗", self.tr("Open the page in the browser…"), self)
        self._edit = _quiet("…", self.tr("Show it among the outside sources of the project"), self)
        self._remove = _quiet("✕", self.tr("Take this evidence away"), self)
        self._open.clicked.connect(self._ask_to_open)
        self._edit.clicked.connect(self._ask_for_source)
        self._remove.clicked.connect(self._ask_to_remove)
        self.form = Form(amend, self)
        self.more = Form(amend, self)
        self._add_fields(scheme)
        self._fold = _quiet("", self.tr("Question and answer, group, note"), self)
        self._fold.setText(self.tr("Question, group, note"))
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self.more.setVisible)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title, 1)
        for each in (self._read, self._open, self._edit, self._remove):
            head.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 8, 8)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(self._where)
        column.addWidget(self._carried)
        column.addWidget(self.form)
        column.addWidget(self._check)
        column.addWidget(self._fold)
        column.addWidget(self.more)
        self.setFocusProxy(self.form.editor("stance"))

    def _add_fields(self, scheme: Scheme) -> None:
        stance = scheme.attribute("evidence", "stance")
        one_editor = OneEditor(choices(stance, self._language))
        one_editor.setAccessibleName(stance.name.to(self._language))
        self.form.add("stance", "", one_editor, tip=stance.definition.to(self._language))
        quote = TextEditor(most=7)
        quote.setPlaceholderText(self.tr("The words of the outside source, copied exactly"))
        quote.setAccessibleName(self.tr("Quotation"))
        self.form.add("quote", "", quote)
        self.form.add(
            "locator",
            self.tr("Place"),
            LineEditor(empty=""),
            tip=self.tr("Where it stands in the outside source: page, paragraph, table, minute"),
        )
        self.more.add("question", self.tr("Question"), TextEditor(least=1), wide=True)
        self.more.add("answer", self.tr("Answer"), TextEditor(least=1), wide=True)
        kind = scheme.attribute("evidence", "answer_type")
        self.more.add(
            "answer_type",
            kind.name.to(self._language),
            ChoiceEditor(choices(kind, self._language)),
            tip=kind.definition.to(self._language),
        )
        self.more.add(
            "group",
            self.tr("Group"),
            ChoiceEditor([Option(n, str(n)) for n in range(1, _GROUPS + 1)]),
            tip=self.tr("Pieces of one group prove something only together"),
        )
        self.more.add("note", self.tr("Note"), TextEditor(), wide=True)

    def show_evidence(
        self,
        evidence: Evidence | None,
        source: Source | None,
        checked: QuotationCheck | None = None,
    ) -> None:
        """Show another piece of evidence, or the same one anew; *checked* is of its quotation."""
        is_other = evidence is not None and evidence.id != self.id
        self._source = source
        if evidence is not None and source is not None:
            self._title.setText(source.title)
            tier = self._tiers.value(source.tier).name.to(self._language) if source.tier else ""
            said = " · ".join(part for part in (where_from(source), tier) if part)
            self._where.setText(said)
            self._where.setVisible(bool(said))
            self._open.setVisible(bool(source.url or source.archived_url))
            self._read.setVisible(bool(source.sha256))
            self._show_check(checked)
        is_carried = (
            evidence is not None
            and evidence.why == evidence_edits.CARRIED
            and evidence.stance == "context"
        )
        self._carried.setVisible(is_carried)
        self.form.show_record(evidence)
        self.more.show_record(evidence)
        if evidence is not None and is_other:
            is_used = any(getattr(evidence, name) != usual for name, usual in _USUAL.items())
            self._fold.setChecked(is_used)
            self.more.setVisible(is_used)

    def _show_check(self, checked: QuotationCheck | None) -> None:
        """Whether the words stand in the file that was kept."""
        said = {
            "there": self.tr("✓ These words stand in the kept file: {place}"),
            "elsewhere": self.tr("These words stand in another place: {place}"),
            "not_there": self.tr("These words do not stand in the kept file"),
            "unreadable": self.tr("The kept file is a picture: compare it yourself"),
            "missing": self.tr("The kept file is not with the project"),
            "altered": self.tr("The kept file was altered since it was kept"),
        }
        state = checked.state if checked is not None else ""
        place = checked.locator if checked is not None else ""
        self._check.setText(said.get(state, "").format(place=place))
        self._check.setVisible(state in said)
        is_bad = state in ("elsewhere", "not_there", "missing", "altered")
        self._check.setProperty("role", "error" if is_bad else "muted")
        restyle(self._check)

    @property
    def id(self) -> str:
        return self.form.record.id if self.form.record is not None else ""

    def flush(self) -> None:
        self.form.flush()
        self.more.flush()

    def _ask_to_remove(self) -> None:
        self.remove_asked.emit(self.id)

    def _ask_to_open(self) -> None:
        address = (self._source.url or self._source.archived_url) if self._source else None
        if address:
            self.open_asked.emit(address)

    def _ask_to_read(self) -> None:
        if self._source is not None:
            self.read_asked.emit(self._source.id)

    def _ask_for_source(self) -> None:
        if self._source is not None:
            self.source_asked.emit(self._source.id)


def _quiet(words: str, tip: str, parent: QFrame) -> QToolButton:
    made = QToolButton(parent)
    made.setText(words)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setProperty("variant", "quiet")
    made.setProperty("small", True)
    return made
