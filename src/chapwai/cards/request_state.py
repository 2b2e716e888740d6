"""Where one request stands, for the reader and for anybody who taps an old card."""

from collections.abc import Callable
from datetime import datetime

from chapwai.cards import buttons, drawing, times
from chapwai.cards.drawing import Json
from chapwai.cards.postbacks import Press
from chapwai.cards.problems import report_buttons
from chapwai.cards.state_card import goes_by_link, state_card, supplier_name
from chapwai.cards.voice import gettext as _
from chapwai.cards.voice import ngettext
from chapwai.document_requests.lifecycle import Status
from chapwai.document_requests.models import DocumentRequest


def state_now(doc_request: DocumentRequest, noes: int, asked: int) -> Json:
    """The answer to "status A123" and to a tap on a card that is no longer true. For 1:1 chats.

    `noes` libraries of the `asked` ones have said that they cannot supply.
    """
    sentence = _SENTENCES[Status(doc_request.status)](doc_request, noes, asked)
    return state_card(doc_request, sentence, footer=_what_can_be_done(doc_request))


def needs_approval(doc_request: DocumentRequest) -> Json:
    """The home library looks at it first."""
    library = doc_request.requesting_library.short_name
    return drawing.words_only(
        _(
            "{no} received. Your librarian at {lib} looks at it before it goes on.",
            no=doc_request.number,
            lib=library,
        )
    )


def duplicate(earlier: DocumentRequest) -> Json:
    """The reader has asked for this before."""
    sentence = _(
        "You asked for this on {when}: {no}.",
        when=times.date(earlier.created_at),
        no=earlier.number,
    )
    see = buttons.press(_("See that request"), Press.STATUS, earlier.number)
    return state_card(earlier, sentence, footer=[drawing.link_button(see)])


def sent_to_network(doc_request: DocumentRequest) -> Json:
    """All libraries have been asked. Nothing is promised before there are figures."""
    sentence = _("All libraries of the network have been asked. No time can be told yet.")
    return state_card(doc_request, sentence, footer=[_cancel(doc_request)])


def request_cancelled(doc_request: DocumentRequest) -> Json:
    """To the reader whose request was called off."""
    return state_card(doc_request, _cancelled(doc_request, 0, 0))


def closed_and_filed() -> Json:
    """The number is unknown, out of reach, or older than what is kept."""
    return drawing.words_only(_("This request is closed and filed."))


def _under_review(doc_request: DocumentRequest, noes: int, asked: int) -> str:
    return _("{lib} is checking its shelves.", lib=doc_request.requesting_library.short_name)


def _waiting(doc_request: DocumentRequest, noes: int, asked: int) -> str:
    return _("{n} of {all} don't have it. No time can be told yet.", n=noes, all=asked)


def _taken(doc_request: DocumentRequest, noes: int, asked: int) -> str:
    return _("{sup} has it. No time can be told yet.", sup=supplier_name(doc_request))


def _on_its_way(doc_request: DocumentRequest, noes: int, asked: int) -> str:
    return _("A link is being prepared.") if goes_by_link(doc_request) else _("Being mailed.")


def _delivered(doc_request: DocumentRequest, noes: int, asked: int) -> str:
    delivered_at = _delivered_at(doc_request)
    if goes_by_link(doc_request) or not delivered_at:
        return _("The link was handed over to the librarian.")
    return _("Mailed {when}.", when=times.near(delivered_at))


def _unfilled(doc_request: DocumentRequest, noes: int, asked: int) -> str:
    return ngettext("The only other library was asked.", "All {n} libraries were asked.", asked)


def _cancelled(doc_request: DocumentRequest, noes: int, asked: int) -> str:
    return _("Still needed? Just send the photo again.")


_SENTENCES: dict[Status, Callable[[DocumentRequest, int, int], str]] = {
    Status.UNDER_REVIEW: _under_review,
    Status.REQUEST_RECEIVED: _waiting,
    Status.WILL_SUPPLY: _taken,
    Status.SUPPLYING: _on_its_way,
    Status.COPY_COMPLETED: _delivered,
    Status.UNFILLED: _unfilled,
    Status.CANCELLED: _cancelled,
}
_CAN_BE_CANCELLED = {Status.UNDER_REVIEW, Status.REQUEST_RECEIVED, Status.WILL_SUPPLY}


def _delivered_at(doc_request: DocumentRequest) -> datetime | None:
    return doc_request.supply.delivered_at if doc_request.supply else None


def _what_can_be_done(doc_request: DocumentRequest) -> list[Json]:
    if doc_request.status in _CAN_BE_CANCELLED:
        return [_cancel(doc_request)]
    if doc_request.status == Status.COPY_COMPLETED:
        return report_buttons(doc_request)
    return []


def _cancel(doc_request: DocumentRequest) -> Json:
    cancel = buttons.press(_("Cancel request"), Press.CANCEL, doc_request.number)
    return drawing.link_button(cancel)
