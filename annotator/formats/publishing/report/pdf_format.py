"""The report on paper: the web page, printed by Qt in a process of its own. Written only."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from io import BytesIO
from typing import BinaryIO

import msgspec

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ExportFault
from annotator.isolation.child import child

from ...spec import Format, Report, why_of
from . import format as page

_LONGEST_S = 600


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """The whole report is held in memory: it is for articles, not for a corpus."""
    html = BytesIO()
    page.write(annotated_articles, html, report)
    out.write(printed(html.getvalue()))


def printed(html: bytes) -> bytes:
    """*html* as tagged PDF, in the same bytes each time; a process prints. Raises ExportFault."""
    printer = child(
        "annotator.ui.background.print_pdf:main",
        variables={"QT_QPA_PLATFORM": "offscreen", "TZ": "UTC", "QT_HASH_SEED": "0"},
    )
    try:
        done = subprocess.run(
            printer.command,
            input=html,
            stdout=subprocess.PIPE,
            env=printer.environment,
            timeout=_LONGEST_S,
            check=True,
        )
    except (subprocess.SubprocessError, OSError) as err:
        raise ExportFault(
            "The report could not be printed ({why})",
            hint="Choose fewer articles, or export it as a web page and print that.",
            why=why_of(err),
        ) from err
    from .tagged_pdf import PrintedReport, tagged  # pypdf is for who prints

    about, _, content = done.stdout.partition(b"\n")
    return tagged(content, msgspec.json.decode(about, type=PrintedReport))


FORMAT = Format(
    name="report-pdf",
    title="Report to print (PDF)",
    use="The same, to print or to send.",
    group="publishing",
    suffixes=(".pdf",),
    writer=write,
)
