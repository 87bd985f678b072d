"""Documents that are a zip of XML files (DOCX, ODT, EPUB, XLSX), opened with care.

Entities are never resolved, nothing is fetched, and what unpacks to too much is refused before it
is unpacked.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from annotator.core.errors import ImportFault

from .safe_archive import ZIP_ERRORS, plain, refuse_unfit, twice
from .spec import name_of, why_of

MOST_PARTS = 20_000
MOST_BYTES = 64 << 20  # of a part that is read
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of old Office files, and of new ones with a password


class XmlPackage:
    """The parts of a document by their names; a context manager.

    Raises:
        ImportFault: it is no zip, needs a password, or unpacks to too much.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        _refuse_old(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except ZIP_ERRORS as err:
            raise self.damaged(err) from err
        self.names = {info.filename: info for info in self._zip.infolist()}
        refuse_unfit(path, self._zip.infolist())
        self._twice = twice(self._zip.infolist())
        if len(self.names) > MOST_PARTS:
            raise self.damaged(ValueError("too many parts"))

    def __enter__(self) -> XmlPackage:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def read(self, name: str) -> bytes | None:
        """A part; None where there is none.

        Raises:
            ImportFault: it is damaged, protected or too big.
        """
        info = self.names.get(name)
        if info is None:
            return None
        self._refuse_twice(name)
        try:
            with self._zip.open(info) as part:
                content = part.read(MOST_BYTES + 1)
        except ZIP_ERRORS as err:
            raise self.damaged(err) from err
        if len(content) > MOST_BYTES:
            raise ImportFault(
                "{file} unpacks to more than {size} MB, which no article does",
                hint="Copy the article out of it into a text file.",
                file=name_of(self._path),
                size=MOST_BYTES >> 20,
            )
        return content

    def open(self, name: str) -> IO[bytes]:
        """A part to read bit by bit; what it raises is in `ZIP_ERRORS`, or as of `read`."""
        self._refuse_twice(name)
        return self._zip.open(self.names[name])

    def _refuse_twice(self, name: str) -> None:
        """Which of two parts of a name is meant, every program decides for itself."""
        if name in self._twice:
            raise self.damaged(ValueError(f"several parts are called {name}"))

    def xml(self, name: str) -> Any:
        """The root of a part; None where there is none."""
        content = self.read(name)
        return None if content is None else root_of(content, name_of(self._path))

    def damaged(self, err: Exception) -> ImportFault:
        return ImportFault(
            "{file} is damaged, protected, or not what its name says ({why})",
            hint="See whether it was copied to its end, needs no password, and opens in its program.",
            file=name_of(self._path),
            why=plain(why_of(err))[:100],
        )


def root_of(content: bytes, file: str) -> Any:
    """The root element of an XML file.

    Raises:
        ImportFault: it is damaged, nested too deeply, or defines entities.
    """
    from lxml import etree

    try:
        root = etree.fromstring(content, parser())
    except (etree.XMLSyntaxError, ValueError) as err:
        raise ImportFault(
            "{file} is damaged: its XML cannot be read ({why})",
            hint="Open it in the program it comes from and save it again.",
            file=file,
            why=str(err)[:100],
        ) from err
    refuse_entities(root, file)
    return root


_HARMLESS = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def parser() -> Any:
    """One that resolves no entity, loads no definition and fetches nothing."""
    from lxml import etree

    return etree.XMLParser(dtd_validation=False, **_HARMLESS)


def elements(file: Any, *wanted: str) -> Iterator[Any]:
    """Elements of these names, whatever their namespace, each gone when the next is asked for.

    What is wrong with *file* is raised as lxml has it.
    """
    from lxml import etree

    names = [f"{{*}}{name}" for name in wanted]
    for _, element in etree.iterparse(file, events=("end",), tag=names, **_HARMLESS):
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def refuse_entities(root: Any, file: str) -> None:
    """Raise where a document defines entities: no honest one of these kinds does.

    Raises:
        ImportFault: so.
    """
    defined = root.getroottree().docinfo.internalDTD
    if defined is not None and any(True for _ in defined.iterentities()):
        raise ImportFault(
            "{file} defines entities of its own, which can be used to harm",
            hint="Open it in the program it comes from and save it again.",
            file=file,
        )


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """The attribute called *name*, in whatever namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def first_text(root: Any, *names: str) -> str | None:
    """The words of the first element called one of *names*, by their order."""
    if root is None:
        return None
    found: dict[str, str] = {}
    for element in root.iter():
        words = (element.text or "").strip()
        if words:
            found.setdefault(local(element), words)
    return next((found[name] for name in names if name in found), None)


def _refuse_old(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(8)
    if head == _OLE:
        raise ImportFault(
            "{file} is protected by a password, or of an old version of Office",
            hint="Open it in the program it comes from and save it anew, without a password.",
            file=name_of(path),
        )
