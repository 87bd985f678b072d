"""Tokens, sentences, clauses and verbs of Italian and English."""
