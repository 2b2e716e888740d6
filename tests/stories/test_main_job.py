"""The main job, step by step: from a photo to the reader's mailbox."""

import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from demo.photo import ARTICLES
from tests.stories.stage import press_download, said

HERE = Path(__file__).parents[2]
TWENTY_BAHT = "20\N{NO-BREAK SPACE}บาท"


@pytest.fixture
def by_mail(told):
    return told.story.chapters[0]


@pytest.fixture
def by_link(told):
    return told.story.chapters[1]


@pytest.fixture
def librarian_first(told):
    return told.story.chapters[2]


class TestReadersPhoto:
    def test_is_answered_with_a_number_and_with_what_was_read(self, told, by_mail):
        _, answer, *_ = told.chats[told.story.cast.reader.line]

        assert f"รับเรื่องแล้ว {by_mail.number}" in said(answer)
        assert all(part in said(answer) for part in ("J Imagin Nurs", "2023", "512"))
        assert answer["delivery"] == "reply"

    def test_comes_before_the_librarian_with_one_button_to_send_it_on(self, told, by_mail):
        review = shown_to(told, told.story.cast.librarian, by_mail.number)[0]

        assert "ส่งเข้ากลุ่ม" in said(review)
        assert ARTICLES[0].title[:40] in said(review)

    def test_comes_before_the_group_with_article_and_library_and_without_the_reader(
        self, told, by_mail
    ):
        (card,) = [one for one in told.group if f"{by_mail.number} · ขอบทความ" in said(one)]

        assert all(word in said(card) for word in ("ริเวอร์ไซด์", "มี ส่งให้ได้", "ไม่มี"))
        assert ARTICLES[0].doi in said(card)
        assert not any(word in said(card) for word in ("ต้นกล้า", "tonkla"))

    def test_is_read_without_a_mistake(self, told):
        for request, article in zip(told.report["requests"], ARTICLES, strict=False):
            citation = request["citation"]

            assert citation["title"] == article.title
            assert citation["authors"] == list(article.authors)
            assert (citation["journal"], citation["year"]) == (article.journal, article.year)
            assert (citation["volume"], citation["issue"]) == (article.volume, article.issue)
            assert (citation["pages"], citation["doi"]) == (article.pages, article.doi)
            assert citation["pmid"] == article.pmid
            assert citation["confidence"] > 0.7


class TestTwoClaimsAtOnce:
    def test_have_one_winner_and_the_other_is_thanked(self, told, by_mail):
        taken = [one for one in told.group if f"✅ {by_mail.number}" in (one["text"] or "")]
        too_late = [one for one in told.group if "รับไปก่อนแล้ว" in (one["text"] or "")]

        assert len(taken) == len(too_late) == 1
        assert "ขอบคุณ" in too_late[0]["text"]
        assert too_late[0]["quoted"]

    def test_leave_one_claim_in_the_history(self, told, by_mail):
        verbs = [event["verb"] for event in told.stage.request(by_mail.number)["events"]]

        assert verbs.count("claim") == 1
        assert "answer_not_held" in verbs


class TestDroppedFile:
    def test_reaches_the_reader_and_the_librarian_with_the_same_bytes(self, told, by_mail):
        mails = mails_about(told, by_mail.number)
        to_reader, copy = sorted(mails, key=lambda mail: "tonkla" not in mail["recipients"][0])
        bytes_of = {one["attachments"][0]["sha256"] for one in mails}

        assert to_reader["recipients"] == [told.story.cast.reader.email]
        assert copy["recipients"] == [told.story.cast.librarian.email]
        assert len(bytes_of) == 1
        assert [one["type"] for one in to_reader["attachments"]] == ["application/pdf"]

    def test_is_mailed_to_the_reader_with_the_librarian_in_copy(self, told, by_mail):
        for mail in mails_about(told, by_mail.number):
            headers = dict(mail["headers"])

            assert told.story.cast.reader.email in headers["To"]
            assert told.story.cast.librarian.email in headers["Cc"]
            assert told.story.cast.librarian.email in headers["Reply-To"]

    def test_is_thanked_for_with_twenty_baht(self, told):
        for chapter, request in zip(told.story.chapters, told.report["requests"], strict=True):
            supplier = supplier_of(told, request)
            thanks = shown_to(told, supplier, chapter.number, "ขอบคุณ")[-1]

            assert f"ได้รับ {TWENTY_BAHT}" in said(thanks)
            assert "มัดจำของริเวอร์ไซด์" in said(thanks)


class TestDeposit:
    def test_pays_twenty_baht_for_each_copy(self, told):
        books = {
            (row["book"], row["purpose"]): row["balance_satang"]
            for row in told.report["ledger"]["balances"]
        }
        suppliers = [request["claimed_by"] for request in told.report["requests"]]

        for symbol in {one.library for one in told.story.cast.suppliers}:
            copies = suppliers.count(symbol)

            assert books[symbol, "deposit"] == 50_000 - 2_000 * copies
            assert books.get((symbol, "income"), 0) == 2_000 * copies

    def test_leaves_sound_books(self, told):
        assert set(told.report["ledger"]["audit"].values()) == {0}


class TestReaderWithoutAddress:
    def test_gets_a_link_through_the_librarian_and_no_mail(self, told, by_link):
        (card,) = shown_to(told, told.story.cast.librarian, by_link.number, "พร้อมแล้ว")

        assert "เปิดลิงก์" in said(card)
        assert mails_about(told, by_link.number) == []

    def test_has_each_download_counted_and_no_look(self, told, by_link):
        link = link_in_chat(told, by_link.number)
        before = downloads_left(told, by_link.number)
        told.stage.phones.http.get(link)

        looked = downloads_left(told, by_link.number)
        document = press_download(link)
        pressed = downloads_left(told, by_link.number)

        assert document.content.startswith(b"%PDF-")
        assert "attachment" in document.headers["content-disposition"]
        assert document.headers["cache-control"].count("no-store") == 1
        assert (looked, pressed) == (before, before - 1)

    def test_is_charged_for_once_however_often_the_link_is_used(self, told, by_link):
        press_download(link_in_chat(told, by_link.number))
        told.stage.wait_until_quiet()

        charges = told.stage.rows("SELECT count(*) FROM ledger_txn WHERE kind = 'charge'")

        assert charges == [(3,)]


class TestLibrarianFirst:
    def test_costs_no_message(self, told, librarian_first):
        (request,) = [
            one for one in told.report["requests"] if one["number"] == librarian_first.number
        ]
        about_it = [one for one in told.group if librarian_first.number in said(one)]

        assert request["paid_messages"] == 0
        assert {one["cost"] for one in about_it} <= {0, None}


class TestReport:
    def test_says_everything_that_one_wants_to_know(self, told):
        for request in told.report["requests"]:
            assert re.fullmatch(r"[A-Z]{1,2}[0-9]{3}", request["number"])
            assert request["status"] == "CopyCompleted"
            assert set(request["citation"]) >= {"title", "authors", "journal", "doi", "confidence"}
            assert request["delivered_by"] in ("mail", "link")
            assert min(request["seconds"].values()) >= 0
        assert told.report["ok"], told.report["checks"]

    @pytest.mark.slow
    def test_is_one_json_document_and_two_demos_at_once_do_not_meet(self):
        with ThreadPoolExecutor(2) as pool:
            demos = list(pool.map(lambda _: run_demo(), range(2)))

        for demo in demos:
            assert demo.returncode == 0, demo.stderr[-2000:]
            assert json.loads(demo.stdout)["ok"] is True


def run_demo():
    command = [sys.executable, "-m", "demo", "--once", "--json"]
    return subprocess.run(command, cwd=HERE, check=False, capture_output=True, text=True)


def shown_to(told, person, *words):
    """What the service showed a person with all these words, oldest first."""
    ours = [one for one in told.chats[person.line] if one["sender"]["id"] == "bot"]
    return [one for one in ours if all(word in said(one) for word in words)]


def mails_about(told, number):
    return [one for one in told.mails if number in one["subject"]]


def supplier_of(told, request):
    (found,) = [one for one in told.story.cast.suppliers if one.library == request["claimed_by"]]
    return found


def link_in_chat(told, number):
    (card,) = shown_to(told, told.story.cast.librarian, number, "พร้อมแล้ว")
    return told.stage.phones.tap(told.story.cast.librarian, card, "เปิดลิงก์")["uri"]


def downloads_left(told, number):
    ((left,),) = told.stage.rows(
        "SELECT downloads_left FROM documents_documentlink WHERE about = 'supply:' || ("
        "SELECT supply_id FROM document_requests_documentrequest WHERE number = %s)",
        number,
    )
    return left
