"""Dialogs that write labelled data."""
