"""A librarian says, after asking, where the reader gets mail."""

from chapwai.document_requests.lifecycle import Status
from chapwai.document_requests.models import DocumentRequest
from chapwai.libraries.models import Staff


def address_request(doc_request: DocumentRequest, *, email: str, staff: Staff) -> bool:
    """Take the address while the document is not on its way yet; tell whether that was so."""
    waiting = DocumentRequest.objects.filter(
        pk=doc_request.pk,
        requesting_library=staff.library,
        patron=None,
        status__in=[Status.REQUEST_RECEIVED, Status.WILL_SUPPLY],
    )
    return bool(waiting.update(patron_email=email))
