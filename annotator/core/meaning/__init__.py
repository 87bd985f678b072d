"""What a claim says that a sentence vector does not see: figures, negation, direction, names, roles."""
