"""Texts with annotations, as tools for labelling and training have them.

Most go through `graph`: labelled spans with features and relations between them.
"""
