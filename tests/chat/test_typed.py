"""What typed words do, in the group and in a chat of one's own; and when nothing is said at all."""

import pytest

from chapwai.document_requests.lifecycle import Status
from chapwai.document_requests.models import Answer, DocumentRequest, ReasonUnfilled
from chapwai.ledger.queries import held_of
from chapwai.line.models import OutgoingMessage
from tests.building import (
    PRICE,
    claimed_request,
    deposit,
    librarian_at,
    library_named,
    minutes,
    place_a_request,
    supplied_request,
)
from tests.chat.conftest import STRANGER, newest_message

REFERENCE = (
    "Maidee N, Jaidee P. Early feeding after bowel surgery. J Ward Med. 2019;12(3):412-9. "
    "doi:10.5555/jwm.412"
)


@pytest.fixture
def open_request(riverside):
    return place_a_request(riverside)


@pytest.fixture
def claimed(riverside, hilltop):
    return claimed_request(riverside, hilltop)


def status_of(doc_request):
    doc_request.refresh_from_db()
    return doc_request.status


class TestClaimInTheGroup:
    def test_by_number_is_answered_by_the_news_alone(self, chat, open_request, hilltop):
        said = chat.types(hilltop, f"รับ {open_request.number}")

        assert status_of(open_request) == Status.WILL_SUPPLY
        assert said == []
        assert newest_message("request_taken").quotes_kind == "request_card"

    def test_by_a_bare_word_means_the_only_open_request(self, chat, open_request, hilltop):
        chat.types(hilltop, "มีค่ะ")

        assert status_of(open_request) == Status.WILL_SUPPLY

    def test_by_a_bare_word_means_nothing_where_several_are_open(self, chat, riverside, hilltop):
        place_a_request(riverside)
        place_a_request(riverside)

        assert chat.types(hilltop, "มีค่ะ") == []

        assert not DocumentRequest.objects.filter(status=Status.WILL_SUPPLY).exists()

    def test_by_quoting_the_card_means_the_quoted_one(self, chat, riverside, hilltop):
        for _ in range(2):
            place_a_request(riverside)
            chat.types(riverside, "สวัสดีค่ะ")
        first, second = DocumentRequest.objects.order_by("id")
        card = OutgoingMessage.objects.get(kind="request_card", about=first.number)

        chat.types(hilltop, "มีค่ะ", quoting=card.line_message_id)

        assert (status_of(first), status_of(second)) == (
            Status.WILL_SUPPLY,
            Status.REQUEST_RECEIVED,
        )

    def test_by_quoting_the_photo_means_what_was_read_in_it(
        self, chat, riverside, hilltop, open_request
    ):
        chat.sends(riverside, group=True)
        asked = DocumentRequest.objects.latest("id")
        photo = next(reversed(chat.line.contents))

        chat.types(hilltop, "มีค่ะ", quoting=photo)

        assert (status_of(asked), status_of(open_request)) == (
            Status.WILL_SUPPLY,
            Status.REQUEST_RECEIVED,
        )

    def test_by_quoting_anything_else_means_nothing(self, chat, open_request, hilltop):
        assert chat.types(hilltop, "มีค่ะ", quoting="4711") == []

        assert status_of(open_request) == Status.REQUEST_RECEIVED

    def test_too_late_is_thanked_for(self, chat, claimed, lakeside):
        assert chat.types(lakeside, f"รับ {claimed.number}") == ["no_longer_open"]

    def test_again_by_the_same_library_says_how_to_go_on(self, chat, claimed, hilltop):
        said = chat.types(librarian_at(hilltop.library), f"รับ {claimed.number}")

        assert said == ["please_send_document"]

    def test_of_the_own_request_is_turned_down(self, chat, open_request, riverside):
        assert chat.types(riverside, f"รับ {open_request.number}") == ["own_request"]

    def test_without_enough_deposit_says_nothing_of_money(
        self, chat, open_request, riverside, network
    ):
        poor = librarian_at(library_named("Seaside", network))
        deposit(riverside.library, poor.library, PRICE - 1)

        said = chat.types(poor, f"รับ {open_request.number}")

        assert said == ["claim_refused_for_now"]
        assert status_of(open_request) == Status.REQUEST_RECEIVED
        assert "บาท" not in str(newest_message("claim_refused_for_now").payload)
        assert newest_message("deposit_too_low").chat == riverside.line_user_id

    def test_of_a_number_that_nobody_knows_is_met_by_silence(self, chat, hilltop, riverside):
        assert chat.types(hilltop, "รับ Z999") == []


class TestNoInTheGroup:
    def test_is_kept_in_silence(self, chat, open_request, hilltop):
        assert chat.types(hilltop, f"ไม่มี {open_request.number}") == []

        assert Answer.objects.get().library == hilltop.library

    def test_is_kept_with_its_reason(self, chat, open_request, hilltop):
        chat.types(hilltop, "ติดลิขสิทธิ์ค่ะ")

        assert Answer.objects.get().reason == ReasonUnfilled.LICENCE

    def test_is_confirmed_when_it_is_said_again(self, chat, open_request, hilltop):
        chat.types(hilltop, f"ไม่มี {open_request.number}")

        assert chat.types(hilltop, f"ไม่มี {open_request.number}") == ["no_recorded"]

    def test_of_the_last_library_ends_the_request(self, chat, open_request, hilltop, lakeside):
        chat.types(hilltop, "ไม่มีค่ะ")
        chat.types(lakeside, "ไม่มีค่ะ")

        assert status_of(open_request) == Status.UNFILLED


class TestGivingBackInTheGroup:
    def test_by_number_opens_the_request(self, chat, claimed, hilltop):
        chat.types(hilltop, f"คืน {claimed.number}")

        assert status_of(claimed) == Status.REQUEST_RECEIVED

    def test_without_a_number_means_the_only_claim(self, chat, claimed, open_request, hilltop):
        chat.types(hilltop, "ขอคืนคำขอค่ะ")

        assert status_of(claimed) == Status.REQUEST_RECEIVED

    def test_without_a_number_and_a_claim_is_met_by_silence(self, chat, claimed, lakeside):
        assert chat.types(lakeside, "ขอคืนคำขอค่ะ") == []

        assert status_of(claimed) == Status.WILL_SUPPLY

    def test_is_not_for_other_libraries(self, chat, claimed, lakeside):
        chat.types(lakeside, f"คืน {claimed.number}")

        assert status_of(claimed) == Status.WILL_SUPPLY


class TestCallingOffInTheGroup:
    def test_frees_what_was_held(self, chat, claimed, riverside, hilltop):
        chat.types(riverside, f"ยกเลิก {claimed.number}")

        assert status_of(claimed) == Status.CANCELLED
        assert held_of(hilltop.library.symbol, riverside.library.symbol) == 0

    @pytest.mark.parametrize("words", ["ยกเลิก {}", "ยกเลิกคำขอ"])
    def test_is_not_for_other_libraries(self, chat, open_request, hilltop, words):
        chat.types(hilltop, words.format(open_request.number))

        assert status_of(open_request) == Status.REQUEST_RECEIVED


class TestSilenceInTheGroup:
    @pytest.mark.parametrize(
        "words",
        ["สวัสดีค่ะ", "ขอบคุณค่ะ", "มีใครมีบ้างคะ", "พรุ่งนี้ประชุมกี่โมงคะ", "งาน", "ยอด", "ช่วยเหลือ", "🙏"],
    )
    def test_meets_what_is_not_for_us(self, chat, riverside, hilltop, words):
        assert chat.types(hilltop, words) == []

    def test_meets_everything_in_a_group_of_no_network(self, chat, open_request, hilltop):
        elsewhere = "C" + "9" * 32

        for words in (f"รับ {open_request.number}", "มีค่ะ", REFERENCE, f"📄 #{open_request.number}"):
            assert chat.types(hilltop, words, group=elsewhere) == []

        assert status_of(open_request) == Status.REQUEST_RECEIVED
        assert DocumentRequest.objects.count() == 1

    def test_meets_a_reference_of_a_stranger(self, chat, riverside):
        assert chat.types(STRANGER, REFERENCE) == []

        assert not DocumentRequest.objects.exists()

    def test_meets_a_request_that_its_own_library_still_looks_at(self, chat, reader, hilltop):
        doc_request = place_a_request(reader)

        for words in ("รับ {}", "ไม่มี {}", "ยกเลิก {}", "📄 #{}"):
            assert chat.types(hilltop, words.format(doc_request.number)) == []

        assert status_of(doc_request) == Status.UNDER_REVIEW
        assert not Answer.objects.exists()


class TestStrangers:
    def test_who_claim_are_told_once_a_day_how_to_become_known(self, chat, open_request):
        first = chat.types(STRANGER, "มีค่ะ")
        again = chat.types(STRANGER, f"รับ {open_request.number}")
        chat.now = minutes(24 * 60 + 1)
        next_day = chat.types(STRANGER, "มีค่ะ")

        assert (first, again, next_day) == (["not_registered"], [], ["not_registered"])
        assert status_of(open_request) == Status.REQUEST_RECEIVED

    def test_are_each_told_for_themselves(self, chat, open_request):
        chat.types(STRANGER, "มีค่ะ")

        assert chat.types("U" + "e" * 32, "มีค่ะ") == ["not_registered"]

    def test_call_nothing_off(self, chat, open_request):
        chat.types(STRANGER, f"ยกเลิก {open_request.number}")

        assert status_of(open_request) == Status.REQUEST_RECEIVED

    def test_in_a_chat_of_their_own_are_told_how_to_become_known(self, chat):
        assert chat.types(STRANGER, "สวัสดีค่ะ", group=False) == ["unknown_reader"]


class TestReferenceInTheGroup:
    def test_becomes_a_request_and_its_card_the_answer(self, chat, riverside):
        said = chat.types(riverside, f"รบกวนขอเรื่องนี้ค่ะ {REFERENCE}")

        doc_request = DocumentRequest.objects.get()
        assert doc_request.doi == "10.5555/jwm.412"
        assert doc_request.requested_by == riverside
        assert said == []
        assert newest_message("request_card").sent_by == "reply"

    def test_is_for_the_reader_whose_address_stands_beside_it(self, chat, riverside):
        chat.types(riverside, f"{REFERENCE} somebody@ward.example")

        assert DocumentRequest.objects.get().patron_email == "somebody@ward.example"

    def test_of_any_length_is_no_harm(self, chat, riverside):
        assert chat.types(riverside, "10.5555/" + "x" * 4_990) == []
        assert not DocumentRequest.objects.exists()

    def test_with_a_hidden_zero_in_it_is_no_harm(self, chat, riverside):
        chat.types(riverside, "https://doi.org/10.5555%2Fabc%00def")

        assert DocumentRequest.objects.get().doi == "10.5555/abc"

    @pytest.mark.parametrize("text", ["\x00", "\ud800", "รับ \x00A123", "A" * 5_000, "{}" * 2_000])
    def test_that_is_hostile_is_no_harm(self, chat, riverside, text):
        assert chat.types(riverside, text) == []


class TestAddressInTheGroup:
    def test_typed_right_after_is_the_readers(self, chat, riverside):
        chat.types(riverside, REFERENCE)

        chat.types(riverside, "ส่งที่ somebody@ward.example ค่ะ")

        assert DocumentRequest.objects.get().patron_email == "somebody@ward.example"

    def test_typed_by_others_is_not(self, chat, riverside, hilltop):
        chat.types(riverside, REFERENCE)

        chat.types(hilltop, "somebody@ward.example")

        assert DocumentRequest.objects.get().patron_email == ""


class TestPostedCard:
    def test_is_the_card_of_an_open_request(self, chat, open_request, hilltop):
        assert chat.types(hilltop, f"📄 #{open_request.number}") == ["request_card"]

    def test_is_a_line_about_one_that_is_not_open(self, chat, claimed, hilltop):
        assert chat.types(hilltop, f"📄 #{claimed.number}") == ["no_longer_open"]


class TestOneToOne:
    @pytest.mark.parametrize(
        ("words", "card"),
        [
            ("งาน", "open_requests"),
            ("ยอด", "balance"),
            ("ช่วยเหลือ", "help"),
            ("help", "help"),
            ("ฟ้าสวยจัง", "not_understood"),
        ],
    )
    def test_a_librarian_gets_the_desk(self, chat, riverside, words, card):
        assert chat.types(riverside, words, group=False) == [card]

    @pytest.mark.parametrize(
        ("words", "card"),
        [
            ("งาน", "my_requests"),
            ("ยอด", "help"),
            ("ช่วยเหลือ", "help"),
            ("ฟ้าสวยจัง", "not_understood"),
        ],
    )
    def test_a_reader_gets_the_own_requests_and_no_figures(self, chat, reader, words, card):
        assert chat.types(reader, words, group=False) == [card]

    @pytest.mark.parametrize("words", ["ขอบคุณค่ะ", "ได้รับแล้วค่ะ"])
    def test_thanks_are_not_answered(self, chat, reader, words):
        assert chat.types(reader, words, group=False) == []

    def test_a_librarian_claims_and_answers(self, chat, open_request, hilltop, lakeside):
        no = chat.types(lakeside, f"ไม่มี {open_request.number}", group=False)
        chat.types(hilltop, f"รับ {open_request.number}", group=False)

        assert no == ["no_recorded"]
        assert status_of(open_request) == Status.WILL_SUPPLY

    def test_a_readers_reference_waits_for_the_librarian(self, chat, reader):
        said = chat.types(reader, REFERENCE, group=False)

        assert said == ["read_sure"]
        assert DocumentRequest.objects.get().status == Status.UNDER_REVIEW
        assert newest_message("review_request")

    def test_a_reader_sees_and_calls_off_the_own_request(self, chat, reader):
        doc_request = place_a_request(reader)

        state = chat.types(reader, f"สถานะ {doc_request.number}", group=False)
        cancelled = chat.types(reader, f"ยกเลิก {doc_request.number}", group=False)

        assert (state, cancelled) == (["state_now"], ["request_cancelled"])
        assert status_of(doc_request) == Status.CANCELLED

    @pytest.mark.parametrize("words", ["สถานะ {}", "ยกเลิก {}", "รับ {}"])
    def test_a_reader_sees_nothing_of_others_requests(self, chat, reader, open_request, words):
        said = chat.types(reader, words.format(open_request.number), group=False)

        assert said == ["closed_and_filed"]
        assert status_of(open_request) == Status.REQUEST_RECEIVED

    @pytest.mark.parametrize("words", ["สถานะ {}", "ยกเลิก {}", "รับ {}", "ไม่มี {}"])
    def test_a_librarian_sees_nothing_that_another_library_looks_at(
        self, chat, reader, hilltop, words
    ):
        doc_request = place_a_request(reader)

        said = chat.types(hilltop, words.format(doc_request.number), group=False)

        assert said == ["closed_and_filed"]
        assert status_of(doc_request) == Status.UNDER_REVIEW

    def test_a_claim_is_not_taken_from_another_library(self, chat, riverside, hilltop, lakeside):
        doc_request = supplied_request(riverside, hilltop)

        for words in ("คืน {}", "ยกเลิก {}", "รับ {}"):
            chat.types(lakeside, words.format(doc_request.number), group=False)

        assert status_of(doc_request) == Status.SUPPLYING
