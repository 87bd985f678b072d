"""The one table of everything the window can do: name, menu, keys, where it works, what it needs.

Menus, context menu, palette, buttons, keys, key editor, cheat sheet and the guides' tables of keys
are made from it. To add a command, add a row here and a method marked with its id (`command`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QKeySequence

from .command import Command, Menu, Mode, Needs

OPEN: Mapping[Mode, Needs] = dict.fromkeys((Mode.ANNOTATE, Mode.REVIEW, Mode.CLAIMS), Needs(0))
EVERYWHERE: Mapping[Mode, Needs] = dict.fromkeys(Mode, Needs(0))
SHOWN: Mapping[Mode, Needs] = dict.fromkeys((Mode.ANNOTATE, Mode.REVIEW), Needs.ARTICLE)
UNPROTECTED: Mapping[Mode, Needs] = dict.fromkeys(OPEN, Needs.UNPROTECTED)
PROTECTED: Mapping[Mode, Needs] = dict.fromkeys(OPEN, Needs.PASSPHRASE)
A, R, C, N = Mode.ANNOTATE, Mode.REVIEW, Mode.CLAIMS, Needs

# fmt: off
COMMANDS: tuple[Command, ...] = (
    # -- project
    Command("new_project", "New project…", Menu.PROJECT, ("Ctrl+N",), cells=EVERYWHERE),
    Command("open_project", "Open project…", Menu.PROJECT, ("Ctrl+Shift+P",), cells=EVERYWHERE),
    Command("import_files", "Import articles…", Menu.PROJECT, ("Ctrl+I",), icon="import",
        cells=EVERYWHERE),
    Command("import_folder", "Import a folder…", Menu.PROJECT, icon="import", cells=EVERYWHERE),
    Command("paste_article", "Paste as article", Menu.PROJECT, ("Ctrl+V",), scope="article",
        cells=EVERYWHERE),
    Command("import_names", "Import a list of names (CSV)…", Menu.PROJECT, cells=OPEN),
    Command("watched_folders", "Watched folders…", Menu.PROJECT, cells=OPEN),
    Command("export", "Export…", Menu.PROJECT, ("Ctrl+E",), icon="export", cells=OPEN),
    Command("send_work", "Send to a colleague…", Menu.PROJECT, cells=OPEN),
    Command("receive_work", "Receive work…", Menu.PROJECT, cells=OPEN),
    Command("settle_versions", "Two versions of one person’s work…", Menu.PROJECT, cells=OPEN),
    Command("share_out", "Share out articles…", Menu.PROJECT, cells=OPEN),
    Command("back_up", "Back up now", Menu.PROJECT, cells=OPEN),
    Command("protect", "Protect with a passphrase…", Menu.PROJECT, cells=UNPROTECTED),
    Command("change_passphrase", "Change the passphrase…", Menu.PROJECT, cells=PROTECTED),
    Command("remove_passphrase", "Remove the passphrase…", Menu.PROJECT, cells=PROTECTED),
    Command("check_project", "Check project", Menu.PROJECT, cells=OPEN),
    Command("practice", "Project settings…", Menu.PROJECT, cells=OPEN),
    Command("preferences", "Preferences…", Menu.PROJECT, ("Ctrl+,",), icon="settings",
        cells=EVERYWHERE),
    Command("close", "Close", Menu.PROJECT, ("Ctrl+Q",), cells=EVERYWHERE),
    # -- edit
    Command("undo", "Undo", Menu.EDIT, ("Ctrl+Z",), icon="undo", cells=OPEN),
    Command("redo", "Redo", Menu.EDIT, ("Ctrl+Shift+Z",), icon="redo", cells=OPEN),
    Command("last_decisions", "Take back one of the last decisions…", Menu.EDIT, ("Alt+Z",), scope="article",
        cells={A: N.UNSUBMITTED | N.DECISIONS}),
    Command("copy", "Copy", Menu.EDIT, ("Ctrl+C",), scope="article", cells=SHOWN),
    Command("edit_article", "About this article…", Menu.EDIT, ("Shift+F2",), cells=SHOWN),
    Command("delete_article", "Delete article for good…", Menu.EDIT, cells=SHOWN),
    Command("find_here", "Find in article…", Menu.EDIT, ("Ctrl+F",), icon="search",
        cells={A: N.ARTICLE, R: N.ARTICLE, C: N(0)}),
    Command("search", "Search all articles…", Menu.EDIT, ("Ctrl+Shift+F",), icon="search",
        cells=OPEN),
    Command("find_action", "All actions…", Menu.EDIT, ("Ctrl+K",), cells=EVERYWHERE),
    # -- judge
    Command("next_undecided", "Next suggestion", Menu.JUDGE, ("Space",), icon="next",
        scope="article", cells=SHOWN),
    Command("previous_undecided", "Previous suggestion", Menu.JUDGE, ("Shift+Space",), icon="previous",
        scope="article", cells=SHOWN),
    Command("next_annotation", "Next annotation", Menu.JUDGE, ("Ctrl+Down",), scope="article",
        cells=SHOWN),
    Command("previous_annotation", "Previous annotation", Menu.JUDGE, ("Ctrl+Up",), scope="article",
        cells=SHOWN),
    Command("accept", "Accept and go on", Menu.JUDGE, ("A",), icon="accept", scope="article",
        cells={A: N.ARTICLE | N.UNSUBMITTED, R: N.DIFFERENCE, C: N.CLAIM}),
    Command("accept_this", "Accept in this place alone", Menu.JUDGE, ("Alt+A",), scope="article",
        cells={A: N.UNSUBMITTED | N.SUGGESTION}),
    Command("accept_paragraph", "Accept the rest of the paragraph", Menu.JUDGE, ("Shift+A",),
        icon="accept", scope="article", cells={A: N.ARTICLE | N.UNSUBMITTED | N.SUGGESTIONS}),
    Command("reject", "Reject and go on", Menu.JUDGE, ("X",), icon="reject", scope="article",
        cells={A: N.UNSUBMITTED | N.SUGGESTION, R: N.DIFFERENCE, C: N.CLAIM}),
    Command("reject_alike", "Reject wherever it says the same", Menu.JUDGE, ("Alt+X",), scope="article",
        cells={A: N.UNSUBMITTED | N.SUGGESTION}),
    Command("accept_all", "Accept all suggestions", Menu.JUDGE, ("Ctrl+Shift+A",), icon="accept",
        cells={A: N.ARTICLE | N.UNSUBMITTED | N.SUGGESTIONS, R: N.UNANIMOUS}),
    Command("take_second", "Review: take B", Menu.JUDGE, ("B",), scope="article",
        cells={R: N.DIFFERENCE | N.SECOND_LAYER}),
    Command("take_third", "Review: take the third", Menu.JUDGE, ("Alt+3",), scope="article",
        cells={R: N.DIFFERENCE | N.THIRD_LAYER}),
    Command("toggle_unsure", "Mark as unsure", Menu.JUDGE, ("F",), icon="flag", scope="article",
        cells={A: N.UNSUBMITTED | N.ANNOTATION, R: N.DIFFERENCE, C: N.CLAIM}, checked="unsure"),
    Command("cycle_nested", "Inner or outer annotation", Menu.JUDGE, ("I",), scope="article",
        cells={A: N.ARTICLE}),
    Command("toggle_doubtful_first", "Doubtful suggestions first", Menu.JUDGE, ("Shift+D",), scope="article",
        cells={A: N.ARTICLE}, checked="doubtful_first"),
    Command("next_disagreement", "Next place where the machine and I disagree", Menu.JUDGE, ("Alt+N",),
        scope="article", cells={A: N.ARTICLE}),
    Command("submit", "Submit and go on", Menu.JUDGE, ("Ctrl+Return",), icon="submit",
        cells={A: N.ARTICLE | N.UNSUBMITTED, R: N.ARTICLE}),
    Command("reopen", "Reopen a submitted article", Menu.JUDGE,
        cells={A: N.ARTICLE | N.SUBMITTED, R: N.ARTICLE}),
    # -- mark
    Command("pick_label", "Label…", Menu.MARK, ("L",), scope="article",
        cells={A: N.UNSUBMITTED | N.WORDS, R: N.WORDS}),
    Command("label_again", "Last label again", Menu.MARK, ("R",), scope="article",
        cells={A: N.UNSUBMITTED | N.LAST_LABEL | N.WORDS}),
    Command("keep_label", "Keep the last label until Esc", Menu.MARK, ("Shift+R",), scope="article",
        cells={A: N.UNSUBMITTED | N.LAST_LABEL}, checked="sticky_label"),
    Command("claim", "Claim", Menu.CLAIM, ("C",), scope="article",
        cells={A: N.ARTICLE | N.UNSUBMITTED, R: N.SELECTION}),
    Command("claim_exact", "Claim of exactly the selection", Menu.CLAIM, ("Alt+C",), scope="article",
        cells={A: N.ARTICLE | N.UNSUBMITTED}),
    Command("split_claim", "Split the claim here", Menu.CLAIM, ("Alt+D",), scope="article",
        cells={A: N.UNSUBMITTED | N.CLAIM}),
    Command("split_into_parts", "Split the claim into parts, keep the whole", Menu.CLAIM, ("Alt+Shift+D",),
        scope="article", cells={A: N.UNSUBMITTED | N.CLAIM}),
    Command("join_claims", "Join with the next claim", Menu.CLAIM, ("Alt+J",), scope="article",
        cells={A: N.UNSUBMITTED | N.CLAIM}),
    Command("nest_claim", "Part of the claim around it", Menu.CLAIM, ("Alt+P",), scope="article",
        cells={A: N.UNSUBMITTED | N.CLAIM}),
    Command("source", "Who says the claim", Menu.CLAIM, ("S",), scope="article",
        cells={A: N.UNSUBMITTED | N.WORDS | N.NEAR_CLAIM}),
    Command("article_itself", "The article itself says the claim", Menu.CLAIM, ("Shift+N",), scope="article",
        cells={A: N.UNSUBMITTED | N.CLAIM}),
    Command("reported_by", "Who reports what the speaker says", Menu.CLAIM, ("Shift+S",),
        scope="article", cells={A: N.UNSUBMITTED | N.WORDS | N.NEAR_CLAIM}),
    Command("cue", "Cue of the claim", Menu.CLAIM, ("Q",), scope="article",
        cells={A: N.UNSUBMITTED | N.WORDS | N.NEAR_CLAIM}),
    Command("link_evidence", "Link an outside source to the claim…", Menu.CLAIM, ("E",), icon="link",
        scope="article", cells={A: N.UNSUBMITTED | N.CLAIM}),
    Command("carry_evidence", "Carry over the evidence of what was said before", Menu.CLAIM, ("Shift+E",),
        scope="article", cells={A: N.UNSUBMITTED | N.CLAIM | N.SIMILAR_CLAIM}),
    Command("read_source", "Read the kept outside source of the claim", Menu.CLAIM, ("Alt+E",),
        cells={A: N.CLAIM | N.ARCHIVED_FILE}),
    Command("keep_file", "Keep a saved page or PDF as an outside source…", Menu.CLAIM, cells={A: N(0)}),
    Command("give_verdict", "Verdict on the claim", Menu.CLAIM, ("V",), scope="article",
        cells={A: N.CLAIM}),
    Command("extend_claim", "Add the selection to the claim", Menu.CLAIM, ("+",), scope="article",
        cells={A: N.UNSUBMITTED | N.SELECTION | N.NEAR_CLAIM}),
    Command("grow_end", "End one word further", Menu.MARK, ("Alt+Right",), scope="article",
        cells={A: N.UNSUBMITTED | N.ANNOTATION, R: N.DIFFERENCE}),
    Command("shrink_end", "End one word back", Menu.MARK, ("Alt+Left",), scope="article",
        cells={A: N.UNSUBMITTED | N.ANNOTATION, R: N.DIFFERENCE}),
    Command("grow_start", "Begin one word earlier", Menu.MARK, ("Alt+Up", "Alt+Shift+Left"),
        scope="article", cells={A: N.UNSUBMITTED | N.ANNOTATION, R: N.DIFFERENCE}),
    Command("shrink_start", "Begin one word later", Menu.MARK, ("Alt+Down", "Alt+Shift+Right"),
        scope="article", cells={A: N.UNSUBMITTED | N.ANNOTATION, R: N.DIFFERENCE}),
    Command("grow_end_clause", "End one clause further", Menu.MARK, ("Alt+End",), scope="article",
        cells={A: N.UNSUBMITTED | N.ANNOTATION}),
    Command("shrink_end_clause", "End one clause back", Menu.MARK, ("Alt+Home",), scope="article",
        cells={A: N.UNSUBMITTED | N.ANNOTATION}),
    Command("grow_start_clause", "Begin one clause earlier", Menu.MARK, ("Alt+PgUp",), scope="article",
        cells={A: N.UNSUBMITTED | N.ANNOTATION}),
    Command("shrink_start_clause", "Begin one clause later", Menu.MARK, ("Alt+PgDown",), scope="article",
        cells={A: N.UNSUBMITTED | N.ANNOTATION}),
    Command("begin_here", "Begin at the cursor", Menu.MARK, ("[", ","), scope="article",
        cells={A: N.UNSUBMITTED | N.ANNOTATION}),
    Command("end_here", "End at the cursor", Menu.MARK, ("]", "."), scope="article",
        cells={A: N.UNSUBMITTED | N.ANNOTATION}),
    Command("occurrences_here", "Label all occurrences in the article", Menu.MARK, ("O",), icon="occurrences",
        scope="article", cells={A: N.UNSUBMITTED | N.WORDS}),
    Command("occurrences_everywhere", "All occurrences in the project…", Menu.MARK, ("Shift+O",), icon="occurrences",
        scope="article", cells={A: N.ARTICLE}),
    Command("link_entity", "What the name stands for…", Menu.MARK, ("K",), scope="article",
        cells={A: N.UNSUBMITTED | N.ENTITY}),
    Command("remove", "Remove", Menu.MARK, ("Del", "Backspace"), icon="delete", scope="article",
        cells={A: N.UNSUBMITTED | N.REMOVABLE, R: N.DIFFERENCE, C: N.CLAIM}),
    Command("edit_fields", "Edit fields", Menu.MARK, ("Return",), icon="note", scope="article",
        cells={A: N.ANNOTATION, C: N.CLAIM}),
    Command("history_of_this", "History of this", Menu.MARK, ("Alt+H",), scope="article",
        cells={A: N.ANNOTATION}),
    # -- go
    Command("next_article", "Next article", Menu.GO, ("Ctrl+PgDown",), icon="next", cells=OPEN),
    Command("previous_article", "Previous article", Menu.GO, ("Ctrl+PgUp",), icon="previous",
        cells=OPEN),
    Command("other_version", "The other version of this article", Menu.GO, ("Alt+V",),
        cells={A: N.OTHER_VERSION, R: N.OTHER_VERSION}),
    Command("not_placed", "What could not be placed…", Menu.GO,
        cells={A: N.NOT_PLACED, R: N.NOT_PLACED}),
    Command("go_to_queue", "To the list of articles", Menu.GO, ("Ctrl+1",), cells=OPEN),
    Command("go_to_article", "To the article", Menu.GO, ("Ctrl+2",), cells=OPEN),
    Command("go_to_inspector", "To the inspector", Menu.GO, ("Ctrl+3",), cells=OPEN),
    Command("open_menus", "To the menus", Menu.GO, ("F10",), cells=EVERYWHERE),
    Command("show_claims", "Claims of the project", Menu.GO, ("F8",), cells=OPEN, checked="claims"),
    # -- view
    Command("toggle_queue", "Article list", Menu.VIEW, ("F3",), cells=OPEN, checked="queue"),
    Command("toggle_review", "Review colleagues’ work", Menu.VIEW, ("F7",),
        cells=OPEN, checked="review"),
    Command("toggle_sides", "Review side by side", Menu.VIEW, ("Shift+F7",),
        cells=OPEN, checked="side_by_side"),
    Command("toggle_inspector", "Inspector", Menu.VIEW, ("F4",), cells=OPEN, checked="inspector"),
    Command("show_in_turn", "Names, claims or both in turn", Menu.VIEW, ("Shift+T",), scope="article",
        cells={A: N.ARTICLE}),
    Command("show_both", "Names and claims", Menu.VIEW, cells={A: N.ARTICLE}, checked="both"),
    Command("show_names_alone", "Names alone", Menu.VIEW, cells={A: N.ARTICLE}, checked="names"),
    Command("show_claims_alone", "Claims alone", Menu.VIEW, cells={A: N.ARTICLE}, checked="claims_alone"),
    Command("toggle_reading", "Only the text", Menu.VIEW, ("F11",), cells={A: N.ARTICLE},
        checked="reading"),
    Command("larger", "Larger text", Menu.VIEW, ("Ctrl++", "Ctrl+="), cells=OPEN),
    Command("smaller", "Smaller text", Menu.VIEW, ("Ctrl+-",), cells=OPEN),
    Command("toggle_compact", "Compact lines", Menu.VIEW, cells=OPEN, checked="compact"),
    Command("toggle_decisions", "Last decisions", Menu.VIEW, cells=OPEN, checked="decisions"),
    Command("toggle_dark", "Dark colours", Menu.VIEW, ("F9",), cells=EVERYWHERE, checked="dark"),
    # -- scheme and machine
    Command("edit_scheme", "Edit labels…", Menu.TOOLS, cells=OPEN),
    Command("progress", "Progress…", Menu.TOOLS, cells=OPEN),
    Command("agreement", "Agreement…", Menu.TOOLS, cells=OPEN),
    Command("suggest_here", "Suggest for this article", Menu.TOOLS, cells={A: N.ARTICLE}),
    Command("suggest_all", "Suggest for all articles", Menu.TOOLS, cells=OPEN),
    Command("learn_from_me", "Learn from my corrections…", Menu.TOOLS, cells=OPEN),
    Command("stop_suggesting", "Stop suggesting", Menu.TOOLS, cells=OPEN),
    Command("edit_keys", "Change keys…", Menu.TOOLS, cells=EVERYWHERE),
    # -- help
    Command("cheat_sheet", "Keys at a glance", Menu.HELP, ("F1",), cells=EVERYWHERE),
    Command("about", "About Vaglio", Menu.HELP, cells=EVERYWHERE),
    # -- called by others: by keys of labels, the palette, the pages of the inspector
    Command("give_label", "Label…", Menu.NONE, scope="article",
        cells={A: N.UNSUBMITTED | N.WORDS, R: N.WORDS}),
    Command("open_article", "To the article", Menu.NONE, cells=OPEN),
    Command("take_back", "Take this decision back", Menu.NONE,
        cells={A: N.UNSUBMITTED | N.DECISIONS}),
)
# fmt: on

#: Above these a line is drawn in their menus.
FIRST_OF_GROUP = frozenset(
    (
        *("import_files", "watched_folders", "export", "send_work", "back_up", "check_project"),
        *("practice", "close", "copy", "edit_article", "find_here", "accept", "toggle_unsure"),
        *("submit", "grow_end", "occurrences_here", "link_entity", "split_claim", "source"),
        *(
            "link_evidence",
            "other_version",
            "go_to_queue",
            "show_claims",
            "toggle_reading",
            "show_fields",
        ),
        *("suggest_here", "edit_keys", "progress", "about"),
    )
)

#: A page of the inspector; `pages.page_commands` makes one row of it for each.
PAGE = Command("show_page", "Show {page}", Menu.NONE, cells=OPEN)

#: The context menu of the article; "" is a line between.
ARTICLE_MENU = (
    "accept",
    "accept_this",
    "accept_paragraph",
    "reject",
    "reject_alike",
    "",
    "claim",
    "source",
    "cue",
    "article_itself",
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
    "history_of_this",
    "remove",
    "",
    "copy",
)


def keys(
    changed: Mapping[str, str], commands: Iterable[Command] = COMMANDS
) -> dict[str, tuple[str, ...]]:
    """The keys of every command, with what the user *changed* (id → key, "" for none)."""
    return {
        row.id: ((changed[row.id],) if changed[row.id] else ()) if row.id in changed else row.keys
        for row in commands
    }


def clash(key: str, taken: Mapping[str, Iterable[str]], *, of: str) -> str | None:
    """The id of another action (or label) that has *key* already; None where it is free."""
    wanted = QKeySequence(key)
    for id_, each in taken.items():
        if id_ != of and any(QKeySequence(other) == wanted for other in each):
            return id_
    return None
