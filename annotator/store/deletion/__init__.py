"""Articles that are deleted for good."""
