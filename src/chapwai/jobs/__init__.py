"""Wake-ups for the worker. A job never carries data: the truth stands in our own rows."""
