"""A page of ours as PDF: HTML on standard input, the file on standard output.

A process of its own that needs no screen. Nothing that the page names is fetched. The same page
makes the same bytes: what Qt writes of the time is taken out.
"""

from __future__ import annotations

import re
import sys

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter

from annotator.ui.appearance import fonts
from annotator.ui.appearance.plain_text import PrintedPage

_MARGIN_MM = 5  # Qt adds 20 of its own
_POINTS = 11
_TIMES = re.compile(rb'/(?:CreationDate|ModDate) \(D:[^)]*\)| xmp:\w+Date="[^"]*"')


def pdf_of(html: str) -> bytes:
    """*html* on A4. Needs a QGuiApplication."""
    font = fonts.serif(16)
    font.setPointSizeF(_POINTS)  # in pixels, headings would keep those of a screen
    page = PrintedPage(html, font)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    writer.setCreator("Vaglio")
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), html.encode()))
    page.print_(writer)
    del writer  # writes the end of the file
    # spaces, so that the places of what comes after stay where the file says they are
    return _TIMES.sub(lambda time: b" " * len(time[0]), bytes(buffer.data().data()))


def main() -> int:
    application = QGuiApplication(sys.argv[:1])
    fonts.register()
    sys.stdout.buffer.write(pdf_of(sys.stdin.buffer.read().decode("utf-8")))
    application.quit()
    return 0
