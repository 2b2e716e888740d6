"""The document is on its way, has arrived, or was refused."""

from datetime import datetime

from chapwai.cards import buttons, drawing, times, words
from chapwai.cards.drawing import Json
from chapwai.cards.problems import report_buttons
from chapwai.cards.state_card import (
    goes_by_link,
    state_card,
    status_alt,
    supplier_name,
)
from chapwai.cards.voice import gettext as _
from chapwai.cards.voice import ngettext
from chapwai.document_requests.models import DocumentRequest


def document_mailed(doc_request: DocumentRequest, at: datetime) -> Json:
    """To the reader: the mail server took it. Read perhaps days later, hence the full date."""
    sentence = _(
        "Mailed {when}. If you don't see it, look in the junk folder.", when=times.dated(at)
    )
    return state_card(doc_request, sentence, footer=report_buttons(doc_request))


def mail_refused_reader(doc_request: DocumentRequest, url: str) -> Json:
    """To the reader: the mailbox refused it, here is a link."""
    note = drawing.note(
        heading=_("{no}: your mailbox refused it", no=doc_request.number),
        sentence=_("Open it by this link instead."),
        footer=[drawing.primary_button(buttons.open_page(_("Open document"), url))],
    )
    return drawing.card(note, alt=status_alt(doc_request))


def document_delivered(doc_request: DocumentRequest, minutes: int) -> Json:
    """To the group: done, in so many minutes, thanks to the library by name. No money."""
    values = {
        "no": doc_request.number,
        "time": times.duration(minutes),
        "sup": supplier_name(doc_request),
    }
    if goes_by_link(doc_request):
        return drawing.words_only(_("📬 {no} delivered, {time}. Thank you, {sup}.", **values))
    return drawing.words_only(_("📬 {no} mailed, {time}. Thank you, {sup}.", **values))


def supplier_thanks(doc_request: DocumentRequest, amount: int) -> Json:
    """To the supplying librarian; `amount` in satang, 0 for a copy given freely."""
    if not amount:
        return state_card(doc_request, _("Thank you for sending it."), heading=_done(doc_request))
    sentence = _(
        "{amount} from {lib}'s deposit. Thank you.",
        amount=words.money(amount),
        lib=doc_request.requesting_library.short_name,
    )
    return state_card(doc_request, sentence, heading=_done(doc_request))


def delivered_requester(doc_request: DocumentRequest, balance: int | None) -> Json:
    """To the asking librarian; `balance` in satang is what is left at the supplier."""
    facts = [drawing.fact(_("From"), supplier_name(doc_request)), *_charge(doc_request)]
    if balance is not None:
        facts.append(drawing.fact(_("Left"), words.money(balance)))
    return state_card(doc_request, *facts, heading=_done(doc_request))


def delivered_link(doc_request: DocumentRequest, url: str, until: datetime, downloads: int) -> Json:
    """To the home librarian, for a reader without e-mail."""
    sentence = ngettext(
        "A link for the reader, until {when}, {n} download.",
        "A link for the reader, until {when}, {n} downloads.",
        downloads,
        when=times.date(until),
    )
    note = drawing.note(
        heading=_("{no} is ready", no=doc_request.number),
        sentence=sentence,
        footer=[
            drawing.primary_button(buttons.open_page(_("Open link"), url)),
            drawing.button(buttons.copy(_("Copy link"), url)),
        ],
    )
    return drawing.card(note, alt=status_alt(doc_request))


def mail_refused(doc_request: DocumentRequest, url: str, uncertain: bool) -> Json:
    """To the home librarian: refused, or nobody knows (`uncertain`). Shows no address."""
    number = doc_request.number
    heading = (
        _("{no}: unclear whether the mail arrived", no=number)
        if uncertain
        else _("{no}: mailbox refused it", no=number)
    )
    note = drawing.note(
        heading=heading,
        sentence=_("A link is ready to pass on. Nothing charged yet."),
        footer=[drawing.primary_button(buttons.open_page(_("See link"), url))],
    )
    return drawing.card(note, alt=status_alt(doc_request))


def _done(doc_request: DocumentRequest) -> str:
    number = doc_request.number
    return (
        _("{no} delivered", no=number) if goes_by_link(doc_request) else _("{no} mailed", no=number)
    )


def _charge(doc_request: DocumentRequest) -> list[Json]:
    price = doc_request.supply.price_amount if doc_request.supply else 0
    return [drawing.fact(_("Charged"), words.money(price))] if price else []
