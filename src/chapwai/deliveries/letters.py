"""What mails say: text and HTML of the same words, in the language that is spoken right now.

Letters are formal and hold no politeness marks. A reader's own letter may carry the title in its
subject; every other subject carries the number and no title.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.utils import translation

from chapwai.cards import plain_text
from chapwai.cards.graphemes import cut
from chapwai.cards.times import buddhist_year, date
from chapwai.cards.voice import gettext as _
from chapwai.cards.voice import ngettext, without_particle
from chapwai.cards.words import item_of, short_title, source_line, title_line
from chapwai.document_requests.models import DocumentRequest
from chapwai.libraries.models import Language

LONGEST_SUBJECT = 60

# Lines that stand together.
Paragraph = list[str]


class Letter(NamedTuple):
    """A mail as `chapwai.mail` renders it: a subject of one line, then the same words twice."""

    subject: str
    text: str
    html: str


class Section(NamedTuple):
    """The part of a letter that is in one language."""

    language: str
    paragraphs: list[Paragraph]


def reader_delivery(
    doc_request: DocumentRequest,
    *,
    reader_name: str,
    supplied_at: datetime,
    problem_url: str | None = None,
) -> Letter:
    """The mail with the document; `problem_url` is a page where the reader says what is wrong."""

    def paragraphs() -> list[Paragraph]:
        return [
            [_greeting(reader_name)],
            [_("The article you asked for is attached.")],
            _what_it_is(doc_request),
            *_where_to_report(problem_url),
            *_close(doc_request),
        ]

    subject = short_title(item_of(doc_request))
    return _reader_letter(doc_request, subject, paragraphs, supplied_at=supplied_at)


def reader_link(
    doc_request: DocumentRequest,
    *,
    reader_name: str,
    supplied_at: datetime,
    url: str,
    link_until: datetime,
) -> Letter:
    """The mail with a link to the document, which is too big to be attached."""

    def paragraphs() -> list[Paragraph]:
        return [
            [_greeting(reader_name)],
            [_("The file is too big to attach. Open it at {url}", url=url)],
            [_how_long(doc_request, link_until)],
            _what_it_is(doc_request),
            *_close(doc_request),
        ]

    subject = _("Your document is ready")
    return _reader_letter(doc_request, subject, paragraphs, supplied_at=supplied_at)


def notice_letter(doc_request_number: str, message: dict[str, Any]) -> Letter:
    """A card as a mail, for people whom LINE does not reach in time."""
    lines = [without_particle(line) for line in plain_text(message).splitlines()]
    status = _headline(doc_request_number, message, lines)
    section = Section(_language(), [[line] for line in lines])
    return _letter(_subject(doc_request_number, cut(status, LONGEST_SUBJECT)), [section], [])


def attachment_name(doc_request: DocumentRequest) -> str:
    """2569-A123.pdf: the Buddhist year of the request, and its number."""
    return f"{buddhist_year(doc_request.created_at)}-{doc_request.number}.pdf"


def _reader_letter(
    doc_request: DocumentRequest,
    subject: str,
    paragraphs: Callable[[], list[Paragraph]],
    *,
    supplied_at: datetime,
) -> Letter:
    sections = _in_each(_languages(doc_request), paragraphs)
    # The law is the same for everybody, so both languages have it.
    notices = _in_each(
        Language.values, lambda: [[copyright_notice(doc_request, supplied_at=supplied_at)]]
    )
    return _letter(_subject(doc_request.number, subject), sections, notices)


def _languages(doc_request: DocumentRequest) -> list[str]:
    """One, unless the reader is known by an address alone: then Thai, and English below."""
    stranger = doc_request.patron is None and doc_request.patron_email
    return list(Language.values) if stranger else [_language()]


def _in_each(languages: list[str], paragraphs: Callable[[], list[Paragraph]]) -> list[Section]:
    sections = []
    for language in languages:
        with translation.override(language):
            sections.append(Section(language, paragraphs()))
    return sections


def _letter(subject: str, sections: list[Section], notices: list[Section]) -> Letter:
    content = {"language": _language(), "sections": sections, "notices": notices}
    return Letter(
        subject=subject,
        text=render_to_string("deliveries/letter.txt", content).strip() + "\n",
        html=render_to_string("deliveries/letter.html", content),
    )


def _headline(number: str, message: dict[str, Any], lines: list[str]) -> str:
    """The status that a locked phone shows. Any other altText may hold a title, the heading not."""
    alt = message.get("altText", "")
    said = alt if alt.startswith(f"{number} · ") else lines[0]
    return said.removeprefix(number).lstrip(" ·:")


def _language() -> str:
    return translation.get_language() or Language.THAI


def _subject(number: str, rest: str) -> str:
    return f"[{number}] {rest}"


def _greeting(reader_name: str) -> str:
    return _("Dear {name},", name=reader_name) if reader_name else _("Dear reader,")


def _what_it_is(doc_request: DocumentRequest) -> Paragraph:
    item = item_of(doc_request)
    asked = _(
        "Request {no} of {date} · supplied by {sup} through {lib}",
        no=doc_request.number,
        date=date(doc_request.created_at),
        sup=_supplier(doc_request),
        lib=doc_request.requesting_library.short_name,
    )
    return [line for line in (title_line(item), source_line(item), asked) if line]


def _where_to_report(problem_url: str | None) -> list[Paragraph]:
    if not problem_url:
        return []
    return [[_("Wrong article, missing pages, can't open it: {url}", url=problem_url)]]


def _how_long(doc_request: DocumentRequest, until: datetime) -> str:
    return ngettext(
        "Until {date}, {n} download. The link is for you alone.",
        "Until {date}, {n} downloads. The link is for you alone.",
        doc_request.network.link_downloads,
        date=date(until),
    )


def _close(doc_request: DocumentRequest) -> list[Paragraph]:
    library = doc_request.requesting_library.short_name
    return [
        [_("Replies reach your librarian at {lib}.", lib=library)],
        [_("Kind regards,"), _("{lib} Library", lib=library)],
    ]


def copyright_notice(doc_request: DocumentRequest, *, supplied_at: datetime) -> str:
    """The small print that goes with every copy."""
    return _(
        "This copy was made by a librarian under section 34 of the Copyright Act B.E. 2537 (1994), "
        "for research or study and not for profit. Do not copy, change, sell or publish it. "
        "The receiver is responsible for observing copyright law. "
        "· Request {no} · Supplied by {sup} · {date}",
        no=doc_request.number,
        sup=_supplier(doc_request),
        date=date(supplied_at),
    )


def _supplier(doc_request: DocumentRequest) -> str:
    library = doc_request.supplying_library
    return library.short_name if library else ""
