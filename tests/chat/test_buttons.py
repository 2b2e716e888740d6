"""Presses on cards. Cards stay in the chat for ever, so each press is looked at anew."""

import pytest

from chapwai.cards.postbacks import Press, postback
from chapwai.document_requests.actions.complete import complete_delivery
from chapwai.document_requests.actions.report_problem import Problem
from chapwai.document_requests.lifecycle import Status
from chapwai.document_requests.models import Answer, ReasonUnfilled
from chapwai.ledger.queries import balance_of
from chapwai.line.models import ReceivedEvent
from tests.building import (
    NINE,
    PRICE,
    claimed_request,
    place_a_request,
    reader_of,
    supplied_request,
)
from tests.chat.conftest import STRANGER


@pytest.fixture
def delivered(riverside, hilltop):
    doc_request = supplied_request(riverside, hilltop)
    complete_delivery(doc_request.supply, now=NINE)
    return doc_request


def status_of(doc_request):
    doc_request.refresh_from_db()
    return doc_request.status


class TestSendOut:
    def test_opens_the_readers_request_to_the_network(self, chat, reader, riverside):
        doc_request = place_a_request(reader)

        assert chat.presses(riverside, Press.SEND_OUT, doc_request.number) == ["sent_out"]

        assert status_of(doc_request) == Status.REQUEST_RECEIVED

    def test_pressed_again_tells_where_it_stands(self, chat, reader, riverside):
        doc_request = place_a_request(reader)
        chat.presses(riverside, Press.SEND_OUT, doc_request.number)

        assert chat.presses(riverside, Press.SEND_OUT, doc_request.number) == ["state_now"]

    def test_is_not_for_other_libraries_who_see_nothing(self, chat, reader, hilltop):
        doc_request = place_a_request(reader)

        assert chat.presses(hilltop, Press.SEND_OUT, doc_request.number) == ["closed_and_filed"]

        assert status_of(doc_request) == Status.UNDER_REVIEW

    def test_is_not_for_the_reader(self, chat, reader):
        doc_request = place_a_request(reader)

        assert chat.presses(reader, Press.SEND_OUT, doc_request.number) == ["not_registered"]

        assert status_of(doc_request) == Status.UNDER_REVIEW


class TestNo:
    @pytest.mark.parametrize("reason", [*ReasonUnfilled.values, "a code of another year"])
    def test_is_kept_whatever_the_reason(self, chat, riverside, hilltop, reason):
        doc_request = place_a_request(riverside)

        chat.presses(hilltop, Press.NO, doc_request.number, reason, group=True)

        kept = reason if reason in ReasonUnfilled.values else ReasonUnfilled.NOT_HELD
        assert Answer.objects.get().reason == kept

    def test_in_the_group_is_silent(self, chat, riverside, hilltop):
        doc_request = place_a_request(riverside)

        assert chat.presses(hilltop, Press.NO, doc_request.number, group=True) == []

    def test_of_a_stranger_counts_for_nobody(self, chat, riverside):
        doc_request = place_a_request(riverside)

        said = chat.presses(STRANGER, Press.NO, doc_request.number, group=True)

        assert said == ["not_registered"]
        assert not Answer.objects.exists()


class TestRelease:
    def test_gives_the_claim_back(self, chat, riverside, hilltop):
        doc_request = claimed_request(riverside, hilltop)

        chat.presses(hilltop, Press.RELEASE, doc_request.number)

        assert status_of(doc_request) == Status.REQUEST_RECEIVED

    @pytest.mark.parametrize("who", ["lakeside", "riverside"])
    def test_is_not_for_other_libraries(self, chat, riverside, hilltop, who, request):
        doc_request = claimed_request(riverside, hilltop)

        said = chat.presses(request.getfixturevalue(who), Press.RELEASE, doc_request.number)

        assert said == ["state_now"]
        assert status_of(doc_request) == Status.WILL_SUPPLY


class TestCancel:
    def test_is_for_the_reader_who_asked(self, chat, reader):
        doc_request = place_a_request(reader)

        assert chat.presses(reader, Press.CANCEL, doc_request.number) == ["request_cancelled"]

        assert status_of(doc_request) == Status.CANCELLED

    def test_is_not_for_another_reader(self, chat, reader, riverside):
        doc_request = place_a_request(reader)
        other = reader_of(riverside.library)

        assert chat.presses(other, Press.CANCEL, doc_request.number) == ["closed_and_filed"]

        assert status_of(doc_request) == Status.UNDER_REVIEW

    def test_comes_too_late_for_a_document_on_its_way(self, chat, riverside, hilltop):
        doc_request = supplied_request(riverside, hilltop)

        assert chat.presses(riverside, Press.CANCEL, doc_request.number) == ["state_now"]


class TestProblem:
    @pytest.mark.parametrize("problem", Problem.values)
    def test_brings_the_money_back(self, chat, delivered, riverside, hilltop, problem):
        said = chat.presses(riverside, Press.PROBLEM, delivered.number, problem)

        assert said == ["problem_noted"]
        assert status_of(delivered) == Status.REQUEST_RECEIVED
        assert balance_of(hilltop.library.symbol, riverside.library.symbol) == 50_000

    @pytest.mark.parametrize("who", ["hilltop", "lakeside"])
    def test_is_not_for_other_libraries(self, chat, delivered, riverside, hilltop, who, request):
        person = request.getfixturevalue(who)

        assert chat.presses(person, Press.PROBLEM, delivered.number, "unreadable") == ["state_now"]

        assert balance_of(hilltop.library.symbol, riverside.library.symbol) == 50_000 - PRICE

    @pytest.mark.parametrize("problem", ["", "a code of another year"])
    def test_that_nobody_knows_tells_where_it_stands(self, chat, delivered, riverside, problem):
        assert chat.presses(riverside, Press.PROBLEM, delivered.number, problem) == ["state_now"]

        assert status_of(delivered) == Status.COPY_COMPLETED


class TestStatus:
    def test_tells_in_a_chat_of_ones_own_where_it_stands(self, chat, delivered, riverside):
        assert chat.presses(riverside, Press.STATUS, delivered.number) == ["state_now"]

    def test_tells_it_in_one_line_in_the_group(self, chat, delivered, hilltop):
        said = chat.presses(hilltop, Press.STATUS, delivered.number, group=True)

        assert said == ["no_longer_open"]


class TestResult:
    def test_only_brings_a_fresh_reply(self, chat, riverside):
        assert chat.presses(riverside, Press.RESULT, 7) == []


class TestHostilePresses:
    @pytest.mark.parametrize(
        "data",
        ["", "v1", "v1:cancel:A101", "v1:cancel:A101:0123456789abcdef", "ก:ข:ค", "\x00" * 300],
    )
    def test_that_are_not_signed_do_nothing(self, chat, riverside, data):
        doc_request = place_a_request(riverside)

        said = chat.happens(riverside, type="postback", postback={"data": data})

        assert said == ["closed_and_filed"]
        assert status_of(doc_request) == Status.REQUEST_RECEIVED

    def test_of_a_card_whose_number_was_changed_do_nothing(self, chat, riverside):
        data = postback(Press.CANCEL, "A999").replace("A999", place_a_request(riverside).number)

        said = chat.happens(riverside, type="postback", postback={"data": data})

        assert said == ["closed_and_filed"]

    @pytest.mark.parametrize("subject", ["", "0", "9" * 30, "-1", "๑๒๓", "A101", "\x00", "²"])
    def test_with_any_verb_on_any_subject_are_handled(self, chat, riverside, subject):
        for verb in [*Press, "a verb of another year"]:
            chat.presses(riverside, verb, subject, "9" * 30)

        assert not ReceivedEvent.objects.filter(processed_at=None).exists()
