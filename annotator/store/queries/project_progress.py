"""The figures of the project's dashboard, from the tallies and the change log."""

from __future__ import annotations

from collections import Counter

import msgspec

from annotator.core.metrics.project_progress import (
    AnalystProgress,
    JudgedSuggestions,
    ProjectProgress,
    UnsureArticle,
    forecast_s,
    median_seconds,
    seconds_by_article,
)

from ..database.connection import Connection

CLAIMS = "CLAIM"  # stands for a label where claims are counted with entities
_MOST_DOUBTFUL = 50
_COUNTS = msgspec.json.Decoder(dict[str, int])


def dashboard(conn: Connection) -> ProjectProgress:
    """Everything at once; 100,000 articles take about a second."""
    articles = conn.execute("SELECT count(*) FROM article").fetchone()[0]
    touched = conn.execute(
        "SELECT count(DISTINCT article_id) FROM layer WHERE role = 'analyst'"
    ).fetchone()[0]
    people = _people(conn)
    drafts = conn.execute(
        "SELECT count(*) FROM layer WHERE role = 'analyst' AND status = 'draft'"
    ).fetchone()[0]
    return ProjectProgress(
        articles=articles,
        untouched=articles - touched,
        people=people,
        labels=_labels(conn),
        judged=_judged(conn),
        doubtful=_doubtful(conn),
        left_s=forecast_s(people, articles - touched + drafts),
    )


def _people(conn: Connection) -> tuple[AnalystProgress, ...]:
    statuses: dict[str, dict[str, int]] = {}
    sums: Counter[tuple[str, str]] = Counter()
    sql = (
        "SELECT tally.author, tally.status, count(*), sum(entities + claims), sum(unsure)"
        " FROM tally JOIN layer ON layer.id = layer_id WHERE role = 'analyst'"
        " GROUP BY tally.author, tally.status"
    )
    for author, status, count, marks, unsure in conn.execute(sql):
        statuses.setdefault(author, {})[status] = count
        sums[author, "annotations"] += marks
        sums[author, "unsure"] += unsure
    spent = seconds_by_article(
        conn.execute(
            "SELECT author, article_id, at FROM change WHERE article_id IS NOT NULL ORDER BY seq"
        )
    )
    done: dict[str, list[str]] = {}
    sql = "SELECT author, article_id FROM layer WHERE role = 'analyst' AND status <> 'draft'"
    for author, article_id in conn.execute(sql):
        done.setdefault(author, []).append(article_id)
    return tuple(
        AnalystProgress(
            name=author,
            by_status=statuses[author],
            annotations=sums[author, "annotations"],
            unsure=sums[author, "unsure"],
            median_s=median_seconds(spent, author, done.get(author, ())),
        )
        for author in sorted(statuses)
    )


def _labels(conn: Connection) -> dict[str, int]:
    """How many annotations people made under each label."""
    found: Counter[str] = Counter()
    sql = (
        "SELECT labels, claims FROM tally JOIN layer ON layer.id = layer_id WHERE role = 'analyst'"
    )
    for labels, claims in conn.execute(sql):
        found.update(_COUNTS.decode(labels))
        found[CLAIMS] += claims
    return {label: count for label, count in found.most_common() if count}


def _judged(conn: Connection) -> dict[str, JudgedSuggestions]:
    """Decisions about suggestions of the machine, by their label."""
    found: dict[str, Counter[str]] = {}
    for label, table in (("t.label", "entity"), (f"'{CLAIMS}'", "claim")):
        sql = (
            f"SELECT {label}, decision, count(*) FROM judgement JOIN {table} AS t"
            " ON t.id = target_id JOIN layer ON layer.id = t.layer_id"
            " WHERE role = 'machine' GROUP BY 1, 2"
        )
        for name, decision, count in conn.execute(sql):
            found.setdefault(name, Counter())[decision] += count
    return {
        name: JudgedSuggestions(counts["accept"], counts["amend"], counts["reject"])
        for name, counts in sorted(found.items())
    }


def _doubtful(conn: Connection) -> tuple[UnsureArticle, ...]:
    sql = (
        "SELECT article.id, title, tally.author, unsure FROM tally"
        " JOIN article ON article.n = tally.n JOIN layer ON layer.id = layer_id"
        " WHERE unsure > 0 AND role = 'analyst' ORDER BY unsure DESC, article.n LIMIT ?"
    )
    return tuple(UnsureArticle(*row) for row in conn.execute(sql, (_MOST_DOUBTFUL,)))
