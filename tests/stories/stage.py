"""People of the stories at their phones, and a look behind the scenes where no phone can look."""

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psycopg

from chapwai.postgres.cluster import Cluster
from demo.cast import Cast, Person, cast_of
from demo.phones import Phones, wait_for
from demo.photo import ARTICLES, render_screen
from demo.service import NETWORK_FILE, Service, running
from demo.story import HAVE_IT, NUMBER

Json = dict[str, Any]


@dataclass(frozen=True)
class Stage:
    """A service that runs, its people, and what they do again and again."""

    service: Service
    phones: Phones
    cast: Cast

    def ask(self, title: str, *, words: str = "") -> str:
        """The librarian types a reference into the group; gives the number of the request."""
        self.phones.write(
            self.cast.librarian, f"{reference_to(title)} {words}", chat=self.cast.group
        )
        return number_in(self.phones.wait_in_group(self.cast.group, doi_of(title)))

    def claim(self, supplier: Person, number: str) -> None:
        """The supplier presses the button on the card."""
        card = self.phones.wait_in_group(self.cast.group, number, HAVE_IT)
        self.phones.tap(supplier, card, HAVE_IT)
        self.phones.wait_in_group(self.cast.group, f"✅ {number}", supplier.short_name)

    def drop(self, supplier: Person, content: bytes = b"") -> None:
        """The supplier drops a PDF into the own chat."""
        self.phones.send(supplier, content or a_pdf(), name="article.pdf", kind="application/pdf")

    def request(self, number: str) -> Json:
        """What `chapwai requests --json` says of it."""
        (found,) = self.service.command("requests", "--json", "--number", number)["requests"]
        return found

    def wait_for_status(self, number: str, status: str) -> None:
        """Until the request stands there."""
        wait_for(lambda: self.status_of(number) == status or None, what=f"{number} to be {status}")

    def status_of(self, number: str) -> str:
        """Where a request stands."""
        ((status,),) = self.rows(
            "SELECT status FROM document_requests_documentrequest WHERE number = %s", number
        )
        return status

    def deposit_at(self, supplier: Person) -> tuple[int, int]:
        """Satang of the asking library at the supplier's: balance, and how much of it is held."""
        (row,) = self.rows(
            "SELECT balance, held FROM ledger_account"
            " WHERE book = %s AND party = %s AND purpose = 'deposit'",
            supplier.library,
            self.cast.librarian.library,
        )
        return row

    def audit(self) -> dict[str, int]:
        """What is wrong with the books."""
        return dict(self.rows("SELECT finding, wrong FROM ledger_audit"))

    def rows(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        """Ask the service's database."""
        with psycopg.connect(database_of(self.service)) as connection:
            return connection.execute(question, values or None).fetchall()

    def wait_until_quiet(self) -> None:
        """Until nothing that came in waits to be handled and no work is under way."""
        wait_for(lambda: self.rows(WAITING) == [(0,)] or None, what="the workers to be done")

    def new_messages(self, person: Person) -> "NewMessages":
        """What the service says to a person from now on."""
        return NewMessages(self, person, {one["id"] for one in self.phones.own_chat(person)})


@dataclass(frozen=True)
class NewMessages:
    """The service's part of one person's chat, from some moment on."""

    stage: Stage
    person: Person
    seen: set[str]

    def wait(self, *words: str) -> Json:
        """The first new message that shows all these words."""

        def found() -> Json | None:
            new = [one for one in self.so_far() if all(word in said(one) for word in words)]
            return new[0] if new else None

        return wait_for(found, what=" … ".join(words))

    def so_far(self) -> list[Json]:
        """All that is new, without asking for more."""
        chat = self.stage.phones.own_chat(self.person)
        return [one for one in chat if one["id"] not in self.seen and one["sender"]["id"] == "bot"]


WAITING = """
    SELECT (SELECT count(*) FROM line_receivedevent WHERE processed_at IS NULL
                AND failed_at IS NULL)
         + (SELECT count(*) FROM chat_receivedcontent WHERE done_at IS NULL)
         + (SELECT count(*) FROM document_requests_requestevent WHERE told_at IS NULL)
         + (SELECT count(*) FROM mail_recipient WHERE settled_at IS NULL)
         + (SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing'))
"""


@contextmanager
def staged(folder: Path, *, network_file: Path = NETWORK_FILE, **options: Any) -> Iterator[Stage]:
    """A running service with its people at their phones."""
    with (
        running(folder, say=print, network_file=network_file, **options) as service,
        httpx.Client(base_url=service.linesim_url, timeout=30) as http,
    ):
        yield Stage(service, Phones(http), cast_of(network_file))


def network_with(folder: Path, *changes: tuple[str, str]) -> Path:
    """The demo's network with some of its words replaced by others."""
    text = NETWORK_FILE.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    changed = folder / "network.toml"
    changed.write_text(text, encoding="utf-8")
    return changed


def database_of(service: Service) -> str:
    """The address of the service's own database."""
    return Cluster(Path(service.environment["CHAPWAI_DATA_DIR"]) / "postgres").url


def reference_to(title: str) -> str:
    """An article as people type it."""
    return (
        f"Millbrook HR, Fenwick T. {title}. J Imagin Nurs. 2023;41(4):512-521. doi:{doi_of(title)}"
    )


def doi_of(title: str) -> str:
    """One title, one DOI."""
    return "10.5555/" + re.sub(r"\W+", "-", title.lower()).strip("-")


def number_in(message: Json) -> str:
    """The number of the request that a message is about."""
    found = NUMBER.search(message["text"] or "")
    assert found, message
    return found[0]


def said(message: Json) -> str:
    """Everything that is written in a message."""
    return json.dumps(message["content"], ensure_ascii=False)


def a_pdf(page: int = 0) -> bytes:
    """An article as a PDF of one page."""
    file = io.BytesIO()
    render_screen(ARTICLES[page]).save(file, "PDF", resolution=100)
    return file.getvalue()


def press_download(link: str) -> httpx.Response:
    """Open the page behind a link and press its button, as a browser that tells no referrer."""
    with httpx.Client(timeout=30) as browser:
        browser.get(link).raise_for_status()
        return browser.post(link, headers={"origin": "null"})
