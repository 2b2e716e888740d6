"""A librarian drops a file: it is checked, bound to a claim, and goes on its way."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from chapwai import cards
from chapwai.chat.models import ReceivedContent
from chapwai.chat.turn import Turn
from chapwai.document_requests.actions.renew import renew_claim
from chapwai.document_requests.actions.supply import supply_document
from chapwai.document_requests.models import DocumentRequest, MoveRefused
from chapwai.document_requests.queries import claims_of, request_with_number
from chapwai.documents.actions.forget import forget_document
from chapwai.documents.actions.take_in import take_in_document
from chapwai.documents.check import FileRefused
from chapwai.documents.models import Document
from chapwai.libraries.models import Staff


def awaited(turn: Turn) -> bool:
    """Whether this person's library owes somebody a document."""
    return bool(turn.staff and claims_of(turn.staff.library))


def check(turn: Turn, content: ReceivedContent, file: Path) -> Callable[[], None]:
    """Check the file, and give what has to be done with it."""
    staff = turn.staff
    if staff is None:
        return partial(_not_from_staff, turn, content)
    claims = claims_of(staff.library)
    if not claims:
        return partial(_nothing_claimed, turn)
    try:
        document = take_in_document(file, now=turn.now)
    except FileRefused as error:
        return partial(_refused, turn, claims, error.reason, file.stat().st_size)
    return partial(_bind, turn, content, document, claims, staff)


def refused(turn: Turn, content: ReceivedContent, reason: str) -> None:
    """Say why the file did not come through; the claims stay and get their time again."""
    claims = claims_of(turn.staff.library) if turn.staff else []
    _refused(turn, claims, reason, content.size)


def claim_chosen(turn: Turn, content: ReceivedContent, number: str) -> None:
    """The librarian said which claim a file is for; no number means none of them."""
    if turn.staff is None or content.document is None or content.doc_request:
        turn.answer(cards.closed_and_filed(), kind="closed_and_filed")
        return
    doc_request = request_with_number(number, network=turn.staff.library.network)
    if doc_request:
        _supply(turn, content, doc_request, turn.staff)


def throw_away(content: ReceivedContent) -> None:
    """Forget a file that turned out to be for nobody."""
    document, content.document = content.document, None
    content.save(update_fields=["document"])
    if document:
        forget_document(document)


def _bind(
    turn: Turn,
    content: ReceivedContent,
    document: Document,
    claims: list[DocumentRequest],
    staff: Staff,
) -> None:
    """One claim: it is for that one. Several: the librarian says which."""
    content.document = document
    if len(claims) == 1:
        _supply(turn, content, claims[0], staff)
        return
    content.save()
    turn.tell(cards.which_request(claims, content.pk), kind="which_request")


def _supply(
    turn: Turn, content: ReceivedContent, doc_request: DocumentRequest, staff: Staff
) -> None:
    if content.document is None:
        return
    try:
        supply_document(doc_request, document=content.document, staff=staff, now=turn.now)
    except MoveRefused:
        # The claim ran out, or a colleague was quicker, while this file was on its way.
        turn.tell(cards.no_longer_open(doc_request), kind="no_longer_open", doc_request=doc_request)
        return
    content.doc_request = doc_request
    content.save()


def _refused(turn: Turn, claims: list[DocumentRequest], reason: str, size: int) -> None:
    if turn.in_group and not claims:
        return  # in the group files are passed around without us
    if turn.staff:
        for doc_request in claims:
            renew_claim(doc_request, staff=turn.staff, now=turn.now)
    turn.tell(cards.file_refused(reason, size=size), kind="file_refused")


def _nothing_claimed(turn: Turn) -> None:
    """The file was thrown away. In the group files are passed around without us."""
    if not turn.in_group:
        turn.tell(cards.nothing_claimed(), kind="nothing_claimed")


def _not_from_staff(turn: Turn, content: ReceivedContent) -> None:
    if not turn.in_group:
        turn.tell(cards.not_a_citation(content.pk), kind="not_a_citation")
