"""Small signs in a chat: /v2/bot/chat/{loading/start, markAsRead}."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim.api.conventions import body_of, simulator_of
from linesim.api.errors import Refused
from linesim.ids import USER_ID
from linesim.validation import check
from linesim.validation.rules import Place, Problem, Problems, text

DEFAULT_LOADING_SECONDS = 20


async def start_loading(request: Request) -> Response:
    """Show that an answer is being prepared; in one-to-one chats only."""
    body = await body_of(request)
    body = {"loadingSeconds": DEFAULT_LOADING_SECONDS, **body}
    check(body, chatId=_user_id, loadingSeconds=_loading_seconds)
    simulator_of(request).stream.publish(
        "typing", chat=body["chatId"], seconds=body["loadingSeconds"]
    )
    return JSONResponse({}, status_code=202)


async def mark_as_read(request: Request) -> Response:
    """Mark everything up to a message as read."""
    simulator, body = simulator_of(request), await body_of(request)
    check(body, markAsReadToken=text(500))
    if not simulator.world.read_up_to(body["markAsReadToken"], now=simulator.clock.now()):
        raise Refused(400, "The mark as read token is invalid")
    return JSONResponse({})


def _user_id(value: Any, place: Place) -> Problems:
    if not isinstance(value, str) or not USER_ID.fullmatch(value):
        yield Problem(
            "Only user id is acceptable, please confirm if there are any group/room ids "
            "or illegal ids.",
            place,
        )


def _loading_seconds(value: Any, place: Place) -> Problems:
    if not isinstance(value, int) or not 5 <= value <= 60:
        yield Problem("Must be between 5 and 60", place)
    elif value % 5:
        yield Problem("must be a multiple of five", place)


ROUTES = [
    Route("/v2/bot/chat/loading/start", start_loading, methods=["POST"]),
    Route("/v2/bot/chat/markAsRead", mark_as_read, methods=["POST"]),
]
