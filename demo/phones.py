"""People at their phones: what they do and what they see, over linesim's HTTP interface."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import httpx

from demo.cast import Person

Json = dict[str, Any]
T = TypeVar("T")
PATIENCE_SECONDS = 45.0
LOOK_EVERY_SECONDS = 0.05


class NothingHappened(Exception):
    """Somebody waited for something that did not come."""


@dataclass(frozen=True)
class Phones:
    """Everybody's phone and mailbox."""

    http: httpx.Client

    def write(self, person: Person, text: str, *, chat: str = "bot", quote: str = "") -> None:
        """Type a text into a chat."""
        order = {"chat": chat, "text": text} | ({"quote": quote} if quote else {})
        self._act(f"/sim/persons/{person.line}/messages", json=order)

    def send(
        self, person: Person, content: bytes, *, name: str, kind: str, chat: str = "bot"
    ) -> None:
        """Send a photo (`image/jpeg`) or drop a file (`application/pdf`)."""
        self._act(
            f"/sim/persons/{person.line}/files",
            params={"chat": chat, "name": name},
            content=content,
            headers={"content-type": kind},
        )

    def tap(self, person: Person, message: Json, label: str) -> Json:
        """Press a button of a message."""
        order = {"messageId": message["id"], "action": label}
        return self._act(f"/sim/persons/{person.line}/tap", json=order)

    def own_chat(self, person: Person) -> list[Json]:
        """A person's chat with the service, the oldest message first."""
        return self._see(f"/sim/chats/{person.line}/bot", "messages")

    def group_chat(self, group: str) -> list[Json]:
        """What everybody in the group sees."""
        return self._see(f"/sim/chats/groups/{group}", "messages")

    def mails(self) -> list[Json]:
        """Every mail that any mail server of this world took."""
        return self._see("/sim/mails", "mails")

    def wait_in_own_chat(self, person: Person, *words: str) -> Json:
        """The newest message of the service in a person's own chat that shows all these words."""
        return self._wait(lambda: self.own_chat(person), words)

    def wait_in_group(self, group: str, *words: str) -> Json:
        """The same in the group."""
        return self._wait(lambda: self.group_chat(group), words)

    def _wait(self, look: Callable[[], list[Json]], words: tuple[str, ...]) -> Json:
        def found() -> Json | None:
            shown = [one for one in look() if all(word in _all_words(one) for word in words)]
            return shown[-1] if shown else None

        return wait_for(found, what=" … ".join(words))

    def _act(self, path: str, **options: Any) -> Json:
        return cast(Json, self.http.post(path, **options).raise_for_status().json())

    def _see(self, path: str, what: str) -> list[Json]:
        return cast(list[Json], self.http.get(path).raise_for_status().json()[what])


def wait_for(look: Callable[[], T | None], *, what: str) -> T:
    """What `look` finds, as soon as it finds it; raises NothingHappened after a while."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (found := look()) is None:
        if time.monotonic() > deadline:
            raise NothingHappened(f"waited {PATIENCE_SECONDS:.0f} s for: {what}")
        time.sleep(LOOK_EVERY_SECONDS)
    return found


def _all_words(message: Json) -> str:
    """Everything written in a message of the service; people's own messages hold nothing."""
    is_ours = message["sender"]["id"] == "bot"
    return json.dumps(message["content"], ensure_ascii=False) if is_ours else ""
