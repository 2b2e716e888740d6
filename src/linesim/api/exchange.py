"""One call from outside: what was asked, what was answered, and the wire between."""

import time
from datetime import datetime

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Receive, Scope, Send

from linesim.clock import Clock
from linesim.traffic import CallRecord, Said, Traffic

LONGEST_KEPT = 64 * 1024
UNTOLD = frozenset({"authorization", "cookie", "set-cookie"})  # headers that are secrets


class Exchange:
    """Passes a call and its answer on, stamps the answer, and remembers both."""

    def __init__(
        self, scope: Scope, receive: Receive, send: Send, *, clock: Clock, traffic: Traffic
    ) -> None:
        self._scope = scope
        self._receive = receive
        self._send = send
        self._clock = clock
        self._traffic = traffic
        self._kept = False
        self._asked, self._answered = _Text(), _Text()
        self._answer_headers = Headers()
        self._started = time.perf_counter()
        self.status = 0
        self.failure: str | None = None

    async def receive(self) -> Message:
        """The next piece of the call."""
        message = await self._receive()
        self._asked.add(message.get("body", b""))
        return message

    async def send(self, message: Message) -> None:
        """Pass a piece of the answer on."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["x-line-request-id"] = self._scope["state"]["request_id"]
            headers["cache-control"] = "no-cache, no-store, max-age=0, must-revalidate"
            self._answer_headers = Headers(raw=headers.raw)
        self._answered.add(message.get("body", b""))
        if message["type"] == "http.response.body" and not message.get("more_body"):
            # Before the last piece goes out: who has it may ask at once what was recorded.
            self.keep()
        await self._send(message)

    async def gone(self) -> None:
        """Wait until the caller has hung up."""
        while (await self._receive())["type"] != "http.disconnect":
            pass

    async def hang_up(self, *, at_once: bool) -> None:
        """Break the connection: at once, or after what was already said.

        Raises ConnectionResetError when there is no wire, as inside one process.
        """
        # ASGI has no word for this, so it goes through the server that receives for us.
        transport = getattr(getattr(self._receive, "__self__", None), "transport", None)
        if transport is None:
            raise ConnectionResetError
        if at_once:
            transport.abort()
        else:
            transport.close()
        await self.gone()

    def keep(self) -> None:
        """Put the call on record, once."""
        if not self._kept:
            self._kept = True
            self._traffic.add(self._record(at=self._clock.now()))

    def _record(self, *, at: datetime) -> CallRecord:
        """The call as it is kept, without tokens and secrets."""
        query = self._scope["query_string"].decode()
        return CallRecord(
            at=at,
            method=self._scope["method"],
            path=self._scope["path"] + (f"?{query}" if query else ""),
            status=self.status,
            milliseconds=round((time.perf_counter() - self._started) * 1000, 1),
            counted=self._scope["state"].get("counted", 0),
            error=self._answered.text if self.status >= 400 else None,
            request=self._asked.said(Headers(scope=self._scope)),
            answer=self._answered.said(self._answer_headers),
            failure=self.failure,
        )


class _Text:
    """Collects what one side says, up to a limit."""

    def __init__(self) -> None:
        self._kept = bytearray()
        self._size = 0

    def add(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size <= LONGEST_KEPT:
            self._kept += piece

    @property
    def text(self) -> str | None:
        if self._size > LONGEST_KEPT:
            return None
        try:
            return self._kept.decode()
        except UnicodeDecodeError:
            return None

    def said(self, headers: Headers) -> Said:
        told = {name: value for name, value in headers.items() if name not in UNTOLD}
        return Said(told, self.text, self._size)
