from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from django.db import connection, transaction

from chapwai.document_requests.actions.answer_not_held import answer_not_held
from chapwai.document_requests.actions.claim import claim_request
from chapwai.document_requests.actions.note_low_deposit import note_low_deposit
from chapwai.document_requests.lifecycle import Status, Verb
from chapwai.document_requests.models import Answer, DocumentRequest, ReasonUnfilled
from tests.building import NINE, librarian_at, minutes, place_a_request


@pytest.fixture
def open_request(riverside):
    return place_a_request(riverside)


class TestAnswerNotHeld:
    def test_is_kept_with_its_reason(self, open_request, hilltop):
        first = answer_not_held(
            open_request, staff=hilltop, now=NINE, reason=ReasonUnfilled.EMBARGO
        )

        answer = Answer.objects.get()
        event = open_request.events.get(verb=Verb.ANSWER_NOT_HELD)
        assert first
        assert (answer.library, answer.staff, answer.reason) == (
            hilltop.library,
            hilltop,
            ReasonUnfilled.EMBARGO,
        )
        assert event.data == {"library": hilltop.library.symbol, "reason": "Embargo"}

    def test_moves_nothing(self, open_request, hilltop):
        answer_not_held(open_request, staff=hilltop, now=NINE)

        open_request.refresh_from_db()
        assert open_request.status == Status.REQUEST_RECEIVED

    def test_counts_once_a_library_and_its_latest_word(self, open_request, hilltop):
        answer_not_held(open_request, staff=hilltop, now=NINE)

        colleague = librarian_at(hilltop.library)
        first = answer_not_held(
            open_request, staff=colleague, now=minutes(1), reason=ReasonUnfilled.LICENCE
        )

        assert not first
        assert Answer.objects.get().reason == ReasonUnfilled.LICENCE
        assert open_request.events.filter(verb=Verb.ANSWER_NOT_HELD).count() == 1

    def test_of_the_asking_library_says_nothing(self, open_request, riverside):
        assert not answer_not_held(open_request, staff=riverside, now=NINE)

        assert not Answer.objects.exists()

    def test_that_is_the_last_one_ends_the_request_at_once(self, open_request, hilltop, lakeside):
        answer_not_held(open_request, staff=hilltop, now=NINE)
        answer_not_held(open_request, staff=lakeside, now=minutes(1))

        open_request.refresh_from_db()
        event = open_request.events.get(verb=Verb.GIVE_UP)
        assert open_request.status == Status.UNFILLED
        assert open_request.due_at is None
        assert event.data == {"noes": 2, "asked": 2}

    def test_takes_nothing_from_a_library_that_has_claimed(self, open_request, hilltop, lakeside):
        answer_not_held(open_request, staff=hilltop, now=NINE)
        claim_request(open_request, staff=hilltop, now=minutes(1))

        answer_not_held(open_request, staff=lakeside, now=minutes(2))

        open_request.refresh_from_db()
        assert open_request.status == Status.WILL_SUPPLY

    @pytest.mark.django_db(transaction=True)
    def test_ends_the_request_when_the_last_two_say_no_at_once(
        self, open_request, hilltop, lakeside
    ):
        def say_no(staff):
            try:
                return answer_not_held(DocumentRequest.objects.get(), staff=staff, now=NINE)
            finally:
                connection.close()

        with ThreadPoolExecutor(1) as pool, transaction.atomic():
            answer_not_held(open_request, staff=hilltop, now=NINE)
            second = pool.submit(say_no, lakeside)
            wait([second], timeout=0.3)  # it can only end once the first is committed

        open_request.refresh_from_db()
        assert second.result()
        assert open_request.status == Status.UNFILLED
        assert open_request.events.filter(verb=Verb.GIVE_UP).count() == 1


class TestNoteLowDeposit:
    def test_is_remembered_once_a_library(self, open_request, hilltop, lakeside):
        for staff in (hilltop, librarian_at(hilltop.library), lakeside):
            note_low_deposit(open_request, staff=staff, now=NINE)

        notes = open_request.events.filter(verb=Verb.NOTE_LOW_DEPOSIT).order_by("id")
        assert [note.data["library"] for note in notes] == ["TH-HILLTOP", "TH-LAKESIDE"]
        assert notes[0].data["price"] == 2_000
