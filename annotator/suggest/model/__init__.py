"""The trained encoder: its input, its predictions, and sentences as vectors."""
