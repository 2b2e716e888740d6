"""Why a file that came in cannot be handed out."""

REASONS = frozenset({"encrypted", "kind", "too_big", "broken", "too_many_pages", "timed_out"})


class FileRefused(Exception):
    """The file cannot be handed out; `reason`, one of REASONS, is for whoever sent it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
