"""A request is made of what somebody typed or photographed."""

from datetime import timedelta

from chapwai import cards
from chapwai.chat.models import ReceivedContent
from chapwai.chat.turn import Turn
from chapwai.citations.citation import Verdict
from chapwai.citations.read import read_text
from chapwai.document_requests.actions.address import address_request
from chapwai.document_requests.actions.place import (
    Wanted,
    place_request_of_patron,
    place_request_of_staff,
)
from chapwai.document_requests.lifecycle import Status
from chapwai.document_requests.models import DocumentRequest
from chapwai.document_requests.queries import newest_request_of_staff
from chapwai.mail.addresses import find_address

# What is typed within this time of a photo belongs to it.
BESIDE = timedelta(minutes=5)


def ask_for_text(turn: Turn, text: str) -> bool:
    """Place a request for the article that the text names; False if it names none."""
    reading = read_text(text)
    if not reading.citations or reading.verdict not in (Verdict.SURE, Verdict.UNSURE):
        return False
    place(turn, Wanted(item=reading.citations[0], words=text))
    return True


def note_address(turn: Turn, text: str) -> None:
    """An address that a librarian types right after the photo is where its reader gets mail."""
    address = find_address(text)
    if address is None or turn.staff is None:
        return
    if content := _photo_just_sent(turn):
        content.words = text
        content.save(update_fields=["words"])
    elif doc_request := newest_request_of_staff(turn.staff, since=turn.now - BESIDE):
        address_request(doc_request, email=address, staff=turn.staff)


def _photo_just_sent(turn: Turn) -> ReceivedContent | None:
    """The photo that this person sent here a moment ago and that is still being read."""
    sent = ReceivedContent.objects.filter(chat=turn.chat, user_id=turn.user_id, done_at=None)
    return sent.filter(received_at__gte=turn.now - BESIDE).order_by("-id").first()


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
