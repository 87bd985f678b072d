"""onnxruntime, loaded with its telemetry off: the only module that loads it.

It comes here also from a spaCy pipeline of ours that another program loads, in a process that we
did not start.
"""

from __future__ import annotations

from typing import Any

from annotator.isolation import telemetry


def session(model: bytes) -> Any:
    """An `onnxruntime.InferenceSession` of *model* on one thread: the other core is the analyst's."""
    telemetry.switch_off()
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
