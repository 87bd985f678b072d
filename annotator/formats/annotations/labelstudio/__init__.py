"""Label Studio: its JSON and its JSON-MIN."""
