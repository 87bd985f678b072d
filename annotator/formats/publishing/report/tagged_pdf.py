"""The structure of a printed report: headings, paragraphs and lists as tags, and bookmarks.

Qt prints words at places and nothing else. Where the paragraphs are is known (see
``ui/background/print_pdf.py``), so each piece of text is given to the one that it stands in; what
is no text is marked as decoration. Screen readers and search then know a heading from a paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from io import BytesIO
from typing import Any

from msgspec import Struct
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    Fit,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

_PAINTS = frozenset([b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"n"])
_BEGINS = frozenset([b"m", b"re"])
_NEAR = 1.0  # points that the place of words may be off

_Matrix = tuple[float, float, float, float, float, float]


class PrintedReport(Struct):
    """What is known of a printed report; a block is its top in points, its kind and its words."""

    title: str
    author: str
    language: str
    height: float
    foot: float
    blocks: list[tuple[float, int, str]]


def tagged(content: bytes, about: PrintedReport) -> bytes:
    """The PDF *content* with structure, language and bookmarks, in the same bytes each time."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    _Tagger(writer, about).tag()
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


class _Element(Struct):
    """An element of the structure: its tag, where it is in the file, and what is in it."""

    tag: NameObject
    ref: IndirectObject
    content: ArrayObject


class _Tagger:
    def __init__(self, writer: PdfWriter, about: PrintedReport) -> None:
        self._writer = writer
        self._about = about
        self._tops = [top for top, _, _ in about.blocks]
        self._elements: dict[int, _Element] = {}  # by the number of their block
        self._lists: dict[int, _Element] = {}

    def tag(self) -> None:
        self._root = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
        self._root_ref = self._writer._add_object(self._root)
        self._document = self._element("/Document", self._root_ref)
        self._root[NameObject("/K")] = ArrayObject([self._document.ref])
        numbers = ArrayObject()
        count = len(self._writer.pages)
        links = count  # their numbers come after those of the pages
        for number, page in enumerate(self._writer.pages):
            marks = self._mark(number, page)
            page[NameObject("/StructParents")] = NumberObject(number)
            page[NameObject("/Tabs")] = NameObject("/S")
            numbers += [NumberObject(number), self._writer._add_object(marks)]
        for number, page in enumerate(self._writer.pages):
            for annotation in page.get("/Annots", ()):
                element = self._link(number, page, annotation, links)
                numbers += [NumberObject(links), element]
                links += 1
        tree = DictionaryObject({NameObject("/Nums"): numbers})
        self._root[NameObject("/ParentTree")] = self._writer._add_object(tree)
        self._root[NameObject("/ParentTreeNextKey")] = NumberObject(links)
        self._describe()
        self._bookmark()

    def _describe(self) -> None:
        root = self._writer.root_object
        root[NameObject("/StructTreeRoot")] = self._root_ref
        root[NameObject("/MarkInfo")] = DictionaryObject(
            {NameObject("/Marked"): BooleanObject(True)}
        )
        root[NameObject("/ViewerPreferences")] = DictionaryObject(
            {NameObject("/DisplayDocTitle"): BooleanObject(True)}
        )
        if self._about.language:
            root[NameObject("/Lang")] = TextStringObject(self._about.language)
        self._writer.metadata = {
            "/Title": self._about.title,
            "/Author": self._about.author,
            "/Creator": "Vaglio",
        }

    # -- pages ---------------------------------------------------------------------------------

    def _mark(self, number: int, page: Any) -> ArrayObject:
        """Give the words of a page to their elements; the elements by the number of the mark."""
        stream = ContentStream(page.get_contents(), self._writer)
        marked: list[tuple[Any, bytes]] = []
        parents = ArrayObject()
        matrices: list[_Matrix] = []
        matrix: _Matrix = (1, 0, 0, 1, 0, 0)
        top: float | None = None
        is_open = False
        operations = stream.operations
        for at, (operands, operator) in enumerate(operations):
            if operator == b"q":
                matrices.append(matrix)
            elif operator == b"Q":
                matrix = matrices.pop() if matrices else matrix
            elif operator == b"cm":
                matrix = _times(_matrix(operands), matrix)
                top = matrix[5] if top is None else top
            if operator == b"BT":
                y = self._height_of_words(operations, at, matrix)
                element = self._of(number, (top or 0) - y)
                if element is None:
                    marked.append(([NameObject("/Artifact")], b"BMC"))
                else:
                    mark = NumberObject(len(parents))
                    parents.append(element.ref)
                    element.content.append(self._reference(page, mark))
                    tag = element.tag
                    marked.append(([tag, DictionaryObject({NameObject("/MCID"): mark})], b"BDC"))
            elif operator in _BEGINS and not is_open:
                is_open = True
                marked.append(([NameObject("/Artifact")], b"BMC"))
            marked.append((operands, operator))
            if operator == b"ET":
                marked.append(([], b"EMC"))
            elif operator in _PAINTS and is_open:
                is_open = False
                marked.append(([], b"EMC"))
        stream.operations = marked
        whole = DecodedStreamObject()
        whole.set_data(stream.get_data())
        page[NameObject("/Contents")] = self._writer._add_object(whole.flate_encode())
        return parents

    def _height_of_words(self, operations: Any, at: int, matrix: _Matrix) -> float:
        """The height on the page, in points from below, at which the text begins."""
        text: _Matrix = (1, 0, 0, 1, 0, 0)
        for operands, operator in operations[at + 1 :]:
            if operator == b"Tm":
                text = _matrix(operands)
            elif operator == b"Td":
                text = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), text)
            else:
                continue
            if operator == b"Td":
                break
        return _times(text, matrix)[5]

    def _of(self, number: int, down: float) -> _Element | None:
        """The element of the block so far *down* a page.

        None in the margins: the page's number, and lines of the page before that are cut off here.
        """
        foot = self._about.foot - _NEAR
        if not foot < down < self._about.height - foot or not self._tops:
            return None
        return self._element_of(self._block(number * self._about.height + down))

    def _block(self, down: float) -> int:
        return max(0, bisect_right(self._tops, down + _NEAR) - 1)

    def _element_of(self, block: int) -> _Element:
        if block not in self._elements:
            kind = self._about.blocks[block][1]
            if kind == -1:
                item = self._inside(self._list_of(block), "/LI")
                self._elements[block] = self._inside(item, "/LBody")
            else:
                tag = f"/H{kind}" if kind > 0 else "/P"
                self._elements[block] = self._inside(self._document, tag)
        return self._elements[block]

    def _list_of(self, block: int) -> _Element:
        """The list of an item; it goes on if the paragraph before is an item of it."""
        if block - 1 not in self._lists:
            self._lists[block] = self._inside(self._document, "/L")
        else:
            self._lists[block] = self._lists[block - 1]
        return self._lists[block]

    def _inside(self, parent: _Element, tag: str) -> _Element:
        made = self._element(tag, parent.ref)
        parent.content.append(made.ref)
        return made

    def _element(self, tag: str, parent: IndirectObject) -> _Element:
        content = ArrayObject()
        fields = {
            NameObject("/Type"): NameObject("/StructElem"),
            NameObject("/S"): NameObject(tag),
            NameObject("/P"): parent,
            NameObject("/K"): content,
        }
        ref = self._writer._add_object(DictionaryObject(fields))
        return _Element(NameObject(tag), ref, content)

    def _reference(self, page: Any, mark: NumberObject) -> DictionaryObject:
        return DictionaryObject(
            {
                NameObject("/Type"): NameObject("/MCR"),
                NameObject("/Pg"): page.indirect_reference,
                NameObject("/MCID"): mark,
            }
        )

    # -- links and bookmarks ---------------------------------------------------------------------

    def _link(self, number: int, page: Any, annotation: Any, key: int) -> IndirectObject:
        """An element for a link, in the paragraph that it is in, with what it leads to as words."""
        link = annotation.get_object()
        height = float(page.mediabox.height)
        middle = (float(link["/Rect"][1]) + float(link["/Rect"][3])) / 2
        margin = (height - self._about.height) / 2
        parent = self._element_of(
            self._block(number * self._about.height + height - margin - middle)
        )
        element = self._inside(parent, "/Link")
        element.content.append(
            DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/OBJR"),
                    NameObject("/Pg"): page.indirect_reference,
                    NameObject("/Obj"): link.indirect_reference,
                }
            )
        )
        link[NameObject("/StructParent")] = NumberObject(key)
        action = link.get("/A", {})
        words = action.get("/URI") or link.get("/Dest") or self._about.title
        link[NameObject("/Contents")] = TextStringObject(str(words))
        return element.ref

    def _bookmark(self) -> None:
        """A bookmark for each heading, inside that of the heading above it."""
        above: list[tuple[int, Any]] = []
        for top, kind, words in self._about.blocks:
            if kind <= 0 or not words:
                continue
            number = min(int(top // self._about.height), len(self._writer.pages) - 1)
            page = self._writer.pages[number]
            down = top - number * self._about.height
            margin = (float(page.mediabox.height) - self._about.height) / 2
            place = round(float(page.mediabox.height) - margin - down, 2)
            while above and above[-1][0] >= kind:
                above.pop()
            item = self._writer.add_outline_item(
                title=words,
                page_number=number,
                parent=above[-1][1] if above else None,
                fit=Fit.xyz(top=place),
            )
            above.append((kind, item))


def _matrix(operands: Any) -> _Matrix:
    a, b, c, d, e, f = (float(each) for each in operands)
    return (a, b, c, d, e, f)


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )
