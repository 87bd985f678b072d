"""The only SQL: opening, migrations, the change log, queries, search, care of the file."""
