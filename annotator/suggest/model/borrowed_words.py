"""Word vectors of one model put into another that was made without them: 18 MB that lie there once.

The file of a model is a protobuf: fields, each with its number and its length, that may be left
out or added. Only three messages of ONNX are looked into (model, graph, constant), without its package,
which is five times as large as all else that suggesting needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

# numbers of fields, from onnx.proto
_GRAPH = 7  # of a model
_CONSTANT = 5  # of a graph
_NAME = 8  # of a constant
WORDS = (b"words.table", b"words.scale")


class MessageField(NamedTuple):
    """A field of a message: its number, where it begins, and where its value lies."""

    number: int
    begin: int
    value: int
    end: int


def with_words_of(lender: bytes, model: bytes, names: Sequence[bytes] = WORDS) -> bytes:
    """*model* with the constants *names* of *lender*.

    Raises:
        ValueError: one of them has no graph, or *lender* has not all of the constants.
    """
    lent = _graph(lender)
    constants = {
        _name_of(lender, field): lender[field.begin : field.end]
        for field in _fields(lender, lent.value, lent.end)
        if field.number == _CONSTANT
    }
    missing = [name.decode() for name in names if name not in constants]
    if missing:
        raise ValueError(f"no {', '.join(missing)} in the model")
    graph = _graph(model)
    own = model[graph.value : graph.end]
    made = _field(_GRAPH, own + b"".join(constants[name] for name in names))
    return model[: graph.begin] + made + model[graph.end :]


def _graph(model: bytes) -> MessageField:
    graph = next((f for f in _fields(model, 0, len(model)) if f.number == _GRAPH), None)
    if graph is None:
        raise ValueError("no graph in the model")
    return graph


def _name_of(model: bytes, constant: MessageField) -> bytes:
    inside = _fields(model, constant.value, constant.end)
    return next((model[f.value : f.end] for f in inside if f.number == _NAME), b"")


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
