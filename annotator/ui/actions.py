"""The one table of everything the window can do: its name, its key, and where the key works.

The menus, the context menu, the command palette, the cheat sheet and the key editor are all made
from it. To add an action, add a row, and a method of the same name to the window.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct
from PySide6.QtGui import QKeySequence

from . import words

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


ROWS: tuple[ActionRow, ...] = (
    # -- project
    ActionRow(
        "new_project",
        words.note("Actions", "New project…"),
        "Ctrl+N",
        words.note("Actions", "Project"),
    ),
    ActionRow("open_project", words.note("Actions", "Open project…"), "Ctrl+Shift+P", "Project"),
    ActionRow(
        "import_files",
        words.note("Actions", "Import articles…"),
        "Ctrl+I",
        "Project",
        icon="import",
    ),
    ActionRow(
        "import_folder", words.note("Actions", "Import a folder…"), "", "Project", icon="import"
    ),
    ActionRow(
        "paste_article", words.note("Actions", "Paste as article"), "Ctrl+V", "Project", "article"
    ),
    ActionRow(
        "import_names", words.note("Actions", "Import a list of names (CSV)…"), "", "Project"
    ),
    ActionRow("watched_folders", words.note("Actions", "Watched folders…"), "", "Project"),
    ActionRow("export", words.note("Actions", "Export…"), "Ctrl+E", "Project", icon="export"),
    ActionRow("send_work", words.note("Actions", "Send to a colleague…"), "", "Project"),
    ActionRow("receive_work", words.note("Actions", "Receive work…"), "", "Project"),
    ActionRow(
        "settle_versions",
        words.note("Actions", "Two versions of one person’s work…"),
        "",
        "Project",
    ),
    ActionRow("share_out", words.note("Actions", "Share out articles…"), "", "Project"),
    ActionRow("back_up", words.note("Actions", "Back up now"), "", "Project"),
    ActionRow("protect", words.note("Actions", "Protect with a passphrase…"), "", "Project"),
    ActionRow("change_passphrase", words.note("Actions", "Change the passphrase…"), "", "Project"),
    ActionRow("remove_passphrase", words.note("Actions", "Remove the passphrase…"), "", "Project"),
    ActionRow("check_project", words.note("Actions", "Check project"), "", "Project"),
    ActionRow(
        "preferences", words.note("Actions", "Preferences…"), "Ctrl+,", "Project", icon="settings"
    ),
    ActionRow("close", words.note("Actions", "Close"), "Ctrl+Q", "Project"),
    # -- edit
    ActionRow(
        "undo", words.note("Actions", "Undo"), "Ctrl+Z", words.note("Actions", "Edit"), icon="undo"
    ),
    ActionRow("redo", words.note("Actions", "Redo"), "Ctrl+Shift+Z", "Edit", icon="redo"),
    ActionRow("copy", words.note("Actions", "Copy"), "Ctrl+C", "Edit", "article"),
    ActionRow("edit_article", words.note("Actions", "About this article…"), "Shift+F2", "Edit"),
    ActionRow("delete_article", words.note("Actions", "Delete article for good…"), "", "Edit"),
    ActionRow(
        "find_here", words.note("Actions", "Find in article…"), "Ctrl+F", "Edit", icon="search"
    ),
    ActionRow(
        "search",
        words.note("Actions", "Search all articles…"),
        "Ctrl+Shift+F",
        "Edit",
        icon="search",
    ),
    ActionRow("find_action", words.note("Actions", "All actions…"), "Ctrl+K", "Edit"),
    # -- judge
    ActionRow(
        "next_undecided",
        words.note("Actions", "Next suggestion"),
        "Space",
        words.note("Actions", "Judge"),
        "article",
        "next",
    ),
    ActionRow(
        "previous_undecided",
        words.note("Actions", "Previous suggestion"),
        "Shift+Space",
        "Judge",
        "article",
        "previous",
    ),
    ActionRow(
        "next_annotation", words.note("Actions", "Next annotation"), "Ctrl+Down", "Judge", "article"
    ),
    ActionRow(
        "previous_annotation",
        words.note("Actions", "Previous annotation"),
        "Ctrl+Up",
        "Judge",
        "article",
    ),
    ActionRow(
        "accept", words.note("Actions", "Accept and go on"), "A", "Judge", "article", "accept"
    ),
    ActionRow(
        "reject", words.note("Actions", "Reject and go on"), "X", "Judge", "article", "reject"
    ),
    ActionRow(
        "accept_all",
        words.note("Actions", "Accept all suggestions"),
        "Ctrl+Shift+A",
        "Judge",
        icon="accept",
    ),
    ActionRow("take_second", words.note("Actions", "Review: take B"), "B", "Judge", "article"),
    ActionRow(
        "take_third", words.note("Actions", "Review: take the third"), "Alt+3", "Judge", "article"
    ),
    ActionRow(
        "toggle_unsure", words.note("Actions", "Mark as unsure"), "F", "Judge", "article", "flag"
    ),
    ActionRow(
        "cycle_nested", words.note("Actions", "Inner or outer annotation"), "I", "Judge", "article"
    ),
    ActionRow(
        "submit", words.note("Actions", "Submit and go on"), "Ctrl+Return", "Judge", icon="submit"
    ),
    ActionRow("reopen", words.note("Actions", "Reopen a submitted article"), "", "Judge"),
    # -- mark
    ActionRow(
        "pick_label", words.note("Actions", "Label…"), "L", words.note("Actions", "Mark"), "article"
    ),
    ActionRow("label_again", words.note("Actions", "Last label again"), "R", "Mark", "article"),
    ActionRow(
        "keep_label",
        words.note("Actions", "Keep the last label until Esc"),
        "Shift+R",
        "Mark",
        "article",
    ),
    ActionRow("claim", words.note("Actions", "Claim"), "C", "Mark", "article"),
    ActionRow(
        "claim_exact",
        words.note("Actions", "Claim of exactly the selection"),
        "Alt+C",
        "Mark",
        "article",
    ),
    ActionRow(
        "split_claim", words.note("Actions", "Split the claim here"), "Alt+D", "Mark", "article"
    ),
    ActionRow(
        "split_into_parts",
        words.note("Actions", "Split the claim into parts, keep the whole"),
        "Alt+Shift+D",
        "Mark",
        "article",
    ),
    ActionRow(
        "join_claims", words.note("Actions", "Join with the next claim"), "Alt+J", "Mark", "article"
    ),
    ActionRow(
        "nest_claim",
        words.note("Actions", "Part of the claim around it"),
        "Alt+P",
        "Mark",
        "article",
    ),
    ActionRow("source", words.note("Actions", "Source of the claim"), "S", "Mark", "article"),
    ActionRow(
        "reported_by",
        words.note("Actions", "Who reports what the source says"),
        "Shift+S",
        "Mark",
        "article",
    ),
    ActionRow("cue", words.note("Actions", "Cue of the claim"), "Q", "Mark", "article"),
    ActionRow(
        "link_evidence",
        words.note("Actions", "Link a source to the claim…"),
        "E",
        "Mark",
        "article",
        "link",
    ),
    ActionRow(
        "carry_evidence",
        words.note("Actions", "Carry over the evidence of what was said before"),
        "Shift+E",
        "Mark",
        "article",
    ),
    ActionRow(
        "read_source",
        words.note("Actions", "Read the kept source of the claim"),
        "Alt+E",
        "Mark",
    ),
    ActionRow(
        "keep_file", words.note("Actions", "Keep a saved page or PDF as a source…"), "", "Mark"
    ),
    ActionRow(
        "give_verdict", words.note("Actions", "Verdict on the claim"), "V", "Mark", "article"
    ),
    ActionRow(
        "extend_claim",
        words.note("Actions", "Add the selection to the claim"),
        "+",
        "Mark",
        "article",
    ),
    ActionRow(
        "grow_end", words.note("Actions", "End one word further"), "Alt+Right", "Mark", "article"
    ),
    ActionRow(
        "shrink_end", words.note("Actions", "End one word back"), "Alt+Left", "Mark", "article"
    ),
    ActionRow(
        "grow_start",
        words.note("Actions", "Begin one word earlier"),
        "Alt+Shift+Left",
        "Mark",
        "article",
        more_keys=("Alt+Up",),  # some window managers keep the first for themselves
    ),
    ActionRow(
        "shrink_start",
        words.note("Actions", "Begin one word later"),
        "Alt+Shift+Right",
        "Mark",
        "article",
        more_keys=("Alt+Down",),  # some window managers keep the first for themselves
    ),
    ActionRow(
        "occurrences_here",
        words.note("Actions", "Label all occurrences in the article"),
        "O",
        "Mark",
        "article",
        "occurrences",
    ),
    ActionRow(
        "occurrences_everywhere",
        words.note("Actions", "All occurrences in the project…"),
        "Shift+O",
        "Mark",
        "article",
        "occurrences",
    ),
    ActionRow(
        "link_entity", words.note("Actions", "What the name stands for…"), "K", "Mark", "article"
    ),
    ActionRow(
        "remove",
        words.note("Actions", "Remove"),
        "Del",
        "Mark",
        "article",
        "delete",
        ("Backspace",),
    ),
    ActionRow(
        "edit_fields", words.note("Actions", "Edit fields"), "Return", "Mark", "article", "note"
    ),
    # -- go
    ActionRow(
        "next_article",
        words.note("Actions", "Next article"),
        "Ctrl+PgDown",
        words.note("Actions", "Go"),
        icon="next",
    ),
    ActionRow(
        "previous_article",
        words.note("Actions", "Previous article"),
        "Ctrl+PgUp",
        "Go",
        icon="previous",
    ),
    ActionRow(
        "other_version", words.note("Actions", "The other version of this article"), "Alt+V", "Go"
    ),
    ActionRow("not_placed", words.note("Actions", "What could not be placed…"), "", "Go"),
    ActionRow("go_to_queue", words.note("Actions", "To the list of articles"), "Ctrl+1", "Go"),
    ActionRow("go_to_article", words.note("Actions", "To the article"), "Ctrl+2", "Go"),
    ActionRow("go_to_inspector", words.note("Actions", "To the inspector"), "Ctrl+3", "Go"),
    ActionRow("show_sources", words.note("Actions", "Sources of the project"), "F6", "Go"),
    ActionRow("show_claims", words.note("Actions", "Claims of the project"), "F8", "Go"),
    # -- view
    ActionRow(
        "toggle_queue", words.note("Actions", "Article list"), "F3", words.note("Actions", "View")
    ),
    ActionRow("toggle_review", words.note("Actions", "Review colleagues’ work"), "F7", "View"),
    ActionRow(
        "toggle_sides", words.note("Actions", "Review side by side or in one"), "Shift+F7", "View"
    ),
    ActionRow("toggle_inspector", words.note("Actions", "Inspector"), "F4", "View"),
    ActionRow(
        "larger", words.note("Actions", "Larger text"), "Ctrl++", "View", more_keys=("Ctrl+=",)
    ),
    ActionRow("smaller", words.note("Actions", "Smaller text"), "Ctrl+-", "View"),
    ActionRow("toggle_compact", words.note("Actions", "Compact lines"), "", "View"),
    ActionRow("toggle_dark", words.note("Actions", "Dark or light"), "F9", "View"),
    # -- scheme and machine
    ActionRow(
        "edit_scheme", words.note("Actions", "Edit labels…"), "", words.note("Actions", "Tools")
    ),
    ActionRow("practice", words.note("Actions", "How we judge…"), "", "Tools"),
    ActionRow("progress", words.note("Actions", "Progress…"), "", "Tools"),
    ActionRow("agreement", words.note("Actions", "Agreement…"), "", "Tools"),
    ActionRow("suggest_here", words.note("Actions", "Suggest for this article"), "", "Tools"),
    ActionRow("suggest_all", words.note("Actions", "Suggest for all articles"), "", "Tools"),
    ActionRow("learn_from_me", words.note("Actions", "Learn from my corrections…"), "", "Tools"),
    ActionRow("stop_suggesting", words.note("Actions", "Stop suggesting"), "", "Tools"),
    ActionRow("edit_keys", words.note("Actions", "Change keys…"), "", "Tools"),
    # -- help
    ActionRow(
        "cheat_sheet",
        words.note("Actions", "Keys at a glance"),
        "F1",
        words.note("Actions", "Help"),
    ),
    ActionRow(
        "show_guideline", words.note("Actions", "Guideline"), "H", "Help", "article", "guideline"
    ),
    ActionRow("about", words.note("Actions", "About Vaglio"), "", "Help"),
)

BY_ID = {row.id: row for row in ROWS}

#: The context menu of the article; "" is a line between.
ARTICLE_MENU = (
    "accept",
    "reject",
    "",
    "claim",
    "source",
    "cue",
    "extend_claim",
    "split_claim",
    "join_claims",
    "reported_by",
    "link_evidence",
    "read_source",
    "give_verdict",
    "",
    "occurrences_here",
    "occurrences_everywhere",
    "link_entity",
    "toggle_unsure",
    "edit_fields",
    "remove",
    "",
    "copy",
)


def said(english: str) -> str:
    """A name from the table in the language of the window."""
    return words.translated("Actions", english)


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
