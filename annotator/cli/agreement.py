"""``vaglio agreement``: how far people agree, as a table, JSON or a page with pictures."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from msgspec.structs import replace

from annotator.core.metrics.agreement import ORDERED, Agreement
from annotator.core.metrics.intervals import Coefficient
from annotator.services.agreement import agreement, gamma
from annotator.services.charts import LIGHT, confusion, heat_map, label_bars, month_bars, written
from annotator.store import Store

from .options import add_json, add_project
from .output import DONE, clear, print_json, progress, say

_TITLES = {
    "exact": "entities, same words and label: F1",
    "overlapping": "entities, words in common, same label: F1",
    "blind": "entities, same words, whatever label: F1",
    "alpha": "characters: Krippendorff's alpha",
    "alpha_u": "where units begin and end: alpha_U",
    "claims": "claims, half of the words in common: F1",
    "speakers": "who says the claims that both marked: F1",
    "gamma": "entities, aligned: Mathet's gamma",
}
_SUBJECTS = {"entities": "Entities", "claims": "Claims", "speakers": "Who says it"}
_METHODS = (
    "Two layers are matched pair by pair, each annotation once, so that all are as close as can be"
    " (maximum weight matching); F1 = 2 · alike / (one’s + the other’s).",
    "κ: Cohen (1960), of check-worthiness with squared weights (1968). α over characters: Krippendorff"
    " (2004), nominal. α_U: Krippendorff (1995), over the articles that all share, or else over what"
    " each two share, observed and expected disagreement summed. γ: Mathet, Widlöcher and Métivier (2015).",
    "In brackets: 95 % interval by the jackknife over articles (Tukey 1958) with Student’s t, on the logit"
    " of shares and the logarithm of disagreements, half an item added. n: annotations or characters"
    " compared.",
    "Good and fair: the lower end of the interval is at least .80 and .667. These are Krippendorff’s"
    " bounds for α (2004, p. 241); for F1 they are a convention.",
)

_CSS = """
body { background: #fff; color: #1b1e22; font: 16px/1.5 system-ui, sans-serif; max-width: 52rem;
  margin: 2.5rem auto; padding: 0 1.25rem; } h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
p { color: #5f6770; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .8rem; border-bottom: 1px solid #d9dde2; text-align: right; }
th:first-child, td:first-child { text-align: left; } svg { max-width: 100%; height: auto; }
svg text { font-family: system-ui, sans-serif; }
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "--layers", metavar="NAMES", help="whose: names, machine, gold, with commas between"
    )
    parser.add_argument("--drafts", action="store_true", help="count what is not submitted, too")
    parser.add_argument("--gamma", action="store_true", help="by pygamma-agreement, if it is there")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page with pictures")
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    names = [name for name in (given.layers or "").split(",") if name]
    with Store.open(given.project, readonly=True) as store:
        found = agreement(store, names, drafts=given.drafts, on_progress=progress(given))
        if given.gamma:
            measured = gamma(store, names, drafts=given.drafts, on_progress=progress(given))
            more = {**(found.measures or {}), "gamma": measured}
            found = replace(found, measures=more)
    clear(given)
    if given.html:
        given.html.write_text(page(found), encoding="utf-8")
        say(f"Wrote {given.html}")
    if given.json:
        print_json(found)
    elif not given.html:
        print("\n".join(report(found)))
    return DONE


def rows(found: Agreement) -> Iterator[tuple[str, Coefficient]]:
    """Every figure over all pairs, with its title."""
    for name, each in found.figures():
        if name in found.attributes:
            kind = "weighted kappa" if name == ORDERED else "kappa"
            yield f"{name.replace('.', ', ').replace('_', '-')}: {kind}", each
        else:
            yield _TITLES.get(name, name), each


def report(found: Agreement) -> Iterator[str]:
    """The lines of the table."""
    yield f"{len(found.authors)} annotators ({', '.join(found.authors)}), {found.articles} articles"
    yield ""
    for name, each in rows(found):
        yield f"{name:<46}{_said(each):>24}   n = {each.n:,}"
    yield ""
    for subject, _, sentence in found.conclusions():
        yield f"{_SUBJECTS[subject]}: {sentence}"
    yield ""
    for pair in found.pairs:
        yield (
            f"{pair.one} – {pair.other}: F1 {written(pair.exact.value)}, kappa"
            f" {written(pair.kappa.value)}, claims {written(pair.claims.value)}"
            f" ({pair.articles} articles)"
        )
    yield ""
    for label, each in found.labels.items():
        yield f"{label:<46}{_said(each):>24}   n = {each.n:,}"
    yield ""
    yield "least agreement:"
    for article in found.worst[:5]:
        yield f"  {written(article.exact)}  {article.title} ({article.differences} differences)"


def _said(each: Coefficient) -> str:
    if each.low is None:
        return written(each.value)
    return f"{written(each.value)} [{written(each.low)}, {written(each.high)}]"


def page(found: Agreement) -> str:
    """The whole report as one HTML file: no script, nothing from outside."""
    names = ", ".join(found.authors)
    parts = [
        "<h1>Agreement</h1>",
        f"<p>{escape(names)} · {found.articles} articles</p>",
        "<ul>",
        *(
            f"<li>{_SUBJECTS[subject]}: {escape(str(sentence))}</li>"
            for subject, _, sentence in found.conclusions()
        ),
        "</ul>",
        *_table(rows(found)),
        "<h2>Each two annotators (F1)</h2>",
        heat_map(found, LIGHT),
        "<h2>By label (F1)</h2>",
        label_bars(found, LIGHT),
        "<h2>Which label for which</h2>",
        confusion(found, LIGHT),
        "<h2>Over time (F1)</h2>",
        month_bars(found, LIGHT),
        "<h2>Articles with least agreement</h2>",
        "<table><tr><th>article</th><th>entities</th><th>claims</th><th>differences</th></tr>",
        *(
            f"<tr><td>{escape(each.title)}</td><td>{written(each.exact)}</td>"
            f"<td>{written(each.claims)}</td><td>{each.differences}</td></tr>"
            for each in found.worst
        ),
        "</table>",
        "<h2>All figures</h2>",
        *_table(found.every_figure()),
        "<h2>Methods</h2>",
        *(f"<p>{escape(words)}</p>" for words in _METHODS),
    ]
    head = f'<meta charset="utf-8"><title>Agreement</title><style>{_CSS}</style>'
    body = "".join(parts)
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>\n'


def _table(figures: Iterable[tuple[str, Coefficient]]) -> Iterator[str]:
    yield "<table><tr><th></th><th></th><th>n</th><th>articles</th></tr>"
    for name, each in figures:
        value = f"<td>{escape(name)}</td><td>{_said(each)}</td>"
        yield f"<tr>{value}<td>{each.n:,}</td><td>{each.articles:,}</td></tr>"
    yield "</table>"
