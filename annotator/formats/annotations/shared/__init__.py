"""What several formats of annotations have in common: labelled spans with relations, tokens, spacing."""
