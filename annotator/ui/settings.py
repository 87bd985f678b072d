"""What the window remembers of its user: one typed value per setting, kept in an INI file."""

from __future__ import annotations

import getpass
import json
import os
from contextlib import suppress

import msgspec
from PySide6.QtCore import QByteArray, QSettings

from annotator.suggest import PipelineChoice

DEFAULTS: dict[str, object] = {
    "analyst": "",
    "language": "",  # "" follows the system, else "en" or "it"
    "theme": "system",  # system, light, dark
    "font_px": 18,
    "compact": False,
    "keys": "{}",  # JSON: action id -> key, only what differs from the default
    "last_project": "",
    "articles_folder": "",
    "received_folder": "",  # where colleagues' work was taken from last
    "sources_folder": "",
    "last_articles": "{}",  # JSON: project path -> article id
    "recent": "[]",  # JSON: project paths, newest first
    "inspector": False,
    "inspector_width": 340,
    "side_by_side": False,  # in a review, one article for each layer
    "panel": "",
    "queue": True,
    "suggest_on_open": True,
    "preview_import": True,  # look at articles before they are imported
    "pipelines": "{}",  # JSON: as `suggest.Choice`
    "geometry": "",
}


class Settings:
    """Settings by name, with the type of their default (an INI file knows only text)."""

    def __init__(self) -> None:
        self._file = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "vaglio", "vaglio"
        )
        with suppress(OSError):  # earlier versions left it to be read by all; it names projects
            os.chmod(self._file.fileName(), 0o600)

    def text(self, name: str) -> str:
        return str(self._file.value(name, DEFAULTS[name]))

    def flag(self, name: str) -> bool:
        return str(self._file.value(name, DEFAULTS[name])).lower() in ("true", "1")

    def number(self, name: str) -> int:
        default = DEFAULTS[name]
        try:
            return int(str(self._file.value(name, default)))
        except ValueError:
            return int(str(default))

    def table(self, name: str) -> dict[str, str]:
        made = self._json(name)
        return {str(k): str(v) for k, v in made.items()} if isinstance(made, dict) else {}

    def list(self, name: str) -> list[str]:
        made = self._json(name)
        return [str(each) for each in made] if isinstance(made, list) else []

    def _json(self, name: str) -> object:
        try:
            return json.loads(self.text(name))
        except ValueError:
            return json.loads(str(DEFAULTS[name]))

    def set(self, name: str, value: object) -> None:
        """Remember a text, flag, number, table or list."""
        if name not in DEFAULTS:
            raise KeyError(name)
        known = isinstance(value, str | bool | int)
        self._file.setValue(name, value if known else json.dumps(value))

    @property
    def pipelines(self) -> PipelineChoice:
        """Which installed pipelines suggest in which languages; what cannot be read is nothing."""
        try:
            return msgspec.json.decode(self.text("pipelines"), type=PipelineChoice)
        except msgspec.MsgspecError:
            return PipelineChoice()

    def set_pipelines(self, choice: PipelineChoice) -> None:
        self.set("pipelines", msgspec.json.encode(choice).decode())

    @property
    def analyst(self) -> str:
        """The name under which this person's layers are kept."""
        chosen = os.environ.get("VAGLIO_ANALYST") or self.text("analyst")
        return chosen or getpass.getuser()

    @property
    def geometry(self) -> QByteArray:
        return QByteArray.fromBase64(self.text("geometry").encode())

    def set_geometry(self, geometry: QByteArray) -> None:
        self.set("geometry", bytes(geometry.toBase64().data()).decode())
