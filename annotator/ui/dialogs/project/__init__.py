"""Dialogs about the project as a whole."""
