"""Threads and processes of the window."""
