"""A request is made of what somebody typed or photographed."""

from chapwai import cards
from chapwai.chat.turn import Turn
from chapwai.citations.citation import Verdict
from chapwai.citations.read import read_text
from chapwai.document_requests.actions.place import (
    Wanted,
    place_request_of_patron,
    place_request_of_staff,
)
from chapwai.document_requests.lifecycle import Status
from chapwai.document_requests.models import DocumentRequest
from chapwai.mail.addresses import find_address


def ask_for_text(turn: Turn, text: str) -> bool:
    """Place a request for the article that the text names; False if it names none."""
    reading = read_text(text)
    if not reading.citations or reading.verdict not in (Verdict.SURE, Verdict.UNSURE):
        return False
    place(turn, Wanted(item=reading.citations[0], words=text))
    return True


def place(turn: Turn, wanted: Wanted) -> DocumentRequest | None:
    """Place the request for whoever is speaking. Strangers are told how to become known."""
    if turn.staff:
        return _for_staff(turn, wanted)
    if turn.patron:
        doc_request = place_request_of_patron(turn.patron, wanted=wanted, now=turn.now)
        _confirm(turn, doc_request, unsure=bool(doc_request.doubtful))
        return doc_request
    if not turn.in_group:
        turn.tell(cards.unknown_reader(), kind="unknown_reader")
    return None


def _for_staff(turn: Turn, wanted: Wanted) -> DocumentRequest | None:
    """Librarian first: open at once. An address beside the photo is the reader's."""
    if turn.staff is None:
        return None
    address = find_address(wanted.words) or ""
    doc_request = place_request_of_staff(
        turn.staff, wanted=wanted, patron_email=address, now=turn.now
    )
    if not turn.in_group:
        _confirm(turn, doc_request, unsure=bool(doc_request.doubtful))
    return doc_request


def _confirm(turn: Turn, doc_request: DocumentRequest, *, unsure: bool) -> None:
    """Say what was understood. Worth saying late: it is the reader's only receipt."""
    if doc_request.status == Status.UNDER_REVIEW and unsure:
        turn.tell(cards.read_unsure(doc_request), kind="read_unsure", doc_request=doc_request)
    else:
        turn.tell(cards.read_sure(doc_request), kind="read_sure", doc_request=doc_request)
