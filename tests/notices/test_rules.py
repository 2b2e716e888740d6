"""Who is told what about which event: one line of these tests for each line of the table."""

import pytest

from chapwai.document_requests.actions.cancel import cancel_request
from chapwai.document_requests.lifecycle import Verb
from chapwai.libraries.models import Language, Voice
from chapwai.notices.rules import TELL
from tests.building import NINE, librarian_at

OUT = Verb.SEND_OUT
SUPPLIED = [OUT, Verb.CLAIM, Verb.SUPPLY]

# The steps that lead there, and who hears what of the last one.
MAIL_JOURNEYS = {
    Verb.SEND_OUT: ([OUT], {("request_card", "group"), ("sent_to_network", "reader")}),
    Verb.CLAIM: (
        [OUT, Verb.CLAIM],
        {("request_taken", "group"), ("please_send_document", "hilltop")},
    ),
    Verb.RELEASE: ([OUT, Verb.CLAIM, Verb.RELEASE], {("released", "group")}),
    Verb.LAPSE: (
        [OUT, Verb.CLAIM, Verb.LAPSE],
        {("released", "group"), ("lapsed_yours", "hilltop")},
    ),
    Verb.SUPPLY: (SUPPLIED, set()),
    Verb.COMPLETE: (
        [*SUPPLIED, Verb.COMPLETE],
        {
            ("supplier_thanks", "hilltop"),
            ("document_mailed", "reader"),
            ("delivered_requester", "riverside"),
            ("document_delivered", "group"),
        },
    ),
    Verb.FAIL_DELIVERY: (
        [*SUPPLIED, Verb.FAIL_DELIVERY],
        {("mail_refused", "riverside"), ("mail_refused_reader", "reader")},
    ),
    Verb.REPORT_PROBLEM: (
        [*SUPPLIED, Verb.COMPLETE, Verb.REPORT_PROBLEM],
        {("problem_reported_supplier", "hilltop"), ("request_card", "group")},
    ),
    Verb.CANCEL: (
        [OUT, Verb.CLAIM, Verb.CANCEL],
        {("cancelled", "group"), ("cancelled", "hilltop"), ("request_cancelled", "reader")},
    ),
    Verb.GIVE_UP: (
        [OUT, Verb.GIVE_UP],
        {("unfilled", "riverside"), ("unfilled_reader", "reader")},
    ),
    Verb.CORRECT: ([Verb.CORRECT], {("review_request", "riverside")}),
    Verb.ANSWER_NOT_HELD: ([OUT, Verb.ANSWER_NOT_HELD], set()),
    Verb.NOTE_LOW_DEPOSIT: ([OUT, Verb.NOTE_LOW_DEPOSIT], {("deposit_too_low", "riverside")}),
}


def named(who, expected):
    return {(card, who[name]) for card, name in expected}


class TestTell:
    def test_has_a_line_for_every_verb(self):
        assert set(TELL) == set(Verb) == {*MAIL_JOURNEYS, Verb.PLACE}

    @pytest.mark.parametrize("verb", MAIL_JOURNEYS)
    def test_tells_exactly_whom_the_event_concerns(self, verb, journey, who):
        steps, expected = MAIL_JOURNEYS[verb]

        told = journey.take(*steps).told(verb)

        assert set(told) == named(who, expected)

    def test_tells_the_group_of_a_correction_once_it_was_asked(self, journey, who):
        told = journey.take(OUT, Verb.CORRECT).told(Verb.CORRECT)

        assert set(told) == named(who, {("request_card", "group")})

    def test_tells_all_librarians_at_home_of_a_readers_request(self, journey, riverside, who):
        colleague = librarian_at(riverside.library)

        told = journey.told(Verb.PLACE)

        assert set(told) == {
            ("review_request", who["riverside"]),
            ("review_request", f"staff:{colleague.pk}"),
        }

    def test_tells_the_group_of_a_librarians_request(self, librarians_journey):
        assert set(librarians_journey.told(Verb.PLACE)) == {("request_card", "group")}

    def test_tells_the_librarian_of_a_link(self, journey_by_link, who):
        told = journey_by_link.take(*SUPPLIED).told(Verb.SUPPLY)

        assert set(told) == {("delivered_link", who["riverside"])}

    def test_tells_no_reader_of_a_mail_that_was_a_link(self, journey_by_link, who):
        told = journey_by_link.take(*SUPPLIED, Verb.COMPLETE).told(Verb.COMPLETE)

        assert ("document_mailed", who["reader_without_mail"]) not in told

    def test_tells_the_group_nothing_of_what_it_never_knew(self, journey, who):
        told = journey.take(Verb.CANCEL).told(Verb.CANCEL)

        assert set(told) == {("request_cancelled", who["reader"])}

    def test_tells_nobody_what_the_reader_did_alone(self, journey, reader):
        cancel_request(journey.doc_request, by=reader, now=NINE)

        assert journey.told(Verb.CANCEL) == {}


class TestLanguage:
    def test_is_each_listeners_own(self, journey, riverside, who):
        riverside.language = Language.ENGLISH
        riverside.save()

        told = journey.take(OUT, Verb.GIVE_UP).told(Verb.GIVE_UP)

        to_librarian = told["unfilled", who["riverside"]].message.payload
        to_reader = told["unfilled_reader", who["reader"]].message.payload
        assert to_librarian["altText"].endswith("No library could supply it")
        assert to_reader["altText"].endswith("จัดหาไม่ได้")

    @pytest.mark.parametrize(("voice", "said"), [(Voice.KHA, "ค่ะ"), (Voice.KHRAP, "ครับ")])
    def test_has_the_networks_voice(self, journey, network, voice, said):
        network.voice = voice
        network.save()

        told = journey.take(OUT, Verb.CLAIM, Verb.RELEASE).told(Verb.RELEASE)

        assert told["released", "group"].message.payload["text"].endswith(said)

    def test_of_the_group_is_the_networks(self, journey, network):
        network.language = Language.ENGLISH
        network.save()

        told = journey.take(OUT, Verb.CLAIM, Verb.RELEASE).told(Verb.RELEASE)

        assert "is open again" in told["released", "group"].message.payload["text"]


class TestSecrecy:
    @pytest.mark.parametrize("verb", MAIL_JOURNEYS)
    def test_no_card_names_the_reader_or_an_address(self, verb, journey, reader):
        steps, _ = MAIL_JOURNEYS[verb]

        for notice in journey.take(*steps).told(verb).values():
            said = str(notice.message.payload)
            assert reader.name not in said
            assert "@" not in said
