"""Packages into a project, all or nothing.

What a project knows of a layer is a set of versions; see `core.exchange.work_package` and `versions`.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.changes import Change, Edit, change, digest, digest_records
from annotator.core.editing.erasure import is_stub, package_without
from annotator.core.errors import UserError
from annotator.core.exchange.work_package import (
    ASSIGNMENT,
    MERGE,
    SETTLE,
    Key,
    PackagedLayer,
    WorkPackage,
    joined,
    moved,
)
from annotator.core.ids import new_id
from annotator.core.model import AnyRecord, Layer, Setting, Source, with_
from annotator.core.review.work_assignment import newer

from ..changes import apply_change
from ..changes.layer_versions import KEPT, KnownVersions, others, standing
from ..database import records as rows
from ..database.connection import Connection, sqlite3
from ..database.records import as_json
from ..deletion import deletion_records
from ..deletion.deletion_records import OnDeleted
from ..project import bulk_load
from ..project.bulk_load import barred
from .merge_result import ArrivedLayers, MergeResult
from .outgoing import assignment_of

Progress = Callable[[int, int], None] | None


class BundleRefused(UserError):
    """Nothing of a bundle was merged: it contradicts what is here, or itself."""


def merge(
    conn: Connection,
    package: WorkPackage,
    *,
    by: str,
    on_deleted: OnDeleted = "ask",
    on_progress: Progress = None,
) -> MergeResult:
    """Bring a package in, inside an open transaction that is rolled back when this raises.

    Articles that a colleague deleted go from here as well; with *on_deleted* ``ask`` those stay
    for a decision on which somebody worked without that colleague's knowledge, with ``delete`` all
    of them go, with ``keep`` all stay. *on_progress* is told how many layers of how many are done.

    Raises:
        BundleRefused: it contradicts itself or what is here.
    """
    return _Merging(conn, package, by, on_deleted).done(on_progress)


class _Merging:
    def __init__(
        self, conn: Connection, package: WorkPackage, by: str, on_deleted: OnDeleted = "ask"
    ) -> None:
        self._on_deleted = on_deleted
        self._conn = conn
        self._package = package
        self._by = by
        self._merged = MergeResult(machine_layers=package.machine_layers)
        self._places: dict[str, tuple[str, str, str]] = {}  # their id → ours, sha256, title

    def done(self, on_progress: Progress = None) -> MergeResult:
        self._verify()
        self._deletions()
        self._leave_out()
        self._changes()
        known_versions = KnownVersions(self._conn)
        self._articles()
        self._sources()
        self._assign()
        by_key: dict[Key, list[PackagedLayer]] = {}
        for version in self._package.versions:
            layer = version.contents.layer
            if layer.article_id not in self._places:
                raise BundleRefused("The bundle has annotations of an article that is not in it")
            by_key.setdefault((layer.article_id, layer.author), []).append(version)
        for count, ((theirs, author), versions) in enumerate(sorted(by_key.items()), 1):
            article_id, sha256, title = self._places[theirs]
            coming = [moved(version, article_id) for version in versions]
            before = known_versions.versions(article_id, author)
            self._layer(before, coming, sha256=sha256, title=title)
            if on_progress is not None:
                on_progress(count, len(by_key))
        return self._merged

    # ---- their log

    def _verify(self) -> None:
        """Each change must be what was written, or no more than that it was."""
        for made in self._package.changes:
            if digest(made) != made.hash and not (self._package.deletions and is_stub(made)):
                raise BundleRefused("A change in the bundle is not what was written")

    def _changes(self) -> None:
        """Keep their changes; one that is here under the same id must be the same."""
        for made in self._package.changes:
            sql = (
                "SELECT hash FROM change WHERE id = :id"
                " UNION ALL SELECT hash FROM received WHERE id = :id"
            )
            row = self._conn.execute(sql, {"id": made.id}).fetchone()
            if row is None:
                values = (made.id, made.author, made.at, made.hash, as_json(made))
                self._conn.execute("INSERT INTO received VALUES (?, ?, ?, ?, ?)", values)
                self._merged.changes_new += 1
            elif row[0] != made.hash:
                raise BundleRefused(
                    "The bundle says otherwise than this project what {who} did at {at}",
                    hint="One of the two was altered. Nothing was merged.",
                    who=made.author,
                    at=made.at,
                )
        self._refuse_gaps()

    def _refuse_gaps(self) -> None:
        """A layer that is the sum of changes which nobody has could not be merged with others."""
        named = {id_ for v in self._package.versions for id_ in v.lineage}
        sql = (
            "SELECT value FROM json_each(?) WHERE value NOT LIKE 'base:%'"
            " AND value NOT IN (SELECT id FROM change UNION ALL SELECT id FROM received) LIMIT 1"
        )
        if self._conn.execute(sql, (as_json(sorted(named)),)).fetchone() is not None:
            raise BundleRefused(
                "The bundle lacks some of the changes that its annotations came of",
                hint="Ask your colleague to make it again.",
            )

    # ---- what was deleted

    def _deletions(self) -> None:
        """Know what was deleted elsewhere, and delete it here as far as that is wanted."""
        came = deletion_records.take_over(
            self._conn, self._package.deletions, by=self._by, on_deleted=self._on_deleted
        )
        if came is None:
            raise BundleRefused("The bundle says otherwise than this project what was deleted")
        self._merged.deletions_new, self._merged.undecided = came.new, came.undecided
        self._merged.deleted, self._merged.overruled = came.deleted, came.overruled

    def _leave_out(self) -> None:
        """Articles that were deleted, and are not here, do not come back by themselves."""
        out: list[str] = []
        for article in self._package.articles:
            sql = "SELECT 1 FROM article WHERE sha256 = ?"
            if self._conn.execute(sql, (article.sha256,)).fetchone() is not None:
                continue
            if (gone := deletion_records.of_text(self._conn, article.sha256)) is not None:
                out.append(article.id)
                self._merged.left_out.append(barred(article, gone))
        self._package = package_without(self._package, out)

    # ---- articles and sources

    def _articles(self) -> None:
        new: list[AnnotatedArticle] = []
        for article in self._package.articles:
            sql = "SELECT id, title, sha256 FROM article WHERE sha256 = ? OR id = ?"
            alike = self._conn.execute(sql, (article.sha256, article.id)).fetchall()
            same = next((row for row in alike if row[2] == article.sha256), None)
            if same is not None:
                self._places[article.id] = (same[0], article.sha256, same[1])
                self._merged.articles_known += 1
                continue
            if texts.sha256(article.text) != article.sha256:
                raise BundleRefused(
                    "The text of “{title}” is not the one that its hash is of", title=article.title
                )
            made = article
            if alike:  # the same article, with another text: a version of its own
                made = with_(article, id=new_id())
                self._merged.other_texts.append((article.id, made.id))
            new.append(AnnotatedArticle(article=made))
            self._places[article.id] = (made.id, made.sha256, made.title)
        loaded = bulk_load.load(self._conn, new, author=self._package.made_by, tool="merge")
        if loaded.conflicts:
            raise BundleRefused("{said}", said=str(loaded.conflicts[0]))
        self._merged.articles_new = loaded.articles_new

    def _sources(self) -> None:
        new: list[Edit] = []
        for source in self._package.sources:
            stored = rows.stored(self._conn, Source, source.id)
            if stored is None:
                new.append(Edit(None, source))
            elif stored != source:
                self._merged.kept.append(source.title)
        if new:
            apply_change.apply(self._conn, change(MERGE, new, by=self._by))
        self._merged.sources_new = len(new)

    def _assign(self) -> None:
        """Of two assignments the one that was made later counts, in whatever order they come."""
        coming, stored = self._package.assignment, assignment_of(self._conn)
        if coming is None or newer(stored[1] if stored else None, coming) != coming:
            return
        if stored is not None and stored[1] == coming:
            return
        old = stored[0] if stored else None
        setting = Setting(id=ASSIGNMENT, body=msgspec.to_builtins(coming))
        apply_change.apply(self._conn, change(MERGE, [Edit(old, setting)], by=self._by))
        self._merged.assignment = True

    # ---- layers

    def _layer(
        self, before: list[PackagedLayer], coming: list[PackagedLayer], *, sha256: str, title: str
    ) -> None:
        after = before
        for version in coming:
            _refuse_wrong(version)
            now = _with(after, version, sha256)
            if now is None:
                self._refuse_contradiction(after, version, sha256, title)
            after = now or after
        author = coming[0].contents.layer.author
        arrived = self._merged.layers.setdefault(author, ArrivedLayers())
        if after is before:
            arrived.known += 1
            return
        if len(after) > 1:
            arrived.rivals += 1
            self._merged.rivals.append((title, author))
        elif before:
            arrived.newer += 1
        else:
            arrived.new += 1
        labels = {e.label for v in coming for e in v.contents.entities}
        self._merged.labels = sorted(labels.union(self._merged.labels))
        winner = max(after, key=lambda version: version.rank(sha256))
        layer = winner.contents.layer
        self._write(standing(self._conn, layer.article_id, author), winner.contents, title)
        self._remember(layer, winner, [v for v in after if v is not winner])

    def _refuse_contradiction(
        self, known: list[PackagedLayer], coming: PackagedLayer, sha256: str, title: str
    ) -> None:
        """The same lineage must have come to the same annotations."""
        for version in known:
            same = version.lineage == coming.lineage
            if same and version.digest(sha256) != coming.digest(sha256):
                raise BundleRefused(
                    "Annotations of {who} on “{title}” are not what the same changes made here",
                    hint="One of the two was altered. Nothing was merged.",
                    who=coming.contents.layer.author,
                    title=title,
                )

    def _write(
        self, old: LayerContents | None, new: LayerContents, title: str, verb: str = MERGE
    ) -> Change | None:
        """Make the layer in the tables *new*; the change by which it was, None where it is already."""
        try:
            edits = list(_steps(old, new))
        except ValueError as err:
            raise BundleRefused("The bundle makes one kind of record into another") from err
        if not edits:
            return None
        made = change(verb, edits, by=self._by, article_id=new.layer.article_id)
        try:
            return apply_change.apply(self._conn, made)
        except (ValueError, OverflowError) as err:
            raise BundleRefused(
                "The bundle has what no project can hold: {said}", said=str(err)
            ) from err
        except sqlite3.IntegrityError as err:
            raise BundleRefused(
                "“{title}”: annotations of {who} are here already in another layer",
                hint="Nothing was merged.",
                title=title,
                who=new.layer.author,
            ) from err

    def _remember(self, layer: Layer, winner: PackagedLayer, rivals: list[PackagedLayer]) -> None:
        place = (layer.article_id, layer.author)
        sql = "DELETE FROM version WHERE article_id = ? AND author = ? AND since <> ?"
        self._conn.execute(sql, (*place, KEPT))
        (since,) = self._conn.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()
        _note(self._conn, winner, since, is_shown=True)
        for version in rivals:
            _note(self._conn, version, since)


def _note(conn: Connection, version: PackagedLayer, since: int, *, is_shown: bool = False) -> None:
    """A row for a version; the layer that *is_shown* is in the tables already."""
    layer = version.contents.layer
    contents = None if is_shown else as_json(version.contents)
    lineage = as_json(sorted(version.lineage))
    conn.execute(
        "INSERT INTO version (article_id, author, at, since, lineage, contents)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (layer.article_id, layer.author, version.at, since, lineage, contents),
    )


def _steps(old: LayerContents | None, new: LayerContents) -> list[Edit]:
    """Edits that make the layer *old* (None: none yet) into *new*."""
    before: dict[str, AnyRecord] = {r.id: r for r in old.records()} if old else {}
    after: dict[str, AnyRecord] = {r.id: r for r in new.records()}
    same_layer = old is not None and old.layer.id == new.layer.id
    if same_layer:
        assert old is not None
        edits = [Edit(old.layer, new.layer)]
        for id_ in {**before, **after}:
            edits.append(Edit(before.get(id_), after.get(id_)))
        return [edit for edit in edits if edit.before != edit.after]
    edits = [Edit(record, None) for record in before.values()]
    edits += [Edit(old.layer, None)] if old else []
    edits.append(Edit(None, new.layer))
    return edits + [Edit(None, record) for record in after.values()]


def _refuse_wrong(version: PackagedLayer) -> None:
    """Raise where a version cannot have been made by Vaglio."""
    contents = version.contents
    layer = contents.layer
    seen: set[str] = set()
    for record in contents.records():
        if record.layer_id != layer.id or record.id in seen:
            raise BundleRefused(
                "A layer of {who} in the bundle holds what is not in it", who=layer.author
            )
        seen.add(record.id)
    is_gold = layer.role == "gold"
    if not layer.author or is_gold != (layer.author == "gold") or not version.lineage:
        raise BundleRefused("The bundle has a layer that is nobody's")


def _with(
    known: list[PackagedLayer], coming: PackagedLayer, sha256: str
) -> list[PackagedLayer] | None:
    """What is known once *coming* is, as `joined`; what a file without a log repeats is nothing new."""
    said = coming.digest(sha256)
    alike = [version for version in known if version.digest(sha256) == said]
    if alike and coming.is_bare:
        return None
    return joined([v for v in known if not (v in alike and v.is_bare)], coming)


def settle(
    conn: Connection, article_id: str, author: str, wanted: LayerContents, *, by: str
) -> None:
    """Decide between versions: *wanted* is the layer from now on, and the sum of all of them.

    The others are kept, so that one can still decide for one of them.
    """
    known = KnownVersions(conn).versions(article_id, author)
    merging = _Merging(conn, WorkPackage(project="", made_by=by, made_at=""), by)
    old = standing(conn, article_id, author)
    made = merging._write(old, wanted, "", SETTLE)
    if made is None:  # what is shown already: the decision is logged all the same
        made = apply_change.apply(conn, change(SETTLE, [], by=by, article_id=article_id))
    lineage = frozenset({made.id}.union(*(version.lineage for version in known)))
    merging._remember(wanted.layer, PackagedLayer(wanted, lineage, made.at), [])
    _keep(conn, [*others(conn, article_id, author, kept=True), *known], wanted)


def _keep(conn: Connection, versions: list[PackagedLayer], wanted: LayerContents) -> None:
    """Have each of *versions* once among those decided against, but for the one that is *wanted*."""
    layer = wanted.layer
    sql = "DELETE FROM version WHERE article_id = ? AND author = ? AND since = ?"
    conn.execute(sql, (layer.article_id, layer.author, KEPT))
    kept = {version.digest(""): version for version in versions}
    kept.pop(digest_records((with_(layer, article_id=""), *wanted.records())), None)
    for version in kept.values():
        _note(conn, version, KEPT)
