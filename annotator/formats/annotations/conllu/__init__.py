"""CoNLL-U: Universal Dependencies with entities in the last column."""
