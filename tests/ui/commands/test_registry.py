"""The table and its handlers fit together, or the window does not start."""

from __future__ import annotations

import pytest

from annotator.ui.command_table.command import Command, CommandState, Menu, Mode, Needs, command
from annotator.ui.commands.pages import every_command
from annotator.ui.commands.registry import Registry
from annotator.ui.main_window import HANDLERS, MainWindow
from annotator.ui.panels.panel import panels

BOTH = {Mode.ANNOTATE: Needs.CLAIM, Mode.REVIEW: Needs(0)}
ROW = Command("cut", "Cut", Menu.EDIT, ("Ctrl+X",), cells=BOTH, checked="cut")


class Annotating:
    def __init__(self) -> None:
        self.done = []

    @command("cut", Mode.ANNOTATE)
    def cut(self, what: str = "") -> None:
        self.done.append(what)


class Reviewing:
    def __init__(self) -> None:
        self.done = 0

    @command("cut", Mode.REVIEW)
    def cut(self) -> None:
        self.done += 1


class Twice(Reviewing):
    @command("cut", Mode.REVIEW)
    def cut_again(self) -> None:
        """The same cell."""


class Rowless:
    @command("paste", Mode.REVIEW)
    def paste(self) -> None:
        """The table knows nothing of it."""


def test_a_command_without_a_handler_is_refused_at_the_start(qapp):
    with pytest.raises(LookupError, match="no handler of cut in REVIEW"):
        Registry([ROW], [Annotating])


def test_a_handler_without_a_row_is_refused_at_the_start(qapp):
    with pytest.raises(LookupError, match="no row of paste in REVIEW"):
        Registry([ROW], [Annotating, Reviewing, Rowless])


def test_two_handlers_of_a_cell_are_refused_at_the_start(qapp):
    with pytest.raises(LookupError, match="2 handlers of cut in REVIEW"):
        Registry([ROW], [Annotating, Twice])


def test_two_rows_of_a_command_are_refused_at_the_start(qapp):
    with pytest.raises(LookupError, match="two rows of cut"):
        Registry([ROW, ROW], [Annotating, Reviewing])


def test_the_table_of_the_window_fits_its_handlers(qapp):
    Registry(every_command(), (MainWindow, *HANDLERS))


def test_a_command_is_carried_out_in_the_mode_at_hand_or_says_why_not(qapp):
    registry = Registry([ROW], [Annotating, Reviewing])
    annotating, reviewing = Annotating(), Reviewing()
    registry.serve(annotating, reviewing)
    said = []
    registry.refused.connect(said.append)
    registry.run("cut")
    registry.state = lambda: CommandState(Mode.ANNOTATE, Needs(0))
    registry.run("cut")
    assert [words.split(":")[0] for words in said] == ["No project is open", "Go to a claim first"]
    registry.state = lambda: CommandState(Mode.ANNOTATE, Needs.CLAIM)
    registry.run("cut", "words")
    registry.state = lambda: CommandState(Mode.REVIEW, Needs(0))
    registry.run("cut")
    assert (annotating.done, reviewing.done, len(said)) == (["words"], 1, 2)


def test_a_tick_and_a_grey_follow_the_state(qapp):
    registry = Registry([ROW], [Annotating, Reviewing])
    registry.state = lambda: CommandState(Mode.REVIEW, Needs(0), frozenset({"cut"}))
    registry.refresh()
    action, instead = registry.both("cut")
    assert (action.isEnabled(), action.isChecked(), instead.isEnabled()) == (True, True, False)
    registry.state = lambda: CommandState(Mode.ANNOTATE, Needs(0))
    registry.refresh()
    assert (action.isEnabled(), action.isChecked(), instead.isEnabled()) == (False, False, True)
    assert action.toolTip().startswith("Go to a claim first")


def test_each_page_of_the_inspector_has_its_row():
    ids = {row.id for row in every_command()}
    assert {f"show_{kind.name}" for kind in panels()} <= ids
