"""How long what people sent can be fetched, and how soon."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Transcoding = Literal["processing", "succeeded", "failed"]


@dataclass
class ContentLife:
    """The life of every content, in the platform's time. LINE discloses neither figure."""

    ready_after_seconds: float = 0.0
    lasts_seconds: float | None = None
    transcoding_fails: bool = False

    def is_ready(self, *, sent_at: datetime, now: datetime) -> bool:
        """Whether it can be fetched already."""
        return now - sent_at >= timedelta(seconds=self.ready_after_seconds)

    def is_over(self, *, sent_at: datetime, now: datetime) -> bool:
        """Whether it can no longer be fetched."""
        if self.lasts_seconds is None:
            return False
        return now - sent_at >= timedelta(seconds=self.lasts_seconds)

    def transcoding(self, *, sent_at: datetime, now: datetime) -> Transcoding:
        """How far a video or audio is."""
        if not self.is_ready(sent_at=sent_at, now=now):
            return "processing"
        return "failed" if self.transcoding_fails else "succeeded"
