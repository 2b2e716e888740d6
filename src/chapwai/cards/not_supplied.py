"""No library of the network could supply it."""

from chapwai.cards import drawing
from chapwai.cards.drawing import Json
from chapwai.cards.state_card import state_card, status_alt
from chapwai.cards.voice import gettext as _
from chapwai.cards.voice import ngettext
from chapwai.document_requests.models import DocumentRequest


def unfilled(doc_request: DocumentRequest, noes: int, asked: int) -> Json:
    """To the home librarian: `noes` of the `asked` libraries do not have it."""
    facts = [
        drawing.fact(_("Don't have it"), str(noes)),
        drawing.fact(_("No answer"), str(max(0, asked - noes))),
        drawing.text(_("Nothing charged"), size="sm"),
    ]
    heading = _("{no} not supplied", no=doc_request.number)
    return state_card(doc_request, *facts, heading=heading)


def unfilled_reader(doc_request: DocumentRequest, asked: int) -> Json:
    """To the reader: not yet, and who goes on looking."""
    note = drawing.note(
        heading=_("{no}: not found yet", no=doc_request.number),
        sentence=ngettext(
            "The only other library was asked. "
            "Your librarian at {lib} sees it and can look for other ways.",
            "All {n} libraries were asked. "
            "Your librarian at {lib} sees it and can look for other ways.",
            asked,
            lib=doc_request.requesting_library.short_name,
        ),
    )
    return drawing.card(note, alt=status_alt(doc_request))
