"""Something is wrong with the document that was delivered."""

from chapwai.cards import buttons, drawing, words
from chapwai.cards.drawing import Json
from chapwai.cards.postbacks import Press
from chapwai.cards.state_card import status_alt
from chapwai.cards.voice import gettext as _
from chapwai.document_requests.actions.report_problem import Problem
from chapwai.document_requests.models import DocumentRequest


def report_buttons(doc_request: DocumentRequest) -> list[Json]:
    """Under a delivered document: one press says what is wrong."""
    labels = {
        Problem.WRONG_ARTICLE: _("Wrong one"),
        Problem.PAGES_MISSING: _("Pages gone"),
        Problem.UNREADABLE: _("Unreadable"),
        Problem.CANNOT_OPEN: _("Can't open"),
    }
    first, second, third, fourth = (
        drawing.link_button(buttons.press(label, Press.PROBLEM, doc_request.number, problem))
        for problem, label in labels.items()
    )
    return [
        drawing.hint(_("Something wrong? Tap what it is:")),
        drawing.side_by_side(first, second),
        drawing.side_by_side(third, fourth),
    ]


def problem_noted(doc_request: DocumentRequest) -> Json:
    """To the reader who reported it."""
    return drawing.words_only(
        _(
            "{no} noted. A new file is being asked for. Sorry for the wait.",
            no=doc_request.number,
        )
    )


def problem_reported_supplier(doc_request: DocumentRequest, problem: str, amount: int) -> Json:
    """To the library that supplied it; `amount` in satang went back to the deposit."""
    reason = Problem(problem).label
    values = {"reason": reason, "amount": words.money(amount)}
    sentence = (
        _(
            "The reader says: {reason}. {amount} went back. Take it again to send a new one.",
            **values,
        )
        if amount
        else _("The reader says: {reason}. Take it again to send a new one.", reason=reason)
    )
    again = buttons.take(_("Take it again"), doc_request.number)
    note = drawing.note(
        heading=_("{no}: a new file, please", no=doc_request.number),
        sentence=sentence,
        footer=[drawing.primary_button(again)],
    )
    return drawing.card(note, alt=status_alt(doc_request))
