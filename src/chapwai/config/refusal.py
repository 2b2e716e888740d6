"""What ends a command with one clear line instead of a result."""


class Refused(Exception):
    """The command cannot do what was asked; the message says why."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or type(self).__doc__)
