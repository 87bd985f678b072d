"""What the commands of whole projects use of the window, and of the project that is open in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from annotator.services.session import Session
from annotator.suggest import PipelineChoice

from ..article_list.panel import ArticleListPanel
from ..command_table.command import Command
from ..modes.annotate import AnnotateMode
from ..settings import Settings
from ..widgets.problem_bar import ProblemBar


class OpenProject(Protocol):
    """The project on which somebody works."""

    session: Session
    path: Path
    annotate_mode: AnnotateMode
    queue: ArticleListPanel
    language: str
    has_worked: bool

    def is_on(self, path: Path) -> bool: ...
    def reload(self) -> None: ...
    def relearn(self) -> None: ...
    def show_article(self) -> None: ...


class Host(Protocol):
    """The window."""

    settings: Settings
    language: str
    problems: ProblemBar

    @property
    def open_project(self) -> OpenProject | None: ...
    @property
    def commands(self) -> Sequence[Command]: ...
    def show_desk(self, session: Session) -> None: ...
    def put_away(self) -> None: ...
    def imported(self, count: int) -> None: ...
    def inform(self, said: str) -> None: ...
    def dismiss_error(self) -> object: ...
    def label_keys(self) -> dict[str, str]: ...
    def keys_changed(self, changed: dict[str, str]) -> None: ...
    def preferences_changed(self) -> None: ...
    def pipelines_changed(self, choice: PipelineChoice) -> None: ...
    def scheme_changed(self) -> None: ...


def opened(host: Host) -> OpenProject:
    """The project that is open. Commands that need one are greyed where there is none."""
    found = host.open_project
    if found is None:
        raise LookupError("no project is open")
    return found
