"""The citation index: records of articles kept here, found by identifier, title or place."""
