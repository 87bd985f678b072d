"""Factual claims: where they are, of what kind, how check-worthy."""
