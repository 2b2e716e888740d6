from datetime import timedelta

import pytest

from chapwai.document_requests.actions.cancel import cancel_request
from chapwai.document_requests.actions.complete import complete_delivery
from chapwai.document_requests.actions.fail_delivery import fail_delivery
from chapwai.document_requests.actions.send_out import send_out_request
from chapwai.document_requests.queries import (
    claims_of,
    delivery_address,
    earlier_request_for,
    librarian_address,
    libraries_asked,
    newest_request_of_staff,
    open_requests,
    reader_language,
    reader_name,
    request_with_number,
    requests_of_patron,
    requests_to_review,
    supplies_on_their_way,
    was_before_the_network,
)
from chapwai.libraries.models import Language, Network
from tests.building import (
    NINE,
    claimed_request,
    minutes,
    place_a_request,
    supplied_request,
)


class TestDeliveryAddress:
    def test_is_what_the_librarian_wrote_beside_the_photo(self, riverside):
        doc_request = place_a_request(riverside, patron_email="somebody@ward.example")

        assert delivery_address(doc_request) == "somebody@ward.example"

    def test_is_the_readers_own(self, reader):
        assert delivery_address(place_a_request(reader)) == reader.email

    def test_is_empty_for_a_reader_without_one_even_after_the_librarian_sent_it_out(
        self, reader_without_mail, riverside
    ):
        doc_request = place_a_request(reader_without_mail)
        send_out_request(doc_request, staff=riverside, now=NINE)

        assert delivery_address(doc_request) == ""

    def test_is_the_librarians_where_no_reader_is_named(self, riverside):
        assert delivery_address(place_a_request(riverside)) == riverside.email


class TestLibrarianAddress:
    def test_is_the_librarians_who_answers_for_it(self, riverside):
        assert librarian_address(place_a_request(riverside)) == riverside.email

    def test_is_the_librarys_before_anybody_does(self, reader):
        assert librarian_address(place_a_request(reader)) == reader.library.email


class TestReader:
    def test_is_addressed_by_name(self, reader):
        assert reader_name(place_a_request(reader)) == reader.name

    def test_has_no_name_when_known_by_an_address_alone(self, riverside):
        assert reader_name(place_a_request(riverside, patron_email="x@ward.example")) == ""

    def test_is_the_librarian_where_no_other_is_named(self, riverside):
        assert reader_name(place_a_request(riverside)) == riverside.name

    def test_is_written_to_in_the_own_language(self, reader):
        reader.language = Language.ENGLISH

        assert reader_language(place_a_request(reader)) == "en"


class TestRequestWithNumber:
    def test_is_found_in_the_own_network_alone(self, riverside, network):
        doc_request = place_a_request(riverside)
        other = Network.objects.create(name="Southern libraries", line_group_id="C2")

        assert request_with_number(doc_request.number, network=network) == doc_request
        assert request_with_number(doc_request.number, network=other) is None
        assert request_with_number("A000", network=network) is None


class TestLists:
    def test_of_claims_hold_the_oldest_promise_first(self, riverside, hilltop, lakeside):
        later = claimed_request(riverside, hilltop, now=minutes(5))
        first = claimed_request(riverside, hilltop)
        claimed_request(riverside, lakeside)
        supplied_request(riverside, hilltop)

        assert claims_of(hilltop.library) == [first, later]

    def test_of_requests_to_review_are_the_librarys_own(self, reader, riverside, hilltop):
        doc_request = place_a_request(reader)
        place_a_request(riverside)

        assert requests_to_review(riverside.library) == [doc_request]
        assert requests_to_review(hilltop.library) == []

    def test_of_open_requests_hold_the_newest_first(self, riverside, reader, hilltop, network):
        first = place_a_request(riverside)
        later = place_a_request(riverside, now=minutes(5))
        place_a_request(reader)
        claimed_request(riverside, hilltop)

        assert open_requests(network) == [later, first]

    def test_of_a_readers_requests_hold_open_ones_first(self, reader):
        open_one = place_a_request(reader)
        ended = place_a_request(reader, now=minutes(5))
        cancel_request(ended, by=reader, now=minutes(6))

        assert requests_of_patron(reader) == [open_one, ended]
        assert requests_of_patron(reader, limit=1) == [open_one]

    def test_of_supplies_on_their_way_end_with_their_delivery(self, riverside, hilltop):
        by_mail, by_link, done = (supplied_request(riverside, hilltop).supply for _ in range(3))
        claimed_request(riverside, hilltop)
        fail_delivery(by_link, uncertain=False, now=NINE)
        complete_delivery(done, now=NINE)

        assert set(supplies_on_their_way()) == {by_mail, by_link}


class TestEarlierRequestFor:
    def test_is_one_of_the_same_library_for_the_same_article(self, riverside, lakeside):
        earlier = place_a_request(riverside, doi="10.5555/same")
        place_a_request(lakeside, doi="10.5555/same")
        again = place_a_request(riverside, doi="10.5555/same", now=minutes(5))

        assert earlier_request_for(again, since=NINE) == earlier

    @pytest.mark.parametrize(
        "item", [{"doi": None, "pmid": "31234567"}, {"doi": None, "title": "A title of its own"}]
    )
    def test_goes_by_pmid_or_title_where_there_is_no_doi(self, riverside, item):
        earlier = place_a_request(riverside, **item)

        assert earlier_request_for(place_a_request(riverside, **item), since=NINE) == earlier

    def test_is_none_for_an_article_that_nothing_names(self, riverside):
        nothing = {"doi": None, "pmid": None, "title": None}
        place_a_request(riverside, **nothing)

        assert earlier_request_for(place_a_request(riverside, **nothing), since=NINE) is None

    def test_counts_neither_old_ones_nor_those_called_off(self, riverside):
        place_a_request(riverside, doi="10.5555/same", now=NINE - timedelta(days=2))
        cancelled = place_a_request(riverside, doi="10.5555/same")
        cancel_request(cancelled, by=riverside, now=NINE)
        again = place_a_request(riverside, doi="10.5555/same")

        assert earlier_request_for(again, since=NINE - timedelta(days=1)) is None


class TestNetwork:
    def test_is_asked_without_the_library_that_asks(self, riverside):
        assert libraries_asked(place_a_request(riverside)) == 2

    def test_knows_of_a_request_from_its_sending_out_on(self, reader, riverside):
        doc_request = place_a_request(reader)
        before = was_before_the_network(doc_request)

        send_out_request(doc_request, staff=riverside, now=NINE)

        assert (before, was_before_the_network(doc_request)) == (False, True)


class TestNewestRequestOfStaff:
    def test_is_the_last_one_of_this_very_person_since_then(self, riverside):
        place_a_request(riverside)
        newest = place_a_request(riverside, now=minutes(5))

        assert newest_request_of_staff(riverside, since=NINE) == newest
        assert newest_request_of_staff(riverside, since=minutes(6)) is None
