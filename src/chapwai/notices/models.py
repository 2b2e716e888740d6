"""Who was to be told what, and how the word travelled."""

from django.db import models
from django.db.models import Q

from chapwai.document_requests.models import RequestEvent
from chapwai.line.models import OutgoingMessage


class Notice(models.Model):
    """Word to one person or to the group about one event."""

    event = models.ForeignKey(RequestEvent, models.CASCADE, related_name="notices")
    card = models.CharField(max_length=40)
    # Who: `group`, `staff:7`, `patron:3`. Never an address.
    recipient = models.CharField(max_length=40)
    message = models.OneToOneField(
        OutgoingMessage, models.SET_NULL, null=True, related_name="notice"
    )
    # The card as it was drawn, for the mail that may have to carry it.
    content = models.JSONField(null=True)
    # From when on it goes by mail if LINE has not carried it.
    mail_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "card", "recipient"], name="told_once")
        ]
        indexes = [
            models.Index(fields=["mail_at"], name="notices_to_mail", condition=Q(mailed_at=None))
        ]

    def __str__(self) -> str:
        return f"{self.card} to {self.recipient}"
