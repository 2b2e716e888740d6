"""Everything that can be asked about requests."""

from datetime import datetime

from django.db.models import Q, QuerySet

from chapwai.citations.citation import Citation
from chapwai.citations.models import Picture
from chapwai.document_requests.lifecycle import FIRST, OPEN, Status
from chapwai.document_requests.models import DocumentRequest, Supply
from chapwai.libraries.models import Library, Network, Patron, Staff


def request_with_number(number: str, *, network: Network) -> DocumentRequest | None:
    """The request that people of this network call by this number."""
    return _with_libraries().filter(number=number, network=network).first()


def claims_of(library: Library) -> list[DocumentRequest]:
    """What the library has promised and not yet supplied, the oldest promise first."""
    return list(
        _with_libraries()
        .filter(status=Status.WILL_SUPPLY, supplying_library=library)
        .order_by("supply__claimed_at")
    )


def requests_to_review(library: Library) -> list[DocumentRequest]:
    """What the library has to review, the oldest first."""
    review = _with_libraries().filter(requesting_library=library, status=Status.UNDER_REVIEW)
    return list(review.order_by("created_at"))


def open_requests(network: Network) -> list[DocumentRequest]:
    """What any library of the network may claim, the newest first."""
    return list(
        _with_libraries()
        .filter(network=network, status=Status.REQUEST_RECEIVED)
        .order_by("-created_at")
    )


def newest_request_of_staff(staff: Staff, *, since: datetime) -> DocumentRequest | None:
    """What this librarian asked for last, if that was since then."""
    asked = _with_libraries().filter(requested_by=staff, patron=None, created_at__gte=since)
    return asked.order_by("-id").first()


def newest_request_asked_for_by(
    person: Staff | Patron, *, since: datetime
) -> DocumentRequest | None:
    """What this person asked for last, if that was since then and nobody works on it yet."""
    asked = _with_libraries().filter(created_at__gte=since, status__in=FIRST)
    own = Q(patron=person) if isinstance(person, Patron) else Q(requested_by=person, patron=None)
    return asked.filter(own).order_by("-id").first()


def requests_of_patron(patron: Patron, *, limit: int = 5) -> list[DocumentRequest]:
    """The reader's own requests: open ones first, then the newest."""
    newest = list(_with_libraries().filter(patron=patron).order_by("-created_at")[:50])
    return sorted(newest, key=lambda one: one.status not in OPEN)[:limit]


def earlier_request_for(doc_request: DocumentRequest, *, since: datetime) -> DocumentRequest | None:
    """A request of the same library for the same article, made since then and not called off."""
    same = _with_libraries().filter(
        requesting_library=doc_request.requesting_library, created_at__gte=since
    )
    same = same.exclude(pk=doc_request.pk).exclude(status=Status.CANCELLED)
    return _same_article(same, doc_request).order_by("-created_at").first()


def asked_by(person: Staff | Patron) -> Q:
    """The condition that a request is this reader's own, or this librarian's library's."""
    if isinstance(person, Patron):
        return Q(patron=person)
    return Q(requesting_library=person.library)


def was_before_the_network(doc_request: DocumentRequest) -> bool:
    """Whether the other libraries have ever been asked; before that it is none of theirs."""
    return doc_request.events.filter(status=Status.REQUEST_RECEIVED).exists()


def request_made_of(picture: Picture | None, item: Citation) -> DocumentRequest | None:
    """What was asked for from this very picture for this very item, unless it was called off."""
    made = _with_libraries().filter(picture=picture, picture__isnull=False)
    return (
        made.exclude(status=Status.CANCELLED)
        .filter(title_of_component=item.title or "", title=item.journal or "", pmid=item.pmid or "")
        .first()
    )


def supplies_on_their_way() -> QuerySet[Supply]:
    """Supplies whose document is in and has not reached the reader."""
    return Supply.objects.filter(
        doc_request__status=Status.SUPPLYING, ended_by="", delivered_at=None, document__isnull=False
    )


def number_of_noes(doc_request: DocumentRequest) -> int:
    """How many libraries have said that they cannot supply it."""
    return doc_request.answers.count()


def libraries_asked(doc_request: DocumentRequest) -> int:
    """How many libraries could answer: the network without the one that asks."""
    return doc_request.network.libraries.exclude(pk=doc_request.requesting_library_id).count()


def delivery_address(doc_request: DocumentRequest) -> str:
    """Where the reader gets mail; empty for a reader who is reached through the librarian."""
    if doc_request.patron_email:
        return doc_request.patron_email
    if doc_request.patron:
        return doc_request.patron.email
    return doc_request.requested_by.email if doc_request.requested_by else ""


def librarian_address(doc_request: DocumentRequest) -> str:
    """Who answers for the request at home and gets the copy."""
    return (doc_request.requested_by or doc_request.requesting_library).email


def reader_name(doc_request: DocumentRequest) -> str:
    """How a letter addresses the reader; empty for somebody known by an address alone."""
    if doc_request.patron:
        return doc_request.patron.name
    no_reader = doc_request.requested_by and not doc_request.patron_email
    return doc_request.requested_by.name if no_reader and doc_request.requested_by else ""


def reader_language(doc_request: DocumentRequest) -> str:
    """The language of letters to the reader."""
    reader = doc_request.patron or doc_request.requested_by
    return reader.language if reader else doc_request.network.language


def _same_article(
    candidates: QuerySet[DocumentRequest], doc_request: DocumentRequest
) -> QuerySet[DocumentRequest]:
    if doc_request.doi:
        return candidates.filter(doi=doc_request.doi)
    if doc_request.pmid:
        return candidates.filter(pmid=doc_request.pmid)
    if doc_request.title_of_component:
        return candidates.filter(title_of_component__iexact=doc_request.title_of_component)
    return candidates.none()


def _with_libraries() -> QuerySet[DocumentRequest]:
    return DocumentRequest.objects.select_related(
        "network", "requesting_library", "supplying_library", "supply", "patron", "requested_by"
    )
