"""The demonstration: the whole service on a simulated LINE platform, played from the outside."""
