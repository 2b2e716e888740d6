"""Rich menus: /v2/bot/richmenu/…, /v2/bot/user/{u or all}/richmenu."""

import io
from typing import Any

from PIL import Image, UnidentifiedImageError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linesim.api.conventions import body_of, bytes_of, simulator_of
from linesim.api.errors import Refused, invalid_parameter, invalid_property
from linesim.api.profile import person_in
from linesim.ids import USER_ID
from linesim.rich_menus import Picture, RichMenus
from linesim.validation import check
from linesim.validation.rich_menus import (
    ALIAS,
    LEAST_HEIGHT,
    LEAST_RATIO,
    MENU,
    MENU_ID,
    OPERATIONS,
    PEOPLE,
    WIDTHS,
)

LARGEST_PICTURE = 1024 * 1024
PICTURES = ("image/jpeg", "image/png")


async def create(request: Request) -> Response:
    """Make a menu; it has no picture yet."""
    menu = _menus(request).create(await _menu_of(request))
    return JSONResponse({"richMenuId": menu.id})


async def validate(request: Request) -> Response:
    """Check a menu without making it."""
    await _menu_of(request)
    return JSONResponse({})


async def menus(request: Request) -> Response:
    """All menus made with this API."""
    return JSONResponse({"richmenus": [menu.as_json() for menu in _menus(request).all]})


async def get(request: Request) -> Response:
    """One menu."""
    return JSONResponse(_menus(request).find(_menu_id(request)).as_json())


async def delete(request: Request) -> Response:
    """Take a menu away from everybody."""
    _menus(request).delete(_menu_id(request))
    return _changed(request)


async def upload(request: Request) -> Response:
    """Give a menu its picture, once."""
    menus, menu_id = _menus(request), _menu_id(request)
    menus.find(menu_id)
    media_type = request.headers.get("content-type", "").partition(";")[0]
    if media_type not in PICTURES:
        raise Refused(415, f"The content type, {media_type}, is not supported")
    data = await bytes_of(request, most=LARGEST_PICTURE)
    _check_picture(data, media_type)
    menus.paint(menu_id, Picture(data, media_type))
    return _changed(request)


async def download(request: Request) -> Response:
    """The picture of a menu."""
    picture = _menus(request).find(_menu_id(request)).picture
    if picture is None:
        raise Refused(404, "Not found")
    return Response(picture.data, media_type=picture.media_type)


async def make_default(request: Request) -> Response:
    """Show a menu to everybody who has none of their own."""
    _menus(request).make_default(_menu_id(request))
    return _changed(request)


async def default(request: Request) -> Response:
    """The menu of everybody who has none of their own."""
    menu_id = _menus(request).default
    if menu_id is None:
        raise Refused(404, "no default richmenu")
    return JSONResponse({"richMenuId": menu_id})


async def drop_default(request: Request) -> Response:
    """Show no menu to those who have none of their own."""
    _menus(request).default = None
    return _changed(request)


async def link(request: Request) -> Response:
    """Give somebody a menu of their own."""
    _menus(request).link([_user(request)], _menu_id(request))
    return _changed(request)


async def linked(request: Request) -> Response:
    """The menu that somebody has of their own."""
    menu_id = _menus(request).linked_to(_user(request))
    if menu_id is None:
        raise Refused(404, "the user has no richmenu")
    return JSONResponse({"richMenuId": menu_id})


async def unlink(request: Request) -> Response:
    """Show somebody the default again."""
    _menus(request).unlink([_user(request)])
    return _changed(request)


async def link_many(request: Request) -> Response:
    """Give a menu to up to 500 people."""
    body = await body_of(request)
    check(body, richMenuId=MENU_ID, userIds=PEOPLE)
    _menus(request).link(_users(body), body["richMenuId"])
    return _changed(request, status=202)


async def unlink_many(request: Request) -> Response:
    """Show the default to up to 500 people."""
    body = await body_of(request)
    check(body, userIds=PEOPLE)
    _menus(request).unlink(_users(body))
    return _changed(request, status=202)


async def batch(request: Request) -> Response:
    """Move everybody from one menu to another."""
    simulator, operations = simulator_of(request), await _operations_of(request)
    simulator.rich_menus.change(
        operations, batch_id=request.state.request_id, now=simulator.clock.now()
    )
    return _changed(request, status=202)


async def validate_batch(request: Request) -> Response:
    """Check a batch without carrying it out."""
    await _operations_of(request)
    return JSONResponse({})


async def batch_progress(request: Request) -> Response:
    """How far a batch is, by the request id of the call that ordered it."""
    batch = _menus(request).batches.get(request.query_params.get("requestId", ""))
    if batch is None:
        raise invalid_parameter("requestId")
    at = batch.accepted_at.isoformat(timespec="milliseconds")
    return JSONResponse({"phase": "succeeded", "acceptedTime": at, "completedTime": at})


async def add_alias(request: Request) -> Response:
    """Give a menu another name, to switch to it by."""
    body = await body_of(request)
    check(body, richMenuAliasId=ALIAS, richMenuId=MENU_ID)
    _menus(request).add_alias(body["richMenuAliasId"], body["richMenuId"])
    return JSONResponse({})


async def move_alias(request: Request) -> Response:
    """Let a name mean another menu."""
    body = await body_of(request)
    check(body, richMenuId=MENU_ID)
    _menus(request).move_alias(request.path_params["alias"], body["richMenuId"])
    return JSONResponse({})


async def alias(request: Request) -> Response:
    """The menu that a name means."""
    name = request.path_params["alias"]
    return JSONResponse({"richMenuAliasId": name, "richMenuId": _menus(request).aliased(name)})


async def aliases(request: Request) -> Response:
    """All names."""
    named = _menus(request).aliases.items()
    return JSONResponse(
        {"aliases": [{"richMenuAliasId": name, "richMenuId": menu} for name, menu in named]}
    )


async def drop_alias(request: Request) -> Response:
    """Forget a name."""
    _menus(request).drop_alias(request.path_params["alias"])
    return JSONResponse({})


async def _menu_of(request: Request) -> dict[str, Any]:
    body = await body_of(request)
    check(body, **MENU)
    return {name: body[name] for name in MENU}


async def _operations_of(request: Request) -> list[dict[str, str]]:
    body = await body_of(request)
    check(body, operations=OPERATIONS)
    operations: list[dict[str, str]] = body["operations"]
    _menus(request).check_operations(operations)
    return operations


def _check_picture(data: bytes, media_type: str) -> None:
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as picture:
            width, height = picture.size
            told = Image.MIME.get(picture.format or "")
    except UnidentifiedImageError:
        raise Refused(400, "The image file is invalid") from None
    narrow, wide = WIDTHS
    if told != media_type:
        raise Refused(415, f"The content type, {media_type}, is not supported")
    if not narrow <= width <= wide or height < LEAST_HEIGHT or width < LEAST_RATIO * height:
        raise Refused(400, f"The image size is invalid (width: {width}, height: {height})")


def _users(body: dict[str, Any]) -> list[str]:
    for place, user in enumerate(body["userIds"]):
        if not USER_ID.fullmatch(user):
            raise invalid_property(f"userIds[{place}]")
    users: list[str] = body["userIds"]
    return users


def _user(request: Request) -> str:
    return person_in(simulator_of(request).world, request.path_params["user_id"]).id


def _menu_id(request: Request) -> str:
    return str(request.path_params["menu_id"])


def _menus(request: Request) -> RichMenus:
    return simulator_of(request).rich_menus


def _changed(request: Request, *, status: int = 200) -> Response:
    """Let every phone look at its menu again."""
    simulator_of(request).stream.publish("world")
    return JSONResponse({}, status_code=status)


MENUS, BY_USER = "/v2/bot/richmenu", "/v2/bot/user/{user_id}/richmenu"
BY_ALL = "/v2/bot/user/all/richmenu"

# What has a name of its own stands before what takes any name.
ROUTES = [
    Route(MENUS, create, methods=["POST"]),
    Route(f"{MENUS}/validate", validate, methods=["POST"]),
    Route(f"{MENUS}/list", menus),
    Route(f"{MENUS}/bulk/link", link_many, methods=["POST"]),
    Route(f"{MENUS}/bulk/unlink", unlink_many, methods=["POST"]),
    Route(f"{MENUS}/batch", batch, methods=["POST"]),
    Route(f"{MENUS}/validate/batch", validate_batch, methods=["POST"]),
    Route(f"{MENUS}/progress/batch", batch_progress),
    Route(f"{MENUS}/alias", add_alias, methods=["POST"]),
    Route(f"{MENUS}/alias/list", aliases),
    Route(f"{MENUS}/alias/{{alias}}", alias),
    Route(f"{MENUS}/alias/{{alias}}", move_alias, methods=["POST"]),
    Route(f"{MENUS}/alias/{{alias}}", drop_alias, methods=["DELETE"]),
    Route(f"{MENUS}/{{menu_id}}", get),
    Route(f"{MENUS}/{{menu_id}}", delete, methods=["DELETE"]),
    Route(f"{MENUS}/{{menu_id}}/content", download),
    Route(f"{MENUS}/{{menu_id}}/content", upload, methods=["POST"]),
    Route(BY_ALL, default),
    Route(BY_ALL, drop_default, methods=["DELETE"]),
    Route(f"{BY_ALL}/{{menu_id}}", make_default, methods=["POST"]),
    Route(BY_USER, linked),
    Route(BY_USER, unlink, methods=["DELETE"]),
    Route(f"{BY_USER}/{{menu_id}}", link, methods=["POST"]),
]
