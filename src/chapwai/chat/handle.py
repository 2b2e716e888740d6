"""The worker's side of the chat: one kept event after the other, each in its own transaction."""

import logging
from datetime import datetime, timedelta

from django.db import connection, transaction

from chapwai import cards
from chapwai.chat.buttons import button_pressed
from chapwai.chat.content import content_announced, content_unsent
from chapwai.chat.greetings import followed
from chapwai.chat.turn import Turn, turn_in
from chapwai.chat.typed import text_typed
from chapwai.line.events import LineEvent, event_from
from chapwai.line.models import ReceivedEvent
from chapwai.line.outbox import grant_reply

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 5

# What one person says in one chat is handled in order; different people do not wait for each other.
NEXT = """
    SELECT id FROM line_receivedevent AS event
    WHERE processed_at IS NULL AND failed_at IS NULL AND due_at <= %s AND NOT EXISTS (
        SELECT 1 FROM line_receivedevent AS earlier
        WHERE earlier.conversation = event.conversation AND earlier.id < event.id
            AND earlier.processed_at IS NULL AND earlier.failed_at IS NULL)
    ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 1
"""


def handle_next_event(*, now: datetime) -> str | None:
    """Handle one waiting event and give the chat that may be answered now, "" for none.

    None when no event is waiting.
    """
    with transaction.atomic():
        received = _take_next(now=now)
        if received is None:
            return None
        event = event_from(bytes(received.payload))
        try:
            with transaction.atomic():
                grant_reply(event, received_at=received.received_at)
                _handle(event, now=now)
        except Exception as error:  # whatever it is, it must not stop the events behind it
            _put_off(received, error=error, now=now)
        else:
            received.processed_at = now
            received.save(update_fields=["processed_at"])
    # A photo's or file's reply is kept for what comes of it; anything else would use it up.
    return "" if event.message_type in ("image", "file") else event.chat


def _take_next(*, now: datetime) -> ReceivedEvent | None:
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [now])
        row = cursor.fetchone()
    return ReceivedEvent.objects.get(pk=row[0]) if row else None


def _handle(event: LineEvent, *, now: datetime) -> None:
    turn = turn_in(event.chat, user_id=event.user_id, in_group=event.in_group, now=now)
    with turn.tone():
        match event.type, event.message_type:
            case "message", "text":
                text_typed(turn, event)
            case "message", ("image" | "file") if event.served_by_line:
                content_announced(turn, event)
            case "unsend", _:
                content_unsent(event)
            case "postback", _:
                button_pressed(turn, event.postback_data)
            case "follow", _:
                followed(turn)
            case _:
                _not_for_us(event, turn)


def _not_for_us(event: LineEvent, turn: Turn) -> None:
    """Stickers, joins and whatever LINE adds one day: kept, and answered by silence."""
    log.debug("nothing to do for %s %s", event.type, event.message_type)


def _put_off(received: ReceivedEvent, *, error: Exception, now: datetime) -> None:
    """Try again a little later; after some tries the event is set aside, kept with its reason."""
    log.exception("event %s could not be handled", received.pk, exc_info=error)
    received.attempts += 1
    received.due_at = now + timedelta(seconds=2**received.attempts)
    # The kind of error and no more: its words may quote what a person typed.
    received.error = type(error).__name__
    if received.attempts >= MOST_ATTEMPTS:
        received.failed_at = now
        _admit(event_from(bytes(received.payload)), received_at=received.received_at, now=now)
    received.save(update_fields=["attempts", "due_at", "error", "failed_at"])


def _admit(event: LineEvent, *, received_at: datetime, now: datetime) -> None:
    """Tell the person that nothing came of it; in the group that would only make noise."""
    if event.in_group or not event.reply_token:
        return
    grant_reply(event, received_at=received_at)
    turn = turn_in(event.chat, user_id=event.user_id, in_group=False, now=now)
    with turn.tone():
        turn.tell(cards.kept_for_later(), kind="kept_for_later")
