"""The wheel scrolls, and does nothing else: it gives no field the focus, and changes no value.

Qt gives drop-downs, lists and texts the focus when the wheel is turned over them, and the next key
of a command is then typed into a field that nobody chose; drop-downs, numbers, sliders and tabs
change with it, too. The style of the application sees every widget before it is shown, and has it
made steady here, so that whoever writes the next panel need not think of it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QScrollBar,
    QTabBar,
    QWidget,
)

_CHANGED_BY_IT = (QComboBox, QAbstractSpinBox, QAbstractSlider, QTabBar)


class SteadyWheel(QObject):
    """Makes widgets steady."""

    def watch(self, widget: QWidget) -> None:
        """From now on the wheel neither focuses nor changes *widget*."""
        if widget.focusPolicy() == Qt.FocusPolicy.WheelFocus:
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if isinstance(widget, _CHANGED_BY_IT) and not isinstance(widget, QScrollBar):
            widget.removeEventFilter(self)
            widget.installEventFilter(self)

    def eventFilter(self, of: QObject, event: QEvent) -> bool:
        """What is under the field scrolls instead."""
        if event.type() != QEvent.Type.Wheel or not isinstance(of, QWidget):
            return False
        event.ignore()
        return True
