"""Train the entity model that ships in ``resources/models``; see ``docs/model-card.md``.

Not imported by the package and not installed with it. The steps, in order, each a module with a
``main``: `vocabulary`, `data`, `train`, `export`, `evaluate`.
"""
