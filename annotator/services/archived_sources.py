"""Keeping saved pages and PDFs as sources: copied, hashed, read offline, found again for a quotation."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

import msgspec
from msgspec import Struct

from annotator.core.errors import ImportFault, UserError
from annotator.core.ids import now
from annotator.core.model import Article, Evidence, Medium, Source, Span
from annotator.core.sources.archived_file import ArchivedFile, is_within, locator, places_in
from annotator.core.urls import BadAddress, canonical
from annotator.formats.citation import BadCitation, citations
from annotator.store import KeptFault, KeptFiles, kept_files_of

from .. import formats
from .session import Session
from .sources import AddedSource

#: What kind of source a file is by its name; what else can be kept is a page.
_MEDIA: dict[str, Medium] = {
    ".pdf": "pdf",
    ".csv": "web_table",
    ".tsv": "web_table",
    ".xlsx": "web_table",
    ".xlsm": "web_table",
    ".ods": "web_table",
    ".png": "image",
    ".jpg": "image",
    ".jpeg": "image",
    ".webp": "image",
    ".gif": "image",
}
_PAGES = (
    ".html",
    ".htm",
    ".mhtml",
    ".mht",
    ".txt",
    ".md",
    ".docx",
    ".odt",
    ".rtf",
    ".epub",
    ".eml",
    ".warc",
    ".wacz",
)
_LINKS = (".url", ".webloc", ".desktop")
_CITATIONS = (".ris", ".bib", ".bibtex")
_PACKED = ".warc.gz"
_NEW = ("accessed", "archived_url")  # what a source that is there learns from its file
_Template: TypeAlias = str  # a message that the catalogue has from where it was written
_WORDLESS = frozenset(suffix for suffix, medium in _MEDIA.items() if medium == "image")


class ArchivedSource(Struct, frozen=True):
    """What came of keeping a file: its source, and why its words could not be read, if so."""

    added: AddedSource
    saved: ArchivedFile
    unread: UserError | None = None
    others: tuple[AddedSource, ...] = ()  # of a file of references, what it names besides


class QuotationCheck(Struct, frozen=True):
    """Whether the words of a piece of evidence stand in the file that was kept.

    *state* is ``there``, ``elsewhere`` (on another page than is said), ``not_there``,
    ``unreadable`` (a picture), ``missing`` or ``altered``; *locator* cites the place.
    """

    state: str
    locator: str = ""


def suffixes() -> tuple[str, ...]:
    """Of the files that can be kept, sorted."""
    read = formats.readable_suffixes()
    own = {".ods", *_LINKS, *_CITATIONS, _PACKED}
    return tuple(sorted(_WORDLESS | own | {s for s in (*_MEDIA, *_PAGES) if s in read}))


class ArchivedSources:
    """The kept files of a session's project."""

    def __init__(self, session: Session) -> None:
        self._session = session
        path = session.store.path
        self._files = kept_files_of(path) if path is not None else None

    def keep(self, path: Path, *, source_id: str | None = None) -> ArchivedSource:
        """Keep *path* as a source, or as the file of a source that is there.

        A source that is the same document (the same file, the same address) is not doubled.

        Raises:
            KeptFault: it is of no kind that is kept, too large, or cannot be read or written.
            UserError: the source named is gone.
        """
        files = self._files_or_fault()
        is_packed = path.suffix and path.name.lower().endswith(_PACKED)
        if not is_packed and path.suffix.lower() not in suffixes():
            raise KeptFault(
                "{file} is of no kind that is kept as an outside source",
                hint="Files that end in {suffixes} can be.",
                file=formats.name_of(path),
                suffixes=", ".join(suffixes()),
            )
        part, sha256, size = files.copy(path)
        try:
            # What is kept encrypted is read where it is, not from a copy in the clear.
            saved, unread = _read(path if files.is_sealed else part, path, sha256, size)
            if files.is_sealed and hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
                raise KeptFault(
                    "{file} was altered while it was read", hint="Keep it again.", file=path.name
                )
            files.settle(part, saved)
        finally:
            part.unlink(missing_ok=True)
        added = self._add(saved, path, source_id)
        return ArchivedSource(added, saved, unread, self._others(saved, source_id))

    def _others(self, saved: ArchivedFile, source_id: str | None) -> tuple[AddedSource, ...]:
        """The other sources that a file of references names, each as if it were pasted."""
        if not saved.text or not _is_citation(Path(saved.name)) or source_id is not None:
            return ()
        made = []
        for fields in citations(saved.text)[1:]:
            fields["url"] = _address(fields.get("url"))
            fields["archived_url"] = _address(fields.get("archived_url"))
            if fields.get("title") or fields["url"]:
                made.append(self._session.source_library.add(**fields))
        return tuple(made)

    def _add(self, saved: ArchivedFile, path: Path, source_id: str | None) -> AddedSource:
        source_library = self._session.source_library
        fields = _fields(saved, path)
        if source_id is None:
            added = source_library.add(**fields)
            source_id = added.source.id
            if added.source.sha256 == saved.sha256:
                return added
        known = source_library.get(source_id)
        told = {name: fields[name] for name in _NEW if fields[name]} if saved.captured else {}
        there = {name: getattr(known, name) for name in _NEW if name != "accessed"} if known else {}
        told = {name: value for name, value in told.items() if not there.get(name)}
        made = source_library.edit(source_id, sha256=saved.sha256, **told)
        known = source_library.get(source_id)
        assert known is not None
        return AddedSource(known, made)

    # -- reading ---------------------------------------------------------------------------

    def state(self, source: Source) -> str:
        """``none`` (no file was kept), ``kept``, ``altered`` or ``missing``."""
        if not source.sha256 or self._files is None:
            return "none"
        return self._files.state(source.sha256)

    def path(self, source: Source) -> Path:
        """The kept file of a source; of an encrypted project, its ciphertext. Raises KeptFault."""
        return self._files_or_fault().path(source.sha256 or "")

    def content(self, source: Source) -> bytes:
        """The bytes of the kept file of a source. Raises KeptFault."""
        return self._files_or_fault().content(source.sha256 or "")[0]

    def saved(self, source: Source) -> ArchivedFile:
        """The words of the kept file of a source, read anew if need be.

        Raises:
            KeptFault: there is none, or it is not what was kept.
        """
        files = self._files_or_fault()
        found = files.saved(source.sha256 or "")
        if files.is_sealed:
            files.content(source.sha256 or "")
            if found is None:
                raise KeptFault(
                    "What was read from the file of this outside source is gone",
                    hint="Keep the original again: it is recognised, and read anew.",
                )
            return found
        path = files.path(source.sha256 or "")
        if found is None:
            name = source.title + path.suffix
            found, _ = _read(path, Path(name), source.sha256 or "", path.stat().st_size)
        return found

    def check(self, evidence: Evidence, source: Source) -> QuotationCheck | None:
        """Whether the quote of *evidence* stands in the file of *source*; None: nothing to compare."""
        if not evidence.quote.strip() or not source.sha256 or self._files is None:
            return None
        size, saved = self._files.size(source.sha256), self._files.saved(source.sha256)
        if size is None:
            return QuotationCheck("missing")
        if saved is None:
            return None
        # the hash is compared before a file is shown; here its size has to do, at every repaint
        if size != saved.size:
            return QuotationCheck("altered")
        return checked(saved, evidence.quote, evidence.locator)

    def _files_or_fault(self) -> KeptFiles:
        if self._files is None:
            raise KeptFault("Files are kept beside a project file, and this project has none")
        return self._files


def checked(saved: ArchivedFile, quote: str, said: str) -> QuotationCheck:
    """Whether *quote* stands in *saved*, at the place that is *said*."""
    if not saved.text:
        return QuotationCheck("unreadable")
    found = _places(saved, quote)
    if not found:
        return QuotationCheck("not_there")
    there = [locator(saved, span.start, span.end) for span in found]
    if said.strip() in there:
        return QuotationCheck("there", said.strip())
    for span, where in zip(found, there, strict=True):
        if is_within(saved, span, said):
            return QuotationCheck("there", where)
    return QuotationCheck("elsewhere", there[0])


@lru_cache(maxsize=256)
def _places(saved: ArchivedFile, quote: str) -> list[Span]:
    return places_in(saved, quote)


def _read(part: Path, path: Path, sha256: str, size: int) -> tuple[ArchivedFile, UserError | None]:
    """What stands in a file, read in a process of its own; and why nothing could be read."""
    medium: Medium = _MEDIA.get(path.suffix.lower(), "web_text")
    bare = ArchivedFile(
        sha256=sha256, name=formats.name_of(path), size=size, medium=medium, kept_at=now()
    )
    if _is_citation(path):
        return _cited(bare, part)
    faults: list[ImportFault] = []
    with formats.Parser() as parser:
        found = [
            d.article for d in parser.read(part, author="", problems=faults.append, as_source=True)
        ]
    if faults or not found:
        return bare, _renamed(faults[0], path) if faults else None
    return _whole(bare, found), None


def _is_citation(path: Path) -> bool:
    return path.suffix.lower() in _CITATIONS


def _cited(bare: ArchivedFile, part: Path) -> tuple[ArchivedFile, UserError | None]:
    """What a file of references says: its first entry, and all of it as words."""
    try:
        text = part.read_bytes().decode("utf-8-sig", "replace")
        found = citations(text)[0]
    except BadCitation as err:
        return bare, err
    names = (
        "title",
        "url",
        "archived_url",
        "publisher",
        "author",
        "published",
        "language",
        "medium",
    )
    told = {name: found[name] for name in names if found.get(name)}
    made = msgspec.structs.replace(bare, text=text, captured=found.get("accessed"), **told)
    return made, None


def _whole(bare: ArchivedFile, found: list[Article]) -> ArchivedFile:
    """One text of all that a file holds; a book's chapters, a table's rows are its pages."""
    first = found[0]
    text = "\n\n".join(article.text for article in found)
    if len(found) == 1:
        pages = _pages(first, len(text))
    else:
        starts = [0]
        for article in found[:-1]:
            starts.append(starts[-1] + len(article.text) + 2)
        pages = tuple(starts)
    return msgspec.structs.replace(
        bare,
        text=text,
        pages=pages,
        title=None if first.metadata.get("untitled") else first.title,
        publisher=first.publisher,
        author=first.author,
        published=first.published,
        url=first.url,
        sheets=tuple(_sheets(first)),
        archived_url=_said(first, "archived_url"),
        captured=_said(first, "saved"),
        note=_said(first, "note") or "",
        language=None if first.language == "und" else first.language,
    )


def _sheets(article: Article) -> list[str]:
    said = article.metadata.get("sheets")
    return [str(each) for each in said] if isinstance(said, list) else []


def _said(article: Article, name: str) -> str | None:
    value = article.metadata.get(name)
    return value if isinstance(value, str) and value else None


def _pages(article: Article, length: int) -> tuple[int, ...]:
    said = article.metadata.get("pages")
    if not isinstance(said, list) or not all(isinstance(each, int) for each in said):
        return ()
    return tuple(sorted({each for each in said if 0 <= each <= length}))


def _fields(saved: ArchivedFile, path: Path) -> dict[str, Any]:
    """For a new source."""
    seen = datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
    return {
        "title": saved.title or formats.name_of(Path(path.stem)),
        "url": _address(saved.url),
        "archived_url": _address(saved.archived_url),
        "publisher": saved.publisher,
        "author": saved.author,
        "published": saved.published,
        "language": saved.language,
        "medium": saved.medium,
        "accessed": saved.captured or seen,
        "sha256": saved.sha256,
        "note": saved.note,
    }


def _address(url: str | None) -> str | None:
    try:
        return canonical(url) if url else None
    except BadAddress:
        return None  # what a page says of itself is no reason to refuse it


def _renamed(fault: ImportFault, path: Path) -> ImportFault:
    """What was said of the copy, said of the file that the person knows."""
    fields = fault.fields | {"file": formats.name_of(path)}
    return _anew(fault.message, fault.hint, fields)


def _anew(message: _Template, hint: _Template, fields: dict[str, object]) -> ImportFault:
    return ImportFault(message, hint=hint, **fields)
