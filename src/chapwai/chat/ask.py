"""A request is made of what somebody typed or photographed."""

from collections.abc import Sequence
from datetime import timedelta
from types import MappingProxyType

from chapwai import cards
from chapwai.chat.lookup import looked_up
from chapwai.chat.models import ContentKind, ReceivedContent
from chapwai.chat.question import could_be_title
from chapwai.chat.turn import Turn
from chapwai.citations.citation import Citation, Reading, Verdict
from chapwai.citations.read import read_text
from chapwai.citations.wire import citation_to
from chapwai.citations.wording import one_line, plain
from chapwai.document_requests.actions.address import address_request
from chapwai.document_requests.actions.place import (
    Wanted,
    place_request_of_patron,
    place_request_of_staff,
)
from chapwai.document_requests.lifecycle import Status
from chapwai.document_requests.models import DocumentRequest
from chapwai.document_requests.queries import newest_request_of_staff
from chapwai.document_requests.question import open_question
from chapwai.mail.addresses import find_address

# Fewer words are sooner chat than a title.
WORDS_OF_AN_OFFER = 5
# What is typed within this time of a photo belongs to it.
BESIDE = timedelta(minutes=5)


def ask_for_text(turn: Turn, text: str, *, message_id: str) -> bool:
    """Place a request for the article that the text names, or let one of several be chosen.

    False if it names none.
    """
    reading = looked_up(read_text(text))
    if not reading.citations:
        return False
    if reading.verdict == Verdict.SEVERAL:
        offer_several(turn, reading.citations, of=_kept(turn, text, message_id=message_id))
    else:
        place(turn, Wanted(item=reading.citations[0], words=text))
    return True


def offer_title(turn: Turn, text: str, *, message_id: str) -> bool:
    """Ask whether words that may be a title are what is wanted; False if they are chat."""
    title = one_line(plain(text))
    if len(title.split()) < WORDS_OF_AN_OFFER or not could_be_title(title):
        return False
    guess = Citation(
        title=title, doubtful=frozenset({"title"}), origins=MappingProxyType({"title": "text"})
    )
    reading = looked_up(Reading(verdict=Verdict.UNSURE, citations=(guess,)))
    offer_several(turn, reading.citations, of=_kept(turn, text, message_id=message_id))
    return True


def offer_several(turn: Turn, citations: Sequence[Citation], *, of: ReceivedContent) -> None:
    """Let people choose from what a picture or a text holds."""
    of.items = [citation_to(citation) for citation in citations]
    of.save()
    turn.tell(cards.read_several(citations, of.pk), kind="read_several")


def _kept(turn: Turn, text: str, *, message_id: str) -> ReceivedContent:
    content, _ = ReceivedContent.objects.get_or_create(
        message_id=message_id,
        defaults={
            "chat": turn.chat,
            "user_id": turn.user_id,
            "in_group": turn.in_group,
            "kind": ContentKind.TEXT,
            "words": text,
            "received_at": turn.now,
            "due_at": turn.now,
            "done_at": turn.now,
        },
    )
    return content


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
        _confirm(turn, doc_request)
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
        _confirm(turn, doc_request)
    return doc_request


def _confirm(turn: Turn, doc_request: DocumentRequest) -> None:
    """Say what was understood. Worth saying late: it is the reader's only receipt."""
    is_looked_at = doc_request.status == Status.UNDER_REVIEW and doc_request.doubtful
    if is_looked_at or open_question(doc_request):
        turn.tell(cards.read_unsure(doc_request), kind="read_unsure", doc_request=doc_request)
    else:
        turn.tell(cards.read_sure(doc_request), kind="read_sure", doc_request=doc_request)
