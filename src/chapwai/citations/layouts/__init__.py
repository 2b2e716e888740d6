"""One reader per kind of page; each turns lines into a description or declines."""
