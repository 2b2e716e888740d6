"""What the LIFF SDK's stand-in asks behind the scenes: /sim/liff/….

What LINE's SDK and its servers say to each other is not documented, so this is of our own.
"""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim import liff_messages
from linesim.api.conventions import body_of, simulator_of
from linesim.api.errors import Refused, not_found
from linesim.api.login import signed_in
from linesim.liff_messages import MayNotShare, MayNotWrite
from linesim.liff_windows import LiffWindow, NoSuchWindow
from linesim.world import Unknown

PHONE_OS, PHONE_LINE_VERSION = "android", "26.10.0"


async def app(request: Request) -> Response:
    """What the SDK has to know of an app before anybody has signed in."""
    try:
        channel, found = simulator_of(request).world.liff_app(request.path_params["liff_id"])
    except Unknown:
        raise not_found() from None
    return JSONResponse(
        {
            "channelId": channel.id,
            "endpoint": found.endpoint,
            "scopes": found.scopes,
            "botPrompt": found.bot_prompt,
            "shareTargetPicker": channel.share_target_picker,
        }
    )


async def window(request: Request) -> Response:
    """What the page in a LIFF window is told: tokens, context, and the phone around it."""
    found = _window(request)
    return JSONResponse(
        {
            "liffId": found.app.id,
            "accessToken": found.tokens.access_token,
            "idToken": found.id_token,
            "context": found.context(),
            "os": PHONE_OS,
            "lineVersion": PHONE_LINE_VERSION,
        }
    )


async def send_messages(request: Request) -> Response:
    """Say something in the chat from which a LIFF window was opened."""
    found, body = _window(request), await body_of(request)
    try:
        liff_messages.send(simulator_of(request), found, body.get("messages"))
    except MayNotWrite as may_not:
        raise Refused(403, str(may_not.__doc__)) from may_not
    return JSONResponse({})


async def close(request: Request) -> Response:
    """Close a LIFF window."""
    simulator_of(request).liff_windows.close(request.path_params["window_id"])
    return JSONResponse({})


async def targets(request: Request) -> Response:
    """Whom the person may share with."""
    simulator, tokens = simulator_of(request), signed_in(request)
    person = simulator.world.person(tokens.person_id)
    return JSONResponse(liff_messages.targets(simulator, person))


async def share(request: Request) -> Response:
    """Pass messages on to the targets that were chosen."""
    simulator, tokens, body = simulator_of(request), signed_in(request), await body_of(request)
    person = simulator.world.person(tokens.person_id)
    to = body.get("to")
    try:
        if not simulator.world.login_channel(tokens.channel_id).share_target_picker:
            raise MayNotShare
        chosen = to if isinstance(to, list) else []
        liff_messages.share(simulator, person, to=chosen, messages=body.get("messages"))
    except MayNotShare as may_not:
        raise Refused(403, str(may_not.__doc__)) from may_not
    return JSONResponse({})


def _window(request: Request) -> LiffWindow:
    try:
        return simulator_of(request).liff_windows.find(request.path_params["window_id"])
    except NoSuchWindow:
        raise not_found() from None


HERE = "/sim/liff"

ROUTES = [
    Route(f"{HERE}/apps/{{liff_id}}", app),
    Route(f"{HERE}/windows/{{window_id}}", window),
    Route(f"{HERE}/windows/{{window_id}}/messages", send_messages, methods=["POST"]),
    Route(f"{HERE}/windows/{{window_id}}/close", close, methods=["POST"]),
    Route(f"{HERE}/targets", targets),
    Route(f"{HERE}/shares", share, methods=["POST"]),
]
