"""Our own SMTP conversation: one transaction per recipient, with every phase known.

After the final dot has gone out, silence no longer means "not sent". That is the one moment in
which mail is doubled or lost, so it has an outcome of its own: UNCERTAIN.
"""

import re
import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from chapwai.mail.addresses import BadAddress, mask_addresses
from chapwai.mail.server import SmtpServer
from chapwai.mail.wire import Wire

__all__ = ["Attempt", "NotSendable", "Outcome", "Phase", "SmtpServer", "send"]

LONGEST_TEXT = 300

_DSN_FOR_SENDER = ("RET=HDRS",)  # keeps the document out of the bounce
_DSN_FOR_RECIPIENT = ("NOTIFY=FAILURE,DELAY",)
_UNSENDABLE = re.compile(r"[\s<>\x00-\x1f\x7f]")
_DETAIL = re.compile(r"5\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9])")  # RFC 3463
_TOO_BIG_DETAILS = {"5.3.4", "5.2.3"}
_ABOUT_OUR_LOGIN = {530, 534, 535, 538}


class Phase(StrEnum):
    """How far one transaction has come."""

    CONNECTING = "connecting"
    GREETED = "greeted"  # the server knows us; TLS and login are done
    SENDER_OK = "sender_ok"
    RECIPIENT_OK = "recipient_ok"
    BODY_SENT = "body_sent"  # everything but the final dot; set before the dot goes out
    ANSWERED = "answered"


class Outcome(StrEnum):
    """What one attempt means for this recipient."""

    ACCEPTED = "accepted"  # the server took responsibility; nobody has read anything yet
    REFUSED = "refused"  # for good
    DEFERRED = "deferred"  # nothing was accepted; try the same bytes later
    TOO_BIG = "too_big"  # for this server; send a link
    UNCERTAIN = "uncertain"  # perhaps accepted; never try again blindly


@dataclass(frozen=True)
class Attempt:
    """One try: `code` is the server's last answer, `text` its words with addresses masked."""

    outcome: Outcome
    phase: Phase
    code: int | None
    text: str


class NotSendable(ValueError):
    """A message consists of 7-bit lines that all end in CRLF, the last one too."""


def send(
    message: bytes,
    *,
    sender: str,
    recipient: str,
    server: SmtpServer,
    before_final_dot: Callable[[], None],
) -> Attempt:
    """Offer the message for one recipient and say how it went.

    `before_final_dot` is called when only the dot is missing, for the caller to commit that a
    crash from here on means UNCERTAIN. If it raises, nothing has been accepted. Raises
    NotSendable or BadAddress before connecting.
    """
    _check(message, sender=sender, recipient=recipient)
    conversation = _Conversation(server, before_final_dot)
    try:
        code, text = conversation.run(message, sender=sender, recipient=recipient)
    except _Stopped as stop:
        return _attempt(stop.outcome, conversation.phase, stop.code, stop.text)
    except (OSError, smtplib.SMTPException) as failure:
        return _attempt(_without_answer(conversation.phase), conversation.phase, None, failure)
    return _attempt(Outcome.ACCEPTED, conversation.phase, code, text)


def _check(message: bytes, *, sender: str, recipient: str) -> None:
    line_ends = message.count(b"\r\n")
    every_end_is_whole = line_ends == message.count(b"\n") == message.count(b"\r")
    # A bare CR or LF reads as a line end to some servers only: that is how mail is smuggled.
    if not (every_end_is_whole and message.endswith(b"\r\n") and message.isascii()):
        raise NotSendable(NotSendable.__doc__)
    if not recipient or _UNSENDABLE.search(sender + recipient):
        raise BadAddress


def _without_answer(phase: Phase) -> Outcome:
    return Outcome.UNCERTAIN if phase is Phase.BODY_SENT else Outcome.DEFERRED


def _attempt(outcome: Outcome, phase: Phase, code: int | None, words: object) -> Attempt:
    one_line = " ".join(mask_addresses(str(words)).split())
    printable = "".join(character for character in one_line if character.isprintable())
    return Attempt(outcome, phase, code, printable[:LONGEST_TEXT])


class _Stopped(Exception):
    """The conversation ended before the message was accepted."""

    def __init__(self, outcome: Outcome, code: int | None, text: str) -> None:
        super().__init__(text)
        self.outcome = outcome
        self.code = code
        self.text = text


class _Conversation:
    """One connection, one transaction; `phase` is true at every moment, also after an error."""

    def __init__(self, server: SmtpServer, before_final_dot: Callable[[], None]) -> None:
        self.phase = Phase.CONNECTING
        self._server = server
        self._before_final_dot = before_final_dot

    def run(self, message: bytes, *, sender: str, recipient: str) -> tuple[int, str]:
        """Go through all phases; return the final answer, or raise what stopped it."""
        with Wire(self._server) as wire:
            self._introduce(wire)
            self.phase = Phase.GREETED
            _expect(2, wire.mail(sender, _sender_options(wire, message, sender, recipient)))
            self.phase = Phase.SENDER_OK
            _expect(2, wire.rcpt(recipient, _offered(wire, "dsn", _DSN_FOR_RECIPIENT)))
            self.phase = Phase.RECIPIENT_OK
            _expect(3, wire.docmd("DATA"))
            return self._settle(wire.lines(message, self._about_to_finish))

    def _introduce(self, wire: Wire) -> None:
        try:
            _expect(2, wire.getreply())
            wire.ehlo_or_helo_if_needed()
            if self._server.tls == "starttls":
                _upgrade(wire)
            if self._server.username:
                wire.login(self._server.username, self._server.password)
        except (_Stopped, smtplib.SMTPResponseException) as refusal:
            # Before any address is named, a refusal is about us, whatever its code.
            raise _about_us(refusal) from None

    def _about_to_finish(self) -> None:
        self._before_final_dot()
        self.phase = Phase.BODY_SENT

    def _settle(self, answer: tuple[int, bytes]) -> tuple[int, str]:
        code, text = _read(answer)
        # An answer that makes no sense is worth as much as none, and leaves the phase where it is.
        if code // 100 not in {2, 4, 5}:
            raise _Stopped(Outcome.UNCERTAIN, code, text)
        self.phase = Phase.ANSWERED
        _expect(2, answer)
        return code, text


def _upgrade(wire: Wire) -> None:
    if not wire.has_extn("starttls"):
        raise _Stopped(Outcome.DEFERRED, None, "TLS is required, and the server offers none")
    _expect(2, wire.upgrade())


def _about_us(refusal: "_Stopped | smtplib.SMTPResponseException") -> "_Stopped":
    if isinstance(refusal, _Stopped):
        return _Stopped(Outcome.DEFERRED, refusal.code, refusal.text)
    code, text = _read((refusal.smtp_code, refusal.smtp_error))
    return _Stopped(Outcome.DEFERRED, code, text)


def _sender_options(wire: Wire, message: bytes, sender: str, recipient: str) -> list[str]:
    return [
        *_size_options(wire, len(message)),
        *_offered(wire, "dsn", _DSN_FOR_SENDER),
        *_non_ascii_options(wire, sender + recipient),
    ]


def _size_options(wire: Wire, size: int) -> tuple[str, ...]:
    limit = wire.esmtp_features.get("size", "")
    if limit.isdecimal() and 0 < int(limit) < size:
        raise _Stopped(Outcome.TOO_BIG, None, f"the server takes {limit} bytes, not {size}")
    return _offered(wire, "size", (f"SIZE={size}",))


def _non_ascii_options(wire: Wire, addresses: str) -> tuple[str, ...]:
    if addresses.isascii():
        return ()
    if not wire.has_extn("smtputf8"):
        raise _Stopped(Outcome.REFUSED, None, "the server takes ASCII addresses only")
    return ("SMTPUTF8",)


def _offered(wire: Wire, extension: str, options: tuple[str, ...]) -> tuple[str, ...]:
    return options if wire.has_extn(extension) else ()


def _expect(kind: int, answer: tuple[int, bytes]) -> None:
    code, text = _read(answer)
    if code // 100 != kind:
        raise _Stopped(_meaning(code, text), code, text)


def _read(answer: tuple[int, bytes | str]) -> tuple[int, str]:
    code, words = answer
    return code, words if isinstance(words, str) else words.decode("utf-8", "replace")


def _meaning(code: int, text: str) -> Outcome:
    if code // 100 != 5 or code in _ABOUT_OUR_LOGIN:
        return Outcome.DEFERRED
    # 552 alone means too big; with another detail it is a full mailbox or a forbidden content.
    detail = _DETAIL.match(text)
    if detail[0] in _TOO_BIG_DETAILS if detail else code == 552:
        return Outcome.TOO_BIG
    return Outcome.REFUSED
