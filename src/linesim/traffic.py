"""What crossed the wire: every webhook with its attempts, every call to the API."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from linesim.stream import Stream


@dataclass
class Attempt:
    """One try at delivering a webhook; `outcome` is a status code or what went wrong."""

    at: datetime
    outcome: int | str
    milliseconds: float
    redelivery: bool

    @property
    def succeeded(self) -> bool:
        """Whether the receiver answered 2xx in time."""
        return isinstance(self.outcome, int) and 200 <= self.outcome < 300

    @property
    def reason(self) -> str:
        """What LINE's statistics call this outcome."""
        if self.succeeded:
            return "ok"
        return self.outcome if isinstance(self.outcome, str) else "error_status_code"


@dataclass
class WebhookRecord:
    """One webhook request: its events, and every attempt to deliver them."""

    at: datetime
    url: str
    body: dict[str, Any]
    chat: str
    attempts: list[Attempt] = field(default_factory=list)

    @property
    def event_ids(self) -> list[str]:
        """The ids by which its events can be told from others."""
        return [event["webhookEventId"] for event in self.body["events"]]


@dataclass
class CallRecord:
    """One call to the API."""

    at: datetime
    method: str
    path: str
    status: int
    milliseconds: float
    counted: int
    error: str | None


class Traffic:
    """The record of everything, in order; a cursor tells what changed since."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._records: list[WebhookRecord | CallRecord] = []
        self._changed: dict[int, int] = {}  # number of the record -> change that touched it last
        self._changes = 0

    def add(self, record: WebhookRecord | CallRecord) -> int:
        """Keep a record and return its number."""
        self._records.append(record)
        number = len(self._records)
        self._touch(number)
        return number

    def add_attempt(self, number: int, attempt: Attempt) -> None:
        """Add an attempt to the webhook with this number."""
        record = self._records[number - 1]
        assert isinstance(record, WebhookRecord)  # noqa: S101
        record.attempts.append(attempt)
        self._touch(number)

    def webhooks(self) -> dict[int, WebhookRecord]:
        """All webhooks by number."""
        return {
            number: record
            for number, record in enumerate(self._records, 1)
            if isinstance(record, WebhookRecord)
        }

    def counted(self) -> int:
        """Messages counted against the plan by all calls so far."""
        return sum(record.counted for record in self._records if isinstance(record, CallRecord))

    def since(self, cursor: int) -> dict[str, Any]:
        """Records added or changed after a cursor, newest last, and the next cursor."""
        return {
            "cursor": self._changes,
            "entries": [
                _entry(number, self._records[number - 1])
                for number, change in sorted(self._changed.items())
                if change > cursor
            ],
        }

    def _touch(self, number: int) -> None:
        self._changes += 1
        self._changed[number] = self._changes
        self._stream.publish("traffic", cursor=self._changes)


def _entry(number: int, record: WebhookRecord | CallRecord) -> dict[str, Any]:
    kind = "webhook" if isinstance(record, WebhookRecord) else "call"
    entry = asdict(record) | {"n": number, "kind": kind, "at": record.at.isoformat()}
    if isinstance(record, WebhookRecord):
        entry["ids"] = record.event_ids
        entry["attempts"] = [
            asdict(attempt) | {"at": attempt.at.isoformat()} for attempt in record.attempts
        ]
    return entry
