"""The machine: language, entities, claims, attribution. The only spaCy; never imported by ``ui``."""
