"""Training of the network that tells Thai figures apart, from lines drawn here."""
