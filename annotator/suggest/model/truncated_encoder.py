"""The encoder cut off after some of its layers, so that what lies above costs nothing.

The file of the model is a protobuf: fields, each with its number and its length, that may be left
out or added. Only three messages of ONNX are looked into (model, graph, node), without its package,
which is five times as large as all else that suggesting needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

# numbers of fields, from onnx.proto
_GRAPH = 7  # of a model
_NODE, _CONSTANT, _OUTPUT = 1, 5, 12  # of a graph
_FROM, _TO, _KIND = 1, 2, 4  # of a node
_NAME = 8  # of a constant
_LAST_OF_A_LAYER = b"LayerNormalization"
_FLOATS = b"\x12\x04\x0a\x02\x08\x01"  # the type of an output: a tensor of float32


class MessageField(NamedTuple):
    """A field of a message: its number, where it begins, and where its value lies."""

    number: int
    begin: int
    value: int
    end: int


def shallow(model: bytes, layers: Sequence[int]) -> tuple[bytes, list[str]]:
    """*model* up to the highest of *layers* (ascending), and the names of what comes out of each.

    Raises:
        ValueError: it has not so many layers, or is no model of that kind.
    """
    fields = list(_fields(model, 0, len(model)))
    graph = next((field for field in fields if field.number == _GRAPH), None)
    if graph is None:
        raise ValueError("no graph in the model")
    cut, norms = _cut(model, graph, _norms_before(layers[-1]))
    names = [norms[_norms_before(layer) - 1] for layer in layers]
    outputs = (_field(_OUTPUT, _field(1, name) + _FLOATS) for name in names)
    others = b"".join(model[f.begin : f.end] for f in fields if f.number != _GRAPH)
    made = others + _field(_GRAPH, cut + b"".join(outputs))
    return made, [name.decode() for name in names]


def _norms_before(layer: int) -> int:
    """How many normalisations there are up to the end of *layer*: the words', two in each."""
    return 1 + 2 * layer


def _cut(model: bytes, graph: MessageField, norms: int) -> tuple[bytes, list[bytes]]:
    """The graph up to the normalisation of the number *norms*, without an output; their names."""
    kept: list[MessageField] = []
    constants: list[MessageField] = []
    used: set[bytes] = set()
    found: list[bytes] = []
    for field in _fields(model, graph.value, graph.end):
        if field.number == _CONSTANT:
            constants.append(field)
        elif field.number == _NODE:
            if len(found) == norms:
                continue
            inside = list(_fields(model, field.value, field.end))
            used.update(_values(model, inside, _FROM))
            if _LAST_OF_A_LAYER in _values(model, inside, _KIND):
                found.append(_values(model, inside, _TO)[0])
            kept.append(field)
        elif field.number != _OUTPUT:
            kept.append(field)
    if len(found) < norms:
        raise ValueError("the model has fewer layers")
    kept += [constant for constant in constants if _name_of(model, constant) in used]
    return b"".join(model[field.begin : field.end] for field in kept), found


def _name_of(model: bytes, constant: MessageField) -> bytes:
    inside = _fields(model, constant.value, constant.end)
    return next(model[f.value : f.end] for f in inside if f.number == _NAME)


def _values(model: bytes, inside: list[MessageField], number: int) -> list[bytes]:
    return [model[field.value : field.end] for field in inside if field.number == number]


def _fields(model: bytes, at: int, end: int) -> Iterator[MessageField]:
    """The fields of the message in ``model[at:end]``."""
    while at < end:
        begin = at
        key, at = _number(model, at)
        number, wire = key >> 3, key & 7
        if wire == 0:
            _, stop = _number(model, at)
        elif wire == 2:
            length, at = _number(model, at)
            stop = at + length
        elif wire in (1, 5):
            stop = at + (8 if wire == 1 else 4)
        else:
            raise ValueError(f"a field of an unknown kind ({wire})")
        if stop > end:
            raise ValueError("the model is cut short")
        yield MessageField(number, begin, at, stop)
        at = stop


def _number(model: bytes, at: int) -> tuple[int, int]:
    """The number (base 128, lowest first) at *at*, and where it ends."""
    found = shift = 0
    while True:
        if at >= len(model) or shift > 63:
            raise ValueError("the model is cut short")
        byte = model[at]
        found |= (byte & 127) << shift
        at += 1
        if byte < 128:
            return found, at
        shift += 7


def _field(number: int, value: bytes) -> bytes:
    return _written(number << 3 | 2) + _written(len(value)) + value


def _written(number: int) -> bytes:
    made = bytearray()
    while number > 127:
        made.append(number & 127 | 128)
        number >>= 7
    return bytes([*made, number])
