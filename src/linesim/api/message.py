"""Sending: /v2/bot/message/{reply, push, multicast, broadcast, narrowcast, validate/…}."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim import sending
from linesim.api.conventions import body_of, simulator_of
from linesim.api.errors import Refused, invalid_property
from linesim.ids import GROUP_ID, ROOM_ID, USER_ID
from linesim.retry_keys import UUID, Accepted
from linesim.validation import check, check_messages
from linesim.validation.messages import MESSAGES
from linesim.validation.rules import items, text

MOST_RECIPIENTS = 500


async def reply(request: Request) -> Response:
    """Answer an event with its reply token; a retry key is refused."""
    simulator, body = simulator_of(request), await body_of(request)
    if "x-line-retry-key" in request.headers:
        raise Refused(400, "The retry key is not available for this API")
    check(body, replyToken=text(200), messages=MESSAGES)
    sent = sending.reply(simulator, body["replyToken"], body["messages"], now=simulator.clock.now())
    return JSONResponse({"sentMessages": sent})


async def push(request: Request) -> Response:
    """Send to a person or a group; counted per person."""
    simulator, body = simulator_of(request), await body_of(request)
    check(body, to=text(100), messages=MESSAGES)
    if not any(shape.fullmatch(body["to"]) for shape in (USER_ID, GROUP_ID, ROOM_ID)):
        raise invalid_property("to")
    _refuse_repetition(request, tells_sent_messages=True)
    sent, counted = sending.push(simulator, body["to"], body["messages"], now=simulator.clock.now())
    return _accepted(request, {"sentMessages": sent}, counted=counted)


async def multicast(request: Request) -> Response:
    """Send to many people; groups are not allowed."""
    simulator, body = simulator_of(request), await body_of(request)
    check(body, to=items(text(100), least=1, most=MOST_RECIPIENTS), messages=MESSAGES)
    for place, user in enumerate(body["to"]):
        if not USER_ID.fullmatch(user):
            raise invalid_property(f"to[{place}]")
    _refuse_repetition(request, tells_sent_messages=False)
    counted = sending.multicast(simulator, body["to"], body["messages"], now=simulator.clock.now())
    return _accepted(request, {}, counted=counted)


async def broadcast(request: Request) -> Response:
    """Send to all friends."""
    simulator, body = simulator_of(request), await body_of(request)
    check(body, messages=MESSAGES)
    _refuse_repetition(request, tells_sent_messages=False)
    counted = sending.broadcast(simulator, body["messages"], now=simulator.clock.now())
    return _accepted(request, {}, counted=counted)


async def narrowcast(request: Request) -> Response:
    """Send to an audience; there are no audiences here."""
    raise Refused(501, "linesim does not emulate narrowcast: it knows no audiences")


async def validate(request: Request) -> Response:
    """Check messages without sending them."""
    check_messages((await body_of(request)).get("messages"))
    return JSONResponse({})


def _refuse_repetition(request: Request, *, tells_sent_messages: bool) -> None:
    key = request.headers.get("x-line-retry-key")
    if key is None:
        return
    if not UUID.fullmatch(key):
        raise Refused(400, "The value for the 'X-Line-Retry-Key' header is invalid")
    simulator = simulator_of(request)
    if earlier := simulator.retry_keys.earlier(key, now=simulator.clock.now()):
        raise Refused(
            409,
            "The retry key is already accepted",
            more=earlier.answer if tells_sent_messages else None,
            headers={"x-line-accepted-request-id": earlier.request_id},
        )


def _accepted(request: Request, answer: dict[str, Any], *, counted: int) -> Response:
    simulator = simulator_of(request)
    request.state.counted = counted
    if key := request.headers.get("x-line-retry-key"):
        accepted = Accepted(request.state.request_id, simulator.clock.now(), answer)
        simulator.retry_keys.remember(key, accepted)
    return JSONResponse(answer)


ROUTES = [
    Route("/v2/bot/message/reply", reply, methods=["POST"]),
    Route("/v2/bot/message/push", push, methods=["POST"]),
    Route("/v2/bot/message/multicast", multicast, methods=["POST"]),
    Route("/v2/bot/message/broadcast", broadcast, methods=["POST"]),
    Route("/v2/bot/message/narrowcast", narrowcast, methods=["POST"]),
    Route("/v2/bot/message/progress/narrowcast", narrowcast),
    *(
        Route(f"/v2/bot/message/validate/{kind}", validate, methods=["POST"])
        for kind in ("reply", "push", "multicast", "narrowcast", "broadcast")
    ),
]
