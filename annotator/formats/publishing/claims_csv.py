"""The claims as a table for a spreadsheet, in which no cell is taken for a formula. Written only."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from annotator.core.annotated_article import AnnotatedArticle

from ..spec import Format, Report, lose_others
from .checked import CheckedClaim, checked, lose_of_claim

COLUMNS = (
    "article",
    "url",
    "published",
    "author",
    "claim",
    "words",
    "speaker",
    "kind",
    "check_worthiness",
    "certainty",
    "supports",
    "refutes",
    "context",
    "sources",
    "verdict",
    "rating",
    "justification",
    "decided",
)
# What a spreadsheet takes for the beginning of a formula, also as East Asian full-width forms; and
# the apostrophe itself, so that the one put before can be told from one that was there.
_ACTIVE = tuple("=+-@\t\r\n'＝＋－＠")


def safe(cell: str) -> str:
    """*cell* with an apostrophe before it where a spreadsheet could calculate it."""
    return f"'{cell}" if cell.startswith(_ACTIVE) else cell


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """A row for each claim. UTF-8 with its mark, by which spreadsheets know it."""
    out.write(b"\xef\xbb\xbf" + table_row(COLUMNS))
    for annotated_article in annotated_articles:
        for contents in annotated_article.layers:
            for each in checked(annotated_article, contents):
                out.write(table_row(cells(each, contents.layer.author)))
                report.lines += 1
                report.carried += 1 + bool(each.verdicts)
                for _ in each.verdicts[1:]:
                    why = "It was superseded, and the table holds one a claim."
                    lose_of_claim(report, each, "a verdict", why)
            why = "The table counts it, and holds a row for each claim."
            lose_others(report, annotated_article, contents, "evidence", why)
            why = "The table holds claims."
            lose_others(report, annotated_article, contents, "entities judgements rulings", why)


def cells(each: CheckedClaim, author: str) -> tuple[str, ...]:
    article, verdict = each.article, each.verdict
    stances = [e.stance for e in each.evidence]
    named = dict.fromkeys(e.source_id for e in each.evidence)
    sources = [each.sources[id_] for id_ in named if id_ in each.sources]
    return (
        article.title,
        article.url or "",
        article.published or "",
        author,
        each.text,
        each.words,
        each.speaker,
        each.claim.kind,
        str(each.claim.check_worthiness),
        each.claim.certainty,
        *(str(stances.count(s)) for s in ("supports", "refutes", "context")),
        " | ".join(source.url or source.title for source in sources),
        verdict.label if verdict else "",
        verdict.rating_name if verdict else "",
        verdict.justification if verdict else "",
        verdict.decided_at if verdict else "",
    )


def table_row(row: Iterable[str | None]) -> bytes:
    """A line of a table, each cell made safe."""
    out = io.StringIO()
    csv.writer(out).writerow([safe(cell or "") for cell in row])
    return out.getvalue().encode()


FORMAT = Format(
    name="claims-csv",
    title="Claims for a spreadsheet (CSV)",
    use="A row for each claim, for a spreadsheet.",
    group="publishing",
    suffixes=(".csv",),
    writer=write,
)
