"""File dialogs that keep their hands off the files they list.

Qt's own (and the desktop's) look into every file they show, to choose its icon. On POSIX, closing
any descriptor of a file drops all locks that the process has on it: those of SQLite too, which
does not notice. The next process to close the project would then take the write-ahead log away
from under the window, with all that was saved in it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileInfo, Qt
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHeaderView,
    QPushButton,
    QStyle,
    QTreeView,
    QWidget,
)


class _PlainIcons(QAbstractFileIconProvider):
    """A folder or a sheet of paper, told by the name alone."""

    def icon(self, of: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        is_folder = of.isDir() if isinstance(of, QFileInfo) else of != self.IconType.File
        pixmap = QStyle.StandardPixmap
        return QApplication.style().standardIcon(
            pixmap.SP_DirIcon if is_folder else pixmap.SP_FileIcon
        )

    def type(self, info: QFileInfo) -> str:
        return "" if info.isDir() else info.suffix()


def file_dialog(parent: QWidget, title: str, folder: Path) -> QFileDialog:
    """A dialog in *folder* (or the nearest one above that exists) that opens no file."""
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # each has a model and a thread
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    icons = _PlainIcons()
    dialog.setIconProvider(icons)
    dialog.icons = icons  # type: ignore[attr-defined] # Qt does not keep it, Python must
    _tidy(dialog)
    return dialog


def _tidy(dialog: QFileDialog) -> None:
    """What Qt's own dialog leaves English, too narrow, or unlike our other dialogs."""
    label = QFileDialog.DialogLabel
    dialog.setLabelText(label.LookIn, QCoreApplication.translate("Files", "&Look in:"))
    dialog.setLabelText(label.FileType, QCoreApplication.translate("Files", "Files of &type:"))
    for button in dialog.findChildren(QPushButton):
        button.setIcon(QIcon())
    for list_ in dialog.findChildren(QTreeView):
        header = list_.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    dialog.resize(900, 560)
