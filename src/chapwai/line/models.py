"""What came from LINE and what goes to it. No library words: `about` is anybody's tag."""

from django.db import models
from django.db.models import Q


class ReceivedEvent(models.Model):
    """One webhook event, kept as it came. Without `processed_at` it still waits to be handled."""

    webhook_event_id = models.CharField(max_length=64, unique=True)
    # Bytes, not jsonb: jsonb refuses \u0000, and one such event would hold up all others.
    payload = models.BinaryField()
    # Chat and person: what one person says in one chat is handled in the order it came.
    conversation = models.CharField(max_length=140)
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    processed_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["conversation", "id"],
                name="events_waiting",
                condition=Q(processed_at=None, failed_at=None),
            )
        ]

    def __str__(self) -> str:
        return self.webhook_event_id


class ReplyToken(models.Model):
    """Permission to speak once in a chat, free of charge, for about a minute."""

    token = models.CharField(max_length=100, primary_key=True)
    chat = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["chat", "expires_at"], name="tokens_live", condition=Q(used_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"token for {self.chat}"


class OutgoingState(models.TextChoices):
    """Where a message to LINE stands."""

    WAITING = "waiting"
    SENDING = "sending"  # with `batch` set; a crash here is settled by the sweep
    SENT = "sent"
    DROPPED = "dropped"  # only worth saying in a reply, and there was no chance to reply
    FAILED = "failed"  # LINE refused it for good


class SentBy(models.TextChoices):
    """The carrier that took a message."""

    REPLY = "reply"
    PUSH = "push"


class OutgoingMessage(models.Model):
    """One message for one chat: leaves with the next free reply, or by push from `push_at` on."""

    chat = models.CharField(max_length=64)
    payload = models.JSONField()
    kind = models.CharField(max_length=40)
    about = models.CharField(max_length=40, blank=True)
    # The kind and subject of an earlier message of ours in this chat that this one quotes.
    quotes_kind = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField()
    # No use after this moment: an answer that came too late to be an answer.
    drop_at = models.DateTimeField(null=True)
    push_at = models.DateTimeField(null=True)
    # How many people a push of this message is counted for.
    push_cost = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=8, choices=OutgoingState, default=OutgoingState.WAITING)
    # Messages that leave together share a batch; LINE takes it as the retry key of a push.
    batch = models.UUIDField(null=True)
    # When a batch that is neither sent nor refused is looked at again (a crash, an outage).
    retry_at = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    sent_by = models.CharField(max_length=5, choices=SentBy, blank=True)
    reply_token = models.CharField(max_length=100, blank=True)
    cost = models.PositiveIntegerField(default=0)
    line_message_id = models.CharField(max_length=64, blank=True)
    quote_token = models.CharField(max_length=200, blank=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["chat", "id"],
                name="messages_unsent",
                condition=Q(state__in=["waiting", "sending"]),
            ),
            models.Index(fields=["about", "kind"], name="messages_about"),
            models.Index(fields=["line_message_id"], name="messages_by_line_id"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.about} to {self.chat}"
