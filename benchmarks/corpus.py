"""Articles with annotations, as many as are wanted, each made of the sentences of one of ``seeds/``.

    python benchmarks/corpus.py 10000 > corpus.jsonl

Flat JSON lines: some 2,500 characters and 25 annotations each, four of them claims, with an emoji
in every second article. The same number always gives the same bytes.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
CHARACTERS, NAMES, CLAIMS = 2500, 21, 4
_SENTENCE = re.compile(r"\S[^\n]*?[.!?…»”](?=\s|$)")
_NAME = re.compile(r"\b[A-ZÀ-Ý]\w+(?: [A-ZÀ-Ý]\w+)*")
_LABELS = ("PER", "ORG", "LOC", "MISC")


def made_up(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """*count* lines: ``{"text", "spans": [{"start", "end", "label"}]}``."""
    chance = random.Random(seed)
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    by_text = [[found[0] for found in _SENTENCE.finditer(text)] for text in texts]
    for number in range(count):
        sentences = chance.choice(by_text)
        parts, places, length = [], [], 0
        while length < CHARACTERS:
            sentence = chance.choice(sentences)
            if number % 2 and not parts:
                sentence = "🚀👩‍🔬 " + sentence
            parts.append(sentence)
            places.append((length, length + len(sentence)))
            length += len(sentence) + 1
        text = "".join(part + ("\n" if chance.random() < 0.25 else " ") for part in parts)[:-1]
        names = [found.span() for found in _NAME.finditer(text)]
        spans = [
            {"start": start, "end": end, "label": chance.choice(_LABELS)}
            for start, end in chance.sample(names, min(NAMES, len(names)))
        ]
        spans += [
            {"start": start, "end": end, "label": "CLAIM"}
            for start, end in chance.sample(places, min(CLAIMS, len(places)))
        ]
        yield {"text": text, "spans": sorted(spans, key=lambda span: (span["start"], -span["end"]))}


if __name__ == "__main__":
    for line in made_up(int(sys.argv[1])):
        print(json.dumps(line, ensure_ascii=False))
