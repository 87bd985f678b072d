"""The encoder of multilingual-e5-small with a tagger on top, in plain PyTorch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from annotator.suggest.pieces import PAD
from annotator.suggest.tagging import TAGS

WIDTH, LAYERS, HEADS, INNER = 384, 12, 12, 1536
STYLES = 3
_DROPOUT = 0.1


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
        seen = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], attn_mask=bias)
        seen = self.sees(seen.transpose(1, 2).reshape(rows, length, WIDTH))
        x = self.seen(x + functional.dropout(seen, _DROPOUT, self.training))
        wide = self.narrow(functional.gelu(self.widen(x)))
        return self.done(x + functional.dropout(wide, _DROPOUT, self.training))


class Tagger(nn.Module):
    """Pieces in, a score for each of ``TAGS`` at each piece out.

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
        nn.init.normal_(self.tags.weight, std=0.02)
        nn.init.zeros_(self.tags.bias)

    def forward(self, ids: Tensor, style: Tensor) -> Tensor:
        """Scores [rows, length, tags] of *ids* [rows, length]; *style* is [rows]."""
        return self.after_words(self.words(ids), ids != PAD, style)

    def after_words(self, x: Tensor, is_there: Tensor, style: Tensor) -> Tensor:
        x = x + self.places[: x.shape[1]] + self.styles[style].unsqueeze(1)
        x = functional.dropout(self.norm(x), _DROPOUT, self.training)
        bias = torch.where(is_there[:, None, None, :], 0.0, -1e4).to(x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        return self.tags(x)


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
