"""CheckThat! Lab's table for check-worthiness: a sentence a row. Written only.

The lab named its columns anew from year to year, and those who take part read them by name: a
variant is the table of one task. Without one it is that of transcripts, in 2023 and 2024.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from msgspec import Struct

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.text import sentences

from ..spec import Format, Report, lose_others

WORTHY = 2  # of 3: from here on a claim is worth checking
_WHY = "CheckThat! holds sentences, and whether they are worth checking."


class Table(Struct, frozen=True):
    """Columns of a year's task: each has the ``id``, ``url``, ``topic``, ``text`` or ``label``."""

    columns: tuple[tuple[str, str], ...]
    labels: tuple[str, str] = ("No", "Yes")

    def write(
        self, annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report
    ) -> None:
        """The second label where a claim in the sentence is worth checking, else the first."""
        out.write(("\t".join(name for name, _ in self.columns) + "\n").encode())
        for annotated_article in annotated_articles:
            for contents in annotated_article.layers:
                _write_layer(self, annotated_article, contents, out, report)
                others = "entities attributions evidence verdicts judgements rulings"
                lose_others(report, annotated_article, contents, others, _WHY)


_TWEET = (("tweet_id", "id"), ("tweet_url", "url"), ("tweet_text", "text"))
_LABEL = ("class_label", "label")
TRANSCRIPTS = Table((("Sentence_id", "id"), ("Text", "text"), _LABEL))
TWEETS = Table((*_TWEET, _LABEL))
TOPICS = Table((("topic", "topic"), *_TWEET, _LABEL), ("0", "1"))


def _write_layer(
    table: Table,
    annotated_article: AnnotatedArticle,
    contents: LayerContents,
    out: BinaryIO,
    report: Report,
) -> None:
    article = annotated_article.article
    worthy = [c for c in contents.claims if c.check_worthiness >= WORTHY]
    for number, sentence in enumerate(sentences(article.text), 1):
        words = " ".join(sentence.of(article.text).split())
        if not words:
            continue
        has_worthy = any(span.overlaps(sentence) for claim in worthy for span in claim.spans)
        cells = {
            "id": f"{article.id}-{number}",
            "url": article.url or "",
            "topic": " ".join(article.title.split()),
            "text": words,
            "label": table.labels[has_worthy],
        }
        out.write(("\t".join(cells[of] for _, of in table.columns) + "\n").encode())
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
    writer=TRANSCRIPTS.write,
    variants={
        "2024-english": TRANSCRIPTS.write,
        "2024-tweets": TWEETS.write,  # Arabic, Dutch and Spanish
        "2023-english": TRANSCRIPTS.write,
        "2022-tweets": TOPICS.write,
    },
)
