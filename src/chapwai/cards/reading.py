"""What was made of a photo or a text."""

from collections.abc import Sequence

from chapwai.cards import article, buttons, drawing, words
from chapwai.cards.drawing import DOUBT, MOST_BUBBLES, PLAIN, Json
from chapwai.cards.postbacks import Press
from chapwai.cards.voice import gettext as _
from chapwai.citations.citation import Citation
from chapwai.document_requests.models import DocumentRequest

ALL = "all"
MOST_AT_ONCE = 5


def reading_takes_longer(content_id: int) -> Json:
    """The reading goes on; its result waits behind the button."""
    heading = _("This picture takes longer than usual")
    see = buttons.press(_("See result"), Press.RESULT, content_id)
    note = drawing.note(
        heading=heading,
        sentence=_("Tap to see the result."),
        footer=[drawing.primary_button(see)],
    )
    return drawing.card(note, alt=heading)


def read_sure(doc_request: DocumentRequest) -> Json:
    """One article, read without doubt, and already asked for."""
    heading = _("{no} received", no=doc_request.number)
    question = _("Tap if this isn't the one.")
    return drawing.card(_asked_for(doc_request, heading, question), alt=_received(doc_request))


def read_unsure(doc_request: DocumentRequest) -> Json:
    """Asked for, with doubtful parts, which the librarian will look at."""
    heading = _("{no} received", no=doc_request.number)
    question = _("Your librarian will check what is marked ?.")
    return drawing.card(_asked_for(doc_request, heading, question), alt=_received(doc_request))


def read_several(citations: Sequence[Citation], content_id: int) -> Json:
    """Several articles in one picture; a press chooses one, counted from 0."""
    heading = _("{n} articles in the picture", n=len(citations))
    shown = citations[: MOST_BUBBLES - 1]
    bubbles = [
        _choice(citation, content_id=content_id, position=position, all_of_them=len(citations))
        for position, citation in enumerate(shown)
    ]
    if len(citations) <= MOST_AT_ONCE:
        bubbles.append(_choose_all(heading, content_id))
    return drawing.carousel(bubbles, alt=heading)


def read_unreadable(content_id: int) -> Json:
    """Nothing could be read."""
    heading = _("This picture can't be read")
    note = drawing.note(
        heading=heading,
        sentence=_("Try straight on and closer, or type the DOI or title."),
        footer=[drawing.button(_ask_librarian(content_id))],
    )
    return drawing.card(note, alt=heading, quick=[buttons.take_photo(_("Retake"))])


def not_a_citation(content_id: int) -> Json:
    """A picture of something else. Said in 1:1 only; in the group silence is the answer."""
    said = _("No article in this picture yet. Please send the page with the title or the DOI.")
    return drawing.words_only(said, quick=[_ask_librarian(content_id)])


def picture_refused(reason: str) -> Json:
    """The picture is not opened; the reason is one of PictureRefused's."""
    refusals = {
        "type": _("This is not a JPG or PNG picture. Please photograph the screen and send that."),
        "too_big": _(
            "This picture is too big. Please send a smaller one, or a photo of the screen."
        ),
        "too_many_pixels": _(
            "This picture has too many pixels. Please send a smaller one, or a photo of the screen."
        ),
        "locked": _("This PDF is locked with a password. Please send a photo of the screen."),
        "broken": _("This picture can't be opened, perhaps cut short. Please send it again."),
    }
    return drawing.words_only(refusals[reason])


def _asked_for(doc_request: DocumentRequest, heading: str, question: str) -> Json:
    not_this = buttons.press(_("Not this one"), Press.CANCEL, doc_request.number)
    status = buttons.press(_("Status"), Press.STATUS, doc_request.number)
    return drawing.read(
        heading=heading,
        source=article.how_we_know(doc_request),
        body=article.article(words.item_of(doc_request)),
        footer=[drawing.text(question), drawing.button(not_this), drawing.link_button(status)],
    )


def _received(doc_request: DocumentRequest) -> str:
    return _("{no} received", no=doc_request.number)


def _choice(citation: Citation, *, content_id: int, position: int, all_of_them: int) -> Json:
    this = buttons.press(_("Request this"), Press.CHOOSE, content_id, str(position))
    sure = not citation.doubtful
    return drawing.read(
        heading=_("{k} of {n} in the picture", k=position + 1, n=all_of_them),
        source=(_("read from the picture"), PLAIN) if sure else (_("not sure"), DOUBT),
        body=article.article(words.item_in(citation)),
        footer=[drawing.primary_button(this)],
        size="kilo",
    )


def _choose_all(heading: str, content_id: int) -> Json:
    everything = buttons.press(_("Request all"), Press.CHOOSE, content_id, ALL)
    return drawing.note(
        heading=heading,
        sentence=_("Choose what you need."),
        footer=[drawing.button(everything)],
    )


def _ask_librarian(content_id: int) -> Json:
    return buttons.press(_("Ask my librarian"), Press.ASK_LIBRARIAN, content_id)
