"""An open project: what can be done with it, and articles loaded in bulk."""
