"""Tables with an article a row: CSV, TSV, XLSX."""
