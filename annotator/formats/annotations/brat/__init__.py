"""brat standoff: texts with an .ann file beside each."""
