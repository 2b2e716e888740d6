"""What holds for every call: the token, the request id, the size, the record."""

import json
import time
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from linesim.api.errors import Refused
from linesim.simulator import Simulator
from linesim.traffic import CallRecord

BODY_LIMIT = 2 * 1024 * 1024

# Everything that LINE itself serves to programs; the rest is the simulator's own.
PLATFORM = ("/v2/", "/oauth2/", "/friendship/", "/user/")
# Where a channel access token is asked for.
BY_CHANNELS = "/v2/bot/"


class Conventions:
    """Wraps the API: checks the token, stamps the answer, records the call."""

    def __init__(self, app: ASGIApp, *, simulator: Simulator) -> None:
        self._app = app
        self._simulator = simulator

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or not scope["path"].startswith(PLATFORM):
            await self._app(scope, receive, send)
            return
        scope.setdefault("state", {})["request_id"] = self._simulator.ids.request()
        answer = _Answer(send, request_id=scope["state"]["request_id"])
        started = time.perf_counter()
        await self._serve(scope, receive, answer.send)
        self._record(scope, answer, seconds=time.perf_counter() - started)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        for_channels = scope["path"].startswith(BY_CHANNELS)
        reason = self._why_not_authenticated(Headers(scope=scope)) if for_channels else None
        if not reason:
            await self._app(scope, receive, send)
            return
        message = f"Authentication failed due to the following reason: {reason}"
        await JSONResponse({"message": message}, status_code=401)(scope, receive, send)

    def _why_not_authenticated(self, headers: Headers) -> str | None:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            return "Authentication header is missing"
        now = self._simulator.clock.now()
        if self._simulator.channel_tokens.find(token.strip(), now=now) is None:
            return (
                "invalid token. Confirm that the access token in the authorization header is valid."
            )
        return None

    def _record(self, scope: Scope, answer: "_Answer", *, seconds: float) -> None:
        query = scope["query_string"].decode()
        self._simulator.traffic.add(
            CallRecord(
                at=self._simulator.clock.now(),
                method=scope["method"],
                path=scope["path"] + (f"?{query}" if query else ""),
                status=answer.status,
                milliseconds=round(seconds * 1000, 1),
                counted=scope["state"].get("counted", 0),
                error=answer.error,
            )
        )


class _Answer:
    """Passes an answer on, stamped, and remembers how it went."""

    def __init__(self, send: Send, *, request_id: str) -> None:
        self._send = send
        self._request_id = request_id
        self.status = 0
        self.error: str | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["x-line-request-id"] = self._request_id
            headers["cache-control"] = "no-cache, no-store, max-age=0, must-revalidate"
        elif self.status >= 400:
            self.error = (self.error or "") + message.get("body", b"").decode(errors="replace")
        await self._send(message)


async def body_of(request: Request) -> dict[str, Any]:
    """The JSON object a call brings, or the refusal LINE gives instead."""
    raw = await _limited(request)
    try:
        body = json.loads(raw)
    except json.JSONDecodeError as broken:
        raise _unreadable(broken.lineno, broken.colno) from broken
    except UnicodeDecodeError as broken:
        raise _unreadable(1, broken.start + 1) from broken
    if not isinstance(body, dict):
        raise _unreadable(1, 1)
    return body


async def _limited(request: Request) -> bytes:
    raw = bytearray()
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > BODY_LIMIT:
            raise Refused(413, "The request body is too large")
    return bytes(raw)


def _unreadable(line: int, column: int) -> Refused:
    return Refused(
        400,
        f"The request body could not be parsed as JSON (line: {line}, column: {column})",
    )


def simulator_of(request: Request) -> Simulator:
    """The platform that a request speaks to."""
    simulator: Simulator = request.app.state.simulator
    return simulator
