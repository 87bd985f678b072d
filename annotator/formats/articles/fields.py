"""What other people call the details of an article: column and key names in the four languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

_NAMES = {
    "text": "text testo body content contenuto articolo article articletext fulltext contents "
    "corpo texte contenu texto cuerpo contenido maintext articlebody",
    "title": "title titolo headline head titre titulo titular heading name",
    "published": "date data published publishedat publicationdate pubdate datepublished fecha "
    "datapubblicazione giorno timestamp publishdate datadipubblicazione",
    "url": "url link indirizzo address permalink href enlace lien sourceurl articleurl uri",
    "publisher": "publisher testata fonte source giornale newspaper outlet journal periodico "
    "medio media site sito sitename editore",
    "author": "author autore authors autori byline auteur autor firma creator",
    "language": "language lingua lang langue idioma",
}
_MEANS = {name: what for what, names in _NAMES.items() for name in names.split()}
_NO_LETTERS = re.compile("[^a-z]+")


class ImportedDetails(Struct, frozen=True):
    """Details of an article, and whatever else came with it."""

    text: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    others: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> ImportedDetails:
        """What *told* says of an article, by the names of its keys."""
        known: dict[str, str] = {}
        others: dict[str, Any] = {}
        for key, value in told.items():
            what = meaning(key)
            if what is None or what in known or isinstance(value, dict):
                others[key] = value
            else:
                known[what] = ", ".join(value) if isinstance(value, list) else str(value)
        return cls(**known, others=others)


def meaning(name: str) -> str | None:
    """Which field of `ImportedDetails` a column or key called *name* is; None: none that is known."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _MEANS.get(_NO_LETTERS.sub("", plain))
