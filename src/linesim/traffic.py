"""What crossed the wire: every webhook with its attempts, every call to the API."""

from collections import Counter
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

    @property
    def event_types(self) -> list[str]:
        """What kinds of event it carries."""
        return [event["type"] for event in self.body["events"]]

    @property
    def delivered(self) -> bool:
        """Whether any attempt was taken."""
        return any(attempt.succeeded for attempt in self.attempts)


@dataclass
class Said:
    """What one side of a call said; bytes that are no text are not kept."""

    headers: dict[str, str]
    text: str | None
    size: int


@dataclass
class CallRecord:
    """One call to the API. Status 0 means that the caller never got an answer."""

    at: datetime
    method: str
    path: str
    status: int
    milliseconds: float
    counted: int
    error: str | None
    request: Said
    answer: Said
    failure: str | None = None  # the kind of failure that a rule made of it

    @property
    def endpoint(self) -> str:
        """Method and path, without the query."""
        return f"{self.method} {self.path.partition('?')[0]}"


Record = WebhookRecord | CallRecord


class Traffic:
    """The record of everything, in order; a cursor tells what changed since."""

    def __init__(self, stream: Stream, *, keep: int) -> None:
        """Keep the latest so many records; sums go on over all of them."""
        self._stream = stream
        self._keep = keep
        self._records: dict[int, Record] = {}
        self._changed: dict[int, int] = {}  # number of the record -> change that touched it last
        self._changes = 0
        self._last = 0
        self._counted = 0
        self._outcomes: Counter[str] = Counter()

    def add(self, record: Record) -> int:
        """Keep a record and return its number."""
        self._last += 1
        self._records[self._last] = record
        if isinstance(record, CallRecord):
            self._counted += record.counted
        self._touch(self._last)
        self._forget_oldest()
        return self._last

    def add_attempt(self, number: int, attempt: Attempt) -> None:
        """Add an attempt to the webhook with this number."""
        self._outcomes[attempt.reason] += 1
        record = self._records.get(number)
        if isinstance(record, WebhookRecord):
            record.attempts.append(attempt)
            self._touch(number)

    @property
    def last(self) -> int:
        """The number of the latest record, 0 before the first."""
        return self._last

    def records(self, *, after: int = 0, until: int | None = None) -> list[Record]:
        """The records after one number and up to another, oldest first."""
        last = self._last if until is None else until
        # A copy, since whoever asks may stand in another thread.
        return [record for number, record in list(self._records.items()) if after < number <= last]

    def webhooks(self) -> dict[int, WebhookRecord]:
        """All webhooks by number."""
        return {
            number: record
            for number, record in self._records.items()
            if isinstance(record, WebhookRecord)
        }

    def counted(self) -> int:
        """Messages counted against the plan by all calls so far."""
        return self._counted

    def outcomes(self) -> dict[str, int]:
        """How many attempts at delivery ended in which way."""
        return dict(self._outcomes)

    def since(self, cursor: int) -> dict[str, Any]:
        """Records added or changed after a cursor, newest last, and the next cursor."""
        return {
            "cursor": self._changes,
            "entries": [
                _entry(number, self._records[number])
                for number, change in sorted(self._changed.items())
                if change > cursor
            ],
        }

    def _touch(self, number: int) -> None:
        self._changes += 1
        self._changed[number] = self._changes
        self._stream.publish("traffic", cursor=self._changes)

    def _forget_oldest(self) -> None:
        while len(self._records) > self._keep:
            oldest = next(iter(self._records))
            del self._records[oldest], self._changed[oldest]


def _entry(number: int, record: Record) -> dict[str, Any]:
    kind = "webhook" if isinstance(record, WebhookRecord) else "call"
    entry = asdict(record) | {"n": number, "kind": kind, "at": record.at.isoformat()}
    if isinstance(record, WebhookRecord):
        entry["ids"] = record.event_ids
        entry["attempts"] = [
            asdict(attempt) | {"at": attempt.at.isoformat()} for attempt in record.attempts
        ]
    return entry
