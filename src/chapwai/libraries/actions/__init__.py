"""Everything that can be done with libraries and their people, one verb a file."""
