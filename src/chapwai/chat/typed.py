"""What people type: commands, answers to a card, references. Unclear words never act."""

import re
from collections.abc import Callable

from chapwai import cards
from chapwai.chat import desk, verdicts
from chapwai.chat.ask import ask_for_text, note_address, offer_title
from chapwai.chat.buttons import closed, not_registered, their_request
from chapwai.chat.models import ReceivedContent
from chapwai.chat.question import answered, corrected
from chapwai.chat.turn import Turn
from chapwai.chat.words import Intent, Said, understand
from chapwai.document_requests.lifecycle import Status
from chapwai.document_requests.models import DocumentRequest, ReasonUnfilled
from chapwai.document_requests.queries import claims_of, open_requests
from chapwai.libraries.models import Staff
from chapwai.line.events import LineEvent
from chapwai.line.outbox import message_sent_as

# Anything longer is no sentence of a chat; a pasted reference list is cut to its beginning.
LONGEST_TEXT = 5_000


def text_typed(turn: Turn, event: LineEvent) -> None:
    """Understand the words and do what they clearly ask for."""
    text = event.text[:LONGEST_TEXT]
    said = understand(text, quoting=bool(event.quoted_message_id))
    if turn.in_group:
        _in_group(turn, event, said, text)
    elif turn.staff or turn.patron:
        _one_to_one(turn, event, said, text)
    else:
        turn.answer(cards.unknown_reader(), kind="unknown_reader")


def _in_group(turn: Turn, event: LineEvent, said: Said, text: str) -> None:
    """In the group only answers, commands and references count; the rest is met by silence."""
    if said.intent in ANSWERS:
        doc_request = _meant(turn, event, said)
        if doc_request and turn.staff:
            ANSWERS[said.intent](turn, doc_request, turn.staff, said)
        elif doc_request:
            not_registered(turn)
    elif said.intent == Intent.POST_CARD:
        _post_card(turn, said)
    elif turn.staff and not ask_for_text(turn, text, message_id=event.message_id):
        note_address(turn, text)


def _one_to_one(turn: Turn, event: LineEvent, said: Said, text: str) -> None:
    if said.number and said.intent in ABOUT_A_REQUEST:
        _about_request(turn, said)
    elif said.number and _corrects(turn, said.number, text):
        return
    elif said.intent in DESK:
        DESK[said.intent](turn)
    elif said.intent in (Intent.THANKS, Intent.RECEIVED):
        return  # thanks are for people; an answer would only make noise
    elif said.intent == Intent.NONE and answered(turn, text):
        return
    elif not _names_an_article(turn, event, text):
        turn.answer(cards.not_understood(), kind="not_understood")


def _names_an_article(turn: Turn, event: LineEvent, text: str) -> bool:
    """Whether a request, or the question whether it should be one, came of the text."""
    message_id = event.message_id
    is_asked_for = ask_for_text(turn, text, message_id=message_id)
    return is_asked_for or offer_title(turn, text, message_id=message_id)


def _corrects(turn: Turn, number: str, text: str) -> bool:
    """A number with a DOI, a PMID or a reference says what that request is really for."""
    doc_request = their_request(turn, number)
    said = re.sub(re.escape(number), " ", text, flags=re.IGNORECASE)
    return doc_request is not None and corrected(turn, doc_request, said)


def _about_request(turn: Turn, said: Said) -> None:
    """A command with a number: `รับ A123`, `ไม่มี A123`, `สถานะ A123`, …"""
    doc_request = their_request(turn, said.number)
    if doc_request is None:
        closed(turn)
    elif turn.staff and said.intent in ANSWERS:
        ANSWERS[said.intent](turn, doc_request, turn.staff, said)
    elif said.intent == Intent.CANCEL:
        verdicts.cancel(turn, doc_request)
    else:
        verdicts.show_state(turn, doc_request)


def _meant(turn: Turn, event: LineEvent, said: Said) -> DocumentRequest | None:
    """Which request an answer is about: the number typed, what is quoted, or the only possible."""
    if said.number or event.quoted_message_id:
        return their_request(turn, said.number or _number_quoted(event.quoted_message_id))
    possible = _possible(turn, said.intent)
    return possible[0] if len(possible) == 1 else None


def _number_quoted(message_id: str) -> str:
    """The request of the card, or of the photo, that somebody quotes; "" if it is about none."""
    if ours := message_sent_as(message_id):
        return ours.about
    photo = ReceivedContent.objects.select_related("doc_request").filter(message_id=message_id)
    doc_request = photo[0].doc_request if photo else None
    return doc_request.number if doc_request else ""


def _possible(turn: Turn, intent: Intent) -> list[DocumentRequest]:
    """What a word without a number can be about: one gives back or calls off one's own only."""
    if intent == Intent.RELEASE:
        return claims_of(turn.staff.library) if turn.staff else []
    still_open = open_requests(turn.network) if turn.network else []
    if intent == Intent.CANCEL:
        home = turn.staff.library_id if turn.staff else None
        return [one for one in still_open if one.requesting_library_id == home]
    return still_open


def _post_card(turn: Turn, said: Said) -> None:
    """A librarian brings a request's card into the group by typing its number."""
    doc_request = their_request(turn, said.number)
    if doc_request is None or turn.staff is None:
        return
    if doc_request.status == Status.REQUEST_RECEIVED:
        card = cards.request_card(doc_request)
        turn.answer(card, kind="request_card", doc_request=doc_request)
    else:
        verdicts.show_state(turn, doc_request)


def _claim(turn: Turn, doc_request: DocumentRequest, staff: Staff, said: Said) -> None:
    verdicts.claim(turn, doc_request, staff)


def _not_held(turn: Turn, doc_request: DocumentRequest, staff: Staff, said: Said) -> None:
    reason = ReasonUnfilled(said.reason) if said.reason else ReasonUnfilled.NOT_HELD
    verdicts.not_held(turn, doc_request, staff, reason)


def _release(turn: Turn, doc_request: DocumentRequest, staff: Staff, said: Said) -> None:
    verdicts.release(turn, doc_request, staff)


def _cancel(turn: Turn, doc_request: DocumentRequest, staff: Staff, said: Said) -> None:
    verdicts.cancel(turn, doc_request)


# What a librarian's words do to a request.
ANSWERS: dict[Intent, Callable[[Turn, DocumentRequest, Staff, Said], None]] = {
    Intent.CLAIM: _claim,
    Intent.NOT_HELD: _not_held,
    Intent.RELEASE: _release,
    Intent.CANCEL: _cancel,
}
# What one may ask for without a number.
DESK: dict[Intent, Callable[[Turn], None]] = {
    Intent.BOARD: desk.show_work,
    Intent.STATUS: desk.show_work,
    Intent.BALANCE: desk.show_balance,
    Intent.HELP: desk.show_help,
}
# Words that need a number to mean something in a 1:1 chat.
ABOUT_A_REQUEST = {*ANSWERS, Intent.STATUS, Intent.POST_CARD}
