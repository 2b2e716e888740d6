"""The embedded PostgreSQL: find the programs, start the server, stop it."""


class ClusterError(Exception):
    """The embedded database cannot do what was asked; the message names the ways out."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or type(self).__doc__)
