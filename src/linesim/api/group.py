"""Groups the account is in: /v2/bot/group/{g}/…."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim import phones
from linesim.api.conventions import simulator_of
from linesim.api.errors import Refused, invalid_parameter, not_found
from linesim.api.profile import as_profile, person_in
from linesim.ids import GROUP_ID
from linesim.world import Group, Unknown

PAGE_SIZE = 100


async def summary(request: Request) -> Response:
    """The name of a group."""
    group = _group(request)
    return JSONResponse({"groupId": group.id, "groupName": group.name})


async def members_count(request: Request) -> Response:
    """How many people are in a group, the account not counted."""
    return JSONResponse({"count": len(_group(request).members)})


async def members_ids(request: Request) -> Response:
    """Who is in a group, page by page; for verified accounts only."""
    group = _group(request)
    if not simulator_of(request).world.channel.verified:
        raise Refused(403, "Access to this API is not available for your account")
    start = request.query_params.get("start", "0")
    if not start.isdigit() or (int(start) and int(start) >= len(group.members)):
        raise Refused(400, "Invalid start param")
    page, following = int(start), int(start) + PAGE_SIZE
    more = {"next": str(following)} if following < len(group.members) else {}
    return JSONResponse({"memberIds": group.members[page:following]} | more)


async def member(request: Request) -> Response:
    """The profile of somebody in a group; friendship is not needed."""
    group = _group(request)
    person = person_in(simulator_of(request).world, request.path_params["user_id"])
    if person.id not in group.members:
        raise not_found()
    return JSONResponse(as_profile(person))


async def leave(request: Request) -> Response:
    """The account leaves a group."""
    group = _group(request)
    phones.remove_bot(simulator_of(request), group)
    return JSONResponse({})


def _group(request: Request) -> Group:
    group_id = request.path_params["group_id"]
    if not GROUP_ID.fullmatch(group_id):
        raise invalid_parameter("groupId")
    try:
        group = simulator_of(request).world.group(group_id)
    except Unknown:
        raise not_found() from None
    if not group.bot:
        raise not_found()
    return group


ROUTES = [
    Route("/v2/bot/group/{group_id}/summary", summary),
    Route("/v2/bot/group/{group_id}/members/count", members_count),
    Route("/v2/bot/group/{group_id}/members/ids", members_ids),
    Route("/v2/bot/group/{group_id}/member/{user_id}", member),
    Route("/v2/bot/group/{group_id}/leave", leave, methods=["POST"]),
]
