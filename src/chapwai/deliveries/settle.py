"""What became of a delivery: the mail server's answer closes the request or turns to a link."""

from datetime import datetime

from chapwai.deliveries.prepare import READER
from chapwai.document_requests.actions.complete import complete_delivery
from chapwai.document_requests.actions.fail_delivery import fail_delivery
from chapwai.document_requests.models import Delivery, MoveRefused, Supply
from chapwai.document_requests.queries import supplies_on_their_way
from chapwai.mail.models import Recipient, RecipientState

ARRIVED = RecipientState.ACCEPTED
FAILED = {RecipientState.REFUSED, RecipientState.EXPIRED, RecipientState.UNCERTAIN}


def settle_deliveries(*, now: datetime) -> int:
    """Act on every answer for a reader that has not been acted on; tell how many that were."""
    return sum(_settle(supply, now=now) for supply in _answered())


def hand_over(supply: Supply, *, now: datetime) -> None:
    """The document was taken from its link; the first time this completes the request."""
    try:
        complete_delivery(supply, now=now)
    except MoveRefused:
        # Taken again, or the mail had got through as well: there is nothing left to settle.
        return


def _answered() -> list[Supply]:
    by_mail = supplies_on_their_way().filter(delivery=Delivery.MAIL, mail__isnull=False)
    answered = by_mail.filter(
        mail__recipients__role=READER, mail__recipients__state__in=[ARRIVED, *FAILED]
    )
    return list(answered.select_related("doc_request__requesting_library", "mail"))


def _settle(supply: Supply, *, now: datetime) -> bool:
    reader = Recipient.objects.get(mail=supply.mail, role=READER)
    try:
        if reader.state == ARRIVED:
            complete_delivery(supply, now=now)
        else:
            uncertain = reader.state == RecipientState.UNCERTAIN
            fail_delivery(supply, uncertain=uncertain, now=now)
    except MoveRefused:
        return False  # another worker settled it between our look and our move
    return True
