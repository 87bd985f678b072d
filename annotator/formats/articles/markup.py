"""All the text of a piece of HTML, a paragraph a line: for mail, feeds and books, where nothing
around an article has to be told from it. Nothing is run and nothing is fetched.
"""

from __future__ import annotations

import re
from typing import Any

from ..zip_xml import local

_BREAKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body br caption center dd div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody "
        "td tfoot th thead tr ul",
    )
)
_LEFT_OUT = {"script", "style", "head", "template", "noscript", "rt", "rp", "svg", "math", "iframe"}
_LEFT_OUT |= {"object", "title"}
_SPACES = re.compile("[ \t\r\n\f]+")
_NUMBER = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


def text_of(page: str) -> str:
    """The text of *page*, without what is hidden in it."""
    root = root_of_page(page)
    return "" if root is None else words_of(root)


def words_of(root: Any) -> str:
    """The text in an element, a paragraph a line."""
    from lxml import etree

    parts: list[str] = []
    left_out = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = local(element)
        is_out = name in _LEFT_OUT or not name or _is_hidden(element) or _is_note_number(element)
        if event == "start":
            left_out += is_out
            if not left_out:
                parts += ("\n" if name in _BREAKS else "", _SPACES.sub(" ", element.text or ""))
            continue
        left_out -= is_out
        if not left_out:
            if name in _BREAKS:
                parts.append("\n")
            if element is not root:
                parts.append(_SPACES.sub(" ", element.tail or ""))
    lines = (_SPACES.sub(" ", line).strip(" ") for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line.strip())


def root_of_page(page: str) -> Any:
    """The root of a page or of a piece of one; None where there is nothing in it."""
    from lxml import etree

    page = _XML_DECLARATION.sub("", page.replace("\0", ""), count=1)
    if not page.strip():
        return None
    reader = etree.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(page, reader)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _is_note_number(element: Any) -> bool:
    """Whether it is the number by which a book leads to a note: it would stick to a word."""
    if any("noteref" in (element.get(name) or "") for name in ("epub:type", "role")):
        return True
    if "#" not in (element.get("href") or ""):
        return False
    is_raised = any(
        each is not None and local(each) == "sup" for each in (element.getparent(), *element)
    )
    return is_raised and _NUMBER.fullmatch("".join(element.itertext()).strip()) is not None


def _is_hidden(element: Any) -> bool:
    """Whether the sender hides it: newsletters begin with words for the list of mails only."""
    style = element.get("style") if hasattr(element, "get") else None
    return style is not None and re.search(r"display\s*:\s*none", style, re.I) is not None
