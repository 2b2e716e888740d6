"""What holds for every call: the token, the request id, the size, the rate, the record."""

import json
from collections.abc import Sequence
from typing import Any

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from linesim.api.errors import Refused
from linesim.api.exchange import Exchange
from linesim.api.mishaps import strike
from linesim.rates import TooFast
from linesim.simulator import Simulator

BODY_LIMIT = 2 * 1024 * 1024

# Everything that LINE itself serves to programs; the rest is the simulator's own.
PLATFORM = ("/v2/", "/oauth2/", "/friendship/", "/user/", "/liff/v1/")
# Where a channel access token is asked for.
BY_CHANNELS = "/v2/bot/"


class Conventions:
    """Wraps the API: checks token and rate, lets calls fail, stamps and records them."""

    def __init__(self, app: ASGIApp, *, simulator: Simulator, routes: Sequence[Route]) -> None:
        self._app = app
        self._simulator = simulator
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or not scope["path"].startswith(PLATFORM):
            await self._app(scope, receive, send)
            return
        scope.setdefault("state", {})["request_id"] = self._simulator.ids.request()
        simulator = self._simulator
        exchange = Exchange(scope, receive, send, clock=simulator.clock, traffic=simulator.traffic)
        try:
            await self._serve(scope, exchange)
        finally:
            exchange.keep()

    async def _serve(self, scope: Scope, exchange: Exchange) -> None:
        rule = self._simulator.failures.for_call(method=scope["method"], path=scope["path"])
        if rule:
            await strike(rule, self._checked, scope, exchange)
        else:
            await self._checked(scope, exchange.receive, exchange.send)

    async def _checked(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = self._why_not(scope)
        if refusal:
            answer = JSONResponse(refusal.body, status_code=refusal.status)
            await answer(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _why_not(self, scope: Scope) -> Refused | None:
        if scope["path"].startswith(BY_CHANNELS):
            reason = self._why_not_authenticated(Headers(scope=scope))
            if reason:
                words = f"Authentication failed due to the following reason: {reason}"
                return Refused(401, words)
        return self._why_too_fast(scope)

    def _why_not_authenticated(self, headers: Headers) -> str | None:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            return "Authentication header is missing"
        now = self._simulator.clock.now()
        found = self._simulator.channel_tokens.find(token.strip(), now=now)
        if found is None or found.channel_id != self._simulator.world.channel.id:
            return (
                "invalid token. Confirm that the access token in the authorization header is valid."
            )
        return None

    def _why_too_fast(self, scope: Scope) -> Refused | None:
        rates = self._simulator.rates
        if rates is None:
            return None
        try:
            rates.take((scope["method"], self._template(scope)), now=self._simulator.clock.now())
        except TooFast as too_fast:
            return Refused(429, str(too_fast.__doc__))
        return None

    def _template(self, scope: Scope) -> str:
        """The path of the endpoint that will serve a call, with its names in braces."""
        for route in self._routes:
            if route.matches(scope)[0] is Match.FULL:
                return route.path
        return str(scope["path"])


async def body_of(request: Request) -> dict[str, Any]:
    """The JSON object a call brings, or the refusal LINE gives instead."""
    raw = await bytes_of(request, most=BODY_LIMIT)
    try:
        body = json.loads(raw)
    except json.JSONDecodeError as broken:
        raise _unreadable(broken.lineno, broken.colno) from broken
    except UnicodeDecodeError as broken:
        raise _unreadable(1, broken.start + 1) from broken
    if not isinstance(body, dict):
        raise _unreadable(1, 1)
    return body


async def bytes_of(request: Request, *, most: int) -> bytes:
    """The bytes a call brings, or the refusal of too many."""
    raw, size = bytearray(), 0
    async for chunk in request.stream():
        size += len(chunk)
        # What is too much is read all the same: who is still talking does not hear a refusal.
        if size <= most:
            raw += chunk
    if size > most:
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
