"""A page of ours as PDF: HTML on standard input; on standard output a line about it, and the file.

A process of its own that needs no screen. Nothing that the page names is fetched. The same page
makes the same bytes: what Qt writes of the time is taken out. Qt writes no structure: the line, in
JSON, says where on paper each paragraph is, for who adds it.
"""

from __future__ import annotations

import html as entities
import json
import re
import sys
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUuid
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
)

from annotator.ui.appearance import fonts
from annotator.ui.appearance.plain_text import PrintedPage, draw

_MARGIN_MM = 5
_MARGIN_PX = 76  # 2 cm, in the pixels of a page
_POINTS = 11
_TIMES = re.compile(rb'/(?:CreationDate|ModDate) \(D:[^)]*\)| xmp:\w+Date="[^"]*"')
_LANGUAGE = re.compile(r'<html lang="([^"]*)">')
_TITLE = re.compile(r"<title>([^<]*)</title>")
_AUTHOR = re.compile(r'<meta name="author" content="([^"]*)">')


def pdf_of(html: str) -> bytes:
    """*html* on A4. Needs a QGuiApplication."""
    return printed(html)[1]


def printed(html: str) -> tuple[dict[str, Any], bytes]:
    """What is known of the file, and the file: *html* on A4. Needs a QGuiApplication."""
    font = fonts.serif(16)
    font.setPointSizeF(_POINTS)  # in pixels, headings would keep those of a screen
    page = PrintedPage(html, font)
    title, author, language = (_said(html, each) for each in (_TITLE, _AUTHOR, _LANGUAGE))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    writer.setCreator("Vaglio")
    writer.setTitle(title)
    writer.setAuthor(author)
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), html.encode()))
    about = {"title": title, "author": author, "language": language} | _print(page, writer)
    del writer  # writes the end of the file
    # spaces, so that the places of what comes after stay where the file says they are
    content = _TIMES.sub(lambda time: b" " * len(time[0]), bytes(buffer.data().data()))
    return about, content


def _said(html: str, pattern: re.Pattern[str]) -> str:
    found = pattern.search(html)
    return entities.unescape(found[1]) if found else ""


def _print(page: PrintedPage, writer: QPdfWriter) -> dict[str, Any]:
    """Draw the pages; where the paragraphs begin, in points from the top of the first page.

    A paragraph is ``[top, kind, words]``; the kind is a level of heading, 0 for none, -1 for an
    item of a list. *foot* is the height of the margin that the number of a page stands in.
    """
    width, height = writer.width(), writer.height()
    frame = page.rootFrame().frameFormat()
    frame.setMargin(_MARGIN_PX)
    layout = page.documentLayout()
    layout.setPaintDevice(writer)
    page.rootFrame().setFrameFormat(frame)
    page.setPageSize(QSizeF(width, height))
    foot = _MARGIN_PX / 96 * writer.logicalDpiY()
    painter = QPainter(writer)
    painter.setFont(QFont(page.defaultFont()))
    for number in range(page.pageCount()):
        if number:
            writer.newPage()
        seen = QRectF(0, number * height, width, height)
        painter.save()
        painter.translate(0, -seen.top())
        painter.setClipRect(seen)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = seen
        context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        layout.draw(painter, context)
        painter.restore()
        line = QRectF(0, height - foot, width - foot, foot)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        draw(painter, line, right, str(number + 1))
    painter.end()
    points = 72 / writer.logicalDpiY()
    blocks, block = [], page.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        kind = level or (-1 if block.textList() is not None else 0)
        top = layout.blockBoundingRect(block).top() * points
        blocks.append([round(top, 3), kind, block.text().strip()])
        block = block.next()
    return {"height": height * points, "foot": foot * points, "blocks": blocks}


def main() -> int:
    application = QGuiApplication(sys.argv[:1])
    fonts.register()
    about, content = printed(sys.stdin.buffer.read().decode("utf-8"))
    sys.stdout.buffer.write(json.dumps(about).encode() + b"\n" + content)
    application.quit()
    return 0
