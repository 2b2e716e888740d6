"""Every row of MOVES: each verb from each status, through the action that makes the move."""

from datetime import timedelta

import pytest

from chapwai.document_requests.actions.cancel import cancel_request
from chapwai.document_requests.actions.claim import TooLateToClaim, claim_request
from chapwai.document_requests.actions.complete import complete_delivery
from chapwai.document_requests.actions.fail_delivery import fail_delivery
from chapwai.document_requests.actions.give_up import give_up_request
from chapwai.document_requests.actions.lapse import lapse_claim
from chapwai.document_requests.actions.release import release_request
from chapwai.document_requests.actions.report_problem import Problem, report_problem
from chapwai.document_requests.actions.send_out import send_out_request
from chapwai.document_requests.actions.supply import supply_document
from chapwai.document_requests.lifecycle import ENDED, FIRST, MOVES, OPEN, Status, Verb
from chapwai.document_requests.models import MoveRefused
from tests.building import NINE, a_document, place_a_request

LONG_AFTER = NINE + timedelta(days=30)

# The way to each status, by the verbs that lead there from `place`.
WAYS = {
    Status.UNDER_REVIEW: [],
    Status.REQUEST_RECEIVED: [Verb.SEND_OUT],
    Status.WILL_SUPPLY: [Verb.SEND_OUT, Verb.CLAIM],
    Status.SUPPLYING: [Verb.SEND_OUT, Verb.CLAIM, Verb.SUPPLY],
    Status.COPY_COMPLETED: [Verb.SEND_OUT, Verb.CLAIM, Verb.SUPPLY, Verb.COMPLETE],
    Status.UNFILLED: [Verb.SEND_OUT, Verb.GIVE_UP],
    Status.CANCELLED: [Verb.CANCEL],
}


@pytest.fixture
def act(riverside, hilltop):
    """Each verb as the person does it who may."""
    return {
        Verb.SEND_OUT: lambda one: send_out_request(one, staff=riverside, now=NINE),
        Verb.CLAIM: lambda one: claim_request(one, staff=hilltop, now=NINE),
        Verb.RELEASE: lambda one: release_request(one, staff=hilltop, now=NINE),
        Verb.LAPSE: lambda one: lapse_claim(one, now=LONG_AFTER),
        Verb.SUPPLY: lambda one: supply_document(
            one, document=a_document(), staff=hilltop, now=NINE
        ),
        Verb.COMPLETE: lambda one: complete_delivery(one.supply, now=NINE),
        Verb.FAIL_DELIVERY: lambda one: fail_delivery(one.supply, uncertain=False, now=NINE),
        Verb.REPORT_PROBLEM: lambda one: report_problem(
            one, problem=Problem.UNREADABLE, by=riverside, now=NINE
        ),
        Verb.CANCEL: lambda one: cancel_request(one, by=riverside, now=NINE),
        Verb.GIVE_UP: lambda one: give_up_request(one, now=NINE),
    }


@pytest.fixture
def request_in(reader, act):
    def brought_to(status):
        doc_request = place_a_request(reader)
        for verb in WAYS[status]:
            act[verb](doc_request)
        doc_request.refresh_from_db()
        assert doc_request.status == status
        return doc_request

    return brought_to


def pairs(*, allowed):
    return [
        pytest.param(verb, status, id=f"{verb}-{status.name.lower()}")
        for verb, move in MOVES.items()
        for status in Status
        if (status in move.starts) is allowed
        # Without a supply there is nothing to complete or to fail.
        and not (verb in NEEDS_SUPPLY and status not in HAS_SUPPLY)
    ]


NEEDS_SUPPLY = {Verb.COMPLETE, Verb.FAIL_DELIVERY}
HAS_SUPPLY = {Status.WILL_SUPPLY, Status.SUPPLYING, Status.COPY_COMPLETED}


class TestMoves:
    @pytest.mark.parametrize(("verb", "status"), pairs(allowed=True))
    def test_lead_where_the_table_says_and_leave_one_event(self, verb, status, request_in, act):
        doc_request = request_in(status)
        before = doc_request.events.count()

        act[verb](doc_request)

        doc_request.refresh_from_db()
        event = doc_request.events.order_by("id").last()
        assert doc_request.status == MOVES[verb].end
        assert doc_request.events.count() == before + 1
        assert (event.verb, event.status) == (verb, MOVES[verb].end)

    @pytest.mark.parametrize(("verb", "status"), pairs(allowed=False))
    def test_that_are_not_in_the_table_are_refused_and_change_nothing(
        self, verb, status, request_in, act
    ):
        doc_request = request_in(status)
        before = row_of(doc_request)

        with pytest.raises(MoveRefused):
            act[verb](doc_request)

        assert row_of(doc_request) == before

    def test_of_a_stale_copy_are_refused(self, request_in, act):
        doc_request = request_in(Status.REQUEST_RECEIVED)
        as_somebody_else_sees_it = type(doc_request).objects.get(pk=doc_request.pk)
        act[Verb.CANCEL](doc_request)

        with pytest.raises(TooLateToClaim):
            act[Verb.CLAIM](as_somebody_else_sees_it)

    def test_say_by_name_what_was_refused(self, request_in, act):
        doc_request = request_in(Status.CANCELLED)

        with pytest.raises(MoveRefused, match=f"cannot cancel {doc_request.number}"):
            act[Verb.CANCEL](doc_request)


class TestTable:
    def test_leaves_every_open_status_by_some_way(self):
        left = {start for move in MOVES.values() for start in move.starts}

        assert left >= OPEN

    def test_ends_for_good_but_for_a_document_that_is_no_good(self):
        verbs = {verb for verb, move in MOVES.items() if move.starts & ENDED}

        assert verbs == {Verb.REPORT_PROBLEM}

    def test_reaches_every_status(self):
        assert FIRST | {move.end for move in MOVES.values()} == set(Status)


def row_of(doc_request):
    model = type(doc_request)
    kept = model.objects.filter(pk=doc_request.pk).values().get()
    supplies = list(doc_request.supplies.order_by("id").values())
    return kept, supplies, doc_request.events.count()
