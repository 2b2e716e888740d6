"""Due mails go out, one conversation a recipient, each step kept before the next is taken."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from chapwai.mail.addresses import BadAddress
from chapwai.mail.models import Recipient, RecipientState
from chapwai.mail.smtp import Attempt, Outcome, Phase, SmtpServer, send

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
# Longer than a whole conversation may take: whoever still holds a try by then is gone.
LEASE = timedelta(minutes=2)
GIVE_UP_AFTER = timedelta(hours=48)
PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240)]

FINAL = {
    Outcome.ACCEPTED: RecipientState.ACCEPTED,
    Outcome.REFUSED: RecipientState.REFUSED,
    Outcome.TOO_BIG: RecipientState.REFUSED,
    Outcome.UNCERTAIN: RecipientState.UNCERTAIN,
}


class TryLost(Exception):
    """Another worker took this try over while we were away; whatever we do now is too much."""


def send_due_mails(*, server: SmtpServer, clock: Clock) -> int:
    """Send all that is due now and tell how many tries that were."""
    tries = 0
    while recipient := _take_one(now=clock()):
        _try(recipient, server=server, clock=clock)
        tries += 1
    return tries


@transaction.atomic
def _take_one(*, now: datetime) -> Recipient | None:
    """The next recipient that is due, leased to us; left-overs of a crash are judged here."""
    due = Recipient.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        state__in=[RecipientState.WAITING, RecipientState.SENDING], due_at__lte=now
    )
    # One row at a time: each brings the whole mail, and what we lock others cannot send.
    while recipient := due.select_related("mail").order_by("due_at", "id").first():
        if not recipient.body_sent:
            return _leased(recipient, now=now)
        # The last try died between the end of the mail and the server's answer.
        _settle(recipient, RecipientState.UNCERTAIN, now=now)
    return None


def _leased(recipient: Recipient, *, now: datetime) -> Recipient:
    recipient.state = RecipientState.SENDING
    recipient.attempt += 1
    recipient.due_at = now + LEASE
    recipient.save(update_fields=["state", "attempt", "due_at"])
    return recipient


def _try(recipient: Recipient, *, server: SmtpServer, clock: Clock) -> None:
    try:
        attempt = _converse(recipient, server=server)
    except TryLost:
        log.warning("try %d of recipient %d was taken over", recipient.attempt, recipient.pk)
        return
    _keep_outcome(recipient, attempt, now=clock())


def _converse(recipient: Recipient, *, server: SmtpServer) -> Attempt:
    try:
        return send(
            bytes(recipient.mail.content),
            sender=recipient.mail.sender,
            recipient=recipient.address,
            server=server,
            before_final_dot=lambda: _mark_body_sent(recipient),
        )
    except BadAddress as error:
        return Attempt(Outcome.REFUSED, Phase.CONNECTING, None, str(error))


def _mark_body_sent(recipient: Recipient) -> None:
    """From here on a silence means that the mail may have arrived."""
    still_ours = Recipient.objects.filter(
        pk=recipient.pk, attempt=recipient.attempt, state=RecipientState.SENDING
    )
    if not still_ours.update(body_sent=True):
        raise TryLost


def _keep_outcome(recipient: Recipient, attempt: Attempt, *, now: datetime) -> None:
    recipient.phase, recipient.code, recipient.answer = attempt.phase, attempt.code, attempt.text
    if attempt.outcome in FINAL:
        _settle(recipient, FINAL[attempt.outcome], now=now)
    elif now - recipient.mail.created_at > GIVE_UP_AFTER:
        _settle(recipient, RecipientState.EXPIRED, now=now)
    else:
        _put_off(recipient, now=now)


def _settle(recipient: Recipient, state: RecipientState, *, now: datetime) -> None:
    _if_still_ours(recipient, state=state, settled_at=now)


def _put_off(recipient: Recipient, *, now: datetime) -> None:
    pause = PAUSES[min(recipient.attempt, len(PAUSES)) - 1]
    # The server said no to this try, so nothing of it is in doubt.
    _if_still_ours(recipient, state=RecipientState.WAITING, due_at=now + pause, body_sent=False)


def _if_still_ours(recipient: Recipient, **changes: object) -> None:
    """A stalled worker that wakes up late must not overwrite what its successor found."""
    Recipient.objects.filter(pk=recipient.pk, attempt=recipient.attempt, settled_at=None).update(
        phase=recipient.phase, code=recipient.code, answer=recipient.answer, **changes
    )
