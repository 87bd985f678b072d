"""What came of merging a colleague's package, person by person."""

from __future__ import annotations

from msgspec import Struct, field

from ..deletion.deletion_records import DeletedArticle
from ..project.bulk_load import BarredArticle


class ArrivedLayers(Struct):
    """What came of one person's layers: how many were new, newer, known, or rivals of those here."""

    new: int = 0
    newer: int = 0
    known: int = 0
    rivals: int = 0


class MergeResult(Struct):
    """What came of merging a package, or would come of it."""

    articles_new: int = 0
    articles_known: int = 0
    layers: dict[str, ArrivedLayers] = field(default_factory=dict)  # by author
    changes_new: int = 0
    sources_new: int = 0
    rivals: list[tuple[str, str]] = field(default_factory=list)  # title and author
    other_texts: list[tuple[str, str]] = field(default_factory=list)  # ids: ours, the new one
    kept: list[str] = field(default_factory=list)  # titles of sources that differ
    labels: list[str] = field(default_factory=list)  # of entities that came or would
    assignment: bool = False  # whether a newer one came
    machine_layers: int = 0  # that were left aside
    deletions_new: int = 0
    deleted: list[DeletedArticle] = field(
        default_factory=list
    )  # articles that go from here as well
    undecided: list[DeletedArticle] = field(
        default_factory=list
    )  # … that only somebody here can let go
    overruled: list[DeletedArticle] = field(
        default_factory=list
    )  # … that were kept here, as was wanted
    left_out: list[BarredArticle] = field(default_factory=list)  # they came, and had been deleted

    def layers_that_are(self, what: str) -> int:
        """How many layers are ``new``, ``newer``, ``known`` or ``rivals``."""
        return sum(getattr(layer, what) for layer in self.layers.values())

    @property
    def brings_anything(self) -> bool:
        """Whether anything comes that is not here already."""
        layers = sum(self.layers_that_are(what) for what in ("new", "newer", "rivals"))
        came = self.articles_new or layers or self.sources_new or self.assignment
        return bool(came or self.deletions_new or self.deleted or self.overruled)
