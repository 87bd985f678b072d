"""Libraries that would report on their use: told not to, before they are loaded.

onnxruntime's builds of 2026 have Microsoft's telemetry on by default (its ``Privacy.md``). The
variable keeps its uploader, its events and its device id from being made; builds for Windows apps
trace through the system instead, which only the call `onnxruntime.disable_telemetry_events` stops,
so whoever loads the library does both (`annotator.suggest.model.onnx_runtime`).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLES = {
    "ORT_DISABLE_TELEMETRY": "1",  # onnxruntime
    "HF_HUB_DISABLE_TELEMETRY": "1",  # huggingface_hub, which tokenizers brings along
    "HF_HUB_OFFLINE": "1",
    "DO_NOT_TRACK": "1",
}
_LEFT = Path("Microsoft/DeveloperTools/.onnxruntime")


def switch_off() -> None:
    """Set `VARIABLES` in this process, whatever they were, and so in all that it starts."""
    os.environ.update(VARIABLES)


def remains() -> Path | None:
    """The folder with a device id and queued events that onnxruntime made, if there is one.

    Versions of Vaglio up to 0.1.0 let it be made.
    """
    return next((place / _LEFT for place in _caches() if (place / _LEFT).exists()), None)


def _caches() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        return [Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")]
    if sys.platform == "darwin":
        return [home / "Library" / "Application Support", home / "Library" / "Caches"]
    return [Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache"), home / ".cache"]
