"""A library takes a request, gives it back, or comes too late. Group answers are lines of text."""

from datetime import datetime

from chapwai.cards import article, buttons, drawing, times, words
from chapwai.cards.drawing import Json
from chapwai.cards.postbacks import Press
from chapwai.cards.state_card import status_alt, supplier_name
from chapwai.cards.voice import gettext as _
from chapwai.document_requests.lifecycle import OPEN, Status
from chapwai.document_requests.models import DocumentRequest, ReasonUnfilled


def request_taken(
    doc_request: DocumentRequest,
    mention: str | None,
    with_instructions: bool,
    lease_until: datetime,
) -> Json:
    """To the group: somebody has it. `mention` is the LINE id of whoever asked for it."""
    said = (
        _with_instructions(doc_request, lease_until)
        if with_instructions
        else _(
            "✅ {no}: {sup} has it. Thank you.",
            no=doc_request.number,
            sup=supplier_name(doc_request),
        )
    )
    return _mentioning(mention, said) if mention else drawing.words_only(said)


def please_send_document(doc_request: DocumentRequest, lease_until: datetime) -> Json:
    """To the librarian who took it, 1:1: how to go on."""
    number = doc_request.number
    give_back = buttons.press(_("Give it back"), Press.RELEASE, number)
    bubble = drawing.ask(
        heading=_("{no} is yours", no=number),
        library=doc_request.requesting_library.short_name,
        body=[
            *article.article(words.item_of(doc_request)),
            drawing.separator(),
            drawing.text(_how_to_send(lease_until)),
        ],
        footer=[drawing.button(give_back), drawing.hint(_("or type back {no}", no=number))],
    )
    return drawing.card(bubble, alt=status_alt(doc_request))


def no_longer_open(doc_request: DocumentRequest) -> Json:
    """Too late: somebody has it, or it is no longer wanted."""
    if doc_request.status in OPEN and doc_request.supplying_library:
        said = _(
            "{sup} took {no} just before. Thank you for helping.",
            sup=supplier_name(doc_request),
            no=doc_request.number,
        )
    else:
        status = Status(doc_request.status).label
        said = _("{no}: {status}. Thank you for helping.", no=doc_request.number, status=status)
    return drawing.words_only(said)


def own_request(doc_request: DocumentRequest) -> Json:
    """A library tried to take what it asks for itself."""
    library = doc_request.requesting_library.short_name
    said = _("{no} is {lib}'s own request. Others will answer.", no=doc_request.number, lib=library)
    status = buttons.press(_("Status"), Press.STATUS, doc_request.number)
    return drawing.words_only(said, quick=[status])


def claim_refused_for_now(doc_request: DocumentRequest) -> Json:
    """The deposit does not reach; money is no word for the group."""
    return drawing.words_only(
        _(
            "{no} can't be taken just now. {lib} has been told. Thank you for helping.",
            no=doc_request.number,
            lib=doc_request.requesting_library.short_name,
        )
    )


def no_recorded(doc_request: DocumentRequest) -> Json:
    """A "no" is an answer and is thanked for; the reason may be added."""
    labels = {
        ReasonUnfilled.NOT_HELD: _("Not held"),
        ReasonUnfilled.NOT_ON_SHELF: _("Not on shelf"),
        ReasonUnfilled.LICENCE: _("Licence"),
        ReasonUnfilled.EMBARGO: _("Embargo"),
    }
    reasons = [
        buttons.press(label, Press.NO, doc_request.number, reason)
        for reason, label in labels.items()
    ]
    return drawing.words_only(_("Noted: don't have it. Thank you."), quick=reasons)


def released(doc_request: DocumentRequest) -> Json:
    """To the group: open again, no word who or why."""
    return drawing.words_only(
        _("{no} is open again. Whoever has it, please take it.", no=doc_request.number)
    )


def lapsed_yours(doc_request: DocumentRequest) -> Json:
    """To the librarian whose time has run out."""
    said = _(
        "The time for {no} has run out, so others may help. "
        "If you have found it, you can still send it: take it again.",
        no=doc_request.number,
    )
    return drawing.words_only(said, quick=[buttons.take(_("Take it again"), doc_request.number)])


def cancelled(doc_request: DocumentRequest) -> Json:
    """To those who were looking: no longer wanted."""
    return drawing.words_only(
        _(
            "{no} is called off. No file needed. Thank you for looking.",
            no=doc_request.number,
        )
    )


def _how_to_send(lease_until: datetime) -> str:
    return _(
        "Drop the PDF or scans in your own chat with Chapwai. Kept for you until {when}.",
        when=times.near(lease_until),
    )


def _with_instructions(doc_request: DocumentRequest, lease_until: datetime) -> str:
    """Both in one phrase, because a message is polite once, at its end."""
    return _(
        "✅ {no}: {sup} has it. Thank you.\n"
        "Drop the PDF or scans in your own chat with Chapwai. Kept for you until {when}.",
        no=doc_request.number,
        sup=supplier_name(doc_request),
        when=times.near(lease_until),
    )


def _mentioning(line_user_id: str, said: str) -> Json:
    """The line behind a mention. LINE reads braces as placeholders, so those of names double."""
    escaped = said.replace("{", "{{").replace("}", "}}")
    mentionee = {"type": "user", "userId": line_user_id}
    return {
        "type": "textV2",
        "text": f"{{asker}} {escaped}",
        "substitution": {"asker": {"type": "mention", "mentionee": mentionee}},
    }
