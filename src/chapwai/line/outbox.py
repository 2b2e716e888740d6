"""What we have to say in a chat waits here for the cheapest way out.

A reply is free but needs a token that lives for less than a minute; whatever waits for the chat
rides on it. Only a message with `push_at` may cost something, and not before that moment.
"""

import logging
import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet, Sum

from chapwai.line.client import LineClient, LineError, Sent
from chapwai.line.events import LineEvent
from chapwai.line.models import OutgoingMessage, OutgoingState, ReplyToken, SentBy

log = logging.getLogger(__name__)

Json = dict[str, Any]
MESSAGES_A_REQUEST = 5
# LINE promises a minute; the answer has to reach it within that.
TOKEN_LIFE = timedelta(seconds=50)
# A token is kept for what its event will bring; before it dies, whatever waits may have it.
LAST_CHANCE = timedelta(seconds=12)
# Longer than any call to LINE may take: a batch still open by then was left by a crash.
CRASHED_AFTER = timedelta(seconds=60)
RETRY_KEY_LIFE = timedelta(hours=24)


def grant_reply(event: LineEvent, *, received_at: datetime) -> None:
    """Keep the event's permission to speak in its chat."""
    if event.reply_token and event.chat:
        ReplyToken.objects.get_or_create(
            token=event.reply_token,
            defaults={"chat": event.chat, "expires_at": received_at + TOKEN_LIFE},
        )


def say(chat: str, payload: Json, *, kind: str, now: datetime, **options: Any) -> OutgoingMessage:
    """Queue one message for a chat; `options` are fields of OutgoingMessage."""
    return OutgoingMessage.objects.create(
        chat=chat, payload=payload, kind=kind, created_at=now, **options
    )


def answer(chat: str, payload: Json, *, kind: str, now: datetime, **options: Any) -> None:
    """Queue a message that is only worth saying as a direct reply."""
    say(chat, payload, kind=kind, now=now, drop_at=now + TOKEN_LIFE, **options)


def speak(chat: str, *, client: LineClient, now: datetime) -> None:
    """Send all that can leave for this chat now."""
    while batch := _next_batch(chat, now=now):
        _send(batch, client=client, now=now)


def sweep(*, client: LineClient, now: datetime) -> None:
    """Drop what came too late, take up what a crash left, and speak wherever it is due."""
    waiting = OutgoingMessage.objects.filter(state=OutgoingState.WAITING)
    waiting.filter(drop_at__lte=now).update(state=OutgoingState.DROPPED)
    for batch in _open_batches(now=now):
        _send(batch, client=client, now=now)
    dying = ReplyToken.objects.filter(
        used_at=None, expires_at__gt=now, expires_at__lte=now + LAST_CHANCE
    )
    due = waiting.filter(Q(push_at__lte=now) | Q(chat__in=dying.values("chat")))
    for chat in due.values_list("chat", flat=True).distinct():
        speak(chat, client=client, now=now)


def take_back(message_id: int) -> bool:
    """Keep a message from being sent; False if it has left or is leaving."""
    message = OutgoingMessage.objects.filter(pk=message_id)
    message.filter(state=OutgoingState.WAITING).update(state=OutgoingState.DROPPED)
    return not message.filter(state__in=[OutgoingState.SENDING, OutgoingState.SENT]).exists()


def is_leaving(message_id: int) -> bool:
    """Whether LINE has yet to say what became of the message."""
    return OutgoingMessage.objects.filter(pk=message_id, state=OutgoingState.SENDING).exists()


def paid_messages_about(about: str) -> int:
    """How many counted messages were spent on this subject."""
    return OutgoingMessage.objects.filter(about=about).aggregate(all=Sum("cost"))["all"] or 0


def paid_messages_since(moment: datetime) -> int:
    """Counted messages sent since then, and those already promised to a push."""
    since = Q(sent_at__gte=moment) | Q(sent_at=None, created_at__gte=moment)
    spent = OutgoingMessage.objects.filter(since).aggregate(
        sent=Sum("cost"),
        promised=Sum(
            "push_cost", filter=Q(state__in=["waiting", "sending"], push_at__isnull=False)
        ),
    )
    return (spent["sent"] or 0) + (spent["promised"] or 0)


def people_reached_last(chat: str) -> int:
    """How many people the last push to the chat was counted for; 0 if there was none."""
    pushes = OutgoingMessage.objects.filter(chat=chat, sent_by=SentBy.PUSH, cost__gt=0)
    return pushes.order_by("-id").values_list("cost", flat=True).first() or 0


def message_sent_as(line_message_id: str) -> OutgoingMessage | None:
    """The message of ours that LINE knows by this id: what somebody quoted."""
    return OutgoingMessage.objects.filter(line_message_id=line_message_id).first()


@transaction.atomic
def _next_batch(chat: str, *, now: datetime) -> list[OutgoingMessage]:
    """Mark the next messages of the chat as leaving, with the reply token or push they take."""
    waiting = _waiting(chat, now=now)
    if not waiting:
        return []
    if token := _take_token(chat, now=now):
        return _mark(waiting[:MESSAGES_A_REQUEST], sent_by=SentBy.REPLY, token=token, now=now)
    due = [message for message in waiting if message.push_at and message.push_at <= now]
    return _mark(due[:MESSAGES_A_REQUEST], sent_by=SentBy.PUSH, token="", now=now)


def _waiting(chat: str, *, now: datetime) -> list[OutgoingMessage]:
    """What the chat still waits for, answers first. Locked: nobody else sends it meanwhile."""
    return list(
        OutgoingMessage.objects.select_for_update()
        .filter(Q(drop_at=None) | Q(drop_at__gt=now), chat=chat, state=OutgoingState.WAITING)
        .order_by(F("drop_at").asc(nulls_last=True), "id")
    )


def _take_token(chat: str, *, now: datetime) -> str:
    live = ReplyToken.objects.select_for_update(skip_locked=True).filter(
        chat=chat, used_at=None, expires_at__gt=now
    )
    token = live.order_by("expires_at").first()
    if token is None:
        return ""
    token.used_at = now
    token.save(update_fields=["used_at"])
    return token.token


def _mark(
    messages: list[OutgoingMessage], *, sent_by: SentBy, token: str, now: datetime
) -> list[OutgoingMessage]:
    batch = uuid.uuid4()
    for message in messages:
        message.state = OutgoingState.SENDING
        message.sent_by, message.reply_token = sent_by, token
        message.batch, message.retry_at = batch, now + CRASHED_AFTER
        message.attempts += 1
        message.save()
    return messages


def _open_batches(*, now: datetime) -> list[list[OutgoingMessage]]:
    """Batches that were begun and neither sent nor refused, each taken by one sweep only."""
    with transaction.atomic():
        overdue = list(
            OutgoingMessage.objects.select_for_update(skip_locked=True)
            .filter(state=OutgoingState.SENDING, retry_at__lte=now)
            .order_by("id")
        )
        _all(overdue).update(retry_at=now + CRASHED_AFTER, attempts=F("attempts") + 1)
    batches: dict[Any, list[OutgoingMessage]] = {}
    for message in overdue:
        batches.setdefault(message.batch, []).append(message)
    return list(batches.values())


def _send(batch: list[OutgoingMessage], *, client: LineClient, now: datetime) -> None:
    try:
        sent = _call(batch, client=client)
    except LineError as error:
        _settle_failure(batch, error=error, now=now)
    else:
        _settle_success(batch, sent=sent, now=now)


def _call(batch: list[OutgoingMessage], *, client: LineClient) -> list[Sent]:
    first, payloads = batch[0], [_with_quote(message) for message in batch]
    if first.sent_by == SentBy.REPLY:
        return client.reply(first.reply_token, payloads)
    if first.batch is None:
        raise ValueError(f"{first} leaves without a batch")
    first.push_cost = _people_in(first.chat, client=client) or first.push_cost
    return client.push(first.chat, payloads, retry_key=first.batch)


def _people_in(chat: str, *, client: LineClient) -> int:
    """How many people a push to a group is counted for; 0 if it is none or LINE does not say."""
    try:
        return client.member_count(chat) if chat.startswith("C") else 0
    except LineError:
        return 0


def _with_quote(message: OutgoingMessage) -> Json:
    """The payload, quoting the newest message of the wanted kind about the same subject."""
    payload: Json = message.payload
    if not message.quotes_kind:
        return payload
    quoted = (
        OutgoingMessage.objects.filter(
            chat=message.chat, kind=message.quotes_kind, about=message.about
        )
        .exclude(quote_token="")
        .order_by("-id")
        .first()
    )
    return payload | ({"quoteToken": quoted.quote_token} if quoted else {})


def _settle_success(batch: list[OutgoingMessage], *, sent: list[Sent], now: datetime) -> None:
    """Keep the ids. A push is counted once for each person, however many messages it holds."""
    names = sent + [Sent("", "")] * (len(batch) - len(sent))
    for position, (message, name) in enumerate(zip(batch, names, strict=False)):
        paid = message.sent_by == SentBy.PUSH and position == 0
        OutgoingMessage.objects.filter(pk=message.pk).update(
            state=OutgoingState.SENT,
            sent_at=now,
            cost=message.push_cost if paid else 0,
            line_message_id=name.message_id,
            quote_token=name.quote_token,
        )


def _settle_failure(batch: list[OutgoingMessage], *, error: LineError, now: datetime) -> None:
    log.warning("LINE refused %s of %d: %s", batch[0].sent_by, len(batch), error)
    if batch[0].sent_by == SentBy.REPLY:
        _settle_failed_reply(batch, error=error, now=now)
    elif error.out_of_quota:
        # Free replies still work, so the messages go on waiting for one.
        _all(batch).update(state=OutgoingState.WAITING, push_at=None, error=str(error))
    elif error.permanent or now - batch[0].created_at > RETRY_KEY_LIFE:
        _all(batch).update(state=OutgoingState.FAILED, error=str(error))
    else:
        pause = timedelta(seconds=5 * 2 ** min(batch[0].attempts, 9))
        _all(batch).update(retry_at=now + pause, error=str(error))


def _settle_failed_reply(batch: list[OutgoingMessage], *, error: LineError, now: datetime) -> None:
    """A token that died costs nothing: what is still worth saying waits for the next one."""
    if error.permanent and "reply token" not in str(error):
        _all(batch).update(state=OutgoingState.FAILED, error=str(error))
        return
    answers = _all(batch).filter(drop_at__isnull=False)
    # An answer is given at most once; what waits for any chance is given at least once.
    answers.update(state=OutgoingState.DROPPED, error=str(error))
    _all(batch).filter(drop_at=None).update(state=OutgoingState.WAITING, error=str(error))


def _all(batch: list[OutgoingMessage]) -> QuerySet[OutgoingMessage]:
    return OutgoingMessage.objects.filter(pk__in=[message.pk for message in batch])
