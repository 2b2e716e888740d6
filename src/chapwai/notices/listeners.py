"""Who hears of an event: one line for each, with the way to reach them."""

from collections.abc import Callable
from dataclasses import dataclass

from chapwai.document_requests.models import RequestEvent
from chapwai.libraries.models import Network, Patron, Staff
from chapwai.libraries.queries import librarians_of
from chapwai.line.outbox import people_reached_last


@dataclass(frozen=True)
class Listener:
    """Somebody who is told something. `chat` or `address` may be empty, never both for long."""

    key: str  # `group`, `staff:7`, `patron:3`
    chat: str
    address: str
    language: str
    voice: str
    people: int  # how many a push to the chat is counted for, as far as we know


Audience = Callable[[RequestEvent], list[Listener]]


def group(event: RequestEvent) -> list[Listener]:
    """Everybody in the network's LINE group: the librarians we know, and who else was reached."""
    network = event.doc_request.network
    known = Staff.objects.filter(library__network=network, line_user_id__isnull=False).count()
    people = max(known, people_reached_last(network.line_group_id))
    return [Listener("group", network.line_group_id, "", network.language, network.voice, people)]


def home_librarians(event: RequestEvent) -> list[Listener]:
    """Whoever answers for the request at home; before anybody does, all of the library's staff."""
    doc_request = event.doc_request
    if doc_request.requested_by:
        return [_staff(doc_request.requested_by, doc_request.network)]
    staff = librarians_of(doc_request.requesting_library)
    return [_staff(person, doc_request.network) for person in staff]


def reader(event: RequestEvent) -> list[Listener]:
    """The reader, if it is somebody we know."""
    patron = event.doc_request.patron
    return [_patron(patron, event.doc_request.network)] if patron else []


def supplier(event: RequestEvent) -> list[Listener]:
    """The librarian who claimed what the event is about."""
    return [_staff(event.supply.staff, event.doc_request.network)] if event.supply else []


def listener_with_key(key: str, *, network: Network) -> Listener:
    """The person that a notice was kept for, with the address of now."""
    kind, _, pk = key.partition(":")
    if kind == "staff":
        return _staff(Staff.objects.get(pk=pk), network)
    return _patron(Patron.objects.get(pk=pk), network)


def _staff(staff: Staff, network: Network) -> Listener:
    chat = staff.line_user_id or ""
    return Listener(f"staff:{staff.pk}", chat, staff.email, staff.language, network.voice, 1)


def _patron(patron: Patron, network: Network) -> Listener:
    chat = patron.line_user_id or ""
    return Listener(f"patron:{patron.pk}", chat, patron.email, patron.language, network.voice, 1)
