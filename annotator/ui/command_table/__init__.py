"""The commands as data: a row for each."""
