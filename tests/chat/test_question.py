"""One question instead of a form: a candidate is chosen, or what is missing is typed in a line."""

import pytest

from chapwai.cards.postbacks import Press
from chapwai.chat.models import ReceivedContent
from chapwai.citations.citation import Citation, Verdict
from chapwai.citations.index.remember_record import remember_record
from chapwai.citations.record import Record
from chapwai.document_requests.actions.claim import claim_request
from chapwai.document_requests.actions.send_out import send_out_request
from chapwai.document_requests.lifecycle import Status, Verb
from chapwai.document_requests.models import DocumentRequest
from tests.building import NINE, an_article, minutes, reader_of
from tests.chat.conftest import newest_message, reading_of

TITLE = "Tea and sleep among the nurses of twelve night wards"
FIRST = Record(title=TITLE, journal="J Imag Med", year="2015", volume="8", doi="10.5555/tea.1")
SECOND = Record(title=TITLE, journal="Fict Nurs", year="2020", volume="3", doi="10.5555/tea.2")


def unsure(**fields):
    """A reading with doubts and without an identifier."""
    fields = {"doi": None, "pmid": None, "doubtful": frozenset(["year"]), **fields}
    return reading_of(an_article(**fields), verdict=Verdict.UNSURE)


def the_request():
    return DocumentRequest.objects.get()


@pytest.fixture
def two_candidates(chat, reader):
    """The index knows two articles of this title, and the photo shows nothing else of them."""
    for record in (FIRST, SECOND):
        remember_record(record, now=NINE)
    chat.reader.reading = reading_of(
        Citation(title=TITLE, origins={"title": "screen"}, confidence=0.6), verdict=Verdict.UNSURE
    )
    chat.sends(reader)
    return the_request()


@pytest.fixture
def year_in_doubt(chat, reader):
    chat.reader.reading = unsure()
    chat.sends(reader)
    return the_request()


class TestCandidates:
    def test_are_offered_with_the_receipt(self, two_candidates):
        assert newest_message("read_unsure").about == two_candidates.number

    def test_describe_the_request_once_chosen(self, chat, reader, two_candidates):
        second = [one["doi"] for one in two_candidates.candidates].index(SECOND.doi)

        said = chat.presses(reader, Press.MEANT, two_candidates.number, str(second))

        chosen = the_request()
        assert said == ["read_sure"]
        assert (chosen.title, chosen.publication_year, chosen.doi) == (
            SECOND.journal,
            SECOND.year,
            SECOND.doi,
        )
        assert (chosen.doubtful, chosen.candidates) == ([], [])
        assert chosen.origins["doi"] == "index"

    def test_bring_the_librarian_a_fresh_card(self, chat, reader, two_candidates):
        chat.presses(reader, Press.MEANT, two_candidates.number, "0")

        assert the_request().doi in str(newest_message("review_request").payload)

    def test_stay_for_the_librarian_when_the_asker_is_not_sure(self, chat, reader, two_candidates):
        said = chat.presses(reader, Press.MEANT, two_candidates.number, "not_sure")

        assert said == ["librarian_decides"]
        assert len(the_request().candidates) == 2

    @pytest.mark.parametrize("value", ["7", "x", ""])
    def test_are_not_made_up_by_a_strange_button(self, chat, reader, two_candidates, value):
        assert chat.presses(reader, Press.MEANT, two_candidates.number, value) == [
            "librarian_decides"
        ]

    def test_come_too_late_once_a_library_works_on_it(
        self, chat, reader, riverside, hilltop, two_candidates
    ):
        send_out_request(two_candidates, staff=riverside, now=NINE)
        claim_request(two_candidates, staff=hilltop, now=NINE)

        said = chat.presses(reader, Press.MEANT, two_candidates.number, "0")

        assert said == ["state_now"]
        assert the_request().doi == ""

    def test_are_none_of_another_readers_business(self, chat, riverside, two_candidates):
        stranger = reader_of(riverside.library)

        chat.presses(stranger, Press.MEANT, two_candidates.number, "0")

        assert the_request().doi == ""


class TestTypedAnswer:
    @pytest.mark.parametrize("text", ["2014", "ปี 2014", "2557", "๒๕๕๗ ค่ะ", "2014 ครับ"])
    def test_settles_the_year(self, chat, reader, year_in_doubt, text):
        said = chat.types(reader, text, group=False)

        assert said == ["read_sure"]
        assert the_request().publication_year == "2014"
        assert the_request().doubtful == []
        assert the_request().origins["year"] == "text"

    @pytest.mark.parametrize(
        ("field", "text", "column", "value"),
        [
            ("volume", "12(3)", "volume", "12"),
            ("volume", "เล่มที่ 12", "volume", "12"),
            ("pages", "412-9", "pages_requested", "412-419"),
            ("pages", "หน้า 41-50 ค่ะ", "pages_requested", "41-50"),
            ("title", "Naps of night nurses", "title_of_component", "Naps of night nurses"),
            ("title", "ผลของการงีบต่อพยาบาล", "title_of_component", "ผลของการงีบต่อพยาบาล"),
            ("title", "10.5555/naps.1", "doi", "10.5555/naps.1"),
        ],
    )
    def test_settles_what_was_asked(self, chat, reader, field, text, column, value):
        chat.reader.reading = unsure(doubtful=frozenset([field]))
        chat.sends(reader)

        chat.types(reader, text, group=False)

        assert getattr(the_request(), column) == value
        assert DocumentRequest.objects.count() == 1

    def test_is_remembered_as_a_correction_by_the_reader(self, chat, reader, year_in_doubt):
        chat.types(reader, "2014", group=False)

        event = year_in_doubt.events.order_by("id").last()
        assert (event.verb, event.patron, event.status) == (
            Verb.CORRECT,
            reader,
            Status.UNDER_REVIEW,
        )

    @pytest.mark.parametrize(
        "text", ["เมื่อไหร่จะได้คะ", "อีกนานไหมกว่าจะได้", "ขอบคุณมากๆ เลยค่ะ", "how long will this take?"]
    )
    def test_is_not_taken_from_small_talk(self, chat, reader, text):
        chat.reader.reading = unsure(doubtful=frozenset(["title"]))
        chat.sends(reader)
        before = the_request().title_of_component

        chat.types(reader, text, group=False)

        assert the_request().title_of_component == before

    def test_of_another_article_is_a_request_of_its_own(self, chat, reader):
        chat.reader.reading = unsure(doubtful=frozenset(["title"]))
        chat.sends(reader)

        chat.types(
            reader,
            "Stone C. Walking uphill both ways. Fict Wound Care. 2021;9(6):233-40.",
            group=False,
        )

        assert DocumentRequest.objects.count() == 2

    def test_is_no_longer_expected_after_half_an_hour(self, chat, reader, year_in_doubt):
        chat.now = minutes(31)

        chat.types(reader, "2014", group=False)

        assert the_request().publication_year != "2014"

    def test_is_not_expected_where_an_identifier_is_certain(self, chat, reader):
        chat.reader.reading = unsure(doi="10.5555/abc")
        chat.sends(reader)

        chat.types(reader, "2014", group=False)

        assert the_request().publication_year != "2014"


class TestCorrectionByTheLibrarian:
    def test_is_a_number_with_the_right_identifier(self, chat, riverside, year_in_doubt):
        said = chat.types(riverside, f"{year_in_doubt.number} 10.5555/right.1", group=False)

        assert said == ["read_sure"]
        assert the_request().doi == "10.5555/right.1"

    def test_is_the_home_librarys_alone(self, chat, hilltop, riverside, year_in_doubt):
        send_out_request(year_in_doubt, staff=riverside, now=NINE)

        chat.types(hilltop, f"{year_in_doubt.number} 10.5555/wrong.1", group=False)

        assert the_request().doi == ""


class TestPastedList:
    LIST = (
        "1. Fernhill AB, Stone C. Tea for two nurses. J Imag Med. 2019;12(3):412-9.\n"
        "2. Stone C. Walking uphill both ways. Fict Wound Care. 2021;9(6):233-40."
    )

    def test_becomes_a_choice(self, chat, reader):
        said = chat.types(reader, self.LIST, group=False)

        assert said == ["read_several"]
        assert not DocumentRequest.objects.exists()

    def test_makes_a_request_of_what_is_chosen_and_keeps_the_words(self, chat, reader):
        chat.types(reader, self.LIST, group=False)
        content = ReceivedContent.objects.get()

        chat.presses(reader, Press.CHOOSE, content.pk, "1")

        assert the_request().title_of_component == "Walking uphill both ways"
        assert the_request().citation == self.LIST


class TestTypedTitle:
    TITLE = "Tea and sleep among the nurses of twelve night wards"

    def test_is_asked_about_before_it_becomes_a_request(self, chat, reader):
        assert chat.types(reader, self.TITLE, group=False) == ["read_several"]
        assert not DocumentRequest.objects.exists()

        chat.presses(reader, Press.CHOOSE, ReceivedContent.objects.get().pk, "0")

        assert the_request().title_of_component == self.TITLE
        assert "title" in the_request().doubtful

    @pytest.mark.parametrize(
        "text",
        [
            "When will the library open on Sunday morning",
            "please tell me how long this will take",
            "I have not received anything since Monday",
            "เมื่อไหร่จะได้รับเอกสารที่ขอไว้เมื่อวานนี้",
        ],
    )
    def test_is_not_seen_in_chat(self, chat, reader, text):
        assert chat.types(reader, text, group=False) == ["not_understood"]

    def test_is_never_asked_about_in_the_group(self, chat, riverside):
        assert chat.types(riverside, self.TITLE) == []
