"""A mail, rendered once: the bytes are kept, and every attempt sends exactly these."""

import base64
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from chapwai.mail.addresses import valid_address

# File name, content, content type.
Attachment = tuple[str, bytes, str]

LONGEST_LINE = 998
LONGEST_CHUNK = 45  # bytes before base64

_PLAIN_PHRASE = re.compile(r"[A-Za-z0-9 -]{0,60}")
_MESSAGE_ID = re.compile(r"<[A-Za-z0-9.+_-]+@[A-Za-z0-9.-]+>")
_HEADER_NAME = re.compile(r"(?!content-)[a-z][a-z0-9-]*", re.IGNORECASE)
_ATTACHMENT_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_CONTENT_TYPE = re.compile(r"[a-z0-9.+-]+/[a-z0-9.+-]+")
_LINE_BREAKING = {"Cc", "Zl", "Zp", "Cs"}


class BadHeader(ValueError):
    """A header holds a line break, another control character, or has no acceptable form."""


class BadAttachmentName(ValueError):
    """An attachment is named in ASCII letters, digits, dots, dashes; the title goes in the text."""


def render(
    *,
    sender: str,
    sender_name: str,
    to: str,
    subject: str,
    text: str,
    html: str,
    message_id: str,
    date: datetime,
    cc: str | None = None,
    reply_to: str | None = None,
    attachment: Attachment | None = None,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """Render a mail as the 7-bit bytes that go over the wire, lines ending in CRLF.

    The same arguments give the same bytes. Raises BadAddress, BadHeader or BadAttachmentName.
    """
    fields = {
        "From": f"{_encoded(sender_name)} <{valid_address(sender)}>".lstrip(),
        "To": valid_address(to),
        "Cc": cc if cc is None else valid_address(cc),
        "Reply-To": reply_to if reply_to is None else valid_address(reply_to),
        "Subject": _encoded(subject),
        "Message-ID": _checked_message_id(message_id),
        "Date": format_datetime(_aware(date)),
        "Auto-Submitted": "auto-generated",
    }
    head = _head({**fields, **_checked_headers(headers or {}, taken=fields)})
    return _checked_lines(head + _body(text, html, attachment, seed=message_id))


def _encoded(phrase: str) -> str:
    """Write a display name or a subject so that no punctuation in it can mean anything.

    The standard library's own folding loses the quotes around long names (seen in 3.11), and
    with them what is name and what is address.
    """
    if _PLAIN_PHRASE.fullmatch(_one_line(phrase)):
        return phrase
    words = (base64.b64encode(chunk.encode()).decode() for chunk in _chunks(phrase))
    return "\r\n ".join(f"=?utf-8?b?{word}?=" for word in words)


def _chunks(phrase: str) -> Iterator[str]:
    """Cut between characters, so that each encoded word stays within 75 bytes (RFC 2047)."""
    chunk = ""
    for character in phrase:
        if len((chunk + character).encode()) > LONGEST_CHUNK:
            yield chunk
            chunk = ""
        chunk += character
    yield chunk


def _one_line(value: str) -> str:
    if any(unicodedata.category(character) in _LINE_BREAKING for character in value):
        raise BadHeader("a header must be one line without control characters")
    return value


def _checked_message_id(message_id: str) -> str:
    if not _MESSAGE_ID.fullmatch(message_id):
        raise BadHeader("a Message-ID has the form <letters.and.digits@domain>")
    return message_id


def _aware(date: datetime) -> datetime:
    if date.tzinfo is None:
        raise BadHeader("the Date needs a time zone")
    return date


def _checked_headers(headers: Mapping[str, str], *, taken: Iterable[str]) -> Mapping[str, str]:
    ours = {name.lower() for name in taken} | {"mime-version"}
    for name, value in headers.items():
        if not _HEADER_NAME.fullmatch(name) or name.lower() in ours:
            raise BadHeader(f"the header {name!r} is misspelt or not to be set from outside")
        if not _one_line(value).isascii():
            raise BadHeader(f"the header {name!r} must be ASCII")
    return headers


def _head(fields: Mapping[str, str | None]) -> bytes:
    lines = (f"{name}: {value}\r\n" for name, value in fields.items() if value is not None)
    return "".join(lines).encode("ascii")


def _body(text: str, html: str, attachment: Attachment | None, *, seed: str) -> bytes:
    """Render all that belongs to the content, its Content-Type and MIME-Version headers too."""
    message = EmailMessage(policy=SMTP)
    # Base64 for both: no long lines, no leading dots, and Thai is shorter than quoted-printable.
    message.set_content(text, charset="utf-8", cte="base64")
    message.add_alternative(html, subtype="html", charset="utf-8", cte="base64")
    if attachment is not None:
        _attach(message, attachment)
    _fix_boundaries(message, seed=seed)
    return message.as_bytes()


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    name, content, content_type = attachment
    if not _ATTACHMENT_NAME.fullmatch(name):
        raise BadAttachmentName(BadAttachmentName.__doc__)
    if not _CONTENT_TYPE.fullmatch(content_type):
        raise BadHeader(f"{content_type!r} is not a content type")
    main, sub = content_type.split("/")
    message.add_attachment(content, maintype=main, subtype=sub, filename=name)


def _fix_boundaries(message: EmailMessage, *, seed: str) -> None:
    """Give every multipart a boundary that follows from the Message-ID instead of from chance."""
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            digest = hashlib.sha256(f"{seed} {number}".encode()).hexdigest()[:32]
            # "=_" occurs in no base64, so no part can contain its own boundary.
            part.set_boundary(f"=_{digest}")


def _checked_lines(rendered: bytes) -> bytes:
    if max(map(len, rendered.split(b"\r\n"))) > LONGEST_LINE:
        raise BadHeader(f"a line is longer than {LONGEST_LINE} bytes")
    return rendered
