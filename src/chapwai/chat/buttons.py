"""Buttons on cards. Cards stay in the chat for ever, so every press looks again."""

from collections.abc import Callable
from datetime import timedelta

from chapwai import cards
from chapwai.cards.postbacks import Postback, Press, read_postback
from chapwai.chat import verdicts
from chapwai.chat.content import (
    article_chosen,
    claim_chosen_for_file,
    file_dropped,
    help_wanted,
)
from chapwai.chat.question import meant
from chapwai.chat.turn import Turn
from chapwai.document_requests.actions.report_problem import Problem
from chapwai.document_requests.models import DocumentRequest, ReasonUnfilled
from chapwai.document_requests.queries import request_with_number, was_before_the_network
from chapwai.libraries.models import Staff
from chapwai.line.models import OutgoingMessage

StaffButton = Callable[[Turn, DocumentRequest, Staff, Postback], None]


def _no(turn: Turn, doc_request: DocumentRequest, staff: Staff, pressed: Postback) -> None:
    verdicts.not_held(turn, doc_request, staff, _reason(pressed.value))


def _send_out(turn: Turn, doc_request: DocumentRequest, staff: Staff, pressed: Postback) -> None:
    verdicts.send_out(turn, doc_request, staff)


def _release(turn: Turn, doc_request: DocumentRequest, staff: Staff, pressed: Postback) -> None:
    verdicts.release(turn, doc_request, staff)


def _reason(code: str) -> ReasonUnfilled:
    """An old card may hold a code that is no longer in use; the "no" counts all the same."""
    known = code in ReasonUnfilled.values
    return ReasonUnfilled(code) if known else ReasonUnfilled.NOT_HELD


# Buttons that act on a request for a library.
FOR_STAFF: dict[str, StaffButton] = {
    Press.NO: _no,
    Press.SEND_OUT: _send_out,
    Press.RELEASE: _release,
}
# Buttons that act on something that was sent in: a photo or a file.
ON_CONTENT: dict[str, Callable[[Turn, Postback], None]] = {
    Press.CHOOSE: article_chosen,
    Press.ASK_LIBRARIAN: help_wanted,
    Press.FILE_FOR: claim_chosen_for_file,
    Press.DROP_FILE: file_dropped,
}


def button_pressed(turn: Turn, data: str) -> None:
    """Do what the button says, if it is one of ours and still means something."""
    postback = read_postback(data)
    if postback is None:
        closed(turn)
    elif postback.verb in ON_CONTENT:
        ON_CONTENT[postback.verb](turn, postback)
    # RESULT only brings a fresh reply; what waits for this chat rides on it.
    elif postback.verb != Press.RESULT:
        _on_request(turn, postback)


def _on_request(turn: Turn, pressed: Postback) -> None:
    doc_request = their_request(turn, pressed.subject)
    if doc_request is None:
        closed(turn)
    elif pressed.verb in FOR_STAFF and turn.staff:
        FOR_STAFF[pressed.verb](turn, doc_request, turn.staff, pressed)
    elif pressed.verb in FOR_STAFF:
        not_registered(turn)
    elif pressed.verb == Press.CANCEL:
        verdicts.cancel(turn, doc_request)
    elif pressed.verb == Press.MEANT:
        meant(turn, doc_request, pressed)
    elif pressed.verb == Press.PROBLEM and pressed.value in Problem.values:
        verdicts.report(turn, doc_request, Problem(pressed.value))
    else:
        verdicts.show_state(turn, doc_request)


def their_request(turn: Turn, number: str) -> DocumentRequest | None:
    """The request with this number, if it is any of this person's business."""
    found = request_with_number(number, network=turn.network) if turn.network else None
    return found if found and _may_know_of(turn, found) else None


def _may_know_of(turn: Turn, doc_request: DocumentRequest) -> bool:
    """Readers know of their own; what a library still looks at is no other library's business."""
    if turn.patron:
        return doc_request.patron_id == turn.patron.pk
    at_home = turn.staff and turn.staff.library_id == doc_request.requesting_library_id
    return bool(at_home) or was_before_the_network(doc_request)


def not_registered(turn: Turn) -> None:
    """Somebody whom no library has named did what librarians do; told once a day."""
    yesterday = turn.now - timedelta(days=1)
    told = OutgoingMessage.objects.filter(
        kind="not_registered", about=turn.user_id, created_at__gt=yesterday
    )
    if not told.exists():
        turn.say_once(cards.not_registered(), kind="not_registered", about=turn.user_id)


def closed(turn: Turn) -> None:
    """A number that nobody knows, or that is none of this person's business."""
    turn.answer(cards.closed_and_filed(), kind="closed_and_filed")
