"""How far a project is, and where its machine is weak: figures that the work itself leaves behind.

Time comes from the change log alone: what lies between two edits of one person counts as work if
it is no longer than `PAUSE_S`. Nothing else that people do is recorded or looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from statistics import median

from msgspec import Struct

PAUSE_S = 300
"""A longer gap between two edits was a pause (seconds)."""


class JudgedSuggestions(Struct, frozen=True):
    """What people decided about the machine's suggestions under one label."""

    accepted: int = 0
    amended: int = 0
    rejected: int = 0

    @property
    def total(self) -> int:
        return self.accepted + self.amended + self.rejected

    @property
    def accepted_share(self) -> float | None:
        """How often it was right as it was; None where nothing was decided."""
        return self.accepted / self.total if self.total else None


class AnalystProgress(Struct, frozen=True):
    """One analyst's share of the work; *median_s* is the time for an article that was submitted."""

    name: str
    by_status: dict[str, int]
    annotations: int
    unsure: int
    median_s: float | None = None

    @property
    def articles(self) -> int:
        return sum(self.by_status.values())


class UnsureArticle(Struct, frozen=True):
    """An article in which somebody marked annotations as unsure."""

    article_id: str
    title: str
    author: str
    unsure: int


class ProjectProgress(Struct, frozen=True):
    """*untouched* articles have no analyst's layer; *left_s* is a forecast for what is not submitted."""

    articles: int
    untouched: int
    people: tuple[AnalystProgress, ...] = ()
    labels: dict[str, int] = {}
    judged: dict[str, JudgedSuggestions] = {}
    doubtful: tuple[UnsureArticle, ...] = ()
    left_s: float | None = None


Stamp = tuple[str, str, str]  # author, article, when (ISO 8601)


def seconds_by_article(stamps: Iterable[Stamp]) -> dict[tuple[str, str], float]:
    """Seconds of work by (author, article), from the edits of each author in order of time."""
    spent: dict[tuple[str, str], float] = {}
    before: dict[str, datetime] = {}
    for author, article_id, at in stamps:
        then = datetime.fromisoformat(at)
        gap = (then - before[author]).total_seconds() if author in before else PAUSE_S + 1.0
        before[author] = then
        key = (author, article_id)
        spent[key] = spent.get(key, 0.0) + (gap if 0 <= gap <= PAUSE_S else 0.0)
    return spent


def median_seconds(
    spent: Mapping[tuple[str, str], float], author: str, done: Iterable[str]
) -> float | None:
    """The median time of *author* for the articles *done*; None where none was timed."""
    found = [spent[author, id_] for id_ in done if spent.get((author, id_))]
    return median(found) if found else None


def forecast_s(people: Iterable[AnalystProgress], open_articles: int) -> float | None:
    """Time for what is left at the pace so far: the median of the people's medians."""
    paces = [each.median_s for each in people if each.median_s]
    return median(paces) * open_articles if paces else None
