from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from chapwai.document_requests.actions.claim import OwnRequest, TooLateToClaim, claim_request
from chapwai.document_requests.lifecycle import Status, Verb
from chapwai.document_requests.models import DocumentRequest, Supply
from chapwai.ledger.actions.hold import DepositTooLow
from chapwai.ledger.queries import balance_of, held_of
from chapwai.libraries.models import Network
from tests.building import (
    NINE,
    PRICE,
    deposit,
    librarian_at,
    library_named,
    minutes,
    place_a_request,
)


@pytest.fixture
def open_request(riverside):
    return place_a_request(riverside)


class TestClaimRequest:
    def test_gives_the_request_to_the_first_library_to_claim(self, open_request, hilltop):
        claim_request(open_request, staff=hilltop, now=NINE)

        assert open_request.status == Status.WILL_SUPPLY
        assert open_request.supplying_library == hilltop.library
        assert open_request.due_at == minutes(240)

    def test_keeps_the_price_as_it_stood_and_holds_it(self, open_request, riverside, hilltop):
        supply = claim_request(open_request, staff=hilltop, now=NINE)

        assert supply.price_amount == PRICE
        assert held_of(hilltop.library.symbol, riverside.library.symbol) == PRICE

    def test_holds_nothing_where_articles_are_free(self, open_request, riverside, hilltop):
        hilltop.library.price_amount = 0
        hilltop.library.save()

        claim_request(open_request, staff=hilltop, now=NINE)

        assert held_of(hilltop.library.symbol, riverside.library.symbol) == 0

    def test_turns_away_the_second_library(self, open_request, hilltop, lakeside):
        as_lakeside_sees_it = DocumentRequest.objects.get()  # still open on their screen
        claim_request(open_request, staff=hilltop, now=NINE)

        with pytest.raises(TooLateToClaim):
            claim_request(as_lakeside_sees_it, staff=lakeside, now=NINE)

        assert Supply.objects.get().library == hilltop.library

    def test_is_not_for_the_library_that_asks(self, open_request, riverside):
        with pytest.raises(OwnRequest):
            claim_request(open_request, staff=riverside, now=NINE)

        assert not Supply.objects.exists()

    def test_is_not_for_libraries_of_another_network(self, open_request):
        elsewhere = Network.objects.create(name="Southern libraries", line_group_id="C2")
        stranger = librarian_at(library_named("Seaside", elsewhere))

        with pytest.raises(TooLateToClaim):
            claim_request(open_request, staff=stranger, now=NINE)

    def test_leaves_no_trace_where_the_deposit_is_too_low(self, open_request, riverside, network):
        poor = librarian_at(library_named("Seaside", network))
        deposit(riverside.library, poor.library, PRICE - 1)

        with pytest.raises(DepositTooLow):
            claim_request(open_request, staff=poor, now=NINE)

        open_request.refresh_from_db()
        parties = poor.library.symbol, riverside.library.symbol
        assert (open_request.status, open_request.supply) == (Status.REQUEST_RECEIVED, None)
        assert (balance_of(*parties), held_of(*parties)) == (PRICE - 1, 0)
        assert not Supply.objects.exists()
        assert not open_request.events.filter(verb=Verb.CLAIM).exists()

    @pytest.mark.django_db(transaction=True)
    def test_has_one_winner_when_twenty_libraries_claim_at_once(
        self, open_request, riverside, network
    ):
        librarians = [librarian_at(library_named(f"Library{n}", network)) for n in range(20)]
        for librarian in librarians:
            deposit(riverside.library, librarian.library)

        def claim(staff):
            try:
                claim_request(DocumentRequest.objects.get(), staff=staff, now=NINE)
            except TooLateToClaim:
                return None
            else:
                return staff
            finally:
                connection.close()

        with ThreadPoolExecutor(20) as pool:
            winners = [staff for staff in pool.map(claim, librarians) if staff]

        open_request.refresh_from_db()
        assert [winner.library for winner in winners] == [open_request.supplying_library]
        assert open_request.events.filter(verb=Verb.CLAIM).count() == 1
        held = [held_of(one.library.symbol, riverside.library.symbol) for one in librarians]
        assert sum(held) == PRICE
