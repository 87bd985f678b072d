"""What a child process runs first: ``python -I start.py annotator.module:function [WORD…]``.

Run as a file, so that nothing has to be found: our package is taken from where this file lies, and
neither the current folder nor a variable has a say in it. See `child`.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parents[1]


def start(entry: str, *words: str) -> Any:
    """Give up the network and call *entry*, with *words* as its argv; what that returns."""
    if "annotator" not in sys.modules:
        _load_package()
    from annotator.isolation import network, privacy, telemetry

    privacy.begin()
    telemetry.switch_off()
    network.give_up()
    module, _, function = entry.partition(":")
    if module.partition(".")[0] != "annotator":
        raise SystemExit(f"vaglio: {entry} is no process of Vaglio")
    sys.argv = ["vaglio", *words]
    called: Callable[[], Any] = getattr(importlib.import_module(module), function)
    try:
        return called()
    except BrokenPipeError:  # whoever started this was killed, and nobody listens
        os._exit(0)  # at once: Python would try to write what is left


def _load_package() -> None:
    spec = importlib.util.spec_from_file_location(
        "annotator", _PACKAGE / "__init__.py", submodule_search_locations=[str(_PACKAGE)]
    )
    assert spec is not None
    assert spec.loader is not None
    package = importlib.util.module_from_spec(spec)
    sys.modules["annotator"] = package
    spec.loader.exec_module(package)


if __name__ == "__main__":
    sys.exit(start(*sys.argv[1:]))
