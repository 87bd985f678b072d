"""The encoder of multilingual-e5-small with every head on top, in plain PyTorch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from annotator.suggest.model.heads import TAGS
from annotator.suggest.model.heads import WIDTH as COLUMNS
from annotator.suggest.model.tokenization import PAD

WIDTH, LAYERS, HEADS, INNER = 384, 12, 12, 1536
STYLES = 3
_DROPOUT_OF_256 = 26  # a tenth


def dropout(x: Tensor, training: bool) -> Tensor:
    """*x* with a tenth of it set to 0; bytes, because floats cost three times as much here."""
    if not training:
        return x
    kept = torch.empty(x.shape, dtype=torch.uint8).random_(0, 256) >= _DROPOUT_OF_256
    return x * (kept.to(x.dtype) * (256 / (256 - _DROPOUT_OF_256)))


def attend(query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
    """Attention in plain products: PyTorch's own takes twice the time backwards on a processor."""
    scores = torch.matmul(query, key.transpose(-1, -2)) * query.shape[-1] ** -0.5 + bias
    return torch.matmul(torch.softmax(scores, -1, dtype=value.dtype), value)


class Layer(nn.Module):
    """Attention and feed-forward, each followed by its normalisation, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = nn.Linear(WIDTH, 3 * WIDTH)
        self.sees = nn.Linear(WIDTH, WIDTH)
        self.seen = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.done = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        rows, length, _ = x.shape
        parts = self.looks(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = attend(parts[0], parts[1], parts[2], bias.to(parts.dtype))
        seen = self.sees(seen.transpose(1, 2).reshape(rows, length, WIDTH))
        x = self.seen(x + dropout(seen, self.training))
        wide = self.narrow(functional.gelu(self.widen(x)))
        return self.done(x + dropout(wide, self.training))


class Tagger(nn.Module):
    """Pieces in, a score for each column of `annotator.suggest.model.heads` at each piece out.

    *style* names the guideline to follow (`data.NEWS` …): one learned vector, added at the input.
    """

    def __init__(self, base: Path) -> None:
        super().__init__()
        with np.load(base) as weights:
            self.words = nn.Embedding.from_pretrained(torch.from_numpy(weights["words"]))
            self.places = nn.Parameter(torch.from_numpy(weights["emb.pos"]).view(-1, WIDTH))
            kind = torch.from_numpy(weights["emb.type"]).view(-1, WIDTH)[0]
            self.styles = nn.Parameter(kind.repeat(STYLES, 1))
            self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
            self.norm.weight.data = torch.from_numpy(weights["emb.ln.w"])
            self.norm.bias.data = torch.from_numpy(weights["emb.ln.b"])
            self.layers = nn.ModuleList(_layer(weights, i) for i in range(LAYERS))
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.more = nn.Linear(WIDTH, COLUMNS - len(TAGS))  # the other heads
        for head in (self.tags, self.more):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)

    def forward(self, ids: Tensor, style: Tensor) -> Tensor:
        """Scores [rows, length, columns] of *ids* [rows, length]; *style* is [rows]."""
        return self.after_words(self.words(ids), ids != PAD, style)

    def after_words(self, x: Tensor, is_there: Tensor, style: Tensor) -> Tensor:
        x = x + self.places[: x.shape[1]] + self.styles[style].unsqueeze(1)
        x = dropout(self.norm(x), self.training)
        bias = torch.where(is_there[:, None, None, :], 0.0, -1e4).to(x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        return torch.cat([self.tags(x), self.more(x)], -1)


def _layer(weights: np.lib.npyio.NpzFile, number: int) -> Layer:
    layer = Layer()

    def fill(part: nn.Module, *names: str) -> None:
        for kind in ("w", "b"):
            found = np.concatenate([weights[f"l{number}.{name}.{kind}"].ravel() for name in names])
            goal = part.weight if kind == "w" else part.bias
            goal.data = torch.from_numpy(found).view(goal.shape).clone()

    fill(layer.looks, "q", "k", "v")
    fill(layer.sees, "ao")
    fill(layer.seen, "aln")
    fill(layer.widen, "fi")
    fill(layer.narrow, "fo")
    fill(layer.done, "oln")
    return layer
