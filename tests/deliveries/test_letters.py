"""What mails say: the same in text and HTML, in the language of whoever reads them."""

import html
import re
from datetime import timedelta

import pytest

from chapwai import cards
from chapwai.deliveries.letters import (
    attachment_name,
    notice_letter,
    reader_delivery,
    reader_link,
)
from chapwai.libraries.models import Language
from chapwai.mail.message import render
from tests.cards.cast import (
    LAKESIDE,
    LIBRARIAN,
    NOW,
    READER,
    TITLE,
    URL,
    claimed,
    delivered,
    of_endless_length,
    request,
)

UNTIL = NOW + timedelta(days=14)
BY_ADDRESS = {"patron": None, "patron_email": "somebody@riverside.example"}


@pytest.fixture(params=Language.values)
def language(request):
    with cards.tone(language=request.param, voice="kha", now=NOW):
        yield request.param


@pytest.fixture
def thai():
    with cards.tone(language="th", voice="kha", now=NOW):
        yield


@pytest.fixture
def english():
    with cards.tone(language="en", voice="kha", now=NOW):
        yield


def delivery(doc_request=None, **options):
    options = {"reader_name": READER.name, "supplied_at": NOW, **options}
    return reader_delivery(doc_request or claimed(), **options)


def link(doc_request=None):
    return reader_link(
        doc_request or claimed(),
        reader_name=READER.name,
        supplied_at=NOW,
        url=URL,
        link_until=UNTIL,
    )


def seen_in(page):
    """The words of an HTML letter as they are read."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def words_of(letter):
    return " ".join(letter.text.replace("-" * 40, "").split())


class TestEveryLetter:
    @pytest.mark.parametrize(
        "write",
        [
            delivery,
            link,
            lambda: delivery(claimed(**BY_ADDRESS)),
            lambda: delivery(problem_url=URL),
            lambda: notice_letter("A123", cards.mail_refused(claimed(), URL, uncertain=False)),
            lambda: notice_letter("A123", cards.lapsed_yours(request())),
        ],
    )
    def test_says_the_same_twice(self, write, language):
        letter = write()

        assert seen_in(letter.html) == words_of(letter)

    @pytest.mark.parametrize("write", [delivery, link])
    def test_can_be_mailed_however_long_the_title_is(self, write, language):
        endless = claimed(**of_endless_length() | {"title_of_component": "a\r\nBcc: b\x00" * 400})

        letter = write(endless)

        assert render(
            sender="chapwai@riverside.example",
            sender_name="Riverside",
            to="nok@riverside.example",
            subject=letter.subject,
            text=letter.text,
            html=letter.html,
            message_id="<1@riverside.example>",
            date=NOW,
        )

    def test_lets_no_title_become_markup(self, english):
        letter = delivery(claimed(title_of_component="<script>alert(1)</script> & more"))

        assert "<script>" not in letter.html
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in letter.html
        assert "<script>alert(1)</script> & more" in letter.text

    def test_shows_no_picture_and_loads_nothing(self, language):
        assert not re.search("<img|<link|src=|url\\(|<script", delivery().html)

    def test_is_one_column_in_the_language_that_it_names(self, language):
        page = delivery().html

        assert f'<html lang="{language}">' in page
        assert "max-width:600px" in page
        assert "line-height:1.7" in page

    def test_has_no_particles(self, thai):
        for letter in (delivery(), link(), notice_letter("A123", cards.released(request()))):
            assert not re.search("(?:ค่ะ|คะ|ครับ)(?![ก-๛])", letter.text)


class TestReaderDelivery:
    def test_carries_number_and_short_title_in_the_subject(self, english):
        letter = delivery()

        assert letter.subject.startswith("[A123] Early feeding")
        assert len(letter.subject) <= len("[A123] ") + 40

    def test_reads_like_a_letter(self, thai):
        paragraphs = delivery().text.replace("\u00a0", " ").split("\n\n")

        assert paragraphs[:5] == [
            "เรียน คุณ Nok Maidee",
            "บทความที่ขอไว้แนบมากับอีเมลนี้แล้ว",
            f"{TITLE}\n"
            "J Ward Med 2019;12(3):412–9\n"
            "คำขอ A123 เมื่อ 12 ส.ค. 2569 · จัดส่งโดยห้องสมุดฮิลล์ท็อป ผ่านห้องสมุดริเวอร์ไซด์",
            "ตอบกลับอีเมลนี้จะถึงบรรณารักษ์ริเวอร์ไซด์",
            "ด้วยความนับถือ\nห้องสมุดริเวอร์ไซด์",
        ]

    def test_carries_the_notice_of_the_law_in_both_languages(self, language):
        text = delivery().text

        assert "มาตรา\u00a034" in text
        assert "section 34 of the Copyright Act" in text

    def test_speaks_both_languages_to_somebody_known_by_an_address_alone(self, thai):
        letter = delivery(claimed(**BY_ADDRESS), reader_name="")

        assert letter.text.index("เรียน ผู้ใช้บริการ") < letter.text.index("Dear reader,")

    def test_speaks_one_language_to_somebody_who_is_known(self, thai):
        assert "Dear" not in delivery().text

    def test_tells_where_to_report_a_problem_only_if_there_is_a_place(self, english):
        assert "can't open it" not in delivery().text
        assert f"can't open it: {URL}" in delivery(problem_url=URL).text

    def test_sets_a_latin_name_off(self, thai):
        letter = delivery(claimed(supplier=LAKESIDE))

        assert "ห้องสมุด Lakeside ผ่านห้องสมุดริเวอร์ไซด์" in letter.text

    def test_names_nobody_but_the_reader(self, language):
        assert LIBRARIAN.name not in delivery(claimed(requested_by=LIBRARIAN)).text


class TestReaderLink:
    def test_says_where_how_long_and_how_often(self, english):
        text = link().text

        assert f"Open it at {URL}\n" in text
        assert "Until 26 Aug 2026, 5 downloads." in text

    def test_leads_there_by_a_press(self, english):
        assert f'<a href="{URL}"' in link().html

    def test_keeps_the_title_out_of_the_subject(self, english):
        assert link().subject == "[A123] Your document is ready"


class TestNoticeLetter:
    def test_carries_number_and_status_in_the_subject(self, thai):
        letter = notice_letter("A123", cards.delivered_requester(delivered(), 48000))

        assert letter.subject == "[A123] ส่งแล้ว"

    def test_takes_the_subject_from_a_line_of_text(self, english):
        letter = notice_letter("A123", cards.released(request()))

        assert letter.subject == "[A123] is open again. Whoever has it, please take it."

    def test_takes_no_title_into_the_subject(self, english):
        for card in (
            cards.request_card(request()),
            cards.review_request(request(), None, True, "http://x.example"),
        ):
            assert "Early" not in notice_letter("A123", card).subject


class TestAttachmentName:
    def test_has_the_year_as_people_count_it(self, language):
        assert attachment_name(request()) == "2569-A123.pdf"

    def test_goes_by_the_year_of_bangkok(self):
        new_year = NOW.replace(month=12, day=31, hour=18)

        assert attachment_name(request(created_at=new_year)) == "2570-A123.pdf"
