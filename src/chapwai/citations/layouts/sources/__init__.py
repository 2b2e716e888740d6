"""The line that says where an article stands, in the orders that pages use."""
