"""What goes wrong with services outside, as one error with what the caller needs."""


class ServiceFailure(Exception):
    """A service gave no answer that can be used; `kind` says why and holds nobody's data.

    slow: not in time. unreachable: no connection. busy: it asks us to come back later, after
    `retry_after_seconds` if it says so. failed, refused: an error of its own, or of ours.
    too_big, malformed: an answer that nobody reads. resting: it failed so often that we let it be.
    """

    def __init__(self, kind: str, *, retry_after_seconds: float | None = None) -> None:
        super().__init__(kind)
        self.kind = kind
        self.retry_after_seconds = retry_after_seconds
