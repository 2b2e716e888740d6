"""The whole life of a request in one table. docs/lifecycle.md is drawn from it."""

from enum import StrEnum
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    """Where a request stands, in ISO 18626's words where it has one."""

    UNDER_REVIEW = "UnderReview", _("Your library is checking")
    REQUEST_RECEIVED = "RequestReceived", _("Waiting for a library")
    WILL_SUPPLY = "WillSupply", _("A library is preparing it")
    SUPPLYING = "Supplying", _("On its way")
    COPY_COMPLETED = "CopyCompleted", _("Delivered")
    UNFILLED = "Unfilled", _("No library could supply it")
    CANCELLED = "Cancelled", _("Cancelled")


class Verb(StrEnum):
    """What happens to a request. Each has its file in actions/."""

    PLACE = "place"
    SEND_OUT = "send_out"
    CLAIM = "claim"
    RELEASE = "release"
    LAPSE = "lapse"
    SUPPLY = "supply"
    COMPLETE = "complete"
    FAIL_DELIVERY = "fail_delivery"
    REPORT_PROBLEM = "report_problem"
    CANCEL = "cancel"
    GIVE_UP = "give_up"
    # These are remembered but move nothing.
    CORRECT = "correct"
    ANSWER_NOT_HELD = "answer_not_held"
    NOTE_LOW_DEPOSIT = "note_low_deposit"


class Move(NamedTuple):
    """From any of `starts` to `end`."""

    starts: frozenset[Status]
    end: Status


def _from(*starts: Status, to: Status) -> Move:
    return Move(frozenset(starts), to)


MOVES: dict[Verb, Move] = {
    Verb.SEND_OUT: _from(Status.UNDER_REVIEW, to=Status.REQUEST_RECEIVED),
    Verb.CLAIM: _from(Status.REQUEST_RECEIVED, to=Status.WILL_SUPPLY),
    Verb.RELEASE: _from(Status.WILL_SUPPLY, to=Status.REQUEST_RECEIVED),
    Verb.LAPSE: _from(Status.WILL_SUPPLY, to=Status.REQUEST_RECEIVED),
    Verb.SUPPLY: _from(Status.WILL_SUPPLY, to=Status.SUPPLYING),
    Verb.COMPLETE: _from(Status.SUPPLYING, to=Status.COPY_COMPLETED),
    # The reader's mail was refused: the document now goes out by a link, so it is still on its way.
    Verb.FAIL_DELIVERY: _from(Status.SUPPLYING, to=Status.SUPPLYING),
    Verb.REPORT_PROBLEM: _from(Status.COPY_COMPLETED, to=Status.REQUEST_RECEIVED),
    Verb.CANCEL: _from(
        Status.UNDER_REVIEW, Status.REQUEST_RECEIVED, Status.WILL_SUPPLY, to=Status.CANCELLED
    ),
    Verb.GIVE_UP: _from(Status.REQUEST_RECEIVED, to=Status.UNFILLED),
}

# Where `place` begins: at the home library's desk, or straight in the network.
FIRST = frozenset({Status.UNDER_REVIEW, Status.REQUEST_RECEIVED})
ENDED = frozenset({Status.COPY_COMPLETED, Status.UNFILLED, Status.CANCELLED})
OPEN = frozenset(Status) - ENDED
