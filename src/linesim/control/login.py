"""Signing in, opening LIFF apps and linking accounts without a browser: /sim/persons/{person}/…."""

from typing import Any
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim import account_links, sign_ins
from linesim.account_links import BadNonce
from linesim.api.conventions import simulator_of
from linesim.control.answers import BadOrder, order_of, person_of, said
from linesim.link_tokens import BadLinkToken
from linesim.sign_in_requests import BadRequest, CannotReturn, read_request, return_address


async def login(request: Request) -> Response:
    """Answer a consent page: `{"url": where the channel sent the browser, "allow"?, "friend"?}`.

    → `{"url": where the browser goes then}`.
    """
    simulator, person, order = simulator_of(request), person_of(request), await order_of(request)
    asked = _query_of(order)
    try:
        wanted = read_request(*return_address(simulator.world, asked), asked)
    except (BadRequest, CannotReturn) as bad:
        raise BadOrder(str(bad)) from bad
    if not order.get("allow", True):
        return JSONResponse({"url": sign_ins.deny(wanted)})
    befriend = bool(order.get("friend", False))
    return JSONResponse({"url": sign_ins.allow(simulator, wanted, person, befriend=befriend)})


async def link_account(request: Request) -> Response:
    """Follow the link that ends an account link: `{"url"}` → `{"webhookEventId"}`.

    The result is `failed` when the link token was made for somebody else.
    """
    simulator, person, order = simulator_of(request), person_of(request), await order_of(request)
    asked = _query_of(order)
    try:
        event_id = account_links.link(
            simulator, token=asked.get("linkToken", ""), nonce=asked.get("nonce", ""), by=person
        )
    except (BadLinkToken, BadNonce) as bad:
        raise BadOrder(str(bad.__doc__)) from bad
    return JSONResponse({"webhookEventId": event_id})


def _query_of(order: dict[str, Any]) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(said(order, "url")).query))


HERE = "/sim/persons/{person}"

ROUTES = [
    Route(f"{HERE}/login", login, methods=["POST"]),
    Route(f"{HERE}/accountLink", link_account, methods=["POST"]),
]
