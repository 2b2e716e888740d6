"""Make a call go wrong, as a rule demands."""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Scope, Send

from linesim.api.exchange import Exchange
from linesim.failures import FailureRule

# What LINE says in each case.
WORDS = {
    "rate": (429, "The API rate limit has been exceeded. Try again later."),
    "quota": (429, "You have reached your monthly limit."),
    "unauthorized": (
        401,
        "Authentication failed due to the following reason: invalid token. Confirm that the "
        "access token in the authorization header is valid.",
    ),
}
SERVER_TROUBLE = "The server is temporarily unavailable"


async def strike(rule: FailureRule, app: ASGIApp, scope: Scope, exchange: Exchange) -> None:
    """Serve a call as the rule says; `app` would have served it well."""
    exchange.failure = rule.kind
    await MISHAPS[rule.kind](rule, app, scope, exchange)


async def _refuse(rule: FailureRule, app: ASGIApp, scope: Scope, exchange: Exchange) -> None:
    """Answer with an error, and do nothing."""
    status, message = WORDS.get(rule.kind, (rule.status, SERVER_TROUBLE))
    answer = JSONResponse({"message": message}, status_code=status)
    await answer(scope, exchange.receive, exchange.send)


async def _time_out(rule: FailureRule, app: ASGIApp, scope: Scope, exchange: Exchange) -> None:
    """Do everything that was asked, and never say so."""

    async def unsaid(message: Message) -> None:
        pass

    await app(scope, exchange.receive, unsaid)
    try:
        async with asyncio.timeout(rule.seconds):
            await exchange.gone()
    except TimeoutError:
        await exchange.hang_up(at_once=True)


async def _reset(rule: FailureRule, app: ASGIApp, scope: Scope, exchange: Exchange) -> None:
    """Break the connection before anything is done."""
    await exchange.hang_up(at_once=True)


async def _delay(rule: FailureRule, app: ASGIApp, scope: Scope, exchange: Exchange) -> None:
    """Do what was asked, and answer late."""

    async def late(message: Message) -> None:
        if message["type"] == "http.response.start":
            await asyncio.sleep(rule.seconds)
        await exchange.send(message)

    await app(scope, exchange.receive, late)


async def _truncate(rule: FailureRule, app: ASGIApp, scope: Scope, exchange: Exchange) -> None:
    """Do what was asked, and break off in the middle of the answer."""
    await app(scope, exchange.receive, half_of(exchange.send))
    await exchange.hang_up(at_once=False)


def half_of(send: Send) -> Send:
    """Send the first half of every piece of an answer, and never its end."""

    async def halved(message: Message) -> None:
        if message["type"] == "http.response.body":
            body = message.get("body", b"")
            message = {**message, "body": body[: len(body) // 2], "more_body": True}
        await send(message)

    return halved


Mishap = Callable[[FailureRule, ASGIApp, Scope, Exchange], Awaitable[None]]

MISHAPS: dict[str, Mishap] = {
    "status": _refuse,
    "rate": _refuse,
    "quota": _refuse,
    "unauthorized": _refuse,
    "timeout": _time_out,
    "reset": _reset,
    "slow": _delay,
    "truncated": _truncate,
}
