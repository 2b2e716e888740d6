"""What was sent in a chat and takes more than a sentence to settle: photos, files, pasted lists."""

from django.db import models
from django.db.models import Q

from chapwai.citations.models import Picture
from chapwai.document_requests.models import DocumentRequest
from chapwai.documents.models import Document


class ContentKind(models.TextChoices):
    """How LINE announced it."""

    PHOTO = "photo"
    FILE = "file"
    TEXT = "text"


class ReceivedContent(models.Model):
    """One photo, file or pasted list. LINE keeps bytes for a while only, so they come at once."""

    message_id = models.CharField(max_length=64, unique=True)
    chat = models.CharField(max_length=64)
    user_id = models.CharField(max_length=64)
    in_group = models.BooleanField()
    kind = models.CharField(max_length=5, choices=ContentKind)
    size = models.PositiveBigIntegerField(default=0)
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)
    # The text that came right with it in the same chat, for a reader's address.
    words = models.TextField(blank=True)
    # The citations that were read, to choose from; as citations/wire.py writes them.
    items = models.JSONField(default=list)
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, related_name="+")
    document = models.ForeignKey(Document, models.SET_NULL, null=True, related_name="+")
    doc_request = models.ForeignKey(DocumentRequest, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["due_at"], name="content_due", condition=Q(done_at=None))]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
