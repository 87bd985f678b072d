"""The trained tagger as an ONNX graph, written node by node.

By hand because the graph is small and regular, and because the word vectors stay 8-bit in the
file: a row of them is one byte a value and one scale.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from annotator.suggest.pieces import PAD

from .model import HEADS, WIDTH, Tagger

_OPSET, _IR = 17, 9


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
        weight = self.constant(f"{name}.weight", part.weight.detach().numpy().T)
        product = self.add("MatMul", x, weight, name=f"{name}.product")
        return self.add("Add", product, self.constant(f"{name}.bias", part.bias))

    def norm(self, x: str, name: str, part: Any) -> str:
        scale = self.constant(f"{name}.scale", part.weight)
        shift = self.constant(f"{name}.shift", part.bias)
        return self.add("LayerNormalization", x, scale, shift, axis=-1, epsilon=1e-12)

    def gelu(self, x: str) -> str:
        root = self.constant(f"root_{len(self.nodes)}", np.float32(np.sqrt(2)))
        one = self.constant(f"one_{len(self.nodes)}", np.float32(1))
        half = self.constant(f"half_{len(self.nodes)}", np.float32(0.5))
        bent = self.add("Add", self.add("Erf", self.add("Div", x, root)), one)
        return self.add("Mul", self.add("Mul", x, bent), half)


def in_bytes(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """*table* as int8 and one scale a row."""
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True) / 127, 1e-9)
    return np.round(table / scale).astype(np.int8), scale.astype(np.float32)


def _words(graph: Graph, model: Tagger) -> str:
    table, scale = in_bytes(model.words.weight.detach().numpy())
    rows = graph.add("Gather", graph.constant("words.table", table), "ids")
    scales = graph.add("Gather", graph.constant("words.scale", scale), "ids")
    words = graph.add("Mul", graph.add("Cast", rows, to=TensorProto.FLOAT), scales)
    length = graph.add("Shape", "ids", start=1, end=2)
    zero, axis = graph.constant("zero", np.array([0])), graph.constant("axis_one", np.array([1]))
    places = graph.add("Slice", graph.constant("places", model.places), zero, length)
    style = graph.add("Gather", graph.constant("styles", model.styles), "style")
    x = graph.add("Add", words, places)
    return graph.norm(graph.add("Add", x, graph.add("Unsqueeze", style, axis)), "norm", model.norm)


def _bias(graph: Graph) -> str:
    """[rows, 1, 1, length]: 0 at a piece, far below at padding."""
    is_pad = graph.add("Equal", "ids", graph.constant("pad", np.array(PAD)))
    never, zero = (
        graph.constant("never", np.float32(-1e4)),
        graph.constant("nothing", np.float32(0)),
    )
    axes = graph.constant("axes_one_two", np.array([1, 2]))
    return graph.add("Unsqueeze", graph.add("Where", is_pad, never, zero), axes)


def _attention(graph: Graph, x: str, bias: str, name: str, layer: Any) -> str:
    parts = graph.linear(x, f"{name}.looks", layer.looks)
    each = [f"{name}.{part}" for part in ("query", "key", "value")]
    sizes = graph.constant(f"{name}.sizes", np.array([WIDTH] * 3))
    graph.nodes.append(
        helper.make_node("Split", [parts, sizes], each, axis=-1, name=f"{name}.split")
    )
    shape = graph.constant(f"{name}.heads", np.array([0, 0, HEADS, WIDTH // HEADS]))
    query, key, value = (graph.add("Reshape", one, shape) for one in each)
    query = graph.add("Transpose", query, perm=[0, 2, 1, 3])
    key = graph.add("Transpose", key, perm=[0, 2, 3, 1])
    value = graph.add("Transpose", value, perm=[0, 2, 1, 3])
    scale = graph.constant(f"{name}.scale", np.float32((WIDTH // HEADS) ** -0.5))
    scores = graph.add("Mul", graph.add("MatMul", query, key), scale)
    shares = graph.add("Softmax", graph.add("Add", scores, bias), axis=-1)
    seen = graph.add("Transpose", graph.add("MatMul", shares, value), perm=[0, 2, 1, 3])
    flat = graph.constant(f"{name}.flat", np.array([0, 0, WIDTH]))
    return graph.linear(graph.add("Reshape", seen, flat), f"{name}.sees", layer.sees)


def build(model: Tagger) -> onnx.ModelProto:
    """``ids`` [rows, length] and ``style`` [rows] in, ``scores`` [rows, length, tags] out."""
    graph = Graph()
    x, bias = _words(graph, model), _bias(graph)
    for number, layer in enumerate(model.layers):
        name = f"layer{number}"
        seen = _attention(graph, x, bias, name, layer)
        x = graph.norm(graph.add("Add", x, seen), f"{name}.seen", layer.seen)
        wide = graph.gelu(graph.linear(x, f"{name}.widen", layer.widen))
        narrow = graph.linear(wide, f"{name}.narrow", layer.narrow)
        x = graph.norm(graph.add("Add", x, narrow), f"{name}.done", layer.done)
    scores = graph.linear(x, "tags", model.tags)
    graph.add("Identity", scores, name="scores")
    made = helper.make_graph(
        graph.nodes,
        "vaglio-ner",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, ["rows", "length"]),
            helper.make_tensor_value_info("style", TensorProto.INT64, ["rows"]),
        ],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["rows", "length", "tags"])],
        graph.constants,
    )
    opsets = [helper.make_opsetid("", _OPSET)]
    return helper.make_model(made, opset_imports=opsets, ir_version=_IR, producer_name="vaglio")
