"""Events are kept before they are answered, each exactly once, in one statement."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection

from chapwai.line.events import LineEvent, payload_of

KEEP = """
    INSERT INTO line_receivedevent
        (webhook_event_id, payload, conversation, received_at, due_at, attempts, error)
    SELECT event_id, payload, conversation, %(now)s, %(now)s, 0, ''
    FROM unnest(%(ids)s::text[], %(payloads)s::bytea[], %(conversations)s::text[])
        AS event (event_id, payload, conversation)
    ON CONFLICT (webhook_event_id) DO NOTHING
"""


def keep_events(events: Sequence[LineEvent], *, now: datetime) -> int:
    """Keep what is new of a webhook's events and tell how many that were."""
    if not events:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            KEEP,
            {
                "now": now,
                "ids": [event.event_id for event in events],
                "payloads": [payload_of(event) for event in events],
                "conversations": [event.conversation for event in events],
            },
        )
        return int(cursor.rowcount)
