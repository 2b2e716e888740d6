"""Reading that takes longer than a reply token lives is announced while the token still works."""

from datetime import datetime, timedelta

from chapwai import cards
from chapwai.chat.content import turn_of
from chapwai.chat.models import ReceivedContent
from chapwai.line.models import OutgoingMessage

PATIENCE = timedelta(seconds=38)
TOO_LATE = timedelta(seconds=55)


def mention_slow_content(*, now: datetime) -> set[str]:
    """Spend the dying token on a button: the tap brings a fresh one, and the result with it.

    Gives the chats that have to be spoken in.
    """
    chats = set()
    slow = ReceivedContent.objects.filter(
        done_at=None, received_at__lte=now - PATIENCE, received_at__gt=now - TOO_LATE
    )
    for content in slow:
        about = f"content:{content.pk}"
        if OutgoingMessage.objects.filter(kind="reading_takes_longer", about=about).exists():
            continue
        turn = turn_of(content, now=now)
        with turn.tone():
            turn.say_once(
                cards.reading_takes_longer(content.pk), kind="reading_takes_longer", about=about
            )
        chats.add(content.chat)
    return chats
