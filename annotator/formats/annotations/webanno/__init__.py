"""WebAnno TSV, as INCEpTION writes it."""
