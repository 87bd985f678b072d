"""Work packages out of a project and into it."""
