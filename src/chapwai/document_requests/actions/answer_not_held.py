"""A library says that it cannot supply. "No" is an answer, and it is remembered."""

from datetime import datetime

from django.db import transaction

from chapwai.document_requests.actions.give_up import give_up_request
from chapwai.document_requests.lifecycle import Status, Verb
from chapwai.document_requests.models import Answer, DocumentRequest, ReasonUnfilled
from chapwai.document_requests.queries import libraries_asked, number_of_noes
from chapwai.libraries.models import Staff


@transaction.atomic
def answer_not_held(
    doc_request: DocumentRequest,
    *,
    staff: Staff,
    now: datetime,
    reason: ReasonUnfilled = ReasonUnfilled.NOT_HELD,
) -> bool:
    """Keep the library's answer and tell whether it is news; the last "no" ends the request.

    The asking library's own "no" says nothing about the network and is not kept.
    """
    if staff.library == doc_request.requesting_library:
        return False
    # Locked, so that of two last answers one sees the other and the request ends.
    doc_request = DocumentRequest.objects.select_for_update().get(pk=doc_request.pk)
    _, first = Answer.objects.update_or_create(
        doc_request=doc_request,
        library=staff.library,
        defaults={"staff": staff, "reason": reason, "at": now},
    )
    if first:
        data = {"library": staff.library.symbol, "reason": reason}
        doc_request.record(Verb.ANSWER_NOT_HELD, by=staff, now=now, data=data)
        _end_if_everybody_said_no(doc_request, now=now)
    return first


def _end_if_everybody_said_no(doc_request: DocumentRequest, *, now: datetime) -> None:
    open_to_all = doc_request.status == Status.REQUEST_RECEIVED
    if open_to_all and number_of_noes(doc_request) >= libraries_asked(doc_request):
        give_up_request(doc_request, now=now)
