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


class _Meta(Struct, frozen=True):
    lang: str = ""
    labels: dict[str, list[str]] = {}


class SpacySuggester(Struct, frozen=True):
    """A pipeline as it describes itself; language and labels are empty where it does not.

    *led* are pairs (its label, ours) where the analyst wants other than `LABELS`.
    """

    name: str
    version: str
    language: str = ""
    labels: tuple[str, ...] = ()
    led: tuple[tuple[str, str], ...] = ()

    def build(self, code: str) -> Language:
        import spacy

        from . import components

        components.load()
        nlp = spacy.load(self.name)
        nlp.max_length = 2_000_000
        nlp.add_pipe("vaglio_sentences", first=True)
        components.add_expressions(nlp, code)
        named = f"{self.name}@{self.version}"
        config = {"author": named, "labels": {**LABELS, **dict(self.led)}}
        nlp.add_pipe("vaglio_model_entities", config=config)
        components.add_claims(nlp, code)
        return nlp

    def with_labels(self, labels: Mapping[str, str]) -> SpacySuggester:
        """Other labels are another version: what they made must be told apart from what was there."""
        led = tuple(sorted((of, to) for of, to in labels.items() if LABELS.get(of, of) != to))
        if not led:
            return self
        mark = hashlib.sha256(msgspec.json.encode(led)).hexdigest()[:6]
        return msgspec.structs.replace(self, version=f"{self.version}-{mark}", led=led)


def suggesters() -> list[SpacySuggester]:
    """What is installed now, by name."""
    there = {}
    for entry in metadata.entry_points(group="spacy_models"):
        distribution = entry.dist
        version = distribution.version if distribution else metadata.version(entry.name)
        meta = _meta(entry, distribution)
        labels = dict.fromkeys(label for pipe in _FINDERS for label in meta.labels.get(pipe, ()))
        there[entry.name] = SpacySuggester(entry.name, version, meta.lang, tuple(labels))
    return [suggester for _, suggester in sorted(there.items())]


def _meta(entry: metadata.EntryPoint, distribution: metadata.Distribution | None) -> _Meta:
    """What the pipeline's ``meta.json`` says; nothing where it cannot be read."""
    if distribution is None:
        return _Meta()
    folder = Path(str(distribution.locate_file(entry.module.partition(".")[0])))
    try:
        return msgspec.json.decode((folder / "meta.json").read_bytes(), type=_Meta)
    except (OSError, msgspec.MsgspecError):
        return _Meta()


SUGGESTERS = suggesters
