"""What went wrong: a bar over the article for errors of the world, a box for our own bugs."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from annotator.core.visible_text import visible

from .dialog import Dialog, button, line

_LEAST_MS, _MS_PER_LETTER = 5000, 70  # how long news stay: nobody is hurried
_MOVED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
_MOST = 20  # errors that wait to be read; further ones are dropped


class BarMessage(Struct, frozen=True):
    """Something said over the article."""

    message: str
    hint: str = ""
    is_error: bool = False
    action: str = ""
    act: Callable[[], object] | None = None


class ProblemBar(QFrame):
    """A slim bar: errors stay until they are dismissed, one after the other; news go by themselves.

    Escape dismisses while the bar has the focus; from elsewhere, call `dismiss_error`. It lies over
    the lower edge of the place it was told last that is in sight, and moves with it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: list[QWidget] = []  # the last one told first
        self._errors: list[BarMessage] = []
        self._news: BarMessage | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._forget_news)
        self._build()
        self.hide()

    def _build(self) -> None:
        self._message = line("", "heading")
        self._hint = line("")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._message)
        words.addWidget(self._hint)
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self._act = button("", self._act_on)
        self._close = button(self.tr("Dismiss"), self.dismiss)
        self._close.setProperty("variant", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 8, 14, 8)
        row.setSpacing(10)
        row.addLayout(words, 1)
        for each in (self._count, self._act, self._close):
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        for each in (self._act, self._close):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are

    # -- where it lies ---------------------------------------------------------------------

    def lie_over(self, place: QWidget) -> None:
        """Stand along the lower edge of *place* from now on, while that is in sight."""
        self._places = [place, *(each for each in self._places if isValid(each))]
        place.installEventFilter(self)

    @property
    def _place(self) -> QWidget | None:
        return next((p for p in self._places if isValid(p) and p.isVisible()), None)

    def _lie(self) -> None:
        place, page, height = self._place, self.parentWidget(), self.sizeHint().height()
        if place is not None and page is not None:
            corner = place.mapTo(page, QPoint(0, place.height() - height))
            self.setGeometry(corner.x(), corner.y(), place.width(), height)
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED and not self.isHidden():
            self._lie()
        return super().eventFilter(watched, event)

    # -- saying ----------------------------------------------------------------------------

    def complain(
        self,
        message: str,
        hint: str = "",
        *,
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """An error, translated: what happened, what to do, and perhaps a button that does it."""
        words, act = action or ("", None)
        notice = BarMessage(message, hint, is_error=True, action=words, act=act)
        is_known = any((n.message, n.hint) == (message, hint) for n in self._errors)
        if not is_known and len(self._errors) < _MOST:
            self._errors.append(notice)
        self._show()

    def inform(
        self,
        message: str,
        hint: str = "",
        *,
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Some news; it replaces the last, and "" takes it away."""
        words, act = action or ("", None)
        self._news = BarMessage(message, hint, action=words, act=act) if message else None
        self._timer.start(max(_LEAST_MS, _MS_PER_LETTER * len(message + hint)))
        self._show()

    def dismiss(self) -> bool:
        """Take away what is shown; False where there was nothing."""
        if self._errors:
            del self._errors[0]
        elif self._news is not None:
            self._news = None
        else:
            return False
        self._show()
        return True

    def withdraw(self, message: str) -> None:
        """Take away an error that is true no more, wherever it stands in the row."""
        self._errors = [error for error in self._errors if error.message != message]
        self._show()

    def dismiss_error(self) -> bool:
        """Take away the error that is shown, for Escape; news go by themselves. False: none."""
        return bool(self._errors) and self.dismiss()

    @property
    def current(self) -> BarMessage | None:
        """What is shown now."""
        return self._errors[0] if self._errors else self._news

    def _forget_news(self) -> None:
        self._news = None
        self._show()

    def _act_on(self) -> None:
        notice = self.current
        self.dismiss()
        if notice is not None and notice.act is not None:
            notice.act()

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        notice = self.current
        if notice is not None:
            self._message.setText(notice.message)
            self._message.setProperty("role", "heading" if notice.is_error else "")
            self._hint.setText(notice.hint)
            self._hint.setVisible(bool(notice.hint))
            self._act.setText(notice.action)
            self._act.setVisible(bool(notice.action))
            waiting = len(self._errors)
            self._count.setText(self.tr("1 of {count}").format(count=waiting))
            self._count.setVisible(waiting > 1)
            self.setAccessibleName(f"{notice.message} {notice.hint}".strip())
        if self.isHidden() != (notice is None):
            focus, place = QApplication.focusWidget(), self._place
            if notice is None and place is not None and focus and self.isAncestorOf(focus):
                place.setFocus()  # the keys do not go on to what stands next
            self.setVisible(notice is not None)
        self._lie()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        notice = self.current
        if notice is None:
            return
        role = QPalette.ColorRole
        ink = self.palette().color(role.BrightText if notice.is_error else role.Accent)
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(role.Button))
        veil = QColor(ink)
        veil.setAlphaF(0.09)
        painter.fillRect(self.rect(), veil)
        painter.fillRect(QRectF(0, 0, 4, self.height()), ink)
        painter.fillRect(QRectF(0, 0, self.width(), 1), self.palette().color(role.Mid))


class CrashBox(Dialog):
    """For a bug of ours: nothing is lost, and here is what to send us."""

    outlives_project = True

    def __init__(self, trace: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Vaglio made a mistake"), parent, width=560)
        self._traces = [trace]
        self.column.addWidget(line(self.tr("Vaglio made a mistake"), "title"))
        self.column.addWidget(
            line(
                self.tr(
                    "It is not your fault. Everything you did up to now is saved. "
                    "You can go on; if it happens again, close Vaglio and open it anew."
                )
            )
        )
        self._details = QPlainTextEdit(visible(trace))
        self._details.setReadOnly(True)
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._details.setStyleSheet("font-family: monospace")
        self._details.setMinimumHeight(220)
        self._details.setAccessibleName(self.tr("Details"))
        self._details.hide()
        self.column.addWidget(self._details, 1)
        self._more = button(self.tr("Show details"), self._toggle)
        self._copy = button(self.tr("Copy details"), self._copy_traces)
        self.add_buttons(button(self.tr("Go on"), self.accept), left=(self._more, self._copy))

    def open(self) -> None:
        """Open it; while another one is open, that one takes our trace in."""
        parent = self.parentWidget()
        others = parent.findChildren(CrashBox) if parent is not None else []
        for other in others:
            if other is not self and other.isVisible():
                other.add(self._traces[0])
                self.deleteLater()
                return
        super().open()

    def add(self, trace: str) -> None:
        """One more; the same one again says nothing new."""
        if trace not in self._traces and len(self._traces) < _MOST:
            self._traces.append(trace)
            self._details.setPlainText(visible("\n".join(self._traces)))

    @property
    def default_button(self) -> QPushButton:
        return next(
            push_button for push_button in self.findChildren(QPushButton) if push_button.isDefault()
        )

    def _toggle(self) -> None:
        is_hidden = self._details.isHidden()
        self._details.setVisible(is_hidden)
        self._more.setText(self.tr("Hide details") if is_hidden else self.tr("Show details"))
        self.resize(self.width(), self.sizeHint().height())

    def _copy_traces(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._traces))
        self._copy.setText(self.tr("Copied"))
