"""Running a suggester over articles: in pieces, as a process, several at once."""
