"""Small files as other programs write them, for the tests of their readers."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

LONG = (
    "Il consiglio comunale ha approvato ieri sera il bilancio del prossimo anno, dopo una "
    "discussione di sette ore. I voti favorevoli sono stati undici, i contrari cinque."
)
Shown = tuple[float, float, float, str]  # x, y, size, text


def a_pdf(
    pages: Sequence[Sequence[Shown]], *, info: Mapping[str, str] = {}, extra: str = ""
) -> bytes:
    """A PDF that shows texts at places, in Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects.append(font)
    told = " ".join(f"/{key} ({value})" for key, value in info.items())
    objects.append(f"<< {told} >>")
    kids = []
    for page in pages:
        content = "\n".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET"
            for x, y, size, text in page
        )
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> {extra} >>"
        )
        objects.append(
            f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _put_together(objects)


def columns(texts: Sequence[Sequence[str]], *, top: float = 700, width: float = 180) -> list[Shown]:
    """Lines of type below each other, in columns beside each other."""
    return [
        (40 + number * width, top - 12 * row, 10, line)
        for number, lines in enumerate(texts)
        for row, line in enumerate(lines)
    ]


def a_zip(files: Mapping[str, bytes | str]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return made.getvalue()


def put(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _escaped(text: str) -> str:
    for each in "\\()":
        text = text.replace(each, "\\" + each)
    return text


def _put_together(objects: Sequence[str]) -> bytes:
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    made += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\n"
        f"startxref\n{start}\n%%EOF\n"
    ).encode()
    return bytes(made)


def damaged(whole: bytes, number: int, chance: random.Random, *, most: int = 6) -> bytes:
    """*whole* cut off (every third time), or with 1 to *most* of its bytes being others."""
    content = bytearray(whole)
    if number % 3:
        for _ in range(chance.randint(1, most)):
            content[chance.randrange(len(content))] = chance.randrange(256)
    else:
        del content[chance.randrange(len(content)) :]
    return bytes(content)
