"""Bad input: is the time for twice as much text twice the time?

    python benchmarks/hostile.py                  every kind at 50,000 and 100,000 characters
    python benchmarks/hostile.py --size 500000    … at 500,000 and a million

Processor time, so that a busy machine does not count; "growth" is 2.0 where it is linear. More than
3 is a fault, and the exit code says so.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.core.model import Article
from annotator.core.text import canonical
from annotator.suggest import suggest

_MOST = 3.0
_NEWS = Path(__file__).resolve().parent.parent / "seeds"


def _news(size: int) -> str:
    text = "\n\n".join(p.read_text("utf-8") for p in sorted(_NEWS.glob("*.txt")))
    return (text * (size // len(text) + 1))[:size]


def _mixed(size: int) -> str:
    parts = (
        "Il sindaco ha detto che piove. ",
        "The mayor said so. ",
        "北京发生了什么。",
        "Москва. ",
    )
    return ("".join(parts) * (size // 60 + 1))[:size]


KINDS: dict[str, Callable[[int], str]] = {
    "news": _news,
    "one repeated word": lambda size: "governo " * (size // 8),
    "one repeated name": lambda size: "Rossi " * (size // 6),
    "one word without end": lambda size: "a" * size,
    "capitals": lambda size: "GOVERNO ITALIANO " * (size // 17),
    "Chinese": lambda size: "北京发生了什么事情。" * (size // 10),
    "mixed languages": _mixed,
    "remains of HTML": lambda size: (
        '<div class="a"><p>Roma &amp; Milano</p></div>\n' * (size // 44)
    ),
    "quotation marks": lambda size: "«" * (size // 2) + "»" * (size // 2),
    "500 levels of quotation": lambda size: ("«disse " * 500 + "»" * 500) * (size // 4000 + 1),
    "brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "one line": lambda size: _news(size).replace("\n", " "),
    "commas": lambda size: "Rossi, Bianchi, " * (size // 16),
    "figures": lambda size: "3,5 milioni di euro 12% " * (size // 24),
    "stops": lambda size: "." * size,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=50_000)
    parser.add_argument("--kind", choices=KINDS, action="append")
    asked = parser.parse_args()
    seconds("Il sindaco Mario Rossi ha detto che piove.")  # load everything
    is_well = True
    for name in asked.kind or KINDS:
        once, twice = (seconds(KINDS[name](n * asked.size)) for n in (1, 2))
        growth = twice / max(once, 0.05)
        is_well &= growth <= _MOST
        print(f"{name:24s} {once:7.2f} s {twice:7.2f} s   growth {growth:4.1f}")
    return 0 if is_well else 1


def seconds(text: str) -> float:
    """Processor time for the suggestions of *text*; every span is checked."""
    article = Article(id="a", title="", text=canonical(text), sha256="", language="it")
    began = time.process_time()
    made = suggest(article, layer_id="l")
    taken = time.process_time() - began
    assert all(e.span.end <= len(article.text) for e in made.entities)
    return taken


if __name__ == "__main__":
    sys.exit(main())
