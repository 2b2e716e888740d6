"""The address where the home library sees what the asker sent, beside what was made of it.

It is opened from a librarian's own chat or mail, perhaps in a browser that knows no session, so
whoever has the address may look: it is signed, runs out, and ends with the request.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer

from chapwai.document_requests.lifecycle import OPEN
from chapwai.document_requests.models import DocumentRequest

GOOD_FOR = timedelta(days=14)
_signer = Signer(salt="what was sent for a request")


class NothingToSee(Exception):
    """The address was never given out, has run out, or its request has ended."""


def original_url(doc_request: DocumentRequest) -> str:
    """Where the photo or the words of this request can be seen."""
    return f"{settings.PUBLIC_URL}/requests/{_signer.sign(doc_request.number)}"


def request_behind(token: str, *, now: datetime) -> DocumentRequest:
    """The request whose original the address shows; raises NothingToSee."""
    try:
        number = _signer.unsign(token)
    except BadSignature as wrong:
        raise NothingToSee from wrong
    requests = DocumentRequest.objects.select_related("requesting_library__network", "picture")
    still_open = requests.filter(status__in=OPEN, created_at__gt=now - GOOD_FOR)
    doc_request = still_open.filter(number=number).first()
    if doc_request is None:
        raise NothingToSee
    return doc_request
