from datetime import timedelta

from chapwai.document_requests.lifecycle import Status, Verb
from chapwai.document_requests.timers import act_on_due_requests
from chapwai.ledger.queries import held_of
from tests.building import NINE, claimed_request, minutes, place_a_request, supplied_request

MOMENT = timedelta(seconds=1)
GIVEN_UP = NINE + timedelta(hours=72)


class TestActOnDueRequests:
    def test_lapses_a_claim_whose_time_is_over(self, riverside, hilltop):
        doc_request = claimed_request(riverside, hilltop)

        assert act_on_due_requests(now=minutes(240)) == 1

        doc_request.refresh_from_db()
        assert doc_request.status == Status.REQUEST_RECEIVED
        assert doc_request.events.filter(verb=Verb.LAPSE).count() == 1
        assert held_of(hilltop.library.symbol, riverside.library.symbol) == 0

    def test_gives_up_a_request_that_nobody_has_claimed(self, riverside):
        doc_request = place_a_request(riverside)

        assert act_on_due_requests(now=GIVEN_UP) == 1

        doc_request.refresh_from_db()
        assert doc_request.status == Status.UNFILLED
        assert doc_request.events.get(verb=Verb.GIVE_UP).data == {"noes": 0, "asked": 2}

    def test_leaves_a_claim_its_last_moment(self, riverside, hilltop):
        claimed_request(riverside, hilltop)

        assert act_on_due_requests(now=minutes(240) - MOMENT) == 0

    def test_waits_for_a_claim_to_the_last_moment(self, riverside):
        place_a_request(riverside)

        assert act_on_due_requests(now=GIVEN_UP - MOMENT) == 0

    def test_leaves_a_request_that_its_library_still_looks_at(self, reader):
        place_a_request(reader)

        assert act_on_due_requests(now=NINE + timedelta(days=365)) == 0

    def test_leaves_a_document_on_its_way(self, riverside, hilltop):
        supplied_request(riverside, hilltop)

        assert act_on_due_requests(now=NINE + timedelta(days=365)) == 0

    def test_acts_on_everything_that_is_due_and_only_once(self, riverside, hilltop):
        for _ in range(3):
            claimed_request(riverside, hilltop)

        assert act_on_due_requests(now=minutes(240)) == 3
        assert act_on_due_requests(now=minutes(240)) == 0
