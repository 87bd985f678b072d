"""What deleting an article for good takes out of records, edits and changes of other things.

Pure: what belongs to the article is a `DeletedRecords`, and each record is answered with what is left of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ..changes import Change, Edit
from ..exchange.article_versions import FOLLOWED_BY, FOLLOWS, NOT_PLACED
from ..exchange.work_package import ASSIGNMENT, WorkPackage
from ..model import AnyRecord, Article, Deletion, Layer, Setting, Source, with_

DELETE = "delete_article"  # the verb of a change that says that an article was deleted
KEEP = "keep_deleted"  # of one that lets a deleted text be here all the same
_LEARNT = "learnt:"  # how the ids of settings begin that hold words of judged articles


class DeletedRecords(Struct, frozen=True):
    """What belongs to articles that are deleted.

    *articles* are the ids that they have here and with colleagues, *texts* the SHA-256 of their
    texts; *is_only_there* says whether some words stand in them and in no article that stays.
    """

    articles: frozenset[str]
    layers: frozenset[str]
    sources: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    is_only_there: Callable[[str], bool] = lambda _words: False


def record_without(record: AnyRecord | None, traces: DeletedRecords) -> AnyRecord | None:
    """What is left of *record*: the same one, another one, or None where it goes."""
    match record:
        case None | Deletion():
            return record
        case Article():
            return None if record.id in traces.articles else _article(record, traces)
        case Layer():
            is_gone = record.id in traces.layers or record.article_id in traces.articles
            return None if is_gone else record
        case Source():
            return None if record.id in traces.sources else record
        case Setting():
            return _setting(record, traces)
        case _:
            return None if record.layer_id in traces.layers else record


def edits_without(edits: Iterable[Edit], traces: DeletedRecords) -> tuple[Edit, ...]:
    """What is left of *edits*; one that is left without an effect goes too."""
    left: list[Edit] = []
    for edit in edits:
        before, after = (record_without(r, traces) for r in (edit.before, edit.after))
        if before is edit.before and after is edit.after:
            left.append(edit)
        elif before != after:
            left.append(Edit(before, after))
    return tuple(left)


def change_without(change: Change, traces: DeletedRecords) -> Change:
    """What is left of a change in the log; it keeps its id, author, time, place and hash."""
    edits = edits_without(change.edits, traces)
    article_id = None if change.article_id in traces.articles else change.article_id
    if article_id == change.article_id and edits == change.edits:
        return change
    return replace(change, edits=edits, article_id=article_id)


def stub(change: Change) -> Change:
    """A change of which nothing is handed on but that it was: its edits cannot be verified."""
    return replace(change, edits=(), article_id=None)


def is_stub(change: Change) -> bool:
    return not change.edits and change.article_id is None


def package_without(package: WorkPackage, article_ids: Iterable[str]) -> WorkPackage:
    """*package* without some of its articles (by their ids in it) and all that is of them alone."""
    gone = frozenset(article_ids)
    if not gone:
        return package
    stay = tuple(v for v in package.versions if v.contents.layer.article_id not in gone)
    layers = {v.contents.layer.id for v in package.versions if v not in stay}
    layers |= {
        edit.record.id
        for change in package.changes
        for edit in change.edits
        if isinstance(edit.record, Layer) and edit.record.article_id in gone
    }
    traces = DeletedRecords(gone, frozenset(layers))
    needed = {part for version in stay for part in version.lineage}
    named = {e.source_id for version in stay for e in version.contents.evidence}
    dropped = {
        e.source_id
        for version in package.versions
        if version.contents.layer.article_id in gone
        for e in version.contents.evidence
    }
    return replace(
        package,
        articles=tuple(a for a in package.articles if a.id not in gone),
        versions=stay,
        sources=tuple(s for s in package.sources if s.id in named or s.id not in dropped),
        changes=tuple(
            change if change_without(change, traces) is change else stub(change)
            for change in package.changes
            if change.id in needed
        ),
    )


def _article(article: Article, traces: DeletedRecords) -> Article:
    """An article without the words that it holds of an older version, and without the link to one."""
    known = article.metadata
    gone = set()
    if known.get(FOLLOWS) in traces.articles:
        gone |= {FOLLOWS, NOT_PLACED}
    if known.get(FOLLOWED_BY) in traces.articles:
        gone.add(FOLLOWED_BY)
    if not gone & known.keys():
        return article
    return with_(article, metadata={k: v for k, v in known.items() if k not in gone})


def _setting(setting: Setting, traces: DeletedRecords) -> Setting:
    body = setting.body
    if setting.id == ASSIGNMENT:
        people = body.get("people", {})
        left: Any = {
            sha256: names for sha256, names in people.items() if sha256 not in traces.texts
        }
        return setting if left == people else with_(setting, body={**body, "people": left})
    if setting.id.startswith(_LEARNT):
        left = _unlearnt(body, traces)
        return setting if left == body else with_(setting, body=left)
    return setting


def _unlearnt(value: Any, traces: DeletedRecords) -> Any:
    """What was learnt, without the words that stand in no other article."""
    if isinstance(value, Mapping):
        return {k: _unlearnt(v, traces) for k, v in value.items() if not _gives_away(k, traces)}
    if isinstance(value, list | tuple):
        kept = (each for each in value if not _is_name_of(each, traces))
        return [_unlearnt(each, traces) for each in kept]
    return value


def _is_name_of(value: Any, traces: DeletedRecords) -> bool:
    return isinstance(value, Mapping) and traces.is_only_there(str(value.get("words", "")))


def _gives_away(feature: str, traces: DeletedRecords) -> bool:
    """Whether a feature, such as ``PER words=mario rossi``, is of words that stand there alone."""
    _, equals, words = feature.rpartition("=")
    return bool(equals) and traces.is_only_there(words)
