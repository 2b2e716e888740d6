"""Deliver events to the bot: signed, within two seconds, in the background."""

import asyncio
import base64
import hmac
import json
import random
import ssl
import time
from collections.abc import Coroutine
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpx

from linesim.clock import Clock
from linesim.events import Event
from linesim.tokens import ReplyTokens
from linesim.traffic import Attempt, Traffic, WebhookRecord
from linesim.world import Channel

TIME_LIMIT_SECONDS = 2.0


@dataclass
class Redelivery:
    """How often, and after how long, a failed delivery is tried again. LINE discloses neither."""

    count: int = 0
    interval_seconds: float = 30.0


class Webhooks:
    """Sends one request per action; each chat's requests keep their order."""

    def __init__(
        self, *, channel: Channel, clock: Clock, reply_tokens: ReplyTokens, traffic: Traffic
    ) -> None:
        self.redelivery = Redelivery()
        self._channel = channel
        self._clock = clock
        self._reply_tokens = reply_tokens
        self._traffic = traffic
        self._held: list[Event] | None = None
        self._client: httpx.AsyncClient | None = None
        self._last_in_chat: dict[str, asyncio.Task[Any]] = {}
        self._running: set[asyncio.Task[Any]] = set()

    async def open(self) -> None:
        """Get ready to send."""
        # trust_env: a proxy of this machine must not see, or swallow, local deliveries.
        self._client = httpx.AsyncClient(
            timeout=TIME_LIMIT_SECONDS,
            trust_env=False,
            limits=httpx.Limits(max_connections=200),
            verify=_trusted_certificates(),
        )

    async def close(self) -> None:
        """Drop what is under way and close all connections."""
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        if self._client:
            await self._client.aclose()

    def send(self, events: list[Event], *, chat: str) -> None:
        """Deliver events of one chat, after what was sent for that chat before."""
        if self._held is not None:
            self._held.extend(events)
            return
        if not self._channel.webhook_url or not self._channel.webhook_active:
            return
        url = self._channel.webhook_url
        body = {"destination": self._channel.bot_user_id, "events": events}
        number = self._traffic.add(WebhookRecord(self._clock.now(), url, body, chat))
        before = self._last_in_chat.get(chat)
        self._last_in_chat[chat] = self._start(self._deliver_after(before, number, url, body))

    def hold(self) -> None:
        """Keep events back until they are released as one request."""
        self._held = self._held or []

    def release(self) -> None:
        """Send everything held back as one request, whatever chats it comes from."""
        held, self._held = self._held, None
        if held:
            self.send(held, chat="*")

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
            random.shuffle(chosen)
        for number, record in chosen:
            body = _marked_as_redelivery(record.body) if redelivery else record.body
            self._start(self._attempt(number, record.url, body, redelivery=redelivery))
        return [event_id for _, record in chosen for event_id in record.event_ids]

    async def test(self, url: str) -> Attempt:
        """Send the empty, signed request by which an endpoint is verified."""
        return await self._post(
            url, {"destination": self._channel.bot_user_id, "events": []}, redelivery=False
        )

    def statistics(self) -> dict[str, int]:
        """How many deliveries were tried, succeeded, and failed for which reason."""
        return self._traffic.outcomes()

    async def _deliver_after(
        self, before: asyncio.Task[Any] | None, number: int, url: str, body: dict[str, Any]
    ) -> None:
        if before:
            await asyncio.wait([before])
        attempt = await self._attempt(number, url, body, redelivery=False)
        if not attempt.succeeded and self.redelivery.count:
            # Apart from the chat's order on purpose: LINE's redeliveries overtake nothing back.
            self._start(self._redeliver(number, url, body))

    async def _redeliver(self, number: int, url: str, body: dict[str, Any]) -> None:
        again = _marked_as_redelivery(body)
        for _ in range(self.redelivery.count):
            await asyncio.sleep(self.redelivery.interval_seconds)
            if (await self._attempt(number, url, again, redelivery=True)).succeeded:
                return

    async def _attempt(
        self, number: int, url: str, body: dict[str, Any], *, redelivery: bool
    ) -> Attempt:
        if redelivery:
            for event in body["events"]:
                if "replyToken" in event:
                    self._reply_tokens.extend_for_redelivery(
                        event["replyToken"], now=self._clock.now()
                    )
        attempt = await self._post(url, body, redelivery=redelivery)
        self._traffic.add_attempt(number, attempt)
        return attempt

    async def _post(self, url: str, body: dict[str, Any], *, redelivery: bool) -> Attempt:
        if self._client is None:
            raise RuntimeError("webhooks are sent only while the platform runs")
        raw = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        headers = {
            "content-type": "application/json; charset=utf-8",
            "user-agent": "LineBotWebhook/2.0",
            "x-line-signature": signature(raw, secret=self._channel.secret),
        }
        at, started = self._clock.now(), time.perf_counter()
        outcome: int | str
        try:
            async with asyncio.timeout(TIME_LIMIT_SECONDS):
                outcome = (await self._client.post(url, content=raw, headers=headers)).status_code
        except TimeoutError:
            outcome = "request_timeout"
        except (httpx.HTTPError, httpx.InvalidURL):
            outcome = "could_not_connect"
        spent = round((time.perf_counter() - started) * 1000, 1)
        return Attempt(at, outcome, spent, redelivery)

    def _start(self, work: Coroutine[Any, Any, Any]) -> "asyncio.Task[Any]":
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task


@cache
def _trusted_certificates() -> ssl.SSLContext:
    """What https endpoints are checked against; slow to read, so read once."""
    return httpx.create_ssl_context()


def signature(raw: bytes, *, secret: str) -> str:
    """The signature of exactly these bytes."""
    return base64.b64encode(hmac.digest(secret.encode(), raw, "sha256")).decode()


def _marked_as_redelivery(body: dict[str, Any]) -> dict[str, Any]:
    events = [event | {"deliveryContext": {"isRedelivery": True}} for event in body["events"]]
    return body | {"events": events}
