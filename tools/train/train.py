"""Train the tagger in one run: first widely, then on hand-labelled news.

One thread, bfloat16 where the processor has it, a checkpoint every few minutes; the same command
goes on where it stopped. The learning rate falls with the steps done or with the minutes used,
whichever is further, so that a run on a busy machine still ends well; `log.jsonl` says which.

    python -m tools.train.train BASE_FOLDER DATA_FOLDER OUT_FOLDER --steps 2000 --minutes 50
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from annotator.suggest.pieces import PAD, Pieces, window

from .data import SKIP, Text, load
from .evaluate import predict
from .model import LAYERS, Tagger
from .scores import exact

# share of the batches from each source: before and after BROAD of the run
BROAD = 0.15
MIXES = (
    {"wiki_it": 14, "wiki_en": 20, "wiki_fr": 8, "wiki_es": 8, "books_train": 10, "wn_train": 40},
    {"wn_train": 85, "wiki_en": 7, "wiki_fr": 2, "wiki_es": 2, "books_train": 4},
)
_LONGEST = 160  # pieces in a training window
_BATCH = 1280  # pieces in a batch, padding included
_POOL = 96  # windows sorted by length together
_HIDDEN_WORDS = 0.04  # so that the words around must tell
_WARM_UP = 100  # steps; faster, the encoder collapses: every word looks alike to it
_RATE, _HEAD_RATE, _LOWER_LAYERS = 1.3e-4, 5e-4, 0.95
_SAVE_EVERY_S = 240


class Row(NamedTuple):
    ids: list[int]
    tags: list[int]
    style: int


def rows(texts: list[Text], pieces: Pieces, rng: random.Random, hidden: int) -> Iterator[Row]:
    """Windows over *texts* in random order, for ever; each time cut at other places."""
    cut = [pieces.of([t.text[a:b] for a, b in t.words]) for t in texts]
    order = list(range(len(texts)))
    while True:
        rng.shuffle(order)
        for index in order:
            text, at = texts[index], 0
            longest = (
                _LONGEST if len(text.words) < _LONGEST else rng.randint(_LONGEST // 3, _LONGEST)
            )
            while at < len(text.words):
                made = window(cut[index], at, longest)
                tags = [SKIP] * len(made.ids)
                ids = list(made.ids)
                for word, first in enumerate(made.firsts, made.start):
                    tags[first] = text.tags[word]
                    if rng.random() < _HIDDEN_WORDS:
                        ids[first : first + len(cut[index][word])] = [hidden] * len(
                            cut[index][word]
                        )
                yield Row(ids, tags, text.style)
                at, longest = made.end, _LONGEST


def batches(stream: Iterator[Row], rng: random.Random) -> Iterator[list[Row]]:
    """Rows of like length together, `_BATCH` pieces at a time."""
    while True:
        pool = sorted((next(stream) for _ in range(_POOL)), key=lambda row: len(row.ids))
        made: list[list[Row]] = [[]]
        for row in pool:
            if made[-1] and (len(made[-1]) + 1) * len(row.ids) > _BATCH:
                made.append([])
            made[-1].append(row)
        rng.shuffle(made)
        yield from made


def tensors(batch: list[Row]) -> tuple[Tensor, Tensor, Tensor]:
    width = max(len(row.ids) for row in batch)
    ids = torch.full((len(batch), width), PAD)
    tags = torch.full((len(batch), width), SKIP)
    for number, row in enumerate(batch):
        ids[number, : len(row.ids)] = torch.tensor(row.ids)
        tags[number, : len(row.tags)] = torch.tensor(row.tags)
    return ids, tags, torch.tensor([row.style for row in batch])


def optimiser(model: Tagger) -> torch.optim.Optimizer:
    """AdamW; the layers near the words learn more slowly, the head faster."""

    def group(parts: list[nn.Parameter], rate: float) -> list[dict[str, object]]:
        bent = [p for p in parts if p.requires_grad and p.ndim > 1]
        flat = [p for p in parts if p.requires_grad and p.ndim <= 1]
        return [
            {"params": bent, "peak": rate, "weight_decay": 0.01},
            {"params": flat, "peak": rate, "weight_decay": 0.0},
        ]

    lowest = _RATE * _LOWER_LAYERS**LAYERS
    groups = group([model.places, model.styles, *model.norm.parameters()], lowest)
    for number, layer in enumerate(model.layers):
        groups += group(list(layer.parameters()), _RATE * _LOWER_LAYERS ** (LAYERS - 1 - number))
    groups += group(list(model.tags.parameters()), _HEAD_RATE)
    return torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), fused=True)


def rate_at(step: int, progress: float) -> float:
    """The learning rate as a part of its peak."""
    return min((step + 1) / _WARM_UP, 1.0) * (1 - progress)


class Run:
    """A model on its way; `state` and `resume` are what a checkpoint holds."""

    def __init__(self, base: Path, data: Path, seed: int) -> None:
        torch.manual_seed(seed)
        self.seed, self.step, self.seconds = seed, 0, 0.0
        self.pieces = Pieces((base / "tokenizer.json").read_bytes())
        self.model = Tagger(base / "e5.npz")
        self.optimiser = optimiser(self.model)
        self.dev = load("wn_dev", data)
        self.texts = {name: load(name, data) for name in MIXES[0]}
        self.hidden = self.model.words.num_embeddings - 1  # <mask> is the last piece

    def streams(self) -> tuple[random.Random, dict[str, Iterator[list[Row]]]]:
        rng = random.Random(f"{self.seed} {self.step}")
        return rng, {
            name: batches(rows(texts, self.pieces, rng, self.hidden), rng)
            for name, texts in self.texts.items()
        }

    def learn(self, batch: list[Row], progress: float) -> float:
        """One step; the loss."""
        self.model.train()
        ids, tags, style = tensors(batch)
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.model(ids, style)
        loss = functional.cross_entropy(
            scores.float().flatten(0, 1), tags.flatten(), ignore_index=SKIP
        )
        self.optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([p for p in self.model.parameters() if p.requires_grad], 1.0)
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * rate_at(self.step, progress)
        self.optimiser.step()
        self.step += 1
        return float(loss.detach())

    def save(self, path: Path) -> None:
        state = {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "seconds": self.seconds,
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def resume(self, path: Path) -> None:
        state = torch.load(path)
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.seconds = state["step"], state["seconds"]


def train(run: Run, out: Path, steps: int, minutes: float) -> None:
    """Go on with *run* to its end."""
    checkpoint, log = out / "checkpoint.pt", (out / "log.jsonl").open("a", encoding="utf-8")
    if checkpoint.exists():
        run.resume(checkpoint)
    rng, streams = run.streams()
    losses: list[float] = []
    began, saved = time.monotonic() - run.seconds, time.monotonic()

    def say(**what: object) -> None:
        log.write(json.dumps({"step": run.step, "seconds": round(run.seconds), **what}) + "\n")
        log.flush()

    shown = 0.0
    while True:
        run.seconds = time.monotonic() - began
        progress = max(run.step / steps, run.seconds / 60 / minutes)
        if progress >= 1:
            break
        mix = MIXES[progress >= BROAD]
        name = rng.choices(list(mix), list(mix.values()))[0]
        losses.append(run.learn(next(streams[name]), progress))
        if run.step % 25 == 0:
            say(progress=round(progress, 3), loss=round(sum(losses[-25:]) / len(losses[-25:]), 4))
        if progress - shown > 0.2:
            shown = progress
            say(dev_part=exact(run.dev[::8], predict(run.model, run.pieces, run.dev[::8])).micro)
        if time.monotonic() - saved > _SAVE_EVERY_S:
            run.save(checkpoint)
            saved = time.monotonic()
    run.save(checkpoint)
    say(dev=exact(run.dev, predict(run.model, run.pieces, run.dev)).as_dict())
    torch.save(run.model.state_dict(), out / "model.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--minutes", type=float, default=50)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    train(Run(args.base, args.data, args.seed), args.out, args.steps, args.minutes)


if __name__ == "__main__":
    main()
