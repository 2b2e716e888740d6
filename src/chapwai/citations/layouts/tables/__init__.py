"""Articles in the cells of a table."""
