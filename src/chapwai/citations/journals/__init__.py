"""Names of journals: when two of them, in full or abbreviated, are the same journal's."""
