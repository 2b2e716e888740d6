"""What comes of a photo, with the reading process faked: it has tests of its own."""

import pytest

from chapwai.cards.postbacks import Press
from chapwai.chat.content import take_next_content
from chapwai.chat.models import ReceivedContent
from chapwai.citations.citation import PictureRefused, Verdict
from chapwai.citations.models import Picture
from chapwai.citations.worker import ReadingCrashed, ReadingTimedOut
from chapwai.document_requests.lifecycle import Status
from chapwai.document_requests.models import DocumentRequest
from chapwai.documents.store import Store
from chapwai.line.client import LineError
from tests.building import NINE, an_article, minutes, reader_of
from tests.chat.conftest import STRANGER, _count, newest_message, reading_of

NOT_READY = LineError("202 content is not there", status=202)
GONE = LineError("410 The content is gone", status=410, permanent=True)


def requests():
    return list(DocumentRequest.objects.order_by("id"))


class TestPhotoOfOneArticle:
    def test_by_a_reader_waits_for_the_librarian(self, chat, reader):
        assert chat.sends(reader) == ["read_sure"]

        (doc_request,) = requests()
        assert doc_request.status == Status.UNDER_REVIEW
        assert doc_request.picture == Picture.objects.get()

    def test_by_a_reader_is_answered_with_the_photos_own_reply(self, chat, reader, line):
        chat.sends(reader)

        (call,) = line.replies
        assert requests()[0].number in call.messages[0]["altText"]

    def test_read_with_doubts_says_so(self, chat, reader):
        chat.reader.reading = reading_of(
            an_article(doubtful=frozenset(["year"])), verdict=Verdict.UNSURE
        )

        assert chat.sends(reader) == ["read_unsure"]

    def test_by_a_librarian_in_the_group_is_answered_by_its_card_alone(self, chat, riverside, line):
        assert chat.sends(riverside, group=True) == []

        (doc_request,) = requests()
        assert doc_request.status == Status.REQUEST_RECEIVED
        assert newest_message("request_card").sent_by == "reply"
        assert not line.pushes

    def test_keeps_the_clean_picture_only(self, chat, reader, settings):
        chat.sends(reader, b"pixels with a place and a camera in them")

        picture = Picture.objects.get()
        with Store(settings.DOCUMENTS_DIR).open(picture.sha256) as kept:
            assert kept.read() == b"clean pixels"

    def test_shows_the_reader_that_we_are_at_it(self, chat, reader, line):
        chat.sends(reader)

        assert line.loading == [reader.line_user_id]

    def test_is_handled_once_though_announced_twice(self, chat, reader):
        chat.sends(reader)

        chat.happens(
            reader,
            message={"type": "image", "id": ReceivedContent.objects.get().message_id},
        )

        assert chat.contents_are_handled() == []
        assert len(requests()) == 1


class TestPhotoOfSeveralArticles:
    @pytest.fixture
    def content(self, chat, reader):
        chat.reader.reading = reading_of(
            an_article(title="First"), an_article(title="Second"), verdict=Verdict.SEVERAL
        )
        assert chat.sends(reader) == ["read_several"]
        return ReceivedContent.objects.get()

    def test_asks_for_the_one_that_is_chosen(self, chat, reader, content):
        assert chat.presses(reader, Press.CHOOSE, content.pk, "1") == ["read_sure"]

        assert [one.title_of_component for one in requests()] == ["Second"]

    def test_asks_for_all(self, chat, reader, content):
        chat.presses(reader, Press.CHOOSE, content.pk, "all")

        assert [one.title_of_component for one in requests()] == ["First", "Second"]

    def test_asks_once_for_what_is_chosen_twice(self, chat, reader, content):
        chat.presses(reader, Press.CHOOSE, content.pk, "1")

        again = chat.presses(reader, Press.CHOOSE, content.pk, "1")
        everything = chat.presses(reader, Press.CHOOSE, content.pk, "all")

        assert (again, everything) == (["state_now"], ["read_sure", "state_now"])
        assert len(requests()) == 2

    def test_asks_again_for_what_was_called_off(self, chat, reader, content):
        chat.presses(reader, Press.CHOOSE, content.pk, "1")
        chat.presses(reader, Press.CANCEL, requests()[0].number)

        chat.presses(reader, Press.CHOOSE, content.pk, "1")

        assert [one.status for one in requests()] == [Status.CANCELLED, Status.UNDER_REVIEW]

    @pytest.mark.parametrize("choice", ["2", "-1", "x", "9" * 40])
    def test_asks_for_nothing_by_a_choice_that_is_none(self, chat, reader, content, choice):
        chat.presses(reader, Press.CHOOSE, content.pk, choice)

        assert not requests()

    def test_is_not_for_others_to_choose_from(self, chat, riverside, content):
        other = reader_of(riverside.library)

        assert chat.presses(other, Press.CHOOSE, content.pk, "0") == ["closed_and_filed"]

        assert not requests()


class TestPhotoThatCannotBeRead:
    @pytest.mark.parametrize(
        ("reading", "said"),
        [
            (reading_of(verdict=Verdict.UNREADABLE), "read_unreadable"),
            (reading_of(verdict=Verdict.NOT_A_CITATION), "not_a_citation"),
            (ReadingTimedOut(), "read_unreadable"),
            (ReadingCrashed(), "read_unreadable"),
            *((PictureRefused(reason), "picture_refused") for reason in ("type", "broken")),
        ],
    )
    def test_is_spoken_of_in_a_chat_of_ones_own_and_nowhere_else(
        self, chat, reader, riverside, reading, said
    ):
        chat.reader.reading = reading

        assert chat.sends(reader) == [said]
        assert chat.sends(riverside, group=True) == []

        assert not requests()

    def test_can_be_left_to_the_librarian(self, chat, reader):
        chat.reader.reading = reading_of(verdict=Verdict.UNREADABLE)
        chat.sends(reader)
        content = ReceivedContent.objects.get()

        chat.presses(reader, Press.ASK_LIBRARIAN, content.pk)
        chat.presses(reader, Press.ASK_LIBRARIAN, content.pk)

        (doc_request,) = requests()
        assert doc_request.status == Status.UNDER_REVIEW
        assert (doc_request.picture, doc_request.title_of_component) == (content.picture, "")


class TestPhotoThatDoesNotCome:
    def test_is_fetched_again_a_little_later(self, chat, reader, line):
        line.failures = [NOT_READY]

        first = chat.sends(reader)
        chat.now = minutes(1)
        later = chat.contents_are_handled()

        assert (first, later) == ([], ["read_sure"])

    def test_is_told_of_after_the_last_try(self, chat, reader, line):
        line.failures = [NOT_READY] * 6
        said = chat.sends(reader)
        for minute in range(1, 6):
            chat.now = minutes(minute)
            said += chat.contents_are_handled()

        assert said == ["picture_refused"]
        assert not ReceivedContent.objects.filter(done_at=None).exists()

    def test_is_told_of_at_once_when_it_is_gone(self, chat, reader, line):
        line.failures = [GONE]

        assert chat.sends(reader) == ["picture_refused"]

    def test_is_tried_again_where_our_own_house_is_on_fire(self, chat, reader, caplog):
        chat.reader.reading = ZeroDivisionError()
        first = chat.sends(reader)
        chat.reader.reading = reading_of(an_article())
        chat.now = minutes(1)

        assert (first, chat.contents_are_handled()) == ([], ["read_sure"])
        assert "could not be handled" in caplog.text


class TestPhotoOfAStranger:
    def test_in_the_group_is_not_even_fetched(self, chat, riverside):
        assert chat.sends(STRANGER, group=True) == []

        assert chat.reader.asked == 0
        assert not ReceivedContent.objects.exists()

    def test_in_a_group_of_no_network_is_not_even_fetched(self, chat, riverside):
        assert chat.sends(riverside, group="C" + "9" * 32) == []

        assert chat.reader.asked == 0

    def test_in_a_chat_of_their_own_is_answered_by_how_to_become_known(self, chat):
        assert chat.sends(STRANGER) == ["unknown_reader"]

        assert not requests()

    def test_that_lies_elsewhere_is_never_fetched(self, chat, reader):
        elsewhere = {"type": "external", "originalContentUrl": "https://somewhere.example"}

        assert chat.sends(reader, contentProvider=elsewhere) == []

        assert not ReceivedContent.objects.exists()


class TestPhotoTakenBack:
    def test_leaves_the_store(self, chat, reader, settings):
        chat.reader.reading = reading_of(an_article(), picture=b"taken back")
        chat.sends(reader)

        chat.unsends(reader, ReceivedContent.objects.get().message_id)

        assert not Store(settings.DOCUMENTS_DIR).path_of(Picture.objects.get().sha256).exists()

    def test_stays_for_somebody_else_who_sent_the_same(self, chat, reader, riverside, settings):
        chat.sends(reader)
        chat.sends(riverside, group=True)

        chat.unsends(reader, ReceivedContent.objects.earliest("id").message_id)

        sha256 = Picture.objects.latest("id").sha256
        assert Store(settings.DOCUMENTS_DIR).path_of(sha256).exists()

    def test_before_it_was_fetched_is_never_fetched(self, chat, reader, line):
        line.failures = [NOT_READY]
        chat.sends(reader)

        chat.unsends(reader, ReceivedContent.objects.get().message_id)
        chat.now = minutes(1)

        assert chat.contents_are_handled() == []
        assert chat.reader.asked == 0


class TestAddressBesideThePhoto:
    def test_typed_while_it_is_read_is_the_readers(self, chat, riverside, line):
        line.failures = [NOT_READY]
        chat.sends(riverside, group=True)

        chat.types(riverside, "somebody@ward.example")
        chat.now = minutes(1)
        chat.contents_are_handled()

        assert requests()[0].patron_email == "somebody@ward.example"

    def test_typed_right_after_is_the_readers(self, chat, riverside):
        chat.sends(riverside, group=True)

        chat.types(riverside, "somebody@ward.example")

        assert requests()[0].patron_email == "somebody@ward.example"

    def test_typed_much_later_is_not(self, chat, riverside):
        chat.sends(riverside, group=True)
        chat.now = minutes(6)

        chat.types(riverside, "somebody@ward.example")

        assert requests()[0].patron_email == ""
        assert requests()[0].created_at == NINE


class TestOrder:
    """Several workers may take contents at once."""

    @pytest.fixture
    def announced(self, chat, reader):
        """Two photos of one reader and one of another, announced and not yet handled."""
        other = reader_of(reader.library)
        for person in (reader, reader, other):
            chat.happens(person, message={"id": f"7{next(_count):05}", "type": "image"})
        return list(ReceivedContent.objects.order_by("id"))

    def test_of_one_persons_photos_is_kept(self, announced):
        first, second, other = announced

        taken = [take_next_content(now=NINE) for _ in range(3)]

        assert taken == [first, other, None]
        assert second.done_at is None

    def test_is_not_held_up_by_one_that_has_failed(self, announced):
        first, second, _ = announced
        ReceivedContent.objects.filter(pk=first.pk).update(attempts=2, due_at=minutes(5))

        assert take_next_content(now=NINE) == second
