"""Pages that show one article: publishers, PubMed."""
