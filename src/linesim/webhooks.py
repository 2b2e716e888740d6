"""Deliver events to the bot: signed, within two seconds, in the background."""

import asyncio
import base64
import hmac
import json
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from linesim.clock import Clock
from linesim.events import Event
from linesim.failures import Failures
from linesim.ids import Ids
from linesim.posting import CouldNotConnect, Poster
from linesim.tokens import ReplyTokens
from linesim.traffic import Attempt, Traffic, WebhookRecord
from linesim.world import Channel

TIME_LIMIT_SECONDS = 2.0
MOST_AT_ONCE = 200

Body = dict[str, Any]
Work = Callable[[], Coroutine[Any, Any, None]]


@dataclass
class Redelivery:
    """How often, and after how long, a failed delivery is tried again. LINE discloses neither."""

    count: int = 0
    interval_seconds: float = 30.0


@dataclass
class Delivery:
    """Everything about a webhook that LINE may change without notice."""

    ordered: bool = True  # each chat's events one after the other, else all at once
    batch_size: int = 1  # so many events are collected into one request
    header_name: str = "x-line-signature"  # the same header in other letters is the same
    escape_unicode: bool = False  # ก as \u0e01
    add_to_events: dict[str, Any] = field(default_factory=dict)  # properties nobody knows yet
    suspend_after: int | None = None  # failures in a row until nothing is sent any more


class Webhooks:
    """Sends one request per action; each chat's requests keep their order."""

    def __init__(
        self,
        *,
        channel: Channel,
        clock: Clock,
        ids: Ids,
        reply_tokens: ReplyTokens,
        traffic: Traffic,
        failures: Failures,
    ) -> None:
        self.redelivery = Redelivery()
        self.delivery = Delivery()
        self._channel = channel
        self._clock = clock
        self._ids = ids
        self._reply_tokens = reply_tokens
        self._traffic = traffic
        self._failures = failures
        self._held: list[tuple[str, Event]] | None = None
        self._failed_in_a_row = 0
        self._poster: Poster | None = None
        self._last_in_chat: dict[str, asyncio.Task[Any]] = {}
        self._running: set[asyncio.Task[Any]] = set()

    async def open(self) -> None:
        """Get ready to send."""
        self._poster = Poster(at_once=MOST_AT_ONCE)

    async def close(self) -> None:
        """Drop what is under way and close all connections."""
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        if self._poster:
            await self._poster.close()

    def send(self, events: list[Event], *, chat: str) -> None:
        """Deliver events of one chat, after what was sent for that chat before."""
        events = [event | self.delivery.add_to_events for event in events]
        if self._held is not None or self.delivery.batch_size > 1:
            self._hold_back(events, chat)
        else:
            self._send_now(events, chat=chat)

    def hold(self) -> None:
        """Keep events back until they are released."""
        self._held = self._held or []

    def release(self, *, together: bool = True, shuffle: bool = False) -> None:
        """Send everything held back, as one request or as one for each event."""
        held, self._held = self._held or [], None
        if shuffle:
            held = self._ids.shuffled(held)
        if not held:
            return
        if together:
            self._send_now([event for _, event in held], chat="*")
            return
        for chat, event in held:
            # Under the chat's own name they would wait for each other in the new order.
            self._send_now([event], chat=f"{chat}*" if shuffle else chat)

    def replay(
        self, ids: list[str] | None, *, times: int, shuffle: bool, redelivery: bool
    ) -> list[str]:
        """Send recorded webhooks again at once; returns the event ids in the order sent.

        `ids` None means every webhook so far.
        """
        chosen = [
            (number, record)
            for number, record in self._traffic.webhooks().items()
            if ids is None or set(ids) & set(record.event_ids)
        ] * times
        if shuffle:
            chosen = self._ids.shuffled(chosen)
        for number, record in chosen:
            body = _marked_as_redelivery(record.body) if redelivery else record.body
            self._start(self._attempt(number, record.url, body, redelivery=redelivery))
        return [event_id for _, record in chosen for event_id in record.event_ids]

    async def test(self, url: str) -> Attempt:
        """Send the empty, signed request by which an endpoint is verified."""
        return await self._post(
            url, {"destination": self._channel.bot_user_id, "events": []}, redelivery=False
        )

    @property
    def are_quiet(self) -> bool:
        """Whether nothing is under way."""
        return not self._running

    def statistics(self) -> dict[str, int]:
        """How many deliveries were tried, succeeded, and failed for which reason."""
        return self._traffic.outcomes()

    def _hold_back(self, events: list[Event], chat: str) -> None:
        held = self._held if self._held is not None else []
        held.extend((chat, event) for event in events)
        self._held = held
        if 1 < self.delivery.batch_size <= len(held):
            self.release()

    def _send_now(self, events: list[Event], *, chat: str) -> None:
        if not self._channel.webhook_url or not self._channel.webhook_active:
            return
        url = self._channel.webhook_url
        body = {"destination": self._channel.bot_user_id, "events": events}
        number = self._traffic.add(WebhookRecord(self._clock.now(), url, body, chat))
        rule = self._failures.for_webhook([event["type"] for event in events])
        kind = rule.kind if rule else None
        deliver = partial(self._deliver, number, url, body, lost=kind == "drop")
        if rule and kind == "delay":
            self._start(self._after(rule.seconds, deliver))
            return
        for _ in range(2 if kind == "duplicate" else 1):
            self._start_in_order(chat, deliver)

    def _start_in_order(self, chat: str, deliver: Work) -> None:
        if not self.delivery.ordered:
            self._start(deliver())
            return
        task = self._start(_one_after_the_other(self._last_in_chat.get(chat), deliver))
        self._last_in_chat[chat] = task
        task.add_done_callback(lambda done: self._forget(chat, done))

    def _forget(self, chat: str, done: "asyncio.Task[Any]") -> None:
        if self._last_in_chat.get(chat) is done:
            del self._last_in_chat[chat]

    async def _after(self, seconds: float, deliver: Work) -> None:
        await self._clock.wait(seconds=seconds)
        await deliver()

    async def _deliver(self, number: int, url: str, body: Body, *, lost: bool) -> None:
        attempt = await self._attempt(number, url, body, redelivery=False, lost=lost)
        if not attempt.succeeded and self.redelivery.count:
            # Apart from the chat's order on purpose: LINE's redeliveries overtake nothing back.
            self._start(self._redeliver(number, url, body, since=attempt.at))

    async def _redeliver(self, number: int, url: str, body: Body, *, since: datetime) -> None:
        """Counted from when each attempt was made: the clock may be moved before anybody waits."""
        again = _marked_as_redelivery(body)
        for _ in range(self.redelivery.count):
            interval = timedelta(seconds=self.redelivery.interval_seconds)
            await self._clock.wait_until(since + interval)
            attempt = await self._attempt(number, url, again, redelivery=True)
            since = attempt.at
            if attempt.succeeded:
                return

    async def _attempt(
        self, number: int, url: str, body: Body, *, redelivery: bool, lost: bool = False
    ) -> Attempt:
        if redelivery:
            self._extend_reply_tokens(body)
        if lost:
            attempt = Attempt(self._clock.now(), "could_not_connect", 0.0, redelivery)
        else:
            attempt = await self._post(url, body, redelivery=redelivery)
        self._traffic.add_attempt(number, attempt)
        self._watch(attempt)
        return attempt

    def _extend_reply_tokens(self, body: Body) -> None:
        for event in body["events"]:
            if "replyToken" in event:
                self._reply_tokens.extend_for_redelivery(event["replyToken"], now=self._clock.now())

    def _watch(self, attempt: Attempt) -> None:
        """Stop sending after a long row of failures, as LINE may."""
        self._failed_in_a_row = 0 if attempt.succeeded else self._failed_in_a_row + 1
        most = self.delivery.suspend_after
        if most is not None and self._failed_in_a_row >= most:
            self._channel.webhook_active = False
            self._failed_in_a_row = 0

    async def _post(self, url: str, body: Body, *, redelivery: bool) -> Attempt:
        if self._poster is None:
            raise RuntimeError("webhooks are sent only while the platform runs")
        raw = self._raw(body)
        headers = {
            "content-type": "application/json; charset=utf-8",
            "user-agent": "LineBotWebhook/2.0",
            self.delivery.header_name: signature(raw, secret=self._channel.secret),
        }
        at, started = self._clock.now(), time.perf_counter()
        outcome: int | str
        try:
            outcome = await self._poster.post(
                url, body=raw, headers=headers, seconds=TIME_LIMIT_SECONDS
            )
        except TimeoutError:
            outcome = "request_timeout"
        except CouldNotConnect:
            outcome = "could_not_connect"
        spent = round((time.perf_counter() - started) * 1000, 1)
        return Attempt(at, outcome, spent, redelivery)

    def _raw(self, body: Body) -> bytes:
        escape = self.delivery.escape_unicode
        return json.dumps(body, ensure_ascii=escape, separators=(",", ":")).encode()

    def _start(self, work: Coroutine[Any, Any, Any]) -> "asyncio.Task[Any]":
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task


async def _one_after_the_other(before: "asyncio.Task[Any] | None", deliver: Work) -> None:
    if before:
        await asyncio.wait([before])
    await deliver()


def signature(raw: bytes, *, secret: str) -> str:
    """The signature of exactly these bytes."""
    return base64.b64encode(hmac.digest(secret.encode(), raw, "sha256")).decode()


def _marked_as_redelivery(body: Body) -> Body:
    events = [event | {"deliveryContext": {"isRedelivery": True}} for event in body["events"]]
    return body | {"events": events}
