"""Articles to annotate, out of whatever files they come in. Read only."""
