"""Tables (CSV, TSV, XLSX): each row becomes an article; columns are known by their names.

A column that is not known is kept among the details of the article. Where none is called a text,
the one with the longest texts is it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

from msgspec import Struct

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault

from ...new_article import MOST_CHARACTERS, article, tidy
from ...publishing import claims_csv, entities_csv
from ...spec import Format, ReadRequest, name_of
from ..dates import day_of
from ..fields import meaning
from ..html import web_address

_LOOKED_AT = 50  # rows, to find out what the columns hold
_SHORTEST_TEXT = 100  # characters on average, for a column whose name says nothing
_MOST_COLUMNS = 1_000
_SUFFIX_OF_SHEETS = (".xlsx", ".xlsm")

Row = list[str]


class _Columns(Struct, frozen=True):
    """Which column holds what; *others* have the names of their columns."""

    text: int
    known: dict[str, int]
    others: dict[int, str]


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """An article for each row that has a text, in their order."""
    rows = _rows(path, reading.progress)
    first, columns = _begun(rows, path, reading)
    found = False
    for number, row in enumerate(chain(first, rows), 2):
        for annotated_article in _annotated_articles(row, number, columns, path, reading):
            found = True
            yield annotated_article
        if reading.is_hopeless:
            return
    if not found and not reading.faults:
        raise _without_text(path)


FORMAT = Format(
    name="table",
    title="Table with an article in each row",
    suffixes=(".csv", ".tsv", *_SUFFIX_OF_SHEETS),
    reader=read,
)


def _rows(path: Path, progress: Callable[[int], None]) -> Iterator[Row]:
    if path.suffix.lower() in _SUFFIX_OF_SHEETS:
        from .spreadsheet import rows
    else:
        from .delimited import rows
    for row in rows(path, progress):
        if len(row) > _MOST_COLUMNS:
            raise ImportFault(
                "{file} has too many columns ({count})",
                hint="Keep text, title, date, author, publisher and address; one article a row.",
                file=name_of(path),
                count=len(row),
            )
        yield row


def _begun(rows: Iterator[Row], path: Path, reading: ReadRequest) -> tuple[list[Row], _Columns]:
    """The first rows of articles, and what the columns hold, as was decided or by their names."""
    names = next((row for row in rows if any(cell.strip() for cell in row)), None)
    if names is None:
        raise _without_text(path)
    first = list(islice(rows, _LOOKED_AT))
    known: dict[str, int] = {}
    decided = reading.terms.columns
    names = [name.strip() for name in names]
    if tuple(names) in (claims_csv.COLUMNS, entities_csv.COLUMNS):
        raise ImportFault(
            "{file} was written by Vaglio: what was found in articles, without the articles",
            hint="Export them as Vaglio JSON lines, and import these.",
            file=name_of(path),
        )
    for at, name in sorted(enumerate(names), key=lambda each: each[1] not in decided):
        what = decided.get(name, meaning(name))
        if what:
            known.setdefault(what, at)
    is_named = bool(known) or all(len(name) < _SHORTEST_TEXT for name in names)
    if not is_named:
        first, names = [names, *first], []
    roles = {at: what for what, at in known.items()}
    reading.met.columns |= {name: roles.get(at, "") for at, name in enumerate(names) if name}
    text = known.pop("text", None)
    if text is None:
        text = _longest(first, path)
        if text < len(names):
            reading.met.columns[names[text]] = "text"
        known = {what: at for what, at in known.items() if at != text}
    taken = {text, *known.values()}
    others = {
        at: tidy(name) or f"column {at + 1}" for at, name in enumerate(names) if at not in taken
    }
    return first, _Columns(text, known, others)


def _longest(rows: Iterable[Row], path: Path) -> int:
    """The column with the longest texts."""
    lengths: dict[int, list[int]] = {}
    for row in rows:
        for at, cell in enumerate(row):
            if cell.strip():
                lengths.setdefault(at, []).append(len(cell))
    means = {at: sum(each) / len(each) for at, each in lengths.items()}
    longest = max(means, key=lambda at: means[at], default=None)
    if longest is None or means[longest] < _SHORTEST_TEXT:
        raise _without_text(path)
    return longest


def _annotated_articles(
    row: Row, number: int, columns: _Columns, path: Path, reading: ReadRequest
) -> Iterator[AnnotatedArticle]:
    """The article of a row; none where it is empty, or has everything but a text."""
    cells = {at: cell for at, cell in enumerate(row) if cell.strip()}
    if not cells:
        return
    text = cells.get(columns.text)
    told = {what: cells.get(at) for what, at in columns.known.items()}
    if text is None:
        words = told.get("title") or next(iter(cells.values()))
        why = "It has no text."
        reading.report.lose("a row", why, title=f"{name_of(path)}, {number}", words=words)
        return
    if len(text) > MOST_CHARACTERS:
        reading.refuse(
            ImportFault(
                "{file}, row {row}: too long for one article ({count} characters)",
                hint="Cut it into articles of at most {limit} characters.",
                file=name_of(path),
                row=number,
                count=len(text),
                limit=MOST_CHARACTERS,
            )
        )
        return
    published = told.get("published")
    address = (told.get("url") or "").strip()
    others = {name: cells[at] for at, name in columns.others.items() if at in cells}
    if address and not web_address(address):
        others["address"] = address
    if looks_marked := _marks_in(others, text):
        why = "They stand in columns that are kept with the article, and are not read as marks."
        title = f"{name_of(path)}, {number}"
        reading.report.lose("annotations", why, title=title, words=", ".join(looks_marked))
    yield AnnotatedArticle(
        article=article(
            text,
            title=told.get("title"),
            language=_language(told.get("language")),
            publisher=told.get("publisher"),
            author=told.get("author"),
            published=day_of(published) or published,
            url=web_address(address),
            metadata={"file": name_of(path)} | others,
        )
    )


def _marks_in(others: Mapping[str, str], text: str) -> list[str]:
    """The names of columns that look like annotations of *text*: two offsets and a label, or JSON."""
    packed = [name for name, cell in others.items() if _PLACE.search(cell)]
    numbers = [name for name, cell in others.items() if cell.strip().isdecimal()]
    places = [int(others[name]) for name in numbers]
    inside = [
        (one, two)
        for one, start in zip(numbers, places, strict=True)
        for two, end in zip(numbers, places, strict=True)
        if start < end <= len(text) and _START.search(one) and _END.search(two)
    ]
    return packed or [name for pair in inside[:1] for name in pair]


#: A place in the text, as JSON in a cell has it; columns that say where something begins and ends.
_PLACE = re.compile(
    r"[\"']start(?:_offset)?[\"']\s*:\s*\d+\s*,\s*[\"']end(?:_offset)?[\"']\s*:\s*\d+"
)
_START = re.compile(r"(?:^|[_ .])(?:start|begin|from|inizio)", re.IGNORECASE)
_END = re.compile(r"(?:^|[_ .])(?:end|stop|to|fine)(?:$|[_ .])", re.IGNORECASE)
_LANGUAGES = {
    "italian": "it", "italiano": "it", "english": "en", "inglese": "en", "french": "fr",
    "français": "fr", "francese": "fr", "spanish": "es", "español": "es", "spagnolo": "es",
}  # fmt: skip


def _language(value: str | None) -> str | None:
    plain = (tidy(value) or "").casefold()
    return _LANGUAGES.get(plain, plain.replace("_", "-")) if len(plain) <= 12 else None


def _without_text(path: Path) -> ImportFault:
    return ImportFault(
        "{file}: no column with the texts of articles was found",
        hint="Call that column text, and put an article in each row.",
        file=name_of(path),
    )
