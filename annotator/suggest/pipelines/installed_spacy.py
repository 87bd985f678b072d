"""Every spaCy pipeline that is installed: its names, our expressions, claims and attributions.

Pipelines announce themselves by an entry point, as `spacy.util.get_installed_models` has it. No
name is ever guessed and nothing is installed. Telling which there are loads no spaCy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from ..entities.spacy_labels import LABELS

if TYPE_CHECKING:
    from spacy.language import Language

_FINDERS = ("ner", "entity_ruler")  # the components of a pipeline that set its entities


class InstalledPipeline(Struct, frozen=True):
    """A pipeline as it describes itself; language and labels are empty where it does not."""

    name: str
    version: str
    language: str = ""
    labels: tuple[str, ...] = ()


class _Meta(Struct, frozen=True):
    lang: str = ""
    labels: dict[str, list[str]] = {}


class SpacySuggester(Struct, frozen=True):
    """*labels* are pairs (the pipeline's, ours) where the analyst wants other than `LABELS`."""

    name: str
    version: str
    labels: tuple[tuple[str, str], ...] = ()

    def build(self, code: str) -> Language:
        import spacy

        from . import components

        nlp = spacy.load(self.name)
        nlp.max_length = 2_000_000
        nlp.add_pipe("vaglio_sentences", first=True)
        components.add_expressions(nlp, code)
        named = f"{self.name}@{self.version}"
        config = {"author": named, "labels": {**LABELS, **dict(self.labels)}}
        nlp.add_pipe("vaglio_model_entities", config=config)
        components.add_claims(nlp, code)
        return nlp


def found() -> dict[str, InstalledPipeline]:
    """What is installed, by name."""
    made = {}
    for entry in metadata.entry_points(group="spacy_models"):
        distribution = entry.dist
        version = distribution.version if distribution else metadata.version(entry.name)
        meta = _meta(entry, distribution)
        labels = tuple(
            dict.fromkeys(each for pipe in _FINDERS for each in meta.labels.get(pipe, ()))
        )
        made[entry.name] = InstalledPipeline(entry.name, version, meta.lang, labels)
    return dict(sorted(made.items()))


def _meta(entry: metadata.EntryPoint, distribution: metadata.Distribution | None) -> _Meta:
    """What the pipeline's ``meta.json`` says; nothing where it cannot be read."""
    if distribution is None:
        return _Meta()
    folder = Path(str(distribution.locate_file(entry.module.partition(".")[0])))
    try:
        return msgspec.json.decode((folder / "meta.json").read_bytes(), type=_Meta)
    except (OSError, msgspec.MsgspecError):
        return _Meta()


def suggester(pipeline: InstalledPipeline, labels: Mapping[str, str]) -> SpacySuggester:
    """*pipeline* with *labels* (its → ours) where they differ from the usual ones.

    Other labels are another version: what they made must be told apart from what was there.
    """
    other = {of: to for of, to in labels.items() if LABELS.get(of, of) != to}
    pairs = tuple(sorted(other.items()))
    if not pairs:
        return SpacySuggester(pipeline.name, pipeline.version)
    mark = hashlib.sha256(msgspec.json.encode(pairs)).hexdigest()[:6]
    return SpacySuggester(pipeline.name, f"{pipeline.version}-{mark}", pairs)


SUGGESTERS = [suggester(each, {}) for each in found().values()]
