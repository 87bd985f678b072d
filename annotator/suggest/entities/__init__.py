"""Named entities: expressions, word lists, the trained model's names, and which of two overlapping stays."""
