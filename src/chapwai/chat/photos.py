"""A photo becomes a request, a choice between several, or an honest word that it cannot be read."""

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path

from django.conf import settings

from chapwai import cards
from chapwai.chat.ask import offer_several, place
from chapwai.chat.lookup import looked_up_everywhere
from chapwai.chat.models import ReceivedContent
from chapwai.chat.turn import Turn
from chapwai.chat.verdicts import show_state
from chapwai.citations.citation import Citation, PictureRefused, Reading, Verdict
from chapwai.citations.models import Picture
from chapwai.citations.wire import citation_from, citation_to
from chapwai.citations.worker import ReadingCrashed, ReadingTimedOut, ReadingWorker
from chapwai.document_requests.actions.place import Wanted
from chapwai.document_requests.queries import request_made_of
from chapwai.documents.store import Store

LARGEST_PHOTO = 15_000_000


def read(
    turn: Turn, content: ReceivedContent, file: Path, *, reader: ReadingWorker
) -> Callable[[], None]:
    """Read the photo, and give what has to be done about it."""
    if file.stat().st_size > LARGEST_PHOTO:
        return partial(refused, turn, "too_big")
    try:
        reading = looked_up_everywhere(reader.read_photo(file.read_bytes()), now=turn.now)
    except PictureRefused as error:
        return partial(refused, turn, error.reason)
    except (ReadingCrashed, ReadingTimedOut):
        return partial(_unreadable, turn, content)
    return partial(_act, turn, content, reading)


def refused(turn: Turn, reason: str) -> None:
    """Say why the picture was not opened. In the group a picture that is none is no matter."""
    if not turn.in_group:
        turn.tell(cards.picture_refused(reason), kind="picture_refused")


def article_chosen(turn: Turn, content: ReceivedContent, choice: str) -> None:
    """Place a request for the item that was picked, or for all of them."""
    items = [citation_from(item) for item in content.items]
    chosen = items if choice == "all" else [items[int(choice)]] if _is_index(choice, items) else []
    for item in chosen:
        if asked_for := request_made_of(content.picture, item):
            show_state(turn, asked_for)  # the card stays in the chat, and was pressed again
        else:
            place(turn, Wanted(item=item, picture=content.picture, words=content.words))


def help_wanted(turn: Turn, content: ReceivedContent) -> None:
    """A request with nothing but the photo: the librarian reads it."""
    if turn.patron and content.doc_request is None:
        content.doc_request = place(turn, Wanted(item=Citation(), picture=content.picture))
        content.save(update_fields=["doc_request"])


def _act(turn: Turn, content: ReceivedContent, reading: Reading) -> None:
    content.picture = _kept(reading, turn, content)
    match reading.verdict:
        case Verdict.SURE | Verdict.UNSURE if reading.citations:
            wanted = Wanted(item=reading.citations[0], picture=content.picture, words=content.words)
            content.doc_request = place(turn, wanted)
        case Verdict.SEVERAL:
            offer_several(turn, reading.citations, of=content)
        case Verdict.UNREADABLE:
            _unreadable(turn, content)
        case _:
            _no_citation(turn, content)


def _kept(reading: Reading, turn: Turn, content: ReceivedContent) -> Picture:
    """Keep the picture as the reading process re-encoded it, and what was read."""
    picture = Picture(
        received_at=content.received_at,
        read_at=turn.now,
        engine=reading.engine,
        seconds=reading.seconds,
        verdict=reading.verdict,
        items=[citation_to(citation) for citation in reading.citations],
    )
    picture.sha256 = Store(settings.DOCUMENTS_DIR).put(io.BytesIO(reading.picture)).sha256
    picture.save()
    return picture


def _unreadable(turn: Turn, content: ReceivedContent) -> None:
    """In the group nothing is said: most pictures there are not meant for us."""
    if not turn.in_group:
        content.save()
        turn.tell(cards.read_unreadable(content.pk), kind="read_unreadable")


def _no_citation(turn: Turn, content: ReceivedContent) -> None:
    if not turn.in_group:
        content.save()
        turn.tell(cards.not_a_citation(content.pk), kind="not_a_citation")


def _is_index(choice: str, items: list[Citation]) -> bool:
    return choice.isdecimal() and int(choice) < len(items)
