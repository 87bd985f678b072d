"""What an analyst can do with an article, as functions that build a `Change`."""
