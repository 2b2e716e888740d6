"""One event and who is behind it: what every handler of the chat gets."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chapwai import cards
from chapwai.document_requests.models import DocumentRequest
from chapwai.libraries.models import Network, Patron, Staff, Voice
from chapwai.libraries.queries import network_of_group, patron_of_line_user, staff_of_line_user
from chapwai.line import outbox

Json = dict[str, Any]


@dataclass(frozen=True)
class Turn:
    """Somebody said or did something in a chat. At most one of staff and patron is known."""

    chat: str
    user_id: str
    in_group: bool
    now: datetime
    staff: Staff | None
    patron: Patron | None
    # The network whose group this is, or to which the person belongs.
    network: Network | None

    def tone(self) -> AbstractContextManager[None]:
        """The language and voice of an answer in this chat."""
        person = None if self.in_group else self.staff or self.patron
        network = self.network
        language = person.language if person else network.language if network else "th"
        voice = network.voice if network else Voice.KHA
        return cards.tone(language=language, voice=voice, now=self.now)

    def answer(self, card: Json, *, kind: str, doc_request: DocumentRequest | None = None) -> None:
        """Say it as a reply or not at all. In the group it quotes the card that it is about."""
        about = doc_request.number if doc_request else ""
        quotes = "request_card" if self.in_group and card["type"].startswith("text") else ""
        outbox.answer(
            self.chat,
            card,
            kind=kind,
            about=about,
            quotes_kind=quotes if about else "",
            now=self.now,
        )

    def say_once(self, card: Json, *, kind: str, about: str) -> None:
        """Say it as a reply, about something that is no request."""
        outbox.answer(self.chat, card, kind=kind, about=about, now=self.now)

    def tell(self, card: Json, *, kind: str, doc_request: DocumentRequest | None = None) -> None:
        """Say it with the first free chance in this chat, even if that is not right now."""
        about = doc_request.number if doc_request else ""
        outbox.say(self.chat, card, kind=kind, about=about, now=self.now)


def turn_in(chat: str, *, user_id: str, in_group: bool, now: datetime) -> Turn:
    """The turn of this person in this chat. A group of no network makes strangers of everybody."""
    staff = staff_of_line_user(user_id) if user_id else None
    patron = None if staff or not user_id else patron_of_line_user(user_id)
    person = staff or patron
    network = network_of_group(chat) if in_group else person.library.network if person else None
    if in_group and staff and staff.library.network != network:
        staff = None
    return Turn(
        chat=chat,
        user_id=user_id,
        in_group=in_group,
        now=now,
        staff=staff,
        patron=None if in_group else patron,
        network=network,
    )
