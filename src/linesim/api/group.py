"""Groups and rooms that the account is in: /v2/bot/{group, room}/{id}/…."""

import re

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim import phones
from linesim.api.conventions import simulator_of
from linesim.api.errors import Refused, invalid_parameter, not_available, not_found
from linesim.api.profile import as_profile, person_in
from linesim.ids import GROUP_ID, ROOM_ID
from linesim.world import Group, Unknown

PAGE_SIZE = 100
SHAPES: dict[str, re.Pattern[str]] = {"groupId": GROUP_ID, "roomId": ROOM_ID}


async def summary(request: Request) -> Response:
    """The name of a group; rooms have none."""
    group = _chat(request)
    return JSONResponse({"groupId": group.id, "groupName": group.name})


async def members_count(request: Request) -> Response:
    """How many people are there, the account not counted."""
    return JSONResponse({"count": len(_chat(request).members)})


async def members_ids(request: Request) -> Response:
    """Who is there, page by page; for verified accounts only."""
    chat = _chat(request)
    if not simulator_of(request).world.channel.verified:
        raise not_available()
    start = request.query_params.get("start", "0")
    if not start.isdigit() or (int(start) and int(start) >= len(chat.members)):
        raise Refused(400, "Invalid start param")
    page, following = int(start), int(start) + PAGE_SIZE
    more = {"next": str(following)} if following < len(chat.members) else {}
    return JSONResponse({"memberIds": chat.members[page:following]} | more)


async def member(request: Request) -> Response:
    """The profile of somebody who is there; friendship is not needed."""
    chat = _chat(request)
    person = person_in(simulator_of(request).world, request.path_params["userId"])
    if person.id not in chat.members:
        raise not_found()
    return JSONResponse(as_profile(person))


async def leave(request: Request) -> Response:
    """The account leaves."""
    phones.remove_bot(simulator_of(request), _chat(request))
    return JSONResponse({})


def _chat(request: Request) -> Group:
    """The group or room of the path, or LINE's refusal; the path calls it by LINE's name."""
    [kind] = SHAPES.keys() & request.path_params.keys()
    chat_id = request.path_params[kind]
    if not SHAPES[kind].fullmatch(chat_id):
        raise invalid_parameter(kind)
    try:
        chat = simulator_of(request).world.group(chat_id)
    except Unknown:
        raise not_found() from None
    if not chat.bot:
        raise not_found()
    return chat


def _routes(root: str) -> list[Route]:
    return [
        Route(f"{root}/members/count", members_count),
        Route(f"{root}/members/ids", members_ids),
        Route(f"{root}/member/{{userId}}", member),
        Route(f"{root}/leave", leave, methods=["POST"]),
    ]


ROUTES = [
    Route("/v2/bot/group/{groupId}/summary", summary),
    *_routes("/v2/bot/group/{groupId}"),
    *_routes("/v2/bot/room/{roomId}"),
]
