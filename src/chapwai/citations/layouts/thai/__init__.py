"""Pages of Thai journals and repositories."""
