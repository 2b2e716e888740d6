from datetime import timedelta

import pytest

from chapwai.citations.citation import Citation
from chapwai.document_requests.actions.address import address_request
from chapwai.document_requests.actions.place import Wanted, place_request_of_staff
from chapwai.document_requests.actions.send_out import send_out_request
from chapwai.document_requests.lifecycle import Status, Verb
from chapwai.document_requests.models import MoveRefused
from tests.building import (
    NINE,
    TITLE,
    claimed_request,
    minutes,
    place_a_request,
    reader_of,
    supplied_request,
)

FOR_SOMEBODY = "somebody@ward.example"


class TestPlaceRequestOfPatron:
    def test_goes_to_the_home_library_first(self, reader):
        doc_request = place_a_request(reader)

        assert doc_request.status == Status.UNDER_REVIEW
        assert doc_request.requesting_library == reader.library
        assert doc_request.due_at is None

    def test_goes_to_the_home_library_first_for_readers_of_no_group(self, riverside):
        doc_request = place_a_request(reader_of(riverside.library, group=None))

        assert doc_request.status == Status.UNDER_REVIEW

    def test_goes_straight_to_the_network_where_the_library_lets_the_group_pass(
        self, reader, lecturers
    ):
        lecturers.mediated = False
        lecturers.save()

        doc_request = place_a_request(reader)

        assert doc_request.status == Status.REQUEST_RECEIVED
        assert doc_request.due_at == NINE + timedelta(hours=72)


class TestPlaceRequestOfStaff:
    def test_opens_at_once_for_the_reader_with_the_address(self, riverside):
        doc_request = place_a_request(riverside, patron_email=FOR_SOMEBODY)

        assert doc_request.status == Status.REQUEST_RECEIVED
        assert doc_request.requested_by == riverside
        assert doc_request.patron_email == FOR_SOMEBODY

    def test_keeps_the_item_in_the_words_of_the_standard(self, riverside):
        doc_request = place_a_request(riverside, doi="10.5555/x", doubtful=frozenset(["year"]))

        assert doc_request.title_of_component == TITLE
        assert doc_request.author_of_component == "Maidee N; Jaidee P"
        assert doc_request.title == "J Ward Med"
        assert (doc_request.doi, doc_request.doubtful) == ("10.5555/x", ["year"])

    def test_leaves_out_what_is_longer_than_any_column(self, riverside):
        item = Citation(doi="10.5555/" + "x" * 400, pages="412-9," * 40, volume="1" * 50)

        doc_request = place_request_of_staff(riverside, wanted=Wanted(item=item), now=NINE)

        doc_request.refresh_from_db()
        assert (doc_request.doi, doc_request.pages_requested, doc_request.volume) == ("", "", "")

    def test_gives_each_request_a_number_of_its_own(self, riverside):
        numbers = {place_a_request(riverside).number for _ in range(3)}

        assert len(numbers) == 3

    def test_leaves_one_event_by_whoever_asked(self, riverside):
        doc_request = place_a_request(riverside)

        event = doc_request.events.get()
        assert (event.verb, event.staff, event.at) == (Verb.PLACE, riverside, NINE)


class TestSendOutRequest:
    def test_opens_it_to_the_network_in_the_librarians_name(self, reader, riverside):
        doc_request = place_a_request(reader)

        send_out_request(doc_request, staff=riverside, now=minutes(3))

        assert doc_request.status == Status.REQUEST_RECEIVED
        assert doc_request.requested_by == riverside
        assert doc_request.due_at == minutes(3) + timedelta(hours=72)

    def test_is_not_for_other_libraries(self, reader, hilltop):
        with pytest.raises(MoveRefused):
            send_out_request(place_a_request(reader), staff=hilltop, now=NINE)


class TestAddressRequest:
    def test_takes_an_address_while_nothing_is_on_its_way(self, riverside, hilltop):
        doc_request = claimed_request(riverside, hilltop)

        taken = address_request(doc_request, email=FOR_SOMEBODY, staff=riverside)

        doc_request.refresh_from_db()
        assert taken
        assert doc_request.patron_email == FOR_SOMEBODY

    def test_comes_too_late_for_a_document_on_its_way(self, riverside, hilltop):
        doc_request = supplied_request(riverside, hilltop)

        assert not address_request(doc_request, email=FOR_SOMEBODY, staff=riverside)

    def test_is_not_for_other_libraries(self, riverside, hilltop):
        assert not address_request(place_a_request(riverside), email=FOR_SOMEBODY, staff=hilltop)
