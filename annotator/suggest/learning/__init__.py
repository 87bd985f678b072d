"""Fitting what corrections teach."""
