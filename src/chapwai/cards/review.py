"""To the home librarian: a reader asks, does it go to the network?"""

from chapwai.cards import article, buttons, drawing, words
from chapwai.cards.drawing import DOUBT, Json
from chapwai.cards.postbacks import Press
from chapwai.cards.state_card import status_alt
from chapwai.cards.voice import gettext as _
from chapwai.document_requests.models import DocumentRequest


def review_request(
    doc_request: DocumentRequest,
    duplicate: DocumentRequest | None,
    deposit_enough: bool,
    original: str,
) -> Json:
    """All that the librarian needs for one tap; the reader's group, never a name.

    `original` is the page with the reader's own photo or words, which LINE itself never carries.
    """
    number = doc_request.number
    send_out = buttons.press(_("Ask the network"), Press.SEND_OUT, number)
    refuse = buttons.press(_("Don't send"), Press.CANCEL, number)
    bubble = drawing.read(
        heading=_("New request {no} · {group}", no=number, group=_reader_group(doc_request)),
        source=article.how_we_know(doc_request),
        body=[
            *article.article(words.item_of(doc_request)),
            drawing.separator(),
            *_verdicts(duplicate, deposit_enough),
        ],
        footer=[
            drawing.primary_button(send_out),
            drawing.button(refuse),
            drawing.link_button(buttons.open_page(_("See what was sent"), original)),
        ],
    )
    return drawing.card(bubble, alt=status_alt(doc_request))


def sent_out(doc_request: DocumentRequest, waiting: bool) -> Json:
    """It is open to the network; `waiting` while the card still waits for a free way out."""
    if not waiting:
        return drawing.words_only(_("{no} is in the group.", no=doc_request.number))
    return drawing.words_only(
        _(
            "{no} is open to the network. The card rides on the group's next message; "
            "you can also post it now.",
            no=doc_request.number,
        )
    )


def _reader_group(doc_request: DocumentRequest) -> str:
    group = doc_request.patron.group if doc_request.patron else None
    return group.name if group else _("reader")


def _verdicts(duplicate: DocumentRequest | None, deposit_enough: bool) -> list[Json]:
    """What speaks for or against it, doubts first and set off."""
    verdicts = [
        (_("Our library"), _("please check"), True),
        (_("Duplicate"), _same(duplicate), duplicate is None),
        (_("Deposit"), _("enough") if deposit_enough else _("too low"), deposit_enough),
    ]
    return [
        drawing.fact(label, value, look=None if good else DOUBT)
        for label, value, good in sorted(verdicts, key=lambda verdict: verdict[2])
    ]


def _same(duplicate: DocumentRequest | None) -> str:
    return _("same as {no}", no=duplicate.number) if duplicate else _("none")
