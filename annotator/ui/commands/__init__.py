"""What can be done in the window: one table of commands, and the objects that carry them out."""
