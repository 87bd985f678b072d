"""A project in each situation that the window can be in, and what is stored in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from annotator.core.editing import annotation_edits
from annotator.core.model import Claim
from annotator.services.session import Session, open_session
from annotator.ui.command_table.command import Mode, Needs
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from tests import notation
from tests.core.paper import find, span
from tests.services.test_session import paste

MARKED = (
    "[Mario Rossi|PER] told [Reuters|ORG] that {prices fell in [May|DATE] and rents rose|CLAIM}. "
    "{It rained in [Rome|LOC]|CLAIM}. Mario Rossi left."
)
CLAIM = "prices fell in May and rents rose"
SUBMITTED = (MARKED, MARKED.replace("[Reuters|ORG]", "[Reuters|LOC]"), MARKED)


def make_project(path: Path) -> None:
    """An article that three colleagues handed in, and another one; suggestions in both."""
    with open_session(path, analyst="anna", create=True).store as store:
        first = paste(Session(store, "anna"), MARKED)
        paste(Session(store, "anna"), "{Milan sleeps|CLAIM} in [May|DATE].")
        for name, marked in zip(("beppe", "dario", "elena"), SUBMITTED, strict=True):
            session = Session(store, name)
            for place, label in notation.parse(marked)[1]:
                analyst_view = session.analyst_view(first)
                if label == "CLAIM":
                    session.do(annotation_edits.mark_claim(analyst_view, [place]))
                else:
                    session.do(annotation_edits.mark(analyst_view, [place], label))
            session.do(annotation_edits.set_status(session.analyst_view(first), "submitted"))


def open_window(path: Path | None, *, language: str = "en") -> MainWindow:
    """A window of carla's on the first article, nothing running behind it."""
    settings = Settings()
    settings.suggest_on_open = False
    settings.preview_import = False
    settings.introduced = True
    shown = MainWindow(settings, language=language)
    shown.project.back_up_behind = lambda: None
    shown.resize(1300, 800)
    shown.show()
    if path is None:
        return shown
    shown.start(path, analyst="carla")
    workspace = shown.workspace
    workspace.suggestion_queue.stop()
    workspace.handlers.watching.stop()
    workspace.maintenance.stop()
    shown._poll.stop()
    for id_ in workspace.queue.ids():
        if "Mario" in workspace.session.article(id_).text:
            workspace.annotate_mode.open(id_)
    return shown


def choose(shown: MainWindow, words: str) -> None:
    shown.workspace.view.choose(span(shown.workspace.annotate_mode.analyst_view, words))


def at_claim(shown: MainWindow) -> None:
    """A suggested claim is current and, one label given before, words inside it are selected."""
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.last_label = "PER"
    annotate_mode.point_at(find(annotate_mode.analyst_view, CLAIM, Claim))
    choose(shown, "rents rose")
    shown.workspace.view.caret_moved.emit(shown.workspace.view.caret)


def at_two_claims(shown: MainWindow) -> None:
    """An own claim that lies in another own one is current, with nothing selected."""
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.accept_all()
    choose(shown, "prices fell in May")
    annotate_mode.claim(exact=True)


def at_claim_of_somebody(shown: MainWindow) -> None:
    """An own claim of which it is known who says it is current; other words are selected."""
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.accept_all()
    annotate_mode.point_at(find(annotate_mode.analyst_view, CLAIM, Claim))
    choose(shown, "Mario Rossi")
    annotate_mode.source()
    choose(shown, "Reuters")


def at_name(shown: MainWindow) -> None:
    """A suggested name is current."""
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.point_at(find(annotate_mode.analyst_view, "Reuters"))


def at_nothing(shown: MainWindow) -> None:
    shown.workspace.annotate_mode.point_at("")


def when_submitted(shown: MainWindow) -> None:
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.accept_all()
    annotate_mode.set_status(submitted=True)
    at_claim(shown)


def in_review(shown: MainWindow) -> None:
    """A difference is current, and words are selected; in the own layer a claim was current."""
    at_claim(shown)
    shown.act("toggle_review")
    choose(shown, "left")


def to_review(shown: MainWindow) -> None:
    """Under review, a difference current; in the own layer behind it a claim was."""
    annotate_mode = shown.workspace.annotate_mode
    annotate_mode.point_at(find(annotate_mode.analyst_view, CLAIM, Claim))
    shown.act("toggle_review")


def in_review_of_nothing(shown: MainWindow) -> None:
    in_review(shown)
    shown.workspace.view.choose(None)
    shown.workspace.annotate_mode.review_mode._point(None)


def in_claims(shown: MainWindow) -> None:
    """A claim is chosen in the list; in the hidden article another one is current."""
    at_claim(shown)
    shown.act("show_claims")
    session = shown.workspace.handlers.claims.claims_list
    session._slow.stop()
    session._show(shown.workspace.session.store.claims.listed(session.filter.wanted))
    session._reader.stop()
    session._reader = None


def in_empty_claims(shown: MainWindow) -> None:
    in_claims(shown)
    session = shown.workspace.handlers.claims.claims_list
    session._show(
        msgspec.structs.replace(
            shown.workspace.session.store.claims.listed(session.filter.wanted), ids=()
        )
    )


def nowhere(_shown: MainWindow) -> None:
    """As it is opened."""


_A, _R, _C, N = Mode.ANNOTATE, Mode.REVIEW, Mode.CLAIMS, Needs
_PLAIN = N.ARTICLE | N.UNPROTECTED
_HERE = _PLAIN | N.UNSUBMITTED | N.SUGGESTIONS
_ON_CLAIM = N.ANNOTATION | N.REMOVABLE | N.CLAIM | N.NEAR_CLAIM
_SELECTED = N.SELECTION | N.WORDS
_UNDER_REVIEW = _PLAIN | N.UNANIMOUS
#: What is there in each situation, written out by hand: mode, needs that are met, how to get there.
SITUATIONS: dict[str, tuple[Mode, Needs, Callable[[MainWindow], None]]] = {
    "no project": (Mode.NONE, N(0), nowhere),
    "empty project": (_A, N.UNPROTECTED, nowhere),
    "nothing current": (_A, _HERE, at_nothing),
    "suggested claim": (_A, _HERE | _ON_CLAIM | _SELECTED | N.SUGGESTION | N.LAST_LABEL, at_claim),
    "own claim": (_A, _PLAIN | N.UNSUBMITTED | N.DECISIONS | _ON_CLAIM, at_two_claims),
    "claim of somebody": (
        _A,
        _PLAIN | N.UNSUBMITTED | N.DECISIONS | _ON_CLAIM | _SELECTED,
        at_claim_of_somebody,
    ),
    "suggested name": (
        _A,
        _HERE | N.ANNOTATION | N.REMOVABLE | N.ENTITY | N.WORDS | N.SUGGESTION,
        at_name,
    ),
    "submitted": (
        _A,
        _PLAIN | N.SUBMITTED | N.DECISIONS | _ON_CLAIM | _SELECTED | N.LAST_LABEL,
        when_submitted,
    ),
    "review": (
        _R,
        _UNDER_REVIEW | _SELECTED | N.DIFFERENCE | N.SECOND_LAYER | N.THIRD_LAYER,
        in_review,
    ),
    "review, nothing current": (_R, _UNDER_REVIEW, in_review_of_nothing),
    "claims": (_C, N.UNPROTECTED | N.CLAIM, in_claims),
    "no claims": (_C, N.UNPROTECTED, in_empty_claims),
}


def stored(shown: MainWindow) -> dict[str, list[tuple[object, ...]]]:
    """Everything that the store has: articles with their layers, sources, settings, log."""
    if shown.workspace is None:
        return {}
    rows = shown.workspace.session.store._conn.execute
    tables = [name for (name,) in rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: [tuple(row) for row in rows(f'SELECT * FROM "{name}"')] for name in tables}


def close_dialogs() -> None:
    """Whatever was opened is closed again."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog | QMenu) and widget.isVisible():
            widget.close()
