"""What people ask about in their own chat: their work, their money, their requests, help."""

from chapwai import cards
from chapwai.chat.turn import Turn
from chapwai.document_requests.queries import (
    claims_of,
    open_requests,
    requests_of_patron,
    requests_to_review,
)
from chapwai.ledger.queries import balance_of, held_of
from chapwai.libraries.models import Library


def show_work(turn: Turn) -> None:
    """A librarian's desk: to review, claimed, open in the network."""
    if turn.staff is None:
        show_requests(turn)
        return
    library = turn.staff.library
    card = cards.open_requests(
        library,
        review=requests_to_review(library),
        claims=claims_of(library),
        open_count=len(open_requests(library.network)),
    )
    turn.answer(card, kind="open_requests")


def show_requests(turn: Turn) -> None:
    """A reader's own requests."""
    mine = requests_of_patron(turn.patron) if turn.patron else []
    turn.answer(cards.my_requests(mine), kind="my_requests")


def show_balance(turn: Turn) -> None:
    """What the library has deposited where. Money is none of a reader's business."""
    if turn.staff is None:
        show_help(turn)
        return
    turn.answer(cards.balance(_deposits_of(turn.staff.library)), kind="balance")


def show_help(turn: Turn) -> None:
    """What can be typed."""
    card = cards.help_librarian() if turn.staff else cards.help_reader()
    turn.answer(card, kind="help")


def _deposits_of(payer: Library) -> list[cards.Deposit]:
    """What the library has paid in advance at the others, where it has."""
    others = payer.network.libraries.exclude(pk=payer.pk).order_by("symbol")
    deposits = [
        cards.Deposit(
            payer=payer,
            supplier=other,
            balance=balance_of(other.symbol, payer.symbol),
            held=held_of(other.symbol, payer.symbol),
        )
        for other in others
    ]
    return [deposit for deposit in deposits if deposit.balance or deposit.held]
