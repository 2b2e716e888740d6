"""The first words to somebody who opens a chat with the service."""

from chapwai import cards
from chapwai.chat.turn import Turn


def followed(turn: Turn) -> None:
    """Welcome a person who added the account as a friend."""
    if turn.staff:
        turn.answer(cards.help_librarian(), kind="help")
    elif turn.patron:
        turn.answer(cards.welcome_reader(), kind="welcome_reader")
    else:
        turn.answer(cards.unknown_reader(), kind="unknown_reader")
