"""Entity scores of whole suggesters, rules and all, on texts prepared by `data`.

python -m tools.train.pipeline DATA_FOLDER [wn_dev …]
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from annotator.suggest import installed
from annotator.suggest.model.heads import KINDS

from .data import load
from .scores import Spans, exact, tokens


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("names", nargs="*", default=["wn_dev"])
    parser.add_argument("--every", type=int, default=1, help="only each so many texts")
    args = parser.parse_args()
    for name in args.names:
        texts = load(name, args.data)[:: args.every]
        for author, suggester in installed().items():
            nlp = suggester.build(texts[0].language)
            began = time.process_time()
            found: list[Spans] = []
            for text in texts:
                mentions = nlp(text.text).user_data["entities"]
                found.append({(m.start, m.end, m.label) for m in mentions if m.label in KINDS})
            rate = sum(len(text.words) for text in texts) / (time.process_time() - began)
            by_token = tokens(texts, found)
            print(name, author, exact(texts, found).as_dict(), end=" ")
            print("token", by_token.micro, "macro", by_token.macro, f"{rate:.0f} words/s")


if __name__ == "__main__":
    main()
