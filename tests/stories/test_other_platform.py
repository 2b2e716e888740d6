"""The whole story on a platform and a mail server that share nothing with us but the protocols."""

import json
import os
import re
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_string, policy
from pathlib import Path
from typing import Any

import pytest

from demo.cast import Cast, Person, cast_of
from demo.phones import wait_for
from demo.photo import ARTICLES, photo_of
from demo.service import NETWORK_FILE, STOP_SECONDS, Service, environment_in, free_port, serving
from demo.story import HAVE_IT, TO_GROUP
from tests.line_standin import Platform, platform_running
from tests.machine import require_program
from tests.processes import alive, everything_of
from tests.stories.stage import a_pdf, doi_of, number_in, press_download, reference_to

Json = dict[str, Any]


@pytest.fixture(scope="module")
def mails(tmp_path_factory):
    """Postfix's smtp-sink, which writes down every mail that it takes."""
    program = require_program("smtp-sink", why="from Postfix")
    folder = tmp_path_factory.mktemp("mails")
    folder.chmod(0o777)  # it is no longer root when it writes
    address = f"127.0.0.1:{free_port()}"
    as_nobody = ["-u", "nobody"] if os.geteuid() == 0 else []
    command = [program, *as_nobody, "-d", "mail.", address, "10"]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL) as sink:
        yield Mails(folder, address)
        sink.kill()


@dataclass(frozen=True)
class Mails:
    folder: Path
    address: str

    def wait_for(self, address: str, *, about: str) -> Any:
        """The one mail for somebody about something."""
        (mail,) = wait_for(lambda: self._found(address, about) or None, what=f"mail of {about}")
        return mail

    def _found(self, address: str, about: str) -> list[Any]:
        texts = [file.read_text() for file in self.folder.glob("mail.*")]
        mine = [text for text in texts if f"X-Rcpt-Args: <{address}>" in text]
        read = [message_from_string(text, policy=policy.default) for text in mine]
        # One that is still being written lacks its last boundary, which counts as a defect.
        return [mail for mail in read if not mail.defects and about in mail["subject"]]


@pytest.fixture(scope="module")
def stage(tmp_path_factory, mails) -> Iterator["Stage"]:
    folder = tmp_path_factory.mktemp("elsewhere")
    with platform_running() as platform:
        reach = {**platform.settings, "CHAPWAI_SMTP_URL": f"smtp://{mails.address}"}
        environment = environment_in(folder, reach)
        url = environment["CHAPWAI_PUBLIC_URL"]
        platform.webhook_url = f"{url}/line/webhook"
        service = Service("", url, environment, folder / "chapwai.log")
        with serving(service) as serve:
            yield Stage(platform, service, serve, mails, cast_of(NETWORK_FILE))


@dataclass(frozen=True)
class Stage:
    platform: Platform
    service: Service
    serve: Any
    mails: Mails
    cast: Cast

    def wait_in(self, chat: str, *words: str) -> Json:
        """The newest message of a chat that shows all these words."""

        def found() -> Json | None:
            shown = [one for one in self.platform.said(chat) if all(w in text(one) for w in words)]
            return shown[-1] if shown else None

        return wait_for(found, what=" … ".join(words))

    def press(self, person: Person, message: Json, label: str, *, group: str = "") -> None:
        """A person presses a button of a message."""
        assert self.platform.press(person.line, button(message, label), group=group) == 200

    def supply(self, number: str, supplier: Person) -> None:
        """A library takes the request from its card and drops a file."""
        card = self.wait_in(self.cast.group, number, HAVE_IT)
        self.press(supplier, card, HAVE_IT, group=self.cast.group)
        self.wait_in(self.cast.group, f"✅ {number}", supplier.short_name)
        assert self.platform.send(supplier.line, a_pdf(), name="article.pdf") == 200

    def thanks(self, number: str, supplier: Person) -> None:
        """The supplier is thanked at the latest when something is said in the chat again."""
        self.platform.write(supplier.line, "งาน")
        self.wait_in(supplier.line, number, "ขอบคุณ")


class TestStoryElsewhere:
    def test_brings_a_photographed_article_into_the_readers_mailbox(self, stage):
        reader, librarian = stage.cast.reader, stage.cast.librarian
        stage.platform.send(reader.line, photo_of(ARTICLES[0], seed=1), name="screen.jpg")
        number = number_of(stage.wait_in(reader.line, "รับเรื่องแล้ว"))
        review = stage.wait_in(librarian.line, number, TO_GROUP)

        stage.press(librarian, review, TO_GROUP)
        stage.supply(number, stage.cast.suppliers[0])
        mail = stage.mails.wait_for(reader.email, about=number)
        copy = stage.mails.wait_for(librarian.email, about=number)

        assert attached(mail) == attached(copy) != []
        assert reader.email in mail["to"]
        assert librarian.email in mail["cc"]
        stage.thanks(number, stage.cast.suppliers[0])
        assert request(stage, number)["citation"]["doi"] == ARTICLES[0].doi

    def test_hands_out_a_link_to_a_reader_without_address(self, stage):
        librarian = stage.cast.librarian
        title = "Lanterns in invented corridors"
        stage.platform.write(stage.cast.reader_without_email.line, reference_to(title))
        review = stage.wait_in(librarian.line, doi_of(title), TO_GROUP)
        number = number_of(review)

        stage.press(librarian, review, TO_GROUP)
        stage.supply(number, stage.cast.suppliers[1])
        card = stage.wait_in(librarian.line, number, "พร้อมแล้ว")
        document = press_download(button(card, "เปิดลิงก์")["uri"])

        assert document.content.startswith(b"%PDF-")
        stage.thanks(number, stage.cast.suppliers[1])
        assert request(stage, number)["delivered_by"] == "link"

    def test_costs_nothing_when_a_librarian_asks_in_the_group(self, stage):
        title, librarian = "Hats of invented surgeons", stage.cast.librarian
        before = stage.platform.paid()
        stage.platform.write(librarian.line, reference_to(title), group=stage.cast.group)
        number = number_of(stage.wait_in(stage.cast.group, doi_of(title)))

        stage.supply(number, stage.cast.suppliers[2])
        stage.mails.wait_for(librarian.email, about=number)
        stage.thanks(number, stage.cast.suppliers[2])

        assert stage.platform.paid() == before
        assert request(stage, number)["paid_messages"] == 0

    def test_calls_nothing_that_the_platform_does_not_know(self, stage):
        known = re.compile(
            r"/v2/bot/(message/(reply|push|\d+/content)|chat/loading/start"
            r"|profile/\w+|group/\w+/(summary|members/count))"
        )

        unknown = {one.path for one in stage.platform.calls if not known.fullmatch(one.path)}

        assert unknown == set()


class TestEndElsewhere:
    def test_leaves_no_process_behind(self, tmp_path):
        with platform_running() as platform:
            environment = environment_in(
                tmp_path, {**platform.settings, "CHAPWAI_SMTP_URL": "smtp://127.0.0.1:9"}
            )
            url = environment["CHAPWAI_PUBLIC_URL"]
            service = Service("", url, environment, tmp_path / "chapwai.log")
            with serving(service) as serve:
                family = everything_of(service)

                serve.send_signal(signal.SIGTERM)

                assert serve.wait(STOP_SECONDS) == 0
                assert len(family) >= 5
                assert [one for one in family if alive(one)] == everything_of(service) == []


def button(message: Json, label: str) -> Json:
    """The action behind a button of a card."""
    (found, *_) = [one for one in actions(message) if one.get("label") == label]
    return found


def actions(value: Any) -> Iterator[Json]:
    if isinstance(value, dict):
        if isinstance(value.get("action"), dict):
            yield value["action"]
        for inner in value.values():
            yield from actions(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from actions(inner)


def number_of(message: Json) -> str:
    return number_in({"text": message.get("altText") or message.get("text")})


def text(message: Json) -> str:
    return json.dumps(message, ensure_ascii=False)


def attached(mail: Any) -> list[bytes]:
    return [part.get_payload(decode=True) for part in mail.iter_attachments()]


def request(stage: Stage, number: str) -> Json:
    (found,) = stage.service.command("requests", "--json", "--number", number)["requests"]
    return found
