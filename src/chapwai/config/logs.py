"""What the log says of an error: its kind and its way through the code, never its words.

An error's message may quote what a person typed, a reader's name or an address; where it happened
is what an operator needs, and that quotes nobody.
"""

import logging
import traceback
from types import TracebackType

ExceptionInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class WordlessFormatter(logging.Formatter):
    """Formats an exception without the messages of it and of those that caused it."""

    def formatException(self, ei: ExceptionInfo) -> str:
        """The frames and the kind of each error of the chain, the first cause first."""
        error = ei[1]
        return "\n".join(_described(one) for one in reversed(list(_chain(error))))


def _chain(error: BaseException | None) -> list[BaseException]:
    """The error and whatever it arose from."""
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or error.__context__
    return chain


def _described(error: BaseException) -> str:
    frames = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    kind = type(error)
    return f"{frames}\n{kind.__module__}.{kind.__qualname__}"
