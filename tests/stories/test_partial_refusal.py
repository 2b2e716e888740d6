"""The reader's mail server refuses what the librarian's takes: failed, visible, and free."""

from dataclasses import dataclass

import pytest

from demo.cast import Person
from demo.phones import wait_for
from tests.stories.mail_server import Mood, mail_server
from tests.stories.stage import Json, press_download, said, staged

DEPOSIT, PRICE = 50_000, 2_000
HEADINGS = {
    Mood.REFUSES_ADDRESS: "ส่งเข้าอีเมลไม่ได้",
    Mood.REFUSES_MAIL: "ส่งเข้าอีเมลไม่ได้",
    Mood.HANGS_UP: "ไม่แน่ใจว่าอีเมลถึงหรือไม่",
}


@dataclass(frozen=True)
class Failed:
    """A delivery that failed, as everything stood right after."""

    mood: Mood
    number: str
    address: str
    supplier: Person
    request: Json
    deposit: tuple[int, int]
    charges: int
    card: Json


@pytest.fixture(scope="module")
def mails():
    with mail_server() as server:
        yield server


@pytest.fixture(scope="module")
def stage(mails, tmp_path_factory):
    folder = tmp_path_factory.mktemp("refusal")
    with staged(folder, settings={"CHAPWAI_SMTP_URL": mails.url}) as stage:
        yield stage


@pytest.fixture(scope="module", params=Mood, ids=lambda mood: mood.name.lower())
def failed(request, stage, mails):
    """A request whose reader has such a mail server. Each has a supplier of its own."""
    mood = request.param
    supplier = stage.cast.suppliers[list(Mood).index(mood)]
    address = f"reader.{mood.name.lower()}@clinic.example"
    mails.moods[address] = mood
    librarian = stage.new_messages(stage.cast.librarian)
    number = stage.ask(f"Nurses who sleep {mood.name.lower()}", words=address)
    stage.claim(supplier, number)
    stage.drop(supplier)
    card = librarian.wait(number, "ดูลิงก์")
    stage.wait_until_quiet()
    return Failed(
        mood=mood,
        number=number,
        address=address,
        supplier=supplier,
        request=stage.request(number),
        deposit=stage.deposit_at(supplier),
        charges=charges_for(stage, number),
        card=card,
    )


class TestReaderWhoseMailServerRefuses:
    def test_has_a_delivery_that_failed_for_everybody_to_see(self, failed):
        verbs = [event["verb"] for event in failed.request["events"]]

        assert verbs == ["place", "claim", "supply", "fail_delivery"]
        assert failed.request["status"] == "Supplying"
        assert failed.request["delivered_by"] is None

    def test_keeps_the_librarian_from_missing_the_copy(self, failed, mails, stage):
        copies = mails.taken_for(stage.cast.librarian.email)

        assert sum(failed.number.encode() in one for one in copies) == 1

    def test_costs_nothing_while_the_money_stays_set_aside(self, failed):
        assert failed.deposit == (DEPOSIT, PRICE)
        assert failed.charges == 0

    def test_has_a_librarian_who_gets_a_link_to_pass_on(self, failed):
        assert f"{failed.number} {HEADINGS[failed.mood]}" in said(failed.card)
        assert "เตรียมลิงก์ไว้ให้ส่งต่อแล้ว ยังไม่หักเงิน" in said(failed.card)

    def test_is_named_by_no_address_on_the_card(self, failed):
        assert "@" not in said(failed.card)
        assert "clinic.example" not in said(failed.card)

    def test_is_not_mailed_a_second_time(self, failed, mails):
        came_in = 1 if failed.mood is Mood.HANGS_UP else 0

        assert len(mails.taken_for(failed.address)) == came_in

    def test_is_charged_for_once_when_the_link_is_used_however_often(self, failed, stage):
        thanks = stage.new_messages(failed.supplier)
        link = stage.phones.tap(stage.cast.librarian, failed.card, "ดูลิงก์")["uri"]

        documents = [press_download(link).content for _ in range(2)]
        stage.wait_until_quiet()

        assert all(one.startswith(b"%PDF-") for one in documents)
        assert stage.status_of(failed.number) == "CopyCompleted"
        assert stage.deposit_at(failed.supplier) == (DEPOSIT - PRICE, 0)
        assert charges_for(stage, failed.number) == 1
        assert sum(stage.audit().values()) == 0
        assert delivered_by(stage, failed.number) == "link"
        thanks.wait(failed.number, "ขอบคุณ")


def charges_for(stage, number):
    ((count,),) = stage.rows(
        "SELECT count(*) FROM ledger_txn AS txn"
        " JOIN document_requests_documentrequest AS request USING (supply_id)"
        " WHERE txn.kind = 'charge' AND request.number = %s",
        number,
    )
    return count


def delivered_by(stage, number):
    return wait_for(lambda: stage.request(number)["delivered_by"], what="the delivery to end")
