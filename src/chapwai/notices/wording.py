"""Each occasion's card, from the event that it speaks of. Named as in the table of rules."""

from datetime import datetime, timedelta
from typing import Any

from chapwai import cards
from chapwai.deliveries.links import link_for, url_of
from chapwai.document_requests.actions.report_problem import Problem
from chapwai.document_requests.models import RequestEvent, Supply
from chapwai.document_requests.original import original_url
from chapwai.document_requests.queries import (
    earlier_request_for,
    libraries_asked,
    number_of_noes,
)
from chapwai.ledger.queries import available_of, balance_of
from chapwai.libraries.models import Library
from chapwai.notices.listeners import Listener

Json = dict[str, Any]
# A second request for the same article within this time is worth a look.
RECENT = timedelta(days=365)


def review_request(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    doc_request = event.doc_request
    return cards.review_request(
        doc_request,
        duplicate=earlier_request_for(doc_request, since=now - RECENT),
        deposit_enough=_somebody_can_be_paid(doc_request.requesting_library),
        original=original_url(doc_request),
    )


def request_card(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    doc_request = event.doc_request
    return cards.request_card(
        doc_request, noes=number_of_noes(doc_request), asked=libraries_asked(doc_request)
    )


def sent_to_network(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    return cards.sent_to_network(event.doc_request)


def request_taken(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    supply, asker = _supply(event), event.doc_request.requested_by
    return cards.request_taken(
        event.doc_request,
        mention=asker.line_user_id if asker else None,
        with_instructions=True,
        lease_until=supply.lease_until,
    )


def please_send_document(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    return cards.please_send_document(event.doc_request, lease_until=_supply(event).lease_until)


def released(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    return cards.released(event.doc_request)


def lapsed_yours(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    return cards.lapsed_yours(event.doc_request)


def delivered_link(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    link = link_for(_supply(event), now=now)
    return cards.delivered_link(
        event.doc_request,
        url=url_of(link),
        until=link.expires_at,
        downloads=link.downloads_left,
    )


def supplier_thanks(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    return cards.supplier_thanks(event.doc_request, amount=_supply(event).price_amount)


def document_mailed(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    return cards.document_mailed(event.doc_request, at=event.at)


def delivered_requester(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    doc_request, supply = event.doc_request, _supply(event)
    balance = balance_of(supply.library.symbol, doc_request.requesting_library.symbol)
    return cards.delivered_requester(doc_request, balance=balance)


def document_delivered(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    waited = event.at - event.doc_request.created_at
    return cards.document_delivered(event.doc_request, minutes=_whole_minutes(waited))


def mail_refused(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    url = url_of(link_for(_supply(event), now=now))
    return cards.mail_refused(event.doc_request, url=url, uncertain=event.data["uncertain"])


def mail_refused_reader(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    return cards.mail_refused_reader(
        event.doc_request, url=url_of(link_for(_supply(event), now=now))
    )


def problem_reported_supplier(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    return cards.problem_reported_supplier(
        event.doc_request,
        problem=Problem(event.data["problem"]),
        amount=_supply(event).price_amount,
    )


def cancelled(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    return cards.cancelled(event.doc_request)


def request_cancelled(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    return cards.request_cancelled(event.doc_request)


def unfilled(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    return cards.unfilled(event.doc_request, noes=event.data["noes"], asked=event.data["asked"])


def unfilled_reader(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    return cards.unfilled_reader(event.doc_request, asked=event.data["asked"])


def deposit_too_low(event: RequestEvent, listener: Listener, now: datetime) -> Json:
    supplier = Library.objects.get(symbol=event.data["library"])
    return cards.deposit_too_low(
        event.doc_request,
        supplier=supplier,
        balance=available_of(supplier.symbol, event.doc_request.requesting_library.symbol),
        price=event.data["price"],
    )


def _supply(event: RequestEvent) -> Supply:
    """The supply an event is about; asking for it where there is none is a mistake of the table."""
    if event.supply is None:
        raise ValueError(f"{event} is about no supply")
    return event.supply


def _somebody_can_be_paid(payer: Library) -> bool:
    """Whether the deposit at any other library reaches for one article."""
    others = payer.network.libraries.exclude(pk=payer.pk)
    return any(available_of(other.symbol, payer.symbol) >= other.price_amount for other in others)


def _whole_minutes(span: timedelta) -> int:
    """Rounded up: a promise kept in 61 seconds took two minutes."""
    return max(1, -(-int(span.total_seconds()) // 60))
