"""What every layout is put together from: rows, columns, blocks, and the words that tell them."""
