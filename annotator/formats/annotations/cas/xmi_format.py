"""UIMA CAS as XMI, as INCEpTION and WebAnno exchange it: a zip with the type system beside.

XML has no control characters: they are written as U+FFFD, which does not move the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.errors import ImportFault
from annotator.core.model import Article

from ...file_per_article import LIST, ZipWriter, stems
from ...spec import Format, ReadRequest, Report, name_of
from ...zip_xml import local, parser, root_of
from ..shared.span_graph import graph_of
from . import structures
from .structures import DEPENDENT, GOVERNOR, SOFA, VIEW, Cas, FeatureStructure

TYPES = "TypeSystem.xml"
_XMI = "http://www.omg.org/XMI"
_TYPES_READ: dict[tuple[int, int, int], set[tuple[str, str]] | None] = {}  # of which file: the last
_NUMBERS = re.compile(r"\d+(?: \d+)*")
_PRIMITIVE = re.compile(
    r"uima\.cas\.(String|Boolean|Byte|Short|Integer|Long|Float|Double)(Array|List)?|"
)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_ESCAPES |= {char: f"&#{ord(char)};" for char in "\t\n\r\x85\u2028"}
_table = str.maketrans(_ESCAPES)
_PREFIXES = {"xmi": _XMI, "cas": "http:///uima/cas.ecore"}


# -- writing -----------------------------------------------------------------------------------


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """A zip with a file for each layer, and the types that are in them."""
    with ZipWriter(out) as packing:
        packing.put(TYPES, type_system())
        for stem, annotated_article, contents in stems(annotated_articles, report):
            name = f"{stem}.xmi"
            packing.put(name, _xmi(annotated_article, contents, report))
            packing.tell(name, annotated_article, contents)


def _xmi(
    annotated_article: AnnotatedArticle, contents: LayerContents | None, report: Report
) -> str:
    article = annotated_article.article
    graph = graph_of(annotated_article, contents, report, structures.HOLDS)
    things = [*structures.things_of(article, graph)]
    _tell_of_controls(article, things, report)
    spaces = dict(_PREFIXES)
    tags: dict[str, str] = {}
    for type_ in dict.fromkeys(thing.type for thing in things):
        package, _, name = type_.rpartition(".")
        prefix = f"{package.rpartition('.')[2]}{len(spaces)}"
        spaces[prefix] = f"http:///{package.replace('.', '/')}.ecore"
        tags[type_] = f"{prefix}:{name}"
    head = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
    members = " ".join(str(thing.id) for thing in things)
    return "".join(
        [
            f'<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI{head} xmi:version="2.0">\n',
            '<cas:NULL xmi:id="0"/>\n',
            f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="{VIEW}" mimeType="text/plain"',
            f' sofaString="{_quoted(article.text)}"/>\n',
            *[_element(tags[thing.type], thing) for thing in things],
            f'<cas:View sofa="1" members="{members}"/>\n</xmi:XMI>\n',
        ]
    )


def _element(tag: str, thing: FeatureStructure) -> str:
    said = "".join([f' {name}="{_quoted(value)}"' for name, value in thing.values.items()])
    ends = "".join([f' {name}="{ids[0]}"' for name, ids in thing.refs.items()])
    return f'<{tag} xmi:id="{thing.id}" sofa="1"{said}{ends}/>\n'


def _quoted(value: str) -> str:
    if value.isalnum():
        return value
    return _NO_XML.sub("\ufffd", value).translate(_table)


def _tell_of_controls(article: Article, things: list[FeatureStructure], report: Report) -> None:
    why = "XML has no control characters: U+FFFD stands for each of them."
    if count := len(_NO_XML.findall(article.text)):
        report.lose("control characters of a text", why, title=article.title, words=str(count))
    for thing in things[1:]:  # the first is about the article, and stands in the list as well
        for name, value in thing.values.items():
            if not value.isprintable() and _NO_XML.search(value):
                report.lose("an attribute", why, title=article.title, words=f"{name}={value}")


def type_system() -> str:
    """The description of the types that are written."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<typeSystemDescription xmlns='
    head += '"http://uima.apache.org/resourceSpecifier">\n<types>\n'
    return head + "".join(map(_type, structures.types())) + "</types>\n</typeSystemDescription>\n"


def _type(each: structures.UimaType) -> str:
    said = "".join(
        f"<featureDescription><name>{name}</name><description/>"
        f"<rangeTypeName>{range_}</rangeTypeName></featureDescription>\n"
        for name, range_ in each.features.items()
    )
    return (
        f"<typeDescription><name>{each.name}</name><description/><supertypeName>{each.parent}"
        f"</supertypeName>\n<features>\n{said}</features></typeDescription>\n"
    )


# -- reading -----------------------------------------------------------------------------------


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """The article of a file, with one layer."""
    try:
        yield structures.annotated_article_of(_cas(path), path, reading)
    except (ValueError, TypeError) as err:
        raise _damaged(path, str(err)) from err
    reading.progress(path.stat().st_size)


def _cas(path: Path) -> Cas:
    from lxml import etree

    content = structures.content_of(path)
    if b"<!DOCTYPE" in content or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ImportFault(
            "{file} is no XMI as UIMA writes it: it has a document type, or is not UTF-8",
            hint="Export it again as UIMA CAS XMI.",
            file=name_of(path),
        )
    try:
        root = etree.fromstring(content, parser())
    except etree.XMLSyntaxError as err:
        raise _damaged(path, str(err)) from err
    things: list[FeatureStructure] = []
    texts: dict[str, tuple[int, str]] = {}
    for element in root:
        if not isinstance(element.tag, str):
            continue
        thing = _thing(element)
        if thing.type == SOFA:
            if thing.values.get("sofaString"):
                number = int(element.get(f"{{{_XMI}}}id", "0"))
                texts[thing.values.get("sofaID", VIEW)] = (number, thing.values["sofaString"])
        elif thing.type not in ("uima.cas.View", "uima.cas.NULL"):
            things.append(thing)
    if not texts:
        raise _damaged(path, "no text in it")
    name = VIEW if VIEW in texts else next(iter(texts))
    sofa, text = texts.pop(name)
    here = [t for t in things if t.values.get("sofa", str(sofa)) == str(sofa)]
    bare = {thing.id for thing in here if "begin" not in thing.values}
    references = _references(path)
    for thing in here:
        _refer(thing, bare, references)
    return Cas(text, here, list(texts))


def _thing(element: Any) -> FeatureStructure:
    """An element; values that are lists are its children."""
    namespace = element.tag[1:].partition("}")[0]
    package = namespace.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
    values = {name: value for name, value in element.attrib.items() if not name.startswith("{")}
    for child in element:
        if isinstance(child.tag, str):
            name, words = local(child), child.text or ""
            values[name] = f"{values[name]} {words}" if name in values else words
    return FeatureStructure(
        int(element.get(f"{{{_XMI}}}id", "-1")), f"{package}.{local(element)}", values
    )


def _refer(
    thing: FeatureStructure, bare: set[int], references: set[tuple[str, str]] | None
) -> None:
    """Tell what *thing* refers to: what the type system says, else what is called so.

    Without a type system, numbers of feature structures that are no annotations (*bare*) are links
    to them.
    """
    for name in [*thing.values]:
        value = thing.values[name]
        if not _NUMBERS.fullmatch(value) or name in ("begin", "end", "sofa"):
            continue
        ids = [int(each) for each in value.split(" ")]
        is_one = name in (GOVERNOR, DEPENDENT, "target")
        if references is not None:
            is_one = is_one or (thing.type, name) in references
        elif name not in ("value", "label", "identifier"):
            is_one = is_one or all(id_ in bare for id_ in ids)
        if is_one:
            thing.refs[name] = ids
            del thing.values[name]


def _references(path: Path) -> set[tuple[str, str]] | None:
    """(type, feature) for all that refer to something, as the type system beside has it."""
    beside = next((companion for companion in companions(path)[:-1] if companion.is_file()), None)
    if beside is None:
        return None
    known = beside.stat()
    version = (known.st_dev, known.st_ino, known.st_mtime_ns)
    if version not in _TYPES_READ:  # once for all the files that are beside it
        _TYPES_READ.clear()
        _TYPES_READ[version] = _read_types(beside)
    return _TYPES_READ[version]


def _read_types(beside: Path) -> set[tuple[str, str]] | None:
    """What a type system says."""
    try:
        content = structures.content_of(beside)
        root = root_of(content, beside.name)
    except (ImportFault, OSError):
        return None
    features: dict[str, set[str]] = {}
    parents: dict[str, str] = {}
    for each in root.iter("{*}typeDescription"):
        name = each.findtext("{*}name", "").strip()
        parents[name] = each.findtext("{*}supertypeName", "").strip()
        features[name] = {
            one.findtext("{*}name", "").strip()
            for one in each.iter("{*}featureDescription")
            if not _PRIMITIVE.fullmatch(one.findtext("{*}rangeTypeName", "").strip())
        }
    found = set()
    for name in parents:
        at, seen = name, set[str]()
        while at in parents and at not in seen:
            seen.add(at)
            found |= {(name, feature) for feature in features[at]}
            at = parents[at]
    return found


def _damaged(path: Path, why: str) -> ImportFault:
    return ImportFault(
        "{file} cannot be read as UIMA CAS ({why})",
        hint="Export it again from the program it comes from.",
        file=name_of(path),
        why=why[:150],
    )


def companions(path: Path) -> tuple[Path, ...]:
    names = (TYPES, TYPES.lower(), "typesystem.xml", LIST)
    return tuple(path.with_name(name) for name in dict.fromkeys(names))


FORMAT = Format(
    name="cas-xmi",
    title="UIMA CAS of INCEpTION (XMI)",
    use="A file for each article with its types in a zip, for INCEpTION and UIMA.",
    group="tools",
    packed=True,
    joins=True,
    suffixes=(".xmi",),
    reader=read,
    writer=write,
    companions=companions,
    tried=("dkpro-cassis 0.12.0",),
)
