"""Read the weights of a shipped model back, to train on from them.

The 8-bit matrices lose less than half a point that way, and training mends it; a checkpoint of
the run before would serve as well, but only the shipped file is in the repository.

    python -m tools.train.reread BASE_FOLDER MODEL.onnx OUT.pt
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from .model import Tagger

Floats = NDArray[np.float32]
_OURS = {"weight": "scale", "bias": "shift"}


def stored(path: Path) -> dict[str, Floats]:
    """Every constant of the graph *path* by name, matrices in full precision again."""
    raw = {each.name: numpy_helper.to_array(each) for each in onnx.load(path).graph.initializer}
    for name in [each for each in raw if each.endswith("_quantized")]:
        stem = name.removesuffix("_quantized")
        zero = raw[f"{stem}_zero_point"].astype(np.float32)
        raw[stem] = (raw[name].astype(np.float32) - zero) * raw[f"{stem}_scale"]
    return raw


def fill(model: Tagger, constants: dict[str, Floats]) -> list[str]:
    """Set the parameters of *model* from *constants*; the names of those that are not there."""
    missing = []
    for name, parameter in model.named_parameters():
        if name == "words.weight":  # never trained
            continue
        module, _, kind = name.rpartition(".")
        is_norm = module.endswith(("norm", ".seen", ".done"))
        there = f"{module}.{_OURS[kind]}" if is_norm else name
        there = there.replace("layers.", "layer")
        if there not in constants:
            missing.append(name)
            continue
        values = constants[there].T if kind == "weight" and not is_norm else constants[there]
        parameter.data = torch.from_numpy(np.ascontiguousarray(values)).view(parameter.shape)
    return missing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("graph", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    model = Tagger(args.base / "e5.npz")
    missing = fill(model, stored(args.graph))
    torch.save(model.state_dict(), args.out)
    print("not there:", missing)


if __name__ == "__main__":
    main()
