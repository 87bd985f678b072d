"""A kept source, read beside the article: what is selected in it becomes evidence, with its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QWidget

from annotator.core.highlight_layout import Highlight, HighlightShape
from annotator.core.model import Evidence, Source, Span
from annotator.core.sources.archived_file import ArchivedFile, locator, places_in
from annotator.services.archived_sources import ArchivedSources

from ..appearance.theme import Theme
from ..view import ArticleView
from ..widgets.dialog import Dialog, button, line
from ..widgets.editors import OneEditor, Option
from ..widgets.source_picker import where_from
from .find_bar import FindBar

_SIZE = QSize(760, 780)
_MOST_PIXELS = 40_000_000


class ReadingPane(Dialog):
    """Not modal: one goes on working in the article. Q or the button takes the selection.

    A digit says what the source makes of the current claim; of words that are selected, what they do.
    """

    quoted = Signal(
        str, str, str, str
    )  # id of the source, the words, where they stand, stance or ""
    stance_given = Signal(str, str)  # id of the source, stance

    def __init__(
        self,
        source: Source,
        keeper: ArchivedSources,
        evidence: Sequence[tuple[Evidence, str]],
        theme: Theme,
        stances: Sequence[Option],
        parent: QWidget | None = None,
    ) -> None:
        """*evidence* is what this source is quoted for, with the name of the claim.

        Raises:
            KeptFault: no file is kept, or it is not what it was.
        """
        saved = keeper.saved(source)
        super().__init__(source.title, parent, width=_SIZE.width())
        self.source = source
        self._saved = saved
        self._quotes = list(evidence)
        self.view = ArticleView(theme, self)
        self.view.setAccessibleName(self.tr("Kept outside source"))
        self.find_bar = FindBar(self.view, self)
        self._place = line("", "muted", self)
        self._stances = [stance.held for stance in stances]
        self.stance = OneEditor(stances)
        self.stance.setAccessibleName(self.tr("What the outside source makes of the current claim"))
        self.stance.setToolTip(
            self.tr("What the outside source makes of the current claim (1, 2, 3)")
        )
        self.stance.changed.connect(lambda: self._give(self.stance.value()))
        self.take = button(self.tr("Use as quotation"), self.quote, self)
        self.take.setToolTip(self.tr("The words become evidence for the current claim (Q)"))
        self._build(keeper)
        self.resize(_SIZE)

    def _build(self, keeper: ArchivedSources) -> None:
        said = [where_from(self.source), self._saved.name]
        self.column.addWidget(line(self.source.title, "title", self))
        self.column.addWidget(line(" · ".join(part for part in said if part), "muted", self))
        self.column.addWidget(self.find_bar)
        if self._saved.text:
            self.view.set_article(self._saved.text, self._highlights())
            self.view.selection_changed.connect(self._select)
            self.column.addWidget(self.view, 1)
            self._show_first()
        else:
            self.view.hide()
            self.column.addWidget(self._picture(keeper.content(self.source)), 1)
        foot = QHBoxLayout()
        foot.addWidget(self._place, 1)
        foot.addWidget(self.stance)
        self.column.addLayout(foot)
        close = button(self.tr("Close"), self.reject, self)
        find = button(self.tr("Find…"), lambda: self.find_bar.open(), self)
        find.setVisible(bool(self._saved.text))
        self.add_buttons(close, self.take, left=(find,))
        self._select(None)
        tasks: list[tuple[str, Callable[[], object]]] = [
            ("Q", self.quote),
            ("Ctrl+F", self.find_bar.open),
        ]
        for number, stance in enumerate(self._stances, 1):
            tasks.append((str(number), partial(self._give, stance)))
        for keys, task in tasks:
            shortcut = QShortcut(QKeySequence(keys), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(task)

    def _picture(self, content: bytes) -> QWidget:
        """A picture, no larger than the pane; or why there is nothing to see."""
        buffer = QBuffer(self)
        buffer.setData(QByteArray(content))
        reader = QImageReader(buffer)
        size = reader.size()
        frame = QScrollArea(self)
        frame.setWidgetResizable(True)
        shown = QLabel(frame)
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setWordWrap(True)
        if size.isValid() and size.width() * size.height() <= _MOST_PIXELS:
            reader.setScaledSize(size.scaled(_SIZE, Qt.AspectRatioMode.KeepAspectRatio))
            picture = QPixmap.fromImage(reader.read())
            shown.setPixmap(picture)
        if shown.pixmap().isNull():
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.setText(
                self.tr(
                    "This file has no words that can be read. It is kept as it is; "
                    "type what it says into the evidence."
                )
            )
        frame.setWidget(shown)
        return frame

    # -- quotations ------------------------------------------------------------------------

    def _highlights(self) -> list[Highlight]:
        """Where the evidence that is there already quotes it."""
        made = []
        for evidence, claim in self._quotes:
            found = next(iter(places_in(self._saved, evidence.quote)), None)
            if found is not None:
                made.append(
                    Highlight(
                        found.start,
                        found.end,
                        HighlightShape.CHIP,
                        evidence.id,
                        "claim",
                        label=claim,
                    )
                )
        return made

    def _show_first(self) -> None:
        highlights = self._highlights()
        if highlights:
            self.view.reveal(Span(highlights[0].start, highlights[0].end))

    def _select(self, span: Span | None) -> None:
        self.take.setEnabled(span is not None)
        if span is not None:
            self._place.setText(locator(self._saved, span.start, span.end))
        elif self._saved.text:
            self._place.setText(self.tr("Select the words that bear on the claim."))

    def quote(self, stance: str = "") -> None:
        """What is selected becomes the quotation of the current claim's evidence."""
        span = self.view.selection()
        if span is not None:
            words = " ".join(span.of(self._saved.text).split())
            place = locator(self._saved, span.start, span.end)
            self.quoted.emit(self.source.id, words, place, stance)

    def _give(self, stance: str) -> None:
        if self.view.selection() is not None:
            self.quote(stance)
        else:
            self.stance_given.emit(self.source.id, stance)

    def show_quotes(self, evidence: Sequence[tuple[Evidence, str]], stance: str) -> None:
        """Mark anew what is quoted; *stance* is what the source makes of the current claim, or ""."""
        self._quotes = list(evidence)
        self.stance.show_value(stance)
        if self._saved.text:
            self.view.set_marks(self._highlights())

    @property
    def saved(self) -> ArchivedFile:
        return self._saved
