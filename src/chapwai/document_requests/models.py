"""Requests, what happened to them, who answered what, and each attempt to supply."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeAlias

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chapwai.citations.models import Picture
from chapwai.document_requests.lifecycle import MOVES, OPEN, Status, Verb
from chapwai.documents.models import Document
from chapwai.libraries.models import Library, Network, Patron, Staff
from chapwai.mail.models import Mail

# Who did it; nobody in particular means the service itself (a timer, an answer from a mail server).
Actor: TypeAlias = Staff | Patron | None


class MoveRefused(Exception):
    """The request is not where this move starts: someone else moved it first."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or type(self).__doc__)


class DocumentRequest(models.Model):
    """One wanted article. The item's fields have ISO 18626's names (title = the journal)."""

    number = models.CharField(max_length=8, unique=True)
    network = models.ForeignKey(Network, models.PROTECT, related_name="document_requests")
    requesting_library = models.ForeignKey(Library, models.PROTECT, related_name="requests_made")
    # The reader, if there is one; without address the document goes out through the librarian.
    patron = models.ForeignKey(Patron, models.PROTECT, null=True, related_name="requests_made")
    # An address that a librarian wrote beside the photo; more exact than the reader's record.
    patron_email = models.EmailField(blank=True)
    # The librarian who answers for it at home: posted it, sent it out, or neither yet.
    requested_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")

    title_of_component = models.TextField(blank=True)
    author_of_component = models.TextField(blank=True)
    title = models.TextField(blank=True)
    publication_year = models.CharField(max_length=4, blank=True)
    volume = models.CharField(max_length=40, blank=True)
    issue = models.CharField(max_length=40, blank=True)
    pages_requested = models.CharField(max_length=60, blank=True)
    doi = models.CharField(max_length=300, blank=True)
    pmid = models.CharField(max_length=12, blank=True)
    confidence = models.FloatField(default=0)
    # Names of fields that were read but are doubtful.
    doubtful = models.JSONField(default=list)
    # Where each field came from: the screen, the asker, a record.
    origins = models.JSONField(default=dict)
    # Records that may be the article that was meant, best first; the asker can choose one.
    candidates = models.JSONField(default=list)
    # What the request was made from: the reader's own photo or words.
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, related_name="+")
    citation = models.TextField(blank=True)

    status = models.CharField(max_length=20, choices=Status)
    supplying_library = models.ForeignKey(
        Library, models.PROTECT, null=True, related_name="requests_supplied"
    )
    supply = models.ForeignKey("Supply", models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    # When the service acts by itself: the end of a claim, or the end of waiting for one.
    due_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["network", "-created_at"],
                name="requests_open",
                condition=Q(status__in=OPEN),
            ),
            models.Index(fields=["due_at"], name="requests_due", condition=Q(status__in=OPEN)),
            models.Index(
                fields=["requesting_library", "-created_at", "-id"], name="requests_history"
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="status_is_known"),
            models.CheckConstraint(
                condition=~Q(status__in=["WillSupply", "Supplying", "CopyCompleted"])
                | Q(supply__isnull=False, supplying_library__isnull=False),
                name="supplied_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(supplying_library=None) | ~Q(supplying_library=F("requesting_library")),
                name="nobody_supplies_the_own_request",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @transaction.atomic
    def move(
        self,
        verb: Verb,
        *,
        by: Actor,
        now: datetime,
        if_still: Q | None = None,
        about: Supply | None = None,
        data: dict[str, Any] | None = None,
        **changes: Any,
    ) -> RequestEvent:
        """Make one lifecycle move and record it, or raise MoveRefused.

        One UPDATE both checks and sets the status, so of two people who act at the same moment
        exactly one succeeds. Nothing else in the house writes `status`. `about` is the supply
        that the event concerns when the move parts the request from it.
        """
        starts, end = MOVES[verb]
        here = DocumentRequest.objects.filter(if_still or Q(), pk=self.pk, status__in=starts)
        if not here.update(status=end, **changes):
            raise MoveRefused(f"cannot {verb} {self}")
        self.refresh_from_db()
        return self.record(verb, by=by, now=now, about=about, data=data)

    def record(
        self,
        verb: Verb,
        *,
        by: Actor,
        now: datetime,
        about: Supply | None = None,
        data: dict[str, Any] | None = None,
    ) -> RequestEvent:
        """Remember what happened. Everything that anybody is told is read from this row."""
        return self.events.create(
            verb=verb,
            status=self.status,
            staff=by if isinstance(by, Staff) else None,
            patron=by if isinstance(by, Patron) else None,
            supply_id=about.pk if about else self.supply_id,
            at=now,
            data=data or {},
        )


class RequestEvent(models.Model):
    """What happened to a request: history, notices and reports all read these rows."""

    doc_request = models.ForeignKey(DocumentRequest, models.CASCADE, related_name="events")
    verb = models.CharField(max_length=20, choices=[(verb, verb) for verb in Verb])
    status = models.CharField(max_length=20, choices=Status)
    staff = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    patron = models.ForeignKey(Patron, models.PROTECT, null=True, related_name="+")
    # The supply it was about: the claim that was released is no longer the request's own.
    supply = models.ForeignKey("Supply", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    # Codes and ids only, never words for people and never anything about the reader.
    data = models.JSONField(default=dict)
    # Set by the notices once everybody concerned has been thought of.
    told_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["doc_request", "id"], name="events_of_request"),
            models.Index(fields=["id"], name="events_untold", condition=Q(told_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.doc_request_id}"


class Delivery(models.TextChoices):
    """How the document reaches the reader."""

    MAIL = "mail", _("by e-mail")
    LINK = "link", _("by a link")


class Supply(models.Model):
    """One library's attempt to supply one request, from its claim on. Charges refer to it."""

    doc_request = models.ForeignKey(DocumentRequest, models.CASCADE, related_name="supplies")
    library = models.ForeignKey(Library, models.PROTECT, related_name="supplies")
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    # Satang, as the price stood when the library claimed.
    price_amount = models.PositiveBigIntegerField()
    claimed_at = models.DateTimeField()
    lease_until = models.DateTimeField()
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    delivery = models.CharField(max_length=4, choices=Delivery, blank=True)
    # The one mail that carries the document, once it is rendered.
    mail = models.OneToOneField(Mail, models.PROTECT, null=True, related_name="+")
    supplied_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    # How it ended without delivery, or why a delivered document was sent back; a verb.
    ended_by = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["doc_request"],
                condition=Q(ended_by=""),
                name="one_library_supplies_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"supply {self.pk}"

    @property
    def link_name(self) -> str:
        """What a link to the document is for, in the words of `documents`."""
        return f"supply:{self.pk}"


class ReasonUnfilled(models.TextChoices):
    """Why a library cannot supply: open codes of ISO 18626."""

    NOT_HELD = "NotHeld", _("not held")
    NOT_ON_SHELF = "NotOnShelf", _("not on the shelf")
    LICENCE = "LicenseRestrictions", _("the licence forbids it")
    EMBARGO = "Embargo", _("under embargo")


class Answer(models.Model):
    """A library said that it cannot supply. The latest word of a library counts."""

    doc_request = models.ForeignKey(DocumentRequest, models.CASCADE, related_name="answers")
    library = models.ForeignKey(Library, models.PROTECT, related_name="answers")
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    reason = models.CharField(
        max_length=24, choices=ReasonUnfilled, default=ReasonUnfilled.NOT_HELD
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["doc_request", "library"], name="one_answer_a_library")
        ]

    def __str__(self) -> str:
        return f"{self.library_id}: {self.reason}"
