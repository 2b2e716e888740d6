"""Pages that nobody who works on the reading has seen, made from words of their own."""
