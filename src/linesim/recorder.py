"""Ask afterwards what happened, and insist on what should have."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from linesim.traffic import CallRecord, Record, Traffic, WebhookRecord


class NotAsExpected(AssertionError):
    """Something else crossed the wire than was expected."""


@dataclass
class Story:
    """Everything that crossed the wire after one mark, up to another if the story has ended."""

    traffic: Traffic
    mark: int = 0
    end: int | None = None

    @property
    def counted(self) -> int:
        """Messages counted against the plan."""
        return sum(call.counted for call in self.calls())

    def calls(self, endpoint: str | None = None) -> list[CallRecord]:
        """All calls, or those to one endpoint, as in "POST /v2/bot/message/push"."""
        return [
            record
            for record in self._records()
            if isinstance(record, CallRecord) and endpoint in (None, record.endpoint)
        ]

    def webhooks(self, event_type: str | None = None) -> list[WebhookRecord]:
        """All webhooks, or those that carry an event of one type."""
        return [
            record
            for record in self._records()
            if isinstance(record, WebhookRecord)
            and (event_type is None or event_type in record.event_types)
        ]

    def calls_by_endpoint(self) -> dict[str, int]:
        """How often each endpoint was called."""
        return dict(Counter(call.endpoint for call in self.calls()))

    def events_by_type(self) -> dict[str, int]:
        """How many events of each type were sent to the bot."""
        return dict(Counter(kind for webhook in self.webhooks() for kind in webhook.event_types))

    def check(
        self,
        *,
        counted: int | None = None,
        calls: dict[str, int] | None = None,
        webhooks: dict[str, int] | None = None,
    ) -> None:
        """Raise NotAsExpected, naming every difference; what is not asked about may be anything.

        `calls` counts by endpoint, `webhooks` counts events by type.
        """
        wanted = {"counted messages": counted} if counted is not None else {}
        wanted |= (calls or {}) | (webhooks or {})
        got = {"counted messages": self.counted} | self.calls_by_endpoint() | self.events_by_type()
        differences = [
            f"{name}: expected {number}, got {got.get(name, 0)}"
            for name, number in wanted.items()
            if got.get(name, 0) != number
        ]
        if differences:
            raise NotAsExpected("; ".join(differences))

    def _records(self) -> list[Record]:
        return self.traffic.records(after=self.mark, until=self.end)


class Recorder:
    """The whole record, and the stories in it."""

    def __init__(self, traffic: Traffic) -> None:
        self._traffic = traffic

    @property
    def mark(self) -> int:
        """This moment, to ask later what happened since."""
        return self._traffic.last

    def since(self, mark: int = 0) -> Story:
        """Everything after a mark; everything at all without one."""
        return Story(self._traffic, mark)

    @contextmanager
    def story(self) -> Iterator[Story]:
        """What happens inside the `with` block."""
        story = self.since(self.mark)
        try:
            yield story
        finally:
            story.end = self.mark
