"""UIMA CAS as JSON (JSON CAS 0.4), as INCEpTION and dkpro-cassis exchange it; types are in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.errors import ImportFault

from ...file_per_article import LIST, ZipWriter, stems
from ...json_lines import LinePosition, parsed
from ...spec import Format, ReadRequest, Report, name_of, why_of
from ..shared.counting import Unit
from ..shared.span_graph import graph_of
from . import structures
from .structures import SOFA, VIEW, Cas, FeatureStructure

_NUMBERS = ("begin", "end")
_UNITS: dict[str, Unit] = {"UTF-16": "utf16", "UTF-32": "points"}
_encoder = msgspec.json.Encoder()


# -- writing -----------------------------------------------------------------------------------


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """A zip with a file for each layer."""
    types = msgspec.Raw(_encoder.encode(_types()))
    with ZipWriter(out) as packing:
        for stem, annotated_article, contents in stems(annotated_articles, report):
            name = f"{stem}.json"
            packing.put(name, _encoder.encode(_value(annotated_article, contents, types, report)))
            packing.tell(name, annotated_article, contents)


def _value(
    annotated_article: AnnotatedArticle,
    contents: LayerContents | None,
    types: msgspec.Raw,
    report: Report,
) -> dict[str, Any]:
    article = annotated_article.article
    graph = graph_of(annotated_article, contents, report, structures.HOLDS)
    things = [*structures.things_of(article, graph)]
    text = {"sofaNum": 1, "sofaID": VIEW, "mimeType": "text/plain", "sofaString": article.text}
    return {
        "%TYPES": types,
        "%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": SOFA, **text}, *map(_structure, things)],
        "%VIEWS": {VIEW: {"%SOFA": 1, "%MEMBERS": [thing.id for thing in things]}},
    }


def _structure(thing: FeatureStructure) -> dict[str, Any]:
    made: dict[str, Any] = {"%ID": thing.id, "%TYPE": thing.type, "@sofa": 1}
    for name, value in thing.values.items():
        made[name] = int(value) if name in _NUMBERS else value
    made |= {f"@{name}": ids[0] for name, ids in thing.refs.items()}
    return made


def _types() -> dict[str, Any]:
    return {each.name: _type(each) for each in structures.types()}


def _type(each: structures.UimaType) -> dict[str, Any]:
    said = {name: {"%NAME": name, "%RANGE": range_} for name, range_ in each.features.items()}
    return {"%NAME": each.name, "%SUPER_TYPE": each.parent, **said}


# -- reading -----------------------------------------------------------------------------------


def recognise(path: Path) -> bool:
    with path.open("rb") as file:
        start = file.read(1 << 12)
    return b'"%TYPES"' in start or b'"%FEATURE_STRUCTURES"' in start


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The article of a file, with one layer."""
    content = structures.content_of(path).removeprefix(b"\xef\xbb\xbf")
    value = parsed(content, LinePosition(path, 1))
    try:
        yield structures.annotated_article_of(_cas(value), path, reading)
    except (ValueError, TypeError, KeyError, AttributeError) as err:
        raise ImportFault(
            "{file} cannot be read as UIMA CAS ({why})",
            hint="Export it again from the program it comes from.",
            file=name_of(path),
            why=why_of(err),
        ) from err
    reading.progress(len(content))


def _cas(value: Any) -> Cas:
    said = value["%FEATURE_STRUCTURES"]
    if isinstance(said, dict):  # by their numbers, as the format also has them
        said = [{"%ID": int(id_), **each} for id_, each in said.items()]
    arrays = {each["%ID"]: each.get("%ELEMENTS") for each in said if "%ELEMENTS" in each}
    texts = {
        str(each.get("sofaID", VIEW)): (each["%ID"], str(each["sofaString"]))
        for each in said
        if each["%TYPE"] == SOFA and each.get("sofaString")
    }
    if not texts:
        raise ValueError("there is no text in it")
    name = VIEW if VIEW in texts else next(iter(texts), VIEW)
    sofa, text = texts.pop(name)
    things = [
        _thing(each, arrays)
        for each in said
        if each["%TYPE"] != SOFA and each.get("@sofa", sofa) == sofa and "%ELEMENTS" not in each
    ]
    encoding = str((value.get("%HEADER") or {}).get("%OFFSET_ENCODING", "UTF-16"))
    if encoding not in _UNITS:
        raise ValueError(f"offsets in {encoding[:20]}")
    return Cas(text, things, list(texts), _UNITS[encoding])


def _thing(said: dict[str, Any], arrays: dict[int, Any]) -> FeatureStructure:
    feature_structure = FeatureStructure(int(said["%ID"]), str(said["%TYPE"]), {})
    for key, value in said.items():
        name = key.lstrip("@#^")
        if key.startswith("%") or value is None or name == "sofa":
            continue
        if key.startswith("@"):
            found = arrays.get(value, value) if isinstance(value, int) else value
            items = found if isinstance(found, list) else [found]
            ids = [item for item in items if isinstance(item, int)]
            if ids:
                feature_structure.refs[name] = ids
            elif items:
                feature_structure.values[name] = " ".join(map(str, items))
        else:
            feature_structure.values[name] = _words(value)
    return feature_structure


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def companions(path: Path) -> tuple[Path, ...]:
    return (path.with_name(LIST),)


FORMAT = Format(
    name="cas-json",
    title="UIMA CAS of INCEpTION (JSON)",
    use="A file for each article in a zip, for INCEpTION and dkpro-cassis.",
    group="tools",
    packed=True,
    joins=True,
    suffixes=(".json",),
    reader=read,
    writer=write,
    recognise=recognise,
    companions=companions,
    tried=("dkpro-cassis 0.12.0",),
)
