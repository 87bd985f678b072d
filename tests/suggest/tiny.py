"""A spaCy pipeline as pip would install it, made on the spot: it knows three names."""

from __future__ import annotations

from pathlib import Path

import spacy

NAME, VERSION = "it_tiny", "1.2.3"
_PATTERNS = [
    {"label": "GPE", "pattern": "Borgosecco"},
    {"label": "PERSON", "pattern": "Zaira"},
    {"label": "CARDINAL", "pattern": "otto"},
    {"label": "ANIMAL", "pattern": "gatto"},
]
_INIT = """\
from pathlib import Path
from spacy.util import load_model_from_init_py
__version__ = "1.2.3"
def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""


def install(site: Path) -> None:
    """Put the package and what pip writes about it into the folder *site*."""
    nlp = spacy.blank("it")
    nlp.meta["name"], nlp.meta["version"] = "tiny", VERSION
    nlp.add_pipe("entity_ruler").add_patterns(_PATTERNS)
    folder = site / NAME
    folder.mkdir()
    nlp.to_disk(folder / f"{NAME}-{VERSION}")
    (folder / "meta.json").write_bytes((folder / f"{NAME}-{VERSION}" / "meta.json").read_bytes())
    (folder / "__init__.py").write_text(_INIT, encoding="utf-8")
    info = site / f"{NAME}-{VERSION}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {NAME}\nVersion: {VERSION}\n")
    (info / "entry_points.txt").write_text(f"[spacy_models]\n{NAME} = {NAME}\n")
