"""What the mail server's answer means for the request, and what taking the link means."""

import pytest

from chapwai.deliveries.links import link_for, supply_of, url_of
from chapwai.deliveries.prepare import prepare_deliveries
from chapwai.deliveries.settle import hand_over, settle_deliveries
from chapwai.document_requests.actions.complete import complete_delivery
from chapwai.document_requests.lifecycle import Status, Verb
from chapwai.document_requests.models import Delivery
from chapwai.documents.models import DocumentLink
from chapwai.ledger.queries import balance_of, held_of
from chapwai.mail.models import Recipient, RecipientState
from tests.building import NINE, PRICE, minutes, supplied_request

FAILED = [RecipientState.REFUSED, RecipientState.EXPIRED, RecipientState.UNCERTAIN]


@pytest.fixture
def mailed(riverside, hilltop):
    doc_request = supplied_request(riverside, hilltop, patron_email="somebody@ward.example")
    prepare_deliveries(now=NINE)
    doc_request.refresh_from_db()
    return doc_request


@pytest.fixture
def deposit_at_hilltop(riverside, hilltop):
    parties = hilltop.library.symbol, riverside.library.symbol
    return lambda: (balance_of(*parties), held_of(*parties))


def answered(role, state):
    Recipient.objects.filter(role=role).update(state=state)


def status_of(doc_request):
    doc_request.refresh_from_db()
    return doc_request.status


class TestSettleDeliveries:
    def test_closes_the_request_when_the_readers_server_has_taken_it(
        self, mailed, deposit_at_hilltop
    ):
        answered("reader", RecipientState.ACCEPTED)

        assert settle_deliveries(now=minutes(1)) == 1

        assert status_of(mailed) == Status.COPY_COMPLETED
        assert deposit_at_hilltop() == (50_000 - PRICE, 0)

    @pytest.mark.parametrize("state", FAILED)
    def test_turns_to_a_link_when_it_has_not(self, mailed, deposit_at_hilltop, state):
        answered("reader", state)

        assert settle_deliveries(now=minutes(1)) == 1

        event = mailed.events.get(verb=Verb.FAIL_DELIVERY)
        assert status_of(mailed) == Status.SUPPLYING
        assert mailed.supply.delivery == Delivery.LINK
        assert event.data == {"uncertain": state == RecipientState.UNCERTAIN}
        assert deposit_at_hilltop() == (50_000, PRICE)

    def test_goes_by_the_readers_answer_and_not_by_the_copys(self, mailed):
        answered("copy", RecipientState.ACCEPTED)
        answered("reader", RecipientState.REFUSED)

        settle_deliveries(now=minutes(1))

        assert status_of(mailed) == Status.SUPPLYING

    def test_closes_the_request_though_the_copy_was_refused(self, mailed):
        answered("copy", RecipientState.REFUSED)
        answered("reader", RecipientState.ACCEPTED)

        settle_deliveries(now=minutes(1))

        assert status_of(mailed) == Status.COPY_COMPLETED

    @pytest.mark.parametrize("state", [RecipientState.WAITING, RecipientState.SENDING])
    def test_waits_for_an_answer(self, mailed, state):
        answered("copy", RecipientState.ACCEPTED)
        answered("reader", state)

        assert settle_deliveries(now=minutes(1)) == 0

    @pytest.mark.parametrize("state", [RecipientState.ACCEPTED, *FAILED])
    def test_acts_once(self, mailed, state):
        answered("reader", state)
        settle_deliveries(now=minutes(1))

        assert settle_deliveries(now=minutes(2)) == 0


class TestHandOver:
    def test_of_a_link_closes_the_request_and_charges_once(self, mailed, deposit_at_hilltop):
        answered("reader", RecipientState.REFUSED)
        settle_deliveries(now=minutes(1))

        hand_over(mailed.supply, now=minutes(2))
        hand_over(mailed.supply, now=minutes(3))

        assert status_of(mailed) == Status.COPY_COMPLETED
        assert mailed.supply.delivered_at == minutes(2)
        assert deposit_at_hilltop() == (50_000 - PRICE, 0)

    def test_after_an_uncertain_mail_charges_once(self, mailed, deposit_at_hilltop):
        answered("reader", RecipientState.UNCERTAIN)
        settle_deliveries(now=minutes(1))
        hand_over(mailed.supply, now=minutes(2))

        answered("reader", RecipientState.ACCEPTED)

        assert settle_deliveries(now=minutes(3)) == 0
        assert deposit_at_hilltop() == (50_000 - PRICE, 0)

    def test_before_the_mail_is_answered_leaves_the_mail_nothing_to_settle(
        self, mailed, deposit_at_hilltop
    ):
        complete_delivery(mailed.supply, now=minutes(1))
        answered("reader", RecipientState.REFUSED)

        assert settle_deliveries(now=minutes(2)) == 0

        assert status_of(mailed) == Status.COPY_COMPLETED
        assert deposit_at_hilltop() == (50_000 - PRICE, 0)


class TestLinks:
    def test_are_one_for_each_supply(self, mailed):
        first = link_for(mailed.supply, now=NINE)

        assert link_for(mailed.supply, now=minutes(5)) == first
        assert DocumentLink.objects.count() == 1

    def test_last_and_count_as_the_network_wants(self, mailed, network):
        link = link_for(mailed.supply, now=NINE)

        assert (link.expires_at - NINE).days == network.link_days
        assert link.downloads_left == network.link_downloads

    def test_lead_to_a_page_of_ours_and_back_to_the_supply(self, mailed):
        link = link_for(mailed.supply, now=NINE)

        assert url_of(link) == f"http://chapwai.example/documents/{link.token}"
        assert supply_of(link) == mailed.supply

    def test_need_a_document(self, mailed):
        mailed.supply.document = None

        with pytest.raises(ValueError, match="no document"):
            link_for(mailed.supply, now=NINE)
