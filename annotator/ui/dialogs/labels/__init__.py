"""Dialogs about labels and where they stand."""
