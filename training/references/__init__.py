"""Training of the model that divides references, from references made here."""
