"""What a librarian or a reader wants done to a request, and what they are told about it.

Buttons and typed words end here alike; each function makes one call to an action. What everybody
hears follows from the event that the action wrote, so success is mostly silent here.
"""

from chapwai import cards
from chapwai.chat.turn import Turn
from chapwai.document_requests.actions.answer_not_held import answer_not_held
from chapwai.document_requests.actions.cancel import cancel_request
from chapwai.document_requests.actions.claim import OwnRequest, TooLateToClaim, claim_request
from chapwai.document_requests.actions.note_low_deposit import note_low_deposit
from chapwai.document_requests.actions.release import release_request
from chapwai.document_requests.actions.report_problem import Problem, report_problem
from chapwai.document_requests.actions.send_out import send_out_request
from chapwai.document_requests.lifecycle import ENDED, Status
from chapwai.document_requests.models import DocumentRequest, MoveRefused, ReasonUnfilled
from chapwai.document_requests.queries import libraries_asked, number_of_noes
from chapwai.ledger.actions.hold import DepositTooLow
from chapwai.libraries.models import Staff


def claim(turn: Turn, doc_request: DocumentRequest, staff: Staff) -> None:
    """Claim for the librarian's library; the winner hears of it from the event."""
    try:
        claim_request(doc_request, staff=staff, now=turn.now)
    except OwnRequest:
        turn.answer(cards.own_request(doc_request), kind="own_request", doc_request=doc_request)
    except DepositTooLow:
        note_low_deposit(doc_request, staff=staff, now=turn.now)
        card = cards.claim_refused_for_now(doc_request)
        turn.answer(card, kind="claim_refused_for_now", doc_request=doc_request)
    except TooLateToClaim:
        _too_late(turn, doc_request, staff)


def not_held(
    turn: Turn,
    doc_request: DocumentRequest,
    staff: Staff,
    reason: ReasonUnfilled = ReasonUnfilled.NOT_HELD,
) -> None:
    """Keep the answer. In the group it is kept in silence; a second one is confirmed there."""
    first = answer_not_held(doc_request, staff=staff, now=turn.now, reason=reason)
    if not turn.in_group or not first:
        turn.answer(cards.no_recorded(doc_request), kind="no_recorded", doc_request=doc_request)


def send_out(turn: Turn, doc_request: DocumentRequest, staff: Staff) -> None:
    """Put the reader's request before the network."""
    try:
        send_out_request(doc_request, staff=staff, now=turn.now)
    except MoveRefused:
        show_state(turn, doc_request)
        return
    waits = doc_request.network.group_push_after_minutes > 0
    turn.answer(
        cards.sent_out(doc_request, waiting=waits), kind="sent_out", doc_request=doc_request
    )


def release(turn: Turn, doc_request: DocumentRequest, staff: Staff) -> None:
    """Give a claim back to the others."""
    try:
        release_request(doc_request, staff=staff, now=turn.now)
    except MoveRefused:
        show_state(turn, doc_request)


def cancel(turn: Turn, doc_request: DocumentRequest) -> None:
    """Call the request off for whoever asked for it."""
    person = turn.staff or turn.patron
    try:
        if person is None:
            raise MoveRefused
        cancel_request(doc_request, by=person, now=turn.now)
    except MoveRefused:
        show_state(turn, doc_request)
        return
    if turn.in_group:
        return  # everybody there is told anyway, the asker too
    card = cards.request_cancelled(doc_request)
    turn.answer(card, kind="request_cancelled", doc_request=doc_request)


def report(turn: Turn, doc_request: DocumentRequest, problem: Problem) -> None:
    """Something is wrong with the document that came."""
    person = turn.staff or turn.patron
    try:
        if person is None:
            raise MoveRefused
        report_problem(doc_request, problem=problem, by=person, now=turn.now)
    except MoveRefused:
        show_state(turn, doc_request)
        return
    turn.answer(cards.problem_noted(doc_request), kind="problem_noted", doc_request=doc_request)


def show_state(turn: Turn, doc_request: DocumentRequest) -> None:
    """Where the request stands right now; in the group as one quiet line that quotes the card."""
    doc_request.refresh_from_db()
    if turn.in_group:
        line = cards.no_longer_open(doc_request)
        turn.answer(line, kind="no_longer_open", doc_request=doc_request)
        return
    card = cards.state_now(
        doc_request, noes=number_of_noes(doc_request), asked=libraries_asked(doc_request)
    )
    turn.answer(card, kind="state_now", doc_request=doc_request)


def _too_late(turn: Turn, doc_request: DocumentRequest, staff: Staff) -> None:
    """Answer from a fresh look: taken by others, by their own library, or no longer wanted."""
    doc_request.refresh_from_db()
    ours = doc_request.supplying_library_id == staff.library_id
    if ours and doc_request.status == Status.WILL_SUPPLY and doc_request.due_at:
        card = cards.please_send_document(doc_request, lease_until=doc_request.due_at)
        turn.answer(card, kind="please_send_document", doc_request=doc_request)
    elif doc_request.status in ENDED or ours:
        show_state(turn, doc_request)
    else:
        card = cards.no_longer_open(doc_request)
        turn.answer(card, kind="no_longer_open", doc_request=doc_request)
