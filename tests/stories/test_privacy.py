"""Nothing that links a person to an article leaves by LINE, by a log or by an address of a page."""

import json
import re
from dataclasses import dataclass

import httpx
import pytest

from demo.photo import ARTICLES, photo_of
from demo.story import TO_GROUP
from tests.stories.console import load_network
from tests.stories.stage import (
    NewMessages,
    Stage,
    network_with,
    number_in,
    press_download,
    reference_to,
    staged,
)

NAME, ADDRESS = "Zoravelle Quintamber", "zqv.reader.7781@planted.example"
NAME_WITHOUT_ADDRESS = "Brindlewick Osmarane"
TYPED_ADDRESS = "typed.kq4417@planted.example"
# Parts, so that neither another spelling of the whole nor a quoted @ hides one.
PLANTED = ("zoravelle", "quintamber", "zqv.reader", "brindlewick", "osmarane")
PLANTED_BY_TYPING = ("typed.kq4417", "planted.example")
URL = re.compile(r"https?://[^\s\"'<>\\]+")


@dataclass(frozen=True)
class Traces:
    """All that is left of the stories, in lower case."""

    webhooks: str
    calls: str
    chats: str
    bot: str
    logs: str
    mails: str
    link_page: str
    listed: str


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("privacy")


@pytest.fixture(scope="module")
def stage(folder):
    """Phones know people by other names than the library does; the log tells all it can."""
    planted = (
        ("ต้นกล้า ใฝ่รู้", NAME),
        ("tonkla@riverside.example", ADDRESS),
        ("ใบบัว ใฝ่รู้", NAME_WITHOUT_ADDRESS),
    )
    with staged(folder, settings={"CHAPWAI_LOG_LEVEL": "DEBUG"}) as stage:
        load_network(stage.service, network_with(folder, *planted))
        yield stage


@pytest.fixture(scope="module")
def traces(stage, folder):
    """By mail, by link, by a mail that is refused, and to an address that a librarian types."""
    by_mail(stage)
    link = by_link(stage)
    by_refused_mail(stage)
    to_a_typed_address(stage)
    stage.wait_until_quiet()
    page = httpx.get(link, timeout=30)
    entries = stage.phones.http.get("/sim/traffic").json()["entries"]
    chats = all_chats(stage)
    return Traces(
        webhooks=as_text([one for one in entries if one["kind"] == "webhook"]),
        calls=as_text([one for one in entries if one["kind"] == "call"]),
        chats=as_text(chats),
        bot=as_text([one for one in chats if one["sender"]["id"] == "bot"]),
        logs="\n".join(file.read_text(errors="replace") for file in folder.rglob("*.log")).lower(),
        mails=as_text(stage.phones.mails()),
        link_page=as_text([page.text, dict(page.headers)]),
        listed=as_text(stage.service.command("requests", "--json")),
    )


class TestReader:
    def test_is_known_to_the_mail_and_to_the_database(self, traces, stage):
        known = dict(stage.rows("SELECT name, email FROM libraries_patron"))

        assert known == {NAME: ADDRESS, NAME_WITHOUT_ADDRESS: ""}
        assert NAME.lower() in traces.mails
        assert TYPED_ADDRESS in traces.mails

    @pytest.mark.parametrize("token", PLANTED)
    def test_is_in_no_line_message(self, traces, token):
        assert len(traces.calls) > 10_000
        assert token not in traces.calls
        assert token not in traces.chats
        assert token not in traces.webhooks

    @pytest.mark.parametrize("token", PLANTED_BY_TYPING)
    def test_is_not_repeated_by_us_when_a_librarian_types_the_address(self, traces, token):
        assert token in traces.chats
        assert token not in traces.bot
        assert token not in traces.calls

    @pytest.mark.parametrize("token", PLANTED + PLANTED_BY_TYPING)
    def test_is_in_no_line_of_any_log(self, traces, token):
        assert "serving http" in traces.logs
        assert token not in traces.logs

    @pytest.mark.parametrize("token", PLANTED + PLANTED_BY_TYPING)
    def test_is_in_no_address_of_a_page(self, traces, token):
        everything = (traces.calls, traces.webhooks, traces.chats, traces.logs, traces.mails)
        addresses = {found for text in everything for found in URL.findall(text)}

        assert any("/documents/" in one for one in addresses)
        assert not any(token in one for one in addresses)

    @pytest.mark.parametrize("token", PLANTED + PLANTED_BY_TYPING)
    def test_is_neither_on_the_links_page_nor_in_what_operators_list(self, traces, token):
        assert '"number"' in traces.listed
        assert token not in traces.link_page
        assert token not in traces.listed


class TestSecretsOfTheService:
    def test_are_in_no_line_of_any_log(self, traces, stage):
        for name in ("LINE_CHANNEL_SECRET", "LINE_CHANNEL_TOKEN", "SECRET_KEY"):
            assert stage.service.environment[f"CHAPWAI_{name}"].lower() not in traces.logs

    def test_include_the_links(self, traces):
        tokens = re.findall(r"/documents/([\w-]+)", traces.chats)

        assert tokens
        assert not any(token in traces.logs for token in tokens)


def by_mail(stage: Stage) -> None:
    phones, reader = stage.phones, stage.cast.reader
    answers = stage.new_messages(reader)
    photo = photo_of(ARTICLES[0], seed=1)
    phones.send(reader, photo, name="screen.jpg", kind="image/jpeg")
    number = number_in(answers.wait("รับเรื่องแล้ว"))
    supply(stage, number)
    stage.wait_for_status(number, "CopyCompleted")


def by_link(stage: Stage) -> str:
    """Gives the link, which was used."""
    number = ask(stage, stage.new_messages(stage.cast.reader_without_email), "Wards at night")
    supply(stage, number)
    card = stage.phones.wait_in_own_chat(stage.cast.librarian, number, "พร้อมแล้ว")
    link: str = stage.phones.tap(stage.cast.librarian, card, "เปิดลิงก์")["uri"]
    press_download(link).raise_for_status()
    stage.wait_for_status(number, "CopyCompleted")
    return link


def by_refused_mail(stage: Stage) -> None:
    """The server quotes name and address in its refusal, as many do."""
    refusal = {"address": ADDRESS, "stage": "rcpt", "text": f"<{ADDRESS}> {NAME} has left"}
    stage.phones.http.post("/sim/mailbox/rules", json=refusal).raise_for_status()
    number = ask(stage, stage.new_messages(stage.cast.reader), "Lamps on wards")
    supply(stage, number)
    stage.phones.wait_in_own_chat(stage.cast.librarian, number, "ส่งเข้าอีเมลไม่ได้")
    stage.phones.write(stage.cast.reader, f"สถานะ {number}")
    stage.phones.wait_in_own_chat(stage.cast.reader, number, "ส่งเข้าอีเมลไม่ได้")


def to_a_typed_address(stage: Stage) -> None:
    number = stage.ask("Quiet shoes for nurses", words=TYPED_ADDRESS)
    stage.claim(stage.cast.suppliers[0], number)
    stage.drop(stage.cast.suppliers[0])
    stage.wait_for_status(number, "CopyCompleted")


def ask(stage: Stage, reader: NewMessages, title: str) -> str:
    """A reader types a reference; gives the number of the request."""
    stage.phones.write(reader.person, reference_to(title))
    return number_in(reader.wait("รับเรื่องแล้ว"))


def supply(stage: Stage, number: str) -> None:
    """The librarian sends the request on, and a library has it."""
    phones, librarian, supplier = stage.phones, stage.cast.librarian, stage.cast.suppliers[0]
    review = phones.wait_in_own_chat(librarian, number, TO_GROUP)
    phones.tap(librarian, review, TO_GROUP)
    stage.claim(supplier, number)
    stage.drop(supplier)


def all_chats(stage: Stage) -> list[dict]:
    """Every message of every chat, the people's own too."""
    people = stage.phones.http.get("/sim/world").json()["persons"]
    chats = [f"{one['id']}/bot" for one in people] + [f"groups/{stage.cast.group}"]
    looks = [stage.phones.http.get(f"/sim/chats/{chat}").json() for chat in chats]
    return [message for look in looks for message in look["messages"]]


def as_text(found: object) -> str:
    return json.dumps(found, ensure_ascii=False).lower()
