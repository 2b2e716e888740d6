"""Who people are, who follows, and who the account is: /v2/bot/{profile, followers, info}."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim.api.conventions import simulator_of
from linesim.api.errors import invalid_parameter, not_available, not_found
from linesim.ids import USER_ID
from linesim.world import Person, Unknown, World

FIRST_MOMENT = datetime.min.replace(tzinfo=UTC)
USUAL_PAGE, LARGEST_PAGE = 300, 1000


async def profile(request: Request) -> Response:
    """A friend, or somebody who wrote and does not block the account."""
    person = person_in(simulator_of(request).world, request.path_params["user_id"])
    if not person.can_be_reached(since=FIRST_MOMENT):
        raise not_found()
    return JSONResponse(as_profile(person) | {"language": "th"})


async def followers(request: Request) -> Response:
    """All friends who do not block the account, page by page; for verified accounts only."""
    world, asked = simulator_of(request).world, request.query_params
    if not world.channel.verified:
        raise not_available()
    limit, start = asked.get("limit", str(USUAL_PAGE)), asked.get("start", "0")
    if not limit.isdigit() or not 1 <= int(limit) <= LARGEST_PAGE:
        raise invalid_parameter("limit")
    if not start.isdigit():
        raise invalid_parameter("start")
    ids = [person.id for person in world.people if person.friend and not person.blocked]
    following = int(start) + int(limit)
    more = {"next": str(following)} if following < len(ids) else {}
    return JSONResponse({"userIds": ids[int(start) : following]} | more)


async def info(request: Request) -> Response:
    """The account itself."""
    channel = simulator_of(request).world.channel
    return JSONResponse(
        {
            "userId": channel.bot_user_id,
            "basicId": f"@{channel.id}",
            "displayName": channel.display_name,
            "chatMode": "bot",
            "markAsReadMode": "auto",
        }
    )


def person_in(world: World, user_id: str) -> Person:
    """The person with this id, or LINE's refusal."""
    if not USER_ID.fullmatch(user_id):
        raise invalid_parameter("userId")
    try:
        return world.person(user_id)
    except Unknown:
        raise not_found() from None


def as_profile(person: Person) -> dict[str, str]:
    """What every profile tells."""
    return {"userId": person.id, "displayName": person.name}


ROUTES = [
    Route("/v2/bot/profile/{user_id}", profile),
    Route("/v2/bot/followers/ids", followers),
    Route("/v2/bot/info", info),
]
