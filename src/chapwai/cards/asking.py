"""The request before the whole network, in the group."""

from chapwai.cards import article, buttons, drawing, words
from chapwai.cards.drawing import Json
from chapwai.cards.postbacks import Press
from chapwai.cards.voice import gettext as _
from chapwai.document_requests.models import DocumentRequest


def request_card(doc_request: DocumentRequest, noes: int = 0, asked: int = 0) -> Json:
    """Who can supply it? From the first "no" on, it says how many of the libraries answered so."""
    library, number = doc_request.requesting_library.short_name, doc_request.number
    item = words.item_of(doc_request)
    bubble = drawing.ask(
        heading=_("{no} · article wanted", no=number),
        library=library,
        body=[*article.article(item), *_answers(noes, asked)],
        footer=[
            drawing.side_by_side(
                drawing.primary_button(buttons.take(_("We have it"), number)),
                drawing.button(buttons.press(_("Don't have"), Press.NO, number)),
            ),
            drawing.hint(_("or type take {no}", no=number)),
        ],
    )
    title = words.title_line(item)
    alt = _("{no} {lib} wants an article: {title}", no=number, lib=library, title=title)
    return drawing.card(bubble, alt=alt)


def _answers(noes: int, asked: int) -> list[Json]:
    if not noes:
        return []
    answered = _("{n} of {all} don't have it", n=noes, all=asked)
    return [drawing.separator(), drawing.fact(_("Answered"), answered)]
