"""An article on a card: what is sure in plain type, what is doubtful set off and marked "?"."""

from chapwai.cards import words
from chapwai.cards.drawing import DOUBT, INK, PLAIN, SOFT, Json, Look, box, text
from chapwai.cards.voice import gettext as _
from chapwai.cards.words import Item
from chapwai.document_requests.models import DocumentRequest

TITLE_LINES = 4
_IN_SOURCE = frozenset({"journal", "year", "volume", "issue", "pages"})


def article(item: Item) -> list[Json]:
    """Title, authors, source and identifiers, as far as they are known."""
    return [
        _title(item),
        *_line(item.authors, size="sm", doubtful="authors" in item.doubtful),
        *_line(words.source_line(item), size="sm", doubtful=bool(_IN_SOURCE & item.doubtful)),
        *_line(
            words.identifier_line(item), size="xs", doubtful=bool({"doi", "pmid"} & item.doubtful)
        ),
    ]


def how_we_know(doc_request: DocumentRequest) -> tuple[str, Look]:
    """Where the description of a request comes from, as the words and look of a chip."""
    if doc_request.doubtful:
        return _("not sure"), DOUBT
    if doc_request.picture_id:
        return _("read from the picture"), PLAIN
    return _("read from the message"), PLAIN


def _title(item: Item) -> Json:
    title, doubtful = words.title_line(item), "title" in item.doubtful
    shown = f"{title} ?" if doubtful else title
    return _set_off(text(shown, bold=True, lines=TITLE_LINES), doubtful=doubtful)


def _line(said: str, *, size: str, doubtful: bool) -> list[Json]:
    """The line, or nothing for nothing: LINE refuses an empty text."""
    if not said:
        return []
    return [_set_off(text(said, size=size, color=INK if doubtful else SOFT), doubtful=doubtful)]


def _set_off(line: Json, *, doubtful: bool) -> Json:
    if not doubtful:
        return line
    return box("vertical", [line], background=DOUBT.tint, paddingAll="4px")
