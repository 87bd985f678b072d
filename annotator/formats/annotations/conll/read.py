"""Files of a word a line with labels in IOB1, IOB2, IO, BILOU or BIOES, from whatever tool.

Articles are parted by ``-DOCSTART-`` or ``# newdoc``; a file without either is cut at the end of a
sentence where it is long. Our own files say what stands between words; for others the text is taken
from ``# text`` where it is given, or put together with spaces as they are usually set.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import msgspec
from msgspec import Struct, field

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault

from ...file_per_article import ListedDetails
from ...json_lines import LinePosition
from ...new_article import MOST_CHARACTERS
from ...spec import ReadRequest, name_of
from ...text_lines import rows
from ..shared import whitespace
from ..shared.escape import unescaped
from ..shared.imported_article import ImportedArticle
from ..shared.span_graph import CLAIM, Node, SpanGraph
from .tags import TAG, are_chunks, scheme_of, spans_of

MOST_WORDS = 5000  # of an article in a file that does not part them
_LOOK = 5000  # rows that are looked at to tell the columns
_START = "-DOCSTART-"
_MOST_ODD = 0.1  # of what stands in a column of labels and is none
_KEY = re.compile(r"[\w. ]+")
_OURS = "Title"  # what the first word of each of our articles says


class ColumnLayout(Struct, frozen=True):
    """Which column is what; *width* is how many there are. *tag* is None where no column is one.

    *others* have labels too: nested in those, say.
    """

    separator: str | None
    width: int
    word: int
    tag: int | None
    is_plain: bool = False  # labels without B- and I-
    others: tuple[int, ...] = ()


class ColumnArticle(Struct):
    """An article so far."""

    line: int
    rows: list[list[str]] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)  # the number of the first word of each
    texts: dict[int, str] = field(default_factory=dict)  # of sentences, by their first words


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """Its articles, with a layer each where there are labels."""
    layout = _layout(path)
    if layout.tag is None and layout.width > 1:
        why = "No column in it has labels that begin as with B- or I-."
        reading.report.lose("labels", why, title=name_of(path))
    for part, taken in enumerate(_articles(path, layout, reading), 1):
        try:
            yield _RowArticle(taken, layout, path, part, reading).annotated_article()
        except ValueError:
            reading.refuse(
                LinePosition(path, taken.line).fault(
                    "{file}, line {line}: the article that begins here is too long",
                    hint="Cut it into articles of at most {limit} characters, with -DOCSTART- between.",
                    limit=MOST_CHARACTERS,
                )
            )


# -- rows ------------------------------------------------------------------------------------


def _layout(path: Path) -> ColumnLayout:
    """The columns of a file, told by its first rows."""
    words = list(islice(filter(_is_word, rows(path)), _LOOK))
    unsure = [line for line in words if line[0] == "#"]  # can be comments
    if any(line.startswith("#begin document") for line in unsure):
        raise ImportFault(
            "{file} is of CoNLL-2012, which says in brackets where names begin and end",
            hint="Convert it to a word and its label on each line, as B-ORG.",
            file=name_of(path),
        )
    if words and _is_our_first(words[0]):
        return ColumnLayout(None, 4, word=0, tag=3)
    seen = [line for line in words if line[0] != "#"] or words
    if not seen:
        raise ImportFault(
            "{file} has no words in it",
            hint="Each line must be a word and its label, or blank between sentences.",
            file=name_of(path),
        )
    separator = _separator(seen)
    cells = [line.split(separator) for line in seen]
    ((width, _),) = Counter(map(len, cells)).most_common(1)
    columns = list(zip(*(each for each in cells if len(each) == width), strict=True))
    tags = _tagged(columns, 0) or _tagged(columns[1:], _MOST_ODD, 1)
    is_numbered = width > 2 and all(cell.isdecimal() for cell in columns[0])
    tag = None if not tags else tags[0] if is_numbered else tags[-1]
    is_plain = False
    if tag is None and width > 1 and Counter(columns[-1]).most_common(1)[0][0] == "O":
        tag, is_plain = width - 1, True
    word = 1 if is_numbered or (tag == 0 and width > 1) else 0
    if tag is None or tag == word:
        return ColumnLayout(separator, width, word, None)
    others = tuple(n for n in tags if n not in (tag, word) and not are_chunks(columns[n]))
    return ColumnLayout(separator, width, word, tag, is_plain, others)


def _tagged(columns: list[tuple[str, ...]], most_odd: float, first: int = 0) -> list[int]:
    """The numbers of the columns that have labels, but for some; the first has the number *first*."""
    found = []
    for number, column in enumerate(columns, first):
        odd = sum(count for tag, count in Counter(column).items() if not TAG.fullmatch(tag))
        if odd <= most_odd * len(column) and (not odd or any(tag[:2] == "B-" for tag in column)):
            found.append(number)
    return found


def _separator(seen: list[str]) -> str | None:
    """A tab, or white space of any kind, but where that is within words, one space."""
    if all("\t" in line for line in seen):
        return "\t"
    widths = {len(line.split()) for line in seen}
    return " " if len(widths) > 1 and len({line.count(" ") for line in seen}) == 1 else None


def _is_word(line: str) -> bool:
    is_blank = not line or line.isspace()
    return not is_blank and not line.startswith(_START) and comment_of(line) is None


def _is_our_first(line: str) -> bool:
    """Whether it is the first row of an article of ours."""
    cells = line.split()
    is_whole = len(cells) == 4 and all(map(TAG.fullmatch, cells[2:]))
    return is_whole and _OURS in whitespace.pairs(cells[1])


def comment_of(line: str) -> tuple[str, str] | None:
    """Key and value of a comment as CoNLL-U has them; None where it is none, but a word ``#``."""
    if line[0] != "#" or _is_our_first(line):
        return None
    key, is_pair, value = line[1:].partition("=")
    key = key.strip()
    if key.startswith(("newdoc", "newpar")):
        return key[:6], value.strip()
    return (key, value.strip()) if is_pair and _KEY.fullmatch(key) else None


def _articles(path: Path, layout: ColumnLayout, reading: ReadRequest) -> Iterator[ColumnArticle]:
    column_article = ColumnArticle(1)
    is_new, is_parted = True, False
    separator, width, word = layout.separator, layout.width, layout.word
    for number, line in enumerate(rows(path, reading.progress), 1):
        cells = line.split(separator)
        if len(cells) == width and cells[word] and line[0] not in "-#":  # nearly all
            if is_new:
                column_article.sentences.append(len(column_article.rows))
                is_new = False
            column_article.rows.append(cells)
        elif not line or line.isspace():
            is_new = True
            if not is_parted and len(column_article.rows) >= MOST_WORDS:
                tell_of_cut(
                    column_article.line,
                    (cells[word] for cells in column_article.rows),
                    path,
                    reading,
                )
                yield column_article
                column_article = ColumnArticle(number + 1)
        elif _begins(line, cells, layout):
            is_new = is_parted = True
            if column_article.rows:
                yield column_article
            column_article = ColumnArticle(number)
        elif _is_row(cells, layout):
            if is_new:
                column_article.sentences.append(len(column_article.rows))
                is_new = False
            column_article.rows.append(cells)
        elif (comment := comment_of(line)) or (is_new and line[0] == "#"):
            is_new = True
            if comment and comment[0] == "text":
                column_article.texts[len(column_article.rows)] = comment[1]
        else:
            reading.refuse(_RowFault(number, len(cells), width).at(path))
            if reading.is_hopeless:
                return
    if column_article.rows:
        if not is_parted:
            tell_of_cut(
                column_article.line, (cells[word] for cells in column_article.rows), path, reading
            )
        yield column_article


def tell_of_cut(line: int, words: Iterable[str], path: Path, reading: ReadRequest) -> None:
    """Tell that an article of *words* begins where nothing in the file says so."""
    if line > 1:
        why = "The file does not tell articles apart: it is cut after 5,000 words."
        first = " ".join(islice(words, 8))
        reading.report.lose("where an article begins", why, title=name_of(path), words=first)


def _begins(line: str, cells: list[str], layout: ColumnLayout) -> bool:
    """Whether an article begins here."""
    if line.startswith(_START):
        return True
    comment = comment_of(line)
    is_word = layout.tag is not None and _is_row(cells, layout)
    return bool(comment and comment[0] == "newdoc") and not is_word


class _RowFault(Struct, frozen=True):
    line: int
    found: int
    wanted: int

    def at(self, path: Path) -> ImportFault:
        return LinePosition(path, self.line).fault(
            "{file}, line {line}: {found} columns, where the others have {wanted}",
            hint="Each line must be a word and its label, or blank between sentences.",
            found=self.found,
            wanted=self.wanted,
        )


def _is_row(cells: list[str], layout: ColumnLayout) -> bool:
    """Whether what looks like a comment is a row, whose word is a ``#`` maybe."""
    tag = None if layout.tag is None or layout.is_plain else layout.tag
    is_whole = len(cells) == layout.width and bool(cells[layout.word])
    return is_whole and (tag is None or bool(TAG.fullmatch(cells[tag])))


# -- articles --------------------------------------------------------------------------------


class _RowArticle:
    """An article that is being made of its rows."""

    def __init__(
        self,
        taken: ColumnArticle,
        layout: ColumnLayout,
        path: Path,
        part: int,
        reading: ReadRequest,
    ) -> None:
        self._taken = taken
        self._layout = layout
        columns = list(zip(*taken.rows, strict=True))
        is_wide = layout.width == 4
        self._words = columns[layout.word]
        self._tags: Sequence[str] = () if layout.tag is None else columns[layout.tag]
        self._others = [columns[number] for number in layout.others]
        self._misc: Sequence[str] = columns[1] if is_wide else ()
        self._claims: Sequence[str] = columns[2] if is_wide else ()
        self._author = reading.author
        first = whitespace.pairs(unescaped(self._misc[0])) if self._misc else {}
        self._is_ours = _OURS in first
        self._about = _about(first) if self._is_ours else ListedDetails()
        self._starts: list[int] = []
        text = self._exact(first) if self._is_ours else self._put_together()
        metadata: dict[str, object] = {}
        if not self._is_ours:
            metadata = {"file": name_of(path), "part": part, "spaces": "guessed"}
            if len(taken.texts) == len(taken.sentences):
                del metadata["spaces"]
            if scheme := scheme_of(self._tags, is_plain=layout.is_plain):
                metadata["tags"] = scheme
        about = self._about.article()
        self._foreign = ImportedArticle(text, reading, metadata=metadata, **about)

    def annotated_article(self) -> AnnotatedArticle:
        author = self._about.annotator if self._is_ours else self._author
        is_labelled = self._is_ours or self._layout.tag is not None
        nodes = list(self._nodes(self._tags, "", is_plain=self._layout.is_plain))
        if self._is_ours:
            nodes += self._nodes(self._claims, CLAIM, is_plain=False)
        for number, tags in enumerate(self._others):
            nodes += self._nodes(tags, f"{number}:", is_plain=False)
        if is_labelled and (author is not None or nodes):
            self._foreign.add(self._author if author is None else author, SpanGraph(nodes))
        return self._foreign.annotated_article()

    def _exact(self, first: dict[str, str]) -> str:
        known = {
            misc: " "
            if misc == "-X-"
            else whitespace.space_after(whitespace.pairs(unescaped(misc)))
            for misc in set(self._misc)
        }
        before = whitespace.unquoted(first.get("SpacesBefore", ""))
        spaces = [known[misc] for misc in self._misc]
        text, self._starts = whitespace.exact(before, self._words, spaces)
        return text

    def _put_together(self) -> str:
        """The text of others: a sentence a line."""
        taken, at = self._taken, 0
        parts = []
        for start, end in zip(
            taken.sentences, [*taken.sentences[1:], len(self._words)], strict=True
        ):
            words = self._words[start:end]
            text = taken.texts.get(start, "")
            places = whitespace.aligned(words, text) if text else None
            if places is None:
                taken.texts.pop(start, None)
                text, places = _spaced(words)
            self._starts += [at + place for place in places]
            parts.append(text)
            at += len(text) + 1
        return "\n".join(parts)

    def _nodes(self, tags: Sequence[str], mark: str, *, is_plain: bool) -> Iterator[Node]:
        breaks = set(self._taken.sentences)
        odd = set() if is_plain else {tag for tag in set(tags) if not TAG.fullmatch(tag)}
        for tag in sorted(odd):
            self._foreign.lose("a label", "It is neither O, nor begins as with B- or I-.", tag)
        if odd:
            tags = ["O" if tag in odd else tag for tag in tags]
        for first, last, label in spans_of(tags, breaks, is_plain=is_plain):
            start = self._starts[first]
            end = self._starts[last] + len(self._words[last])
            span = self._foreign.span(start, end)
            if span is not None:
                yield Node(f"{mark}{first}", label, (span,))


def _about(first: dict[str, str]) -> ListedDetails:
    names = {
        name: "".join(p.capitalize() for p in name.split("_"))
        for name in ListedDetails.__struct_fields__
    }
    told = {name: whitespace.unquoted(first[key]) for name, key in names.items() if key in first}
    try:
        return msgspec.convert(told, ListedDetails)
    except msgspec.ValidationError:  # somebody wrote another status
        return msgspec.convert({**told, "status": "draft"}, ListedDetails)


def _spaced(words: Sequence[str]) -> tuple[str, list[int]]:
    places, at = [], 0
    spaces = whitespace.guessed(words)
    for word, space in zip(words, spaces, strict=True):
        places.append(at)
        at += len(word) + len(space)
    return "".join(map("".join, zip(words, spaces, strict=True))).rstrip(" "), places
