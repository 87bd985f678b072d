"""Asks the process that finds by meaning what was said before; whoever listens shows it."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from annotator.services.similar_claims import SearchAnswer, SearchRequest, process
from annotator.store.database import keys

from .child_process import child_process, last_words

_REST_MS = 120  # a claim that is only passed is not asked about


class SimilarClaimsProcess(QObject):
    """One question at a time; an answer that nobody waits for any more is dropped."""

    found = Signal(str, object)  # claim id, list[Echo]
    failed = Signal(str)

    def __init__(self, project: Path, analyst: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._child = process(project, analyst)
        self._process: QProcess | None = None
        self._is_ready = False
        self._is_given_up = False
        self._rest_of_line = b""
        self._number = 0
        self._claim_id = ""
        self._asked: SearchRequest | None = None
        self._decoder = msgspec.json.Decoder(SearchAnswer)
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._send)

    def ask(self, claim_id: str, article_id: str, text: str) -> None:
        """Look for what says the same as *text*, in other articles than this one."""
        self._number += 1
        self._claim_id = claim_id
        self._asked = SearchRequest(self._number, article_id, text)
        self._rest.start()

    def forget(self) -> None:
        """Wait for no answer any more."""
        self._number += 1
        self._asked = None
        self._rest.stop()

    def stop(self) -> None:
        """End the process."""
        self._is_given_up = True
        self.forget()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._died)
            process.kill()
            process.waitForFinished(500)

    def _send(self) -> None:
        if self._process is None:
            self._start()
        if self._is_ready and self._asked is not None and self._process is not None:
            self._process.write(msgspec.json.encode(self._asked) + b"\n")
            self._asked = None

    def _start(self) -> None:
        if self._is_given_up:
            return
        process = child_process(self._child, self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._died)
        self._process = process
        process.start()
        if keys.salt_of(self._project) is not None:
            process.write(keys.lines())

    def _read(self) -> None:
        if self._process is None:
            return
        heard = self._rest_of_line + self._process.readAllStandardOutput().data()
        *lines, self._rest_of_line = heard.split(b"\n")
        for line in lines:
            self._hear(self._decoder.decode(line))

    def _hear(self, answer: SearchAnswer) -> None:
        if answer.ready:
            self._is_ready = True
            self._send()
        elif answer.fault:
            self._is_given_up = True  # the suggestions say so, too, and what to do
            self.failed.emit(answer.fault)
        elif answer.request == self._number:
            self.found.emit(self._claim_id, answer.found)

    def _died(self) -> None:
        """Once it is gone it stays gone: nothing depends on it. But why is said."""
        process, self._process = self._process, None
        if process is not None and not self._is_given_up:
            self.failed.emit(last_words(process))
        self._is_ready = False
        self._is_given_up = True
