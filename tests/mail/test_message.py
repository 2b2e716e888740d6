from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default
from email.utils import parseaddr

import pytest

from chapwai.mail.addresses import BadAddress
from chapwai.mail.message import BadAttachmentName, BadHeader, render

BANGKOK = timezone(timedelta(hours=7))
TEXT = "เรียน คุณสมมติ\n.\nบทความแนบมาแล้ว\n"
PDF = b"%PDF-1.7\n.\n..\nFrom here\r" + bytes(range(256)) * 50


def mail(**changes):
    """Render a delivery to a reader, with some things changed."""
    return render(
        **{
            "sender": "documents@chapwai.example",
            "sender_name": "ห้องสมุดริเวอร์ไซด์ผ่านฉับไว",
            "to": "patron@dept.example",
            "cc": "library@river.example",
            "reply_to": "case+token@reply.chapwai.example",
            "subject": "[DD-2569-000123] ผลของการรักษา (ทดลอง), ระยะสั้น",
            "text": TEXT,
            "html": "<p>เรียน คุณสมมติ</p>\n",
            "attachment": ("DD-2569-000123.pdf", PDF, "application/pdf"),
            "message_id": "<supply-123.1.k9x2@mail.chapwai.example>",
            "date": datetime(2026, 8, 1, 9, 0, tzinfo=BANGKOK),
            "headers": {"X-Auto-Response-Suppress": "All"},
        }
        | changes
    )


def header(rendered, name):
    """A header as a mail program shows it."""
    return str(make_header(decode_header(message_from_bytes(rendered)[name])))


def parts(rendered):
    return list(message_from_bytes(rendered, policy=default).walk())


class TestRender:
    def test_gives_the_same_bytes_every_time(self):
        assert mail() == mail()

    def test_gives_lines_that_every_server_takes(self):
        rendered = mail(subject="ก" * 2_000, sender_name="ข" * 500)

        lines = rendered.split(b"\r\n")
        assert rendered.isascii()
        assert rendered.endswith(b"\r\n")
        assert not any(b"\n" in line or b"\r" in line for line in lines)
        assert max(map(len, lines)) <= 998
        assert max(len(line) for line in lines if line.startswith((b"Subject:", b" =?"))) <= 100

    def test_names_sender_and_both_receivers(self):
        rendered = mail()

        name, address = parseaddr(header(rendered, "From"))
        assert (name, address) == ("ห้องสมุดริเวอร์ไซด์ผ่านฉับไว", "documents@chapwai.example")
        assert header(rendered, "To") == "patron@dept.example"
        assert header(rendered, "Cc") == "library@river.example"
        assert header(rendered, "Reply-To") == "case+token@reply.chapwai.example"

    def test_keeps_identity_and_date(self):
        rendered = mail()

        assert header(rendered, "Message-ID") == "<supply-123.1.k9x2@mail.chapwai.example>"
        assert header(rendered, "Date") == "Sat, 01 Aug 2026 09:00:00 +0700"
        assert header(rendered, "Auto-Submitted") == "auto-generated"
        assert header(rendered, "X-Auto-Response-Suppress") == "All"

    def test_says_the_same_in_text_and_html(self):
        content = {part.get_content_type(): part for part in parts(mail())}

        assert list(content) == [
            "multipart/mixed",
            "multipart/alternative",
            "text/plain",
            "text/html",
            "application/pdf",
        ]
        assert content["text/plain"].get_content().split("\r\n") == TEXT.split("\n")
        assert content["text/html"].get_content() == "<p>เรียน คุณสมมติ</p>\r\n"

    def test_attaches_the_document_byte_for_byte(self):
        attached = parts(mail())[-1]

        assert attached.get_filename() == "DD-2569-000123.pdf"
        assert attached.get_content() == PDF

    def test_can_do_without_copy_reply_address_and_attachment(self):
        rendered = mail(cc=None, reply_to=None, attachment=None, headers=None)

        assert message_from_bytes(rendered)["Cc"] is None
        assert message_from_bytes(rendered)["Reply-To"] is None
        assert [part.get_content_type() for part in parts(rendered)] == [
            "multipart/alternative",
            "text/plain",
            "text/html",
        ]


class TestNamesAndSubjects:
    @pytest.mark.parametrize(
        "name",
        [
            "Riverside Library",
            'Chapwai, "Riverside" <evil@other.example> and a name so long that it has to be folded',
            "ห้องสมุด, คณะ <a@b.example>",
            "=?utf-8?q?not_encoded?=",
            "😀" * 40,
        ],
    )
    def test_stay_what_they_are(self, name):
        rendered = mail(sender_name=name, subject=name)

        sender = message_from_bytes(rendered)["From"]
        assert header(rendered, "Subject") == name
        assert header(rendered, "From") == f"{name} <documents@chapwai.example>"
        assert parseaddr(sender)[1] == "documents@chapwai.example"
        assert "evil@other.example" not in sender

    @pytest.mark.parametrize("breaking", ["\n", "\r", "\r\nBcc: x@y.example", "\x00", "\u2028"])
    @pytest.mark.parametrize("field", ["sender_name", "subject"])
    def test_cannot_begin_another_header(self, field, breaking):
        with pytest.raises(BadHeader):
            mail(**{field: f"before{breaking}after"})


class TestAddresses:
    @pytest.mark.parametrize("field", ["sender", "to", "cc", "reply_to"])
    @pytest.mark.parametrize(
        "address",
        ["", "a@b.example\r\nBcc: x@y.example", "a@b.example, c@d.example", "ก@b.c"],
    )
    def test_are_one_each(self, field, address):
        with pytest.raises(BadAddress):
            mail(**{field: address})


class TestOwnHeaders:
    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("X-Delivery", "1\r\nBcc: x@y.example"),
            ("X-Delivery", "ไทย"),
            ("X-Delivery", "x" * 1_000),
            ("X Delivery", "1"),
            ("X-Delivery:", "1"),
            ("subject", "another"),
            ("Content-Type", "text/plain"),
            ("MIME-Version", "2.0"),
        ],
    )
    def test_cannot_break_the_mail(self, name, value):
        with pytest.raises(BadHeader):
            mail(headers={name: value})

    @pytest.mark.parametrize("message_id", ["", "bare@x.example", "<a b@x.example>", "<a@b>\n"])
    def test_message_id_is_checked(self, message_id):
        with pytest.raises(BadHeader):
            mail(message_id=message_id)

    def test_date_has_a_time_zone(self):
        with pytest.raises(BadHeader):
            mail(date=datetime(2026, 8, 1, 9, 0, tzinfo=UTC).replace(tzinfo=None))


class TestAttachment:
    @pytest.mark.parametrize("name", ["บทความ.pdf", "a/b.pdf", "..", "a\r\nb.pdf", "", 'a".pdf'])
    def test_is_named_in_plain_ascii(self, name):
        with pytest.raises(BadAttachmentName):
            mail(attachment=(name, PDF, "application/pdf"))

    def test_has_a_content_type(self):
        with pytest.raises(BadHeader):
            mail(attachment=("a.pdf", PDF, "application/pdf; x=\r\n"))
