"""Changes: the log of them, records read and written, counts kept in step."""
