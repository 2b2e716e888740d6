"""What people sent, as bytes: /v2/bot/message/{id}/content."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim import photos
from linesim.api.conventions import simulator_of
from linesim.api.errors import Refused, invalid_parameter
from linesim.world import Content, Message, Unknown

HAS_PREVIEW = ("image", "video")
IS_TRANSCODED = ("video", "audio")


async def content(request: Request) -> Response:
    """The bytes of an image, video, audio or file; 202 while they are being prepared."""
    message, stored = _stored(request)
    if not _is_ready(request, message):
        return JSONResponse({}, status_code=202)
    return Response(stored.data, media_type=stored.media_type)


async def preview(request: Request) -> Response:
    """A small JPEG of an image or video."""
    message, stored = _stored(request, *HAS_PREVIEW)
    if not _is_ready(request, message):
        return JSONResponse({}, status_code=202)
    is_image = message.content["type"] == "image"
    picture = photos.preview(stored.data) if is_image else photos.placeholder()
    return Response(picture, media_type="image/jpeg")


async def transcoding(request: Request) -> Response:
    """Whether a video or audio is ready to be fetched."""
    simulator, (message, _) = simulator_of(request), _stored(request, *IS_TRANSCODED)
    status = simulator.content_life.transcoding(sent_at=message.sent_at, now=simulator.clock.now())
    return JSONResponse({"status": status})


def _stored(request: Request, *kinds: str) -> tuple[Message, Content]:
    """What is kept of a message, if it is of one of these kinds."""
    simulator, message_id = simulator_of(request), request.path_params["message_id"]
    if not message_id.isdigit():
        raise invalid_parameter("messageId")
    try:
        message = simulator.world.message(message_id)
    except Unknown:
        raise _nothing_there() from None
    if message.unsent_at:
        raise Refused(410, "The content is gone")
    over = simulator.content_life.is_over(sent_at=message.sent_at, now=simulator.clock.now())
    wrong_kind = bool(kinds) and message.content["type"] not in kinds
    if over or wrong_kind or message_id not in simulator.world.contents:
        raise _nothing_there()
    return message, simulator.world.contents[message_id]


def _is_ready(request: Request, message: Message) -> bool:
    simulator = simulator_of(request)
    return simulator.content_life.is_ready(sent_at=message.sent_at, now=simulator.clock.now())


def _nothing_there() -> Refused:
    return Refused(404, "not found")


ROUTES = [
    Route("/v2/bot/message/{message_id}/content", content),
    Route("/v2/bot/message/{message_id}/content/preview", preview),
    Route("/v2/bot/message/{message_id}/content/transcoding", transcoding),
]
