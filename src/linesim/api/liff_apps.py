"""The LIFF apps of a login channel, for programs: /liff/v1/apps."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim.api.conventions import body_of, simulator_of
from linesim.api.errors import Refused, not_found
from linesim.api.login import asking_channel
from linesim.login_channels import BOT_PROMPTS, LIFF_SCOPES, SIZES, LiffApp, LoginChannel
from linesim.validation import check
from linesim.validation.rules import items, may, media, needed, one_of, shape, text
from linesim.world import Unknown

MOST_APPS = 30
VIEW = shape(type=needed(one_of(*SIZES)), url=needed(media(1000)))


async def list_apps(request: Request) -> Response:
    """All apps of the channel; none is an error to LINE."""
    apps = _channel(request).liff
    if not apps:
        raise not_found()
    return JSONResponse({"apps": [_told(app) for app in apps]})


async def add(request: Request) -> Response:
    """Add an app and tell its id."""
    simulator, channel, body = simulator_of(request), _channel(request), await body_of(request)
    check(body, view=VIEW)
    if len(channel.liff) >= MOST_APPS:
        raise Refused(400, f"A channel has at most {MOST_APPS} LIFF apps")
    app = LiffApp(f"{channel.id}-{simulator.ids.code()[:8]}", endpoint=body["view"]["url"])
    _change(app, body)
    channel.liff.append(app)
    return JSONResponse({"liffId": app.id})


async def update(request: Request) -> Response:
    """Change what is named, and leave the rest."""
    app, body = _app(request), await body_of(request)
    _change(app, body)
    return Response()


async def remove(request: Request) -> Response:
    """Take an app away."""
    _channel(request).liff.remove(_app(request))
    return Response()


def _change(app: LiffApp, body: dict[str, Any]) -> None:
    check({"app": body}, app=CHANGES)
    view = body.get("view", {})
    app.endpoint = view.get("url", app.endpoint)
    app.size = view.get("type", app.size)
    app.scopes = tuple(body.get("scope", app.scopes))
    app.bot_prompt = body.get("botPrompt", app.bot_prompt)
    app.description = body.get("description", app.description)


CHANGES = shape(
    view=may(shape(type=may(one_of(*SIZES)), url=may(media(1000)))),
    scope=may(items(one_of(*LIFF_SCOPES), most=len(LIFF_SCOPES))),
    botPrompt=may(one_of(*BOT_PROMPTS)),
    description=may(text(1000)),
)


def _told(app: LiffApp) -> dict[str, Any]:
    return {
        "liffId": app.id,
        "view": {"type": app.size, "url": app.endpoint},
        "description": app.description,
        "features": {"ble": False, "qrCode": False},
        "permanentLinkPattern": "concat",
        "scope": app.scopes,
        "botPrompt": app.bot_prompt,
    }


def _channel(request: Request) -> LoginChannel:
    try:
        return simulator_of(request).world.login_channel(asking_channel(request))
    except Unknown:
        raise Refused(403, "Access to this API is not available for your account") from None


def _app(request: Request) -> LiffApp:
    for app in _channel(request).liff:
        if app.id == request.path_params["liff_id"]:
            return app
    raise not_found()


ROUTES = [
    Route("/liff/v1/apps", list_apps),
    Route("/liff/v1/apps", add, methods=["POST"]),
    Route("/liff/v1/apps/{liff_id}", update, methods=["PUT"]),
    Route("/liff/v1/apps/{liff_id}", remove, methods=["DELETE"]),
]
