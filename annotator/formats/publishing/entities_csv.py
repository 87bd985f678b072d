"""The entities as a table for a spreadsheet, in which no cell is taken for a formula. Written only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from annotator.core.annotated_article import AnnotatedArticle

from ..spec import Format, Report, lose_others
from .claims_csv import table_row

COLUMNS = (
    "article",
    "url",
    "published",
    "author",
    "start",
    "end",
    "label",
    "words",
    "subtype",
    "normalized",
    "kb_id",
    "unsure",
    "note",
)


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """A row for each entity; offsets are code points. UTF-8 with its mark, for spreadsheets."""
    out.write(b"\xef\xbb\xbf" + table_row(COLUMNS))
    for annotated_article in annotated_articles:
        article = annotated_article.article
        for contents in annotated_article.layers:
            about = (article.title, article.url, article.published, contents.layer.author)
            for entity in contents.entities:
                place = (str(entity.span.start), str(entity.span.end))
                said = (
                    entity.label,
                    entity.span.of(article.text),
                    entity.subtype,
                    entity.normalized,
                )
                rest = (entity.kb_id, "yes" if entity.unsure else "", entity.note)
                out.write(table_row((*about, *place, *said, *rest)))
                report.lines += 1
            report.carried += len(contents.entities)
            others = "claims attributions evidence verdicts judgements rulings"
            lose_others(report, annotated_article, contents, others, "The table holds entities.")


FORMAT = Format(
    name="entities-csv",
    title="Entities for a spreadsheet (CSV)",
    use="A row for each name, with its article and its id.",
    group="publishing",
    suffixes=(".csv",),
    writer=write,
)
