"""The mailbox takes real SMTP, and refuses what it is told to refuse."""

import hashlib
import smtplib
from email.message import EmailMessage

import pytest

PDF = b"%PDF-1.7 pages"


def mail(to="reader@riverside.example"):
    message = EmailMessage()
    message["From"] = "service@network.example"
    message["To"] = to
    message["Subject"] = "A123 บทความ"
    message.set_content("บทความที่ขอ อยู่ในไฟล์แนบ")
    message.add_attachment(PDF, maintype="application", subtype="pdf", filename="2569-A123.pdf")
    return message


@pytest.fixture
def post(platform):
    """Send a mail to some recipients, by real SMTP; returns who was refused."""

    def post(*recipients):
        with smtplib.SMTP("127.0.0.1", platform.smtp_port, timeout=10) as smtp:
            return smtp.sendmail("bounce@network.example", recipients, mail().as_bytes())

    return post


class TestMailbox:
    def test_keeps_envelope_headers_and_text(self, platform, post):
        post("reader@riverside.example", "copy@riverside.example")

        [received] = platform.control.get("/mails").json()["mails"]

        assert received["sender"] == "bounce@network.example"
        assert received["recipients"] == ["reader@riverside.example", "copy@riverside.example"]
        assert received["subject"] == "A123 บทความ"
        assert ["To", "reader@riverside.example"] in received["headers"]
        assert received["text"].strip() == "บทความที่ขอ อยู่ในไฟล์แนบ"

    def test_hands_out_attachments(self, platform, post):
        post("reader@riverside.example")

        [attachment] = platform.control.get("/mails/1").json()["attachments"]
        file = platform.control.get(f"/mails/1/attachments/{attachment['k']}")

        assert attachment["name"] == "2569-A123.pdf"
        assert attachment["size"] == len(PDF)
        assert attachment["sha256"] == hashlib.sha256(PDF).hexdigest()
        assert file.content == PDF

    def test_can_be_emptied(self, platform, post):
        post("reader@riverside.example")
        platform.control.delete("/mails")
        post("reader@riverside.example")

        assert [one["n"] for one in platform.control.get("/mails").json()["mails"]] == [2]

    @pytest.mark.parametrize("path", ["/mails/1", "/mails/1/attachments/1"])
    def test_has_nothing_that_never_came(self, platform, path):
        assert platform.control.get(path).status_code == 404


class TestRules:
    def rule(self, platform, **order):
        return platform.control.post("/mailbox/rules", json=order)

    def test_refuse_one_recipient(self, platform, post):
        self.rule(
            platform, address="Reader@riverside.example", stage="rcpt", code=550, text="unknown"
        )

        refused = post("reader@riverside.example", "copy@riverside.example")

        assert refused == {"reader@riverside.example": (550, b"unknown")}
        [received] = platform.control.get("/mails").json()["mails"]
        assert received["recipients"] == ["copy@riverside.example"]

    def test_refuse_the_whole_mail(self, platform, post):
        self.rule(platform, address="reader@riverside.example", stage="data", code=452, text="full")

        with pytest.raises(smtplib.SMTPDataError) as refused:
            post("reader@riverside.example", "copy@riverside.example")

        assert (refused.value.smtp_code, refused.value.smtp_error) == (452, b"full")
        assert platform.control.get("/mails").json()["mails"] == []

    def test_can_be_taken_back(self, platform, post):
        self.rule(platform, address="reader@riverside.example")
        platform.control.delete("/mailbox/rules")

        assert post("reader@riverside.example") == {}

    @pytest.mark.parametrize(
        "order",
        [{}, {"address": "a@b.example", "stage": "helo"}, {"address": "a@b.example", "code": 250}],
    )
    def test_must_make_sense(self, platform, order):
        assert self.rule(platform, **order).status_code == 400
