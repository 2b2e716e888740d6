"""Mails as rendered once, and how far each got with each recipient. No library words."""

from django.db import models
from django.db.models import Q


class Mail(models.Model):
    """One mail: its bytes never change, so that a repeated try is the same mail."""

    # What the mail is for; a second mail under the same key is refused by the database.
    key = models.CharField(max_length=80, unique=True)
    message_id = models.CharField(max_length=200, unique=True)
    sender = models.EmailField()
    content = models.BinaryField()
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key


class RecipientState(models.TextChoices):
    """How far a mail got with one recipient. Accepted: by the server; nobody has read it yet."""

    WAITING = "waiting"
    SENDING = "sending"
    ACCEPTED = "accepted"
    REFUSED = "refused"  # for good, by the server's own word
    UNCERTAIN = "uncertain"  # all was sent and the answer was lost: never repeated blindly
    EXPIRED = "expired"  # put off by the server until we gave up


class Recipient(models.Model):
    """One address of one mail, with the last try."""

    mail = models.ForeignKey(Mail, models.CASCADE, related_name="recipients")
    # Why this address gets the mail, such as `reader` or `copy`.
    role = models.CharField(max_length=20)
    address = models.EmailField()
    state = models.CharField(max_length=10, choices=RecipientState, default=RecipientState.WAITING)
    due_at = models.DateTimeField()
    # Counts the tries, and tells a try that has lost its lease that it is no longer the one.
    attempt = models.PositiveIntegerField(default=0)
    body_sent = models.BooleanField(default=False)
    phase = models.CharField(max_length=16, blank=True)
    code = models.PositiveSmallIntegerField(null=True)
    answer = models.CharField(max_length=300, blank=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mail", "address"], name="one_try_at_a_time")
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                name="mails_due",
                condition=Q(state__in=["waiting", "sending"]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} of mail {self.mail_id}"
