"""A platform in a thread, and ways to play the people on it."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from linesim.recorder import Recorder
from linesim.serving import Addresses, Server
from linesim.simulator import Simulator
from linesim.world import Channel, World

LONGEST_START_SECONDS = 20.0
LOOK_AGAIN_SECONDS = 0.005


class NeverQuiet(TimeoutError):
    """Webhooks were still under way when the time was up."""


class Phone:
    """One person, as the control API lets us play them."""

    def __init__(self, control: httpx.Client, person: str) -> None:
        self._control = control
        self._person = person

    def does(self, verb: str, **order: Any) -> dict[str, Any]:
        """Anything under /sim/persons/{person}/, as in `does("block")`; returns the answer.

        Raises httpx.HTTPStatusError for what LINE does not let anybody do.
        """
        return self._answer(self._control.post(f"/persons/{self._person}/{verb}", json=order))

    def says(self, text: str, *, chat: str = "bot", **more: Any) -> str:
        """Send a text to the account or into a group; returns the message's id."""
        return str(self.does("messages", chat=chat, text=text, **more)["messageId"])

    def sends(self, data: bytes, *, name: str, media_type: str, chat: str = "bot") -> str:
        """Send a photo, video, audio or file; returns the message's id."""
        answer = self._control.post(
            f"/persons/{self._person}/files",
            content=data,
            params={"chat": chat, "name": name},
            headers={"content-type": media_type},
        )
        return str(self._answer(answer)["messageId"])

    def taps(self, action: str, *, on: str, value: str | None = None) -> dict[str, Any]:
        """Press the button with this label on the message with this id; returns what it did."""
        return self.does("tap", messageId=on, action=action, value=value)

    def shows(self, *, group: str | None = None) -> list[dict[str, Any]]:
        """The messages of the chat with the account, or of a group, oldest first."""
        path = f"/chats/groups/{group}" if group else f"/chats/{self._person}/bot"
        messages: list[dict[str, Any]] = self._answer(self._control.get(path))["messages"]
        return messages

    @staticmethod
    def _answer(answer: httpx.Response) -> dict[str, Any]:
        answer.raise_for_status()
        told: dict[str, Any] = answer.json()
        return told


class RunningPlatform:
    """A platform that answers at `url` and can be looked into from the same program."""

    def __init__(self, simulator: Simulator, addresses: Addresses, control: httpx.Client) -> None:
        self.simulator = simulator
        self.url = addresses.url
        self.smtp_port = addresses.smtp_port
        self._control = control

    @property
    def world(self) -> World:
        """Everybody and everything."""
        return self.simulator.world

    @property
    def channel(self) -> Channel:
        """The channel, with its secret and access token."""
        return self.simulator.world.channel

    @property
    def recorder(self) -> Recorder:
        """What crossed the wire."""
        return self.simulator.recorder

    def phone(self, person: str) -> Phone:
        """Play a person, by id or name."""
        return Phone(self._control, self.world.person(person).id)

    def advance(self, *, seconds: float) -> None:
        """Move the platform's time forward."""
        self.simulator.clock.advance(seconds=seconds)

    def wait_until_quiet(self, *, timeout_seconds: float = 10.0) -> None:
        """Wait until every webhook is delivered or given up, or raise NeverQuiet."""
        deadline = time.monotonic() + timeout_seconds
        while not self.simulator.webhooks.are_quiet:
            if time.monotonic() > deadline:
                raise NeverQuiet(NeverQuiet.__doc__)
            time.sleep(LOOK_AGAIN_SECONDS)


@contextmanager
def running(simulator: Simulator, *, mailbox: bool = False) -> Iterator[RunningPlatform]:
    """Serve a platform on a free port of this machine for as long as the block lasts."""
    ready = threading.Event()
    addresses: list[Addresses] = []

    def note(found: Addresses) -> None:
        addresses.append(found)
        ready.set()

    smtp_port = 0 if mailbox else None
    server = Server(simulator, host="127.0.0.1", port=0, smtp_port=smtp_port, on_ready=note)
    thread = threading.Thread(target=lambda: asyncio.run(server.run_until_stopped()))
    thread.start()
    try:
        if not ready.wait(LONGEST_START_SECONDS):
            raise TimeoutError("linesim did not start")
        with httpx.Client(base_url=f"{addresses[0].url}/sim", trust_env=False) as control:
            yield RunningPlatform(simulator, addresses[0], control)
    finally:
        server.should_exit = True
        thread.join()
