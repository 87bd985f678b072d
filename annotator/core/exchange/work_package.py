"""What one project hands to another: articles, and of each layer a version with its lineage.

A version is a layer as it was at some time. Its *lineage* is the set of what it is the sum of: ids
of changes, and ``base:HASH`` for what came in bulk. A version whose lineage holds another's is the
same layer, further on; two of which neither holds the other are rivals, as when one person works
on two machines. So what a project knows of a layer is a set of versions, none inside another, and
merging is a union: it can be repeated, and the order in which packages arrive does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from ..annotated_article import AnnotatedArticle, LayerContents
from ..changes import Change, digest_records
from ..model import Article, Deletion, Source, with_

Key: TypeAlias = tuple[str, str]
"""SHA-256 of an article's text, and an author: all versions of one layer have it in common."""

MERGE = "merge"  # the verb of a change that brings in a colleague's newer version
SETTLE = "settle"  # of one that decides between two versions by the same person
BRINGS_IN = (MERGE, SETTLE)
ASSIGNMENT = "assignment"  # the setting that says who labels what
_BASE = "base:"  # in a lineage: what came in bulk


class PackagedLayer(Struct, frozen=True, forbid_unknown_fields=True):
    """A layer with what it is the sum of; *at* is the time of the newest part."""

    contents: LayerContents
    lineage: frozenset[str]
    at: str

    def digest(self, sha256: str) -> str:
        """What it says, whatever id its article has in this project."""
        layer = with_(self.contents.layer, article_id=sha256)
        return digest_records((layer, *self.contents.records()))

    @property
    def is_bare(self) -> bool:
        """Whether nothing is known of how it came about: it is from a file without a log."""
        return all(part.startswith(_BASE) for part in self.lineage)

    def rank(self, sha256: str) -> tuple[str, str]:
        """Of rivals, the one that ranks highest is shown; everywhere the same one."""
        return (self.at, self.digest(sha256))


class Assignment(Struct, frozen=True, forbid_unknown_fields=True):
    """Who labels what: for each article (by the SHA-256 of its text) the analysts' names."""

    people: Mapping[str, tuple[str, ...]] = {}
    by: str = ""
    at: str = ""
    overlap: float = 0.0
    seed: int = 1


class WorkPackage(Struct, frozen=True, kw_only=True):
    """Everything in a bundle. Layers name articles by the ids that those have here."""

    project: str
    made_by: str
    made_at: str
    articles: tuple[Article, ...] = ()
    versions: tuple[PackagedLayer, ...] = ()
    sources: tuple[Source, ...] = ()
    changes: tuple[Change, ...] = ()
    assignment: Assignment | None = None
    deletions: tuple[Deletion, ...] = ()  # of articles that were deleted for good
    machine_layers: int = 0  # that were in the file, and are not handed on


def packed(
    annotated_articles: Iterable[AnnotatedArticle],
    *,
    project: str = "",
    made_by: str = "",
    made_at: str = "",
) -> WorkPackage:
    """Annotated articles from a file without a log as a package: each layer of a person is a bare version."""
    articles: list[Article] = []
    versions: list[PackagedLayer] = []
    sources: dict[str, Source] = {}
    machines = 0
    for annotated_article in annotated_articles:
        articles.append(annotated_article.article)
        sources |= {source.id: source for source in annotated_article.sources}
        for contents in annotated_article.layers:
            if contents.layer.role == "machine":
                machines += 1
                continue
            bare = PackagedLayer(contents, frozenset(), contents.layer.created_at)
            base = f"{_BASE}{bare.digest(annotated_article.article.sha256)}"
            versions.append(replace(bare, lineage=frozenset({base})))
    return WorkPackage(
        project=project,
        made_by=made_by,
        made_at=made_at,
        articles=tuple(articles),
        versions=tuple(versions),
        sources=tuple(sources.values()),
        machine_layers=machines,
    )


def joined(known: Iterable[PackagedLayer], coming: PackagedLayer) -> list[PackagedLayer] | None:
    """What is known of a layer once *coming* is; None where that says nothing new."""
    kept = list(known)
    if any(coming.lineage <= version.lineage for version in kept):
        return None
    return [v for v in kept if not v.lineage < coming.lineage] + [coming]


def moved(version: PackagedLayer, article_id: str) -> PackagedLayer:
    """The same version of an article that has another id here."""
    contents = version.contents
    if contents.layer.article_id == article_id:
        return version
    layer = with_(contents.layer, article_id=article_id)
    return replace(version, contents=replace(contents, layer=layer))
