"""The supplying library hands over the document: it is on its way to the reader."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from chapwai.document_requests.lifecycle import Verb
from chapwai.document_requests.models import Delivery, DocumentRequest, Supply
from chapwai.document_requests.queries import delivery_address
from chapwai.documents.models import Document
from chapwai.libraries.models import Staff


@transaction.atomic
def supply_document(
    doc_request: DocumentRequest, *, document: Document, staff: Staff, now: datetime
) -> None:
    """Take the document for the claim, or raise MoveRefused if the claim is not this library's."""
    still_ours = Q(supplying_library=staff.library)
    doc_request.move(Verb.SUPPLY, by=staff, now=now, if_still=still_ours, due_at=None)
    Supply.objects.filter(doc_request=doc_request, ended_by="").update(
        document=document,
        supplied_at=now,
        delivery=Delivery.MAIL if delivery_address(doc_request) else Delivery.LINK,
    )
