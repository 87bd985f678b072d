"""Gamma is computed by its own library, where it is installed; else it is said what to do."""

from __future__ import annotations

import sys

import pytest

from annotator.core.errors import UserError
from annotator.services.agreement import gamma
from annotator.store import Store


def test_without_the_library_it_is_said_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "pygamma_agreement", None)
    with Store.memory() as store, pytest.raises(UserError, match="pip install"):
        gamma(store)
