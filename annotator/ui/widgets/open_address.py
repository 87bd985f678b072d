"""Before a link is opened in the browser: where it really leads."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from annotator.core.urls import canonical, is_mixed, spoken_host, true_host

from .dialog import Dialog, button, line


class OpenAddress(Dialog):
    """Shows the host as it is looked up; the browser opens only when that is wanted.

    The address is checked anew: it may have come in with somebody else's file. Raises BadAddress.
    """

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        self._address = canonical(address)
        super().__init__("", parent, width=520)
        self.setWindowTitle(self.tr("Open a page in the browser"))
        host, spoken = true_host(self._address), spoken_host(self._address)
        self.column.addWidget(line(self.tr("This link leads to"), "muted", self))
        self.host = line(host, "title", self)
        self.column.addWidget(self.host)
        if spoken != host:
            said = self.tr("which is shown as {host}").format(host=spoken)
            self.column.addWidget(line(said, "muted", self))
        if is_mixed(self._address):
            self.column.addWidget(
                line(
                    self.tr(
                        "Some of its letters only look like Latin ones. Somebody may want it to "
                        "be taken for another site."
                    ),
                    "error",
                    self,
                )
            )
        if self._address.startswith("http:"):
            said = self.tr("The connection is not encrypted (http).")
            self.column.addWidget(line(said, "muted", self))
        self.column.addWidget(self._whole())
        self.column.addWidget(
            line(
                self.tr(
                    "Vaglio itself opens no connection. Your browser will, and the site sees it."
                ),
                "muted",
                self,
            )
        )
        self._open = button(self.tr("Open in the browser"), self._open_it, self)
        self.add_buttons(
            button(self.tr("Cancel"), self.reject, self),
            self._open,
            left=(button(self.tr("Copy the address"), self._copy, self),),
        )
        self._open.setFocus()

    def _whole(self) -> QWidget:
        card = QFrame(self)
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 8, 10, 8)
        # an address has no spaces: without these a long one would widen the window
        words = QLabel(_breakable(self._address), card)
        words.setTextFormat(words.textFormat().PlainText)
        words.setWordWrap(True)
        column.addWidget(words)
        return card

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)

    def _open_it(self) -> None:
        self.accept()
        QDesktopServices.openUrl(QUrl(self._address, QUrl.ParsingMode.StrictMode))


def _breakable(address: str) -> str:
    """*address* with places where its line may break (zero-width spaces), for showing only."""
    parts = [address[start : start + 24] for start in range(0, len(address), 24)]
    return "\u200b".join(parts)
