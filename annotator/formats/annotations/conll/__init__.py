"""CoNLL 2003 and its relatives: a token a line, labels in columns."""
