"""Dialogs that measure: agreement, and what learning gains."""
