"""SQLite: the library, connections, keys, tables, and what can go wrong."""
