from datetime import timedelta

import pytest

from chapwai.document_requests.actions.cancel import cancel_request
from chapwai.document_requests.actions.claim import claim_request
from chapwai.document_requests.actions.lapse import lapse_claim
from chapwai.document_requests.actions.release import release_request
from chapwai.document_requests.actions.renew import renew_claim
from chapwai.document_requests.lifecycle import Status, Verb
from chapwai.document_requests.models import MoveRefused
from chapwai.ledger.queries import balance_of, held_of
from tests.building import claimed_request, librarian_at, minutes, place_a_request, reader_of

AFTER_THE_LEASE = minutes(240)


@pytest.fixture
def claimed(riverside, hilltop):
    return claimed_request(riverside, hilltop)


@pytest.fixture
def deposit_at_hilltop(riverside, hilltop):
    parties = hilltop.library.symbol, riverside.library.symbol
    return lambda: (balance_of(*parties), held_of(*parties))


def is_open_again(doc_request):
    doc_request.refresh_from_db()
    return (doc_request.status, doc_request.supplying_library, doc_request.supply) == (
        Status.REQUEST_RECEIVED,
        None,
        None,
    )


class TestReleaseRequest:
    def test_opens_the_request_and_frees_the_money(self, claimed, hilltop, deposit_at_hilltop):
        supply = claimed.supply

        release_request(claimed, staff=hilltop, now=minutes(5))

        assert is_open_again(claimed)
        assert deposit_at_hilltop() == (50_000, 0)
        supply.refresh_from_db()
        assert supply.ended_by == Verb.RELEASE

    def test_remembers_which_claim_it_was(self, claimed, hilltop):
        supply = claimed.supply

        release_request(claimed, staff=hilltop, now=minutes(5))

        assert claimed.events.get(verb=Verb.RELEASE).supply == supply

    def test_gives_the_others_their_full_time(self, claimed, hilltop):
        release_request(claimed, staff=hilltop, now=minutes(5))

        assert claimed.due_at == minutes(5) + timedelta(hours=72)

    def test_may_be_done_by_a_colleague(self, claimed, hilltop):
        release_request(claimed, staff=librarian_at(hilltop.library), now=minutes(5))

        assert is_open_again(claimed)

    @pytest.mark.parametrize("who", ["lakeside", "riverside"])
    def test_is_not_for_other_libraries(self, claimed, who, request):
        with pytest.raises(MoveRefused):
            release_request(claimed, staff=request.getfixturevalue(who), now=minutes(5))

    def test_of_a_stale_claim_touches_no_later_one(
        self, claimed, hilltop, lakeside, deposit_at_hilltop
    ):
        stale = type(claimed).objects.select_related("supply").get(pk=claimed.pk)
        release_request(claimed, staff=hilltop, now=minutes(5))
        claim_request(claimed, staff=hilltop, now=minutes(6))

        with pytest.raises(MoveRefused):
            release_request(stale, staff=hilltop, now=minutes(7))

        assert deposit_at_hilltop() == (50_000, 2_000)


class TestLapseClaim:
    def test_opens_the_request_and_frees_the_money(self, claimed, deposit_at_hilltop):
        lapse_claim(claimed, now=AFTER_THE_LEASE)

        assert is_open_again(claimed)
        assert deposit_at_hilltop() == (50_000, 0)

    def test_is_refused_before_the_time_is_over(self, claimed):
        with pytest.raises(MoveRefused):
            lapse_claim(claimed, now=AFTER_THE_LEASE - timedelta(seconds=1))

    def test_is_refused_for_a_claim_that_was_renewed(self, claimed, hilltop):
        stale = type(claimed).objects.get(pk=claimed.pk)
        renew_claim(claimed, staff=hilltop, now=minutes(200))

        with pytest.raises(MoveRefused):
            lapse_claim(stale, now=AFTER_THE_LEASE)


class TestRenewClaim:
    def test_gives_the_full_time_again(self, claimed, hilltop):
        renew_claim(claimed, staff=hilltop, now=minutes(200))

        claimed.refresh_from_db()
        assert claimed.due_at == claimed.supply.lease_until == minutes(440)

    def test_does_nothing_for_a_claim_of_others(self, claimed, lakeside):
        renew_claim(claimed, staff=lakeside, now=minutes(200))

        claimed.refresh_from_db()
        assert claimed.due_at == AFTER_THE_LEASE


class TestCancelRequest:
    def test_frees_the_money_of_a_claim(self, claimed, riverside, deposit_at_hilltop):
        supply = claimed.supply

        cancel_request(claimed, by=riverside, now=minutes(5))

        supply.refresh_from_db()
        assert claimed.status == Status.CANCELLED
        assert claimed.due_at is None
        assert supply.ended_by == Verb.CANCEL
        assert deposit_at_hilltop() == (50_000, 0)

    @pytest.mark.parametrize("who", ["hilltop", "lakeside"])
    def test_is_not_for_other_libraries(self, claimed, who, request):
        with pytest.raises(MoveRefused):
            cancel_request(claimed, by=request.getfixturevalue(who), now=minutes(5))

    def test_is_for_the_reader_who_asked(self, reader):
        doc_request = place_a_request(reader)

        cancel_request(doc_request, by=reader, now=minutes(5))

        assert doc_request.status == Status.CANCELLED
        assert doc_request.events.get(verb=Verb.CANCEL).patron == reader

    def test_is_not_for_another_reader_of_the_same_library(self, reader, lecturers):
        other = reader_of(reader.library, group=lecturers)
        doc_request = place_a_request(reader)

        with pytest.raises(MoveRefused):
            cancel_request(doc_request, by=other, now=minutes(5))
