"""Spans as a Parquet table, for pandas, DuckDB, Spark ...: a row for each span of an annotation.

Written with pyarrow, which is an extra: ``pip install vaglio[parquet]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.errors import ExportFault
from annotator.core.model import Attribution, Claim, Entity, Span

from ..spec import Format, Report, lose_others, lose_sources
from .shared.flat_spans import CLAIM
from .shared.span_graph import ROLES, features_of

ROWS = 50_000  # in a row group: what is held in memory
WHY = "The table holds a row for each span of an annotation."
#: Columns and their types in Arrow's words.
COLUMNS = {
    "article": "string",
    "sha256": "string",
    "title": "string",
    "publisher": "string",
    "published": "string",
    "url": "string",
    "language": "string",
    "layer": "string",
    "annotator": "string",
    "role": "string",
    "status": "string",
    "annotation": "string",  # id: rows that share it are one annotation
    "label": "string",  # of an entity; CLAIM, SOURCE, CUE or CONTENT
    "start": "int32",  # code points
    "end": "int32",
    "text": "string",
    "claims": "list",  # ids of the claims that an attribution is about
    "details": "map",  # whatever else is said of the annotation
}


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """A table with the `COLUMNS`.

    Raises:
        ExportFault: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter
    except ImportError as err:
        raise ExportFault(
            "Parquet files need the package pyarrow, which is not installed",
            hint="Install it where Vaglio is: python -m pip install pyarrow",
        ) from err
    kinds = {
        "string": pa.string(),
        "int32": pa.int32(),
        "list": pa.list_(pa.string()),
        "map": pa.map_(pa.string(), pa.string()),
    }
    schema = pa.schema([(name, kinds[kind]) for name, kind in COLUMNS.items()])
    waiting: list[tuple[Any, ...]] = []
    with ParquetWriter(out, schema, compression="zstd") as table:

        def send() -> None:
            columns = zip(*waiting, strict=True)
            arrays = [pa.array(each, f.type) for each, f in zip(columns, schema, strict=True)]
            table.write_table(pa.Table.from_arrays(arrays, schema=schema))
            waiting.clear()

        for annotated_article in annotated_articles:
            for contents in annotated_article.layers:
                waiting += _rows(annotated_article, contents)
                report.lines += 1
                _tell(annotated_article, contents, report)
                if len(waiting) >= ROWS:
                    send()
        if waiting:
            send()


def _rows(
    annotated_article: AnnotatedArticle, contents: LayerContents
) -> Iterator[tuple[Any, ...]]:
    article, layer = annotated_article.article, contents.layer
    about = (article.id, article.sha256, article.title, article.publisher, article.published)
    about_layer = (layer.id, layer.author, layer.role, layer.status)
    known = (*about, article.url, article.language, *about_layer)
    text = article.text
    for record, label, spans in _marked(contents):
        details = list(features_of(record).items())
        if isinstance(record, Claim) and record.part_of:
            details.append(("part_of", record.part_of))
        if isinstance(record, Attribution) and record.nested_in:
            details.append(("nested_in", record.nested_in))
        claims = list(record.claims) if isinstance(record, Attribution) else None
        for span in spans:
            place = (span.start, span.end, span.of(text))
            yield (*known, record.id, label, *place, claims, details)


def _marked(
    contents: LayerContents,
) -> Iterator[tuple[Entity | Claim | Attribution, str, tuple[Span, ...]]]:
    for entity in contents.entities:
        yield entity, entity.label, (entity.span,)
    for claim in contents.claims:
        yield claim, CLAIM, claim.spans
    for attribution in contents.attributions:
        for label, name in ROLES.items():
            yield attribution, label, getattr(attribution, name)


def _tell(annotated_article: AnnotatedArticle, contents: LayerContents, report: Report) -> None:
    records = (contents.entities, contents.claims, contents.attributions)
    report.carried += sum(map(len, records))
    lose_sources(report, annotated_article, contents, WHY)
    lose_others(report, annotated_article, contents, "evidence verdicts judgements rulings", WHY)


FORMAT = Format(
    name="parquet",
    title="Table of all spans (Parquet)",
    use="A row for each span, for pandas, DuckDB and the like. It needs pyarrow.",
    group="training",
    suffixes=(".parquet",),
    writer=write,
    tried=("pyarrow 26.0.1",),
)
