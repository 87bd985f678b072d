"""Keeping a project whole: checks, repair, rescue, articles deleted for good."""
