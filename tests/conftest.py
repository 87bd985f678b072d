"""What holds for all tests: no network, and properties that are not judged by the clock."""

from __future__ import annotations

import socket

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60
)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Nothing here, and nothing in the program, has any business on a network."""

    def refuse(self, address):
        if self.family != socket.AF_UNIX:
            raise AssertionError(f"a connection to {address} was tried")
        return original(self, address)

    original = socket.socket.connect
    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """The user's cache folder, with nothing in it."""
    made = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(made))
    return made
