"""Vaglio: label entities and claims in news, say who asserts them, review the work."""

__version__ = "0.1.0"
