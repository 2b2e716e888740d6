"""The one question that is worth asking about a request: what tells articles apart is not clear."""

from enum import StrEnum

from chapwai.citations.record import Record
from chapwai.citations.wire import record_from
from chapwai.document_requests.models import DocumentRequest

# More would not fit a card, and whoever reads it would not compare them.
MOST_CANDIDATES = 3


class Question(StrEnum):
    """What the asker can say in one tap or one line."""

    WHICH = "which"  # which of the candidates
    TITLE = "title"  # the title, or better the DOI
    YEAR = "year"
    VOLUME = "volume"
    PAGES = "pages"


def open_question(doc_request: DocumentRequest) -> Question | None:
    """The question to ask; None where the article is certain, whatever else may be doubtful."""
    if doc_request.candidates:
        return Question.WHICH
    if _is_identified(doc_request):
        return None
    if not doc_request.title_of_component or "title" in doc_request.doubtful:
        return Question.TITLE
    numbers = (Question.YEAR, Question.VOLUME, Question.PAGES)
    return next((number for number in numbers if number in doc_request.doubtful), None)


def candidates_of(doc_request: DocumentRequest) -> list[Record]:
    """The records to choose from, best first; at most as many as a card shows."""
    return [record_from(values) for values in doc_request.candidates[:MOST_CANDIDATES]]


def _is_identified(doc_request: DocumentRequest) -> bool:
    sure = {"doi", "pmid"} - set(doc_request.doubtful)
    return any(getattr(doc_request, name) for name in sure)
