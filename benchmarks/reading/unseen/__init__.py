"""Pages kept from whoever works on the reading, made from words of their own."""
