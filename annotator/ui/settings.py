"""What the window remembers of its user: one table, each row a typed attribute of `Settings`."""

from __future__ import annotations

import getpass
import os
from collections.abc import Sequence
from contextlib import suppress
from copy import copy
from typing import Any, Generic, TypeVar, overload

import msgspec
from PySide6.QtCore import QSettings

from annotator.suggest import PipelineChoice

T = TypeVar("T")


class Preference(Generic[T]):
    """A row: the name and the type of a setting, and how the preferences ask for it.

    The INI file knows only text: lists and tables are JSON in it, bytes are base64. One without
    *group* is remembered and never asked for. *text*, *help* and the words of *choices* (pairs of
    value and words, or a range of numbers, counted in *unit*) are translated where they are shown.
    """

    name: str  # in the INI file, too: a promise

    def __init__(
        self,
        type: type[T],
        default: T,
        *,
        group: str = "",
        text: str = "",
        help: str = "",
        choices: Sequence[tuple[T, str]] | range = (),
        unit: str = "",
    ) -> None:
        self.type, self.default = type, default
        self.group, self.text, self.help = group, text, help
        self.choices, self.unit = choices, unit

    def __set_name__(self, _owner: type[Settings], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, settings: None, _owner: object) -> Preference[T]: ...
    @overload
    def __get__(self, settings: Settings, _owner: object) -> T: ...
    def __get__(self, settings: Settings | None, _owner: object) -> T | Preference[T]:
        """What was chosen; the default where nothing was, or nothing that can be read."""
        if settings is None:
            return self
        kept = settings.file.value(self.name)
        if kept is None:
            return copy(self.default)
        try:
            if self._is_plain:
                return msgspec.convert(str(kept), self.type, strict=False)
            return msgspec.json.decode(str(kept), type=self.type)
        except msgspec.MsgspecError:
            return copy(self.default)

    def __set__(self, settings: Settings, value: T) -> None:
        kept = msgspec.to_builtins(value) if self._is_plain else msgspec.json.encode(value).decode()
        settings.file.setValue(self.name, kept)

    @property
    def _is_plain(self) -> bool:
        return isinstance(self.default, str | bool | int | bytes)


class Settings:
    """Every setting by name, read and kept at once."""

    analyst = Preference(
        str,
        "",
        group="You",
        text="Your &name",
        help=(
            "All you do is kept in a layer under this name, which nobody else writes in. "
            "Another name begins another layer, from the next project you open."
        ),
    )
    language = Preference(
        str,
        "",
        group="You",
        text="&Language",
        help="From the next start of Vaglio.",
        choices=(("", "As the system"), ("en", "English"), ("it", "Italiano")),
    )
    theme = Preference(
        str,
        "system",
        group="Look",
        text="Colours",
        choices=(("system", "As the system"), ("light", "Light"), ("dark", "Dark")),
    )
    font_px = Preference(
        int, 18, group="Look", text="Size of the &article", choices=range(12, 37), unit=" px"
    )
    compact = Preference(
        bool, True, group="Look", text="&Compact lines: more text, less room for claims"
    )
    suggest_on_open = Preference(
        bool,
        True,
        group="The machine",
        text="&Suggest entities and claims when an article opens",
        help="It works on this computer; no text leaves it.",
    )
    pipelines = Preference(PipelineChoice, PipelineChoice(), group="The machine")
    preview_import = Preference(
        bool, True, group="Import", text="&Look at articles before they are imported"
    )
    keys = Preference(dict[str, str], {})  # command id → key, only what differs from the table
    last_project = Preference(str, "")
    articles_folder = Preference(str, "")
    received_folder = Preference(str, "")  # where colleagues' work was taken from last
    sources_folder = Preference(str, "")
    last_articles = Preference(dict[str, str], {})  # project path → article id
    recent = Preference(list[str], [])  # project paths, newest first
    inspector = Preference(bool, False)
    inspector_width = Preference(int, 340)
    side_by_side = Preference(bool, False)  # in a review, one article for each layer
    panel = Preference(str, "")
    more_fields = Preference(bool, False)  # the fields that are rarely changed are unfolded
    keys_offered = Preference(list[str], [])  # project path # label: was asked to give it a key
    queue = Preference(bool, True)
    introduced = Preference(bool, False)  # the first lines under an article were read
    decisions = Preference(bool, True)  # the last ones, under the article
    geometry = Preference(bytes, b"")

    def __init__(self) -> None:
        self.file = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "vaglio", "vaglio"
        )
        with suppress(OSError):  # earlier versions left it to be read by all; it names projects
            os.chmod(self.file.fileName(), 0o600)

    @property
    def author(self) -> str:
        """The name under which this person's layers are kept."""
        return os.environ.get("VAGLIO_ANALYST") or self.analyst or getpass.getuser()


#: Every row, in the order of the table.
TABLE: tuple[Preference[Any], ...] = tuple(
    row for row in vars(Settings).values() if isinstance(row, Preference)
)
