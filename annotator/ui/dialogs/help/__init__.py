"""Dialogs that help to find one's way."""
