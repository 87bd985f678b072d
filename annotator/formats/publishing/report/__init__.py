"""A report of checked claims, as HTML and as PDF."""
