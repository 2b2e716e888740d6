"""Events become notices: read from the rows that the actions wrote, each told once."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import OperationalError, transaction

from chapwai import cards
from chapwai.document_requests.lifecycle import MOVES, Verb
from chapwai.document_requests.models import RequestEvent
from chapwai.libraries.models import Network
from chapwai.line import outbox
from chapwai.notices.listeners import Listener
from chapwai.notices.models import Notice
from chapwai.notices.months import month_began
from chapwai.notices.rules import SOON, TELL, Tell

log = logging.getLogger(__name__)

Json = dict[str, Any]
# Facts about money stay true whatever becomes of the request.
LASTING = ("deposit_too_low", "problem_reported_supplier")


def tell_new_events(*, now: datetime) -> set[str]:
    """Queue what people have to hear of new events; gives the chats that something waits for."""
    chats: set[str] = set()
    while (told := _tell_next(now=now)) is not None:
        chats |= told
    return chats


@transaction.atomic
def _tell_next(*, now: datetime) -> set[str] | None:
    event = (
        RequestEvent.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related(
            "doc_request__network",
            "doc_request__requesting_library__network",
            "doc_request__requested_by",
            "doc_request__patron__group",
            "supply__library",
            "supply__staff",
            "supply__document",
            "supply__doc_request__network",
        )
        .filter(told_at=None)
        .order_by("id")
        .first()
    )
    if event is None:
        return None
    event.told_at = now
    event.save(update_fields=["told_at"])
    try:
        with transaction.atomic():
            return _tell_everybody(event, now=now)
    except OperationalError:
        raise  # the database is away for the moment: this event is told later
    except Exception:  # one card that cannot be drawn must not silence all news behind it
        log.exception("nobody could be told of event %s", event.pk)
        return set()


def _tell_everybody(event: RequestEvent, *, now: datetime) -> set[str]:
    if event.verb in MOVES:
        _drop_what_is_no_longer_so(event)
    rules = [rule for rule in TELL[Verb(event.verb)] if rule.when(event)]
    return {chat for rule in rules for chat in _tell(event, rule, now=now)}


def _drop_what_is_no_longer_so(event: RequestEvent) -> None:
    """The request has moved on: what still waits to be said about it would be stale."""
    stale = Notice.objects.filter(event__doc_request=event.doc_request, event_id__lt=event.pk)
    stale = stale.exclude(card__in=LASTING)
    for message_id in stale.filter(message__isnull=False).values_list("message_id", flat=True):
        outbox.take_back(message_id)
    stale.filter(mailed_at=None).update(mail_at=None)


def _tell(event: RequestEvent, rule: Tell, *, now: datetime) -> list[str]:
    """Tell everybody the rule names; gives the chats that now wait for a carrier."""
    chats = []
    for listener in rule.audience(event):
        with cards.tone(language=listener.language, voice=listener.voice, now=now):
            notice = _notice(event, rule, listener, now=now)
        if notice.message:
            chats.append(notice.message.chat)
    return chats


def _notice(event: RequestEvent, rule: Tell, listener: Listener, *, now: datetime) -> Notice:
    card, name = rule.card(event, listener, now), rule.card.__name__
    push = _push_at(event, rule, listener, now=now)
    mail = _mail_at(rule, listener, push=push, now=now)
    message = None
    if listener.chat:
        message = outbox.say(
            listener.chat,
            card,
            kind=name,
            about=event.doc_request.number,
            quotes_kind=rule.quotes,
            push_at=push,
            push_cost=listener.people if push else 0,
            now=now,
        )
    return Notice.objects.create(
        event=event,
        card=name,
        recipient=listener.key,
        message=message,
        content=card if mail else None,
        mail_at=mail,
    )


def _push_at(
    event: RequestEvent, rule: Tell, listener: Listener, *, now: datetime
) -> datetime | None:
    """When a counted message may be spent on this, if this month's budget still has it."""
    network = event.doc_request.network
    wait = rule.push
    if rule.as_network_pushes:
        wait = timedelta(minutes=network.group_push_after_minutes)
    if wait is None or not listener.chat or not _affordable(network, listener, now=now):
        return None
    return now + wait


def _affordable(network: Network, listener: Listener, *, now: datetime) -> bool:
    spent = outbox.paid_messages_since(month_began(now))
    return spent + listener.people <= network.monthly_push_budget


def _mail_at(
    rule: Tell, listener: Listener, *, push: datetime | None, now: datetime
) -> datetime | None:
    """When a mail takes over: at once for people without LINE, soon after a push that failed."""
    if rule.mail is None or not listener.address:
        return None
    if push:
        return push + max(rule.mail, SOON)
    return now + rule.mail if listener.chat else now
