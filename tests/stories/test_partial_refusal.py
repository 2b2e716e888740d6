"""The reader's mailbox refuses and the librarian's copy arrives: that is no delivery."""

import subprocess

import pytest

from demo.service import free_port
from tests.machine import require_program
from tests.stories.stage import everything_said, press_download, said, staged

READER = "secret-reader@far-away.example"


@pytest.fixture
def refuse(stage):
    """Let the reader's mail server refuse at one stage of the conversation."""

    def refuse(at, *, code=550):
        order = {"address": READER, "stage": at, "code": code, "text": "no such mailbox"}
        stage.phones.http.post("/sim/mailbox/rules", json=order).raise_for_status()

    yield refuse
    stage.phones.http.delete("/sim/mailbox/rules").raise_for_status()


class TestReaderRefusedAndCopyAccepted:
    @pytest.mark.parametrize("at", ["rcpt", "data"])
    def test_is_a_failed_delivery_that_nobody_is_charged_for(self, stage, refuse, at):
        refuse(at)
        supplier = stage.cast.suppliers[0]
        before = stage.deposit_at(supplier)
        to_librarian = stage.new_messages(stage.cast.librarian)

        number = supplied(stage, supplier, f"Refusals at {at} in an invented ward")
        card = to_librarian.wait(number, "ส่งเข้าอีเมลไม่ได้", "ยังไม่หักเงิน")

        assert verbs(stage, number) == ["place", "claim", "supply", "fail_delivery"]
        assert stage.request(number)["status"] == "Supplying"
        assert stage.deposit_at(supplier) == (before[0], before[1] + 2_000)
        assert recipients(stage, number) == {stage.cast.librarian.email}
        assert "far-away.example" not in said(card)

        press_download(stage.phones.tap(stage.cast.librarian, card, "ดูลิงก์")["uri"])
        stage.wait_for_status(number, "CopyCompleted")

        assert stage.deposit_at(supplier) == (before[0] - 2_000, before[1])
        assert charges(stage, number) == 1
        assert stage.request(number)["delivered_by"] == "link"
        assert not any(stage.audit().values())
        assert "far-away.example" not in everything_said(stage)


class TestMailServerThatIsCutOffAfterTheLastDot:
    def test_leaves_it_open_whether_the_mail_arrived_and_hands_out_a_link(
        self, tmp_path, sink_that_hangs_up
    ):
        settings = {"CHAPWAI_SMTP_URL": f"smtp://{sink_that_hangs_up}"}
        with staged(tmp_path, settings=settings) as stage:
            supplier = stage.cast.suppliers[0]
            number = supplied(stage, supplier, "Lost answers in an invented ward")

            card = stage.phones.wait_in_own_chat(
                stage.cast.librarian, number, "ไม่แน่ใจว่าอีเมลถึงหรือไม่"
            )
            states = stage.rows("SELECT DISTINCT state FROM mail_recipient")
            unpaid = stage.deposit_at(supplier)
            press_download(stage.phones.tap(stage.cast.librarian, card, "ดูลิงก์")["uri"])
            stage.wait_for_status(number, "CopyCompleted")

            assert states == [("uncertain",)]
            assert unpaid == (50_000, 2_000)
            assert stage.deposit_at(supplier) == (48_000, 0)
            assert charges(stage, number) == 1


@pytest.fixture
def sink_that_hangs_up():
    """Postfix's smtp-sink, hanging up instead of answering the final dot."""
    program = require_program("smtp-sink", why="from Postfix")
    address = f"127.0.0.1:{free_port()}"
    with subprocess.Popen([program, "-u", "nobody", "-q", ".", address, "10"]) as sink:
        yield address
        sink.kill()


def supplied(stage, supplier, title):
    """A request for a reader far away, claimed, with its file dropped."""
    number = stage.ask(title, words=f"ผู้ขอ {READER}")
    stage.claim(supplier, number)
    stage.drop(supplier)
    return number


def verbs(stage, number):
    return [event["verb"] for event in stage.request(number)["events"]]


def recipients(stage, number):
    mails = [one for one in stage.phones.mails() if number in one["subject"]]
    return {address for one in mails for address in one["recipients"]}


def charges(stage, number):
    ((count,),) = stage.rows(
        "SELECT count(*) FROM ledger_txn AS txn JOIN document_requests_documentrequest AS asked"
        " ON asked.supply_id = txn.supply_id WHERE asked.number = %s AND txn.kind = 'charge'",
        number,
    )
    return count
