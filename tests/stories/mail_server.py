"""A mail server with moods: it refuses some addresses, and takes mail for others in silence."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from demo.service import free_port


class Mood(Enum):
    """What the server does with mail to an address, and when."""

    REFUSES_ADDRESS = "550 5.1.1 <{address}>: no such mailbox"
    REFUSES_MAIL = "552 5.2.2 <{address}>: the mailbox is full"
    HANGS_UP = "after the final dot, with the mail taken and no word about it"


@dataclass
class MailServer:
    """Everything it took, oldest first, as (address, mail); `moods` are by address."""

    moods: dict[str, Mood] = field(default_factory=dict)
    taken: list[tuple[str, bytes]] = field(default_factory=list)
    url: str = ""

    def taken_for(self, address: str) -> list[bytes]:
        """The mails that came in for somebody."""
        return [mail for recipient, mail in self.taken if recipient == address]

    async def handle_RCPT(
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        options: list[str],
    ) -> str:
        """Take or refuse an address."""
        if self.moods.get(address) is Mood.REFUSES_ADDRESS:
            return Mood.REFUSES_ADDRESS.value.format(address=address)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Take the mail, refuse it, or take it and be gone."""
        (address,) = envelope.rcpt_tos  # each recipient has a conversation of its own
        mood = self.moods.get(address)
        if mood is Mood.REFUSES_MAIL:
            return mood.value.format(address=address)
        self.taken.append((address, envelope.content))
        if mood is Mood.HANGS_UP:
            server.transport.abort()
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """A server that runs."""
    mails = MailServer()
    controller = Controller(mails, hostname="127.0.0.1", port=free_port())
    controller.start()
    mails.url = f"smtp://127.0.0.1:{controller.port}"
    try:
        yield mails
    finally:
        controller.stop()
