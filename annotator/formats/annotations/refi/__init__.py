"""REFI-QDA: projects and codebooks of programs for qualitative analysis."""
