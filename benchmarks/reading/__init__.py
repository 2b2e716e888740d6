"""How well citations are read from pictures: invented pages, spoilt like photos, and scores."""
