"""A notice that LINE has not carried in time goes by mail."""

import logging
from datetime import datetime, timedelta
from email.utils import make_msgid, parseaddr

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

from chapwai import cards
from chapwai.deliveries.letters import Letter, notice_letter
from chapwai.line.outbox import is_leaving, take_back
from chapwai.mail.actions.queue import queue_mail
from chapwai.mail.message import render
from chapwai.notices.listeners import Listener, listener_with_key
from chapwai.notices.models import Notice

log = logging.getLogger(__name__)

LOOK_AGAIN = timedelta(minutes=5)


def mail_overdue_notices(*, now: datetime) -> int:
    """Queue a mail for each notice whose time for a free carrier is over; tell how many."""
    mailed = 0
    while (was_mailed := _next_overdue(now=now)) is not None:
        mailed += was_mailed
    return mailed


@transaction.atomic
def _next_overdue(*, now: datetime) -> bool | None:
    notice = (
        Notice.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("event__doc_request__network")
        .filter(mail_at__lte=now, mailed_at=None)
        .order_by("mail_at", "id")
        .first()
    )
    if notice is None:
        return None
    # Either LINE carries it or the mail does, never both.
    if notice.message_id and not take_back(notice.message_id):
        notice.mail_at = now + LOOK_AGAIN if is_leaving(notice.message_id) else None
    elif _could_be_queued(notice, now=now):
        notice.mailed_at = now
    else:
        notice.mail_at = None
    notice.save(update_fields=["mail_at", "mailed_at"])
    return notice.mailed_at is not None


def _could_be_queued(notice: Notice, *, now: datetime) -> bool:
    """False for somebody who is gone or whose address is none: nobody else waits for that."""
    try:
        _queue(notice, now=now)
    except (ObjectDoesNotExist, ValueError):
        log.exception("notice %s cannot be mailed", notice.pk)
        return False
    return True


def _queue(notice: Notice, *, now: datetime) -> None:
    network = notice.event.doc_request.network
    listener = listener_with_key(notice.recipient, network=network)
    with cards.tone(language=listener.language, voice=listener.voice, now=now):
        letter = notice_letter(notice.event.doc_request.number, notice.content or {})
        message_id, content = _rendered(letter, listener, now=now)
    queue_mail(
        key=f"notice:{notice.pk}",
        message_id=message_id,
        sender=parseaddr(settings.MAIL_FROM)[1],
        content=content,
        recipients={listener.address: "notice"},
        now=now,
    )


def _rendered(letter: Letter, listener: Listener, *, now: datetime) -> tuple[str, bytes]:
    sender_name, sender = parseaddr(settings.MAIL_FROM)
    message_id = make_msgid("notice", domain=sender.rpartition("@")[2])
    content = render(
        sender=sender,
        sender_name=sender_name or "ฉับไว Chapwai",
        to=listener.address,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        message_id=message_id,
        date=now,
    )
    return message_id, content
