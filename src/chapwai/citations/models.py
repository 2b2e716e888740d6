"""Photos that people sent, and what was read in them."""

from django.db import models


class Picture(models.Model):
    """One photo: the re-encoded picture in the store, and what the reading made of it."""

    sha256 = models.CharField(max_length=64)
    received_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    engine = models.CharField(max_length=40, blank=True)
    seconds = models.FloatField(null=True)
    verdict = models.CharField(max_length=20, blank=True)
    # One object an item, in the shape of reference reading: title, authors, journal, …
    items = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"picture {self.pk}"
