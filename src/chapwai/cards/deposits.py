"""Money between libraries, for their librarians in 1:1 chats. Amounts are satang."""

from collections.abc import Sequence
from typing import NamedTuple

from chapwai.cards import drawing, words
from chapwai.cards.drawing import MOST_BUBBLES, Json
from chapwai.cards.voice import gettext as _
from chapwai.document_requests.models import DocumentRequest
from chapwai.libraries.models import Library


class Deposit(NamedTuple):
    """What one library has paid in advance at another, and what of it is promised."""

    payer: Library
    supplier: Library
    balance: int
    held: int

    @property
    def available(self) -> int:
        return self.balance - self.held


def balance(rows: Sequence[Deposit]) -> Json:
    """The library's deposits elsewhere, the lowest first. The locked phone shows no figure."""
    if not rows:
        return drawing.words_only(_("No deposit at another library yet."))
    lowest_first = sorted(rows, key=lambda row: row.available)[:MOST_BUBBLES]
    bubbles = [_deposit(row) for row in lowest_first]
    return drawing.carousel(bubbles, alt=_("Deposit balance"))


def deposit_too_low(
    doc_request: DocumentRequest, supplier: Library, balance: int, price: int
) -> Json:
    """To the asking library: what it deposited there does not reach. The request stays open."""
    number = doc_request.number
    sentence = _(
        "At {sup}: not enough for {no} ({price}). Top up, or leave it to the other libraries.",
        sup=supplier.short_name,
        no=number,
        price=words.money(price),
    )
    bubble = drawing.money(
        heading=_("Deposit"),
        parties=_parties(doc_request.requesting_library, supplier),
        figure=words.money(balance),
        body=[drawing.text(sentence)],
    )
    return drawing.card(bubble, alt=_("{no} · deposit too low", no=number))


def _deposit(row: Deposit) -> Json:
    facts = [
        drawing.fact(_("At"), row.supplier.short_name),
        drawing.fact(_("Held"), words.money(row.held)),
    ]
    return drawing.money(
        heading=_("Deposit"),
        parties=_parties(row.payer, row.supplier),
        figure=words.money(row.balance),
        body=[*facts, *_how_many_more(row)],
    )


def _how_many_more(row: Deposit) -> list[Json]:
    """How far it reaches, at the supplier's price of today."""
    price = row.supplier.price_amount
    if not price:
        return []
    return [drawing.fact(_("Enough for"), _("{n} more", n=max(0, row.available // price)))]


def _parties(payer: Library, supplier: Library) -> str:
    return f"{payer.short_name} → {supplier.short_name}"
