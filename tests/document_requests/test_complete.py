import pytest

from chapwai.deliveries.links import link_for
from chapwai.document_requests.actions.claim import claim_request
from chapwai.document_requests.actions.complete import complete_delivery
from chapwai.document_requests.actions.report_problem import Problem, report_problem
from chapwai.document_requests.actions.supply import supply_document
from chapwai.document_requests.lifecycle import Status, Verb
from chapwai.document_requests.models import Delivery, MoveRefused
from chapwai.documents.actions.use_link import LinkOver, look_at_link
from chapwai.ledger.queries import audit, balance_of, held_of, income_of
from tests.building import (
    NINE,
    PRICE,
    a_document,
    claimed_request,
    librarian_at,
    minutes,
    place_a_request,
    reader_of,
    supplied_request,
)


@pytest.fixture
def on_its_way(riverside, hilltop):
    return supplied_request(riverside, hilltop)


@pytest.fixture
def delivered(on_its_way):
    complete_delivery(on_its_way.supply, now=minutes(5))
    on_its_way.refresh_from_db()
    return on_its_way


@pytest.fixture
def deposit_at_hilltop(riverside, hilltop):
    parties = hilltop.library.symbol, riverside.library.symbol
    return lambda: (balance_of(*parties), held_of(*parties))


@pytest.fixture(autouse=True)
def sound_books(db):
    yield
    assert not any(audit().values()), audit()


class TestSupplyDocument:
    def test_puts_the_document_on_its_way(self, riverside, hilltop):
        doc_request, document = claimed_request(riverside, hilltop), a_document()

        supply_document(doc_request, document=document, staff=hilltop, now=minutes(9))

        doc_request.supply.refresh_from_db()
        assert doc_request.status == Status.SUPPLYING
        assert doc_request.due_at is None  # a claim with a document no longer lapses
        assert doc_request.supply.document == document
        assert doc_request.supply.supplied_at == minutes(9)

    def test_goes_by_mail_where_there_is_an_address(self, on_its_way):
        assert on_its_way.supply.delivery == Delivery.MAIL

    def test_goes_by_a_link_for_a_reader_without_one(self, reader_without_mail, riverside, hilltop):
        doc_request = place_a_request(reader_without_mail)
        doc_request.move(Verb.SEND_OUT, by=riverside, now=NINE, requested_by=riverside)
        claim_request(doc_request, staff=hilltop, now=NINE)

        supply_document(doc_request, document=a_document(), staff=hilltop, now=NINE)

        doc_request.supply.refresh_from_db()
        assert doc_request.supply.delivery == Delivery.LINK

    def test_is_for_the_library_that_claimed_alone(self, riverside, hilltop, lakeside):
        doc_request = claimed_request(riverside, hilltop)

        with pytest.raises(MoveRefused):
            supply_document(doc_request, document=a_document(), staff=lakeside, now=NINE)

    def test_takes_the_first_of_two_files(self, on_its_way, hilltop):
        first = on_its_way.supply.document

        with pytest.raises(MoveRefused):
            supply_document(on_its_way, document=a_document(b"other"), staff=hilltop, now=NINE)

        on_its_way.supply.refresh_from_db()
        assert on_its_way.supply.document == first


class TestCompleteDelivery:
    def test_closes_the_request_and_charges_the_price(self, delivered, hilltop, deposit_at_hilltop):
        assert delivered.status == Status.COPY_COMPLETED
        assert delivered.supply.delivered_at == minutes(5)
        assert deposit_at_hilltop() == (50_000 - PRICE, 0)
        assert income_of(hilltop.library.symbol) == PRICE

    def test_is_refused_a_second_time_and_charges_nothing_more(self, delivered, deposit_at_hilltop):
        with pytest.raises(MoveRefused):
            complete_delivery(delivered.supply, now=minutes(6))

        assert deposit_at_hilltop() == (50_000 - PRICE, 0)

    def test_charges_the_price_of_the_claim_whatever_it_is_today(
        self, on_its_way, hilltop, deposit_at_hilltop
    ):
        hilltop.library.price_amount = 9_000
        hilltop.library.save()

        complete_delivery(on_its_way.supply, now=minutes(5))

        assert deposit_at_hilltop() == (50_000 - PRICE, 0)

    def test_needs_no_money_for_a_free_article(self, riverside, hilltop, deposit_at_hilltop):
        hilltop.library.price_amount = 0
        hilltop.library.save()

        complete_delivery(supplied_request(riverside, hilltop).supply, now=NINE)

        assert deposit_at_hilltop() == (50_000, 0)

    def test_of_an_attempt_that_ended_is_refused(self, delivered, riverside, lakeside):
        old = delivered.supply
        report_problem(delivered, problem=Problem.UNREADABLE, by=riverside, now=minutes(6))
        claim_request(delivered, staff=lakeside, now=minutes(7))
        supply_document(delivered, document=a_document(), staff=lakeside, now=minutes(8))

        with pytest.raises(MoveRefused):
            complete_delivery(old, now=minutes(9))


class TestReportProblem:
    def test_opens_the_request_and_gives_the_money_back(
        self, delivered, riverside, hilltop, deposit_at_hilltop
    ):
        report_problem(delivered, problem=Problem.WRONG_ARTICLE, by=riverside, now=minutes(30))

        assert delivered.status == Status.REQUEST_RECEIVED
        assert (delivered.supplying_library, delivered.supply) == (None, None)
        assert deposit_at_hilltop() == (50_000, 0)
        assert income_of(hilltop.library.symbol) == 0

    def test_remembers_what_was_wrong_with_which_supply(self, delivered, riverside):
        supply = delivered.supply

        report_problem(delivered, problem=Problem.PAGES_MISSING, by=riverside, now=minutes(30))

        event = delivered.events.get(verb=Verb.REPORT_PROBLEM)
        assert (event.supply, event.data) == (supply, {"problem": "pages_missing"})

    def test_lets_the_same_library_supply_again_for_one_price(
        self, delivered, riverside, hilltop, deposit_at_hilltop
    ):
        report_problem(delivered, problem=Problem.UNREADABLE, by=riverside, now=minutes(30))
        supply = claim_request(delivered, staff=hilltop, now=minutes(31))
        supply_document(delivered, document=a_document(), staff=hilltop, now=minutes(32))

        complete_delivery(supply, now=minutes(33))

        assert deposit_at_hilltop() == (50_000 - PRICE, 0)

    def test_takes_back_the_link_to_the_wrong_document(self, delivered, riverside):
        link = link_for(delivered.supply, now=minutes(20))

        report_problem(delivered, problem=Problem.WRONG_ARTICLE, by=riverside, now=minutes(30))

        with pytest.raises(LinkOver):
            look_at_link(link.token, now=minutes(31))

    def test_is_refused_a_second_time(self, delivered, riverside, deposit_at_hilltop):
        report_problem(delivered, problem=Problem.UNREADABLE, by=riverside, now=minutes(30))

        with pytest.raises(MoveRefused):
            report_problem(delivered, problem=Problem.UNREADABLE, by=riverside, now=minutes(31))

        assert deposit_at_hilltop() == (50_000, 0)

    @pytest.mark.parametrize("who", ["hilltop", "lakeside"])
    def test_is_not_for_other_libraries(self, delivered, who, request, deposit_at_hilltop):
        with pytest.raises(MoveRefused):
            report_problem(
                delivered,
                problem=Problem.UNREADABLE,
                by=request.getfixturevalue(who),
                now=minutes(30),
            )

        assert deposit_at_hilltop() == (50_000 - PRICE, 0)

    def test_is_not_for_a_reader_who_did_not_ask(self, delivered, riverside):
        stranger = reader_of(riverside.library)

        with pytest.raises(MoveRefused):
            report_problem(delivered, problem=Problem.UNREADABLE, by=stranger, now=minutes(30))

    def test_may_be_done_by_a_colleague_at_home(self, delivered, riverside):
        colleague = librarian_at(riverside.library)

        report_problem(delivered, problem=Problem.UNREADABLE, by=colleague, now=minutes(30))

        assert delivered.status == Status.REQUEST_RECEIVED
