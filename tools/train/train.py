"""Train the tagger in one run: first widely, then on hand-labelled news.

One thread, bfloat16 where the processor has it, a checkpoint every few minutes; the same command
goes on where it stopped. The learning rate falls with the steps done or with the minutes used,
whichever is further, so that a run on a busy machine still ends well; `log.jsonl` says which.

    python -m tools.train.train BASE_FOLDER DATA_FOLDER OUT_FOLDER --steps 2000 --minutes 50
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from annotator.suggest.model.heads import JUDGES, TAGGERS, columns
from annotator.suggest.model.tokenization import PAD, PieceTokenizer, TokenWindow, window

from .data import SKIP, Text, load
from .evaluate import predict
from .model import LAYERS, Tagger
from .scores import Tally, exact

Mix = dict[str, int]  # share of the batches from each source


class Stage(NamedTuple):
    """What a run reads, before and after *broad* of it, and how fast it learns at its peak."""

    broad: float
    mixes: tuple[Mix, Mix]
    rate: float
    head_rate: float
    last: float = 0.0  # the rate at the end, as a part of the peak
    weights: Mapping[str, dict[str, float]] = {}  # by source, of the heads that weigh less or more


_WIDE = {"wiki_it": 14, "wiki_en": 20, "wiki_fr": 8, "wiki_es": 8, "books_train": 10}
_NEWS = {"wn_train": 74, "books_train": 8, "wiki_en": 9, "wiki_it": 3, "wiki_fr": 3, "wiki_es": 3}
_REST = {"books_train": 4, "wiki_en": 5, "wiki_it": 1, "wiki_fr": 1, "wiki_es": 1}
STAGES = {
    "wide": Stage(
        0.15,
        (
            _WIDE | {"wn_train": 40},
            {"wn_train": 85, "wiki_en": 7, "wiki_fr": 2, "wiki_es": 2, "books_train": 4},
        ),
        1.3e-4,
        5e-4,
    ),
    "news": Stage(0.0, (_NEWS, _NEWS), 1.1e-4, 3e-4, 0.1),
    "all": Stage(
        0.4,
        (
            {"wn_marked": 54, "debates": 21, "tone": 4, "corpus": 10, **_REST},
            {"wn_marked": 46, "debates": 14, "tone": 3, "corpus": 26, **_REST},
        ),
        9e-5,
        4e-4,
        0.03,
        {
            "wn_marked": dict.fromkeys(("claims", "sources", "cues", "contents"), 0.15),
            "tone": {"tone": 0.3},
        },
    ),
}
_COLUMNS = columns()
_LONGEST = 192  # pieces in a training window
_STEP = 32  # windows are padded to a multiple of it
_BATCH = 1280  # pieces in a batch, padding included
_POOL = 96  # windows sorted by length together
_HIDDEN_WORDS = 0.04  # so that the words around must tell
_WARM_UP = 100  # steps; faster, the encoder collapses: every word looks alike to it
_LOWER_LAYERS = 0.95  # each layer learns at this part of the rate of the one above
_MEAN_EVERY, _MEAN_KEEPS = 4, 0.992  # the mean of the weights over the last 500 steps or so
_SAVE_EVERY_S = 240


class Row(NamedTuple):
    """A window: pieces, for each tagger a tag at each piece, runs of pieces with their labels."""

    ids: list[int]
    tags: dict[str, list[int]]
    judged: list[tuple[list[int], dict[str, int]]]
    style: int


def rows(
    texts: list[Text], pieces: PieceTokenizer, rng: random.Random, hidden: int
) -> Iterator[Row]:
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
                ids = list(made.ids)
                for word, first in enumerate(made.firsts, made.start):
                    if rng.random() < _HIDDEN_WORDS:
                        size = len(cut[index][word])
                        ids[first : first + size] = [hidden] * size
                yield Row(ids, _tags(text, made), _judged(text, made), text.style)
                at, longest = made.end, _LONGEST


def _tags(text: Text, made: TokenWindow) -> dict[str, list[int]]:
    """At the first piece of each word its tag, elsewhere `SKIP`."""
    placed = {}
    for name, tags in {"names": text.tags, **text.marks}.items():
        placed[name] = [SKIP] * len(made.ids)
        for word, first in enumerate(made.firsts, made.start):
            placed[name][first] = tags[word]
    return placed


def _judged(text: Text, made: TokenWindow) -> list[tuple[list[int], dict[str, int]]]:
    """The judged runs that lie in the window, as its pieces where their words begin."""
    return [
        (made.firsts[start - made.start : end - made.start], told)
        for start, end, told in text.judged
        if made.start <= start and end <= made.end
    ]


def batches(stream: Iterator[Row], rng: random.Random) -> Iterator[list[Row]]:
    """Rows of like length together, `_BATCH` pieces at a time."""
    while True:
        pool = sorted((next(stream) for _ in range(_POOL)), key=lambda row: len(row.ids))
        made: list[list[Row]] = [[]]
        for row in pool:
            if made[-1] and (len(made[-1]) + 1) * _width(row) > _BATCH:
                made.append([])
            made[-1].append(row)
        rng.shuffle(made)
        yield from made


def _width(row: Row) -> int:
    """The length of *row* with padding: few different shapes, for each is prepared anew."""
    return -(-len(row.ids) // _STEP) * _STEP


def tensors(batch: list[Row]) -> tuple[Tensor, Tensor]:
    ids = torch.full((len(batch), max(map(_width, batch))), PAD)
    for number, row in enumerate(batch):
        ids[number, : len(row.ids)] = torch.tensor(row.ids)
    return ids, torch.tensor([row.style for row in batch])


def loss_of(scores: Tensor, batch: list[Row], weights: dict[str, float]) -> Tensor:
    """The weighted mean losses of all heads that *batch* teaches; *scores* are in full precision."""
    total = scores.new_zeros(())
    for name in TAGGERS:
        goal = torch.full(scores.shape[:2], SKIP)
        for number, row in enumerate(batch):
            if name in row.tags:
                goal[number, : len(row.tags[name])] = torch.tensor(row.tags[name])
        if (goal != SKIP).any():
            own = scores[..., _COLUMNS[name]].flatten(0, 1)
            loss = functional.cross_entropy(own, goal.flatten(), ignore_index=SKIP)
            total = total + weights.get(name, 1.0) * loss
    for name in JUDGES:
        runs = [
            (scores[number, firsts, _COLUMNS[name]].mean(0), told[name])
            for number, row in enumerate(batch)
            for firsts, told in row.judged
            if name in told
        ]
        if runs:
            goal = torch.tensor([label for _, label in runs])
            loss = functional.cross_entropy(torch.stack([run for run, _ in runs]), goal)
            total = total + weights.get(name, 1.0) * loss
    return total


def optimiser(model: Tagger, stage: Stage) -> torch.optim.Optimizer:
    """AdamW; the layers near the words learn more slowly, the head faster."""

    def group(parts: list[nn.Parameter], rate: float) -> list[dict[str, object]]:
        bent = [p for p in parts if p.requires_grad and p.ndim > 1]
        flat = [p for p in parts if p.requires_grad and p.ndim <= 1]
        return [
            {"params": bent, "peak": rate, "weight_decay": 0.01},
            {"params": flat, "peak": rate, "weight_decay": 0.0},
        ]

    lowest = stage.rate * _LOWER_LAYERS**LAYERS
    groups = group([model.places, model.styles, *model.norm.parameters()], lowest)
    for number, layer in enumerate(model.layers):
        groups += group(
            list(layer.parameters()), stage.rate * _LOWER_LAYERS ** (LAYERS - 1 - number)
        )
    groups += group([*model.tags.parameters(), *model.more.parameters()], stage.head_rate)
    return torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), fused=True)


def rate_at(step: int, progress: float, last: float) -> float:
    """The learning rate as a part of its peak, falling to *last*."""
    return min((step + 1) / _WARM_UP, 1.0) * (1 - (1 - last) * progress)


class Run:
    """A model on its way; `state` and `resume` are what a checkpoint holds."""

    def __init__(
        self, base: Path, data: Path, seed: int, stage: Stage, weights: Path | None
    ) -> None:
        torch.manual_seed(seed)
        self.seed, self.step, self.seconds, self.stage = seed, 0, 0.0, stage
        self.pieces = PieceTokenizer((base / "tokenizer.json").read_bytes())
        self.model = Tagger(base / "e5.npz")
        if weights is not None:
            self.model.load_state_dict(torch.load(weights), strict=False)  # heads may be new
        self.mean = copy.deepcopy(self.model)
        self.optimiser = optimiser(self.model, stage)
        self.dev = load("wn_dev", data)
        self.texts = {name: load(name, data) for name in stage.mixes[0] | stage.mixes[1]}
        self.hidden = self.model.words.num_embeddings - 1  # <mask> is the last piece

    def streams(self) -> tuple[random.Random, dict[str, Iterator[list[Row]]]]:
        rng = random.Random(f"{self.seed} {self.step}")
        return rng, {
            name: batches(rows(texts, self.pieces, rng, self.hidden), rng)
            for name, texts in self.texts.items()
        }

    def learn(self, name: str, batch: list[Row], progress: float) -> float:
        """One step on a batch of the source *name*; the loss."""
        self.model.train()
        ids, style = tensors(batch)
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.model(ids, style)
        loss = loss_of(scores.float(), batch, self.stage.weights.get(name, {}))
        if not loss.requires_grad:  # nothing in this batch is labelled: a sentence cut in two
            return 0.0
        self.optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([p for p in self.model.parameters() if p.requires_grad], 1.0)
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * rate_at(self.step, progress, self.stage.last)
        self.optimiser.step()
        self.step += 1
        if self.step % _MEAN_EVERY == 0:
            self._average()
        return float(loss.detach())

    @torch.no_grad()
    def _average(self) -> None:
        """Move the mean of the weights towards the weights; faster while the run is young."""
        keeps = min(_MEAN_KEEPS, self.step / (self.step + 40))
        ours = [p for p in self.mean.parameters() if p.requires_grad]
        theirs = [p for p in self.model.parameters() if p.requires_grad]
        torch._foreach_lerp_(ours, theirs, 1 - keeps)

    def score(self, texts: list[Text]) -> Tally:
        """How well the mean of the weights finds the entities of *texts*."""
        with torch.autocast("cpu", torch.bfloat16):
            return exact(texts, predict(self.mean, self.pieces, texts))

    def save(self, path: Path) -> None:
        state = {
            "model": self.model.state_dict(),
            "mean": self.mean.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "seconds": self.seconds,
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def resume(self, path: Path) -> None:
        state = torch.load(path)
        self.model.load_state_dict(state["model"])
        self.mean.load_state_dict(state["mean"])
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
        mix = run.stage.mixes[progress >= run.stage.broad]
        name = rng.choices(list(mix), list(mix.values()))[0]
        losses.append(run.learn(name, next(streams[name]), progress))
        if run.step % 25 == 0:
            say(progress=round(progress, 3), loss=round(sum(losses[-25:]) / len(losses[-25:]), 4))
        if progress - shown > 0.1:
            shown = progress
            say(dev_part=run.score(run.dev[::4]).micro)
        if time.monotonic() - saved > _SAVE_EVERY_S:
            run.save(checkpoint)
            saved = time.monotonic()
    run.save(checkpoint)
    say(dev=run.score(run.dev).as_dict())
    torch.save(run.mean.state_dict(), out / "model.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--stage", choices=STAGES, default="wide")
    parser.add_argument("--weights", type=Path, help="start from these and not from the base")
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--minutes", type=float, default=50)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    run = Run(args.base, args.data, args.seed, STAGES[args.stage], args.weights)
    train(run, args.out, args.steps, args.minutes)


if __name__ == "__main__":
    main()
