"""The suggesters there are, a module each."""
