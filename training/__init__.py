"""How the models that the service ships were trained. Not part of the service."""
