"""A LINE platform to develop against and to look at: its API, its webhooks, its phones."""
