"""Panels around the article, one file each."""
