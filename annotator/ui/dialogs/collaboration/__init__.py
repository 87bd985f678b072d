"""Dialogs for work that goes to colleagues and comes back."""
