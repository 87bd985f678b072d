"""REFI-QDA codebooks (.qdc): the labels of a scheme, from and to programs of qualitative research.

A project (.qdpx) is read for its codes too. Codes under others, sets of codes and keys have no
place on the other side, and are told of.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from annotator.core.scheme import Label, Scheme, add, fresh
from annotator.core.vocabulary import Wording

from .... import __version__
from ...atomic_write import written
from ...safe_archive import ZIP_ERRORS, refuse_unfit
from ...spec import Report, name_of
from ...zip_xml import local
from .format import described, guid, quoted
from .read import (
    HEAD,
    NO_PLACE,
    PROJECT,
    above,
    child,
    damaged,
    details_of,
    refuse_definitions,
    refuse_two_projects,
    told_apart,
)

NAMESPACE = "urn:QDA-XML:codebook:1.0"
MOST_BYTES = 16 << 20
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_SAID = ("name", "definition", "example")


class CodebookEntry(Struct, frozen=True):
    """What a codebook says of a label; *colour* is ``#RRGGBB`` or empty."""

    code: str
    name: str
    definition: str = ""
    example: str = ""
    colour: str = ""


def write_codebook(labels: Iterable[Label], path: Path, *, language: str) -> Report:
    """The labels that are offered, in words of *language*.

    Raises:
        ExportFault: the file cannot be written.
    """
    report = Report()
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<CodeBook xmlns="{NAMESPACE}" origin="Vaglio {__version__}">',
        "<Codes>",
    ]
    for label in labels:
        if label.retired:
            report.lose("a label", "It is retired.", title=path.name, words=label.code)
            continue
        report.carried += 1
        said = {name: getattr(label, name).to(language) for name in _SAID}
        told = quoted(described({name: words for name, words in said.items() if words}))
        lines += [
            f'<Code guid="{guid("code", label.code)}" name="{quoted(label.code)}"'
            f' isCodable="true" color="{label.colour}">',
            f"<Description>{told}</Description>",
            "</Code>",
        ]
    lines += ["</Codes>", "</CodeBook>", ""]
    with written(path) as out:
        out.write("\n".join(lines).encode())
    return report


def read_codebook(path: Path, report: Report) -> list[CodebookEntry]:
    """The codes in a .qdc, or in a project, in their order; those without a name of their own left out.

    Raises:
        ImportFault: it is neither, or damaged, or too big.
    """
    content = _content(path)
    refuse_definitions(content[:HEAD], path)
    codebook_entries: dict[str, CodebookEntry] = {}
    names: dict[str, str] = {}
    paths: dict[str, str] = {}
    for element in _parsed(content, path).iter("{*}Code", "{*}Set"):
        name = (element.get("name") or "").strip()
        if local(element) == "Set":
            report.lose("a set", NO_PLACE, title=name_of(path), words=name)
            continue
        over = above(element)
        if over:
            report.lose("which code a code is under", NO_PLACE, title=name_of(path), words=name)
        if element.get("isCodable") == "false":
            why = "It holds other codes, and no passage has it."
            report.lose("a code", why, title=name_of(path), words=name)
        elif name:
            id_ = element.get("guid") or f"{len(codebook_entries)}"
            codebook_entries[id_], names[id_] = _code(element, name), name
            paths[id_] = " / ".join((*over, name))
    named = told_apart(names, paths)
    return [_called(code, named[id_]) for id_, code in codebook_entries.items()]


def taken_in(scheme: Scheme, codes: Iterable[CodebookEntry], colours: Sequence[str]) -> Scheme:
    """*scheme* with a label for each code that it does not have; what it has stays as it is."""
    codes = list(codes)
    theirs = {code.code for code in codes}
    for code in codes:
        if scheme.find(code.code) is not None:
            continue
        label = fresh(scheme, code.code, colours, colour=code.colour)
        if label.code != code.code:  # which may be that of another
            tries = (f"{label.code[:36]}_{n}" if n > 1 else label.code for n in count(1))
            fit = next(t for t in tries if scheme.find(t) is None and t not in theirs)
            label = replace(label, code=fit)
        label = replace(
            label,
            name=Wording(code.name, code.name),
            definition=Wording(code.definition, code.definition),
            example=Wording(code.example, code.example),
        )
        scheme = add(scheme, label)
    return scheme


def _content(path: Path) -> bytes:
    try:
        if not zipfile.is_zipfile(path):
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        else:
            with zipfile.ZipFile(path) as packed:
                refuse_unfit(path, packed.infolist())
                refuse_two_projects(path, packed)
                with packed.open(PROJECT) as file:
                    content = file.read(MOST_BYTES + 1)
    except KeyError as err:
        raise damaged(path, f"no {PROJECT} in it") from err
    except OSError as err:
        raise damaged(path, err.strerror or str(err)) from err
    except ZIP_ERRORS as err:
        raise damaged(path, str(err)) from err
    if len(content) > MOST_BYTES:
        raise damaged(path, f"more than {MOST_BYTES >> 20} MB")
    return content


def _parsed(content: bytes, path: Path) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as err:
        raise damaged(path, str(err)) from err


def _code(element: Any, name: str) -> CodebookEntry:
    details, rest = details_of(child(element, "Description"), frozenset(_SAID))
    colour = element.get("color") or ""
    return CodebookEntry(
        name,
        details.get("name", name),
        "\n".join(part for part in (details.get("definition", ""), rest) if part),
        details.get("example", ""),
        colour if _COLOUR.fullmatch(colour) else "",
    )


def _called(code: CodebookEntry, name: str) -> CodebookEntry:
    return (
        code
        if name == code.code
        else CodebookEntry(name, name, code.definition, code.example, code.colour)
    )
