"""Every command in every situation: possible as the table says, or greyed; a greyed one alters nothing."""

from __future__ import annotations

import contextlib

import pytest
from PySide6.QtGui import QGuiApplication

from annotator.core.errors import NothingToUndo
from annotator.ui.command_table.command import Mode, Needs
from annotator.ui.commands.pages import every_command
from annotator.ui.main_window import MainWindow

from .places import SITUATIONS, close_dialogs, make_project, open_window, stored

COMMANDS = {row.id: row for row in every_command()}
CELLS = [(situation, id_) for situation in SITUATIONS for id_ in COMMANDS]
GIVEN = {"give_label": "PER", "open_article": ""}  # what those get that others call
ELSEWHERE = {"read_source", "carry_evidence", "other_version", "not_placed"}
ELSEWHERE |= {"change_passphrase", "remove_passphrase"}
"""Need what no situation here has; their own tests have it."""


def is_possible(situation: str, id_: str) -> bool:
    """By the table and the list of what is there, not by asking the window."""
    mode, met, _ = SITUATIONS[situation]
    needs = COMMANDS[id_].cells.get(mode)
    return needs is not None and needs & met == needs


#: Where a cell is carried out: the first situation of its mode in which it can be.
DONE_IN = {
    (mode, id_): situation
    for situation, (mode, _, _) in reversed(SITUATIONS.items())
    for id_ in COMMANDS
    if is_possible(situation, id_) and situation != "empty project"
}
# where the claims and words are such that there is something to do
DONE_IN |= {(Mode.ANNOTATE, id_): "own claim" for id_ in ("join_claims", "nest_claim")}
DONE_IN[Mode.ANNOTATE, "reported_by"] = "claim of somebody"


class Windows:
    """One window for each situation, made anew once something was altered in it."""

    def __init__(self, folder) -> None:
        self._folder = folder
        self._open: dict[str, MainWindow] = {}
        self._made = 0

    def get(self, situation: str) -> MainWindow:
        if situation not in self._open:
            self._made += 1
            path = self._folder / f"{self._made}.vaglio" if situation != "no project" else None
            if path and situation == "empty project":
                from annotator.services.session import open_session

                open_session(path, analyst="carla", create=True).store.close()
            elif path:
                make_project(path)
            shown = open_window(path)
            SITUATIONS[situation][2](shown)
            self._open[situation] = shown
        return self._open[situation]

    def drop(self, situation: str) -> None:
        shown = self._open.pop(situation)
        close_dialogs()
        shown.close()
        shown.deleteLater()


@pytest.fixture(scope="module")
def windows(qapp, tmp_path_factory):
    made = Windows(tmp_path_factory.mktemp("cells"))
    yield made
    for situation in list(made._open):
        made.drop(situation)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_window_knows_what_is_there(windows, situation):
    mode, met, _ = SITUATIONS[situation]
    state = windows.get(situation)._state()
    assert (state.mode, state.met) == (mode, met)


@pytest.mark.parametrize(("situation", "id_"), CELLS)
def test_a_command_is_possible_as_the_table_says_and_greyed_it_alters_nothing(
    windows, situation, id_
):
    shown = windows.get(situation)
    action, instead = shown.registry.both(id_)
    assert action.isEnabled() == is_possible(situation, id_)
    assert instead.isEnabled() != action.isEnabled()
    if action.isEnabled():
        return
    before = stored(shown)
    state = shown._state()
    action.trigger()
    instead.trigger()  # what has its key meanwhile
    shown.act(id_)
    assert stored(shown) == before
    assert shown._state() == state
    assert action.toolTip() == shown._told.text() != ""


@pytest.mark.parametrize(("mode", "id_"), DONE_IN)
def test_what_is_possible_is_done_without_a_fault(windows, qtbot, monkeypatch, mode, id_):
    situation = DONE_IN[mode, id_]
    QGuiApplication.clipboard().setText("Pasted words.")
    shown = windows.get(situation)
    workspace, state, before = shown.workspace, shown._state(), stored(shown)
    given = [GIVEN[id_]] if id_ in GIVEN else []
    if id_ == "open_article":
        given = [workspace.queue.ids()[0]]
    may_refuse = NothingToUndo if id_ in ("undo", "redo") else ()
    with qtbot.captureExceptions() as caught, contextlib.suppress(may_refuse):
        shown.registry.run(id_, *given)
    close_dialogs()
    faults = [error for _, error, _ in caught]
    if (shown.workspace, shown._state(), stored(shown)) != (workspace, state, before) or faults:
        windows.drop(situation)
    assert faults == []


def test_every_cell_of_the_table_is_carried_out_above():
    cells = {(mode, row.id) for row in COMMANDS.values() for mode in row.cells}
    assert {id_ for _, id_ in cells - DONE_IN.keys()} == ELSEWHERE


def test_every_need_is_missing_somewhere_and_there_somewhere_else():
    theirs = [met for _, met, _ in SITUATIONS.values()]
    for need in Needs:
        assert any(not need & met for met in theirs), need
