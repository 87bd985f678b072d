"""The project and the articles that the words of a command name."""

from __future__ import annotations

import argparse
from typing import Any

from annotator.core.errors import ProjectFault, UserError
from annotator.services.session import Session, open_session

from .output import say, say_remark


def session_of(
    given: argparse.Namespace, *, create: bool = False, readonly: bool = False
) -> Session:
    """The session on the project named; what is special about how it is open is said."""
    session = open_session(given.project, analyst=given.author, create=create, readonly=readonly)
    for notice in session.store.notices:
        say_remark(given, notice)
    if not readonly:
        finish_deletions(session)
    return session


def finish_deletions(session: Session) -> None:
    """End what an earlier deletion could not end; where it cannot now either, that is said."""
    from annotator.services.deletion import finish, is_pending

    if is_pending(session):
        try:
            finish(session)
            say("vaglio: the traces of what was deleted earlier are gone now")
        except ProjectFault as fault:
            say(f"vaglio: {fault}")


def article_named(store: Any, wanted: str) -> str:
    """The id of an article by its id, the beginning of it, its number in the list or its title."""
    from annotator.store import ArticleFilter

    ids = store.queue(ArticleFilter(analyst=""))
    if wanted.isdigit() and 0 < int(wanted) <= len(ids):
        return str(ids[int(wanted) - 1])
    hits = [id_ for id_ in ids if id_.startswith(wanted)]
    if len(hits) != 1:
        hits = [row.id for row in store.rows(ids, "") if wanted.casefold() in row.title.casefold()]
    if len(hits) != 1:
        raise UserError(
            "{count} articles match “{wanted}”",
            hint="Give the id that `vaglio list` prints",
            count=len(hits),
            wanted=wanted,
        )
    return str(hits[0])


def articles_named(store: Any, given: argparse.Namespace) -> list[str]:
    """The ids of the articles that ``--article`` names."""
    return [article_named(store, name) for name in given.article]
