"""A file was dropped into the chat."""

from collections.abc import Sequence

from chapwai.cards import buttons, drawing, words
from chapwai.cards.drawing import Json
from chapwai.cards.graphemes import cut
from chapwai.cards.postbacks import Press
from chapwai.cards.voice import gettext as _
from chapwai.document_requests.lifecycle import Status
from chapwai.document_requests.models import DocumentRequest

LARGEST_MB = 100
LONGEST_ROW = 40


def which_request(requests: Sequence[DocumentRequest], content_id: int) -> Json:
    """Several claims, one file: which of them is it for? Rows in the order given."""
    heading = _("Which request is this file for?")
    none_of_these = buttons.press(_("None of these"), Press.DROP_FILE, content_id)
    lists = drawing.listings(
        heading=heading,
        rows=[_row(one, content_id) for one in requests],
        footer=[drawing.button(none_of_these)],
    )
    return drawing.carousel(lists, alt=heading)


def nothing_claimed() -> Json:
    """A file, but nothing was promised. Said in 1:1 only."""
    return drawing.words_only(_("You have taken no request just now, so this file was not kept."))


def file_refused(reason: str, size: int) -> Json:
    """The file is not taken and why; `size` in bytes. The claim stays."""
    refusals = {
        "encrypted": _("The file has a password. Please send one without."),
        "kind": _("Not a PDF, JPG or PNG. Please send it again."),
        "too_big": _too_big(size),
        "broken": _("It can't be opened, perhaps cut short. Please try again."),
        "too_many_pages": _("The file has too many pages. Please send the article alone."),
        "timed_out": _(
            "Checking the file took too long. Please save it as a new PDF and send that."
        ),
    }
    return drawing.words_only(refusals[reason])


def _too_big(size: int) -> str:
    """A scan may be light in bytes and still have more pixels than anybody can open."""
    if size <= LARGEST_MB * 1_000_000:
        return _("The scan is too large a picture. Please make it smaller, or send a PDF.")
    return _(
        "The file has {n} MB, over {most} MB. Please shrink or split it.",
        n=words.megabytes(size),
        most=LARGEST_MB,
    )


def file_taken(doc_request: DocumentRequest) -> Json:
    """The file is in; the mail takes its time."""
    return drawing.words_only(
        _("The file for {no} is here and being sent. Thank you.", no=doc_request.number)
    )


def _row(doc_request: DocumentRequest, content_id: int) -> Json:
    item = words.item_of(doc_request)
    label = cut(f"{doc_request.number} {words.title_line(item)}", LONGEST_ROW)
    this = buttons.press(label, Press.FILE_FOR, content_id, doc_request.number)
    return drawing.row(
        number=doc_request.number,
        status=Status(doc_request.status),
        title=words.title_line(item),
        action=this,
    )
