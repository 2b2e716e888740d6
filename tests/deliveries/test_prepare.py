"""The mail that carries a document to its reader: rendered once, to the right people."""

from email import message_from_bytes, policy
from email.header import decode_header, make_header

import pytest

from chapwai.deliveries.prepare import ATTACH_UP_TO, prepare_deliveries
from chapwai.document_requests.actions.claim import claim_request
from chapwai.document_requests.actions.complete import complete_delivery
from chapwai.document_requests.actions.send_out import send_out_request
from chapwai.document_requests.actions.supply import supply_document
from chapwai.document_requests.lifecycle import Verb
from chapwai.document_requests.models import Delivery
from chapwai.documents.models import DocumentLink
from chapwai.libraries.models import Language
from chapwai.mail.models import Mail, Recipient
from tests.building import (
    NINE,
    TITLE,
    a_document,
    claimed_request,
    minutes,
    place_a_request,
    supplied_request,
)

PAGES = b"%PDF-1.7 the pages of one article"


def supplied_for(reader, riverside, hilltop, *, document=None):
    doc_request = place_a_request(reader)
    send_out_request(doc_request, staff=riverside, now=NINE)
    claim_request(doc_request, staff=hilltop, now=NINE)
    supply_document(doc_request, document=document or a_document(PAGES), staff=hilltop, now=NINE)
    doc_request.refresh_from_db()
    return doc_request


def only_mail():
    return message_from_bytes(bytes(Mail.objects.get().content), policy=policy.default)


def words_of(mail):
    return mail.get_body(("plain",)).get_content()


class TestPrepareDeliveries:
    def test_mails_the_reader_and_copies_the_librarian(self, reader, riverside, hilltop):
        supplied_for(reader, riverside, hilltop)

        assert prepare_deliveries(now=NINE) == 1

        mail = only_mail()
        assert (mail["To"], mail["Cc"], mail["Reply-To"]) == (
            reader.email,
            riverside.email,
            riverside.email,
        )
        roles = dict(Recipient.objects.values_list("address", "role"))
        assert roles == {reader.email: "reader", riverside.email: "copy"}

    def test_sends_from_the_networks_own_address_in_the_librarys_name(
        self, reader, riverside, hilltop
    ):
        supplied_for(reader, riverside, hilltop)

        prepare_deliveries(now=NINE)

        sender = message_from_bytes(bytes(Mail.objects.get().content))["From"]
        name = str(make_header(decode_header(sender)))
        assert name == "ห้องสมุดริเวอร์ไซด์ ผ่านฉับไว <chapwai@network.example>"

    def test_attaches_the_document_under_its_number(self, reader, riverside, hilltop):
        doc_request = supplied_for(reader, riverside, hilltop)

        prepare_deliveries(now=NINE)

        (attachment,) = only_mail().iter_attachments()
        assert attachment.get_content() == PAGES
        assert attachment.get_filename() == f"2569-{doc_request.number}.pdf"
        assert attachment.get_content_type() == "application/pdf"

    def test_renders_once_and_keeps_the_bytes(self, reader, riverside, hilltop):
        supplied_for(reader, riverside, hilltop)
        prepare_deliveries(now=NINE)
        before = bytes(Mail.objects.get().content)

        assert prepare_deliveries(now=minutes(5)) == 0

        assert bytes(Mail.objects.get().content) == before

    def test_writes_to_one_person_once_where_reader_and_librarian_are_one(self, riverside, hilltop):
        supplied_request(riverside, hilltop)

        prepare_deliveries(now=NINE)

        assert only_mail()["Cc"] is None
        assert list(Recipient.objects.values_list("address", "role")) == [
            (riverside.email, "reader")
        ]

    def test_writes_to_the_address_beside_the_photo(self, riverside, hilltop):
        supplied_request(riverside, hilltop, patron_email="somebody@ward.example")

        prepare_deliveries(now=NINE)

        assert (only_mail()["To"], only_mail()["Cc"]) == (
            "somebody@ward.example",
            riverside.email,
        )

    @pytest.mark.parametrize(
        ("language", "greeting"), [(Language.THAI, "เรียน"), (Language.ENGLISH, "Dear")]
    )
    def test_speaks_the_readers_language(self, reader, riverside, hilltop, language, greeting):
        reader.language = language
        reader.save()
        supplied_for(reader, riverside, hilltop)

        prepare_deliveries(now=NINE)

        assert words_of(only_mail()).startswith(greeting)

    def test_waits_for_the_document(self, riverside, hilltop):
        claimed_request(riverside, hilltop)

        assert prepare_deliveries(now=NINE) == 0

    def test_leaves_out_what_goes_by_a_link(self, reader_without_mail, riverside, hilltop):
        supplied_for(reader_without_mail, riverside, hilltop)

        assert prepare_deliveries(now=NINE) == 0

    def test_leaves_out_what_has_arrived(self, riverside, hilltop):
        complete_delivery(supplied_request(riverside, hilltop).supply, now=NINE)

        assert prepare_deliveries(now=NINE) == 0


class TestBigDocument:
    def test_goes_by_a_link_inside_the_mail(self, reader, riverside, hilltop):
        document = a_document(PAGES, size=ATTACH_UP_TO + 1)
        supplied_for(reader, riverside, hilltop, document=document)

        prepare_deliveries(now=NINE)

        assert not list(only_mail().iter_attachments())
        token = DocumentLink.objects.get().token
        assert f"http://chapwai.example/documents/{token}" in words_of(only_mail())
        assert TITLE not in only_mail()["Subject"]

    def test_is_one_byte_too_big(self, reader, riverside, hilltop):
        supplied_for(reader, riverside, hilltop, document=a_document(PAGES, size=ATTACH_UP_TO))

        prepare_deliveries(now=NINE)

        assert list(only_mail().iter_attachments())


class TestWhatCannotBeMailed:
    def test_goes_by_a_link_and_holds_up_nothing(self, riverside, hilltop, caplog):
        bad = supplied_request(riverside, hilltop, patron_email="nobody@nowhere")
        good = supplied_request(riverside, hilltop)

        assert prepare_deliveries(now=NINE) == 1

        bad.supply.refresh_from_db()
        good.supply.refresh_from_db()
        assert bad.supply.delivery == Delivery.LINK
        assert bad.events.filter(verb=Verb.FAIL_DELIVERY).exists()
        assert good.supply.mail
        assert "nobody@nowhere" not in caplog.text

    def test_because_its_bytes_are_not_there_holds_up_nothing(
        self, riverside, hilltop, settings, caplog
    ):
        lost = a_document(b"%PDF-1.7 lost")
        lost.sha256 = "0" * 64
        lost.save()
        bad = supplied_request(riverside, hilltop, document=lost)
        supplied_request(riverside, hilltop)

        assert prepare_deliveries(now=NINE) == 1

        bad.supply.refresh_from_db()
        assert (bad.supply.mail, bad.supply.delivery) == (None, Delivery.MAIL)
        assert "could not be prepared" in caplog.text

    def test_is_no_title_however_it_is_written(self, riverside, hilltop):
        supplied_request(riverside, hilltop, title="Early\r\nBcc: all@x.example\u2028feeding")

        assert prepare_deliveries(now=NINE) == 1

        assert only_mail()["Bcc"] is None
