"""Which language a text is in, told without loading a model into the window's process."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from annotator.formats.language_detection import told_by_words
from annotator.formats.sandbox import Parser


def tell_language(text: str, then: Callable[[str], None], parent: QObject) -> bool:
    """Call *then* with the BCP 47 tag of *text*: at once where its words tell, else soon.

    The model that knows a hundred languages takes a second to load and 100 MB: it is asked in the
    process that parses foreign files. Returns whether the answer is yet to come.
    """
    told = told_by_words(text)
    if told is not None:
        then(told)
        return False
    question = _Question(parent)
    question.answered.connect(then, Qt.ConnectionType.QueuedConnection)
    question.answered.connect(question.deleteLater, Qt.ConnectionType.QueuedConnection)
    threading.Thread(target=question.ask, args=(text,), daemon=True).start()
    return True


class _Question(QObject):
    answered = Signal(str)

    def ask(self, text: str) -> None:
        with Parser() as parser:
            language = parser.language_of(text)
        with contextlib.suppress(RuntimeError):  # the window has closed meanwhile
            self.answered.emit(language)
