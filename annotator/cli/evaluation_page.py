"""An evaluation as one HTML file with its picture: no script, nothing from outside, light and dark.

The three hues are Okabe and Ito's, which colour-blind readers can tell apart; beside every bar
stands its value, so that none has to be told by its colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from annotator.core.metrics.evaluation import Evaluation, Score, Scores
from annotator.core.review.matching import NOTHING
from annotator.services.evaluation import EvaluationResult

from .output import share

_CSS = """
:root { color-scheme: light dark; --page: #fdfcfa; --ink: #23221f; --faint: #6b6862; --line: #dedad2;
  --exact: #0072b2; --near: #d55e00; --token: #008060; --cell: 0, 114, 178; }
@media (prefers-color-scheme: dark) { :root { --page: #1b1c1e; --ink: #e9e6e0; --faint: #a5a19a;
  --line: #3b3c40; --exact: #56b4e9; --near: #e69f00; --token: #2bc49a; --cell: 86, 180, 233; } }
body { background: var(--page); color: var(--ink); font: 16px/1.45 system-ui, sans-serif;
  max-width: 60rem; margin: 2.5rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2.2rem 0 .6rem; }
p, caption { color: var(--faint); text-align: left; } table { border-collapse: collapse; }
.wide { overflow-x: auto; }
th, td { padding: .22rem .7rem; text-align: right; border-bottom: 1px solid var(--line);
  font-variant-numeric: tabular-nums; white-space: nowrap; }
th { font-weight: 600; } th:first-child, td:first-child, td.title { text-align: left; }
td.title { white-space: normal; } td.cell { min-width: 2.6rem; text-align: center; }
td.right { outline: 2px solid var(--faint); outline-offset: -2px; }
svg { width: 100%; height: auto; } svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
svg .faint { fill: var(--faint); } svg line { stroke: var(--line); }
.exact { fill: var(--exact); } .near { fill: var(--near); } .token { fill: var(--token); }
"""
_LEFT, _BAR, _ROOM, _WIDTH = 130, 11, 44, 880  # px


def page(measured: EvaluationResult) -> str:
    """The whole file."""
    found = measured.evaluation
    title = f"{measured.found} measured by {measured.gold}"
    parts = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{found.articles} articles{escape(_aside(measured))}</p>",
        "<h2>Entities: F1 by label</h2>",
        *_chart(found),
        "<h2>Entities in figures</h2>",
        *_entities(found),
        "<h2>Claims and attributions</h2>",
        *_claims(found),
        "<h2>Which label for which</h2>",
        *_confusion(found),
        "<h2>Articles with most mistakes</h2>",
        *_worst(found),
    ]
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_CSS}</style>'
    view = '<meta name="viewport" content="width=device-width, initial-scale=1">'
    return f'<!doctype html><html lang="en"><head>{head}{view}</head><body>{"".join(parts)}</body></html>\n'


def _aside(measured: EvaluationResult) -> str:
    left = measured.only_gold + measured.only_found
    return f"; {left} that only one of the two has are left out" if left else ""


def _chart(found: Evaluation) -> Iterator[str]:
    """Three bars a label: the same span and label, the same label overlapping, token by token."""
    rows: list[tuple[str, list[float | None]]] = [
        (label, [score.by_label.get(label, Score()).f1 for score in _three(found)])
        for label in found.exact.by_label
    ]
    rows.append(("all (micro)", [score.micro.f1 for score in _three(found)]))
    rows.append(("mean (macro)", [score.macro_f1 for score in _three(found)]))
    height = 30 + len(rows) * _ROOM
    yield f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="F1 of each label">'
    names = (("exact", "exact"), ("near", "overlap"), ("token", "token"))
    for number, (style, name) in enumerate(names):
        at = _LEFT + number * 110
        yield f'<rect class="{style}" x="{at}" y="4" width="12" height="12" rx="2"/>'
        yield f'<text x="{at + 18}" y="15">{name}</text>'
    for number, (label, values) in enumerate(rows):
        yield from _bars(label, values, 30 + number * _ROOM)
    yield "</svg>"


def _three(found: Evaluation) -> tuple[Scores, ...]:
    return (found.exact, found.overlapping, found.tokens)


def _bars(label: str, values: Sequence[float | None], top: int) -> Iterator[str]:
    room = _WIDTH - _LEFT - 50
    yield f'<line x1="0" x2="{_WIDTH}" y1="{top}" y2="{top}"/>'
    yield f'<text x="0" y="{top + 26}">{escape(label)}</text>'
    for number, (style, value) in enumerate(zip(("exact", "near", "token"), values, strict=True)):
        y = top + 4 + number * (_BAR + 2)
        width = round((value or 0) * room, 1)
        yield f'<rect class="{style}" x="{_LEFT}" y="{y}" width="{width}" height="{_BAR}" rx="2"/>'
        yield f'<text class="faint" x="{_LEFT + width + 6}" y="{y + 10}">{share(value)}</text>'


def _entities(found: Evaluation) -> Iterator[str]:
    heads = ("label", "gold", "found", "right", "P", "R", "F1", "F1 overlap", "F1 token")
    rows = []
    for label, score in found.exact.by_label.items():
        near = found.overlapping.by_label.get(label, Score())
        token = found.tokens.by_label.get(label, Score())
        rows.append((label, *_cells(score), share(near.f1), share(token.f1)))
    all_ = (*_cells(found.exact.micro), share(found.overlapping.micro.f1))
    rows.append(("all (micro)", *all_, share(found.tokens.micro.f1)))
    yield from _table(heads, rows)
    yield "<p>Token: one decision for each word, as NERMuD counts; of nested entities the outer one.</p>"


def _cells(score: Score) -> tuple[str, ...]:
    counts = (str(score.gold), str(score.found), str(score.right))
    return (*counts, share(score.precision), share(score.recall), share(score.f1))


def _claims(found: Evaluation) -> Iterator[str]:
    named = (
        ("claims, half the words in common", found.claims),
        ("claims, the same words", found.claims_exact),
        ("claims to check (2 or 3)", found.check_worthy),
        ("same kind, of the claims found", found.kinds),
        ("same check-worthiness, of the claims found", found.worthiness),
        ("attributions: cue", found.cues),
        ("attributions: source, where the cue is found", found.sources),
        ("attributions: source, the same words", found.sources_exact),
    )
    heads = ("", "gold", "found", "right", "P", "R", "F1")
    yield from _table(heads, [(name, *_cells(score)) for name, score in named])


def _confusion(found: Evaluation) -> Iterator[str]:
    labels = _labels_in(found)
    yield '<div class="wide"><table><caption>Rows: gold. Columns: found. Framed: right.</caption><tr><th></th>'
    yield "".join(f"<th>{escape(label or 'nothing')}</th>" for label in labels)
    yield "</tr>"
    for wanted in labels:
        row = found.confusion.get(wanted, {})
        whole = sum(row.values())
        yield f"<tr><th>{escape(wanted or 'nothing')}</th>"
        for made in labels:
            yield _cell(row.get(made, 0), whole, is_right=bool(wanted) and wanted == made)
        yield "</tr>"
    yield "</table></div>"


def _labels_in(found: Evaluation) -> list[str]:
    """Every label of the confusion, the commonest first, nothing last."""
    sums: dict[str, int] = {}
    for wanted, row in found.confusion.items():
        for made, count in row.items():
            sums[wanted] = sums.get(wanted, 0) + count
            sums[made] = sums.get(made, 0) + count
    known = sorted((label for label in sums if label), key=lambda label: (-sums[label], label))
    return [*known, NOTHING]


def _cell(count: int, whole: int, *, is_right: bool) -> str:
    shade = round(0.55 * count / whole, 3) if whole else 0
    style = f' style="background: rgba(var(--cell), {shade})"' if count else ""
    kind = "cell right" if is_right else "cell"
    return f'<td class="{kind}"{style}>{count or "·"}</td>'


def _worst(found: Evaluation) -> Iterator[str]:
    heads = ("title", "mistakes", "entities F1", "claims F1")
    rows = [
        (each.title, str(each.mistakes), share(each.entities.f1), share(each.claims.f1))
        for each in found.worst
    ]
    yield from _table(heads, rows, first="title")


def _table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], *, first: str = ""
) -> Iterator[str]:
    yield '<div class="wide"><table><tr>'
    yield "".join(f"<th>{escape(head)}</th>" for head in heads)
    yield "</tr>"
    for head, *cells in rows:
        yield f'<tr><td class="{first}">{escape(head)}</td>'
        yield "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        yield "</tr>"
    yield "</table></div>"
