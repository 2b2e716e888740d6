"""What counts as an amount of money."""

from chapwai.ledger.refusals import Refusal


class NotAnAmount(Refusal):
    """Money moves in whole, positive satang."""


def require_amount(amount: int) -> None:
    """Refuse what the books would take for the opposite movement, or for none."""
    if amount <= 0:
        raise NotAnAmount(f"{amount} satang cannot be moved")
