"""Everything that can be done with money, one verb a file."""
