"""Who is told what about which event, and by which carriers. The whole of it is this table.

A free reply always comes first, then the next thing that anybody says in that chat. `push` and
`mail` say how long to wait for those before a counted message or a mail takes their place; without
them the word may wait for ever, because the same fact stands elsewhere too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from chapwai.document_requests.lifecycle import Status, Verb
from chapwai.document_requests.models import Delivery, RequestEvent
from chapwai.document_requests.queries import was_before_the_network
from chapwai.notices import wording
from chapwai.notices.listeners import (
    Audience,
    Listener,
    group,
    home_librarians,
    reader,
    supplier,
)

Json = dict[str, Any]
AT_ONCE = timedelta(0)
SOON = timedelta(minutes=10)


def always(event: RequestEvent) -> bool:
    """The rule holds for every event of its verb."""
    return True


def to_review(event: RequestEvent) -> bool:
    """The request waits for the home library."""
    return event.status == Status.UNDER_REVIEW


def open_to_all(event: RequestEvent) -> bool:
    """The request is open to the network."""
    return event.status == Status.REQUEST_RECEIVED


def by_link(event: RequestEvent) -> bool:
    """The document goes out by a link, because there is no address to mail it to."""
    return bool(event.supply and event.supply.delivery == Delivery.LINK)


def was_mailed(event: RequestEvent) -> bool:
    """The document reached the reader by mail."""
    return bool(event.supply and event.supply.delivery == Delivery.MAIL)


def was_known_to_group(event: RequestEvent) -> bool:
    """The network had been asked, so it should hear that nobody needs to look any more."""
    return was_before_the_network(event.doc_request)


def by_the_library(event: RequestEvent) -> bool:
    """A librarian did it, and not the reader."""
    return event.staff_id is not None


@dataclass(frozen=True)
class Tell:
    """One line of the table."""

    audience: Audience
    # Named as in people.md; the name is kept with the notice and with the message.
    card: Callable[[RequestEvent, Listener, datetime], Json]
    when: Callable[[RequestEvent], bool] = always
    push: timedelta | None = None
    mail: timedelta | None = None
    # The card that a line of text in the group quotes.
    quotes: str = ""
    # The network's own patience counts instead of `push`.
    as_network_pushes: bool = False


TELL: dict[Verb, list[Tell]] = {
    Verb.PLACE: [
        Tell(home_librarians, wording.review_request, to_review, push=AT_ONCE, mail=AT_ONCE),
        Tell(group, wording.request_card, open_to_all, as_network_pushes=True),
    ],
    Verb.SEND_OUT: [
        Tell(group, wording.request_card, as_network_pushes=True),
        Tell(reader, wording.sent_to_network),
    ],
    Verb.CLAIM: [
        Tell(group, wording.request_taken, quotes="request_card"),
        Tell(supplier, wording.please_send_document),
    ],
    Verb.RELEASE: [Tell(group, wording.released, quotes="request_card")],
    Verb.LAPSE: [
        Tell(group, wording.released, quotes="request_card"),
        Tell(supplier, wording.lapsed_yours, mail=SOON),
    ],
    Verb.SUPPLY: [
        Tell(home_librarians, wording.delivered_link, by_link, push=AT_ONCE, mail=AT_ONCE)
    ],
    Verb.COMPLETE: [
        Tell(supplier, wording.supplier_thanks),
        Tell(reader, wording.document_mailed, was_mailed),
        Tell(home_librarians, wording.delivered_requester),
        Tell(group, wording.document_delivered, quotes="request_card"),
    ],
    Verb.FAIL_DELIVERY: [
        Tell(home_librarians, wording.mail_refused, push=AT_ONCE, mail=AT_ONCE),
        Tell(reader, wording.mail_refused_reader),
    ],
    Verb.REPORT_PROBLEM: [
        Tell(supplier, wording.problem_reported_supplier, mail=SOON),
        Tell(group, wording.request_card, as_network_pushes=True),
    ],
    Verb.CANCEL: [
        Tell(group, wording.cancelled, was_known_to_group, quotes="request_card"),
        Tell(supplier, wording.cancelled, mail=AT_ONCE),
        Tell(reader, wording.request_cancelled, by_the_library),
    ],
    Verb.GIVE_UP: [
        Tell(home_librarians, wording.unfilled, mail=SOON),
        Tell(reader, wording.unfilled_reader, mail=SOON),
    ],
    # The card that went before may have been read already, so this one waits for a free way.
    Verb.CORRECT: [
        Tell(home_librarians, wording.review_request, to_review),
        Tell(group, wording.request_card, open_to_all),
    ],
    # "No" is remembered in silence.
    Verb.ANSWER_NOT_HELD: [],
    Verb.NOTE_LOW_DEPOSIT: [Tell(home_librarians, wording.deposit_too_low, mail=AT_ONCE)],
}
