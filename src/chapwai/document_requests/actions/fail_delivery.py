"""The reader's mail server refused the document: a link takes its place, nothing is charged."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from chapwai.document_requests.lifecycle import Verb
from chapwai.document_requests.models import Delivery, MoveRefused, Supply


@transaction.atomic
def fail_delivery(supply: Supply, *, uncertain: bool, now: datetime) -> None:
    """Turn to a link, or raise MoveRefused if that was done before or the mail got through.

    uncertain: the server took the whole mail and its answer was lost, so it may have arrived.
    """
    data = {"uncertain": uncertain}
    supply.doc_request.move(
        Verb.FAIL_DELIVERY, by=None, now=now, if_still=Q(supply=supply), data=data
    )
    # The status stays as it was, so it is this that decides between two who turn at once.
    by_mail = Supply.objects.filter(pk=supply.pk, delivery=Delivery.MAIL)
    if not by_mail.update(delivery=Delivery.LINK):
        raise MoveRefused(f"{supply} goes by a link already")
