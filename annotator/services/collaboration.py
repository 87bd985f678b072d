"""Work that goes to colleagues and comes from them, with no window; who labels which article."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from annotator.core.annotated_article import LayerContents
from annotator.core.changes import Change, Edit, change
from annotator.core.errors import ImportFault, UserError
from annotator.core.exchange import reanchoring as anchoring
from annotator.core.exchange.reanchoring import Anchored
from annotator.core.exchange.work_package import (
    ASSIGNMENT,
    Assignment,
    PackagedLayer,
    WorkPackage,
    packed,
)
from annotator.core.ids import new_id, now
from annotator.core.model import Layer, Setting, with_
from annotator.core.review import work_assignment as assigning
from annotator.core.review.review import Review
from annotator.formats import bundle
from annotator.store import AnalystShare, MergeResult, OnDeleted, Store
from annotator.store.sharing import sharing

from .. import formats
from .results import ReceivedFile, SentBundle
from .session import Session

Progress = Callable[[float, str], None]
Which = Literal["shown", "rival", "kept"]
_ID = 12  # characters of a version's digest that it is called by
OVERLAP = 0.2  # of the articles go to two people, where nobody says otherwise


class RefusedFile(Struct, frozen=True):
    """A file of which nothing was taken, and why."""

    file: str
    fault: UserError

    def __str__(self) -> str:
        said = str(self.fault)
        return said if self.file in said else f"{self.file}: {said}"


class ReceivedFiles(Struct):
    """What some files brought."""

    files: list[ReceivedFile]
    refused: list[RefusedFile]


class LayerVersion(Struct, frozen=True):
    """One of several versions that a person made of a layer, on several machines.

    *id* is the same in every project. *which*: the one that is the layer at present, one that
    nobody decided about, or one that was decided against.
    """

    id: str
    contents: LayerContents
    at: str
    which: Which


class Collaboration:
    """What the analyst of *session* sends and receives."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.store: Store = session.store

    # -- out and in ------------------------------------------------------------------------

    def send(
        self,
        path: Path,
        *,
        authors: Collection[str] | None = None,
        article_ids: Collection[str] | None = None,
    ) -> SentBundle:
        """Write a bundle of the layers of people, or of *authors*, with the articles they are of.

        Raises:
            ExportFault: the file could not be written.
        """
        package = sharing.package(
            self.store, by=self.session.analyst, article_ids=article_ids, authors=authors
        )
        bundle.write(package, path)
        layers: dict[str, int] = {}
        for version in package.versions:
            author = version.contents.layer.author
            layers[author] = layers.get(author, 0) + 1
        counts = (len(package.changes), len(package.sources))
        return SentBundle(str(path), len(package.articles), layers, *counts)

    def receive(
        self,
        paths: Sequence[Path],
        *,
        dry_run: bool = False,
        on_deleted: OnDeleted = "ask",
        on_progress: Progress | None = None,
    ) -> ReceivedFiles:
        """Merge bundles, our JSONL or whole projects, each whole or not at all.

        With *dry_run* nothing is written, and what comes back is what would come. *on_deleted*
        decides over articles that colleagues deleted, see `store.sharing.merge.merge`; what goes is to
        be swept afterwards by `services.deletion.finish`.
        """
        receipt = ReceivedFiles([], [])
        coming: list[tuple[Path, WorkPackage]] = []
        for number, path in enumerate(paths):
            if on_progress:
                on_progress(number / (2 * len(paths)), path.name)
            try:
                coming.append((path, self._opened(path)))
            except UserError as fault:
                receipt.refused.append(RefusedFile(path.name, fault))
        had_articles = self.store.article_count() > 0
        with sharing.receiving(
            self.store, by=self.session.analyst, dry_run=dry_run, on_deleted=on_deleted
        ) as receive:
            for number, (path, package) in enumerate(coming):
                tell = _telling(on_progress, path.name, number, len(coming))
                try:
                    merged = receive(package, tell)
                except UserError as fault:
                    receipt.refused.append(RefusedFile(path.name, fault))
                    continue
                receipt.files.append(self._received(path, package, merged, had_articles))
        return receipt

    def _opened(self, path: Path) -> WorkPackage:
        """What is in a file, told by how it begins."""
        start = _start_of(path)
        if start.startswith(b"SQLite format 3"):
            if self.store.path is not None and path.resolve() == self.store.path.resolve():
                raise ImportFault(
                    "{file} is the project itself",
                    hint="Choose the file that your colleague sent you.",
                    file=path.name,
                )
            return sharing.package_of(path)
        if start.startswith(b"PK"):
            return bundle.read(path)
        if not start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            raise ImportFault(
                "{file} is neither a bundle, nor a project, nor JSON lines of Vaglio",
                hint="Articles without annotations come in by an import.",
                file=path.name,
            )
        faults: list[ImportFault] = []
        with formats.Parser() as parser:
            annotated_articles = list(
                parser.read(path, author=self.session.analyst, problems=faults.append)
            )
        if faults:
            raise faults[0]
        return packed(annotated_articles)

    def _received(
        self, path: Path, package: WorkPackage, merged: MergeResult, had_articles: bool
    ) -> ReceivedFile:
        scheme = self.session.scheme
        unknown = [x for x in merged.labels if scheme.find(scheme.resolve(x)) is None]
        is_unrelated = had_articles and not merged.articles_known and merged.articles_new > 0
        return ReceivedFile(
            **msgspec.structs.asdict(merged),
            file=path.name,
            made_by=package.made_by,
            made_at=package.made_at,
            unknown_labels=sorted(unknown),
            is_unrelated=is_unrelated,
            is_new=merged.brings_anything,
        )

    # -- two versions by one person ----------------------------------------------------------

    def unsettled(self) -> list[tuple[str, str]]:
        """Article and author of every layer of which there are two versions or more."""
        return sharing.with_rivals(self.store)

    def decided(self) -> list[tuple[str, str]]:
        """Article and author of every layer that was decided on, and could be decided otherwise."""
        open_ = set(self.unsettled())
        return [place for place in sharing.with_decided(self.store) if place not in open_]

    def versions(self, article_id: str, author: str) -> list[LayerVersion]:
        """All versions of a layer: the one that is shown, its rivals, those decided against."""
        annotated_article = self.store.annotated_article(article_id)
        sha256 = annotated_article.article.sha256
        layer_versions: list[LayerVersion] = []
        for contents in annotated_article.layers:
            if contents.layer.author == author:
                at = sharing.worked_on(self.store, contents.layer)
                layer_versions.append(
                    _layer_version(PackagedLayer(contents, frozenset(), at), sha256, "shown")
                )
        for version in sharing.rivals(self.store, article_id, author):
            layer_versions.append(_layer_version(version, sha256, "rival"))
        for version in sharing.decided_against(self.store, article_id, author):
            layer_versions.append(_layer_version(version, sha256, "kept"))
        return layer_versions

    def differences(self, article_id: str, versions: Sequence[LayerVersion]) -> Review:
        """What the versions of one layer say otherwise, as a review would compare them."""
        annotated_article = self.store.annotated_article(article_id)
        return Review(annotated_article, [version.contents for version in versions])

    def settle(self, article_id: str, author: str, wanted: LayerContents) -> None:
        """Decide that *wanted* is the layer, here and wherever this is merged.

        The other versions are kept, so that one can still decide for one of them.
        """
        sharing.settle(self.store, article_id, author, wanted, by=self.session.analyst)

    def take_newest(self, author: str = "") -> int:
        """Decide every layer that waits (of *author*, or of all) for its newest version; how many."""
        places = [place for place in self.unsettled() if author in ("", place[1])]
        for article_id, name in places:
            versions = [v for v in self.versions(article_id, name) if v.which != "kept"]
            newest = max(versions, key=lambda version: (version.at, version.id))
            self.settle(article_id, name, newest.contents)
        return len(places)

    # -- another text of the same article ------------------------------------------------------

    def reanchor(self, old_id: str, new_id_: str, *, dry_run: bool = False) -> Anchored:
        """Place the own annotations of one article in another text of it, as far as they are found.

        Raises:
            UserError: there is nothing to place, or the other article has an own layer already.
        """
        old, new = self.session.analyst_view(old_id), self.session.analyst_view(new_id_)
        if old.mine is None or new.mine is not None:
            raise UserError(
                "Annotations are placed from an article that you have labelled in one that you have"
                " not",
                hint="Look at both in the list of articles.",
            )
        found = anchoring.reanchor(old.mine, old.article.text, new.article.text)
        layer = Layer(
            id=new_id(), article_id=new_id_, author=self.session.analyst, created_at=now()
        )
        layer_contents = anchoring.copied(found.contents, layer)
        if not dry_run:
            edits = [
                Edit(None, layer),
                *(Edit(None, record) for record in layer_contents.records()),
            ]
            self.session.do(change("reanchor", edits, by=self.session.analyst, article_id=new_id_))
        return Anchored(layer_contents, found.lost)

    # -- who labels what -----------------------------------------------------------------------

    @property
    def assignment(self) -> Assignment | None:
        """Who labels what, as it was last shared out."""
        setting = self.session.setting(ASSIGNMENT)
        return msgspec.convert(setting.body, Assignment) if setting else None

    def assign(
        self,
        people: Sequence[str],
        *,
        overlap: float = OVERLAP,
        seed: int = 1,
        anew: bool = False,
    ) -> Change | None:
        """Share out the articles that nobody has yet, or with *anew* all of them."""
        before = self.assignment or Assignment()
        known = {} if anew else dict(before.people)
        open_ = [sha256 for sha256 in sharing.texts(self.store) if sha256 not in known]
        if not people or not 0 <= overlap <= 1:
            raise UserError(
                "Articles are shared out to one person or more, with an overlap of 0 to 1",
                hint="For instance --to anna,bruno --overlap 0.2",
            )
        shared = {**known, **assigning.assign(open_, people, overlap=overlap, seed=seed)}
        return self._assign(replace(before, people=shared, overlap=overlap, seed=seed))

    def hand_over(
        self,
        giver: str,
        to: Sequence[str],
        *,
        articles: Collection[str] = (),
        untouched: bool = False,
    ) -> Change | None:
        """Give what *giver* has not submitted (with *untouched*: not begun) to others, evenly.

        *articles* (ids) are those that it is about; without any, all.

        Raises:
            UserError: there is nobody to give them to, or nothing to give.
        """
        before = self.assignment or Assignment()
        others = [name for name in to if name != giver]
        if not others:
            raise UserError(
                "The articles of {name} are given to one person or more",
                hint="For instance --take-from {name} --to anna,bruno",
                name=giver,
            )
        begun = sharing.begun(self.store, giver)
        texts = {self.session.article(id_).sha256 for id_ in articles}
        given = [
            sha256
            for sha256 in assigning.articles_of(before, giver)
            if (not texts or sha256 in texts)
            and not begun.get(sha256)
            and not (untouched and sha256 in begun)
        ]
        if not given:
            raise UserError(
                "{name} has no articles to give away",
                hint="What is submitted stays with who submitted it",
                name=giver,
            )
        shared = assigning.hand_over(before.people, giver, given, others)
        return self._assign(replace(before, people=shared))

    def _assign(self, assignment: Assignment) -> Change | None:
        old = self.session.setting(ASSIGNMENT)
        assignment = replace(assignment, by=self.session.analyst, at=now())
        body = msgspec.to_builtins(assignment)
        new = with_(old, body=body) if old else Setting(id=ASSIGNMENT, body=body)
        return self.session.do(change("assign", [Edit(old, new)], by=self.session.analyst))

    def shares(self) -> list[AnalystShare]:
        """Who has how many articles, and how far each is."""
        return sharing.shares(self.store)


def _layer_version(version: PackagedLayer, sha256: str, which: Which) -> LayerVersion:
    id_ = version.digest(sha256)[:_ID]
    return LayerVersion(id_, version.contents, version.at, which)


def _start_of(path: Path) -> bytes:
    if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe would be waited for
        raise ImportFault(
            "{file} is not a file",
            hint="Choose the file that your colleague sent you.",
            file=path.name,
        )
    try:
        with path.open("rb") as file:
            return file.read(16)
    except OSError as err:
        raise ImportFault(
            "{file} cannot be read ({why})",
            hint="See that the file is there and that you may read it.",
            file=path.name,
            why=err.strerror or type(err).__name__,
        ) from err


def _telling(
    tell: Progress | None, name: str, number: int, total: int
) -> Callable[[int, int], None] | None:
    """Reading is the first half of the way, merging the second."""
    if tell is None:
        return None

    def merged(done: int, layers: int) -> None:
        if done % 20 == 0:
            tell(0.5 + (number + done / layers) / (2 * total), name)

    return merged
