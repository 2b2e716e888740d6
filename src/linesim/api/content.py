"""What people sent, as bytes: /v2/bot/message/{id}/content."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim import photos
from linesim.api.conventions import simulator_of
from linesim.api.errors import Refused, invalid_parameter
from linesim.world import Content, Message, Unknown


async def content(request: Request) -> Response:
    """The bytes of an image, video, audio or file."""
    _, stored = _stored(request)
    return Response(stored.data, media_type=stored.media_type)


async def preview(request: Request) -> Response:
    """A small JPEG of an image."""
    message, stored = _stored(request)
    if message.content["type"] != "image":
        raise _nothing_there()
    return Response(photos.preview(stored.data), media_type="image/jpeg")


async def transcoding(request: Request) -> Response:
    """Whether a video or audio is ready to be fetched."""
    message, _ = _stored(request)
    if message.content["type"] not in ("video", "audio"):
        raise _nothing_there()
    return JSONResponse({"status": "succeeded"})


def _stored(request: Request) -> tuple[Message, Content]:
    message_id = request.path_params["message_id"]
    if not message_id.isdigit():
        raise invalid_parameter("messageId")
    world = simulator_of(request).world
    try:
        message = world.message(message_id)
    except Unknown:
        raise _nothing_there() from None
    if message.unsent_at:
        raise Refused(410, "The content is gone")
    if message_id not in world.contents:
        raise _nothing_there()
    return message, world.contents[message_id]


def _nothing_there() -> Refused:
    return Refused(404, "not found")


ROUTES = [
    Route("/v2/bot/message/{message_id}/content", content),
    Route("/v2/bot/message/{message_id}/content/preview", preview),
    Route("/v2/bot/message/{message_id}/content/transcoding", transcoding),
]
