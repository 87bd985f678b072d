"""Comparing layers of several authors, and deciding between them."""
