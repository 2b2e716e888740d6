"""Every card with the occasion that shows it best. A new card takes its place here."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from chapwai import cards
from chapwai.citations.citation import Citation
from chapwai.document_requests.lifecycle import Status
from tests.cards.cast import (
    HILLTOP,
    LAKESIDE,
    LIBRARIAN,
    NOW,
    ORIGINAL,
    RIVERSIDE,
    URL,
    candidates,
    citations,
    claimed,
    delivered,
    of_endless_length,
    request,
)

LATER = NOW + timedelta(hours=4)
IN_TWO_WEEKS = NOW + timedelta(days=14)
DOUBTFUL = ["year", "pages", "doi"]
LONG = of_endless_length()

OCCASIONS: dict[str, Callable[[], dict[str, Any]]] = {
    # reader
    "welcome_reader": cards.welcome_reader,
    "unknown_reader": cards.unknown_reader,
    "reading_takes_longer": lambda: cards.reading_takes_longer(7),
    "read_sure": lambda: cards.read_sure(request()),
    "read_sure_typed": lambda: cards.read_sure(request(picture=None)),
    "read_sure_long": lambda: cards.read_sure(request(**LONG)),
    "read_unsure": lambda: cards.read_unsure(request(doubtful=DOUBTFUL)),
    "read_unsure_without_title": lambda: cards.read_unsure(
        request(title_of_component="", author_of_component="", doi="", doubtful=["title", "doi"])
    ),
    "read_unsure_which": lambda: cards.read_unsure(
        request(doi="", pmid="", doubtful=["title"], candidates=candidates(4))
    ),
    **{
        f"read_unsure_{field}": lambda field=field: cards.read_unsure(
            request(doi="", pmid="", doubtful=[field, "issue"])
        )
        for field in ("title", "year", "volume", "pages")
    },
    "librarian_decides": lambda: cards.librarian_decides(request()),
    "read_several_marked": lambda: cards.read_several(
        [*citations(2), Citation(title="Part 3", pmid="1", is_marked=True)], 7
    ),
    "read_several_typed": lambda: cards.read_several(
        [Citation(pmid="1", origins={"pmid": "text"}), *citations(1)], 7
    ),
    "read_several_one": lambda: cards.read_several(citations(1), 7),
    "read_several": lambda: cards.read_several(citations(3), 7),
    "read_several_many": lambda: cards.read_several([*citations(20), Citation(pmid="1")], 7),
    "read_unreadable": lambda: cards.read_unreadable(7),
    "not_a_citation": lambda: cards.not_a_citation(7),
    **{
        f"picture_refused_{reason}": lambda reason=reason: cards.picture_refused(reason)
        for reason in ("type", "too_big", "too_many_pixels", "locked", "broken")
    },
    "needs_approval": lambda: cards.needs_approval(request()),
    "duplicate": lambda: cards.duplicate(claimed("A118")),
    **{
        f"state_now_{status.name.lower()}": lambda status=status: cards.state_now(
            claimed(status=status), 12, 60
        )
        for status in Status
    },
    "state_now_link": lambda: cards.state_now(delivered(delivery="link"), 0, 3),
    "my_requests": lambda: cards.my_requests([request(), delivered(number="A118")]),
    "my_requests_none": lambda: cards.my_requests([]),
    "document_mailed": lambda: cards.document_mailed(delivered(), NOW),
    "mail_refused_reader": lambda: cards.mail_refused_reader(delivered(), URL),
    "sent_to_network": lambda: cards.sent_to_network(request()),
    "unfilled_reader": lambda: cards.unfilled_reader(request(status=Status.UNFILLED), 60),
    "unfilled_reader_one": lambda: cards.unfilled_reader(request(status=Status.UNFILLED), 1),
    "request_cancelled": lambda: cards.request_cancelled(request(status=Status.CANCELLED)),
    # home librarian
    "review_request": lambda: cards.review_request(
        request(status=Status.UNDER_REVIEW),
        duplicate=None,
        deposit_enough=True,
        original=ORIGINAL,
    ),
    "review_request_doubts": lambda: cards.review_request(
        request(status=Status.UNDER_REVIEW, doubtful=DOUBTFUL),
        duplicate=request("A118"),
        deposit_enough=False,
        original=ORIGINAL,
    ),
    "sent_out": lambda: cards.sent_out(request(), waiting=False),
    "sent_out_waiting": lambda: cards.sent_out(request(), waiting=True),
    "deposit_too_low": lambda: cards.deposit_too_low(request(), HILLTOP, balance=1250, price=2000),
    "unfilled": lambda: cards.unfilled(request(status=Status.UNFILLED), 58, 60),
    "delivered_link": lambda: cards.delivered_link(delivered(), URL, IN_TWO_WEEKS, 5),
    "mail_refused": lambda: cards.mail_refused(claimed(), URL, uncertain=False),
    "mail_refused_uncertain": lambda: cards.mail_refused(claimed(), URL, uncertain=True),
    "delivered_requester": lambda: cards.delivered_requester(delivered(), 48000),
    "delivered_requester_free": lambda: cards.delivered_requester(delivered(price=0), None),
    # group and supplier
    "request_card": lambda: cards.request_card(request()),
    "request_card_again": lambda: cards.request_card(request(), 12, 60),
    "request_card_long": lambda: cards.request_card(request(**LONG), 12, 60),
    "request_taken": lambda: cards.request_taken(
        claimed(supplier=LAKESIDE), None, with_instructions=False, lease_until=LATER
    ),
    "request_taken_mention": lambda: cards.request_taken(
        claimed(), LIBRARIAN.line_user_id, with_instructions=True, lease_until=LATER
    ),
    "please_send_document": lambda: cards.please_send_document(claimed(), LATER),
    "no_longer_open": lambda: cards.no_longer_open(claimed()),
    "no_longer_open_cancelled": lambda: cards.no_longer_open(request(status=Status.CANCELLED)),
    "own_request": lambda: cards.own_request(request()),
    "not_registered": cards.not_registered,
    "claim_refused_for_now": lambda: cards.claim_refused_for_now(request()),
    "no_recorded": lambda: cards.no_recorded(request()),
    "released": lambda: cards.released(request()),
    "lapsed_yours": lambda: cards.lapsed_yours(request()),
    "cancelled": lambda: cards.cancelled(request(status=Status.CANCELLED)),
    # file and delivery
    "which_request": lambda: cards.which_request([claimed(), claimed("A124", **LONG)], 7),
    "which_request_many": lambda: cards.which_request(
        [claimed(f"A{number}", **LONG) for number in range(100, 140)], 7
    ),
    "nothing_claimed": cards.nothing_claimed,
    **{
        f"file_refused_{reason}": lambda reason=reason: cards.file_refused(reason, 104_857_601)
        for reason in ("encrypted", "kind", "too_big", "broken", "too_many_pages", "timed_out")
    },
    "file_refused_scan": lambda: cards.file_refused("too_big", 400_000),
    "file_taken": lambda: cards.file_taken(claimed()),
    "document_delivered": lambda: cards.document_delivered(delivered(), 65),
    "document_delivered_link": lambda: cards.document_delivered(delivered(delivery="link"), 12),
    "supplier_thanks": lambda: cards.supplier_thanks(delivered(), 2000),
    "supplier_thanks_free": lambda: cards.supplier_thanks(delivered(), 0),
    "problem_reported_supplier": lambda: cards.problem_reported_supplier(
        request(), "pages_missing", 2000
    ),
    "problem_reported_supplier_free": lambda: cards.problem_reported_supplier(
        request(), "cannot_open", 0
    ),
    "problem_noted": lambda: cards.problem_noted(request()),
    # service
    "balance": lambda: cards.balance(
        [cards.Deposit(RIVERSIDE, HILLTOP, 48000, 2000), cards.Deposit(RIVERSIDE, LAKESIDE, 50, 0)]
    ),
    "balance_none": lambda: cards.balance([]),
    "open_requests": lambda: cards.open_requests(
        RIVERSIDE,
        review=[request("A125", status=Status.UNDER_REVIEW)],
        claims=[claimed()],
        open_count=5,
    ),
    "open_requests_none": lambda: cards.open_requests(
        RIVERSIDE, review=[], claims=[], open_count=0
    ),
    "help_reader": cards.help_reader,
    "help_librarian": cards.help_librarian,
    "kept_for_later": cards.kept_for_later,
    "not_understood": cards.not_understood,
    "closed_and_filed": cards.closed_and_filed,
}
