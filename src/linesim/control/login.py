"""Signing in, opening LIFF apps and linking accounts without a browser: /sim/persons/{person}/…."""

from typing import Any
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim import account_links, liff_openings, phones, sign_ins
from linesim.account_links import BadNonce
from linesim.api.conventions import simulator_of
from linesim.control.answers import BadOrder, order_of, person_of, said
from linesim.liff_links import NoLiffLink, first_address
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


async def open_liff(request: Request) -> Response:
    """Open a LIFF link and allow what the app needs: `{"url", "chat"?: "bot" | group}`.

    → `{"url": where the browser goes first, "window": id}`; on a PC the window is null.
    """
    simulator, person, order = simulator_of(request), person_of(request), await order_of(request)
    chat = phones.chat_of(simulator, person, order["chat"]) if "chat" in order else None
    try:
        asked = liff_openings.opening(simulator, person, said(order, "url"), chat=chat)
    except NoLiffLink as no_link:
        raise BadOrder(f"{no_link.__doc__} {no_link}") from no_link
    if liff_openings.opens_outside(asked):
        return JSONResponse({"url": first_address(asked.app, asked.extra), "window": None})
    liff_openings.allow(simulator, asked)
    window_id, address = liff_openings.open_window(simulator, asked)
    return JSONResponse({"url": address, "window": window_id})


async def shares(request: Request) -> Response:
    """What was passed on through target pickers: `{"shares": [{time, person, to, messages}]}`."""
    return JSONResponse(
        {
            "shares": [
                {
                    "time": share.at.isoformat(),
                    "person": share.person_id,
                    "to": share.targets,
                    "messages": share.messages,
                }
                for share in simulator_of(request).liff_windows.shares
            ]
        }
    )


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
    Route(f"{HERE}/liff", open_liff, methods=["POST"]),
    Route("/sim/shares", shares),
    Route(f"{HERE}/accountLink", link_account, methods=["POST"]),
]
