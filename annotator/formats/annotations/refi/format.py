"""REFI-QDA projects (.qdpx), which QualCoder, MAXQDA, NVivo and ATLAS.ti exchange.

A zip with ``project.qde`` (QDA-XML 1.0) and the texts. Labels are codes, authors of layers are
users, spans are selections with a coding, relations are links. Positions count code points. What
else is said of an annotation or an article stands in its description, a line for each detail.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import uuid
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO, BinaryIO

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Article

from .... import __version__
from ...atomic_write import put_in_zip
from ...new_article import PARTICULARS
from ...spec import Format, Report
from ..shared.span_graph import FormatCapabilities, SpanGraph, graph_of
from .read import INTERNAL, PROJECT, SOURCES, read

NAMESPACE = "urn:QDA-XML:project:1.0"
HOLDS = FormatCapabilities(
    interrupted=False, why="REFI-QDA holds coded passages, and links between them."
)
_OURS = uuid.UUID("6f1a5d0c-7a3c-4f0e-9d3b-2f6f0f3f5b11")  # under which our ids become GUIDs
_COLOURS = (
    "#2563eb", "#b45309", "#15803d", "#7e22ce", "#b91c1c", "#0f766e", "#a21caf", "#4d7c0f",
)  # fmt: skip
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_table = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\t": "&#9;",
        "\n": "&#10;",
        "\r": "&#13;",
    }
)


# -- details in words --------------------------------------------------------------------------


def described(details: dict[str, str]) -> str:
    """Details as lines, ``name: value``; what goes on on a further line is indented."""
    return "\n".join(f"{name}: " + value.replace("\n", "\n  ") for name, value in details.items())


# -- writing -----------------------------------------------------------------------------------


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """A project with a source for each article, and the work of all layers in it."""
    with (
        zipfile.ZipFile(out, "w") as packed,
        tempfile.TemporaryFile() as sources,
        tempfile.TemporaryFile() as links,
    ):
        writing = _ProjectWriter(packed, sources, links, report)
        for annotated_article in annotated_articles:
            writing.add(annotated_article)
        info = zipfile.ZipInfo(PROJECT)
        info.compress_type = zipfile.ZIP_DEFLATED
        with packed.open(info, "w", force_zip64=True) as project:
            project.write(writing.head().encode())
            for name, part in (("Sources", sources), ("Links", links)):
                if part.tell():
                    part.seek(0)
                    project.write(f"<{name}>\n".encode())
                    shutil.copyfileobj(part, project, 1 << 20)
                    project.write(f"</{name}>\n".encode())
            project.write(b"</Project>\n")


class _ProjectWriter:
    """A project that is being written: who and what is in it stands before all else."""

    def __init__(
        self, packed: zipfile.ZipFile, sources: IO[bytes], links: IO[bytes], report: Report
    ) -> None:
        self._packed = packed
        self._sources = sources
        self._links = links
        self._report = report
        self._users: dict[str, str] = {}
        self._codes: dict[str, str] = {}

    def add(self, annotated_article: AnnotatedArticle) -> None:
        article = annotated_article.article
        source = guid("article", article.id)
        put_in_zip(self._packed, f"{SOURCES}/{source}.txt", article.text.encode())
        passages = [
            line for c in annotated_article.layers for line in self._layer(annotated_article, c)
        ]
        details = {name: getattr(article, name) for name in PARTICULARS if name != "title"}
        told = described({name: value for name, value in details.items() if value})
        head = f'<TextSource guid="{source}" name="{quoted(article.title)}"'
        head += f' plainTextPath="{INTERNAL}{source}.txt">'
        body = "".join([f"{head}\n{_description(told)}", *passages, "</TextSource>\n"])
        self._sources.write(body.encode())
        self._tell_of_controls(article, "the title", article.title)

    def _layer(self, annotated_article: AnnotatedArticle, contents: LayerContents) -> Iterator[str]:
        report, layer = self._report, contents.layer
        report.lines += 1
        graph = graph_of(annotated_article, contents, report, HOLDS)
        if not graph.nodes:
            why = "Nothing is marked in it, and a project holds what is marked."
            report.lose("a layer", why, title=annotated_article.article.title, words=layer.author)
        user = self._users.setdefault(layer.author, guid("user", layer.author))
        text = annotated_article.article.text
        for node in graph.nodes:
            (span,) = node.spans
            for name, value in node.features.items():
                self._tell_of_controls(annotated_article.article, name, value)
            code = self._codes.setdefault(node.label, guid("code", node.label))
            id_ = guid(layer.id, node.key)
            yield (
                f'<PlainTextSelection guid="{id_}" name="{quoted(span.of(text)[:200])}"'
                f' startPosition="{span.start}" endPosition="{span.end}" creatingUser="{user}">\n'
                f"{_description(described(node.features))}"
                f'<Coding guid="{guid(id_, "coding")}" creatingUser="{user}">'
                f'<CodeRef targetGUID="{code}"/></Coding>\n</PlainTextSelection>\n'
            )
        self._relate(graph, layer.id)

    def _relate(self, graph: SpanGraph, layer: str) -> None:
        for edge in graph.edges:
            start, end = guid(layer, edge.start), guid(layer, edge.end)
            id_ = guid(start + end, edge.label)
            link = f'<Link guid="{id_}" name="{quoted(edge.label)}" direction="OneWay"'
            link += f' originGUID="{start}" targetGUID="{end}"/>\n'
            self._links.write(link.encode())

    def _tell_of_controls(self, article: Article, what: str, words: str) -> None:
        if not words.isprintable() and _NO_XML.search(words):
            why = "XML has no control characters: U+FFFD stands for each of them."
            said = f"{what}={words}"
            self._report.lose("an attribute", why, title=article.title, words=said)

    def head(self) -> str:
        """The beginning of the project: its users and its codes."""
        users = "".join(
            f'<User guid="{id_}" name="{quoted(name)}"/>\n' for name, id_ in self._users.items()
        )
        codes = "".join(
            f'<Code guid="{id_}" name="{quoted(label)}" isCodable="true"'
            f' color="{_COLOURS[number % len(_COLOURS)]}"/>\n'
            for number, (label, id_) in enumerate(sorted(self._codes.items()))
        )
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n'
            f'<Project xmlns="{NAMESPACE}" name="Vaglio" origin="Vaglio {__version__}">\n'
            + (f"<Users>\n{users}</Users>\n" if users else "")
            + (f"<CodeBook>\n<Codes>\n{codes}</Codes>\n</CodeBook>\n" if codes else "")
        )


def guid(kind: str, id_: str) -> str:
    """The GUID of something of ours, always the same."""
    return str(uuid.uuid5(_OURS, f"{kind}/{id_}"))


def _description(words: str) -> str:
    return f"<Description>{quoted(words)}</Description>\n" if words else ""


def quoted(value: str) -> str:
    """Words as they stand between quotation marks; U+FFFD for what XML cannot hold."""
    if value.isalnum():
        return value
    return _NO_XML.sub("\ufffd", value).translate(_table)


FORMAT = Format(
    name="refi",
    title="REFI-QDA project (QualCoder, MAXQDA, NVivo, ATLAS.ti)",
    use="Texts and coded passages, for programs of qualitative research.",
    group="tools",
    suffixes=(".qdpx",),
    reader=read,
    writer=write,
    tried=("Potato 2.12.1",),
)
