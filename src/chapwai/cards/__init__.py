"""What people see in LINE: each function draws one message for one occasion.

with cards.tone(language="th", voice="kha"):
    message = cards.request_card(doc_request)
"""

from chapwai.cards.asking import request_card
from chapwai.cards.claims import (
    cancelled,
    claim_refused_for_now,
    lapsed_yours,
    no_longer_open,
    no_recorded,
    own_request,
    please_send_document,
    released,
    request_taken,
)
from chapwai.cards.delivery import (
    delivered_link,
    delivered_requester,
    document_delivered,
    document_mailed,
    mail_refused,
    mail_refused_reader,
    supplier_thanks,
)
from chapwai.cards.deposits import Deposit, balance, deposit_too_low
from chapwai.cards.files import file_refused, file_taken, nothing_claimed, which_request
from chapwai.cards.help import help_librarian, help_reader, kept_for_later, not_understood
from chapwai.cards.in_words import plain_text
from chapwai.cards.not_supplied import unfilled, unfilled_reader
from chapwai.cards.overviews import my_requests, open_requests
from chapwai.cards.postbacks import Postback, Press, postback, read_postback
from chapwai.cards.problems import problem_noted, problem_reported_supplier
from chapwai.cards.reading import (
    librarian_decides,
    not_a_citation,
    picture_refused,
    read_several,
    read_sure,
    read_unreadable,
    read_unsure,
    reading_takes_longer,
)
from chapwai.cards.request_state import (
    closed_and_filed,
    duplicate,
    needs_approval,
    request_cancelled,
    sent_to_network,
    state_now,
)
from chapwai.cards.review import review_request, sent_out
from chapwai.cards.voice import tone
from chapwai.cards.welcome import not_registered, unknown_reader, welcome_reader

__all__ = [
    "Deposit",
    "Postback",
    "Press",
    "balance",
    "cancelled",
    "claim_refused_for_now",
    "closed_and_filed",
    "delivered_link",
    "delivered_requester",
    "deposit_too_low",
    "document_delivered",
    "document_mailed",
    "duplicate",
    "file_refused",
    "file_taken",
    "help_librarian",
    "help_reader",
    "kept_for_later",
    "lapsed_yours",
    "librarian_decides",
    "mail_refused",
    "mail_refused_reader",
    "my_requests",
    "needs_approval",
    "no_longer_open",
    "no_recorded",
    "not_a_citation",
    "not_registered",
    "not_understood",
    "nothing_claimed",
    "open_requests",
    "own_request",
    "picture_refused",
    "plain_text",
    "please_send_document",
    "postback",
    "problem_noted",
    "problem_reported_supplier",
    "read_postback",
    "read_several",
    "read_sure",
    "read_unreadable",
    "read_unsure",
    "reading_takes_longer",
    "released",
    "request_cancelled",
    "request_card",
    "request_taken",
    "review_request",
    "sent_out",
    "sent_to_network",
    "state_now",
    "supplier_thanks",
    "tone",
    "unfilled",
    "unfilled_reader",
    "unknown_reader",
    "welcome_reader",
    "which_request",
]
