"""Look at the world and its chats, and rearrange groups: /sim/{world, chats, groups, contents}."""

import json
from collections.abc import AsyncIterator
from dataclasses import asdict, replace
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from linesim import phones
from linesim.api.conventions import simulator_of
from linesim.control.answers import BadOrder, order_of, person_of, said
from linesim.stream import Stream
from linesim.views import chat_view, notices_view, world_view
from linesim.world import Group, Unknown

# Anything else, a page with scripts for instance, must not run as if it were ours.
SHOWN_IN_BROWSER = frozenset(
    {"image/jpeg", "image/png", "image/gif", "image/webp", "application/pdf"}
)


async def world(request: Request) -> Response:
    """Everybody, all groups, and the channel without its secret."""
    return JSONResponse(world_view(simulator_of(request)))


async def chat_with_bot(request: Request) -> Response:
    """One person's chat with the account, oldest first: `{"messages": […], "notices": […]}`."""
    return _chat(request, person_of(request).id)


async def chat_of_group(request: Request) -> Response:
    """What was said in a group, and who came and went: `{"messages": […], "notices": […]}`."""
    return _chat(request, _group(request).id)


async def content(request: Request) -> Response:
    """The bytes of a photo or file, as the people in the chat can open it."""
    stored = simulator_of(request).world.contents.get(request.path_params["message_id"])
    if stored is None:
        raise Unknown("nothing is kept for this message")
    shown = "inline" if stored.media_type in SHOWN_IN_BROWSER else "attachment"
    name = quote(stored.file_name or "")
    headers = {
        "content-disposition": f"{shown}; filename*=UTF-8''{name}",
        "x-content-type-options": "nosniff",
    }
    return Response(stored.data, media_type=stored.media_type, headers=headers)


async def content_life(request: Request) -> Response:
    """How soon and how long content can be fetched, in the platform's time → all of it.

    `{"ready_after_seconds"?, "lasts_seconds"?, "transcoding_fails"?}`; `lasts_seconds` null is
    for ever.
    """
    simulator, order = simulator_of(request), await order_of(request)
    try:
        simulator.content_life = replace(simulator.content_life, **order)
    except TypeError as misfit:
        raise BadOrder(str(misfit)) from misfit
    return JSONResponse(asdict(simulator.content_life))


async def invite_bot(request: Request) -> Response:
    """Bring the account into a group → `{"webhookEventId"}`."""
    event_id = phones.invite_bot(simulator_of(request), _group(request))
    return JSONResponse({"webhookEventId": event_id})


async def remove_bot(request: Request) -> Response:
    """Send the account out of a group → `{"webhookEventId"}`."""
    event_id = phones.remove_bot(simulator_of(request), _group(request))
    return JSONResponse({"webhookEventId": event_id})


async def add_member(request: Request) -> Response:
    """Bring somebody into a group: `{"person"}` → `{"webhookEventId"}`."""
    simulator, order = simulator_of(request), await order_of(request)
    newcomer = simulator.world.person(said(order, "person"))
    event_id = phones.add_member(simulator, _group(request), newcomer)
    return JSONResponse({"webhookEventId": event_id})


async def remove_member(request: Request) -> Response:
    """Let somebody leave a group → `{"webhookEventId"}`."""
    event_id = phones.remove_member(simulator_of(request), _group(request), person_of(request))
    return JSONResponse({"webhookEventId": event_id})


async def clock(request: Request) -> Response:
    """Move the platform's time forward: `{"seconds"}` → `{"now"}`."""
    simulator, order = simulator_of(request), await order_of(request)
    seconds = order.get("seconds")
    if not isinstance(seconds, int | float) or seconds < 0:
        raise BadOrder("seconds is a number, not below 0")
    simulator.clock.advance(seconds=seconds)
    return JSONResponse({"now": simulator.clock.now().isoformat()})


async def stream(request: Request) -> Response:
    """Server-sent events, one for each change: `{"kind": "chat", "chat": …}` and the like."""
    return StreamingResponse(
        _as_events(simulator_of(request).stream), media_type="text/event-stream"
    )


async def _as_events(changes: Stream) -> AsyncIterator[str]:
    yield ": open\n\n"
    async for change in changes.changes():
        yield f"data: {json.dumps(change, ensure_ascii=False)}\n\n"


def _chat(request: Request, chat: str) -> Response:
    simulator = simulator_of(request)
    return JSONResponse(
        {"messages": chat_view(simulator, chat), "notices": notices_view(simulator, chat)}
    )


def _group(request: Request) -> Group:
    return simulator_of(request).world.group(request.path_params["group"])


ROUTES = [
    Route("/sim/world", world),
    Route("/sim/chats/{person}/bot", chat_with_bot),
    Route("/sim/chats/groups/{group}", chat_of_group),
    Route("/sim/contents/life", content_life, methods=["POST"]),
    Route("/sim/contents/{message_id}", content),
    Route("/sim/groups/{group}/bot", invite_bot, methods=["POST"]),
    Route("/sim/groups/{group}/bot", remove_bot, methods=["DELETE"]),
    Route("/sim/groups/{group}/members", add_member, methods=["POST"]),
    Route("/sim/groups/{group}/members/{person}", remove_member, methods=["DELETE"]),
    Route("/sim/clock", clock, methods=["POST"]),
    Route("/sim/stream", stream),
]
