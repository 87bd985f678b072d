"""Questions to the tables that answer in lists and figures."""
