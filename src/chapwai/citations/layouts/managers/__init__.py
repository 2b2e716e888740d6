"""Windows and cards of reference managers."""
