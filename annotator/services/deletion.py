"""Deleting articles for good: what goes, the deed itself, and what is swept up after it.

`delete` is done when its transaction is; `finish` removes the traces in the file and beside it, and
is done again by whoever opens the project next where it was not finished.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from annotator.core.errors import UserError
from annotator.core.ids import new_id, now
from annotator.core.model import Article, Deletion, is_machine
from annotator.store import erase_articles
from annotator.store.maintenance import delete as records
from annotator.store.maintenance import sweep
from annotator.suggest.model import embedding_index
from annotator.suggest.runtime import checkpoint

from . import watched_folders
from .results import DeletionPreview, DeletionResult
from .session import Session

Progress = Callable[[float, str], None]
_ALL = 1_000_000_000  # claims
_ERASING = 0.4  # of the way


def outlook(session: Session, article_ids: Sequence[str]) -> DeletionPreview:
    """What deleting *article_ids* would take.

    Raises:
        KeyError: one of them is not there.
    """
    titles: list[str] = []
    people: dict[str, int] = {}
    suggestions = verdicts = 0
    for annotated_article in map(session.store.annotated_article, article_ids):
        titles.append(annotated_article.article.title)
        for contents in annotated_article.layers:
            count = sum(1 for _ in contents.records())
            verdicts += len(contents.verdicts)
            author = contents.layer.author
            if is_machine(author):
                suggestions += count
            elif count:
                people[author] = people.get(author, 0) + count
    own = records.own_sources(session.store, article_ids)
    return DeletionPreview(
        titles=titles,
        annotations=people,
        suggestions=suggestions,
        verdicts=verdicts,
        sources=[source.title for source in own],
        files=sum(1 for source in own if source.sha256),
        backups=records.backups(session.store),
    )


def delete(
    session: Session,
    article_ids: Sequence[str],
    *,
    reason: str = "",
    keep_sources: bool = False,
    in_backups: bool = False,
    on_progress: Progress | None = None,
) -> DeletionResult:
    """Delete articles so that they cannot be brought back, all or none; then sweep up.

    *on_progress* may raise to cancel as long as the share is below a half.

    Raises:
        UserError: one of them is not there; nothing was deleted.
    """
    at = now()
    wanted: list[tuple[str, Deletion]] = []
    for id_ in article_ids:
        article = session.store.record(id_, Article)
        if not isinstance(article, Article):
            raise UserError(
                "There is no article {id} in the project", hint="Nothing was deleted.", id=id_
            )
        deletion = Deletion(
            id=new_id(),
            article_id=id_,
            sha256=article.sha256,
            by=session.analyst,
            at=at,
            reason=" ".join(reason.split()),
        )
        wanted.append((id_, deletion))
    tell = on_progress or (lambda _share, _what: None)
    erased = erase_articles(
        session.store,
        wanted,
        by=session.analyst,
        keep_sources=keep_sources,
        in_backups=in_backups,
        on_progress=lambda share: tell(_ERASING * share, ""),
    )
    deletion_result = DeletionResult(len(wanted), erased.changes, erased.sources, missed=[])
    session.remember_anew()
    finish(session, deletion_result, on_progress=lambda share, what: tell(0.5 + share / 2, what))
    return deletion_result


def is_pending(session: Session) -> bool:
    """Whether a deletion was not finished: traces of an article are still in the file."""
    return not session.store.readonly and sweep.is_pending(session.store)


def finish(
    session: Session, done: DeletionResult | None = None, *, on_progress: Progress | None = None
) -> DeletionResult:
    """Remove the traces of all that was deleted; what cannot be removed now stays pending.

    Raises:
        DiskFull: there is no room to write the file anew.
        ProjectBusy: somebody else reads it all the time.
    """
    done = done or DeletionResult(missed=[])
    if not is_pending(session):
        done.is_swept = True
        return done
    _forget(session)
    swept = sweep.sweep(session.store, on_progress=on_progress)
    done.backups, done.missed, done.is_swept = swept.backups, swept.missed, True
    return done


def _forget(session: Session) -> None:
    """What of the deleted texts is kept outside the project: vectors, halfway readings, file names."""
    with suppress(OSError):  # a cache that cannot be written was not written by us
        for sha256 in sweep.texts(session.store):
            checkpoint.forget_text(sha256)
        claims = session.store.claims.texts(session.analyst, most=_ALL)
        embedding_index.keep_only(session.store.project_id, (text for _, _, text in claims))
    if session.store.path is not None:
        watched_folders.forget_names(session.store.path)
