"""LINE as a recording: it takes what LineClient sends, checks it as LINE would, and keeps it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from chapwai.line.client import LineError, Sent
from linesim.validation import check_messages

Json = dict[str, Any]


@dataclass(frozen=True)
class Call:
    """One request to LINE: `to` is the chat of a push, `token` that of a reply."""

    messages: list[Json]
    to: str = ""
    token: str = ""
    retry_key: UUID | None = None


@dataclass
class RecordingLine:
    """Has the methods of LineClient. Errors in `failures` are raised by the next calls, in turn."""

    members: int = 3
    contents: dict[str, bytes] = field(default_factory=dict)
    failures: list[LineError] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    loading: list[str] = field(default_factory=list)
    named: int = 0

    def reply(self, token: str, messages: list[Json]) -> list[Sent]:
        return self._take(Call(messages, token=token))

    def push(self, to: str, messages: list[Json], *, retry_key: UUID) -> list[Sent]:
        return self._take(Call(messages, to=to, retry_key=retry_key))

    def show_loading(self, user_id: str) -> None:
        self.loading.append(user_id)

    def member_count(self, group_id: str) -> int:
        return self.members

    @contextmanager
    def content(self, message_id: str) -> Iterator[Iterator[bytes]]:
        if self.failures:
            raise self.failures.pop(0)
        yield iter([self.contents[message_id]])

    @property
    def replies(self) -> list[Call]:
        return [call for call in self.calls if call.token]

    @property
    def pushes(self) -> list[Call]:
        return [call for call in self.calls if call.to]

    def _take(self, call: Call) -> list[Sent]:
        # What is refused was asked for all the same, so it is kept as well.
        self.calls.append(call)
        if self.failures:
            raise self.failures.pop(0)
        assert 1 <= len(call.messages) <= 5
        check_messages(call.messages)
        first, self.named = self.named, self.named + len(call.messages)
        return [Sent(f"9{first + n:05}", f"q{first + n}") for n in range(len(call.messages))]
