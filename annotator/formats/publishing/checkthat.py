"""CheckThat! Lab's table for check-worthiness: a sentence a row. Written only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.text import sentences

from ..spec import Format, Report, lose_others

WORTHY = 2  # of 3: from here on a claim is worth checking
_HEAD = "sentence_id\tsentence\tclass_label\n"
_WHY = "CheckThat! holds sentences, and whether they are worth checking."


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """``Yes`` where a claim in the sentence is worth checking, else ``No``."""
    out.write(_HEAD.encode())
    for annotated_article in annotated_articles:
        for contents in annotated_article.layers:
            _write_layer(annotated_article, contents, out, report)
            others = "entities attributions evidence verdicts judgements rulings"
            lose_others(report, annotated_article, contents, others, _WHY)


def _write_layer(
    annotated_article: AnnotatedArticle, contents: LayerContents, out: BinaryIO, report: Report
) -> None:
    article = annotated_article.article
    worthy = [c for c in contents.claims if c.check_worthiness >= WORTHY]
    for number, sentence in enumerate(sentences(article.text), 1):
        words = " ".join(sentence.of(article.text).split())
        if not words:
            continue
        has_worthy = any(span.overlaps(sentence) for claim in worthy for span in claim.spans)
        row = (f"{article.id}-{number}", words, "Yes" if has_worthy else "No")
        out.write(("\t".join(row) + "\n").encode())
        report.lines += 1
    report.carried += len(worthy)
    for claim in contents.claims:
        if claim.check_worthiness < WORTHY:
            words = claim.spans[0].of(article.text)
            report.lose("a claim", "It is not worth checking.", title=article.title, words=words)


FORMAT = Format(
    name="checkthat",
    title="CheckThat! sentences worth checking (TSV)",
    use="Sentences, and whether they are worth checking.",
    group="fact-checking",
    suffixes=(".tsv",),
    writer=write,
)
