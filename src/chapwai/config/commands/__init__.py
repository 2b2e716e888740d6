"""One file a command of `chapwai`."""
