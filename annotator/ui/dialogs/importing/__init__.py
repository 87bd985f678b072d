"""Dialogs that bring articles and sources in."""
