from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from chapwai.document_requests.actions.complete import complete_delivery
from chapwai.document_requests.actions.fail_delivery import fail_delivery
from chapwai.document_requests.lifecycle import Status, Verb
from chapwai.document_requests.models import Delivery, MoveRefused, Supply
from chapwai.ledger.queries import balance_of, held_of
from tests.building import NINE, PRICE, supplied_request


@pytest.fixture
def supply(riverside, hilltop):
    return supplied_request(riverside, hilltop).supply


def deposit_of(supply):
    parties = supply.library.symbol, supply.doc_request.requesting_library.symbol
    return balance_of(*parties), held_of(*parties)


class TestFailDelivery:
    def test_turns_to_a_link_and_charges_nothing(self, supply):
        fail_delivery(supply, uncertain=False, now=NINE)

        supply.refresh_from_db()
        assert supply.delivery == Delivery.LINK
        assert supply.doc_request.status == Status.SUPPLYING
        assert deposit_of(supply) == (50_000, PRICE)

    @pytest.mark.parametrize("uncertain", [True, False])
    def test_remembers_whether_the_mail_may_have_arrived(self, supply, uncertain):
        fail_delivery(supply, uncertain=uncertain, now=NINE)

        event = supply.doc_request.events.get(verb=Verb.FAIL_DELIVERY)
        assert event.data == {"uncertain": uncertain}

    def test_is_refused_a_second_time_and_leaves_no_second_event(self, supply):
        fail_delivery(supply, uncertain=False, now=NINE)

        with pytest.raises(MoveRefused):
            fail_delivery(supply, uncertain=True, now=NINE)

        assert supply.doc_request.events.filter(verb=Verb.FAIL_DELIVERY).count() == 1

    def test_then_the_link_completes_and_charges_once(self, supply):
        fail_delivery(supply, uncertain=True, now=NINE)

        complete_delivery(supply, now=NINE)

        assert deposit_of(supply) == (50_000 - PRICE, 0)
        with pytest.raises(MoveRefused):
            complete_delivery(supply, now=NINE)
        assert deposit_of(supply) == (50_000 - PRICE, 0)

    @pytest.mark.django_db(transaction=True)
    def test_turns_once_when_eight_workers_learn_of_it_at_once(self, supply):
        def fail(_):
            try:
                fail_delivery(Supply.objects.get(pk=supply.pk), uncertain=False, now=NINE)
            except MoveRefused:
                return 0
            else:
                return 1
            finally:
                connection.close()

        with ThreadPoolExecutor(8) as pool:
            turned = sum(pool.map(fail, range(8)))

        assert turned == 1
        assert supply.doc_request.events.filter(verb=Verb.FAIL_DELIVERY).count() == 1
