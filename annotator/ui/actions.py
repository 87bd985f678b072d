"""The one table of everything the window can do: its name, its key, and where the key works.

The menus, the context menu, the command palette, the cheat sheet and the key editor are all made
from it. To add an action, add a row, and a method of the same name to the window.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QKeySequence

Where = Literal["article", "window"]
"""``article``: a single key, only while the article has the focus. ``window``: anywhere."""


class ActionRow(Struct, frozen=True):
    """One thing the window can do. *id* is the name of the window's method."""

    id: str
    text: str  # English, translated in context "Actions"
    key: str  # default; "" for none
    menu: str  # English name of its menu, translated likewise
    where: Where = "window"
    icon: str = ""
    more_keys: tuple[str, ...] = ()


_ = QT_TRANSLATE_NOOP

ROWS: tuple[ActionRow, ...] = (
    # -- project
    ActionRow("new_project", _("Actions", "New project…"), "Ctrl+N", _("Actions", "Project")),
    ActionRow("open_project", _("Actions", "Open project…"), "Ctrl+Shift+P", "Project"),
    ActionRow("import_files", _("Actions", "Import articles…"), "Ctrl+I", "Project", icon="import"),
    ActionRow("import_folder", _("Actions", "Import a folder…"), "", "Project", icon="import"),
    ActionRow("paste_article", _("Actions", "Paste as article"), "Ctrl+V", "Project", "article"),
    ActionRow("export", _("Actions", "Export…"), "Ctrl+E", "Project", icon="export"),
    ActionRow("back_up", _("Actions", "Back up now"), "", "Project"),
    ActionRow("check_project", _("Actions", "Check project"), "", "Project"),
    ActionRow("preferences", _("Actions", "Preferences…"), "Ctrl+,", "Project", icon="settings"),
    ActionRow("close", _("Actions", "Close"), "Ctrl+Q", "Project"),
    # -- edit
    ActionRow("undo", _("Actions", "Undo"), "Ctrl+Z", _("Actions", "Edit"), icon="undo"),
    ActionRow("redo", _("Actions", "Redo"), "Ctrl+Shift+Z", "Edit", icon="redo"),
    ActionRow("copy", _("Actions", "Copy"), "Ctrl+C", "Edit", "article"),
    ActionRow("find", _("Actions", "Find in article…"), "Ctrl+F", "Edit", icon="search"),
    ActionRow(
        "search", _("Actions", "Search all articles…"), "Ctrl+Shift+F", "Edit", icon="search"
    ),
    ActionRow("palette", _("Actions", "All actions…"), "Ctrl+K", "Edit"),
    # -- judge
    ActionRow(
        "next_undecided",
        _("Actions", "Next suggestion"),
        "Space",
        _("Actions", "Judge"),
        "article",
        "next",
    ),
    ActionRow(
        "previous_undecided",
        _("Actions", "Previous suggestion"),
        "Shift+Space",
        "Judge",
        "article",
        "previous",
    ),
    ActionRow("next_annotation", _("Actions", "Next annotation"), "Ctrl+Down", "Judge", "article"),
    ActionRow(
        "previous_annotation", _("Actions", "Previous annotation"), "Ctrl+Up", "Judge", "article"
    ),
    ActionRow("accept", _("Actions", "Accept and go on"), "A", "Judge", "article", "accept"),
    ActionRow("reject", _("Actions", "Reject and go on"), "X", "Judge", "article", "reject"),
    ActionRow(
        "accept_all", _("Actions", "Accept all suggestions"), "Ctrl+Shift+A", "Judge", icon="accept"
    ),
    ActionRow("toggle_unsure", _("Actions", "Mark as unsure"), "F", "Judge", "article", "flag"),
    ActionRow("cycle_nested", _("Actions", "Inner or outer annotation"), "I", "Judge", "article"),
    ActionRow("submit", _("Actions", "Submit and go on"), "Ctrl+Return", "Judge", icon="submit"),
    ActionRow("reopen", _("Actions", "Reopen a submitted article"), "", "Judge"),
    # -- mark
    ActionRow("pick_label", _("Actions", "Label…"), "L", _("Actions", "Mark"), "article"),
    ActionRow("label_again", _("Actions", "Last label again"), "R", "Mark", "article"),
    ActionRow(
        "keep_label", _("Actions", "Keep the last label until Esc"), "Shift+R", "Mark", "article"
    ),
    ActionRow("claim", _("Actions", "Claim"), "C", "Mark", "article"),
    ActionRow("source", _("Actions", "Source of the claim"), "S", "Mark", "article"),
    ActionRow("cue", _("Actions", "Cue of the claim"), "Q", "Mark", "article"),
    ActionRow(
        "extend_claim", _("Actions", "Add the selection to the claim"), "+", "Mark", "article"
    ),
    ActionRow("grow_end", _("Actions", "End one word further"), "Alt+Right", "Mark", "article"),
    ActionRow("shrink_end", _("Actions", "End one word back"), "Alt+Left", "Mark", "article"),
    ActionRow(
        "grow_start", _("Actions", "Begin one word earlier"), "Alt+Shift+Left", "Mark", "article"
    ),
    ActionRow(
        "shrink_start", _("Actions", "Begin one word later"), "Alt+Shift+Right", "Mark", "article"
    ),
    ActionRow(
        "occurrences_here",
        _("Actions", "Label all occurrences in the article"),
        "O",
        "Mark",
        "article",
        "occurrences",
    ),
    ActionRow(
        "occurrences_everywhere",
        _("Actions", "All occurrences in the project…"),
        "Shift+O",
        "Mark",
        "article",
        "occurrences",
    ),
    ActionRow("remove", _("Actions", "Remove"), "Del", "Mark", "article", "delete", ("Backspace",)),
    ActionRow("edit_fields", _("Actions", "Edit fields"), "Return", "Mark", "article", "note"),
    # -- go
    ActionRow(
        "next_article", _("Actions", "Next article"), "Ctrl+PgDown", _("Actions", "Go"), icon="next"
    ),
    ActionRow(
        "previous_article", _("Actions", "Previous article"), "Ctrl+PgUp", "Go", icon="previous"
    ),
    ActionRow("go_to_queue", _("Actions", "To the list of articles"), "Ctrl+1", "Go"),
    ActionRow("go_to_article", _("Actions", "To the article"), "Ctrl+2", "Go"),
    ActionRow("go_to_inspector", _("Actions", "To the inspector"), "Ctrl+3", "Go"),
    # -- view
    ActionRow("toggle_queue", _("Actions", "Article list"), "F3", _("Actions", "View")),
    ActionRow("toggle_inspector", _("Actions", "Inspector"), "F4", "View"),
    ActionRow("larger", _("Actions", "Larger text"), "Ctrl++", "View", more_keys=("Ctrl+=",)),
    ActionRow("smaller", _("Actions", "Smaller text"), "Ctrl+-", "View"),
    ActionRow("toggle_compact", _("Actions", "Compact lines"), "", "View"),
    ActionRow("toggle_dark", _("Actions", "Dark or light"), "F9", "View"),
    # -- scheme and machine
    ActionRow("edit_scheme", _("Actions", "Edit labels…"), "", _("Actions", "Tools")),
    ActionRow("suggest_here", _("Actions", "Suggest again for this article"), "", "Tools"),
    ActionRow("suggest_all", _("Actions", "Suggest for all articles"), "", "Tools"),
    ActionRow("edit_keys", _("Actions", "Change keys…"), "", "Tools"),
    # -- help
    ActionRow("cheat_sheet", _("Actions", "Keys at a glance"), "F1", _("Actions", "Help")),
    ActionRow("show_guideline", _("Actions", "Guideline"), "H", "Help", "article", "guideline"),
    ActionRow("about", _("Actions", "About Vaglio"), "", "Help"),
)

BY_ID = {row.id: row for row in ROWS}


def words(english: str) -> str:
    """A name from the table in the language of the window."""
    return QCoreApplication.translate("Actions", english)


def keys(changed: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The keys of every action, with what the user *changed* (id → key, "" for none)."""
    return {
        row.id: ((changed[row.id],) if changed[row.id] else ())
        if row.id in changed
        else tuple(k for k in (row.key, *row.more_keys) if k)
        for row in ROWS
    }


def clash(key: str, taken: Mapping[str, Iterable[str]], *, of: str) -> str | None:
    """The id of another action (or label) that has *key* already; None where it is free."""
    wanted = QKeySequence(key)
    for id_, each in taken.items():
        if id_ != of and any(QKeySequence(other) == wanted for other in each):
            return id_
    return None
