"""A librarian drops a file: for which claim it is, and what becomes of it."""

import io

import pytest
from pikepdf import Pdf

from chapwai.cards.postbacks import Press
from chapwai.chat.models import ReceivedContent
from chapwai.document_requests.lifecycle import Status
from chapwai.documents.models import Document
from chapwai.documents.store import Store
from chapwai.line.client import LineError
from tests.building import claimed_request, librarian_at, minutes

GONE = LineError("404 not found", status=404, permanent=True)


def a_pdf():
    """A page without anything on it, saved the same way each time."""
    file = io.BytesIO()
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file, deterministic_id=True)
    return file.getvalue()


def status_of(doc_request):
    doc_request.refresh_from_db()
    return doc_request.status


def files():
    return ReceivedContent.objects.order_by("id")


@pytest.fixture
def claimed(riverside, hilltop):
    return claimed_request(riverside, hilltop)


class TestFileForOneClaim:
    def test_goes_on_its_way_without_a_question(self, chat, claimed, hilltop):
        assert chat.sends(hilltop, a_pdf(), name="บทความ.pdf") == []

        assert status_of(claimed) == Status.SUPPLYING
        assert claimed.supply.document == Document.objects.get()
        assert claimed.supply.supplied_at == chat.now

    def test_may_be_dropped_into_the_group(self, chat, claimed, hilltop):
        assert chat.sends(hilltop, a_pdf(), name="a.pdf", group=True) == []

        assert status_of(claimed) == Status.SUPPLYING

    def test_may_come_from_a_colleague(self, chat, claimed, hilltop):
        chat.sends(librarian_at(hilltop.library), a_pdf(), name="a.pdf")

        assert status_of(claimed) == Status.SUPPLYING

    @pytest.mark.parametrize("who", ["lakeside", "riverside"])
    def test_is_not_taken_from_other_libraries(self, chat, claimed, who, request):
        said = chat.sends(request.getfixturevalue(who), a_pdf(), name="a.pdf")

        assert said == ["nothing_claimed"]
        assert status_of(claimed) == Status.WILL_SUPPLY
        assert not Document.objects.exists()

    def test_from_a_reader_is_no_supply_but_shows_what_is_wanted(self, chat, claimed, reader):
        assert chat.sends(reader, a_pdf(), name="a.pdf") == ["read_sure"]

        assert status_of(claimed) == Status.WILL_SUPPLY

    def test_of_another_kind_is_not_taken_from_readers(self, chat, claimed, reader):
        assert chat.sends(reader, b"PK\x03\x04", name="a.docx") == ["not_a_citation"]

        assert status_of(claimed) == Status.WILL_SUPPLY

    def test_may_be_a_photographed_page_while_a_document_is_owed(self, chat, claimed, hilltop):
        chat.sends(hilltop, a_pdf(), name="scan.jpg")

        assert chat.reader.asked == 0
        assert status_of(claimed) == Status.SUPPLYING


class TestFileThatIsRefused:
    def test_leaves_the_claim_and_gives_it_its_time_again(self, chat, claimed, hilltop):
        chat.now = minutes(200)

        assert chat.sends(hilltop, b"not a document", name="a.pdf") == ["file_refused"]

        assert status_of(claimed) == Status.WILL_SUPPLY
        assert claimed.due_at == minutes(440)

    def test_is_spoken_of_in_the_group_where_it_was_awaited(self, chat, claimed, hilltop):
        said = chat.sends(hilltop, b"not a document", name="a.pdf", group=True)

        assert said == ["file_refused"]

    def test_because_it_never_came_is_spoken_of(self, chat, claimed, hilltop, line):
        line.failures = [GONE]

        assert chat.sends(hilltop, name="a.pdf") == ["file_refused"]

    def test_because_it_is_too_big_is_spoken_of(self, chat, claimed, hilltop, monkeypatch):
        monkeypatch.setattr("chapwai.chat.content.LARGEST_FILE", 100)

        assert chat.sends(hilltop, b"x" * 101, name="a.pdf") == ["file_refused"]

        assert not Document.objects.exists()


class TestFileForNothing:
    def test_is_thrown_away_and_the_librarian_told(self, chat, hilltop, riverside):
        assert chat.sends(hilltop, a_pdf(), name="a.pdf") == ["nothing_claimed"]

        assert not Document.objects.exists()

    @pytest.mark.parametrize("content", [a_pdf(), b"not a document"])
    def test_is_met_by_silence_in_the_group(self, chat, hilltop, riverside, content):
        assert chat.sends(hilltop, content, name="a.pdf", group=True) == []

    def test_is_met_by_silence_in_the_group_even_if_it_never_came(
        self, chat, hilltop, riverside, line
    ):
        line.failures = [GONE]

        assert chat.sends(hilltop, name="a.pdf", group=True) == []


class TestFileForOneOfSeveralClaims:
    @pytest.fixture
    def claims(self, claimed, riverside, hilltop):
        return [claimed, claimed_request(riverside, hilltop, now=minutes(1))]

    @pytest.fixture
    def file(self, chat, claims, hilltop):
        assert chat.sends(hilltop, a_pdf(), name="a.pdf") == ["which_request"]
        return files().get()

    def test_waits_for_the_librarians_choice(self, chat, claims, file, hilltop):
        before = [status_of(claim) for claim in claims]

        assert chat.presses(hilltop, Press.FILE_FOR, file.pk, claims[1].number) == []

        assert before == [Status.WILL_SUPPLY] * 2
        assert [status_of(one) for one in claims] == [Status.WILL_SUPPLY, Status.SUPPLYING]

    def test_is_for_one_claim_only(self, chat, claims, file, hilltop):
        chat.presses(hilltop, Press.FILE_FOR, file.pk, claims[1].number)

        said = chat.presses(hilltop, Press.FILE_FOR, file.pk, claims[0].number)

        assert said == ["closed_and_filed"]
        assert status_of(claims[0]) == Status.WILL_SUPPLY

    def test_is_not_for_a_claim_of_another_library(
        self, chat, claims, file, riverside, hilltop, lakeside
    ):
        theirs = claimed_request(riverside, lakeside)

        said = chat.presses(hilltop, Press.FILE_FOR, file.pk, theirs.number)

        assert said == ["no_longer_open"]
        assert status_of(theirs) == Status.WILL_SUPPLY

    def test_is_not_for_others_to_choose_for(self, chat, claims, file, hilltop):
        colleague = librarian_at(hilltop.library)

        said = chat.presses(colleague, Press.FILE_FOR, file.pk, claims[0].number)

        assert said == ["closed_and_filed"]

    def test_comes_too_late_when_the_claim_was_given_back(self, chat, claims, file, hilltop):
        chat.presses(hilltop, Press.RELEASE, claims[0].number)

        said = chat.presses(hilltop, Press.FILE_FOR, file.pk, claims[0].number)

        assert said == ["no_longer_open"]
        assert status_of(claims[0]) == Status.REQUEST_RECEIVED

    def test_that_is_for_none_of_them_is_forgotten(self, chat, claims, file, hilltop, settings):
        sha256 = Document.objects.get().sha256

        chat.presses(hilltop, Press.DROP_FILE, file.pk)
        chosen = chat.presses(hilltop, Press.FILE_FOR, file.pk, claims[0].number)

        assert chosen == ["closed_and_filed"]
        assert not Document.objects.exists()
        assert not Store(settings.DOCUMENTS_DIR).path_of(sha256).exists()

    def test_that_was_supplied_is_not_forgotten(self, chat, claims, file, hilltop):
        chat.presses(hilltop, Press.FILE_FOR, file.pk, claims[0].number)

        chat.presses(hilltop, Press.DROP_FILE, file.pk)

        assert Document.objects.exists()
