"""Foreign words in the window: plain text, and nothing hidden in it.

Qt guesses. A label or a tool tip whose words look like HTML is laid out as HTML, and opens the
pictures that they name: of this disk, of a share on the network, of ``/dev/zero``. So nothing here
is left to its guess, nor to whoever writes the next panel:

- `PlainStyle`, the style of the application, sees every widget before it is shown. Labels, tool
  tips among them, become plain text; what is hidden in the words of labels, buttons, menus, lists
  and titles of windows is made visible (`core.visible_text`).
- What paints its own words does so with `draw` and `elided`.
- Where we mean rich text, `marked_up` escapes; `PrintedPage` and `ClosedBrowser` open nothing.

The rest of ``ui/`` may not touch what goes round this module: a test holds that. Fields that are
typed in hold what is stored, and say it where something in it is hidden.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QLocale,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtGui import (
    QAction,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QImage,
    QPainter,
    QPalette,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProxyStyle,
    QStyledItemDelegate,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from annotator.core.visible_text import visible

from .steady_wheel import SteadyWheel

_TIP_PX = 460  # a longer line wraps
_TIP_CHARACTERS = 1500
_HAS_HIDDEN = "hasHidden"  # what the style sheet knows of a field
_STANDARD = {"QStyledItemDelegate", "QItemDelegate", "QCompleterItemDelegate"}


def install() -> None:
    """Make all that the application will ever show plain text. Once is enough."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if app.findChild(_Words) is None:
        words = _Words(app)
        words.style = PlainStyle(words)
        app.setStyle(words.style)


class PlainStyle(QProxyStyle):
    """Fusion, taking no words for HTML."""

    def __init__(self, words: _Words) -> None:
        super().__init__("Fusion")
        self._words = words
        self._wheel = SteadyWheel(words)

    def polish(self, of: Any) -> Any:
        """Called by Qt for each widget before it is shown, a tool tip before it has its words."""
        made = super().polish(of)
        if isinstance(of, QWidget):
            self._words.watch(of)
            self._wheel.watch(of)
        return made

    def drawItemText(
        self,
        painter: QPainter,
        rect: QRect,
        flags: int,
        pal: Any,
        enabled: bool,
        text: str,
        textRole: QPalette.ColorRole = QPalette.ColorRole.NoRole,
    ) -> None:
        """Captions of tabs, boxes, headings of columns: what has no place to be set right in."""
        super().drawItemText(painter, rect, flags, pal, enabled, visible(text), textRole)


class _Words(QObject):
    """Sets right the words of widgets, when they are to be seen."""

    style: PlainStyle  # Qt does not keep what is Python's of it

    def watch(self, widget: QWidget) -> None:
        if isinstance(widget, QLabel):
            if widget.textFormat() == Qt.TextFormat.AutoText:
                widget.setTextFormat(Qt.TextFormat.PlainText)
        elif isinstance(widget, QAbstractItemView):
            delegate = widget.itemDelegate()
            if delegate is not None and delegate.metaObject().className() in _STANDARD:
                widget.setItemDelegate(PlainDelegate(widget))
        elif isinstance(widget, QMenu):
            for action in widget.actions():
                _set_right(action)
        elif isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
            self._watch_typing(widget)
        if widget.isWindow():
            _set_title_right(widget)
        if isinstance(widget, QLabel | QAbstractButton | QMenu | QComboBox) or widget.isWindow():
            widget.removeEventFilter(self)
            widget.installEventFilter(self)

    def _watch_typing(self, field: QLineEdit | QPlainTextEdit | QTextEdit) -> None:
        if field.property(_HAS_HIDDEN) is None and not field.isReadOnly():
            field.setProperty(_HAS_HIDDEN, False)
            field.textChanged.connect(lambda: self._tell_of_hidden(field))
            QTimer.singleShot(
                0, field, lambda: self._tell_of_hidden(field)
            )  # it is polished just now

    def _tell_of_hidden(self, field: QLineEdit | QPlainTextEdit | QTextEdit) -> None:
        """A border and a tip for a field that is typed in, while something in its words is hidden."""
        words = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        shown = visible(words)
        has_hidden = shown != words
        if not has_hidden and not field.property(_HAS_HIDDEN):
            return
        tip = self.tr("Hidden characters: {words}").format(words=shown) if has_hidden else ""
        field.setToolTip(tip)
        field.setAccessibleDescription(tip)
        if has_hidden != field.property(_HAS_HIDDEN):
            field.setProperty(_HAS_HIDDEN, has_hidden)
            field.style().unpolish(field)
            field.style().polish(field)

    def eventFilter(self, of: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Paint:
            if isinstance(of, QLabel | QAbstractButton):
                _set_right(of)
            elif isinstance(of, QComboBox):
                _set_items_right(of)
        elif kind in (QEvent.Type.Show, QEvent.Type.Resize) and isinstance(of, QLabel):
            if of.metaObject().className() == "QTipLabel":
                _fit_tip(of)
        elif kind in (QEvent.Type.ActionAdded, QEvent.Type.ActionChanged):
            if isinstance(of, QMenu):
                for action in of.actions():
                    _set_right(action)
        elif kind == QEvent.Type.WindowTitleChange and isinstance(of, QWidget):
            _set_title_right(of)
        return False


class PlainDelegate(QStyledItemDelegate):
    """What draws the rows of a list; its tips are plain as all tips are."""

    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:
        return super().displayText(visible(value) if isinstance(value, str) else value, locale)


def _set_right(of: QLabel | QAbstractButton | QAction) -> None:
    words = of.text()
    if (shown := visible(words)) != words and not _is_ours(of):
        of.setText(shown)


def _is_ours(of: object) -> bool:
    """Rich text, which only `show_marked_up` makes, and which is visible already."""
    return isinstance(of, QLabel) and of.textFormat() == Qt.TextFormat.RichText


def _set_title_right(window: QWidget) -> None:
    if (title := visible(window.windowTitle())) != window.windowTitle():
        window.setWindowTitle(title)


def _set_items_right(box: QComboBox) -> None:
    for number in range(box.count()):
        words = box.itemText(number)
        if (shown := visible(words)) != words:
            box.setItemText(number, shown)


def _fit_tip(tip: QLabel) -> None:
    """Its words visible, and in lines that can be read where one of them is long."""
    words = visible(tip.text())
    if len(words) > _TIP_CHARACTERS:
        words = words[: _TIP_CHARACTERS - 1] + "…"
    if words != tip.text():
        tip.setText(words)
    tip.setWordWrap(False)
    room = tip.sizeHint()
    if room.width() > _TIP_PX:
        tip.setWordWrap(True)
        room = QSize(_TIP_PX, tip.heightForWidth(_TIP_PX))
    if room.width() > tip.width() or tip.width() > _TIP_PX:
        tip.resize(room)


# -- words that are painted ------------------------------------------------------------------


def draw(painter: QPainter, place: QRectF | QRect | QPointF | QPoint, *how: Any) -> None:
    """As `QPainter.drawText`: *how* is flags and words, or words alone at a point."""
    *flags, words = how
    painter.drawText(place, *flags, visible(words))  # type: ignore[call-overload] # they are


def elided(
    metrics: QFontMetricsF | QFontMetrics,
    words: str,
    end: Qt.TextElideMode,
    width: float,
) -> str:
    """As `elidedText` of *metrics*, after making *words* visible."""
    room = int(width) if isinstance(metrics, QFontMetrics) else width
    return metrics.elidedText(visible(words), end, room)  # type: ignore[arg-type]


def caption(words: str) -> str:
    """Foreign *words* for a button or a menu, where a single & would underline a letter."""
    return visible(words, keep="\t").replace("&", "&&")


# -- rich text of our own ----------------------------------------------------------------------


def marked_up(pieces: Iterable[tuple[str, bool]]) -> str:
    """Words and whether they stand out, as HTML; everything in them is escaped."""
    return "".join(
        f"<span style='font-weight: 600'>{html.escape(visible(words))}</span>"
        if stands_out
        else html.escape(visible(words))
        for words, stands_out in pieces
    )


def show_marked_up(label: QLabel, lines: Iterable[Iterable[tuple[str, bool]]]) -> None:
    """*lines* in *label*, each made of what `marked_up` takes."""
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText("<br>".join(marked_up(line) for line in lines))


class PrintedPage(QTextDocument):
    """A page of ours, on its way to paper, that opens nothing, whatever it names."""

    def __init__(self, page: str, font: QFont) -> None:
        super().__init__()
        self.setDefaultFont(font)
        self.setHtml(page)

    def loadResource(self, kind: int, _name: QUrl | str) -> Any:
        return _nothing(kind)


class ClosedBrowser(QTextBrowser):
    """Shows Markdown that may be foreign: no pictures, no HTML, no links that are followed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)

    def show_markdown(self, words: str) -> None:
        # no HTML in it; and a picture's "!" is one that begins no picture
        words = visible(words).replace("![", "&#33;[")
        features = QTextDocument.MarkdownFeature
        self.document().setMarkdown(words, features.MarkdownDialectGitHub | features.MarkdownNoHTML)

    def loadResource(self, kind: int, _name: QUrl | str) -> Any:
        return _nothing(kind)


def _nothing(kind: int) -> QImage | bytes:
    """What a page is given for all that it names.

    A picture of one clear dot: where there is none at all, Qt looks for a file of that name.
    """
    if kind != QTextDocument.ResourceType.ImageResource.value:
        return b""
    dot = QImage(1, 1, QImage.Format.Format_ARGB32)
    dot.fill(Qt.GlobalColor.transparent)
    return dot
