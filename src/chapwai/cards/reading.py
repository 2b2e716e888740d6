"""What was made of a photo or a text."""

from collections.abc import Sequence

from chapwai.cards import article, buttons, drawing, words
from chapwai.cards.drawing import DOUBT, MARKED, MOST_BUBBLES, PLAIN, SOFT, Json, Look
from chapwai.cards.postbacks import Press
from chapwai.cards.voice import gettext as _
from chapwai.citations.citation import Citation
from chapwai.document_requests.models import DocumentRequest
from chapwai.document_requests.question import Question, candidates_of, open_question

ALL = "all"
NOT_SURE = "not_sure"
MOST_AT_ONCE = 5
CANDIDATE_LINES = 2


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
    heading, asked = _received(doc_request), _("Tap if this isn't the one.")
    return drawing.card(_asked_for(doc_request, heading, asked), alt=heading)


def read_unsure(doc_request: DocumentRequest) -> Json:
    """Asked for, with one question to the asker, or with doubts that are the librarian's to clear.

    The question may be answered by typing; its buttons choose a candidate, counted from 0, or
    leave it to the librarian.
    """
    question = open_question(doc_request)
    if question is None:
        heading, asked = _received(doc_request), _("Your librarian will check what is marked ?.")
        return drawing.card(_asked_for(doc_request, heading, asked), alt=heading)
    bubble = drawing.read(
        heading=_("{no} received · one question", no=doc_request.number),
        source=article.how_we_know(doc_request),
        body=[
            *article.article(words.item_of(doc_request)),
            drawing.separator(),
            drawing.text(_asked(question), bold=True),
            *_candidates(doc_request),
        ],
        footer=_answers(doc_request),
    )
    return drawing.card(bubble, alt=_("{no}: one question", no=doc_request.number))


def librarian_decides(doc_request: DocumentRequest) -> Json:
    """The asker is not sure either."""
    return drawing.words_only(
        _("Your librarian will look at {no}. Nothing more to do.", no=doc_request.number)
    )


def read_several(citations: Sequence[Citation], content_id: int) -> Json:
    """Several articles in one picture or text; a press chooses one, counted from 0.

    What the picture points at comes first.
    """
    heading = _("{n} articles found", n=len(citations))
    by_mark = sorted(enumerate(citations), key=lambda entry: not entry[1].is_marked)
    bubbles = [
        _choice(citation, content_id=content_id, position=position, all_of_them=len(citations))
        for position, citation in by_mark[: MOST_BUBBLES - 1]
    ]
    if 1 < len(citations) <= MOST_AT_ONCE:
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


def _asked(question: Question) -> str:
    """The question in words."""
    return {
        Question.WHICH: _("Which one do you mean?"),
        Question.TITLE: _("The title is hard to read. Please type it, or the DOI."),
        Question.YEAR: _("The year is hard to read. Which is it?"),
        Question.VOLUME: _("The volume is hard to read. Which is it?"),
        Question.PAGES: _("The pages are hard to read. Which are they?"),
    }[question]


def _candidates(doc_request: DocumentRequest) -> list[Json]:
    """What may have been meant, numbered as the buttons are."""
    items = [words.item_in(Citation.of(record)) for record in candidates_of(doc_request)]
    rows = [
        [
            drawing.text(f"{number}  {item.title}", size="sm", lines=CANDIDATE_LINES),
            drawing.text(words.source_line(item) or "–", size="sm", color=SOFT),
        ]
        for number, item in enumerate(items, 1)
    ]
    return [line for row in rows for line in row]


def _answers(doc_request: DocumentRequest) -> list[Json]:
    number = doc_request.number
    chosen = [
        drawing.button(
            buttons.press(_("This one: {n}", n=position + 1), Press.MEANT, number, str(position))
        )
        for position in range(len(candidates_of(doc_request)))
    ]
    not_sure = buttons.press(_("Not sure"), Press.MEANT, number, NOT_SURE)
    return [*chosen, drawing.button(not_sure)]


def _choice(citation: Citation, *, content_id: int, position: int, all_of_them: int) -> Json:
    this = buttons.press(_("Request this"), Press.CHOOSE, content_id, str(position))
    return drawing.read(
        heading=_counted(position, all_of_them),
        source=_how_it_looks(citation),
        body=article.article(words.item_in(citation)),
        footer=[drawing.primary_button(this)],
        size="kilo",
    )


def _counted(position: int, all_of_them: int) -> str:
    if all_of_them == 1:
        return _("Is this the article?")
    return _("{k} of {n}", k=position + 1, n=all_of_them)


def _how_it_looks(citation: Citation) -> tuple[str, Look]:
    if citation.is_marked:
        return _("circled"), MARKED
    if citation.doubtful:
        return _("not sure"), DOUBT
    is_typed = "screen" not in citation.origins.values()
    return _("read from the message") if is_typed else _("read from the picture"), PLAIN


def _choose_all(heading: str, content_id: int) -> Json:
    everything = buttons.press(_("Request all"), Press.CHOOSE, content_id, ALL)
    return drawing.note(
        heading=heading,
        sentence=_("Choose what you need."),
        footer=[drawing.button(everything)],
    )


def _ask_librarian(content_id: int) -> Json:
    return buttons.press(_("Ask my librarian"), Press.ASK_LIBRARIAN, content_id)
