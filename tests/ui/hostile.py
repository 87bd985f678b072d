"""A project in which every field holds words that would do harm, and a walk past all of them."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
from PySide6.QtCore import QAbstractListModel, QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QToolTip,
    QWidget,
)
from shiboken6 import isValid

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.ids import new_id, now
from annotator.core.model import (
    Attribution,
    Claim,
    Entity,
    Evidence,
    Judgement,
    Layer,
    Source,
    Span,
    Verdict,
)
from annotator.core.scheme import Wording
from annotator.core.visible_text import visible
from annotator.formats import article
from annotator.services.session import Session, open_session

TEXT = "Mario Rossi told Reuters in Rome that prices fell by 3% in May."
_CLAIM, _WHO = Span(38, 62), Span(0, 11)


def hostile(marker: Path) -> str:
    """Words that Qt takes for HTML, with a file to open, and with all that acts."""
    file = marker.as_uri()
    return (
        f'<img src="{file}"> <table background="{file}"><tr><td>x</td></tr></table>'
        f"<b>bold</b> &amp; &File %1 %n {{0}} {{name}} \x1b[31m\u202egpj\u200b"
    )


def fill(path: Path, words: str) -> None:
    """A project of anna's at *path*, with work of bruno's and the machine's beside it."""
    with open_session(path, analyst="anna", create=True).store as store:
        session = Session(store, "anna")
        labels = tuple(
            msgspec.structs.replace(
                each,
                name=_said(words),
                definition=_said(words),
                example=_said(f"[{words}] and more"),
                kept=(words,),
            )
            for each in session.scheme.labels
        )
        session.set_scheme(msgspec.structs.replace(session.scheme, labels=labels))
        for number in (1, 2):
            made = article(
                f"{TEXT}\n\n{words}\n\n{number}",
                title=f"{number} {words}",
                language="en",
                publisher=words,
                author=words,
                published=words,
                url=f"https://example.org/{number}",
            )
            source = Source(
                id=new_id(),
                title=words,
                url="https://example.org/source",
                publisher=words,
                author=words,
                published=words,
                note=words,
            )
            layers = [
                _layer(
                    made.id, "anna", "draft" if number == 1 else "submitted", words, source, number
                ),
                _layer(made.id, f"bruno {words}", "submitted", words, source, number),
                _layer(made.id, f"carla {words}", "submitted", words, source, number + 1),
            ]
            found = AnnotatedArticle(article=made, layers=tuple(layers), sources=(source,))
            store.load([found], author="anna", tool=words)
            machine = f"machine:{words.split()[0]}@1"
            layer = new_id()
            whose = {"id": new_id(), "layer_id": layer, "origin": "machine", "why": words}
            entity = Entity(span=Span(17, 24), label="ORG", confidence=0.5, **whose)
            store.save_suggestions(made.id, machine, [entity], [], layer_id=layer)


def _said(words: str) -> Wording:
    return Wording(en=words, it=words)


def _layer(
    article_id: str, who: str, status: str, words: str, source: Source, number: int
) -> LayerContents:
    made = Layer(id=new_id(), article_id=article_id, author=who, status=status, created_at=now())
    of = {"layer_id": made.id, "note": words}
    claim = Claim(id=new_id(), spans=(_CLAIM,), normalized_text=words, **of)
    label = "PER" if number % 2 else "ORG"
    return LayerContents(
        layer=made,
        entities=(Entity(id=new_id(), span=_WHO, label=label, kb_id=words, **of),),
        claims=(claim,),
        attributions=(
            Attribution(id=new_id(), claims=(claim.id,), source_spans=(_WHO,), agent=words, **of),
        ),
        evidence=(
            Evidence(
                id=new_id(),
                claim_id=claim.id,
                source_id=source.id,
                stance="supports",
                question=words,
                answer=words,
                quote=words,
                locator=words,
                **of,
            ),
        ),
        verdicts=(
            Verdict(
                id=new_id(),
                claim_id=claim.id,
                label="supported",
                justification=words,
                rating_name=words,
                decided_at=now(),
                **of,
            ),
        ),
        judgements=(
            Judgement(
                id=new_id(),
                layer_id=made.id,
                target_id=claim.id,
                decision="reject",
                reason="other",
                comment=words,
            ),
        ),
    )


class Opened:
    """Tells whether anybody has opened a file, however it was named."""

    def __init__(self, marker: Path) -> None:
        picture = QImage(20, 20, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.magenta)
        assert picture.save(str(marker))
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._watch = self._libc.inotify_init1(os.O_NONBLOCK)
        opened, read = 0x20, 0x1
        self._libc.inotify_add_watch(self._watch, str(marker).encode(), opened | read)

    def __bool__(self) -> bool:
        try:
            return bool(os.read(self._watch, 4096))
        except BlockingIOError:
            return False

    def close(self) -> None:
        os.close(self._watch)


CAN_WATCH = sys.platform.startswith("linux")


def walk(at: str, *, but: QWidget | None = None) -> Iterator[str]:
    """Show and hover all that is there now; yields what is wrong, with where it is.

    The window *but* is left out.
    """
    for window in QApplication.topLevelWidgets():
        if (
            window is but
            or not isValid(window)
            or not window.isVisible()
            or window.metaObject().className() == "QTipLabel"
        ):
            continue
        window.grab()
        QApplication.processEvents()
        if not isValid(window):
            continue
        window.grab()
        yield from _wrong(f"{at}: title", window.windowTitle())
        for widget in [window, *window.findChildren(QWidget)]:
            if not isValid(widget) or not widget.isVisible():
                continue
            place = f"{at}: {type(widget).__name__} in {type(widget.parent()).__name__}"
            if (
                isinstance(widget, QLabel | QAbstractButton)
                and visible(widget.text()) != widget.text()
            ):
                widget.grab()  # scrolled away, nobody has seen it yet
            if isinstance(widget, QLabel):
                yield from _wrong(place, widget.text())
                yield from _rich(place, widget)
            elif isinstance(widget, QAbstractButton):
                yield from _wrong(place, widget.text())
                yield from _underlined(place, widget.text())
            elif isinstance(widget, QMenu):
                for action in widget.actions():
                    yield from _wrong(place, action.text())
                    yield from _underlined(place, action.text())
            elif isinstance(widget, QAbstractItemView):
                yield from _rows(place, widget)
            yield from _hovered(place, widget, widget.rect().center())


def _rows(place: str, view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    is_list = isinstance(model, QAbstractListModel)  # whose one column Python may not count
    columns = 1 if is_list else model.columnCount(view.rootIndex())
    for row in range(min(12, model.rowCount(view.rootIndex()))):
        for column in range(min(12, columns)):
            index = model.index(row, column, view.rootIndex())
            middle = view.visualRect(index).center()
            yield from _hovered(f"{place} {row}/{column}", view.viewport(), middle)
            delegate = view.itemDelegate()
            if hasattr(delegate, "displayText") and isinstance(index.data(), str):
                yield from _wrong(place, delegate.displayText(index.data(), view.locale()))


def _hovered(place: str, widget: QWidget, point: QPoint) -> Iterator[str]:
    help_ = QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, help_)
    for tip in QApplication.topLevelWidgets():
        is_tip = isValid(tip) and tip.metaObject().className() == "QTipLabel"
        if is_tip and tip.isVisible():
            assert isinstance(tip, QLabel)
            tip.grab()
            yield from _wrong(f"{place}: tip", tip.text())
            yield from _rich(f"{place}: tip", tip)
            if tip.width() > 480:
                yield f"{place}: tip is {tip.width()} px wide"
    QToolTip.hideText()


def _wrong(place: str, words: str) -> Iterator[str]:
    if visible(words) != words:
        yield f"{place}: {words!r}"


def _rich(place: str, label: QLabel) -> Iterator[str]:
    """Rich text is ours alone, and what is foreign in it is escaped."""
    form = label.textFormat()
    foreign = "<img" in label.text() or "<table" in label.text()
    if form == Qt.TextFormat.PlainText:
        return
    if form != Qt.TextFormat.RichText or foreign:
        yield f"{place}: {form} {label.text()!r}"


def _underlined(place: str, words: str) -> Iterator[str]:
    if "File %1" in words.replace("&&File %1", ""):
        yield f"{place}: the & of {words!r} is lost"
