from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.memory() as made:
        yield made


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The path of a new, empty, closed project."""
    path = tmp_path / "news.vaglio"
    Store.create(path).close()
    return path
