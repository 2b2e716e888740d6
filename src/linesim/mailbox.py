"""A mail server that keeps what it is sent, and refuses what it is told to refuse."""

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, Literal

from aiosmtpd.smtp import SMTP, Envelope, Session

from linesim.clock import Clock
from linesim.stream import Stream

SIZE_LIMIT = 35 * 1024 * 1024

Stage = Literal["rcpt", "data"]


class NoSuchMail(Exception):
    """There is no mail or attachment with this number."""


@dataclass(frozen=True)
class Rule:
    """Refuse mail to an address at one stage of the conversation."""

    address: str
    stage: Stage
    code: int
    text: str

    @property
    def answer(self) -> str:
        """The SMTP answer, as sent."""
        return f"{self.code} {self.text}"


@dataclass(frozen=True)
class Attachment:
    """A file that came with a mail."""

    name: str
    media_type: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The fingerprint of its bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


class Mail:
    """One accepted mail: its envelope, and what the envelope held."""

    def __init__(
        self, *, number: int, sender: str, recipients: list[str], raw: bytes, at: datetime
    ) -> None:
        self.number = number
        self.sender = sender
        self.recipients = recipients
        self.at = at
        self.raw = raw
        self.message: EmailMessage = message_from_bytes(raw, policy=policy.default)

    @property
    def subject(self) -> str:
        """The subject, decoded."""
        return str(self.message["subject"] or "")

    @property
    def text(self) -> str:
        """The plain text, or the HTML when there is no plain text."""
        part = self.message.get_body(("plain", "html"))
        return part.get_content() if part else ""

    @property
    def html(self) -> str | None:
        """The HTML, if there is any."""
        part = self.message.get_body(("html",))
        return part.get_content() if part else None

    @property
    def attachments(self) -> list[Attachment]:
        """The files, in the order of the mail."""
        return [
            Attachment(part.get_filename() or "", part.get_content_type(), _bytes_of(part))
            for part in self.message.iter_attachments()
        ]


class Mailbox:
    """Everything received, and the rules of refusal. Speaks SMTP to aiosmtpd."""

    def __init__(self, *, clock: Clock, stream: Stream) -> None:
        self._clock = clock
        self._stream = stream
        self._received = 0
        self.mails: list[Mail] = []
        self.rules: list[Rule] = []

    async def listen(self, host: str, port: int) -> asyncio.Server:
        """Accept SMTP on this address; port 0 takes any free one."""
        return await asyncio.get_running_loop().create_server(
            lambda: SMTP(
                self, hostname="linesim", enable_SMTPUTF8=True, data_size_limit=SIZE_LIMIT
            ),
            host,
            port,
        )

    def mail(self, number: int) -> Mail:
        """Find a mail by its number, or raise NoSuchMail."""
        for mail in self.mails:
            if mail.number == number:
                return mail
        raise NoSuchMail

    def attachment(self, number: int, place: int) -> Attachment:
        """Find an attachment by mail and place (from 1), or raise NoSuchMail."""
        attachments = self.mail(number).attachments
        if not 1 <= place <= len(attachments):
            raise NoSuchMail
        return attachments[place - 1]

    def empty(self) -> None:
        """Throw all mails away; numbers go on."""
        self.mails.clear()
        self._stream.publish("mail")

    async def handle_RCPT(
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        options: list[Any],
    ) -> str:
        """Accept or refuse one recipient."""
        if rule := self._rule("rcpt", [address]):
            return rule.answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keep the mail, or refuse it for all recipients."""
        if rule := self._rule("data", envelope.rcpt_tos):
            return rule.answer
        self._received += 1
        self.mails.append(
            Mail(
                number=self._received,
                sender=envelope.mail_from or "",
                recipients=list(envelope.rcpt_tos),
                raw=_raw(envelope),
                at=self._clock.now(),
            )
        )
        self._stream.publish("mail")
        return f"250 OK mail {self._received}"

    def _rule(self, stage: Stage, addresses: list[str]) -> Rule | None:
        wanted = {address.casefold() for address in addresses}
        for rule in self.rules:
            if rule.stage == stage and rule.address.casefold() in wanted:
                return rule
        return None


def _raw(envelope: Envelope) -> bytes:
    content = envelope.content or b""
    return content if isinstance(content, bytes) else content.encode()


def _bytes_of(part: EmailMessage) -> bytes:
    # An attached mail has parts instead of a payload of its own.
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else part.as_bytes()
