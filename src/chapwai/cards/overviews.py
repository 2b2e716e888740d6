"""Several requests at once: the reader's own, and what waits for a librarian."""

from collections.abc import Sequence

from chapwai.cards import buttons, drawing, words
from chapwai.cards.drawing import Json
from chapwai.cards.postbacks import Press
from chapwai.cards.voice import gettext as _
from chapwai.document_requests.lifecycle import Status
from chapwai.document_requests.models import DocumentRequest
from chapwai.libraries.models import Library


def my_requests(requests: Sequence[DocumentRequest]) -> Json:
    """The reader's own requests, in the order given."""
    heading = _("Your requests")
    if not requests:
        sentence = _("Nothing yet. Send a photo of the screen.")
        return drawing.card(drawing.note(heading=heading, sentence=sentence), alt=heading)
    lists = drawing.listings(heading=heading, rows=[_row(one) for one in requests])
    return drawing.carousel(lists, alt=_("Your requests: {n}", n=len(requests)))


def open_requests(
    library: Library,
    review: Sequence[DocumentRequest],
    claims: Sequence[DocumentRequest],
    open_count: int,
) -> Json:
    """What waits for this library, claimed ones first, and how much is open in the network."""
    waiting = [*claims, *review]
    heading = _("{n} waiting for {lib}", n=len(waiting), lib=library.short_name)
    in_network = _("Open in the network: {n}", n=open_count)
    if not waiting:
        sentence = _("{fact}. All done, thank you.", fact=in_network)
        return drawing.card(drawing.note(heading=heading, sentence=sentence), alt=heading)
    lists = drawing.listings(
        heading=heading,
        rows=[_row(one) for one in waiting],
        footer=[
            drawing.hint(in_network),
            drawing.hint(_("or type status {no}", no=waiting[0].number)),
        ],
    )
    return drawing.carousel(lists, alt=heading)


def _row(doc_request: DocumentRequest) -> Json:
    status = buttons.press(_("Status"), Press.STATUS, doc_request.number)
    return drawing.row(
        number=doc_request.number,
        status=Status(doc_request.status),
        title=words.title_line(words.item_of(doc_request)),
        action=status,
    )
