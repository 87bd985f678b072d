"""From scores of a tagger to entities: windows over the words, legal paths, confidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
else:
    Floats = Any

KINDS = ("PER", "LOC", "ORG")
TAGS = ("O", *(f"{head}-{kind}" for kind in KINDS for head in "BI"))
