"""What a pressed button sends back: short, versioned, and signed so that nobody can invent one."""

import base64
import hashlib
import hmac
from enum import StrEnum
from typing import NamedTuple

from django.conf import settings

VERSION = "v1"
LONGEST = 300  # LINE's limit for postback data
_SIGNATURE_LENGTH = 16


class Press(StrEnum):
    """What buttons of our cards ask for."""

    # About a request, by its number.
    SEND_OUT = "send_out"
    CANCEL = "cancel"
    NO = "no"  # value: a code of ReasonUnfilled, or nothing
    RELEASE = "release"
    STATUS = "status"
    MEANT = "meant"  # value: the position of the candidate, counted from 0, or "not_sure"
    PROBLEM = "problem"  # value: a code of Problem
    # About something that was dropped into the chat, by the id of its content.
    RESULT = "result"
    CHOOSE = "choose"  # value: the position of the citation, counted from 0, or "all"
    ASK_LIBRARIAN = "ask_librarian"
    FILE_FOR = "file_for"  # value: the number of the request
    DROP_FILE = "drop_file"


class Postback(NamedTuple):
    """A button as it was pressed."""

    verb: str
    subject: str
    value: str


class PostbackTooLong(ValueError):
    """LINE takes at most 300 characters of postback data."""


def postback(verb: str, subject: str, value: str = "") -> str:
    """The data of a button: `v1:<verb>:<subject>[:<value>]:<signature>`."""
    said = ":".join([VERSION, verb, subject, *([value] if value else [])])
    signed = f"{said}:{_signature(said)}"
    if len(signed) > LONGEST:
        raise PostbackTooLong(PostbackTooLong.__doc__)
    return signed


def read_postback(data: str) -> Postback | None:
    """What a button of ours says, or None when it is not ours or was tampered with."""
    said, _, signature = data.rpartition(":")
    if not hmac.compare_digest(_signature(said).encode(), signature.encode()):
        return None
    version, *parts = said.split(":")
    if version != VERSION or not 2 <= len(parts) <= 3:
        return None
    return Postback(parts[0], parts[1], parts[2] if len(parts) == 3 else "")


def _signature(said: str) -> str:
    # A key of its own: a signature made for something else is never good for a button.
    key = hashlib.sha256(b"chapwai postback " + settings.SECRET_KEY.encode()).digest()
    digest = hmac.digest(key, said.encode(), "sha256")
    return base64.urlsafe_b64encode(digest).decode()[:_SIGNATURE_LENGTH]
