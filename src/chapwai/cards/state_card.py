"""What every card about the standing of one request shares."""

from collections.abc import Sequence

from chapwai.cards import drawing, words
from chapwai.cards.drawing import Json
from chapwai.cards.voice import gettext as _
from chapwai.document_requests.lifecycle import Status
from chapwai.document_requests.models import Delivery, DocumentRequest


def state_card(
    doc_request: DocumentRequest, *said: str | Json, heading: str = "", footer: Sequence[Json] = ()
) -> Json:
    """A STATE card: under the status come sentences and facts."""
    status = Status(doc_request.status)
    bubble = drawing.state(
        status,
        heading=heading or doc_request.number,
        title=words.title_line(words.item_of(doc_request)),
        body=[drawing.text(part) if isinstance(part, str) else part for part in said],
        footer=footer,
    )
    return drawing.card(bubble, alt=status_alt(doc_request))


def status_alt(doc_request: DocumentRequest) -> str:
    """What a locked phone may show of a request."""
    return f"{doc_request.number} · {Status(doc_request.status).label}"


def supplier_name(doc_request: DocumentRequest) -> str:
    """The supplying library; it may be gone by the time that we speak of what it did."""
    library = doc_request.supplying_library
    return library.short_name if library else _("the supplying library")


def goes_by_link(doc_request: DocumentRequest) -> bool:
    """Whether the document reaches the reader by a link instead of by mail."""
    return doc_request.supply is not None and doc_request.supply.delivery == Delivery.LINK
