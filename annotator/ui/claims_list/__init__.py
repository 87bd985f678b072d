"""All claims of the project as a list."""
