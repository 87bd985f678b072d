"""The trained tagger as an ONNX graph, written node by node.

By hand because the graph is small and regular, and because the word vectors stay 8-bit in the
file: a row of them is one byte a value and one scale.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from annotator.suggest.model.heads import WIDTH as COLUMNS
from annotator.suggest.model.tokenization import PAD

from .model import HEADS, WIDTH, Tagger

_OPSET, _IR = 17, 9
_CONTRIBUTED = "com.microsoft"  # operators that every build of onnxruntime has
_TABLE_STEPS = 127
# Weights use 7 of the 8 bits: processors without VNNI add two products in 16 bits, and more would
# overflow there.
_WEIGHT_STEPS = 63


class Graph:
    """Nodes and constants as they are added."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, values: Any) -> str:
        array = values.detach().numpy() if hasattr(values, "detach") else np.asarray(values)
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(
        self, kind: str, *inputs: str, name: str = "", domain: str = "", **attributes: Any
    ) -> str:
        """One node; the name of its output."""
        output = name or f"{kind.lower()}_{len(self.nodes)}"
        made = helper.make_node(kind, [*inputs], [output], name=output, domain=domain, **attributes)
        self.nodes.append(made)
        return output

    def linear(self, x: str, name: str, part: Any) -> str:
        """The product with 8-bit weights, one scale a column; inputs are quantised on the way."""
        weight, scale = in_bytes(part.weight.detach().numpy(), _WEIGHT_STEPS)
        return self.own(
            "DynamicQuantizeMatMul",
            x,
            self.constant(f"{name}.weight", weight.T),
            self.constant(f"{name}.scale", scale[:, 0]),
            "",
            self.constant(f"{name}.bias", part.bias),
        )

    def norm(self, x: str, name: str, part: Any) -> str:
        scale = self.constant(f"{name}.scale", part.weight)
        shift = self.constant(f"{name}.shift", part.bias)
        return self.add("LayerNormalization", x, scale, shift, axis=-1, epsilon=1e-12)

    def own(self, kind: str, *inputs: str, **attributes: Any) -> str:
        return self.add(kind, *inputs, domain=_CONTRIBUTED, **attributes)


def in_bytes(
    table: NDArray[np.float32], steps: int
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """*table* as int8 from -*steps* to *steps* and one scale a row."""
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True) / steps, 1e-9)
    return np.round(table / scale).astype(np.int8), scale.astype(np.float32)


def _words(graph: Graph, model: Tagger) -> str:
    table, scale = in_bytes(model.words.weight.detach().numpy(), _TABLE_STEPS)
    rows = graph.add("Gather", graph.constant("words.table", table), "ids")
    scales = graph.add("Gather", graph.constant("words.scale", scale), "ids")
    words = graph.add("Mul", graph.add("Cast", rows, to=TensorProto.FLOAT), scales)
    length = graph.add("Shape", "ids", start=1, end=2)
    zero, axis = graph.constant("zero", np.array([0])), graph.constant("axis_one", np.array([1]))
    places = graph.add("Slice", graph.constant("places", model.places), zero, length)
    style = graph.add("Gather", graph.constant("styles", model.styles), "style")
    x = graph.add("Add", words, places)
    return graph.norm(graph.add("Add", x, graph.add("Unsqueeze", style, axis)), "norm", model.norm)


def _is_there(graph: Graph) -> str:
    """[rows, length]: 1 at a piece, 0 at padding."""
    is_pad = graph.add("Equal", "ids", graph.constant("pad", np.array(PAD)))
    return graph.add("Cast", graph.add("Not", is_pad), to=TensorProto.INT32)


def _attention(graph: Graph, x: str, is_there: str, name: str, layer: Any) -> str:
    """All heads at once, by the operator that onnxruntime has for it."""
    parts = graph.linear(x, f"{name}.looks", layer.looks)
    each = [f"{name}.{part}" for part in ("query", "key", "value")]
    sizes = graph.constant(f"{name}.sizes", np.array([WIDTH] * 3))
    graph.nodes.append(
        helper.make_node("Split", [parts, sizes], each, axis=-1, name=f"{name}.split")
    )
    seen = graph.own("MultiHeadAttention", *each, "", is_there, num_heads=HEADS)
    return graph.linear(seen, f"{name}.sees", layer.sees)


def build(model: Tagger) -> onnx.ModelProto:
    """``ids`` [rows, length] and ``style`` [rows] in, ``scores`` [rows, length, tags] out."""
    graph = Graph()
    x, is_there = _words(graph, model), _is_there(graph)
    for number, layer in enumerate(model.layers):
        name = f"layer{number}"
        seen = _attention(graph, x, is_there, name, layer)
        x = graph.norm(graph.add("Add", x, seen), f"{name}.seen", layer.seen)
        wide = graph.own("Gelu", graph.linear(x, f"{name}.widen", layer.widen))
        narrow = graph.linear(wide, f"{name}.narrow", layer.narrow)
        x = graph.norm(graph.add("Add", x, narrow), f"{name}.done", layer.done)
    heads = nn.Linear(WIDTH, COLUMNS)
    heads.weight.data = torch.cat([model.tags.weight, model.more.weight])
    heads.bias.data = torch.cat([model.tags.bias, model.more.bias])
    scores = graph.linear(x, "heads", heads)
    graph.add("Identity", scores, name="scores")
    made = helper.make_graph(
        graph.nodes,
        "vaglio-multi",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, ["rows", "length"]),
            helper.make_tensor_value_info("style", TensorProto.INT64, ["rows"]),
        ],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["rows", "length", "tags"])],
        graph.constants,
    )
    opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_CONTRIBUTED, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=_IR, producer_name="vaglio")
